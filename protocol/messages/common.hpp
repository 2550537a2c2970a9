#pragma once
// What several features' messages share.

#include <cstdint>
#include <optional>

#include "protocol/describe.hpp"
#include "protocol/types.hpp"

namespace covision::protocol {

/// A method that has nothing to say beyond "done".
struct Empty {};
COVISION_MESSAGE(Empty)

/// Names one group, or in feed.follow the caller's own account.
struct GroupRef {
    Id group;
};
COVISION_MESSAGE(GroupRef, group)

struct SessionRef {
    Id group, session;
};
COVISION_MESSAGE(SessionRef, group, session)

enum class Language { en, de };
COVISION_ENUM(Language, en, de)

/// An IANA zone name such as "Europe/Berlin".
using Zone = Text<64, 1>;
/// How a person is called by the others.
using PersonName = Text<80, 1>;
using Minutes = Whole<1, 600>;

}  // namespace covision::protocol
