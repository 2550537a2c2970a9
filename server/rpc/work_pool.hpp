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
    /// Each thread opens the (migrated) database with its first work, which fails where that does.
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
    void loop();

    const std::string path_, vfs_;
    const std::size_t queue_limit_;
    std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<Job> queue_;
    bool stopping_ = false;
    std::vector<std::thread> threads_;
};

}  // namespace covision::rpc
