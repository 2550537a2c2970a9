#pragma once
// Who touches the main database: one writer thread with group commit, a few reader threads, one that checkpoints.

#include <cstddef>
#include <exception>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "server/storage/database.hpp"

namespace covision::storage {

/// A job. It runs on a thread of the executor inside a transaction that is not its own: it never begins, commits or
/// rolls back. To throw is to take back all it wrote. It may be run with an error at any statement.
using Work = std::function<void(Database&)>;

/// Called once for each job, in order of the jobs: for a write after the COMMIT is on disk (or is known to have
/// failed), for a read after its transaction ended. nullptr: done. Runs on the executor's thread, so it must be short,
/// must not wait for another job and must not call `stop`; when the queue is full or the executor stopped it runs on
/// the caller's thread, inside `write` or `read`.
using Done = std::function<void(std::exception_ptr)>;

struct Job {
    Work work;
    Done done;
    std::exception_ptr error{};  ///< the executor's own note of how it ended
};

/// Empties the main WAL while no reader is looking; false when that was not possible now.
using TruncateWal = std::function<bool()>;

/// What takes part in the writer's transactions without being in the database (the vault). All run on the writer
/// thread; any may be empty. An exception from before_commit loses the batch; from the others it is logged.
struct Hooks {
    std::function<void()> job_began{};        ///< before each job
    std::function<void()> job_rolled_back{};  ///< that job threw; the batch goes on without it
    std::function<void()> before_commit{};    ///< all jobs have run; what must be durable first is made so here
    std::function<void()> after_commit{};     ///< the batch is on disk; nobody has been told yet
    std::function<void()> after_rollback{};   ///< the whole batch is lost
    std::function<void(Database&, const TruncateWal&)> settle{};  ///< after the Done calls, outside any transaction
};

struct ExecutorOptions {
    std::size_t batch = 256;          ///< jobs in one transaction at most
    std::size_t write_queue = 16384;  ///< jobs waiting; more are refused with Busy
    std::size_t read_queue = 8192;
    std::string vfs{};  ///< see Database
};

class Executor {
public:
    /// Opens the (migrated) database at `path` for one writer and `readers` (1 … 16) readers and starts them; throws
    /// what Database throws.
    Executor(const std::string& path, std::size_t readers, Hooks hooks = {}, ExecutorOptions options = {});
    /// Stops.
    ~Executor();

    /// Runs `work` on the writer in a SAVEPOINT of the current batch. Any thread. `done` gets Unavailable when the
    /// batch was lost: nothing of any job in it is stored then.
    void write(Work work, Done done);
    /// The same for several that follow each other. The writer is woken once, for all of them.
    void write(std::vector<Job> jobs);
    /// Runs `work` on a reader in one read transaction: one snapshot, at least as new as every write whose Done was
    /// called before. Any thread.
    void read(Work work, Done done);
    /// Runs everything that waits, then ends the threads and empties the WAL. Jobs that come later get Unavailable.
    /// Call it from one thread, not from a Done.
    void stop();

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace covision::storage
