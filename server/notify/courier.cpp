#include "server/notify/courier.hpp"

#include <future>

#include "server/base/counters.hpp"
#include "server/base/log.hpp"
#include "server/notify/compose.hpp"
#include "server/notify/retry.hpp"

namespace covision::notify {
namespace {

using Kind = Counter::Kind;

Counter sent_counter("covision_mail_sent_total", "mails that the relay has taken");
Counter later_counter("covision_mail_later_total", "tries that failed and are made again");
Counter failed_counter("covision_mail_failed_total", "mails that the relay has refused for good");
Counter dropped_counter("covision_mail_dropped_total", "mails that came to nothing: no longer true, or too late");
Counter again_counter("covision_mail_again_total", "mails sent again that may have arrived before (same Message-ID)");
Counter waiting_gauge("covision_mail_waiting", "mails that should have left", Kind::gauge);
Counter oldest_gauge("covision_mail_oldest_seconds", "how long the first of them is overdue", Kind::gauge);
Counter relay_gauge("covision_mail_relay_up", "1: the last try reached the relay", Kind::gauge);

constexpr auto forget_every = std::chrono::hours(1);

void log_line(std::string_view event, const OutboxRow& row, const std::string& why) {
    log::info(event, {{"mail", std::to_string(row.id)},
                      {"kind", row.order.kind},
                      {"account", row.order.account},
                      {"subject", row.order.subject},
                      {"tries", std::to_string(row.tries + 1)},
                      {"why", why}});
}

/// For work that `waiting` waits for.
storage::Done finisher(std::promise<void>& waiting) {
    return [&waiting](const std::exception_ptr& error) {
        if (error)
            waiting.set_exception(error);
        else
            waiting.set_value();
    };
}

}  // namespace

struct Courier::Due {
    OutboxRow row;
    std::optional<Message> message{};
    bool unclear = false;  // what it says could not be made: tried again
};

Courier::Courier(storage::Executor& executor, std::unique_ptr<Relay> relay, Render render, Sender from,
                 const Clock& clock, Random& random)
    : executor_(executor),
      relay_(std::move(relay)),
      render_(std::move(render)),
      from_(std::move(from)),
      clock_(clock),
      random_(random) {}

void Courier::begin_stop() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
        stop_came_.notify_all();
    }
    relay_->stop();
}

bool Courier::stop_comes_within(std::chrono::seconds time) {
    std::unique_lock lock(mutex_);
    return stop_came_.wait_for(lock, time, [this] { return stopping_.load(); });
}

bool Courier::one() {
    const auto now = clock_.now();
    if (stopping_ || resting()) return false;
    auto due = find(now);
    if (!due) return false;
    const auto& row = due->row;
    if (row.order.until <= now) {
        give_up(row, "dropped", "late");
    } else if (due->unclear) {
        try_later(row, now, {Answer::Kind::later, "render"});
    } else if (!due->message) {
        give_up(row, "dropped", "void");
    } else {
        send(row, *due->message, now);
    }
    return true;
}

std::optional<Courier::Due> Courier::find(Instant now) {
    std::optional<Due> due;
    read([&](storage::Database& db) {
        auto row = first_due(db, now);
        if (!row) return;
        due = Due{std::move(*row)};
        if (due->row.order.until <= now) return;
        try {
            due->message = render_(db, now, due->row.order);
        } catch (const storage::StorageError&) {
            throw;
        } catch (const std::exception&) {
            due->unclear = true;  // its text is not logged: it might quote somebody
        }
    });
    return due;
}

void Courier::send(const OutboxRow& row, const Message& message, Instant now) {
    Mail mail;
    try {
        mail.data = compose(message, {from_, row.token, now});
        mail.from = from_.address;
        mail.to = relay_address(message.to).value_or("");
    } catch (const BadMessage& error) {
        return give_up(row, "failed", error.what());
    }
    if (row.handed_over) {
        again_counter.add();
        log_line("mail.again", row, "");
    }
    bool held_back = false;
    line_open_ = true;
    const auto answer = relay_->deliver(mail, [&] {
        held_back = !mark(row.id);
        return !held_back;
    });
    if (held_back) return;
    relay_gauge.set(answer.kind == Answer::Kind::no_relay ? 0 : 1);
    write_down(row, answer);
}

