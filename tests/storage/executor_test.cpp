#include "server/storage/executor.hpp"

#include <algorithm>
#include <atomic>
#include <random>
#include <thread>

#include "tests/storage/executor_fixture.hpp"

namespace covision::storage {
namespace {

TEST_F(ExecutorTest, ManyWritersEachGetTheirOwnOutcome) {
    SCOPED_TRACE(test::seed_text());
    constexpr std::size_t threads = 4, each = 250;
    Outcomes outcomes(threads * each);
    {
        Executor executor(path, 2);
        std::vector<std::thread> writers;
        for (std::size_t t = 0; t < threads; ++t) {
            writers.emplace_back([&, t] {
                for (std::size_t i = t * each; i < (t + 1) * each; ++i) {
                    const bool refuses = i % 3 == 0;
                    executor.write(
                        [i, refuses](Database& database) {
                            database.run(insert_number, static_cast<std::int64_t>(i));
                            if (refuses) throw std::domain_error("no");
                        },
                        outcomes.at(i));
                }
            });
        }
        for (std::thread& writer : writers) writer.join();
        outcomes.wait();
    }
    std::vector<std::int64_t> expected;
    for (std::size_t i = 0; i < threads * each; ++i) {
        EXPECT_EQ(outcomes.wait()[i], i % 3 == 0 ? Outcome::refused : Outcome::stored) << i;
        if (i % 3 != 0) expected.push_back(static_cast<std::int64_t>(i));
    }
    std::vector<std::int64_t> rows = stored();
    std::sort(rows.begin(), rows.end());
    EXPECT_EQ(rows, expected);
    // Jobs of one thread were told in their order.
    std::vector<std::size_t> next(threads, 0);
    for (const std::size_t index : outcomes.order()) EXPECT_EQ(index % each, next[index / each]++);
}

TEST_F(ExecutorTest, OneCommitServesAllThatWait) {
    int commits = 0;
    Hooks hooks;
    hooks.after_commit = [&commits] { ++commits; };
    Outcomes outcomes(300);
    {
        Executor executor(path, 1, hooks);
        Gate gate(executor);
        for (std::size_t i = 0; i < 300; ++i) executor.write(insert(static_cast<std::int64_t>(i)), outcomes.at(i));
        gate.open();
        outcomes.wait();
    }
    EXPECT_EQ(commits, 3);  // the gate's, 256, 44
    EXPECT_TRUE(std::is_sorted(outcomes.order().begin(), outcomes.order().end()));
    EXPECT_EQ(stored().size(), 300u);
}

TEST_F(ExecutorTest, DoneIsCalledAfterTheRowIsVisibleToOthers) {
    Executor executor(path, 1);
    for (std::int64_t i = 0; i < 5; ++i) {
        std::promise<std::size_t> seen;
        executor.write(insert(i), [&](std::exception_ptr) { seen.set_value(stored().size()); });
        EXPECT_EQ(seen.get_future().get(), static_cast<std::size_t>(i) + 1);
    }
}

TEST_F(ExecutorTest, HooksComeInOrder) {
    std::vector<std::string> calls;
    const auto note = [&calls](const char* what) { return [&calls, what] { calls.emplace_back(what); }; };
    Hooks hooks{note("job"),
                note("job back"),
                note("before"),
                note("after"),
                note("lost"),
                [&calls](Database& database, const TruncateWal&) {
                    EXPECT_FALSE(database.in_transaction());
                    calls.emplace_back("settle");
                }};
    {
        Executor executor(path, 1, hooks);
        write(executor, insert(1));
        write(executor, [](Database&) { throw std::domain_error("no"); });
    }
    EXPECT_EQ(calls, (std::vector<std::string>{"settle", "job", "before", "after", "settle", "job", "job back",
                                               "before", "after", "settle"}));
}

TEST_F(ExecutorTest, AHookThatFailsBeforeTheCommitLosesTheBatch) {
    std::atomic<bool> fails{true};
    int lost = 0;
    Hooks hooks;
    hooks.before_commit = [&fails] {
        if (fails) throw Io("keys");
    };
    hooks.after_rollback = [&lost] { ++lost; };
    {
        Executor executor(path, 1, hooks);
        EXPECT_EQ(write(executor, insert(1)), Outcome::unavailable);
        fails = false;
        EXPECT_EQ(write(executor, insert(2)), Outcome::stored);
    }
    EXPECT_EQ(lost, 1);
    EXPECT_EQ(stored(), (std::vector<std::int64_t>{2}));
}

TEST_F(ExecutorTest, ADoneThatThrowsHarmsNobody) {
    Executor executor(path, 1);
    executor.write(insert(1), [](std::exception_ptr) { throw std::runtime_error("oops"); });
    EXPECT_EQ(write(executor, insert(2)), Outcome::stored);
    EXPECT_EQ(stored().size(), 2u);
}

TEST_F(ExecutorTest, FullQueuesRefuseAtOnce) {
    ExecutorOptions options;
    options.write_queue = 3;
    Executor executor(path, 1, {}, options);
    Gate gate(executor);
    Outcomes waiting(3);
    for (std::size_t i = 0; i < 3; ++i) executor.write(insert(1), waiting.at(i));
    std::string name;
    executor.write(insert(9), [&name](std::exception_ptr error) {
        try {
            std::rethrow_exception(error);
        } catch (const StorageError& e) {
            name = e.name();
        }
    });
    EXPECT_EQ(name, "busy");
    gate.open();
    EXPECT_EQ(waiting.wait()[2], Outcome::stored);
    EXPECT_EQ(stored().size(), 3u);
}

TEST_F(ExecutorTest, StopDrainsThenRefusesAndEmptiesTheWal) {
    Executor executor(path, 2);
    Outcomes outcomes(400);
    for (std::size_t i = 0; i < 400; ++i) {
        if (i % 2 == 0) {
            executor.write(insert(1), outcomes.at(i));
        } else {
            executor.read([](Database& database) { database.all<std::int64_t>(select_numbers); }, outcomes.at(i));
        }
    }
    executor.stop();
    for (const Outcome outcome : outcomes.wait()) EXPECT_EQ(outcome, Outcome::stored);
    EXPECT_EQ(write(executor, insert(1)), Outcome::unavailable);
    Outcomes late(1);
    executor.read([](Database&) {}, late.at(0));
    EXPECT_EQ(late.wait()[0], Outcome::unavailable);
    EXPECT_EQ(std::filesystem::file_size(path + "-wal"), 0u);
    EXPECT_EQ(stored().size(), 200u);
}

TEST_F(ExecutorTest, AReadSeesOneSnapshotWithEveryAcknowledgedWrite) {
    Executor executor(path, 3);
    std::atomic<int> wrong{0};
    Outcomes reads(200);
    for (std::size_t i = 0; i < 200; ++i) {
        ASSERT_EQ(write(executor, insert(static_cast<std::int64_t>(i))), Outcome::stored);
        executor.read(
            [&wrong, i](Database& database) {
                const auto before = database.all<std::int64_t>(select_numbers).size();
                const auto again = database.all<std::int64_t>(select_numbers).size();
                if (before != again || before < i + 1) ++wrong;
            },
            reads.at(i));
    }
    reads.wait();
    EXPECT_EQ(wrong, 0);
    Outcomes writes(1);
    executor.read([](Database& database) { database.run(insert_number, 1); }, writes.at(0));
    EXPECT_EQ(writes.wait()[0], Outcome::other);
}

TEST_F(ExecutorTest, TheWalCanBeEmptiedWhileReadersAreBusy) {
    std::atomic<bool> wanted{false};
    std::promise<bool> emptied;
    Hooks hooks;
    hooks.settle = [&](Database&, const TruncateWal& truncate) {
        if (!wanted.exchange(false)) return;
        const bool did = truncate();
        emptied.set_value(did && std::filesystem::file_size(path + "-wal") == 0);
    };
    Executor executor(path, 3, hooks);
    for (std::int64_t i = 0; i < 50; ++i) write(executor, insert(i));
    Outcomes reads(3000);
    for (std::size_t i = 0; i < 3000; ++i) {
        executor.read([](Database& database) { database.all<std::int64_t>(select_numbers); }, reads.at(i));
    }
    wanted = true;
    write(executor, insert(1));
    EXPECT_TRUE(emptied.get_future().get());
    for (const Outcome outcome : reads.wait()) EXPECT_EQ(outcome, Outcome::stored);
}

TEST_F(ExecutorTest, TheWalStaysBoundedUnderWritingWithoutPause) {
    Executor executor(path, 1);
    const std::string four_pages(16000, 'x');
    Outcomes outcomes(100);
    for (std::size_t i = 0; i < 100; ++i) {
        executor.write(
            [&four_pages](Database& database) {
                for (int k = 0; k < 64; ++k) database.run(insert_filler, Blob{four_pages});
            },
            outcomes.at(i));
    }
    outcomes.wait();
    for (int i = 0; i < 20; ++i) {
        write(executor, [&four_pages](Database& database) {
            for (int k = 0; k < 64; ++k) database.run(insert_filler, Blob{four_pages});
        });
    }
    // 120 MB were written; without checkpoints all of it would still lie in the WAL.
    EXPECT_LT(std::filesystem::file_size(path + "-wal"), 116'000'000u);
}

}  // namespace
}  // namespace covision::storage
