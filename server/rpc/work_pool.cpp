#include "server/rpc/work_pool.hpp"

#include "server/base/log.hpp"

namespace covision::rpc {

WorkPool::WorkPool(const std::string& path, std::size_t threads, std::size_t queue_limit, const std::string& vfs)
    : path_(path), vfs_(vfs), queue_limit_(queue_limit) {
    for (std::size_t i = 0; i < threads; ++i) threads_.emplace_back([this] { loop(); });
}

void WorkPool::run(storage::Work work, storage::Done done) {
    {
        const std::lock_guard lock(mutex_);
        if (!stopping_ && queue_.size() < queue_limit_) {
            queue_.push_back({std::move(work), std::move(done)});
            wake_.notify_one();
            return;
        }
    }
    done(std::make_exception_ptr(storage::Busy("the queue of heavy work is full")));
}

void WorkPool::stop() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
        wake_.notify_all();
    }
    for (auto& thread : threads_)
        if (thread.joinable()) thread.join();
}

void WorkPool::loop() {
    std::unique_ptr<storage::Database> database;  // from the first work on: a quiet server has no use for it
    for (;;) {
        Job job;
        {
            std::unique_lock lock(mutex_);
            wake_.wait(lock, [this] { return stopping_ || !queue_.empty(); });
            if (queue_.empty()) return;
            job = std::move(queue_.front());
            queue_.pop_front();
        }
        std::exception_ptr error;
        try {
            if (!database) database = std::make_unique<storage::Database>(path_, storage::Mode::read_only, vfs_);
            job.work(*database);
        } catch (...) {
            error = std::current_exception();
        }
        try {
            job.done(error);
        } catch (...) {
            log::error("rpc.pool_done_threw");
        }
    }
}

}  // namespace covision::rpc
