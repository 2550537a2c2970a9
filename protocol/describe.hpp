#pragma once
// Describes a message once, with the two macros below, and makes of it ONE run-time descriptor that the decoder, the
// encoder and the TypeScript and OpenRPC writers walk. So a file that uses messages instantiates tables, not parsers.
//
//   enum class Answer { yes, no, late };
//   COVISION_ENUM(Answer, yes, no, late)
//   struct Reply { Id session; Answer answer; std::optional<Text<200>> note; };
//   COVISION_MESSAGE(Reply, session, answer, note)
//
// Use both in the type's own namespace (not inside a class). A struct is an aggregate with default values, of at most
// 48 members and not recursive. Names must be unique over the whole interface; interface.hpp checks that. A name ending
// in `_` loses it on the wire, for what C++ reserves: `default_` travels as "default".

#include <algorithm>
#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <boost/describe/enumerators.hpp>
#include <boost/describe/members.hpp>
#include <limits>
#include <optional>
#include <type_traits>

#include "protocol/type.hpp"
#include "protocol/types.hpp"

// The name is found through the argument's namespace, so no table of names has to be kept.
#define COVISION_NAMED(Type) \
    [[maybe_unused]] constexpr std::string_view covision_name(const Type*) { return #Type; }
#define COVISION_FIRST(first, ...) first
#define COVISION_MESSAGE(...) COVISION_MESSAGE_OF(COVISION_FIRST(__VA_ARGS__, ~), __VA_ARGS__)
#define COVISION_MESSAGE_OF(Type, ...) COVISION_NAMED(Type) COVISION_MEMBERS(__VA_ARGS__, )
#define COVISION_MEMBERS(Type, ...) BOOST_DESCRIBE_STRUCT(Type, (), (__VA_ARGS__))
#define COVISION_ENUM(Type, ...) COVISION_NAMED(Type) BOOST_DESCRIBE_ENUM(Type, __VA_ARGS__)

namespace covision::protocol {

/// The one descriptor of T; the same address in every translation unit.
template <class T>
const Type& type_of();

namespace detail {

constexpr std::string_view wire_name(std::string_view name) {
    return name.ends_with('_') ? name.substr(0, name.size() - 1) : name;
}

template <class T>
struct Describe {
    static Type make() {
        if constexpr (std::is_enum_v<T>) {
            return enumeration();
        } else if constexpr (std::is_integral_v<T>) {
            return integer();
        } else {
            static_assert(
                boost::describe::has_describe_members<T>::value,
                "not describable: use COVISION_MESSAGE, Text<> instead of std::string, List<> instead of std::vector");
            return structure();
        }
    }

private:
    static Type integer() {
        static_assert(sizeof(T) > 1 && std::is_signed_v<T>, "use int, std::int64_t or Whole<>");
        Type type{.kind = Kind::integer};
        type.lowest = std::max<std::int64_t>(std::numeric_limits<T>::min(), -greatest_whole);
        type.highest = std::min<std::int64_t>(std::numeric_limits<T>::max(), greatest_whole);
        type.whole = [](const void* at) { return static_cast<std::int64_t>(*static_cast<const T*>(at)); };
        type.set_whole = [](void* at, std::int64_t whole) { *static_cast<T*>(at) = static_cast<T>(whole); };
        return type;
    }

    static Type enumeration() {
        Type type{.kind = Kind::enumeration, .name = covision_name(static_cast<const T*>(nullptr))};
        add_enumerators(type, static_cast<boost::describe::describe_enumerators<T>*>(nullptr));
        type.whole = [](const void* at) { return static_cast<std::int64_t>(*static_cast<const T*>(at)); };
        type.set_whole = [](void* at, std::int64_t value) { *static_cast<T*>(at) = static_cast<T>(value); };
        return type;
    }

    template <template <class...> class L, class... Each>
    static void add_enumerators(Type& type, L<Each...>*) {
        (type.enumerators.push_back({wire_name(Each::name), static_cast<std::int64_t>(Each::value)}), ...);
    }

    static Type structure() {
        Type type{.kind = Kind::structure, .name = covision_name(static_cast<const T*>(nullptr))};
        // Offsets are measured on a real object: offsetof is not defined for every type that holds a std::string.
        const T probe{};
        add_fields(type, probe,
                   static_cast<boost::describe::describe_members<T, boost::describe::mod_public>*>(nullptr));
        if (type.fields.empty()) type.kind = Kind::empty;
        return type;
    }

    template <template <class...> class L, class... Each>
    static void add_fields(Type& type, [[maybe_unused]] const T& probe, L<Each...>*) {
        static_assert(sizeof...(Each) <= 48);
        (type.fields.push_back({wire_name(Each::name), &type_of<std::remove_cvref_t<decltype(probe.*Each::pointer)>>(),
                                distance(&probe, &(probe.*Each::pointer))}),
         ...);
    }

    static std::size_t distance(const void* from, const void* to) {
        return static_cast<std::size_t>(static_cast<const std::byte*>(to) - static_cast<const std::byte*>(from));
    }
};

template <class T>
Type wording(Kind kind, std::size_t max, std::size_t min) {
    Type type{.kind = kind, .min = min, .max = max};
    type.text = [](const void* at) -> const std::string& { return static_cast<const T*>(at)->value; };
    type.set_text = [](void* at, std::string text) { static_cast<T*>(at)->value = std::move(text); };
    return type;
}

template <std::size_t Max, std::size_t Min>
struct Describe<Text<Max, Min>> {
    static Type make() { return wording<Text<Max, Min>>(Kind::text, Max, Min); }
};
template <std::size_t Max, std::size_t Min>
struct Describe<Confidential<Max, Min>> {
    static Type make() { return wording<Confidential<Max, Min>>(Kind::confidential, Max, Min); }
};
template <>
struct Describe<Secret> {
    static Type make() { return wording<Secret>(Kind::secret, Secret::max, 1); }
};
template <>
struct Describe<Id> {
    static Type make() { return wording<Id>(Kind::id, 36, 36); }
};
template <>
struct Describe<LocalTime> {
    static Type make() { return wording<LocalTime>(Kind::local_time, 16, 16); }
};
template <>
struct Describe<LocalDate> {
    static Type make() { return wording<LocalDate>(Kind::local_date, 10, 10); }
};

template <>
struct Describe<bool> {
    static Type make() {
        Type type{.kind = Kind::boolean};
        type.whole = [](const void* at) { return std::int64_t{*static_cast<const bool*>(at)}; };
        type.set_whole = [](void* at, std::int64_t value) { *static_cast<bool*>(at) = value != 0; };
        return type;
    }
};

template <>
struct Describe<double> {
    static Type make() {
        Type type{.kind = Kind::real};
        type.number = [](const void* at) { return *static_cast<const double*>(at); };
        type.set_number = [](void* at, double number) { *static_cast<double*>(at) = number; };
        return type;
    }
};

template <>
struct Describe<Time> {
    static Type make() {
        Type type{.kind = Kind::time};
        type.whole = [](const void* at) { return micros(static_cast<const Time*>(at)->value); };
        type.set_whole = [](void* at, std::int64_t count) { static_cast<Time*>(at)->value = from_micros(count); };
        return type;
    }
};

template <std::int64_t Lo, std::int64_t Hi>
struct Describe<Whole<Lo, Hi>> {
    static Type make() {
        Type type{.kind = Kind::integer, .lowest = Lo, .highest = Hi};
        type.whole = [](const void* at) { return static_cast<const Whole<Lo, Hi>*>(at)->value; };
        type.set_whole = [](void* at, std::int64_t value) { static_cast<Whole<Lo, Hi>*>(at)->value = value; };
        return type;
    }
};

template <class T, std::size_t Max, std::size_t Min>
struct Describe<List<T, Max, Min>> {
    using All = List<T, Max, Min>;
    static Type make() {
        Type type{.kind = Kind::list, .min = Min, .max = Max, .element = &type_of<T>()};
        type.size = [](const void* at) { return static_cast<const All*>(at)->items.size(); };
        type.item = [](const void* at, std::size_t i) -> const void* { return &static_cast<const All*>(at)->items[i]; };
        type.append = [](void* at) -> void* { return &static_cast<All*>(at)->items.emplace_back(); };
        type.clear = [](void* at) { static_cast<All*>(at)->items.clear(); };
        return type;
    }
};

template <class T>
struct Describe<std::optional<T>> {
    static Type make() {
        Type type{.kind = Kind::optional, .max = 1, .element = &type_of<T>()};
        type.size = [](const void* at) { return std::size_t{static_cast<const std::optional<T>*>(at)->has_value()}; };
        type.item = [](const void* at, std::size_t) -> const void* {
            return &**static_cast<const std::optional<T>*>(at);
        };
        type.append = [](void* at) -> void* { return &static_cast<std::optional<T>*>(at)->emplace(); };
        type.clear = [](void* at) { static_cast<std::optional<T>*>(at)->reset(); };
        return type;
    }
};

}  // namespace detail

template <class T>
const Type& type_of() {
    static const Type type = detail::Describe<T>::make();
    return type;
}

}  // namespace covision::protocol
