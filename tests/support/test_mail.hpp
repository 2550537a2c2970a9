#pragma once
// A mail of no feature: its order holds all it says.

#include <sstream>

#include "server/notify/outbox.hpp"

namespace covision::support {

inline constexpr const char* test_kind = "test";

/// The subject of the order is the length of the text; its account is an address.
inline std::optional<notify::Message> test_letter(storage::Database&, Instant, const notify::Order& order) {
    if (order.kind != test_kind) return std::nullopt;
    const auto [key, bytes] = [&] {
        const auto slash = order.subject.rfind('/');
        return std::pair(order.subject.substr(0, slash), std::stoul(order.subject.substr(slash + 1)));
    }();
    notify::Message message;
    message.to = order.account;
    message.to_name = "Zoë \"Z\" Ünal";
    message.subject = key + ": Dienstag, 24. November, 16:30 – äöü €";
    message.text = "Guten Tag, Zoë.\n\n.\n..\nFrom here = to there.\n";
    while (message.text.size() < bytes) message.text += "A line that makes this mail longer. Ein Satz mit ß.\n";
    message.html = "<p>Guten Tag, Zoë.</p>\n";
    message.calendar =
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Covision//EN\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\n"
        "UID:test@covision\r\nDTSTAMP:20261001T080000Z\r\nDTSTART:20261124T153000Z\r\nDTEND:20261124T170000Z\r\n"
        "SUMMARY:Covision – Grüße\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    message.method = "REQUEST";
    message.calendar_file = "invite.ics";
    message.headers = {{"Content-Language", "de"}};
    return message;
}

/// "KEY ADDRESS BYTES SECONDS"
inline void order_mail(const std::string& database, const std::string& what, Instant now) {
    std::istringstream words(what);
    std::string key, address, bytes;
    std::int64_t seconds = 0;
    words >> key >> address >> bytes >> seconds;
    storage::Database db(database);
    SystemRandom random;
    db.script("BEGIN IMMEDIATE");
    notify::order(db, {address, test_kind, "", key + "/" + bytes, key, now, now + std::chrono::seconds(seconds)},
                  random);
    db.script("COMMIT");
}

/// "KEY/BYTES"
inline void withdraw_mail(const std::string& database, const std::string& subject) {
    storage::Database db(database);
    db.script("BEGIN IMMEDIATE");
    notify::withdraw(db, test_kind, subject);
    db.script("COMMIT");
}

}  // namespace covision::support
