#pragma once
// Copies the WAL into the database apart from the writer: checkpoints are the tail of its latency.

#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

#include "server/storage/database.hpp"

namespace covision::storage {

class Checkpointer {
public:
    Checkpointer(std::string path, std::string vfs);
    ~Checkpointer() { stop(); }

    /// The writer committed and the WAL has so many pages now. True when only little of it is left to copy: a writer
    /// that copies that itself begins the log anew. While it goes on writing nobody else can. Waits only for a copy
    /// that falls far behind: without that, a writer that never pauses would let the log grow for ever.
    [[nodiscard]] bool committed(std::int64_t wal_pages);
    /// Finishes what it was asked for.
    void stop();

private:
    void loop(std::unique_ptr<Database> database);
    bool busy() const { return state_ == State::asked || state_ == State::copying; }

    const std::string path_, vfs_;
    std::mutex mutex_;
    std::condition_variable wake_, copied_;
    std::int64_t asked_ = 0;    // the WAL's pages when it was asked last
    std::int64_t allowed_ = 0;  // pages that may come while it copies
    enum class State { idle, asked, copying, copied } state_ = State::idle;
    bool stopping_ = false;
    std::thread thread_;
};

}  // namespace covision::storage
