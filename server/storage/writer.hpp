#pragma once
// The one thread that writes: group commit. See executor.hpp for what callers may rely on.

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "server/storage/executor.hpp"

namespace covision::storage {

/// Calls `done`; what it throws is logged and goes no further.
void tell(const Job& job) noexcept;

class Writer {
public:
    /// What the writer needs of its neighbours; called on its thread.
    struct Neighbours {
        std::function<void()> pause_readers;
        std::function<void()> resume_readers;
        std::function<bool(std::int64_t wal_pages)> committed;  // true: checkpoint what is left
    };

    Writer(std::string path, const ExecutorOptions& options, Hooks hooks, Neighbours neighbours);
    ~Writer() { stop(); }

    void add(std::vector<Job> jobs);
    void stop();

private:
    void loop();
    std::vector<Job> take();
    void run_batch(std::vector<Job>& batch);
    bool commit_batch(std::vector<Job>& batch) noexcept;
    bool run_jobs(std::vector<Job>& batch);
    bool run_job(Job& job, bool alone);
    void undo(bool alone);
    bool ensure_open() noexcept;
    void lose(std::vector<Job>& batch);
    void call(const char* which, const std::function<void()>& hook) noexcept;
    void settle() noexcept;
    bool truncate_wal();
    void finish_checkpoint() noexcept;

    const std::string path_, vfs_;
    const std::size_t batch_limit_, queue_limit_;
    const Hooks hooks_;
    const Neighbours neighbours_;
    std::unique_ptr<Database> database_;
    std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<Job> queue_;
    bool stopping_ = false;
    std::thread thread_;
};

}  // namespace covision::storage
