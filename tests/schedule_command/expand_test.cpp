// `covision schedule expand` as a program sees it: lines, one sentence, an exit code.

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "server/app/schedule_command.hpp"

namespace covision::app {
namespace {

struct Ran {
    int code = 0;
    std::string out, err;
};

Ran run(const ExpandOptions& options) {
    std::ostringstream out, err;
    Ran ran;
    ran.code = expand_command(out, err, options);
    ran.out = out.str();
    ran.err = err.str();
    return ran;
}

ExpandOptions berlin(const std::string& rule) {
    ExpandOptions options;
    options.rule = rule;
    options.start = "2026-10-06T16:30";
    options.zone = "Europe/Berlin";
    return options;
}

TEST(ScheduleExpand, PrintsInstants) {
    auto options = berlin("FREQ=WEEKLY;INTERVAL=2");
    options.count = "3";
    options.exdates = {"2026-10-20T16:30"};
    const auto ran = run(options);
    EXPECT_EQ(ran.code, 0);
    EXPECT_EQ(ran.out, "2026-10-06T14:30:00Z\n2026-11-03T15:30:00Z\n");
    EXPECT_EQ(ran.err, "");
    options.exdates = {"2026-10-06T16:30:00", "2026-10-20T16:30", "2026-11-03T16:30"};
    EXPECT_EQ(run(options).code, 0) << "nothing is left: that is an answer";
    EXPECT_EQ(run(options).out, "");
}

TEST(ScheduleExpand, SaysInOneLineWhatIsWrong) {
    std::vector<ExpandOptions> all{berlin("FREQ=WEEKLY"), berlin("FREQ=DAILY;COUNT=1001"), berlin("no\nrule"),
                                   berlin("FREQ=SECONDLY;COUNT=1")};
    for (const char* count : {"0", "-1", "1001", "x", "", "1.5", "99999999999999999999"}) {
        all.push_back(berlin("FREQ=WEEKLY"));
        all.back().count = count;
    }
    for (const char* time : {"", "2026-10-06", "2026-10-06 16:30", "2026-10-06T16:30Z", "2026-02-29T16:30",
                             "2026-10-06T24:00", "2026-10-06T16:30:30", "1969-12-31T16:30"}) {
        for (int i = 0; i < 3; ++i) all.push_back(berlin("FREQ=WEEKLY;COUNT=2"));
        all.back().start = time;
        all.end()[-2].until = time;
        all.end()[-3].exdates = {time};
    }
    for (const char* zone : {"", "Berlin", "europe/berlin", "../zoneinfo/Europe/Berlin", "UTC+1"}) {
        all.push_back(berlin("FREQ=WEEKLY;COUNT=2"));
        all.back().zone = zone;
    }
    all.push_back(berlin("FREQ=WEEKLY"));
    all.back().count = "2";
    all.back().until = "2026-12-01T00:00";
    for (const auto& options : all) {
        const auto ran = run(options);
        EXPECT_EQ(ran.code, 2) << options.rule << " " << options.start << " " << options.zone;
        EXPECT_EQ(ran.out, "");
        EXPECT_EQ(std::count(ran.err.begin(), ran.err.end(), '\n'), 1) << ran.err;
        EXPECT_EQ(ran.err.rfind("covision: ", 0), 0u);
    }
}

}  // namespace
}  // namespace covision::app
