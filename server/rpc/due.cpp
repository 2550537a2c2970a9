#include "server/rpc/due.hpp"

#include <typeinfo>

#include "server/base/counters.hpp"
#include "server/base/log.hpp"

namespace covision::rpc {
namespace {

using storage::Sql;

const Sql next_moment{"SELECT MIN(at) FROM due"};
const Sql read_due{"SELECT id, at, kind, grp, subject FROM due WHERE at <= $1 ORDER BY at, id LIMIT 100"};
// Only as it was read: a row that was moved meanwhile waits for its new moment.
const Sql take_due{"DELETE FROM due WHERE id = $1 AND at = $2"};
const Sql put_off{"UPDATE due SET at = $3 WHERE id = $1 AND at = $2"};

Counter done_counter("covision_due_total", "pieces of due work that were done");
Counter failed_counter("covision_due_failed_total", "pieces of due work that failed and are tried again");

}  // namespace

struct Due::Row {
    std::int64_t id = 0;
    Instant at{};
    std::string kind, group, subject;
    static Row from(const storage::Row& row) {
        return {row.integer(0), row.time(1), row.text(2), row.text(3), row.text(4)};
    }
};

void Due::tick(Instant now, bool changed) {
    const bool recent = now >= looked_at_ && now < looked_at_ + std::chrono::seconds(1);  // clocks may go back
    if (changed || !recent) known_ = false;
    if (running_ == 0 && (!known_ || (next_ && *next_ <= now))) look(now);
}

void Due::look(Instant now) {
    struct Found {
        std::vector<Row> rows;
        std::optional<std::int64_t> next;
    };
    auto found = std::make_shared<Found>();
    auto call = std::make_shared<Call>();
    call->name = "due";
    ++running_;
    looked_at_ = now;
    known_ = true;  // a write that is committed from now on says so again
    call->answer = [this, found](Call& done) {
        --running_;
        next_.reset();
        if (done.error) {
            known_ = false;
            return;
        }
        if (found->next) next_ = from_micros(*found->next);
        for (auto& row : found->rows) run(std::move(row));
    };
    runner_.look(call, [found, now](call::Read& context) {
        found->rows = context.db.all<Row>(read_due, now);
        found->next = context.db.one<std::optional<std::int64_t>>(next_moment);
    });
}

void Due::run(Row row) {
    auto call = std::make_shared<Call>();
    call->name = "due " + row.kind;
    ++running_;
    known_ = false;
    call->answer = [this, row](Call& done) {
        --running_;
        if (done.error)
            give_up_or_retry(row, done.error);
        else
            done_counter.add();
    };
    runner_.change(call, [this, row](call::Write& context) {
        const auto* handler = services_.table.find_due(row.kind);
        if (!handler) throw std::logic_error("nobody handles this kind of due work");
        context.db.run(take_due, row.id, row.at);
        if (context.db.changed() == 1) (*handler)(context, row.group, row.subject);
    });
}

void Due::give_up_or_retry(const Row& row, const std::exception_ptr& error) {
    bool refused = false;
    std::string why = "an error";
    try {
        std::rethrow_exception(error);
    } catch (const Refused& e) {
        refused = true;  // a rule says no, and would say so again
        why = e.code();
    } catch (const storage::StorageError& e) {
        why = e.what();
    } catch (const std::exception& e) {
        why = typeid(e).name();
    }
    log::warn(refused ? "due.refused" : "due.failed", {{"kind", row.kind}, {"group", row.group}, {"why", why}});
    failed_counter.add();
    auto call = std::make_shared<Call>();
    call->name = "due";
    ++running_;
    call->answer = [this](Call&) { --running_; };
    runner_.change(call, [this, row, refused](call::Write& context) {
        if (refused)
            context.db.run(take_due, row.id, row.at);
        else
            context.db.run(put_off, row.id, row.at, Instant{context.now + services_.limits.due_retry});
    });
}

}  // namespace covision::rpc
