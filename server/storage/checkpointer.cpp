#include "server/storage/checkpointer.hpp"

#include <utility>

#include "server/base/log.hpp"

namespace covision::storage {
namespace {
// 16 MiB: what many commits change is copied once, and each copy syncs the database's file too.
constexpr std::int64_t pages_between = 16000;
}  // namespace

Checkpointer::Checkpointer(std::string path, std::string vfs) : path_(std::move(path)), vfs_(std::move(vfs)) {
    auto database = std::make_unique<Database>(path_, Mode::read_write, vfs_);
    thread_ = std::thread([this, mine = std::move(database)]() mutable { loop(std::move(mine)); });
}

bool Checkpointer::committed(std::int64_t wal_pages) {
    const std::lock_guard lock(mutex_);
    if (wal_pages < asked_) asked_ = 0;  // the WAL began anew
    if (std::exchange(copied_, false) && wal_pages - asked_ < pages_between / 4) return true;
    if (wal_pages - asked_ < pages_between) return false;
    asked_ = wal_pages;
    wanted_ = true;
    wake_.notify_one();
    return false;
}

void Checkpointer::stop() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
        wake_.notify_one();
    }
    if (thread_.joinable()) thread_.join();
}

void Checkpointer::loop(std::unique_ptr<Database> database) {
    while (true) {
        {
            std::unique_lock lock(mutex_);
            wake_.wait(lock, [this] { return wanted_ || stopping_; });
            if (!wanted_) return;  // stopping, and nothing is left to copy
            wanted_ = false;
        }
        try {
            if (!database) database = std::make_unique<Database>(path_, Mode::read_write, vfs_);
            database->checkpoint(false);
            const std::lock_guard lock(mutex_);
            copied_ = true;
        } catch (const StorageError& e) {
            // The WAL still holds everything; a fresh connection tries again when it has grown.
            log::warn("storage.checkpoint_failed", {{"error", e.what()}});
            database.reset();
        }
    }
}

}  // namespace covision::storage
