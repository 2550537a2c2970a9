#pragma once
// argon2id (libsodium), 19 MiB and two passes, the least that OWASP advises. Heavy work: only in `prepare`, never in a
// transaction.

#include <string>
#include <string_view>

namespace covision::accounts {

/// The text to store, with salt and parameters. Throws std::bad_alloc without memory for it.
std::string hash_password(std::string_view password);
bool is_password(const std::string& stored, std::string_view password);
/// Stored with other parameters than today's.
bool is_weaker(const std::string& stored);
/// Nobody's password, with today's parameters: checking against it costs what checking a real one costs.
const std::string& nobodys_password();

}  // namespace covision::accounts
