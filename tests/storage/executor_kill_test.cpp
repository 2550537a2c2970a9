// The server's process is killed at some moment: what it acknowledged is there, once, and no job is there in part.

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <map>
#include <random>

#include "tests/storage/executor_fixture.hpp"

namespace covision::storage {
namespace {

// Writes rows from `from` on until it is killed; tells each acknowledged number through the pipe. Every job writes its
// number twice, so that a job in part would show.
[[noreturn]] void child(const std::string& path, std::int64_t from, int out) {
    Executor executor(path, 1);
    std::mutex mutex;
    std::condition_variable freed;
    int under_way = 0;
    for (std::int64_t x = from;; ++x) {
        {
            std::unique_lock lock(mutex);
            freed.wait(lock, [&] { return under_way < 64; });
            ++under_way;
        }
        executor.write(
            [x](Database& database) {
                database.run(insert_number, x);
                database.run(insert_number, x);
            },
            [&, x](std::exception_ptr error) {
                if (error || ::write(out, &x, sizeof x) != static_cast<ssize_t>(sizeof x)) ::_exit(1);
                const std::lock_guard lock(mutex);
                --under_way;
                freed.notify_one();
            });
    }
}

TEST_F(ExecutorTest, KilledAtAnyMomentItKeepsWhatItAcknowledged) {
    SCOPED_TRACE(test::seed_text());
    std::mt19937 random(test::seed());
    std::set<std::int64_t> acknowledged;
    for (std::int64_t round = 0; round < 12; ++round) {
        int ends[2];
        ASSERT_EQ(::pipe(ends), 0);
        const pid_t pid = ::fork();
        if (pid == 0) child(path, round * 1'000'000, ends[1]);
        ::close(ends[1]);
        std::int64_t x = 0;
        // Kill after a random number of acknowledgements; those still in the pipe count too.
        const unsigned wanted = 1 + random() % 400;
        for (unsigned i = 0; ::read(ends[0], &x, sizeof x) == static_cast<ssize_t>(sizeof x); ++i) {
            acknowledged.insert(x);
            if (i == wanted) ::kill(pid, SIGKILL);
        }
        ::close(ends[0]);
        int status = 0;
        ::waitpid(pid, &status, 0);
        ASSERT_TRUE(WIFSIGNALED(status));
    }
    std::map<std::int64_t, int> times;
    for (const std::int64_t x : stored()) ++times[x];
    for (const auto& [x, count] : times) EXPECT_EQ(count, 2) << x << " is there in part";
    for (const std::int64_t x : acknowledged) EXPECT_TRUE(times.contains(x)) << x << " was acknowledged and is gone";
}

}  // namespace
}  // namespace covision::storage
