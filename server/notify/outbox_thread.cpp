#include "server/notify/outbox_thread.hpp"

#include <condition_variable>
#include <mutex>
#include <thread>
#include <typeinfo>

#include "server/base/log.hpp"
#include "server/notify/courier.hpp"

namespace covision::notify {
namespace {

constexpr auto look_every = std::chrono::seconds(1);

}  // namespace

struct OutboxThread::Parts {
    Parts(storage::Executor& executor, std::unique_ptr<Relay> relay, Render render, Sender from, const Clock& clock,
          Random& random)
        : courier(executor, std::move(relay), std::move(render), std::move(from), clock, random),
          thread([this] { loop(); }) {}

    void loop() {
        while (true) {
            std::int64_t asked = 0;
            {
                std::unique_lock lock(mutex);
                changed.wait_for(lock, look_every, [this] { return stopping || wakes > looks; });
                if (stopping) return;
                asked = wakes;
            }
            round();
            const std::lock_guard lock(mutex);
            looks = asked;
            changed.notify_all();
        }
    }

    // Whatever fails here is tried again: the rows are as they were.
    void round() {
        try {
            while (courier.one()) {}
            courier.pause();
        } catch (const storage::StorageError& error) {
            failed(error.name());
        } catch (const std::exception& error) {
            failed(typeid(error).name());
        }
    }

    void failed(std::string_view why) {
        log::warn("mail.trouble", {{"why", std::string(why)}});
        courier.rest();
    }

    Courier courier;
    std::mutex mutex;
    std::condition_variable changed;
    std::int64_t wakes = 0, looks = 0;
    bool stopping = false;
    std::thread thread;  // the last: it uses all of the above
};

OutboxThread::OutboxThread(storage::Executor& executor, std::unique_ptr<Relay> relay, Render render, Sender from,
                           const Clock& clock, Random& random)
    : parts_(std::make_unique<Parts>(executor, std::move(relay), std::move(render), std::move(from), clock, random)) {}

OutboxThread::~OutboxThread() { stop(); }

void OutboxThread::wake() {
    const std::lock_guard lock(parts_->mutex);
    ++parts_->wakes;
    parts_->changed.notify_all();
}

void OutboxThread::settle() {
    std::unique_lock lock(parts_->mutex);
    const auto mine = ++parts_->wakes;
    parts_->changed.notify_all();
    parts_->changed.wait(lock, [&] { return parts_->stopping || parts_->looks >= mine; });
}

void OutboxThread::begin_stop() {
    {
        const std::lock_guard lock(parts_->mutex);
        parts_->stopping = true;
        parts_->changed.notify_all();
    }
    parts_->courier.begin_stop();
}

void OutboxThread::stop() {
    begin_stop();
    if (parts_->thread.joinable()) parts_->thread.join();
}

}  // namespace covision::notify
