#pragma once
// Members of live sessions: each follows its group and knows its run; member 0 leads and moves the phases. A line that
// is lost comes back as a browser's does, behind the last number it has.

#include <array>
#include <queue>

#include "tests/bench/wsload/histogram.hpp"
#include "tests/bench/wsload/sockets.hpp"

namespace covision::bench {

/// A group's session and the run's version at the start.
struct Session {
    std::string id;
    std::int64_t version = 0;
};

class Members : Sockets {
public:
    Members(Options options, std::vector<Session> sessions);

    // Each prints one JSON line.

    /// All come; until all are in step.
    void come();
    /// `rate` phase changes a second over all groups but the `busy` first, which change `changes` times one after the
    /// other; their last members do not read meanwhile where `deaf`. Ends after `seconds`, and when the busy are done.
    void live(const std::string& name, double rate, double seconds, std::size_t busy, int changes, bool deaf);
    /// Says {"phase":"storm","ready":true}; the next line of the input is the process of a server that has been started
    /// anew on the same port. Until all are back in step.
    void storm();

    [[nodiscard]] bool failed() const { return failed_; }

private:
    struct Member {
        std::string epoch;
        std::int64_t seq = 0, version = 0;
        bool followed = false, asked = false, resumes = false, reset = false, in_step = false, deaf = false;
        int tries = 0;
    };
    struct Group {
        Session session;
        std::int64_t asked = 0;              // the version that the change under way makes
        std::array<std::int64_t, 64> due{};  // when each of the last ones was
        int left = 0;                        // changes to make one after the other
        bool forward = true;
    };

    void on_ready(Conn& conn) override;
    void on_dead(Conn& conn) override;
    void on_message(Conn& conn, std::string_view text) override;
    void followed(Conn& conn, Member& member, std::string_view text);
    void event(Conn& conn, Member& member, std::string_view text);
    void settle(Member& member);
    void change(std::size_t group, std::int64_t due);
    void wait(std::int64_t until);
    void wait_for_all(double seconds);
    void call(Conn& conn, std::string_view id, std::string_view method, const std::string& params);
    [[nodiscard]] std::string of_group(std::size_t group) const;

    std::vector<Member> members_;
    std::vector<Group> groups_;
    std::priority_queue<std::pair<std::int64_t, std::uint32_t>, std::vector<std::pair<std::int64_t, std::uint32_t>>,
                        std::greater<>>
        returns_;  // who connects again, and when
    std::size_t in_step_ = 0, busy_ = 0;
    std::uint64_t sent_ = 0, refused_ = 0, gaps_ = 0, resumed_ = 0, resets_ = 0, cut_ = 0;
    std::int64_t first_loss_ = 0, last_step_ = 0;
    std::uint32_t chance_ = 12345;
    bool failed_ = false;
    Histogram latency_, busy_latency_, lag_;
};

}  // namespace covision::bench
