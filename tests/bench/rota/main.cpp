// bench_rota: how long planning 12 sessions of 12 members takes, with every role, as {"fresh_ms": …, "again_ms": …,
// "absence_ms": …}: medians of many runs; from nothing, with nothing changed, and with the next facilitator away.

#include <algorithm>
#include <chrono>
#include <iostream>
#include <string>
#include <vector>

#include "server/features/rota/rules.hpp"

namespace {

using namespace covision;

rota::Group twelve() {
    rota::Group group;
    for (int i = 10; i < 22; ++i) {
        rota::Person person;
        person.id = "member " + std::to_string(i);
        group.people.push_back(person);
        group.upcoming.push_back(
            {"session " + std::to_string(i), from_micros(1'790'000'000'000'000) + std::chrono::weeks{i}, {}});
    }
    group.rules.horizon = 12;
    group.rules.planned.fill(true);
    return group;
}

double median_ms(const rota::Group& group) {
    using clock = std::chrono::steady_clock;
    std::vector<double> took;
    for (int i = 0; i < 501; ++i) {
        const auto begin = clock::now();
        if (rota::plan(group).duties.size() < 48) return -1;
        took.push_back(std::chrono::duration<double, std::milli>(clock::now() - begin).count());
    }
    std::nth_element(took.begin(), took.begin() + 250, took.end());
    return took[250];
}

}  // namespace

int main() {
    auto group = twelve();
    const double fresh = median_ms(group);
    group.published = rota::plan(group).duties;
    const double again = median_ms(group);
    group.upcoming.front().away = {group.published.front().account};
    const double absence = median_ms(group);
    if (std::min({fresh, again, absence}) < 0) return 1;
    std::cout << "{\"fresh_ms\": " << fresh << ", \"again_ms\": " << again << ", \"absence_ms\": " << absence << "}"
              << std::endl;
}
