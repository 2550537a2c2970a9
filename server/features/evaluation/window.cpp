#include "server/features/evaluation/window.hpp"

#include <set>

namespace covision::evaluation {

namespace {

/// Half-open range in the list of small sessions.
struct Range {
    std::size_t from, to;
    bool has(std::size_t i) const { return from <= i && i < to; }
};

using Small = std::vector<const Rated*>;

std::set<std::string> raters(const Small& small, Range range) {
    std::set<std::string> found;
    for (std::size_t i = range.from; i < range.to; ++i) found.insert(small[i]->raters.begin(), small[i]->raters.end());
    return found;
}

/// Who rated in sessions of `a` that are not in `b`.
std::set<std::string> raters_only_in(const Small& small, Range a, Range b) {
    std::set<std::string> found;
    for (std::size_t i = a.from; i < a.to; ++i) {
        if (!b.has(i)) found.insert(small[i]->raters.begin(), small[i]->raters.end());
    }
    return found;
}

bool tells_one_apart(const Small& small, Range a, Range b) {
    if (raters_only_in(small, a, b).size() == 1 || raters_only_in(small, b, a).size() == 1) return true;
    const auto in_a = raters(small, a), in_b = raters(small, b);
    std::size_t differ = 0;
    for (const auto& rater : in_a) differ += in_b.count(rater) ? 0 : 1;
    for (const auto& rater : in_b) differ += in_a.count(rater) ? 0 : 1;
    return differ == 1;
}

}  // namespace

std::vector<Window> windows(const std::vector<Rated>& closed) {
    Small small;
    for (const auto& session : closed) {
        if (session.ballots.size() < fewest_ballots && !session.ballots.empty()) small.push_back(&session);
    }
    std::vector<Range> published;
    std::vector<Window> found;
    for (std::size_t to = least_sessions; to <= small.size(); ++to) {
        Range range{to - least_sessions, to};
        while (range.from > 0 && raters(small, range).size() < fewest_ballots) --range.from;
        if (raters(small, range).size() < fewest_ballots) continue;
        bool tells = false;
        for (const auto& before : published) tells = tells || tells_one_apart(small, range, before);
        if (tells) continue;
        Window window;
        std::vector<Ballot> ballots;
        for (std::size_t i = range.from; i < range.to; ++i) {
            window.sessions.push_back(small[i]->session);
            ballots.insert(ballots.end(), small[i]->ballots.begin(), small[i]->ballots.end());
        }
        window.summary = summarise(ballots);
        published.push_back(range);
        found.push_back(std::move(window));
    }
    return found;
}

}  // namespace covision::evaluation
