#pragma once
// The whole interface as one value: what the method table and the features' events amount to. typescript.hpp and
// openrpc.hpp write it down; check() says whether it may be written down.

#include <string>
#include <string_view>
#include <vector>

#include "protocol/type.hpp"

namespace covision::protocol {

/// The WebSocket subprotocol. It changes only when SPEC.md's rules do, not with a message.
inline constexpr std::string_view subprotocol = "covision.v1";

struct MethodType {
    std::string name;     // "groups.create"
    std::string summary;  // one English sentence
    const Type* params;   // structure or empty
    const Type* result;   // structure or empty
    std::string kind;     // "write", "read", "witnessed" or whatever the method table distinguishes
};

struct EventType {
    std::string kind;  // "schedule.answered"
    const Type* data;  // structure or empty
};

struct Interface {
    std::vector<MethodType> methods;
    std::vector<EventType> events;
    std::vector<const Type*> others;  // /auth bodies and what else has a name
};

/// Every enumeration and structure in use, once, each after those it is made of.
[[nodiscard]] std::vector<const Type*> named_types(const Interface& interface);

/// As above, but only what a caller can send: the params of methods, and `others`.
[[nodiscard]] std::vector<const Type*> sent_types(const Interface& interface);

/// True where a value of this type can hold one of this kind, at any depth.
[[nodiscard]] bool contains(const Type& type, Kind kind);

/// Names are unique and well-formed; an event holds nothing confidential or secret; the result of a "write" nothing
/// confidential. @throws std::logic_error naming the first fault.
void check(const Interface& interface);

/// Changes whenever anything about the interface does but its prose. A client that was built for another one reloads.
[[nodiscard]] std::string protocol_version(const Interface& interface);

}  // namespace covision::protocol
