// Any bytes as three lines: a rule, a local start, a zone. What is read gives instants one after the other, no more
// than were asked for; anything else is refused in plain words.
#include <algorithm>
#include <cstdint>
#include <cstdlib>

#include "server/base/refused.hpp"
#include "server/features/schedule/expand_rule.hpp"

namespace {

std::string_view line(std::string_view& text) {
    const auto end = std::min(text.find('\n'), text.size());
    const auto found = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return found;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    namespace schedule = covision::schedule;
    constexpr int most = 40;
    std::string_view text(reinterpret_cast<const char*>(data), size);
    try {
        schedule::RuleQuestion question;
        question.rule = schedule::parse_rrule(line(text));
        const auto start = schedule::parse_local_time(line(text), 9999);
        if (!start) return 0;
        question.start = *start;
        question.zone = line(text);
        question.count = most;
        const auto found = schedule::expand_rule(question);
        const auto wanted = static_cast<std::size_t>(std::min(most, question.rule.count.value_or(most)));
        // Two dates may meet in one instant only where a zone left a day out.
        if (found.size() > wanted || !std::is_sorted(found.begin(), found.end())) std::abort();
    } catch (const covision::Refused& refused) {
        if (refused.code().empty()) std::abort();
    }
    return 0;
}
