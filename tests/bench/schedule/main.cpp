// bench_schedule: how long a year of a weekly series takes to expand, as {"weekly_year_ms": …}: the median of many
// runs, in the zone that takes longest.

#include <algorithm>
#include <chrono>
#include <iostream>
#include <vector>

#include "server/features/schedule/recurrence.hpp"

namespace {

using covision::schedule::Series;

double median_ms(const Series& series) {
    using clock = std::chrono::steady_clock;
    std::vector<double> took;
    for (int i = 0; i < 501; ++i) {
        const auto begin = clock::now();
        if (covision::schedule::expand(series).size() != 52) return -1;
        took.push_back(std::chrono::duration<double, std::milli>(clock::now() - begin).count());
    }
    std::nth_element(took.begin(), took.begin() + 250, took.end());
    return took[250];
}

}  // namespace

int main() {
    double slowest = 0;
    for (const char* zone : {"Europe/Berlin", "Europe/London", "America/New_York", "America/Sao_Paulo",
                             "Australia/Lord_Howe", "Asia/Kathmandu", "Africa/Casablanca", "Pacific/Apia"}) {
        Series series;
        series.rule.count = 52;
        series.local_start = "2026-10-06T16:30";
        series.zone = zone;
        const double took = median_ms(series);
        if (took < 0) return 1;
        slowest = std::max(slowest, took);
    }
    std::cout << "{\"weekly_year_ms\": " << slowest << "}" << std::endl;
}
