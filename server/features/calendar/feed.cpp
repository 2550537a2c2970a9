#include "server/features/calendar/feed.hpp"

#include "server/features/calendar/entries.hpp"
#include "server/features/groups/table.hpp"

namespace covision::calendar {
namespace {

using std::chrono::days;

constexpr days past{60};
constexpr days ahead{366 * 3};
constexpr std::int64_t most_sessions = 1000;  // of a group

/// Another one whenever what is written here looks different for the same rows.
constexpr std::string_view edition = "1";

/// Whatever the feed shows is told by one of these streams when it changes: the account's own (name, language, choice,
/// groups) or a group's. The day: what is older than 60 days goes.
std::string etag_of(Read& read, const ChoiceRow& row, const std::vector<std::string>& groups) {
    std::string all(edition);
    const auto add = [&](const std::string& feed) {
        const auto head = feed::head(read.db, feed);
        all.append("\n").append(feed).append(head.epoch).append(" ").append(std::to_string(head.seq));
    };
    add(row.account);
    for (const auto& group : groups) add(group);
    all += "\n" + std::to_string(std::chrono::floor<days>(read.now).time_since_epoch().count());
    std::string tag = "\"";
    static constexpr char digits[] = "0123456789abcdef";
    for (const unsigned char byte : read.vault.hash("calendar.etag", all).substr(0, 16))
        tag.append(1, digits[byte >> 4]).append(1, digits[byte & 15]);
    return tag + "\"";
}

void add_group(Read& read, const ChoiceRow& row, const std::string& group, Calendar& calendar) {
    const auto member = groups::on_behalf_of(read, group, row.account, groups::Need::member);
    const Reader reader(read, member, row);
    const auto from = read.now - past;
    const auto duties = rota::duties(read.db, member, from);
    for (const auto& session : schedule::sessions(read.db, member, from, read.now + ahead, most_sessions))
        calendar.entries.push_back(entry_of(reader, member, session, duties));
}

}  // namespace

std::optional<call::Document> feed(Read& read, const std::string& token, std::string_view known) {
    const auto row = find_feed(read, read.vault.hash("calendar", token));
    if (!row) return std::nullopt;
    const auto groups = groups::groups_of(read, row->account);
    call::Document document;
    document.type = "text/calendar; charset=utf-8";
    document.etag = etag_of(read, *row, groups);
    // A list of tags, or one that a proxy has made weak: ours is random enough to be found in it.
    document.unchanged = known.find(document.etag) != known.npos;
    if (document.unchanged) return document;
    Calendar calendar;
    calendar.name = "Covision";
    calendar.stamp = read.now;
    for (const auto& group : groups) add_group(read, *row, group, calendar);
    document.body = to_text(calendar);
    return document;
}

}  // namespace covision::calendar
