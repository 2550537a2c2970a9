#include "server/rpc/runner.hpp"

#include "server/base/counters.hpp"
#include "server/rpc/connection.hpp"

namespace covision::rpc {
namespace {

using storage::Blob;
using storage::Database;
using storage::Sql;

const Sql find_done{"SELECT method, params, result FROM done_call WHERE account = $1 AND call = $2"};
const Sql keep_done{
    "INSERT INTO done_call (account, call, method, params, result, at) VALUES ($1, $2, $3, $4, $5, $6)"};
const Sql forget_done{"DELETE FROM done_call WHERE id < (SELECT min(id) + 1000 FROM done_call) AND at < $1"};

Counter repeated_counter("covision_calls_repeated_total", "writing calls that were sent again and not done again");

constexpr std::size_t purge_every = 256;  // kept results
constexpr int most_tries = 3;

struct DoneCall {
    std::string method, params, result;
    static DoneCall from(const storage::Row& row) { return {row.text(0), row.blob(1), row.text(2)}; }
};

bool asks_to_prepare_again(const std::exception_ptr& error) {
    if (!error) return false;
    try {
        std::rethrow_exception(error);
    } catch (const Refused& e) {
        return e.code() == "prepare_again";
    } catch (...) {
        return false;
    }
}

// A reply names one number: the last of its first event's feed, which is the group that the call is about.
std::optional<std::int64_t> last_seq(const std::vector<feed::Event>& events) {
    std::optional<std::int64_t> seq;
    for (const auto& event : events)
        if (event.feed == events.front().feed) seq = event.seq;
    return seq;
}

void take_outcome(Call& call, const call::Write& context) {
    call.events = context.events();
    call.revocations = context.revocations();
    call.login_token = context.login_token();
    call.seq = last_seq(call.events);
}

}  // namespace

std::unique_ptr<call::Job> decode_params(const Call& call) {
    try {
        return call.method->decode(call.params);
    } catch (protocol::DecodeError& e) {
        // A path begins at the frame's top; a body over HTTP has its parameters there.
        if (call.connection) e.path = e.path.empty() ? "params" : "params." + e.path;
        throw;
    }
}

Runner::Runner(const Services& services, std::function<void(Finished)> deliver)
    : services_(services), deliver_(std::move(deliver)) {}

void Runner::run(const CallPtr& call) {
    if (call->method->prepares) {
        ++in_flight_;
        return prepare(call, {});
    }
    if (call->method->kind == call::Kind::read)
        return look(call, [call](call::Read& context) { call->result = call->job->run(context); });
    ++in_flight_;
    write(call);
}

void Runner::run_open(const CallPtr& call, std::string token) {
    ++in_flight_;
    prepare(call, token);
}

void Runner::look(const CallPtr& call, Look look) {
    ++in_flight_;
    services_.executor.read(
        [this, call, look = std::move(look)](Database& database) {
            call::Read context(database, services_.features, call->who(), services_.clock.now());
            look(context);
        },
        [this, call](const std::exception_ptr& error) { finish(call, error, true); });
}

void Runner::change(const CallPtr& call, Change change) {
    ++in_flight_;
    in_savepoint(call, [this, call, change = std::move(change)](Database& database) {
        call::Write context(database, services_.features, call->who(), services_.clock.now(), call->id);
        change(context);
        services_.table.react(context);
        take_outcome(*call, context);
    });
}

// Outside of any transaction: this takes tens of milliseconds.
void Runner::prepare(const CallPtr& call, const std::string& token) {
    ++call->tries;
    services_.pool.run(
        [this, call, token](Database& database) {
            const auto now = services_.clock.now();
            if (!token.empty() && services_.table.authenticate) {
                call::Read anonymous(database, services_.features, call->caller, now);
                if (auto known = services_.table.authenticate(anonymous, token)) {
                    call->caller.account = known->account;
                    call->caller.login = known->login;
                }
            }
            if (!call->job) call->job = decode_params(*call);
            call::Read context(database, services_.features, call->who(), now);
            call->job->prepare(context);
            if (call->method->kind == call::Kind::read) call->result = call->job->run(context);
        },
        [this, call](const std::exception_ptr& error) {
            if (error || call->method->kind == call::Kind::read) return finish(call, error, true);
            services_.post([this, call] { write(call); });
        });
}

void Runner::write(const CallPtr& call) {
    in_savepoint(call, [this, call](Database& database) {
        try {
            write_job(*call, database);
        } catch (const RefusedOnRecord&) {
            call->error = std::current_exception();  // not thrown on: what was written stays
        }
    });
}

void Runner::write_job(Call& call, Database& database) {
    const auto now = services_.clock.now();
    call::Write context(database, services_.features, call.who(), now, call.id);
    if (call.method->kind != call::Kind::write) {  // a witnessed look, or one without a login: never kept
        call.result = call.job->run(context);
        services_.table.react(context);
        return take_outcome(call, context);
    }
    const Blob fingerprint{services_.features.vault.hash("done_call", call.name + '\0' + call.params)};
    if (auto done = database.first<DoneCall>(find_done, call.who().account, call.id)) {
        if (done->method != call.name || done->params != fingerprint.bytes)
            throw Refused("id_reused", "This id was used for another call. Take a new one for each call.");
        repeated_counter.add();
        call.result = call.job->recalled(context, done->result);
        return;
    }
    call.result = call.job->run(context);
    services_.table.react(context);
    database.run(keep_done, call.who().account, call.id, call.name, fingerprint, call.job->stored(call.result), now);
    if (++kept_ % purge_every == 0) forget_old(database, now);
    take_outcome(call, context);
}

// A little with each so many calls, so that no single one pays for a week.
void Runner::forget_old(Database& database, Instant now) {
    const Instant before{now - services_.limits.done_calls};
    database.run(forget_done, before);
    feed::forget(database, before);
}

// What comes in within one turn of the network thread goes to the writer together: woken by the first of a hundred
// calls it would begin a batch of one.
void Runner::hand_over(storage::Job job) {
    if (turn_.empty()) services_.post([this] { services_.executor.write(std::exchange(turn_, {})); });
    turn_.push_back(std::move(job));
}

// The writer runs all jobs of a batch, then tells all: when as many were told as ran, the batch is over, and what it
// did goes to the network thread at once and together. Jobs that never ran (a full queue, a lost batch) count alone.
void Runner::in_savepoint(const CallPtr& call, storage::Work work) {
    call->ran = false;
    hand_over({[this, call, work = std::move(work)](Database& database) {
                   call->ran = true;
                   ++untold_;
                   work(database);
               },
               [this, call](const std::exception_ptr& error) {
                   const bool last = !call->ran || --untold_ == 0;
                   if (!asks_to_prepare_again(error) || call->tries >= most_tries) return finish(call, error, last);
                   if (last) collect();
                   prepare(call, {});
               }});
}

void Runner::finish(const CallPtr& call, const std::exception_ptr& error, bool last) {
    if (error) call->error = error;
    if (call->error) {
        call->events.clear();
        call->revocations.clear();
        call->login_token.reset();
    }
    {
        const std::lock_guard lock(mutex_);
        finished_.push_back(call);
    }
    if (last) collect();
}

void Runner::collect() {
    {
        const std::lock_guard lock(mutex_);
        if (posted_ || finished_.empty()) return;
        posted_ = true;
    }
    services_.post([this] {
        Finished all;
        {
            const std::lock_guard lock(mutex_);
            all.swap(finished_);
            posted_ = false;
        }
        in_flight_ -= all.size();
        for (const auto& call : all)
            if (call->ran && !call->error) wrote_ = true;
        deliver_(std::move(all));
    });
}

}  // namespace covision::rpc
