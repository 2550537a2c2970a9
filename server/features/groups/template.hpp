#pragma once
// The agreement that a new group starts from: points that peer groups agree on, in plain words. Keys are the same in
// every language and never change.

#include <string_view>

#include "protocol/messages/groups.hpp"

namespace covision::groups {

/// The key of a group's own points.
inline constexpr std::string_view own_key = "own";

protocol::Clauses template_en();
protocol::Clauses template_de();
bool is_template_key(std::string_view key);

inline protocol::Clauses agreement_template(protocol::Language language) {
    return language == protocol::Language::de ? template_de() : template_en();
}

}  // namespace covision::groups
