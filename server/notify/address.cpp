#include "server/notify/address.hpp"

#include <curl/curl.h>

#include <algorithm>
#include <memory>

namespace covision::notify {
namespace {

bool ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c > 0x20 && c < 0x7f; });
}

struct Free {
    void operator()(CURLU* url) const { curl_url_cleanup(url); }
    void operator()(char* text) const { curl_free(text); }
};

std::optional<std::string> dns_form(const std::string& host) {
    const std::unique_ptr<CURLU, Free> url(curl_url());
    char* text = nullptr;
    if (!url || curl_url_set(url.get(), CURLUPART_HOST, host.c_str(), 0) != CURLUE_OK ||
        curl_url_get(url.get(), CURLUPART_HOST, &text, CURLU_PUNYCODE) != CURLUE_OK)
        return std::nullopt;
    return std::unique_ptr<char, Free>(text).get();
}

bool host_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
}

}  // namespace

std::optional<std::string> relay_address(std::string_view address) {
    const auto at = address.rfind('@');
    if (address.size() > 254 || at == std::string_view::npos || at == 0 || at > 64) return std::nullopt;
    const auto local = address.substr(0, at);
    // Quoted local parts exist on paper only, and these characters end an address in a header or a command.
    if (!ascii(local) || local.find_first_of("\"(),:;<>@[\\]") != std::string_view::npos) return std::nullopt;
    std::optional<std::string> host(address.substr(at + 1));
    if (!ascii(*host)) host = dns_form(*host);
    if (!host || host->empty() || host->front() == '.' || host->back() == '.' ||
        !std::all_of(host->begin(), host->end(), host_letter))
        return std::nullopt;
    return std::string(local) + '@' + *host;
}

std::optional<Sender> parse_sender(std::string_view text) {
    std::string name;
    if (!text.empty() && text.back() == '>') {
        const auto open = text.rfind('<');
        if (open == std::string_view::npos) return std::nullopt;
        name = text.substr(0, open);
        while (!name.empty() && name.back() == ' ') name.pop_back();
        text = text.substr(open + 1, text.size() - open - 2);
    }
    const auto control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; };
    auto address = relay_address(text);
    if (!address || std::any_of(name.begin(), name.end(), control)) return std::nullopt;
    return Sender{name, *address};
}

}  // namespace covision::notify
