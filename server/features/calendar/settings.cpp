// What an account chooses for its own calendar and mailbox.

#include "server/features/accounts/table.hpp"
#include "server/features/calendar/calls.hpp"
#include "server/features/calendar/topics.hpp"

namespace covision::calendar {
namespace {

std::string token_of(Write& write) { return write.vault.derive("calendar", write.caller.account, write.call_id); }

void tell(Write& write) {
    const auto& account = write.caller.account;
    write.emit(changed, account, {account}, {account});
}

}  // namespace

protocol::CalendarSettings settings(Read& read, const protocol::Empty&) {
    const auto account = accounts::find_account(read, read.caller.account);
    if (!account) throw not_found();
    const auto row = choice_of(read, read.caller.account);
    protocol::CalendarSettings made;
    made.seq = read.seq(read.caller.account);
    made.relay = read.outside.relay;
    made.email = account->email;
    made.feed = row.feed_made_at.has_value();
    if (row.feed_made_at) made.feed_made_at = protocol::Time{*row.feed_made_at};
    made.show_group = row.choice.show_group;
    made.show_link = row.choice.show_link;
    made.mail = row.choice.mail;
    return made;
}

protocol::Empty set(Write& write, const protocol::CalendarChoice& params) {
    set_choice(write, write.caller.account, params);
    tell(write);
    return {};
}

protocol::FeedMade make_feed(Write& write, const protocol::Empty&) {
    const auto token = token_of(write);
    set_feed(write, write.caller.account, write.vault.hash("calendar", token));
    write.audit("calendar.feed_made", "", "");
    tell(write);
    return {token};
}

// Not empty: what is kept must still be a secret's shape when it is read again.
void blank(protocol::FeedMade& made) { made.token = "-"; }

void reveal(Write& write, protocol::FeedMade& made) { made.token = token_of(write); }

protocol::Empty end_feed(Write& write, const protocol::Empty&) {
    clear_feed(write, write.caller.account);
    write.audit("calendar.feed_ended", "", "");
    tell(write);
    return {};
}

}  // namespace covision::calendar
