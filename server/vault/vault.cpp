#include "server/vault/vault.hpp"

#include <filesystem>
#include <span>

#include "server/base/log.hpp"
#include "server/base/random.hpp"
#include "server/vault/key_store.hpp"
#include "server/vault/master_key.hpp"

namespace covision::vault {
namespace {

using storage::Database;
using storage::Sql;

const Sql order_shred(
    "INSERT INTO shred (grp, item, at, done) VALUES ($1, $2, $3, 0) "
    "ON CONFLICT (grp, item) DO UPDATE SET at = excluded.at, done = 0");
const Sql open_orders("SELECT id, grp, item FROM shred WHERE done = 0 ORDER BY id LIMIT 500");
const Sql close_order("UPDATE shred SET done = 1 WHERE id = $1");
const Sql order_done("SELECT done FROM shred WHERE grp = $1 AND item = $2");

struct Order {
    std::int64_t id;
    std::string group, row;
    static Order from(const storage::Row& row) { return {row.integer(0), row.text(1), row.text(2)}; }
};

std::string binding(const Place& place) {
    return bound({place.kind, place.group, place.row, number(place.revision), std::string_view(&seal_version, 1)});
}

Key checked_master_key(const std::string& master_key_file, const std::string& keys_path, bool must_exist) {
    ready();
    Key master = read_master_key(master_key_file, keys_path);
    if (must_exist && !std::filesystem::exists(keys_path)) {
        throw KeyError("The key file " + keys_path + " is missing. Put it back: without it no text can be read again.");
    }
    return master;
}

void check(const Place& place) {
    if (place.group.empty() || place.row.empty()) throw KeyError("a place needs a group and a row");
}

}  // namespace

struct Vault::Parts {
    Parts(const std::string& master_key_file, const std::string& path, const VaultOptions& options)
        : keys(checked_master_key(master_key_file, path, options.must_exist), path, options.vfs, options.cached_keys) {}

    void settle(Database& main, const storage::TruncateWal& truncate_main);

    KeyStore keys;
    bool orders_open = true;  ///< of the writer's thread; true at start: a crash may have left some
};

void Vault::create_master_key(const std::string& path) { write_master_key(path); }

Vault::Vault(const std::string& master_key_file, const std::string& keys_db_path, VaultOptions options)
    : parts_(std::make_unique<Parts>(master_key_file, keys_db_path, options)) {}

Vault::~Vault() = default;

storage::Hooks Vault::hooks() {
    Parts* parts = parts_.get();
    storage::Hooks hooks;
    hooks.job_began = [parts] { parts->keys.job_began(); };
    hooks.job_rolled_back = [parts] { parts->keys.job_rolled_back(); };
    hooks.before_commit = [parts] { parts->keys.commit(); };
    hooks.after_rollback = [parts] { parts->keys.rolled_back(); };
    hooks.settle = [parts](Database& main, const storage::TruncateWal& truncate) { parts->settle(main, truncate); };
    return hooks;
}

std::string Vault::seal(const Place& place, std::string_view text) {
    check(place);
    return encrypt(parts_->keys.find_or_make(place.group, place.row), text, binding(place));
}

std::optional<std::string> Vault::open(const Place& place, std::string_view bytes) {
    check(place);
    const std::optional<Key> key = parts_->keys.find(place.group, place.row);
    if (!key) return std::nullopt;
    std::optional<std::string> text = decrypt(*key, bytes, binding(place));
    if (!text) throw KeyError("Sealed bytes of kind " + place.kind + " were not sealed for where they are.");
    return text;
}

void Vault::shred_after_commit(Database& main, std::string_view group, std::string_view row, Instant now) {
    if (group.empty() || row.empty()) throw KeyError("a place needs a group and a row");
    main.run(order_shred, group, row, now);
    parts_->orders_open = true;
}

void Vault::shred_group_after_commit(Database& main, std::string_view group, Instant now) {
    if (group.empty()) throw KeyError("no group to shred");
    main.run(order_shred, group, "", now);
    parts_->orders_open = true;
}

bool Vault::is_shredded(Database& main, std::string_view group, std::string_view row) {
    return main.first<std::int64_t>(order_done, group, row).value_or(0) == 1;
}

// Deleting again is harmless, so whatever fails on the way, all of it is simply done again after a later batch.
void Vault::Parts::settle(Database& main, const storage::TruncateWal& truncate_main) {
    keys.tidy();
    if (!orders_open) return;
    const std::vector<Order> orders = main.all<Order>(open_orders);
    if (!orders.empty()) {
        std::vector<KeyStore::Name> names;
        names.reserve(orders.size());
        for (const Order& order : orders) names.emplace_back(order.group, order.row);
        keys.remove(names);
        if (!keys.truncate_wal() || !truncate_main()) {
            log::warn("vault.shred_delayed", {{"orders", std::to_string(orders.size())}});
            return;
        }
        main.script("BEGIN IMMEDIATE");
        for (const Order& order : orders) main.run(close_order, order.id);
        main.script("COMMIT");
    }
    orders_open = orders.size() == 500;
}

std::size_t Vault::sweep(const std::function<bool(std::string_view group, std::string_view row)>& known) {
    return parts_->keys.sweep(known);
}

std::string Vault::hash(std::string_view label, std::string_view bytes) const {
    return keyed_hash(parts_->keys.server_key(), bound({"hash", label, bytes}));
}

std::string Vault::derive(std::string_view label, std::string_view account, std::string_view call) const {
    const auto secret = keyed_hash(parts_->keys.server_key(), bound({"derive", label, account, call}));
    return base64url(std::as_bytes(std::span(secret)));
}

}  // namespace covision::vault
