#pragma once
// Who takes our mails and brings them to their readers. The seam where tests put a relay of their own.

#include <functional>
#include <string>

namespace covision::notify {

/// One mail, ready to leave.
struct Mail {
    std::string from, to;  ///< of the envelope
    std::string data;      ///< head and body, lines in CRLF
};

struct Answer {
    enum class Kind {
        taken,    ///< the relay has said that it has it
        refused,  ///< never this mail to this address (5xx to the recipient or to the text)
        later,    ///< not now: 4xx, or the line was cut after the mail had begun
        no_relay  ///< nothing to do with this mail: not reached, no TLS, not let in
    };
    Kind kind = Kind::no_relay;
    /// For rows and logs: "550 5.1.1", "no_connection", "timeout" … Never the relay's words, which quote addresses.
    std::string code{};
    /// What the relay said, for an operator who asks (`covision admin mail-test`). Never stored, never logged.
    std::string words{};
    bool cut = false;       ///< the line ended without an answer
    bool at_relay = false;  ///< … and the relay had the mail whole: it may arrive
};

class Relay {
public:
    virtual ~Relay() = default;

    /// Hands one mail over; the line stays open for the next one. `last_step` is called once, after all but the mark
    /// that ends the mail has left; until it returns true the relay cannot take the mail, and on false it never will.
    virtual Answer deliver(const Mail& mail, const std::function<bool()>& last_step) = 0;
    /// Nothing more for now: says goodbye and closes the line.
    virtual void rest() {}
    /// `deliver` comes back soon, at once where the mail has not left whole; else the relay has a few seconds to
    /// answer. For good; any thread.
    virtual void stop() {}
};

}  // namespace covision::notify
