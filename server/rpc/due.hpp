#pragma once
// Work that was put off to a moment: rows due(at, kind, grp, subject) and one look at the clock. Each row enters the
// writer's queue as a command of its own (delete the row, run its handler, react), so one that fails harms no other,
// and what a crash interrupted is there again.

#include <string>

#include "server/rpc/runner.hpp"

namespace covision::rpc {

class Due {
public:
    Due(const Services& services, Runner& runner) : services_(services), runner_(runner) {}

    /// A few times a second. `changed`: something was written since, so the next moment may be an earlier one. Looks
    /// once a second in any case: the operator's commands are another process.
    void tick(Instant now, bool changed);

    /// Nothing that is due by `now` is running or left, as far as the last tick() saw.
    bool settled(Instant now) const { return running_ == 0 && known_ && !(next_ && *next_ <= now); }

private:
    struct Row;
    void look(Instant now);
    void run(Row row);
    void give_up_or_retry(const Row& row, const std::exception_ptr& error);

    const Services& services_;
    Runner& runner_;
    bool known_ = false;  // whether next_ is right
    Instant looked_at_{};
    std::optional<Instant> next_;
    std::size_t running_ = 0;  // a look, or rows
};

}  // namespace covision::rpc
