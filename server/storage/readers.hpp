#pragma once
// The threads that read, each on a read-only connection of its own.

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "server/storage/writer.hpp"

namespace covision::storage {

class Readers {
public:
    Readers(std::string path, std::size_t count, const ExecutorOptions& options);
    ~Readers() { stop(); }

    void add(Job job);
    /// Waits until no job runs and lets none begin until `resume`. From the writer's thread only.
    void pause();
    void resume();
    void stop();

private:
    void loop(std::unique_ptr<Database> database);
    bool take(Job& job);
    void run(Job& job, std::unique_ptr<Database>& database) const;

    const std::string path_, vfs_;
    const std::size_t queue_limit_;
    std::mutex mutex_;
    std::condition_variable wake_, quiet_;
    std::deque<Job> queue_;
    std::size_t running_ = 0;
    bool paused_ = false, stopping_ = false;
    std::vector<std::thread> threads_;
};

}  // namespace covision::storage
