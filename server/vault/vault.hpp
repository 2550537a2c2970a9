#pragma once
// Sealed text and its keys (design.md §5). Master key (a file) -> a random key a group -> a random key a text row;
// XChaCha20-Poly1305 (libsodium). Wrapped keys live in keys.db, on connections of their own.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include "server/base/time.hpp"
#include "server/storage/database.hpp"
#include "server/storage/executor.hpp"

namespace covision::vault {

/// Something is wrong with the keys themselves; the message is a sentence for the operator.
class KeyError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// Where a text lives. (group, row) has one key: to shred it is to shred every text sealed there, of any kind and
/// revision. kind and revision are bound to the sealed bytes: they open nowhere else.
struct Place {
    std::string kind;   ///< what it is: "case.title", "ballot" …
    std::string group;  ///< the group's id; an account's own texts use the account's id
    std::string row;    ///< the id of the row whose deletion shreds it; not empty
    std::int64_t revision = 0;
};

struct VaultOptions {
    std::string vfs{};        ///< see storage::Database
    bool must_exist = false;  ///< refuse to make a new keys.db (the data folder is not new)
    std::size_t cached_keys = 4096;
};

class Vault {
public:
    /// Writes a fresh random master key (32 bytes, mode 0600). Only for a new data folder; throws KeyError when the
    /// file exists or cannot be written.
    static void create_master_key(const std::string& path);

    /// Opens or makes keys.db. Throws KeyError: no master key, wrong size, readable by others, not the one that keys.db
    /// was made with, keys.db missing though `must_exist`; StorageError when keys.db itself cannot be opened.
    Vault(const std::string& master_key_file, const std::string& keys_db_path, VaultOptions options = {});
    ~Vault();
    Vault(const Vault&) = delete;
    Vault& operator=(const Vault&) = delete;

    /// What the executor must call; keys then commit before rows and are forgotten with a lost job or batch.
    storage::Hooks hooks();

    /// Text -> bytes to store (41 longer). Only inside a write: a new key waits for that batch's commit.
    std::string seal(const Place& place, std::string_view text);

    /// Bytes -> text; nullopt when its key is gone (shredded). Any thread. Throws KeyError when the bytes were not
    /// sealed for this place or were changed.
    std::optional<std::string> open(const Place& place, std::string_view bytes);

    /// Inside a write: orders the shredding of (group, row). Its row in table `shred` commits with the batch; then the
    /// key is deleted, both WALs are truncated and the order is marked done. Whatever fails of this is tried again
    /// after every later batch, and after a crash.
    void shred_after_commit(storage::Database& main, std::string_view group, std::string_view row, Instant now);
    /// The same for every text of a group, and the group's own key.
    void shred_group_after_commit(storage::Database& main, std::string_view group, Instant now);
    /// Whether an order exists and is done: the key is deleted and no WAL holds it. Row empty: the group's.
    static bool is_shredded(storage::Database& main, std::string_view group, std::string_view row);

    /// Deletes keys whose rows never came to be (the process died between the two commits). Looks only at keys made
    /// since the last sweep. At start, before the executor: never inside a transaction. Returns how many went.
    std::size_t sweep(const std::function<bool(std::string_view group, std::string_view row)>& known);

    /// Keyed BLAKE2b-256 of `bytes` under the server's key (32 raw bytes); `label` separates uses. Any thread.
    std::string hash(std::string_view label, std::string_view bytes) const;

    /// A one-time secret that needs no storing: the same (label, account, call) gives the same 43 base64url characters
    /// (256 bits). Any thread.
    std::string derive(std::string_view label, std::string_view account, std::string_view call) const;

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace covision::vault