// On disk before the last step. False: it was withdrawn or is too late, or that could not be written.
bool Courier::mark(std::int64_t id) {
    bool marked = false;
    try {
        write([&](storage::Database& db) { marked = begin_last_step(db, id, clock_.now()); });
    } catch (const storage::StorageError&) {
        rest();
        return false;
    }
    return marked;
}

void Courier::write_down(const OutboxRow& row, const Answer& answer) {
    const auto now = clock_.now();
    if (answer.kind != Answer::Kind::no_relay) unreached_ = 0;
    switch (answer.kind) {
        case Answer::Kind::taken: return sent(row);
        case Answer::Kind::refused: return give_up(row, "failed", answer.code);
        case Answer::Kind::later: return try_later(row, now, answer);
        case Answer::Kind::no_relay: return no_relay(row, now, answer);
    }
}

// Before anything else is done, and as often as it takes: until this is stored nobody else knows.
void Courier::sent(const OutboxRow& row) {
    for (bool told = false;; told = true) {
        try {
            write([&](storage::Database& db) { set_sent(db, row.id); });
            break;
        } catch (const storage::StorageError&) {
            if (!told) log::error("mail.sent_not_stored", {{"mail", std::to_string(row.id)}});
            if (stop_comes_within(std::chrono::seconds(1))) return;
        }
    }
    sent_counter.add();
    log_line("mail.sent", row, "");
}

void Courier::give_up(const OutboxRow& row, const std::string& state, const std::string& why) {
    write([&](storage::Database& db) { close(db, row.id, state, why); });
    (state == "failed" ? failed_counter : dropped_counter).add();
    log_line(state == "failed" ? "mail.failed" : "mail.dropped", row, why);
}

void Courier::try_later(const OutboxRow& row, Instant now, const Answer& answer) {
    if (stopping_ && answer.cut) return put_off(row, row.tries, now, answer);  // our doing
    // A line that was cut may be the relay's end: the others wait a little too.
    if (answer.cut) begin_rest(now, 1);
    put_off(row, row.tries + 1, now + retry_after(row.tries + 1, random_), answer);
    later_counter.add();
    log_line("mail.later", row, answer.code);
}

// Says nothing of this mail, which has not been tried.
void Courier::no_relay(const OutboxRow& row, Instant now, const Answer& answer) {
    put_off(row, row.tries, now, answer);
    if (stopping_) return;
    unreached_ += 1;
    begin_rest(now, unreached_);
    log::warn("mail.no_relay", {{"why", answer.code}, {"times", std::to_string(unreached_)}});
}

void Courier::put_off(const OutboxRow& row, std::int64_t tries, Instant next, const Answer& answer) {
    const bool may_have_come = row.handed_over || answer.at_relay;
    write([&](storage::Database& db) { notify::put_off(db, row.id, {tries, next, answer.code, may_have_come}); });
}

void Courier::pause() {
    if (line_open_) relay_->rest();
    line_open_ = false;
    const auto now = clock_.now();
    Backlog left;
    read([&](storage::Database& db) { left = backlog(db, now); });
    waiting_gauge.set(left.count);
    oldest_gauge.set(left.oldest ? (micros(now) - *left.oldest) / 1'000'000 : 0);
    if (now >= forgot_at_ && now < forgot_at_ + forget_every) return;
    write([&](storage::Database& db) { forget(db, now); });
    forgot_at_ = now;
}

// A clock that was put back ends a rest.
bool Courier::resting() const {
    const auto now = clock_.now();
    return now >= rest_from_ && now < rest_until_;
}

void Courier::rest() { begin_rest(clock_.now(), 1); }

void Courier::begin_rest(Instant now, std::int64_t times) {
    rest_from_ = now;
    rest_until_ = now + rest_after(times, random_);
}

void Courier::read(const storage::Work& work) {
    std::promise<void> done;
    executor_.read(work, finisher(done));
    done.get_future().get();
}

void Courier::write(const storage::Work& work) {
    std::promise<void> done;
    executor_.write(work, finisher(done));
    done.get_future().get();
}

}  // namespace covision::notify
