#pragma once
// What stands around a dispatcher in tests: peers that remember what they were sent, and the network thread.

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "server/rpc/peer.hpp"

namespace covision::toy {

struct FakePeer final : rpc::Peer {
    void send(rpc::Frame frame, std::uint64_t tag) override {
        if (held)
            waiting.emplace_back(std::move(frame), tag);
        else
            frames.push_back(*frame);
    }
    void drop(std::uint64_t tag) override {
        std::erase_if(waiting, [tag](const auto& one) { return one.second == tag; });
    }
    void close(std::uint16_t code, std::string_view) override { closed = code; }

    /// As a slow socket: what is sent waits until release().
    bool held = false;
    void release() {
        held = false;
        for (auto& [frame, tag] : waiting) frames.push_back(*frame);
        waiting.clear();
    }

    std::vector<std::pair<rpc::Frame, std::uint64_t>> waiting;
    std::vector<std::string> frames;
    std::uint16_t closed = 0;

    /// The place of the first frame that holds this text, or nothing.
    [[nodiscard]] std::optional<std::size_t> place(const std::string& text) const {
        for (std::size_t i = 0; i < frames.size(); ++i)
            if (frames[i].find(text) != std::string::npos) return i;
        return std::nullopt;
    }
    [[nodiscard]] bool has(const std::string& text) const { return place(text).has_value(); }
    [[nodiscard]] std::size_t count(const std::string& text) const {
        return static_cast<std::size_t>(std::count_if(frames.begin(), frames.end(), [&](const std::string& frame) {
            return frame.find(text) != std::string::npos;
        }));
    }
};

/// Functions for the network thread, run by the test.
class Posts {
public:
    void post(std::function<void()> function) {
        const std::lock_guard lock(mutex_);
        queue_.push_back(std::move(function));
        wake_.notify_one();
    }
    /// Runs what is posted until `done`; false after ten seconds.
    bool run_until(const std::function<bool()>& done) {
        const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(10);
        while (!done()) {
            std::unique_lock lock(mutex_);
            if (!wake_.wait_until(lock, end, [this] { return !queue_.empty(); })) return false;
            auto next = std::move(queue_.front());
            queue_.pop_front();
            lock.unlock();
            next();
        }
        return true;
    }

private:
    std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<std::function<void()>> queue_;
};

}  // namespace covision::toy
