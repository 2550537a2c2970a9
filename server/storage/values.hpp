#pragma once
// What goes into a statement and what comes out of a row: int64, real, text, blob and NULL, nothing else.

#include <chrono>
#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

#include "server/base/time.hpp"

struct sqlite3_stmt;

namespace covision::storage {

/// Bytes, as opposed to text.
struct Blob {
    std::string bytes;
    friend bool operator==(const Blob&, const Blob&) = default;
};

/// One argument, ready to bind. Text and bytes are views: they must live until the statement has run.
struct Value {
    enum class Kind { null, integer, real, text, blob } kind = Kind::null;
    std::int64_t integer = 0;
    double real = 0;
    std::string_view bytes{};
};

template <class T>
concept HasValue = requires(const T& t) {
    t.value;
}
&&std::is_member_object_pointer_v<decltype(&T::value)>;

/// What protocol/types.hpp marks as confidential or secret says that it may not be printed.
template <class T>
concept Unprintable = requires {
    requires !T::printable;
};

/// bool, integers, double, std::string(_view), const char*, Blob, Instant (as microseconds), std::optional of these,
/// nullptr; also a protocol type that wraps one of them in `.value` (Text<200>, Id, Time …), but never Confidential or
/// Secret: those are sealed or hashed first.
template <class T>
Value value_of(const T& v) {
    using Kind = Value::Kind;
    static_assert(!Unprintable<T>, "confidential texts are sealed, secrets are hashed before they are stored");
    if constexpr (std::is_same_v<T, std::nullptr_t>) {
        return {};
    } else if constexpr (std::is_same_v<T, std::nullopt_t>) {
        return {};
    } else if constexpr (std::is_same_v<T, Blob>) {
        return {.kind = Kind::blob, .bytes = v.bytes};
    } else if constexpr (std::is_same_v<T, Instant>) {
        return {.kind = Kind::integer, .integer = v.time_since_epoch().count()};
    } else if constexpr (std::integral<T>) {
        static_assert(sizeof(T) < 8 || std::signed_integral<T>, "an unsigned 64-bit number has no column to fit in");
        return {.kind = Kind::integer, .integer = static_cast<std::int64_t>(v)};
    } else if constexpr (std::floating_point<T>) {
        return {.kind = Kind::real, .real = static_cast<double>(v)};
    } else if constexpr (requires {
                             v.has_value();
                             *v;
                         }) {
        return v.has_value() ? value_of(*v) : Value{};
    } else if constexpr (std::is_convertible_v<const T&, std::string_view>) {
        return {.kind = Kind::text, .bytes = std::string_view(v)};
    } else if constexpr (HasValue<T>) {
        return value_of(v.value);
    } else {
        static_assert(!sizeof(T), "this type cannot be bound to a statement");
    }
}

/// The current row of a running statement; valid only inside `from(const Row&)` or the callback it is handed to.
/// Columns count from 0. A column of another type, or NULL where a value is asked for, throws StorageError.
class Row {
public:
    explicit Row(sqlite3_stmt* statement) : statement_(statement) {}

    bool is_null(int column) const;
    std::int64_t integer(int column) const;
    double real(int column) const;  ///< takes an integer column too
    std::string text(int column) const;
    std::string blob(int column) const;
    bool boolean(int column) const { return integer(column) != 0; }
    Instant time(int column) const { return Instant{std::chrono::microseconds{integer(column)}}; }

    /// A column as T: bool, an integer, double, std::string, Blob, Instant, a type that wraps one of them in `.value`,
    /// or std::optional of one of these.
    template <class T>
    T get(int column) const;

private:
    void expect(int column, int type) const;

    sqlite3_stmt* statement_;
};

namespace detail {
template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;
template <class T>
concept FromRow = requires(const Row& row) {
    { T::from(row) } -> std::same_as<T>;
};
}  // namespace detail

template <class T>
T Row::get(int column) const {
    if constexpr (detail::is_optional<T>) {
        if (is_null(column)) return std::nullopt;
        return get<typename T::value_type>(column);
    } else if constexpr (std::is_same_v<T, bool>) {
        return boolean(column);
    } else if constexpr (std::integral<T>) {
        return static_cast<T>(integer(column));
    } else if constexpr (std::floating_point<T>) {
        return static_cast<T>(real(column));
    } else if constexpr (std::is_same_v<T, Blob>) {
        return Blob{blob(column)};
    } else if constexpr (std::is_same_v<T, Instant>) {
        return time(column);
    } else if constexpr (HasValue<T>) {
        return T{get<decltype(T::value)>(column)};
    } else {
        static_assert(std::is_same_v<T, std::string>, "this type does not come out of one column");
        return text(column);
    }
}

/// A whole row as R: `static R from(const Row&)`, or the first column as a simple type.
template <class R>
R read_row(const Row& row) {
    if constexpr (detail::FromRow<R>) {
        return R::from(row);
    } else {
        return row.get<R>(0);
    }
}

}  // namespace covision::storage
