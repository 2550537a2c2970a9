#include "server/feed/feed.hpp"

#include <algorithm>

namespace covision::feed {
namespace {

using storage::Sql;

const Sql last_number{"SELECT max(seq) FROM event WHERE grp = $1"};
const Sql forgotten_number{"SELECT seq FROM feed_head WHERE grp = $1"};
const Sql open_feed{"INSERT INTO feed_head (grp, epoch) VALUES ($1, $2)"};
const Sql add_event{"INSERT INTO event (grp, seq, at, kind, data, audience) VALUES ($1, $2, $3, $4, $5, $6)"};
const Sql read_head{
    "SELECT epoch, coalesce((SELECT max(seq) FROM event WHERE event.grp = feed_head.grp), seq) FROM feed_head "
    "WHERE grp = $1"};
const Sql read_since{"SELECT seq, at, kind, data, audience FROM event WHERE grp = $1 AND seq > $2 ORDER BY seq"};
// The oldest, as they lie side by side: each page is written once for all that is on it. Without its LIMIT the inner
// SELECT would be made one with the outer one, which reads the whole index for its GROUP BY.
const Sql keep_numbers{
    "UPDATE feed_head SET seq = last.seq FROM (SELECT grp, max(seq) AS seq FROM (SELECT grp, seq FROM event "
    "WHERE id < (SELECT min(id) FROM event) + $1 AND at < $2 LIMIT $1) AS oldest GROUP BY grp) AS last "
    "WHERE feed_head.grp = last.grp"};
const Sql forget_oldest{"DELETE FROM event WHERE id < (SELECT min(id) FROM event) + $1 AND at < $2"};

constexpr std::int64_t forgotten_at_once = 500;

std::optional<std::string> joined(const Audience& audience) {
    if (audience.empty()) return std::nullopt;
    std::string text;
    for (const auto& account : audience) text.append(text.empty() ? "" : ",").append(account);
    return text;
}

Audience split(const std::string& text) {
    Audience audience;
    for (std::size_t from = 0; from < text.size();) {
        auto to = std::min(text.find(',', from), text.size());
        audience.push_back(text.substr(from, to - from));
        from = to + 1;
    }
    return audience;
}

}  // namespace

Event Event::from(const storage::Row& row) {
    auto audience = row.is_null(4) ? Audience{} : split(row.text(4));
    return {"", row.integer(0), row.time(1), row.text(2), row.text(3), std::move(audience)};
}

Head Head::from(const storage::Row& row) { return {row.text(0), row.integer(1)}; }

bool Event::visible_to(const std::string& account) const {
    return audience.empty() || std::find(audience.begin(), audience.end(), account) != audience.end();
}

void append(storage::Database& db, Event& event, Random& random) {
    auto last = db.one<std::optional<std::int64_t>>(last_number, event.feed);
    if (!last) last = db.first<std::int64_t>(forgotten_number, event.feed);
    if (!last) db.run(open_feed, event.feed, uuid4(random));
    event.seq = last.value_or(0) + 1;
    db.run(add_event, event.feed, event.seq, event.at, event.kind, event.data, joined(event.audience));
}

void forget(storage::Database& db, Instant before) {
    db.run(keep_numbers, forgotten_at_once, before);
    db.run(forget_oldest, forgotten_at_once, before);
}

Head head(storage::Database& db, const std::string& feed) { return db.first<Head>(read_head, feed).value_or(Head{}); }

std::optional<std::vector<Event>> since(storage::Database& db, const std::string& feed, std::int64_t seq) {
    auto top = head(db, feed).seq;
    if (seq > top) return std::nullopt;
    auto events = db.all<Event>(read_since, feed, seq);
    for (auto& event : events) event.feed = feed;
    if (static_cast<std::int64_t>(events.size()) != top - seq) return std::nullopt;
    return events;
}

}  // namespace covision::feed
