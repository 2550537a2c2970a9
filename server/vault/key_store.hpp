#pragma once
// keys.db: a wrapped key for each group and each text row, and the keys of the batch that is under way.

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "server/storage/database.hpp"
#include "server/vault/crypto.hpp"

namespace covision::vault {

class KeyStore {
public:
    /// Opens or makes the file; throws KeyError when `master` is not the key it was made with.
    KeyStore(const Key& master, std::string path, std::string vfs, std::size_t cached_keys);

    /// Any thread: the key of a text row, or nullopt when it is gone or never was.
    std::optional<Key> find(const std::string& group, const std::string& row);
    /// Any thread: the key that hashes and one-time secrets are made with.
    const Key& server_key() const { return server_; }

    // The rest: on the writer's thread (or before it runs).

    /// As find; makes a new key, which is only in memory until `commit`.
    Key find_or_make(const std::string& group, const std::string& row);
    void job_began() { kept_ = fresh_.size(); }
    void job_rolled_back() { drop_fresh(kept_); }
    void rolled_back() { drop_fresh(0); }
    /// Makes the new keys durable. On an exception none is; `rolled_back` follows.
    void commit();

    using Name = std::pair<std::string, std::string>;  ///< group and row; an empty row: the group's own key

    /// Idempotent; durable when it returns. A group's own key takes its texts' keys along.
    void remove(const std::vector<Name>& names);
    /// False when that is not possible now.
    bool truncate_wal();
    /// Copies the WAL into the file when it has grown.
    void tidy();
    std::size_t sweep(const std::function<bool(std::string_view group, std::string_view row)>& known);

private:
    void reopen();
    void load_server_key();
    void transaction(const std::function<void(storage::Database&)>& work);
    std::optional<Key> look_up(const Name& name);
    std::optional<Key> read(const Name& name);
    void remember(const Name& name, const Key& key);
    Key make(const Name& name, const Key& outer);
    void drop_fresh(std::size_t kept);

    const Key master_;
    Key server_;
    const std::string path_, vfs_;
    const std::size_t cached_keys_;

    std::unique_ptr<storage::Database> writer_;

    std::mutex mutex_;  ///< guards what follows
    std::unique_ptr<storage::Database> reader_;
    std::map<Name, Key> cache_;  ///< keys that are in the file
    std::map<Name, Key> fresh_keys_;
    std::vector<std::pair<Name, std::string>> fresh_;  ///< in order of making, with the wrapped bytes
    std::size_t kept_ = 0;
};

}  // namespace covision::vault
