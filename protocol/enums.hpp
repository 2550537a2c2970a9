#pragma once
// A described enumerator <-> its word on the wire; rows keep the same word.

#include <stdexcept>
#include <string>
#include <string_view>

#include "protocol/describe.hpp"

namespace covision::protocol {

template <class Enum>
std::string enum_name(Enum value) {
    for (const auto& each : type_of<Enum>().enumerators)
        if (each.value == static_cast<std::int64_t>(value)) return std::string(each.name);
    throw std::logic_error("an enumerator that is not described");
}

/// For words that we wrote ourselves; strangers' words go through decode().
template <class Enum>
Enum enum_value(std::string_view name) {
    for (const auto& each : type_of<Enum>().enumerators)
        if (each.name == name) return static_cast<Enum>(each.value);
    throw std::logic_error("a word that is no enumerator of " + std::string(type_of<Enum>().name));
}

}  // namespace covision::protocol
