#include "server/storage/readers.hpp"

#include <algorithm>

namespace covision::storage {
namespace {
const Sql begin("BEGIN", Sql::Home::own_file);
}

Readers::Readers(std::string path, std::size_t count, const ExecutorOptions& options)
    : path_(std::move(path)), vfs_(options.vfs), queue_limit_(options.read_queue) {
    // The first is open, or none starts; the others open with their first job.
    auto first = std::make_unique<Database>(path_, Mode::read_only, vfs_);
    for (std::size_t i = 0; i < std::clamp<std::size_t>(count, 1, 16); ++i)
        threads_.emplace_back([this, mine = std::exchange(first, nullptr)]() mutable { loop(std::move(mine)); });
}

void Readers::add(Job job) {
    {
        const std::lock_guard lock(mutex_);
        if (stopping_) {
            job.error = std::make_exception_ptr(Unavailable("the storage is stopping"));
        } else if (queue_.size() >= queue_limit_) {
            job.error = std::make_exception_ptr(Busy("the queue of reads is full"));
        } else {
            queue_.push_back(std::move(job));
            wake_.notify_one();
            return;
        }
    }
    tell(job);
}

void Readers::pause() {
    std::unique_lock lock(mutex_);
    paused_ = true;
    quiet_.wait(lock, [this] { return running_ == 0; });
}

void Readers::resume() {
    const std::lock_guard lock(mutex_);
    paused_ = false;
    wake_.notify_all();
}

void Readers::stop() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
        wake_.notify_all();
    }
    for (std::thread& thread : threads_) thread.join();
    threads_.clear();
}

bool Readers::take(Job& job) {
    std::unique_lock lock(mutex_);
    wake_.wait(lock, [this] { return !paused_ && (stopping_ || !queue_.empty()); });
    if (queue_.empty()) return false;
    job = std::move(queue_.front());
    queue_.pop_front();
    ++running_;
    return true;
}

void Readers::loop(std::unique_ptr<Database> database) {
    for (Job job; take(job); job = {}) {
        run(job, database);
        {
            const std::lock_guard lock(mutex_);
            if (--running_ == 0) quiet_.notify_one();
        }
        tell(job);
    }
}

void Readers::run(Job& job, std::unique_ptr<Database>& database) const {
    try {
        if (!database) database = std::make_unique<Database>(path_, Mode::read_only, vfs_);
        database->run(begin);
        job.work(*database);
    } catch (const Io&) {
        job.error = std::current_exception();
        database.reset();  // the next job opens it again
        return;
    } catch (...) {
        job.error = std::current_exception();
    }
    if (database) database->rollback();
}

}  // namespace covision::storage
