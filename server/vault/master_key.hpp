#pragma once
// The file that holds the master key: 32 random bytes, for the server's user alone.

#include <string>

#include "server/vault/crypto.hpp"

namespace covision::vault {

/// Throws KeyError when the file is there already or cannot be written.
void write_master_key(const std::string& path);

/// Throws KeyError: missing (`keys_path` is named when it exists), wrong size, open to other users. A systemd
/// credential (0400, or 0440 through its access list) is fine.
Key read_master_key(const std::string& path, const std::string& keys_path);

}  // namespace covision::vault
