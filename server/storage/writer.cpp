#include "server/storage/writer.hpp"

#include <algorithm>

#include "server/base/counters.hpp"
#include "server/base/log.hpp"

namespace covision::storage {
namespace {

Counter jobs_counter("covision_storage_writes_total", "jobs of the writer that were committed or refused");
Counter batches_counter("covision_storage_commits_total", "transactions of the writer");
Counter lost_counter("covision_storage_lost_batches_total", "transactions of the writer that were lost");

// Savepoints are of SQLite's connection, so they are no registered statements.
const Sql begin("BEGIN IMMEDIATE", Sql::Home::own_file);
const Sql commit("COMMIT", Sql::Home::own_file);
const Sql save("SAVEPOINT job", Sql::Home::own_file);
const Sql release("RELEASE job", Sql::Home::own_file);
const Sql roll_back_to("ROLLBACK TO job", Sql::Home::own_file);

std::string describe(const std::exception_ptr& error) {
    try {
        std::rethrow_exception(error);
    } catch (const StorageError& e) {
        return e.what();
    } catch (const std::exception&) {
        return "an exception of another kind";  // its text might quote somebody
    } catch (...) {
        return "not an exception";
    }
}

}  // namespace

void tell(const Job& job) noexcept {
    try {
        if (job.done) job.done(job.error);
    } catch (...) {
        log::error("storage.done_threw", {{"error", describe(std::current_exception())}});
    }
}

Writer::Writer(std::string path, const ExecutorOptions& options, Hooks hooks, Neighbours neighbours)
    : path_(std::move(path)),
      vfs_(options.vfs),
      batch_limit_(std::max<std::size_t>(1, options.batch)),
      queue_limit_(options.write_queue),
      hooks_(std::move(hooks)),
      neighbours_(std::move(neighbours)),
      database_(std::make_unique<Database>(path_, Mode::read_write, vfs_)) {
    thread_ = std::thread([this] { loop(); });
}

void Writer::add(std::vector<Job> jobs) {
    std::vector<Job> refused;
    {
        const std::lock_guard lock(mutex_);
        for (Job& job : jobs) {
            if (stopping_) {
                job.error = std::make_exception_ptr(Unavailable("the storage is stopping"));
            } else if (queue_.size() >= queue_limit_) {
                job.error = std::make_exception_ptr(Busy("the queue of writes is full"));
            }
            if (job.error) {
                refused.push_back(std::move(job));
            } else {
                queue_.push_back(std::move(job));
            }
        }
    }
    // Neither under the lock: who wakes would only wait for it, and who is told may come back.
    wake_.notify_one();
    for (const Job& job : refused) tell(job);
}

void Writer::stop() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
        wake_.notify_one();
    }
    if (thread_.joinable()) thread_.join();
}

std::vector<Job> Writer::take() {
    std::unique_lock lock(mutex_);
    wake_.wait(lock, [this] { return stopping_ || !queue_.empty(); });
    std::vector<Job> batch;
    const std::size_t count = std::min(batch_limit_, queue_.size());
    batch.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        batch.push_back(std::move(queue_.front()));
        queue_.pop_front();
    }
    return batch;
}

void Writer::loop() {
    settle();  // what a crash left open
    for (std::vector<Job> batch; !(batch = take()).empty();) {
        run_batch(batch);
        for (const Job& job : batch) tell(job);
        batch.clear();  // what the jobs hold must not wait for the next batch
        settle();
    }
    try {
        if (database_) truncate_wal();
    } catch (const StorageError& e) {
        log::warn("storage.last_checkpoint_failed", {{"error", e.what()}});
    }
    database_.reset();
}

void Writer::run_batch(std::vector<Job>& batch) {
    batches_counter.add();
    if (!ensure_open() || !commit_batch(batch)) {
        lose(batch);
        // After a failed sync the kernel may have dropped dirty pages: this connection must not write again.
        database_.reset();
        ensure_open();
        return;
    }
    jobs_counter.add(static_cast<std::int64_t>(batch.size()));
    call("after_commit", hooks_.after_commit);
    if (neighbours_.committed(database_->wal_pages())) finish_checkpoint();
}

// Its failure is no failure of the batch, which is on the disk.
void Writer::finish_checkpoint() noexcept {
    try {
        database_->checkpoint(false);
    } catch (const StorageError& e) {
        log::warn("storage.checkpoint_failed", {{"error", e.what()}});
    }
}

bool Writer::commit_batch(std::vector<Job>& batch) noexcept {
    try {
        database_->run(begin);
        if (!run_jobs(batch)) return false;
        if (hooks_.before_commit) hooks_.before_commit();
        database_->run(commit);
        return true;
    } catch (...) {
        log::error("storage.commit_failed", {{"error", describe(std::current_exception())}});
        return false;
    }
}

// A job alone needs no savepoint, which would cost it a copy of each page that it changes.
bool Writer::run_jobs(std::vector<Job>& batch) {
    const bool alone = batch.size() == 1;
    return std::all_of(batch.begin(), batch.end(), [&](Job& job) { return run_job(job, alone); });
}

// False when the whole transaction is gone: SQLITE_FULL and SQLITE_IOERR inside a savepoint do that (measured).
bool Writer::run_job(Job& job, bool alone) {
    call("job_began", hooks_.job_began);
    if (!alone) database_->run(save);
    database_->require_transaction(true);
    try {
        job.work(*database_);
    } catch (...) {
        job.error = std::current_exception();
    }
    database_->require_transaction(false);
    if (!database_->in_transaction()) {
        log::error("storage.batch_lost", {{"error", job.error ? describe(job.error) : "noticed by nobody"}});
        return false;
    }
    if (job.error) {
        undo(alone);
        call("job_rolled_back", hooks_.job_rolled_back);
    }
    if (!alone) database_->run(release);
    return true;
}

void Writer::undo(bool alone) {
    if (!alone) return database_->run(roll_back_to);
    database_->rollback();
    database_->run(begin);
}

bool Writer::ensure_open() noexcept {
    if (database_) return true;
    try {
        database_ = std::make_unique<Database>(path_, Mode::read_write, vfs_);
        log::info("storage.reopened");
        return true;
    } catch (const std::exception& e) {
        log::error("storage.reopen_failed", {{"error", e.what()}});
        return false;
    }
}

void Writer::lose(std::vector<Job>& batch) {
    lost_counter.add();
    if (database_) {
        database_->require_transaction(false);
        database_->rollback();
    }
    call("after_rollback", hooks_.after_rollback);
    const auto error = std::make_exception_ptr(Unavailable("this could not be stored; nothing was changed"));
    for (Job& job : batch) job.error = error;
}

void Writer::call(const char* which, const std::function<void()>& hook) noexcept {
    try {
        if (hook) hook();
    } catch (...) {
        log::error("storage.hook_failed", {{"hook", which}, {"error", describe(std::current_exception())}});
    }
}

void Writer::settle() noexcept {
    if (!hooks_.settle || !database_) return;
    try {
        hooks_.settle(*database_, [this] { return truncate_wal(); });
    } catch (...) {
        log::warn("storage.settle_failed", {{"error", describe(std::current_exception())}});
        database_->rollback();
        database_.reset();
        ensure_open();
    }
}

bool Writer::truncate_wal() {
    // A reader's snapshot holds the WAL; jobs of readers are short, so waiting for them is.
    struct Quiet {
        const Neighbours& around;
        explicit Quiet(const Neighbours& n) : around(n) { around.pause_readers(); }
        ~Quiet() { around.resume_readers(); }
    };
    const Quiet quiet(neighbours_);
    return database_->checkpoint(true);
}

}  // namespace covision::storage
