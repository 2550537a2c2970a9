#include "server/vault/key_store.hpp"

#include "server/storage/migrate.hpp"
#include "server/vault/vault.hpp"

namespace covision::vault {
namespace {

using storage::Blob;
using storage::Database;
using storage::Mode;
using storage::Sql;

constexpr storage::Migration schema[] = {{1, "keys", R"(
CREATE TABLE server_key (one {int} PRIMARY KEY CHECK (one = 1), wrapped {blob} NOT NULL, swept {int} NOT NULL) {opts};
CREATE TABLE group_key (grp TEXT PRIMARY KEY, wrapped {blob} NOT NULL) {opts};
-- AUTOINCREMENT: an id is never used again, so that "made since the last sweep" can be told.
CREATE TABLE text_key (id INTEGER PRIMARY KEY AUTOINCREMENT, grp TEXT NOT NULL, item TEXT NOT NULL,
                       wrapped {blob} NOT NULL, UNIQUE (grp, item)) {opts};
)"}};

constexpr auto own = Sql::Home::own_file;
const Sql begin("BEGIN IMMEDIATE", own);
const Sql end("COMMIT", own);
const Sql read_server("SELECT wrapped FROM server_key", own);
const Sql add_server("INSERT INTO server_key (one, wrapped, swept) VALUES (1, $1, 0)", own);
const Sql read_group("SELECT wrapped FROM group_key WHERE grp = $1", own);
const Sql read_text("SELECT wrapped FROM text_key WHERE grp = $1 AND item = $2", own);
const Sql add_group("INSERT INTO group_key (grp, wrapped) VALUES ($1, $2)", own);
const Sql add_text("INSERT INTO text_key (grp, item, wrapped) VALUES ($1, $2, $3)", own);
const Sql delete_text("DELETE FROM text_key WHERE grp = $1 AND item = $2", own);
const Sql delete_group("DELETE FROM group_key WHERE grp = $1", own);
const Sql delete_texts("DELETE FROM text_key WHERE grp = $1", own);
const Sql read_swept("SELECT swept FROM server_key", own);
const Sql set_swept("UPDATE server_key SET swept = $1", own);
const Sql made_since("SELECT id, grp, item FROM text_key WHERE id > $1 ORDER BY id LIMIT 500", own);
const Sql delete_id("DELETE FROM text_key WHERE id = $1", own);

constexpr std::int64_t pages_before_tidying = 1000;

struct Made {
    std::int64_t id;
    std::string group, row;
    static Made from(const storage::Row& row) { return {row.integer(0), row.text(1), row.text(2)}; }
};

std::string binding(const std::string& group, const std::string& row) {
    return bound({row.empty() ? "group key" : "text key", group, row, std::string_view(&seal_version, 1)});
}

}  // namespace

KeyStore::KeyStore(const Key& master, std::string path, std::string vfs, std::size_t cached_keys)
    : master_(master), path_(std::move(path)), vfs_(std::move(vfs)), cached_keys_(cached_keys) {
    reopen();
    storage::migrate(*writer_, schema, SystemClock().now());
    load_server_key();
    reader_ = std::make_unique<Database>(path_, Mode::read_only, vfs_);
}

void KeyStore::reopen() {
    writer_.reset();
    writer_ = std::make_unique<Database>(path_, Mode::read_write, vfs_);
}

void KeyStore::load_server_key() {
    const std::string additional = bound({"server key", std::string_view(&seal_version, 1)});
    const auto wrapped = writer_->first<Blob>(read_server);
    if (!wrapped) {
        server_ = Key::random();
        transaction([&](Database& keys) { keys.run(add_server, Blob{wrap(master_, server_, additional)}); });
        return;
    }
    // Also the proof that this master key is the right one.
    const auto key = unwrap(master_, wrapped->bytes, additional);
    if (!key) throw KeyError("The master key is not the one that " + path_ + " was made with.");
    server_ = *key;
}

void KeyStore::transaction(const std::function<void(Database&)>& work) {
    try {
        if (!writer_) reopen();
        writer_->run(begin);
        work(*writer_);
        writer_->run(end);
    } catch (...) {
        // After a failed sync this connection must not write again; the next transaction opens another.
        if (writer_) writer_->rollback();
        writer_.reset();
        throw;
    }
}

std::optional<Key> KeyStore::find(const std::string& group, const std::string& row) {
    const std::lock_guard lock(mutex_);
    return look_up({group, row});
}

std::optional<Key> KeyStore::look_up(const Name& name) {
    if (const auto fresh = fresh_keys_.find(name); fresh != fresh_keys_.end()) return fresh->second;
    if (const auto cached = cache_.find(name); cached != cache_.end()) return cached->second;
    std::optional<Key> key = read(name);
    if (key) remember(name, *key);
    return key;
}

std::optional<Key> KeyStore::read(const Name& name) {
    const auto& [group, row] = name;
    if (!reader_) reader_ = std::make_unique<Database>(path_, Mode::read_only, vfs_);
    std::optional<Blob> wrapped;
    try {
        wrapped = row.empty() ? reader_->first<Blob>(read_group, group) : reader_->first<Blob>(read_text, group, row);
    } catch (const storage::Io&) {
        reader_.reset();
        throw;
    }
    if (!wrapped) return std::nullopt;
    const std::optional<Key> outer = row.empty() ? master_ : look_up({group, ""});
    if (!outer) return std::nullopt;  // the group is shredded
    std::optional<Key> key = unwrap(*outer, wrapped->bytes, binding(group, row));
    if (!key) throw KeyError("A key in " + path_ + " is damaged.");
    return key;
}

void KeyStore::remember(const Name& name, const Key& key) {
    if (cache_.size() >= cached_keys_) cache_.clear();
    cache_.insert_or_assign(name, key);
}

Key KeyStore::find_or_make(const std::string& group, const std::string& row) {
    const std::lock_guard lock(mutex_);
    if (const auto key = look_up({group, row})) return *key;
    std::optional<Key> outer = look_up({group, ""});
    if (!outer) outer = make({group, ""}, master_);
    return make({group, row}, *outer);
}

Key KeyStore::make(const Name& name, const Key& outer) {
    const Key key = Key::random();
    fresh_.emplace_back(name, wrap(outer, key, binding(name.first, name.second)));
    fresh_keys_.insert_or_assign(name, key);
    return key;
}

void KeyStore::drop_fresh(std::size_t kept) {
    const std::lock_guard lock(mutex_);
    for (; fresh_.size() > kept; fresh_.pop_back()) fresh_keys_.erase(fresh_.back().first);
}

void KeyStore::commit() {
    if (fresh_.empty()) return;  // only this thread changes it
    transaction([this](Database& keys) {
        for (const auto& [name, wrapped] : fresh_) {
            if (name.second.empty()) {
                keys.run(add_group, name.first, Blob{wrapped});
            } else {
                keys.run(add_text, name.first, name.second, Blob{wrapped});
            }
        }
    });
    const std::lock_guard lock(mutex_);
    for (const auto& [name, key] : fresh_keys_) remember(name, key);
    fresh_keys_.clear();
    fresh_.clear();
}

// The lock is held until the deletion is durable: no reader can fetch a key again in between.
void KeyStore::remove(const std::vector<Name>& names) {
    const std::lock_guard lock(mutex_);
    transaction([&](Database& keys) {
        for (const auto& [group, row] : names) {
            if (!row.empty()) {
                keys.run(delete_text, group, row);
            } else {
                keys.run(delete_texts, group);
                keys.run(delete_group, group);
            }
        }
    });
    for (const Name& name : names) {
        cache_.erase(name);
        if (name.second.empty())
            std::erase_if(cache_, [&](const auto& entry) { return entry.first.first == name.first; });
    }
}

bool KeyStore::truncate_wal() {
    const std::lock_guard lock(mutex_);  // our own reader stands still
    if (!writer_) reopen();
    return writer_->checkpoint(true);
}

void KeyStore::tidy() {
    if (writer_ && writer_->wal_pages() > pages_before_tidying) truncate_wal();
}

std::size_t KeyStore::sweep(const std::function<bool(std::string_view, std::string_view)>& known) {
    std::size_t gone = 0;
    if (!writer_) reopen();
    auto swept = writer_->one<std::int64_t>(read_swept);
    while (true) {
        const std::vector<Made> made = writer_->all<Made>(made_since, swept);
        if (made.empty()) return gone;
        swept = made.back().id;
        transaction([&](Database& keys) {
            for (const Made& key : made) {
                if (known(key.group, key.row)) continue;
                keys.run(delete_id, key.id);
                ++gone;
            }
            keys.run(set_swept, swept);
        });
    }
}

}  // namespace covision::vault
