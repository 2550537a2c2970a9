#include "server/features/calendar/desk.hpp"

#include "server/features/groups/table.hpp"
#include "server/notify/outbox.hpp"

namespace covision::calendar {

Desk::Desk(Write& write, const std::string& group, const std::string& only)
    : write_(write), member_(groups::for_the_group(write, group)) {
    for (const auto& row : groups::members(write, member_))
        if (only.empty() || row.account == only) people_.push_back(choice_of(write, row.account));
}

void Desk::all(Wanted wanted, const Letterhead& head) {
    for (const auto& person : people_)
        if (person.choice.mail.*wanted) order(person.account, head);
}

bool Desk::one(const std::string& account, Wanted wanted, const Letterhead& head) {
    for (const auto& person : people_) {
        if (person.account != account || !(person.choice.mail.*wanted)) continue;
        order(account, head);
        return true;
    }
    return false;
}

void Desk::order(const std::string& account, const Letterhead& head) {
    notify::order(write_.db,
                  {account, head.kind, member_.group(), head.subject, head.kind + "/" + head.what + "/" + account,
                   head.at, head.until},
                  write_.random);
}

}  // namespace covision::calendar
