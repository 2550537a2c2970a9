#pragma once
// A small table `n` under an executor, for the tests of this folder.

#include <gtest/gtest.h>

#include <condition_variable>
#include <future>
#include <mutex>
#include <set>
#include <vector>

#include "server/storage/executor.hpp"
#include "tests/storage/fault_vfs.hpp"
#include "tests/storage/seed.hpp"
#include "tests/storage/temp_folder.hpp"

namespace covision::storage {

inline const Sql insert_number("INSERT INTO n (x) VALUES ($1)", Sql::Home::own_file);
inline const Sql select_numbers("SELECT x FROM n ORDER BY id", Sql::Home::own_file);
inline const Sql insert_filler("INSERT INTO filler (b) VALUES ($1)", Sql::Home::own_file);

/// How a job ended.
enum class Outcome { none, stored, refused, unavailable, other };

inline Outcome outcome_of(const std::exception_ptr& error) {
    if (!error) return Outcome::stored;
    try {
        std::rethrow_exception(error);
    } catch (const Unavailable&) {
        return Outcome::unavailable;
    } catch (const std::domain_error&) {
        return Outcome::refused;  // what tests throw
    } catch (...) {
        return Outcome::other;
    }
}

/// Counts down jobs, keeps how each ended and in which order they were told.
class Outcomes {
public:
    explicit Outcomes(std::size_t count) : each_(count, Outcome::none) {}
    Done at(std::size_t index) {
        return [this, index](std::exception_ptr error) {
            const std::lock_guard lock(mutex_);
            each_[index] = outcome_of(error);
            order_.push_back(index);
            changed_.notify_all();
        };
    }
    const std::vector<Outcome>& wait() {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return order_.size() == each_.size(); });
        return each_;
    }
    const std::vector<std::size_t>& order() const { return order_; }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<Outcome> each_;
    std::vector<std::size_t> order_;
};

class ExecutorTest : public testing::Test {
protected:
    ExecutorTest() : path(folder.file("t.db")) {
        Database database(path);
        database.script(
            "CREATE TABLE n (id INTEGER PRIMARY KEY, x INTEGER NOT NULL) STRICT;"
            "CREATE TABLE filler (b BLOB) STRICT;");
    }

    /// Holds the writer in a job of its own batch until `open` is called, so that what follows shares a batch.
    struct Gate {
        explicit Gate(Executor& executor) {
            std::promise<void> begun;
            executor.write(
                [&begun, released = release.get_future().share()](Database&) {
                    begun.set_value();
                    released.wait();
                },
                nullptr);
            begun.get_future().wait();
        }
        void open() { release.set_value(); }
        std::promise<void> release;
    };

    static Work insert(std::int64_t x) {
        return [x](Database& database) { database.run(insert_number, x); };
    }
    /// Runs one job to its end.
    static Outcome write(Executor& executor, Work work) {
        Outcomes one(1);
        executor.write(std::move(work), one.at(0));
        return one.wait()[0];
    }
    std::vector<std::int64_t> stored() const {
        Database database(path, Mode::read_only);
        return database.all<std::int64_t>(select_numbers);
    }

    test::TempFolder folder;
    std::string path;
};

}  // namespace covision::storage
