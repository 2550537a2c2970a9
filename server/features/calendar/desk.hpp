#pragma once
// One group, while mails are ordered for it.

#include <string>
#include <vector>

#include "server/features/calendar/table.hpp"
#include "server/features/groups/permit.hpp"

namespace covision::calendar {

/// An order before it is known who gets it.
struct Letterhead {
    std::string kind, subject;
    std::string what;  // with the kind and the account the key of the order: ordered once
    Instant at, until;
};

class Desk {
public:
    using Wanted = bool protocol::MailChoice::*;

    /// `only`: mails go to this account alone.
    Desk(Write& write, const std::string& group, const std::string& only = {});

    [[nodiscard]] Write& write() const { return write_; }
    [[nodiscard]] const groups::Member& member() const { return member_; }

    /// To everybody who wants this kind.
    void all(Wanted wanted, const Letterhead& head);
    /// To one. False: that one does not want this kind, or is no member.
    bool one(const std::string& account, Wanted wanted, const Letterhead& head);

private:
    void order(const std::string& account, const Letterhead& head);

    Write& write_;
    groups::Member member_;
    std::vector<ChoiceRow> people_;
};

}  // namespace covision::calendar
