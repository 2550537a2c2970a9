// Who comes next, where somebody asks and nothing is planned: deputies of a facilitator, wishes to present.

#include <algorithm>
#include <tuple>

#include "server/features/rota/cost.hpp"

namespace covision::rota {

std::vector<std::string> deputies(const Group& group, const std::string& session) {
    constexpr auto role = Role::facilitator;
    auto alone = group;
    std::erase_if(alone.upcoming, [&](const Upcoming& one) { return one.id != session; });
    const Board board(alone);
    if (board.sessions() == 0) return {};
    const auto leads_there = [&](const std::string& account, Role leading) {
        return std::any_of(group.published.begin(), group.published.end(), [&](const Duty& duty) {
            return duty.session == session && duty.role == leading && duty.account == account;
        });
    };
    using Rank = std::tuple<bool, bool, long long, std::optional<Instant>, int>;
    std::vector<Rank> found;
    for (int i = 0; i < board.people(); ++i) {
        if (!board.willing(0, i, role) || leads_there(board.id(i), role)) continue;
        const auto share = fixed(board.share(0, i, role, board.served(0, i, role)));
        found.emplace_back(leads_there(board.id(i), Role::presenter), !board.settled(0, i, role), share,
                           board.last(0, i, role), i);
    }
    std::sort(found.begin(), found.end());
    std::vector<std::string> accounts;
    for (const auto& each : found) accounts.push_back(board.id(std::get<int>(each)));
    return accounts;
}

std::vector<Wish> queue_of(const Group& group) {
    const auto last = [&](const Wish& wish) -> std::optional<Instant> {
        for (const auto& person : group.people)
            if (person.id == wish.account) return person.last[static_cast<std::size_t>(Role::presenter)];
        return std::nullopt;
    };
    const auto rank = [&](const Wish& wish) {
        return std::make_tuple(!wish.urgent, wish.since, last(wish), wish.account);
    };
    auto wishes = group.wishes;
    std::sort(wishes.begin(), wishes.end(), [&](const Wish& a, const Wish& b) { return rank(a) < rank(b); });
    return wishes;
}

}  // namespace covision::rota
