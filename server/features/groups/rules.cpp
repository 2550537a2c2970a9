#include "server/features/groups/rules.hpp"

#include <algorithm>

#include "server/features/groups/template.hpp"

namespace covision::groups {
namespace {

bool same(const protocol::Clause& left, const protocol::Clause& right) {
    return left.key == right.key && left.title == right.title && left.text == right.text;
}

bool holds(const protocol::Clauses& clauses, const protocol::Clause& wanted) {
    return std::any_of(clauses.begin(), clauses.end(), [&](const auto& each) { return same(each, wanted); });
}

}  // namespace

void check_clauses(const protocol::Clauses& clauses) {
    std::set<std::string> seen;
    for (std::size_t i = 0; i < clauses.size(); ++i) {
        const auto& clause = clauses[i];
        const Refused::Details place{{"index", std::to_string(i)}};
        if (clause.title.value.find_first_of("\n\t") != std::string::npos)
            throw Refused("clause_title", "The title of a point is one line.", place);
        if (clause.key == own_key) continue;
        if (!is_template_key(clause.key))
            throw Refused("clause_unknown", "A point of your own has the key \"own\".", place);
        if (!seen.insert(clause.key.value).second)
            throw Refused("clause_twice", "This point stands twice in the agreement.", place);
    }
}

std::vector<std::string> changed_keys(const protocol::Clauses& before, const protocol::Clauses& after) {
    std::vector<std::string> keys;
    const auto note = [&keys](const std::string& key) {
        if (std::find(keys.begin(), keys.end(), key) == keys.end()) keys.push_back(key);
    };
    for (const auto& clause : after)
        if (!holds(before, clause)) note(clause.key);
    for (const auto& clause : before)
        if (!holds(after, clause)) note(clause.key);
    return keys;
}

bool is_confirmed_by_all(const std::string& newcomer, const std::vector<Standing>& members,
                         const std::set<std::string>& confirmers) {
    bool anybody = false;
    for (const auto& member : members) {
        if (member.account == newcomer || !member.has_ever_signed || !member.is_confirmed) continue;
        if (confirmers.count(member.account) == 0) return false;
        anybody = true;
    }
    return anybody;
}

bool leaves_without_organiser(const std::vector<Seat>& members, const std::string& account) {
    const bool alone = std::all_of(members.begin(), members.end(), [&](const Seat& s) { return s.account == account; });
    const bool another = std::any_of(members.begin(), members.end(), [&](const Seat& s) {
        return s.account != account && s.role == protocol::Role::organiser;
    });
    return !alone && !another;
}

}  // namespace covision::groups
