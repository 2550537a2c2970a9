#include "server/app/deid_lines.hpp"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <exception>
#include <memory>
#include <mutex>
#include <ostream>
#include <thread>
#include <vector>

#include "server/app/deid_batch.hpp"
#include "server/app/deid_progress.hpp"

namespace covision::app {
namespace {

using BatchPtr = std::shared_ptr<Batch>;

/// One thread reads, some answer, the calling one writes. What is on its way is bounded, so that a slow reader of the
/// answers, or a slow batch at the front, holds the others up instead of filling the memory.
class Pipeline {
public:
    Pipeline(std::istream& in, const deid::Detector& detector, const LineOptions& options)
        : in_(in), detector_(detector), policy_(options.policy) {
        const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
        const std::size_t workers = options.threads > 0 ? options.threads : cores;
        most_on_their_way_ = 2 * workers + 2;
        threads_.emplace_back([this] { guarded([this] { read(); }); });
        for (std::size_t i = 0; i < workers; ++i) threads_.emplace_back([this] { guarded([this] { work(); }); });
    }
    Pipeline(const Pipeline&) = delete;
    Pipeline& operator=(const Pipeline&) = delete;
    ~Pipeline() {
        stop({});
        for (std::thread& thread : threads_) thread.join();
    }

    /// The next batch that is answered, in order; nothing at the end. Throws what any thread has thrown.
    BatchPtr next() {
        std::unique_lock lock(mutex_);
        changed_.wait(lock,
                      [&] { return error_ || (on_their_way_.empty() ? all_read_ : on_their_way_.front()->done); });
        if (error_) std::rethrow_exception(error_);
        if (on_their_way_.empty()) return {};
        BatchPtr batch = std::move(on_their_way_.front());
        on_their_way_.pop_front();
        changed_.notify_all();
        return batch;
    }

private:
    template <class Work>
    void guarded(Work work) {
        try {
            work();
        } catch (...) {
            stop(std::current_exception());
        }
    }
    void stop(const std::exception_ptr& error) {
        const std::lock_guard lock(mutex_);
        stopped_ = true;
        if (!error_) error_ = error;
        changed_.notify_all();
    }

    void read() {
        std::size_t line = 1;
        for (;;) {
            auto batch = std::make_shared<Batch>();
            const bool more = read_batch(in_, line, *batch);
            line += batch->count;
            std::unique_lock lock(mutex_);
            changed_.wait(lock, [&] { return stopped_ || on_their_way_.size() < most_on_their_way_; });
            all_read_ = !more;
            if (more && !stopped_) {
                on_their_way_.push_back(batch);
                unanswered_.push_back(std::move(batch));
            }
            changed_.notify_all();
            if (!more || stopped_) return;
        }
    }
    void work() {
        std::unique_lock lock(mutex_);
        for (;;) {
            changed_.wait(lock, [&] { return stopped_ || all_read_ || !unanswered_.empty(); });
            if (stopped_ || unanswered_.empty()) return;
            const BatchPtr batch = std::move(unanswered_.front());
            unanswered_.pop_front();
            lock.unlock();
            answer(*batch, detector_, policy_);
            lock.lock();
            batch->done = true;
            changed_.notify_all();
        }
    }

    std::istream& in_;
    const deid::Detector& detector_;
    const deid::Policy& policy_;
    std::size_t most_on_their_way_ = 0;

    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<BatchPtr> on_their_way_, unanswered_;  // in order; the second is part of the first
    std::exception_ptr error_;
    bool all_read_ = false, stopped_ = false;
    std::vector<std::thread> threads_;
};

constexpr std::size_t most_complaints = 10;

}  // namespace

bool answer_lines(std::istream& in, std::ostream& out, std::ostream& err, const deid::Detector& detector,
                  const LineOptions& options) {
    std::size_t complaints = 0;
    Progress progress(err, options.progress);
    Pipeline pipeline(in, detector, options);
    while (const BatchPtr batch = pipeline.next()) {
        if (!(out << batch->answers).flush()) return false;
        progress.add(batch->count, batch->bytes);
        for (const auto& [line, problem] : batch->complaints) {
            if (complaints++ >= most_complaints) continue;
            progress.clear();
            err << "covision deid: line " << line << " of " << options.name << " " << problem << ".\n";
        }
    }
    progress.end();
    if (complaints > most_complaints)
        err << "covision deid: " << complaints - most_complaints << " further lines could not be read either.\n";
    return complaints == 0;
}

}  // namespace covision::app
