#pragma once
// A few threads for heavy work that must not hold a transaction: argon2id, the de-identifier. Each has a read-only
// connection of its own, outside any transaction.

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "server/storage/executor.hpp"

namespace covision::rpc {

class WorkPool {
public:
    /// Opens the (migrated) database `threads` times; throws what storage::Database throws.
    WorkPool(const std::string& path, std::size_t threads, std::size_t queue_limit, const std::string& vfs = {});
    ~WorkPool() { stop(); }
    WorkPool(const WorkPool&) = delete;
    WorkPool& operator=(const WorkPool&) = delete;

    /// Runs `work` on a thread of the pool, then `done` there. When too much waits, or after stop(), `done` gets Busy
    /// on the caller's thread. Any thread.
    void run(storage::Work work, storage::Done done);
    /// Finishes what waits and ends the threads.
    void stop();

private:
    struct Job {
        storage::Work work;
        storage::Done done;
    };
    void loop(storage::Database& database);

    const std::size_t queue_limit_;
    std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<Job> queue_;
    bool stopping_ = false;
    std::vector<std::unique_ptr<storage::Database>> databases_;
    std::vector<std::thread> threads_;
};

}  // namespace covision::rpc
