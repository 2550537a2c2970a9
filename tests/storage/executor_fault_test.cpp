// What happens when the disk fails below the writer: nobody is told "stored" who is not, and later work goes on.

#include <random>

#include "tests/storage/executor_fixture.hpp"

namespace covision::storage {
namespace {

using test::FaultVfs;

class FaultTest : public ExecutorTest {
protected:
    FaultTest() { options.vfs = FaultVfs::name(); }
    ~FaultTest() override { FaultVfs::get().disarm(); }
    void TearDown() override { EXPECT_TRUE(all_hits > 0 || !uses_run) << "no fault was met"; }

    // A batch of 40 that meets the fault, then one more job; every acknowledged row is there once, no other is.
    void run(FaultVfs::Op op, int nth, int count, int code) {
        uses_run = true;
        Outcomes outcomes(40);
        int hits = 0;
        {
            Executor executor(path, 1, {}, options);
            ASSERT_EQ(write(executor, insert(-1)), Outcome::stored);
            Gate gate(executor);
            for (std::size_t i = 0; i < 40; ++i) {
                executor.write(
                    [i](Database& database) {
                        database.run(insert_number, static_cast<std::int64_t>(i));
                        database.run(insert_filler, Blob{std::string(3000, 'x')});
                    },
                    outcomes.at(i));
            }
            FaultVfs::get().arm(op, nth, count, code, "t.db");
            gate.open();
            outcomes.wait();
            hits = FaultVfs::get().hits();
            FaultVfs::get().disarm();
            EXPECT_EQ(write(executor, insert(-2)), Outcome::stored);
        }
        check(outcomes.wait(), hits);
    }

    void check(const std::vector<Outcome>& outcomes, int hits) {
        std::vector<std::int64_t> expected{-1};
        for (std::size_t i = 0; i < outcomes.size(); ++i) {
            EXPECT_EQ(outcomes[i], outcomes[0]) << "a batch is stored or lost as one";
            if (outcomes[i] == Outcome::stored) expected.push_back(static_cast<std::int64_t>(i));
        }
        EXPECT_TRUE(outcomes[0] == Outcome::stored || outcomes[0] == Outcome::unavailable);
        all_hits += hits;
        if (hits > 0) {
            EXPECT_EQ(outcomes[0], Outcome::unavailable);
        }
        expected.push_back(-2);
        EXPECT_EQ(stored(), expected);
        Database database(path, Mode::read_only);
        const Sql integrity("PRAGMA integrity_check", Sql::Home::own_file);
        EXPECT_EQ(database.one<std::string>(integrity), "ok");
        empty_tables();
    }

    void empty_tables() {
        Database database(path);
        database.script("DELETE FROM n; DELETE FROM filler;");
    }

