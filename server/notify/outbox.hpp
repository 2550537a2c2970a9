#pragma once
// The outbox: mails that the house has ordered, in the transaction of what they tell about. A row holds ids only; what
// a mail says is made when it leaves, so that nobody is told what is no longer true. The thread that sends is
// outbox_thread.hpp.

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "server/base/random.hpp"
#include "server/base/time.hpp"
#include "server/storage/database.hpp"

namespace covision::notify {

/// One mail to one account.
struct Order {
    std::string account;
    std::string kind;     ///< what it is: "invitation", "moved" …
    std::string group;    ///< the id of the group, or empty
    std::string subject;  ///< the id of what it is about: a session, a series, a duty
    /// Names this very mail. Ordering the same key again does nothing, also after it has left, until `until`.
    std::string key;
    Instant at{};     ///< not before
    Instant until{};  ///< worthless afterwards: what has not left by then is dropped
};

/// What a mail says.
struct Message {
    std::string to;               ///< an address, "ann@example.org"
    std::string to_name;          ///< may be empty
    std::string subject;          ///< one line
    std::string text;             ///< text/plain, UTF-8; lines end in "\n"
    std::string html{};           ///< the same as text/html; empty: none
    std::string calendar{};       ///< an iCalendar object; empty: none
    std::string method{};         ///< its METHOD: REQUEST, CANCEL, PUBLISH
    bool calendar_inside = true;  ///< it is an alternative of the text: mail programs show it as an invitation
    std::string calendar_file{};  ///< it is attached under this name too ("invite.ics"); empty: not attached
    /// More header fields, such as Content-Language. One line each.
    std::vector<std::pair<std::string, std::string>> headers{};
};

/// Makes what an order says, from one snapshot of the database; on any thread. nullopt: it is no longer true or no
/// longer wanted, and is dropped. What it throws is taken for a passing trouble.
using Render = std::function<std::optional<Message>(storage::Database&, Instant now, const Order&)>;

/// Orders a mail, in the caller's transaction. Where no relay is configured nobody should.
void order(storage::Database& db, const Order& order, Random& random);

/// Takes back what has not left yet, for everybody or for one account. What is with the relay at this moment may still
/// arrive, but is not tried again.
void withdraw(storage::Database& db, const std::string& kind, const std::string& subject,
              const std::string& account = {});

}  // namespace covision::notify
