#pragma once
// The interface as TypeScript, for the browser's client: `covision schema --typescript`.

#include <string>

#include "protocol/interface.hpp"

namespace covision::protocol {

/// A whole module: the named types, `Methods`, `method_kinds`, `Events`, `limits` (the most code points of every text
/// that can be sent) and `protocol_version`. The same interface gives the same bytes. @throws as check() does.
[[nodiscard]] std::string typescript(const Interface& interface);

}  // namespace covision::protocol
