#include "server/features/home/methods.hpp"

#include <algorithm>

#include "server/features/home/gather.hpp"

namespace covision::home {
namespace {

using call::Read;

/// Somebody in very many groups sees what is next, not everything: the lists are as long as their messages allow.
template <class List>
void at_most(List& list, std::size_t most) {
    if (list.size() > most) list.items.resize(most);
}

protocol::Home show(Read& read, const protocol::Empty&) {
    protocol::Home home;
    home.seq = read.seq(read.caller.account);
    home.groups = groups::summaries(read, read.caller.account);
    for (const auto& summary : home.groups) {
        auto found = gather(read, summary);
        if (found.next) home.next.push_back(std::move(*found.next));
        for (auto& task : found.tasks) home.tasks.push_back(std::move(task));
        for (auto& duty : found.duties) home.duties.push_back(std::move(duty));
    }
    std::sort(home.next.begin(), home.next.end(),
              [](const auto& left, const auto& right) { return left.session.starts_at < right.session.starts_at; });
    // What has to be done soonest stands first; what has no end comes last.
    auto end_of = [](const protocol::Task& task) { return task.until ? task.until->value : Instant::max(); };
    std::stable_sort(home.tasks.begin(), home.tasks.end(),
                     [&](const auto& left, const auto& right) { return end_of(left) < end_of(right); });
    std::stable_sort(home.duties.begin(), home.duties.end(),
                     [](const auto& left, const auto& right) { return left.starts_at < right.starts_at; });
    at_most(home.tasks, 500);
    at_most(home.duties, 500);
    return home;
}

}  // namespace

void methods(call::Table& table) { table.read("home.show", "What is next for the caller, over all groups.", &show); }

}  // namespace covision::home
