#pragma once
// Runs calls off the network thread and brings what came of them back to it, many at a time.

#include <atomic>
#include <functional>
#include <mutex>
#include <vector>

#include "server/rpc/call_state.hpp"
#include "server/rpc/dispatcher.hpp"

namespace covision::rpc {

/// Throws protocol::DecodeError.
std::unique_ptr<call::Job> decode_params(const Call& call);

class Runner {
public:
    using Finished = std::vector<CallPtr>;
    using Look = std::function<void(call::Read&)>;
    using Change = std::function<void(call::Write&)>;

    /// `deliver` gets, on the network thread, all that finished since the last time, in order of the commits.
    Runner(const Services& services, std::function<void(Finished)> deliver);

    /// A method's call, by its kind: reader, writer, or pool and then one of them.
    void run(const CallPtr& call);
    /// Decodes and prepares on the pool (after whoever holds `token` was found, where it is not empty), then writes.
    void run_open(const CallPtr& call, std::string token);
    /// Something else on a reader, or in a savepoint of the writer.
    void look(const CallPtr& call, Look look);
    void change(const CallPtr& call, Change change);

    /// Not yet delivered.
    [[nodiscard]] std::size_t in_flight() const { return in_flight_; }
    /// Whether a write was committed since the last time this was asked.
    [[nodiscard]] bool wrote() { return std::exchange(wrote_, false); }

private:
    void prepare(const CallPtr& call, const std::string& token);
    void write(const CallPtr& call);
    void write_job(Call& call, storage::Database& database);
    void hand_over(storage::Job job);
    void in_savepoint(const CallPtr& call, storage::Work work);
    void finish(const CallPtr& call, const std::exception_ptr& error, bool last);
    void collect();
    void forget_old(storage::Database& database, Instant now);

    const Services& services_;
    const std::function<void(Finished)> deliver_;
    std::size_t in_flight_ = 0;       // network thread
    bool wrote_ = true;               // network thread
    std::vector<storage::Job> turn_;  // network thread: for the writer at the end of this turn
    std::size_t kept_ = 0;            // writer thread
    std::atomic<int> untold_ = 0;     // jobs of the writer's batch that ran and were not told yet
    std::mutex mutex_;
    Finished finished_;
    bool posted_ = false;
};

}  // namespace covision::rpc
