#pragma once
// The value types that messages are made of. Each wraps one plain value and carries its limits in its type, so that the
// description of a message says everything a decoder, a form or a schema needs. The wrappers themselves check nothing:
// limits are enforced where strangers' bytes come in, in json.hpp's decode().

#include <compare>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <iosfwd>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "server/base/time.hpp"

namespace covision::protocol {

/// What all texts share: `.value`, conversion from and to strings, comparison, and for tests operator<<.
template <class Self>
struct Wording {
    std::string value;

    Wording() = default;
    Wording(std::string text) : value(std::move(text)) {}
    Wording(std::string_view text) : value(text) {}
    Wording(const char* text) : value(text) {}

    operator const std::string&() const { return value; }
    operator std::string_view() const { return value; }
    [[nodiscard]] bool empty() const { return value.empty(); }

    // One template for every kind of string: two overloads would be ambiguous, as each side converts to the other.
    template <class Other>
    requires std::convertible_to<const Other&, std::string_view>
    friend bool operator==(const Self& left, const Other& right) {
        return std::string_view(left.value) == std::string_view(right);
    }
    friend std::strong_ordering operator<=>(const Self& left, const Self& right) { return left.value <=> right.value; }
    // A confidential text must not reach a log or a test's output by accident, so only open kinds print themselves.
    friend std::ostream& operator<<(std::ostream& out, const Self& text) {
        if constexpr (Self::printable) {
            return out << text.value;
        } else {
            return out << "(hidden)";
        }
    }
};

/// Open text of Min to Max code points: NFC, no control characters but line feed and tab. Where Min > 0 it is not
/// blank.
template <std::size_t Max, std::size_t Min = 0>
struct Text : Wording<Text<Max, Min>> {
    static_assert(Min <= Max);
    static constexpr bool printable = true;
    using Wording<Text>::Wording;
};

/// As Text, but what a member entrusted to the group: never in an event, nor in the result of a writing method.
template <std::size_t Max, std::size_t Min = 0>
struct Confidential : Wording<Confidential<Max, Min>> {
    static_assert(Min <= Max);
    static constexpr bool printable = false;
    using Wording<Confidential>::Wording;
};

/// A password, an invitation's token, a recovery code: 1 to 512 code points. Never in an event, never stored.
struct Secret : Wording<Secret> {
    static constexpr bool printable = false;
    static constexpr std::size_t max = 512;
    using Wording<Secret>::Wording;
};

/// A UUID as text: 36 characters, lower case.
struct Id : Wording<Id> {
    static constexpr bool printable = true;
    using Wording<Id>::Wording;
};

/// A local time of some zone that stands beside it: "2026-11-24T16:30".
struct LocalTime : Wording<LocalTime> {
    static constexpr bool printable = true;
    using Wording<LocalTime>::Wording;
};

/// A calendar date: "2026-11-24".
struct LocalDate : Wording<LocalDate> {
    static constexpr bool printable = true;
    using Wording<LocalDate>::Wording;
};

/// A moment, to the microsecond. In JSON RFC 3339 in UTC: "2026-11-24T15:30:00Z", a fraction only where it is not 0.
struct Time {
    Instant value{};

    Time() = default;
    Time(Instant instant) : value(instant) {}
    operator Instant() const { return value; }
    friend bool operator==(const Time&, const Time&) = default;
    friend auto operator<=>(const Time&, const Time&) = default;
};

/// Numbers travel as JSON numbers, which browsers hold exactly only up to this size (RFC 8259 §6).
inline constexpr std::int64_t greatest_whole = (std::int64_t{1} << 53) - 1;

/// A whole number from Lo to Hi, both included. Compares and computes as std::int64_t.
template <std::int64_t Lo, std::int64_t Hi>
struct Whole {
    static_assert(Lo <= Hi && Lo >= -greatest_whole && Hi <= greatest_whole);
    std::int64_t value = Lo > 0 ? Lo : (Hi < 0 ? Hi : 0);

    Whole() = default;
    Whole(std::int64_t number) : value(number) {}
    operator std::int64_t() const { return value; }
};

/// Min to Max items, in order.
template <class T, std::size_t Max, std::size_t Min = 0>
struct List {
    static_assert(Min <= Max);
    static_assert(!std::same_as<T, bool>, "std::vector<bool> has no elements to point to");
    std::vector<T> items;

    List() = default;
    List(std::vector<T> all) : items(std::move(all)) {}
    List(std::initializer_list<T> all) : items(all) {}
    operator const std::vector<T>&() const { return items; }

    auto begin() { return items.begin(); }
    auto end() { return items.end(); }
    auto begin() const { return items.begin(); }
    auto end() const { return items.end(); }
    [[nodiscard]] std::size_t size() const { return items.size(); }
    [[nodiscard]] bool empty() const { return items.empty(); }
    T& operator[](std::size_t index) { return items[index]; }
    const T& operator[](std::size_t index) const { return items[index]; }
    void push_back(T item) { items.push_back(std::move(item)); }
    friend bool operator==(const List&, const List&) = default;
};

}  // namespace covision::protocol
