// What the disk alone can do, for the ratios of the bench: bench_disk FOLDER SECONDS prints one JSON line.
//
//   fdatasync_per_s     pwrite of 1 KiB into a file whose blocks are there, then fdatasync
//   raw_rows_per_s      the same with 64 rows of 1 KiB for each fdatasync
//   append_rows_per_s   a bare append log in SQLite (rowid, unique (grp, seq), WAL, FULL), 64 rows a transaction, each
//                       of another group
//   commits_per_s       the same log, one row a transaction
//   commit_p50_us, commit_p99_us   how long such a single commit takes

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

namespace {

using Steady = std::chrono::steady_clock;

constexpr std::size_t row_bytes = 1024, batch = 64, file_bytes = 8 << 20;
constexpr int groups = 1000;

[[noreturn]] void fail(const std::string& what) {
    std::fprintf(stderr, "bench_disk: %s\n", what.c_str());
    std::exit(2);
}

double seconds_since(Steady::time_point start) { return std::chrono::duration<double>(Steady::now() - start).count(); }

/// Rounds of `work` in a second.
template <class Work>
double rate(double seconds, Work work) {
    const auto start = Steady::now();
    double done = 0;
    while (seconds_since(start) < seconds) {
        work();
        ++done;
    }
    return done / seconds_since(start);
}

double syncs(const std::string& path, std::size_t bytes, double seconds) {
    const std::string block(bytes, 'x');
    const int fd = open(path.c_str(), O_CREAT | O_RDWR | O_TRUNC | O_CLOEXEC, 0600);
    if (fd < 0) fail("cannot write " + path);
    for (std::size_t at = 0; at < file_bytes; at += bytes)
        if (pwrite(fd, block.data(), bytes, static_cast<off_t>(at)) < 0) fail("cannot write " + path);
    fsync(fd);
    std::size_t at = 0;
    const auto found = rate(seconds, [&] {
        if (pwrite(fd, block.data(), bytes, static_cast<off_t>(at)) < 0 || fdatasync(fd) != 0) fail("cannot sync");
        at = (at + bytes) % file_bytes;
    });
    close(fd);
    unlink(path.c_str());
    return found;
}

class Log {
public:
    explicit Log(const std::string& path) : path_(path) {
        remove();
        if (sqlite3_open(path.c_str(), &db_) != SQLITE_OK) fail("cannot open " + path);
        run("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=4096;"
            "CREATE TABLE log (id INTEGER PRIMARY KEY, grp TEXT NOT NULL, seq INTEGER NOT NULL, body TEXT NOT NULL,"
            "UNIQUE (grp, seq)) STRICT");
        sqlite3_prepare_v2(db_, "INSERT INTO log (grp, seq, body) VALUES (?, ?, ?)", -1, &insert_, nullptr);
    }
    ~Log() {
        sqlite3_finalize(insert_);
        sqlite3_close(db_);
        remove();
    }
    Log(const Log&) = delete;
    Log& operator=(const Log&) = delete;

    void commit(std::size_t rows) {
        run("BEGIN IMMEDIATE");
        for (std::size_t i = 0; i < rows; ++i) append();
        run("COMMIT");
    }

private:
    void append() {
        char group[37];
        const auto number = next_++;
        std::snprintf(group, sizeof group, "00000000-0000-4000-8000-%012d", static_cast<int>(number % groups));
        sqlite3_bind_text(insert_, 1, group, 36, SQLITE_STATIC);
        sqlite3_bind_int64(insert_, 2, number / groups);
        sqlite3_bind_text(insert_, 3, body_.data(), static_cast<int>(body_.size()), SQLITE_STATIC);
        if (sqlite3_step(insert_) != SQLITE_DONE) fail(sqlite3_errmsg(db_));
        sqlite3_reset(insert_);
    }

    void run(const char* sql) {
        if (sqlite3_exec(db_, sql, nullptr, nullptr, nullptr) != SQLITE_OK) fail(sqlite3_errmsg(db_));
    }

    void remove() const {
        for (const char* end : {"", "-wal", "-shm"}) unlink((path_ + end).c_str());
    }

    std::string path_, body_ = std::string(row_bytes, 'x');
    sqlite3* db_ = nullptr;
    sqlite3_stmt* insert_ = nullptr;
    long next_ = 0;
};

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) fail("usage: bench_disk FOLDER SECONDS");
    const std::string folder = argv[1];
    const double seconds = std::clamp(std::atof(argv[2]), 0.1, 60.0);
    const auto single = syncs(folder + "/floor", row_bytes, seconds);
    const auto raw = syncs(folder + "/floor", row_bytes * batch, seconds) * batch;
    Log log(folder + "/log.db");
    log.commit(batch);
    const auto rows = rate(seconds, [&] { log.commit(batch); }) * batch;
    std::vector<double> took;
    const auto commits = rate(seconds, [&] {
        const auto start = Steady::now();
        log.commit(1);
        took.push_back(seconds_since(start) * 1e6);
    });
    std::sort(took.begin(), took.end());
    std::printf(
        "{\"fdatasync_per_s\": %.0f, \"raw_rows_per_s\": %.0f, \"append_rows_per_s\": %.0f, \"commits_per_s\": %.0f, "
        "\"commit_p50_us\": %.0f, \"commit_p99_us\": %.0f}\n",
        single, raw, rows, commits, took[took.size() / 2], took[took.size() * 99 / 100]);
}