    ExecutorOptions options;
    bool uses_run = false;
    int all_hits = 0;
};

TEST_F(FaultTest, AFullDiskAtAnyWrite) {
    for (int nth = 0; nth < 60; nth += 7) {
        SCOPED_TRACE(nth);
        run(FaultVfs::Op::write, nth, 1, SQLITE_FULL);
    }
}

TEST_F(FaultTest, AFailedWriteAnywhere) {
    for (int nth = 0; nth < 60; nth += 7) {
        SCOPED_TRACE(nth);
        run(FaultVfs::Op::write, nth, 1 + nth % 2, SQLITE_IOERR_WRITE);
    }
}

TEST_F(FaultTest, AFailedSync) {
    for (int nth = 0; nth < 3; ++nth) {
        SCOPED_TRACE(nth);
        run(FaultVfs::Op::sync, nth, 1, SQLITE_IOERR_FSYNC);
    }
}

TEST_F(FaultTest, NothingIsStoredWhileTheDiskIsBrokenAndAllIsWellAfterwards) {
    std::vector<std::int64_t> expected;
    {
        Executor executor(path, 1, {}, options);
        for (std::int64_t round = 0; round < 4; ++round) {
            FaultVfs::get().arm(round % 2 ? FaultVfs::Op::sync : FaultVfs::Op::write, 0, -1,
                                round % 2 ? SQLITE_IOERR_FSYNC : SQLITE_FULL);
            for (int i = 0; i < 3; ++i) EXPECT_EQ(write(executor, insert(i)), Outcome::unavailable);
            Outcomes reads(1);
            executor.read([](Database& database) { database.all<std::int64_t>(select_numbers); }, reads.at(0));
            EXPECT_EQ(reads.wait()[0], Outcome::stored) << "reading goes on";
            FaultVfs::get().disarm();
            EXPECT_EQ(write(executor, insert(100 + round)), Outcome::stored);
            expected.push_back(100 + round);
        }
    }
    EXPECT_EQ(stored(), expected);
}

// SQLITE_FULL inside a job rolls back the whole transaction, those before it too; one that hides the error must not
// write on without a transaction.
TEST_F(FaultTest, AJobThatSwallowsTheLossOfItsBatchIsStillLost) {
    const Sql pages("PRAGMA page_count", Sql::Home::own_file);
    Outcomes outcomes(4);
    {
        Executor executor(path, 1, {}, options);
        Gate gate(executor);
        executor.write(insert(1), outcomes.at(0));
        executor.write([](Database&) { throw std::domain_error("refused before the loss"); }, outcomes.at(1));
        executor.write(
            [&pages](Database& database) {
                const auto now = database.one<std::int64_t>(pages);
                database.script("PRAGMA max_page_count=" + std::to_string(now + 2));
                EXPECT_THROW(database.run(insert_filler, Blob{std::string(100'000, 'x')}), Full);
                EXPECT_FALSE(database.in_transaction());
                EXPECT_THROW(database.run(insert_number, 2), Unavailable);
                database.script("PRAGMA max_page_count=1000000");
            },
            outcomes.at(2));
        executor.write(insert(3), outcomes.at(3));
        gate.open();
        for (const Outcome outcome : outcomes.wait()) EXPECT_EQ(outcome, Outcome::unavailable);
        EXPECT_EQ(write(executor, insert(4)), Outcome::stored);
    }
    EXPECT_EQ(stored(), (std::vector<std::int64_t>{4}));
}

TEST_F(FaultTest, RandomFaultsNeverAcknowledgeWhatIsNotThere) {
    SCOPED_TRACE(test::seed_text());
    std::mt19937 random(test::seed());
    std::set<std::int64_t> acknowledged;
    {
        Executor executor(path, 1, {}, options);
        std::int64_t next = 0;
        for (int round = 0; round < 40; ++round) {
            const bool sync = random() % 3 == 0, full = random() % 2 == 0;
            FaultVfs::get().arm(sync ? FaultVfs::Op::sync : FaultVfs::Op::write, static_cast<int>(random() % 12),
                                1 + static_cast<int>(random() % 3),
                                sync ? SQLITE_IOERR_FSYNC : (full ? SQLITE_FULL : SQLITE_IOERR_WRITE));
            const std::size_t count = 1 + random() % 12;
            Outcomes outcomes(count);
            const std::int64_t from = next;
            for (std::size_t i = 0; i < count; ++i) executor.write(insert(next++), outcomes.at(i));
            for (std::size_t i = 0; i < count; ++i) {
                if (outcomes.wait()[i] == Outcome::stored) acknowledged.insert(from + static_cast<std::int64_t>(i));
            }
        }
        FaultVfs::get().disarm();
        EXPECT_EQ(write(executor, insert(-1)), Outcome::stored);
        acknowledged.insert(-1);
    }
    const std::vector<std::int64_t> rows = stored();
    EXPECT_EQ(std::set<std::int64_t>(rows.begin(), rows.end()), acknowledged);
    EXPECT_EQ(rows.size(), acknowledged.size());
}

}  // namespace
}  // namespace covision::storage
