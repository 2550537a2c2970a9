#include "server/notify/smtp.hpp"

#include <curl/curl.h>
#include <sys/socket.h>

#include <algorithm>
#include <atomic>
#include <stdexcept>

#include "server/notify/dialogue.hpp"

namespace covision::notify {
namespace {

using Steady = std::chrono::steady_clock;
using std::chrono::milliseconds;

// How long the answer to a goodbye is waited for.
constexpr auto goodbye = std::chrono::seconds(3);

struct Free {
    void operator()(CURL* easy) const { curl_easy_cleanup(easy); }
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

void start_curl_once() {
    static const CURLcode started = curl_global_init(CURL_GLOBAL_DEFAULT);
    if (started != CURLE_OK) throw std::runtime_error("libcurl does not start");
}

using Moment = std::atomic<Steady::time_point>;

/// What goes on while one mail is handed over; curl's callbacks get it.
struct Delivery {
    const SmtpOptions& options;
    const Moment& stopped_at;
    const std::string* data = nullptr;
    const std::function<bool()>* last_step = nullptr;
    std::size_t sent = 0;
    Dialogue dialogue{};
    Steady::time_point alive = Steady::now();

    [[nodiscard]] Steady::time_point deadline() const {
        const bool last = dialogue.is_handed_over() && !dialogue.refused();
        const auto patient = alive + (dialogue.refused() ? goodbye : last ? options.last_patience : options.patience);
        const auto stopped = stopped_at.load();
        if (stopped == Steady::time_point::max()) return patient;
        return std::min<Steady::time_point>(patient, stopped + (last ? options.stopping : milliseconds(0)));
    }
};

std::size_t read_mail(char* buffer, std::size_t size, std::size_t count, void* user) {
    auto& delivery = *static_cast<Delivery*>(user);
    const auto length = std::min(size * count, delivery.data->size() - delivery.sent);
    if (length > 0) {
        delivery.data->copy(buffer, length, delivery.sent);
        delivery.sent += length;
        return length;
    }
    // All before this is with the kernel. The end of the data lets curl send the mark.
    if (!(*delivery.last_step)()) return CURL_READFUNC_ABORT;
    delivery.dialogue.handed_over();
    delivery.alive = Steady::now();
    return 0;
}

int watch(CURL*, curl_infotype type, char* data, std::size_t size, void* user) {
    auto& delivery = *static_cast<Delivery*>(user);
    if (type == CURLINFO_TEXT) return 0;
    delivery.alive = Steady::now();
    if (type == CURLINFO_HEADER_OUT) delivery.dialogue.said({data, size});
    if (type == CURLINFO_HEADER_IN) delivery.dialogue.heard({data, size});
    return 0;
}

/// What a relay answers to "NOOP" is nobody's.
std::size_t ignore(char*, std::size_t size, std::size_t count, void*) { return size * count; }

/// Called at least once a second, also where curl waits by itself: for the last answer, and for that to its goodbye.
int look_at_the_time(void* user, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
    return Steady::now() >= static_cast<Delivery*>(user)->deadline() ? 1 : 0;
}

const char* trouble_of(CURLcode result) {
    switch (result) {
        case CURLE_COULDNT_RESOLVE_HOST: return "no_such_host";
        case CURLE_COULDNT_CONNECT: return "no_connection";
        case CURLE_USE_SSL_FAILED: return "no_tls";
        case CURLE_PEER_FAILED_VERIFICATION: return "certificate";
        case CURLE_SSL_CONNECT_ERROR:
        case CURLE_SSL_CACERT_BADFILE: return "tls";
        case CURLE_LOGIN_DENIED: return "login";
        case CURLE_OPERATION_TIMEDOUT:
        case CURLE_ABORTED_BY_CALLBACK: return "timeout";
        default: return "cut";
    }
}

class Smtp final : public Relay {
public:
    explicit Smtp(SmtpOptions options) : options_(std::move(options)) { start_curl_once(); }
    ~Smtp() override { cut(); }

    Answer deliver(const Mail& mail, const std::function<bool()>& last_step) override {
        bool reused = false;
        auto answer = attempt(mail, last_step, reused);
        // A relay may have closed the line after the mail before: that says nothing about this one.
        const bool stale =
            reused && !answer.at_relay && !stopped() && (answer.code == "cut" || answer.code.starts_with("421"));
        return stale ? attempt(mail, last_step, reused) : answer;
    }

    void rest() override {
        if (!open_) return;
        SmtpOptions quick = options_;
        quick.patience = goodbye;
        Delivery last{quick, stopped_at_};
        prepare(last);
        // Something harmless on a line that is not to be used again: curl says goodbye after it.
        curl_easy_setopt(easy_.get(), CURLOPT_CUSTOMREQUEST, "NOOP");
        curl_easy_setopt(easy_.get(), CURLOPT_FORBID_REUSE, 1L);
        curl_easy_perform(easy_.get());
        cut();
    }

    void stop() override {
        auto never = Steady::time_point::max();
        stopped_at_.compare_exchange_strong(never, Steady::now());
    }

private:
    [[nodiscard]] bool stopped() const { return stopped_at_.load() != Steady::time_point::max(); }

