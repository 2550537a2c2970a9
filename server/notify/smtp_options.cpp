#include <curl/curl.h>

#include <stdexcept>

#include "server/notify/smtp.hpp"

namespace covision::notify {
namespace {

struct Url {
    explicit Url(const std::string& text) : handle(curl_url()) {
        if (handle == nullptr ||
            curl_url_set(handle, CURLUPART_URL, text.c_str(), CURLU_NON_SUPPORT_SCHEME) != CURLUE_OK)
            throw std::invalid_argument("it is not an address");
    }
    ~Url() { curl_url_cleanup(handle); }
    Url(const Url&) = delete;
    Url& operator=(const Url&) = delete;

    [[nodiscard]] std::string part(CURLUPart which) const {
        char* text = nullptr;
        if (curl_url_get(handle, which, &text, 0) != CURLUE_OK) return {};
        std::string copy = text;
        curl_free(text);
        return copy;
    }

    CURLU* handle;
};

bool loopback(const std::string& host) {
    return host == "localhost" || host == "[::1]" ||
           (host.starts_with("127.") && host.find_first_not_of("0123456789.") == std::string::npos);
}

}  // namespace

SmtpOptions parse_relay(const std::string& address) {
    const Url url(address);
    const auto scheme = url.part(CURLUPART_SCHEME);
    if (!address.starts_with(scheme + "://") || (scheme != "smtp" && scheme != "smtps"))
        throw std::invalid_argument("it begins with smtp:// or smtps://");
    const auto path = url.part(CURLUPART_PATH);
    if ((!path.empty() && path != "/") || !url.part(CURLUPART_QUERY).empty() || !url.part(CURLUPART_FRAGMENT).empty())
        throw std::invalid_argument("nothing follows the port");
    if (!url.part(CURLUPART_USER).empty() || !url.part(CURLUPART_PASSWORD).empty())
        throw std::invalid_argument("user and password have options of their own");
    SmtpOptions options;
    options.host = url.part(CURLUPART_HOST);
    const bool implicit = scheme == "smtps";
    const auto port = url.part(CURLUPART_PORT);
    options.port = port.empty() ? (implicit ? 465 : 587) : static_cast<std::uint16_t>(std::stoul(port));
    options.tls = implicit                 ? SmtpOptions::Tls::implicit
                  : loopback(options.host) ? SmtpOptions::Tls::none
                                           : SmtpOptions::Tls::starttls;
    return options;
}

}  // namespace covision::notify
