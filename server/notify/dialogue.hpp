#pragma once
// How far one mail got with its relay, from the lines that go to and fro; and what that means for the mail.

#include <string>
#include <string_view>

#include "server/notify/relay.hpp"

namespace covision::notify {

class Dialogue {
public:
    /// A command of ours, or a piece of one's continuation. What it holds is not kept: it may be a password.
    void said(std::string_view line);
    /// A line of the relay's.
    void heard(std::string_view line);
    /// The mark that ends the mail is about to leave.
    void handed_over() { handed_over_ = true; }
    [[nodiscard]] bool is_handed_over() const { return handed_over_; }
    /// Whether we have shown a password on this line.
    [[nodiscard]] bool let_in() const { return let_in_; }
    /// An answer of 4xx or 5xx has come.
    [[nodiscard]] bool refused() const { return code_ >= 400; }
    /// The relay closes the line, and has not said a word about this mail.
    [[nodiscard]] bool closing() const { return code_ == 421; }

    /// The mail was not taken. `trouble`: what happened where no answer of the relay's says so.
    [[nodiscard]] Answer failure(const std::string& trouble) const;
    [[nodiscard]] const std::string& words() const { return words_; }

private:
    // MAIL begins it: before, nothing has to do with this mail.
    enum class Step { greeting, sender, recipient, text, goodbye };

    [[nodiscard]] bool about_this_mail() const;

    Step step_ = Step::greeting;
    bool handed_over_ = false, let_in_ = false;
    int code_ = 0;  // of the relay's last answer
    std::string status_, words_;
};

}  // namespace covision::notify
