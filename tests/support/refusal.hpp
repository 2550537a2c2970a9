#pragma once

#include <string>

#include "server/base/refused.hpp"

namespace covision::support {

/// The code that `call` is refused with; empty where it is not.
template <class Call>
std::string code_of(Call call) {
    try {
        call();
    } catch (const Refused& refused) {
        return refused.code();
    }
    return "";
}

}  // namespace covision::support
