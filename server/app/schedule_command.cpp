#include "server/app/schedule_command.hpp"

#include <ostream>

#include "server/base/refused.hpp"
#include "server/base/time.hpp"
#include "server/features/schedule/expand_rule.hpp"
#include "server/features/schedule/recurrence.hpp"

namespace covision::app {
namespace {

/// To the minute, as sessions are planned; seconds are allowed where they are zero.
schedule::LocalTime local_time(const char* option, std::string text) {
    if (text.size() == 19 && text.compare(16, 3, ":00") == 0) text.resize(16);
    if (const auto time = schedule::parse_local_time(text, 9999)) return *time;
    throw Refused("bad_time", std::string(option) + " is a local time such as 2026-10-06T16:30, of 1970 or later.");
}

int count_of(const std::string& text) {
    int count = 0;
    for (const char c : text) count = c >= '0' && c <= '9' && count < 10'000 ? count * 10 + (c - '0') : 100'000;
    if (text.empty() || count < 1 || count > schedule::max_occurrences)
        throw Refused("bad_rule", "--count is a number from 1 to 1000.");
    return count;
}

schedule::RuleQuestion question_of(const ExpandOptions& options) {
    schedule::RuleQuestion question;
    question.rule = schedule::parse_rrule(options.rule);
    question.start = local_time("--start", options.start);
    question.zone = options.zone;
    if (options.count && options.until) throw Refused("bad_rule", "Use --count or --until, not both.");
    if (options.count) question.count = count_of(*options.count);
    if (options.until) question.until = local_time("--until", *options.until);
    for (const auto& text : options.exdates) question.without.push_back(local_time("--exdate", text));
    return question;
}

}  // namespace

int expand_command(std::ostream& out, std::ostream& err, const ExpandOptions& options) {
    try {
        for (const auto at : schedule::expand_rule(question_of(options))) out << rfc3339(at) << "\n";
    } catch (const Refused& refused) {
        err << "covision: " << refused.message() << "\n";
        return 2;
    }
    if (out.flush()) return 0;
    err << "covision: the dates could not be written.\n";
    return 2;
}

}  // namespace covision::app
