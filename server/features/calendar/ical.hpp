#pragma once
// Sessions as iCalendar text (RFC 5545), written by libical: CRLF, folded, escaped. One UID per session: no series, so
// nothing of RECURRENCE-ID can go wrong in anybody's calendar. Pure.

#include <optional>
#include <string>
#include <vector>

#include "server/base/time.hpp"

namespace covision::calendar {

/// PUBLISH: for reading along (feed, list of dates). REQUEST, CANCEL: a mail's part that a calendar takes up.
enum class Method { publish, request, cancel };

/// Whom a mail's part is from and to.
struct Parties {
    std::string from, to;            // addresses
    std::string from_name, to_name;  // as calendars show them
    bool coming = false, not_coming = false;
};

struct Entry {
    std::string uid;            // "SESSION@covision"
    std::int64_t sequence = 0;  // counts moves and cancels
    Instant starts, ends;
    std::string zone;  // IANA
    std::string title, description, location, url;
    bool cancelled = false;
    Instant changed;  // LAST-MODIFIED
    std::optional<Parties> parties;
};

struct Calendar {
    Method method = Method::publish;
    std::string name;  // of the whole; empty in mails
    Instant stamp;     // DTSTAMP of all entries
    std::vector<Entry> entries;
};

std::string to_text(const Calendar& calendar);

}  // namespace covision::calendar