    /// Ends the line at once. Whatever went wrong, no later answer of the relay's is ever taken for the next mail's;
    /// and curl, which would send the end of a mail that was broken off or wait long for a goodbye, can do neither.
    void cut() {
        curl_socket_t line = CURL_SOCKET_BAD;
        if (easy_) curl_easy_getinfo(easy_.get(), CURLINFO_ACTIVESOCKET, &line);
        if (line != CURL_SOCKET_BAD) ::shutdown(line, SHUT_RDWR);
        easy_.reset();
        open_ = false;
    }

    void prepare(Delivery& delivery) {
        if (!easy_) easy_.reset(curl_easy_init());
        if (!easy_) throw std::bad_alloc();
        auto* easy = easy_.get();
        curl_easy_reset(easy);
        curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, &ignore);
        curl_easy_setopt(easy, CURLOPT_NOPROGRESS, 0L);
        curl_easy_setopt(easy, CURLOPT_XFERINFOFUNCTION, &look_at_the_time);
        curl_easy_setopt(easy, CURLOPT_XFERINFODATA, &delivery);
        curl_easy_setopt(easy, CURLOPT_VERBOSE, 1L);
        curl_easy_setopt(easy, CURLOPT_DEBUGFUNCTION, &watch);
        curl_easy_setopt(easy, CURLOPT_DEBUGDATA, &delivery);
        const auto scheme = options_.tls == SmtpOptions::Tls::implicit ? "smtps://" : "smtp://";
        const auto url = scheme + options_.host + ":" + std::to_string(options_.port) +
                         (options_.hello.empty() ? "" : "/" + options_.hello);
        curl_easy_setopt(easy, CURLOPT_URL, url.c_str());
        curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
        curl_easy_setopt(easy, CURLOPT_PROXY, "");
        curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
        curl_easy_setopt(easy, CURLOPT_QUICK_EXIT, 1L);  // a resolver that hangs is not waited for
        const bool secret = options_.tls != SmtpOptions::Tls::none;
        curl_easy_setopt(easy, CURLOPT_USE_SSL, static_cast<long>(secret ? CURLUSESSL_ALL : CURLUSESSL_NONE));
        curl_easy_setopt(easy, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
        if (!options_.authorities.empty()) curl_easy_setopt(easy, CURLOPT_CAINFO, options_.authorities.c_str());
        if (!options_.user.empty()) {
            curl_easy_setopt(easy, CURLOPT_USERNAME, options_.user.c_str());
            curl_easy_setopt(easy, CURLOPT_PASSWORD, options_.password.c_str());
        }
        // Our own deadlines are looked at in a callback; curl's must not end what they allow.
        const auto longest = std::max(options_.patience, options_.last_patience) + milliseconds(60000);
        curl_easy_setopt(easy, CURLOPT_SERVER_RESPONSE_TIMEOUT, static_cast<long>(longest.count() / 1000));
        curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(longest.count()));
    }

    Answer attempt(const Mail& mail, const std::function<bool()>& last_step, bool& reused) {
        Delivery delivery{options_, stopped_at_, &mail.data, &last_step};
        prepare(delivery);
        auto* easy = easy_.get();
        const std::unique_ptr<curl_slist, Free> to(curl_slist_append(nullptr, ("<" + mail.to + ">").c_str()));
        const auto from = "<" + mail.from + ">";
        curl_easy_setopt(easy, CURLOPT_MAIL_FROM, from.c_str());
        curl_easy_setopt(easy, CURLOPT_MAIL_RCPT, to.get());
        // Of unknown length on purpose: curl then asks for more at the end, which is the last step.
        curl_easy_setopt(easy, CURLOPT_UPLOAD, 1L);
        curl_easy_setopt(easy, CURLOPT_READFUNCTION, &read_mail);
        curl_easy_setopt(easy, CURLOPT_READDATA, &delivery);
        char error[CURL_ERROR_SIZE]{};
        curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, error);
        const auto result = curl_easy_perform(easy);
        reused = open_ && connections() == 0;
        open_ = result == CURLE_OK;
        if (open_) {
            curl_easy_reset(easy);  // it keeps the line, and nothing of what ends with this function
            return {Answer::Kind::taken, "250", delivery.dialogue.words()};
        }
        cut();
        auto answer = delivery.dialogue.failure(stopped() ? "stopped" : trouble_of(result));
        if (answer.words.empty()) answer.words = error;
        // Curl goes on without a password where the relay does not ask for one; what is refused then is no verdict.
        if (!options_.user.empty() && !reused && !delivery.dialogue.let_in() && answer.kind != Answer::Kind::no_relay)
            return {Answer::Kind::no_relay, "login", answer.words, answer.cut, answer.at_relay};
        return answer;
    }

    [[nodiscard]] long connections() const {
        long made = 0;
        curl_easy_getinfo(easy_.get(), CURLINFO_NUM_CONNECTS, &made);
        return made;
    }

    const SmtpOptions options_;
    std::unique_ptr<CURL, Free> easy_;
    Moment stopped_at_{Steady::time_point::max()};
    bool open_ = false;  // the line stays for the next mail
};

}  // namespace

std::unique_ptr<Relay> smtp_relay(SmtpOptions options) { return std::make_unique<Smtp>(std::move(options)); }

}  // namespace covision::notify
