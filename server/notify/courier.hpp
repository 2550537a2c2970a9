#pragma once
// What is done with one mail: found, made, handed to the relay, and written down what became of it. On one thread.

#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>

#include "server/notify/address.hpp"
#include "server/notify/relay.hpp"
#include "server/notify/rows.hpp"
#include "server/storage/executor.hpp"

namespace covision::notify {

class Courier {
public:
    Courier(storage::Executor& executor, std::unique_ptr<Relay> relay, Render render, Sender from, const Clock& clock,
            Random& random);

    /// Takes the mail that has been due for longest. False: nothing is due, or nothing is tried at this moment.
    bool one();
    /// After some of them: closes the line, counts what is left, forgets what is over.
    void pause();
    /// Something failed that has nothing to do with a mail: nothing is tried for a minute.
    void rest();
    /// Any thread: what is under way ends soon, and nothing new is begun.
    void begin_stop();

private:
    struct Due;

    std::optional<Due> find(Instant now);
    void send(const OutboxRow& row, const Message& message, Instant now);
    bool mark(std::int64_t id);
    void write_down(const OutboxRow& row, const Answer& answer);
    void sent(const OutboxRow& row);
    void give_up(const OutboxRow& row, const std::string& state, const std::string& why);
    void try_later(const OutboxRow& row, Instant now, const Answer& answer);
    void no_relay(const OutboxRow& row, Instant now, const Answer& answer);
    void put_off(const OutboxRow& row, std::int64_t tries, Instant next, const Answer& answer);
    [[nodiscard]] bool resting() const;
    void begin_rest(Instant now, std::int64_t times);
    bool stop_comes_within(std::chrono::seconds time);
    // Through the executor, waited for.
    void read(const storage::Work& work);
    void write(const storage::Work& work);

    storage::Executor& executor_;
    const std::unique_ptr<Relay> relay_;
    const Render render_;
    const Sender from_;
    const Clock& clock_;
    Random& random_;
    std::atomic<bool> stopping_{false};
    std::mutex mutex_;
    std::condition_variable stop_came_;
    bool line_open_ = false;
    Instant rest_from_{}, rest_until_{}, forgot_at_{};
    std::int64_t unreached_ = 0;  // times in a row
};

}  // namespace covision::notify
