#pragma once
// A kind of event and the message that it carries. Declared once at namespace scope by the feature that emits it.

#include <string>

#include "protocol/describe.hpp"

namespace covision::call {

template <class Data>
struct Topic {
    std::string kind;  // "groups.member_joined"
};

}  // namespace covision::call
