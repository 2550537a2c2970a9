#include "server/features/calendar/table.hpp"

namespace covision::calendar {
namespace {

using storage::Blob;
using storage::Sql;

#define COVISION_CHOICE_COLUMNS                                                                               \
    "SELECT account, show_group, show_link, invitations, day_before, two_hours_before, duties, feed_made_at " \
    "FROM calendar "
const Sql select_choice{COVISION_CHOICE_COLUMNS "WHERE account = $1"};
const Sql select_feed{COVISION_CHOICE_COLUMNS "WHERE feed = $1"};
#undef COVISION_CHOICE_COLUMNS
const Sql upsert_choice{
    "INSERT INTO calendar (account, show_group, show_link, invitations, day_before, two_hours_before, duties) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (account) DO UPDATE SET show_group = excluded.show_group, "
    "show_link = excluded.show_link, invitations = excluded.invitations, day_before = excluded.day_before, "
    "two_hours_before = excluded.two_hours_before, duties = excluded.duties"};
const Sql update_feed{"UPDATE calendar SET feed = $2, feed_made_at = $3 WHERE account = $1"};
const Sql delete_feed{"UPDATE calendar SET feed = NULL, feed_made_at = NULL WHERE account = $1"};

}  // namespace

ChoiceRow ChoiceRow::from(const storage::Row& row) {
    ChoiceRow made;
    made.account = row.text(0);
    made.choice.show_group = row.integer(1) != 0;
    made.choice.show_link = row.integer(2) != 0;
    made.choice.mail.invitations = row.integer(3) != 0;
    made.choice.mail.day_before = row.integer(4) != 0;
    made.choice.mail.two_hours_before = row.integer(5) != 0;
    made.choice.mail.duties = row.integer(6) != 0;
    made.feed_made_at = row.get<std::optional<Instant>>(7);
    return made;
}

ChoiceRow choice_of(Read& read, const std::string& account) {
    if (auto found = read.db.first<ChoiceRow>(select_choice, account)) return std::move(*found);
    ChoiceRow made;
    made.account = account;
    return made;
}

void set_choice(Write& write, const std::string& account, const protocol::CalendarChoice& choice) {
    const auto& mail = choice.mail;
    write.db.run(upsert_choice, account, std::int64_t{choice.show_group}, std::int64_t{choice.show_link},
                 std::int64_t{mail.invitations}, std::int64_t{mail.day_before}, std::int64_t{mail.two_hours_before},
                 std::int64_t{mail.duties});
}

void set_feed(Write& write, const std::string& account, const std::string& token) {
    set_choice(write, account, choice_of(write, account).choice);
    write.db.run(update_feed, account, Blob{token}, write.now);
}

void clear_feed(Write& write, const std::string& account) { write.db.run(delete_feed, account); }

std::optional<ChoiceRow> find_feed(Read& read, const std::string& token) {
    return read.db.first<ChoiceRow>(select_feed, Blob{token});
}

}  // namespace covision::calendar
