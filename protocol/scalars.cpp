#include "protocol/scalars.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>

#include "protocol/text.hpp"
#include "server/base/random.hpp"
#include "server/base/time.hpp"

namespace covision::protocol {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// True where every '#' of the pattern meets a digit and everything else itself.
bool matches(std::string_view text, std::string_view pattern) {
    return std::equal(text.begin(), text.end(), pattern.begin(), pattern.end(),
                      [](char c, char p) { return p == '#' ? is_digit(c) : c == p; });
}

int number_at(std::string_view text, std::size_t at, std::size_t digits) {
    int number = 0;
    std::from_chars(text.data() + at, text.data() + at + digits, number);
    return number;
}

bool is_local_date(std::string_view text) {
    if (!matches(text, "####-##-##")) return false;
    const std::chrono::year_month_day date{std::chrono::year{number_at(text, 0, 4)},
                                           std::chrono::month{static_cast<unsigned>(number_at(text, 5, 2))},
                                           std::chrono::day{static_cast<unsigned>(number_at(text, 8, 2))}};
    return date.ok();
}

bool is_local_time(std::string_view text) {
    return matches(text, "####-##-##T##:##") && is_local_date(text.substr(0, 10)) && number_at(text, 11, 2) < 24 &&
           number_at(text, 14, 2) < 60;
}

std::string span(const Type& type, const char* unit) {
    const auto max = std::to_string(type.max);
    if (type.min == 0) return "at most " + max + unit;
    if (type.min == type.max) return "exactly " + max + unit;
    return std::to_string(type.min) + " to " + max + unit;
}

std::string names(const Type& type) {
    std::string all;
    for (const auto& each : type.enumerators) {
        if (!all.empty()) all += ", ";
        all += each.name;
    }
    return all;
}

std::optional<std::string> set_words(const Type& type, void* value, std::string text) {
    if (const char* fault = text_fault(text)) return std::string("This member must not ") + fault + ".";
    text = nfc(std::move(text));
    const auto length = code_points(text);
    if (length < type.min || length > type.max) return expectation(type);
    if (type.min > 0 && is_blank(text)) return "This member must not be blank.";
    type.set_text(value, std::move(text));
    return std::nullopt;
}

std::optional<std::string> set_exactly(const Type& type, void* value, std::string text, bool valid) {
    if (!valid) return expectation(type);
    type.set_text(value, std::move(text));
    return std::nullopt;
}

std::optional<std::string> set_enumerator(const Type& type, void* value, std::string_view text) {
    for (const auto& each : type.enumerators) {
        if (each.name != text) continue;
        type.set_whole(value, each.value);
        return std::nullopt;
    }
    return expectation(type);
}

}  // namespace

std::string expectation(const Type& type) {
    const std::string must = "This member must be ";
    switch (type.kind) {
        case Kind::boolean: return must + "true or false.";
        case Kind::integer:
            return must + "a whole number from " + std::to_string(type.lowest) + " to " + std::to_string(type.highest) +
                   ".";
        case Kind::real: return must + "a number.";
        case Kind::text:
        case Kind::confidential:
        case Kind::secret: return must + "a text of " + span(type, " characters.");
        case Kind::id: return must + "a UUID in lower case.";
        case Kind::time: return must + "a time in UTC like 2026-11-24T15:30:00Z.";
        case Kind::local_time: return must + "a local time like 2026-11-24T16:30.";
        case Kind::local_date: return must + "a date like 2026-11-24.";
        case Kind::enumeration: return must + "one of: " + names(type) + ".";
        case Kind::list: return must + "a list of " + span(type, " items.");
        case Kind::optional: return expectation(*type.element);
        case Kind::structure:
        case Kind::empty: return must + "an object.";
    }
    return must + "something else.";
}

std::optional<std::string> set_string(const Type& type, void* value, std::string text) {
    switch (type.kind) {
        case Kind::text:
        case Kind::confidential:
        case Kind::secret: return set_words(type, value, std::move(text));
        case Kind::id: {
            const bool valid = is_uuid(text);
            return set_exactly(type, value, std::move(text), valid);
        }
        case Kind::local_time: {
            const bool valid = is_local_time(text);
            return set_exactly(type, value, std::move(text), valid);
        }
        case Kind::local_date: {
            const bool valid = is_local_date(text);
            return set_exactly(type, value, std::move(text), valid);
        }
        case Kind::time:
            if (const auto at = parse_rfc3339(text)) {
                type.set_whole(value, micros(*at));
                return std::nullopt;
            }
            return expectation(type);
        case Kind::enumeration: return set_enumerator(type, value, text);
        default: return expectation(type);
    }
}

bool is_member_name(std::string_view name) {
    const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    return !name.empty() && name.size() <= 40 && is_letter(name.front()) &&
           std::all_of(name.begin(), name.end(), [&](char c) { return is_letter(c) || is_digit(c) || c == '_'; });
}

}  // namespace covision::protocol
