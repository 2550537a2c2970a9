#include "server/notify/dialogue.hpp"

#include <algorithm>

namespace covision::notify {
namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }

/// "5.1.1" (RFC 3463) at the beginning of what follows an answer's code; or nothing.
std::string_view enhanced(std::string_view text) {
    const auto end = std::min(text.find_first_not_of("0123456789."), text.size());
    const auto status = text.substr(0, end);
    const bool good = status.size() >= 5 && status.size() <= 9 && status[1] == '.' && digit(status.back()) &&
                      std::count(status.begin(), status.end(), '.') == 2;
    return good ? status : std::string_view{};
}

std::string_view without_line_end(std::string_view line) {
    while (!line.empty() && (line.back() == '\r' || line.back() == '\n')) line.remove_suffix(1);
    return line;
}

}  // namespace

void Dialogue::said(std::string_view line) {
    line = without_line_end(line);
    if (line.starts_with("AUTH ")) let_in_ = true;
    if (line.starts_with("MAIL FROM:")) step_ = Step::sender;
    if (line.starts_with("RCPT TO:")) step_ = Step::recipient;
    if (line == "DATA") step_ = Step::text;
    if (line == "QUIT") step_ = Step::goodbye;
}

void Dialogue::heard(std::string_view line) {
    line = without_line_end(line);
    if (step_ == Step::goodbye) return;
    if (line.size() < 3 || !std::all_of(line.begin(), line.begin() + 3, digit)) return;
    if (line.size() > 3 && line[3] != ' ') return;  // more lines of this answer follow
    code_ = (line[0] - '0') * 100 + (line[1] - '0') * 10 + (line[2] - '0');
    const auto rest = line.size() > 4 ? line.substr(4) : std::string_view{};
    status_ = line.substr(0, 3);
    if (const auto status = enhanced(rest); !status.empty()) status_.append(" ").append(status);
    // Whatever comes in is shown to an operator's terminal.
    words_ = line.substr(0, 500);
    std::replace_if(
        words_.begin(), words_.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }, '?');
}

bool Dialogue::about_this_mail() const {
    if (code_ == 421 || code_ == 530) return false;  // it closes; it wants a password or TLS first
    if (step_ == Step::sender) return code_ == 552;  // too big; else it is the sender, who is always the same
    return step_ > Step::sender;
}

Answer Dialogue::failure(const std::string& trouble) const {
    using Kind = Answer::Kind;
    if (refused()) {
        const auto kind = !about_this_mail() ? Kind::no_relay : code_ >= 500 ? Kind::refused : Kind::later;
        return {kind, status_, words_, false, false};
    }
    return {step_ == Step::greeting ? Kind::no_relay : Kind::later, trouble, words_, true, handed_over_};
}

}  // namespace covision::notify
