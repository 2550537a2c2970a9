#include "server/features/schedule/reconcile.hpp"

#include <algorithm>
#include <cstdint>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

namespace covision::schedule {
namespace {

constexpr Micros least_reach = std::chrono::days{7}, most_reach = std::chrono::days{31};

using Meetings = std::vector<const Meeting*>;
using Occurrences = std::vector<const Occurrence*>;

/// What lies between two of them on average.
template <class All, class At>
Micros spacing(const All& all, At at) {
    if (all.size() < 2) return most_reach;
    return (at(*all.back()) - at(*all.front())) / static_cast<std::int64_t>(all.size() - 1);
}

Instant slot_of(const Meeting& meeting) { return meeting.slot; }
Instant start_of(const Occurrence& occurrence) { return occurrence.starts; }

/// Which occurrence each meeting goes to, both in order of time and without crossings: the cheapest alignment, where a
/// step costs its length and whatever stays alone half of `reach`. nullptr: none.
Occurrences align(const Meetings& meetings, const Occurrences& wanted, Micros reach) {
    const auto rows = meetings.size() + 1, columns = wanted.size() + 1;
    const auto alone = reach.count();  // in half microseconds, so that a step counts twice
    enum Step : char { pair, leave, add };
    std::vector<char> steps(rows * columns, add);
    std::vector<std::int64_t> above(columns), here(columns);
    for (std::size_t j = 0; j < columns; ++j) above[j] = alone * static_cast<std::int64_t>(j);
    for (std::size_t i = 1; i < rows; ++i) {
        here[0] = above[0] + alone;
        steps[i * columns] = leave;
        for (std::size_t j = 1; j < columns; ++j) {
            const auto step = std::chrono::abs(meetings[i - 1]->slot - wanted[j - 1]->starts);
            here[j] = here[j - 1] + alone;
            steps[i * columns + j] = add;
            if (above[j] + alone < here[j]) {
                here[j] = above[j] + alone;
                steps[i * columns + j] = leave;
            }
            if (step < reach && above[j - 1] + 2 * step.count() <= here[j]) {
                here[j] = above[j - 1] + 2 * step.count();
                steps[i * columns + j] = pair;
            }
        }
        std::swap(above, here);
    }
    Occurrences found(meetings.size(), nullptr);
    for (std::size_t i = rows - 1, j = columns - 1; i > 0 || j > 0;) {
        const auto step = steps[i * columns + j];
        if (step == pair) found[i - 1] = wanted[j - 1];
        if (step != add) --i;
        if (step != leave) --j;
    }
    return found;
}

/// Its place in the series is taken, whatever became of it.
bool stands(const Meeting& meeting, Instant now) { return frozen(meeting, now) || meeting.moved; }

class Reconciling {
public:
    Reconciling(const std::vector<Meeting>& existing, const std::vector<Occurrence>& wanted, Instant now) : now_(now) {
        for (const auto& occurrence : wanted)
            if (occurrence.starts > now) wanted_.push_back(&occurrence);
        for (const auto& meeting : existing)
            if (!meeting.dropped) existing_.push_back(&meeting);
        // What stands for a time comes before another one of that time, today and when the same is asked again.
        const auto place = [now](const Meeting* meeting) {
            return std::make_tuple(meeting->slot, !stands(*meeting, now), meeting->starts, meeting->id);
        };
        std::sort(existing_.begin(), existing_.end(),
                  [&](const Meeting* a, const Meeting* b) { return place(a) < place(b); });
        reach_ = std::clamp(std::min(spacing(existing_, slot_of), spacing(wanted_, start_of)), least_reach, most_reach);
    }

    Changes run() {
        same_time();
        same_day();
        nearest();
        for (const auto* occurrence : wanted_) changes_.added.push_back(*occurrence);
        return std::move(changes_);
    }

private:
    /// Of the same time: nothing changes.
    void same_time() {
        std::unordered_map<std::int64_t, const Occurrence*> at;
        for (const auto* occurrence : wanted_) at.emplace(micros(occurrence->starts), occurrence);
        take([&](const Meeting& meeting) -> const Occurrence* {
            const auto found = at.find(micros(meeting.slot));
            if (found == at.end()) return nullptr;
            const auto* occurrence = found->second;
            at.erase(found);
            return occurrence;
        });
    }

    /// The group has met that day: it does not meet once more.
    void same_day() {
        std::unordered_map<std::string, const Occurrence*> on;
        for (const auto* occurrence : wanted_) on.emplace(occurrence->local_start.substr(0, 10), occurrence);
        take([&](const Meeting& meeting) -> const Occurrence* {
            if (!frozen(meeting, now_) || meeting.cancelled) return nullptr;
            const auto found = on.find(meeting.day);
            return found == on.end() ? nullptr : found->second;
        });
    }

    void nearest() {
        Meetings loose;
        for (const auto* meeting : existing_)
            if (meeting->slot > now_ && (meeting->cancelled || !frozen(*meeting, now_))) loose.push_back(meeting);
        const auto found = align(loose, wanted_, reach_);
        std::unordered_map<const Meeting*, const Occurrence*> goes;
        for (std::size_t i = 0; i < loose.size(); ++i)
            if (found[i]) goes.emplace(loose[i], found[i]);
        take([&](const Meeting& meeting) -> const Occurrence* {
            const auto at = goes.find(&meeting);
            return at == goes.end() ? nullptr : at->second;
        });
        for (const auto* meeting : existing_)
            if (!stands(*meeting, now_)) changes_.removed.push_back(meeting->id);
    }

    /// Gives meetings the occurrences that `find` names; both are done with then.
    template <class Find>
    void take(Find find) {
        std::unordered_set<const Occurrence*> gone;
        Meetings left;
        for (const auto* meeting : existing_) {
            const auto* occurrence = find(*meeting);
            if (!occurrence) {
                left.push_back(meeting);
                continue;
            }
            gone.insert(occurrence);
            if (stands(*meeting, now_)) {
                const bool begun = frozen(*meeting, now_) && !meeting->cancelled;
                if (!begun && meeting->slot != occurrence->starts) changes_.stand.push_back({meeting->id, *occurrence});
                continue;
            }
            auto& stays = occurrence->starts == meeting->starts ? changes_.kept : changes_.shifted;
            stays.push_back({meeting->id, *occurrence});
        }
        existing_ = std::move(left);
        wanted_.erase(std::remove_if(wanted_.begin(), wanted_.end(),
                                     [&](const auto* occurrence) { return gone.count(occurrence) != 0; }),
                      wanted_.end());
    }

    Instant now_;
    Occurrences wanted_;
    Meetings existing_;
    Micros reach_;
    Changes changes_;
};

}  // namespace

Changes reconcile(const std::vector<Meeting>& existing, const std::vector<Occurrence>& wanted, Instant now) {
    return Reconciling(existing, wanted, now).run();
}

}  // namespace covision::schedule
