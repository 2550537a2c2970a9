#include "server/storage/checkpointer.hpp"

#include <utility>

#include "server/base/log.hpp"

namespace covision::storage {
namespace {
// 16 MiB: what many commits change is copied once, and each copy syncs the database's file too.
constexpr std::int64_t pages_between = 16000;
// So few that the writer may copy them itself: a few milliseconds.
constexpr std::int64_t few_pages = 500;
}  // namespace

Checkpointer::Checkpointer(std::string path, std::string vfs) : path_(std::move(path)), vfs_(std::move(vfs)) {
    auto database = std::make_unique<Database>(path_, Mode::read_write, vfs_);
    thread_ = std::thread([this, mine = std::move(database)]() mutable { loop(std::move(mine)); });
}

bool Checkpointer::committed(std::int64_t wal_pages) {
    std::unique_lock lock(mutex_);
    if (wal_pages < asked_) asked_ = 0;  // the WAL began anew
    if (busy()) {
        if (wal_pages - asked_ <= allowed_) return false;
        copied_.wait(lock, [this] { return stopping_ || !busy(); });
    }
    const auto left = wal_pages - asked_;
    const bool just_copied = std::exchange(state_, State::idle) == State::copied;
    if (just_copied && left <= few_pages) return true;
    if (!just_copied && left < pages_between) return false;
    // What came while it copied is copied at once, and less may come each time: so it comes to an end.
    allowed_ = just_copied ? left / 2 : 2 * pages_between;
    asked_ = wal_pages;
    state_ = State::asked;
    wake_.notify_one();
    return false;
}

void Checkpointer::stop() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
        wake_.notify_one();
        copied_.notify_one();
    }
    if (thread_.joinable()) thread_.join();
}

void Checkpointer::loop(std::unique_ptr<Database> database) {
    while (true) {
        {
            std::unique_lock lock(mutex_);
            wake_.wait(lock, [this] { return state_ == State::asked || stopping_; });
            if (state_ != State::asked) return;  // stopping, and nothing is left to copy
            state_ = State::copying;
        }
        try {
            if (!database) database = std::make_unique<Database>(path_, Mode::read_write, vfs_);
            database->checkpoint(false);
        } catch (const StorageError& e) {
            // The WAL still holds everything; a fresh connection tries again when it has grown.
            log::warn("storage.checkpoint_failed", {{"error", e.what()}});
            database.reset();
        }
        const std::lock_guard lock(mutex_);
        state_ = database ? State::copied : State::idle;
        copied_.notify_one();
    }
}

}  // namespace covision::storage
