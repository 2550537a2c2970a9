#pragma once
// The interface as an OpenRPC document, for programs: /openrpc.json and `covision schema --openrpc`.

#include <string>

#include "protocol/interface.hpp"

namespace covision::protocol {

/// Compact JSON: OpenRPC 1.2.6 with JSON Schemas (draft 7) in components.schemas, the methods' kinds as `x-kind` and
/// the events as `x-events` (OpenRPC has no notifications from the server). @throws as check() does.
[[nodiscard]] std::string openrpc(const Interface& interface);

}  // namespace covision::protocol
