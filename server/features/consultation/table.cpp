#include "server/features/consultation/table.hpp"

#include "protocol/json.hpp"

namespace covision::consultation {

// How a run lies in its row. Times are microseconds, as everywhere in storage.
struct StoredTimer {
    std::int64_t phase = 0, state = 0, started_at = 0, deadline = 0;
    std::optional<std::int64_t> paused_remaining;
    bool stopped_by_presenter = false;
};
COVISION_MESSAGE(StoredTimer, phase, state, started_at, deadline, paused_remaining, stopped_by_presenter)

struct StoredRun {
    std::int64_t version = 1;
    StoredTimer timer;
    std::optional<StoredTimer> previous;
    std::int64_t undo_until = 0;
    std::optional<std::int64_t> end;
};
COVISION_MESSAGE(StoredRun, version, timer, previous, undo_until, end)

struct StoredPhaseTurns {
    std::int64_t phase = 0, began = 0;
    std::optional<protocol::Id> speaker;
    protocol::List<protocol::Id, 64> waiting;
};
COVISION_MESSAGE(StoredPhaseTurns, phase, began, speaker, waiting)

struct StoredTurns {
    std::int64_t version = 0;
    bool queue = false;
    StoredPhaseTurns now;
    std::optional<StoredPhaseTurns> before;
};
COVISION_MESSAGE(StoredTurns, version, queue, now, before)

struct StoredPeople {
    protocol::List<protocol::RunRole, 8> roles;
    // Rows of an earlier version have none of these.
    std::optional<protocol::Id> deputy, led_before;
    std::optional<protocol::List<protocol::Id, 64>> present;
    std::optional<StoredTurns> turns;
};
COVISION_MESSAGE(StoredPeople, roles, deputy, led_before, present, turns)

namespace {

using groups::Member;
using storage::Database;
using storage::Sql;

const Sql insert_run{
    "INSERT INTO run (session, grp, format, state, roles, case_id, begun_at, ended) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"};
const Sql select_run{
    "SELECT session, format, state, roles, case_id, begun_at FROM run WHERE grp = $1 AND session = $2"};
const Sql change_run{"UPDATE run SET state = $3, roles = $4, ended = $5 WHERE grp = $1 AND session = $2"};
const Sql select_live{"SELECT session FROM run WHERE grp = $1 AND ended = 0"};

StoredTimer stored(const Timer& timer) {
    StoredTimer out{timer.phase,
                    static_cast<std::int64_t>(timer.state),
                    micros(timer.started_at),
                    micros(timer.deadline),
                    {},
                    timer.stopped_by_presenter};
    if (timer.paused_remaining) out.paused_remaining = timer.paused_remaining->count();
    return out;
}

Timer timer_of(const StoredTimer& in) {
    Timer timer;
    timer.phase = static_cast<int>(in.phase);
    timer.state = static_cast<State>(in.state);
    timer.started_at = from_micros(in.started_at);
    timer.deadline = from_micros(in.deadline);
    if (in.paused_remaining) timer.paused_remaining = Micros{*in.paused_remaining};
    timer.stopped_by_presenter = in.stopped_by_presenter;
    return timer;
}

std::string stored(const Run& run) {
    StoredRun out{run.version, stored(run.timer), {}, micros(run.undo_until), {}};
    if (run.previous) out.previous = stored(*run.previous);
    if (run.end) out.end = static_cast<std::int64_t>(*run.end);
    return protocol::encode(out);
}

Run run_of(const std::string& json) {
    auto in = protocol::decode<StoredRun>(json);
    Run run;
    run.version = in.version;
    run.timer = timer_of(in.timer);
    if (in.previous) run.previous = timer_of(*in.previous);
    run.undo_until = from_micros(in.undo_until);
    if (in.end) run.end = static_cast<End>(*in.end);
    return run;
}

StoredPhaseTurns stored(const PhaseTurns& turns) {
    StoredPhaseTurns out{turns.phase, micros(turns.began), {}, {}};
    if (turns.speaker) out.speaker = protocol::Id{*turns.speaker};
    for (const auto& each : turns.waiting) out.waiting.push_back(protocol::Id{each});
    return out;
}

PhaseTurns turns_of(const StoredPhaseTurns& in) {
    PhaseTurns turns{static_cast<int>(in.phase), from_micros(in.began), {}, {}};
    if (in.speaker) turns.speaker = in.speaker->value;
    for (const auto& each : in.waiting) turns.waiting.push_back(each.value);
    return turns;
}

StoredTurns stored(const Turns& turns) {
    StoredTurns out{turns.version, turns.queue, stored(static_cast<const PhaseTurns&>(turns)), {}};
    if (turns.before) out.before = stored(*turns.before);
    return out;
}

Turns turns_of(const StoredTurns& in) {
    Turns turns;
    static_cast<PhaseTurns&>(turns) = turns_of(in.now);
    turns.version = in.version;
    turns.queue = in.queue;
    if (in.before) turns.before = turns_of(*in.before);
    return turns;
}

std::string stored_people(const RunRow& row) {
    return protocol::encode(StoredPeople{row.roles, row.deputy, row.led_before, row.present, stored(row.turns)});
}

}  // namespace

RunRow RunRow::from(const storage::Row& row) {
    RunRow found;
    found.session = row.text(0);
    found.format = row.text(1);
    found.run = run_of(row.text(2));
    auto people = protocol::decode<StoredPeople>(row.text(3));
    found.roles = std::move(people.roles.items);
    found.deputy = std::move(people.deputy);
    found.led_before = std::move(people.led_before);
    if (people.present) found.present = std::move(people.present->items);
    if (people.turns) found.turns = turns_of(*people.turns);
    found.case_id = row.get<std::optional<std::string>>(4);
    found.begun_at = row.time(5);
    return found;
}

void add_run(Database& db, const Member& member, const RunRow& row) {
    db.run(insert_run, row.session, member.group(), row.format, stored(row.run), stored_people(row), row.case_id,
           row.begun_at, row.run.timer.state == State::ended);
}

std::optional<RunRow> find_run(Database& db, const Member& member, const std::string& session) {
    return db.first<RunRow>(select_run, member.group(), session);
}

void update_run(Database& db, const Member& member, const RunRow& row) {
    db.run(change_run, member.group(), row.session, stored(row.run), stored_people(row),
           row.run.timer.state == State::ended);
}

std::vector<std::string> live_sessions(Database& db, const Member& member) {
    return db.all<std::string>(select_live, member.group());
}

std::optional<std::string> who_is(const RunRow& row, protocol::DutyRole role) {
    for (const auto& each : row.roles)
        if (each.role == role) return each.account.value;
    return std::nullopt;
}

bool consults(const RunRow& row, const std::string& account) {
    return who_is(row, protocol::DutyRole::facilitator) != account &&
           who_is(row, protocol::DutyRole::presenter) != account;
}

bool give_up_roles(RunRow& row, const std::string& account) {
    const auto turns = row.turns.version;
    row.turns = without(std::move(row.turns), account);
    auto gives_up = std::erase_if(row.roles, [&](const auto& each) { return each.account == account; }) != 0;
    gives_up = gives_up || row.turns.version != turns;
    for (auto* place : {&row.deputy, &row.led_before}) {
        if (*place != account) continue;
        place->reset();
        gives_up = true;
    }
    return gives_up;
}

protocol::Run to_message(const RunRow& row) {
    const auto& timer = row.run.timer;
    protocol::Run message;
    message.session = row.session;
    message.version = row.run.version;
    message.format = row.format;
    message.phase = timer.phase;
    message.state = static_cast<protocol::RunState>(timer.state);
    message.started_at = timer.started_at;
    message.deadline = timer.deadline;
    if (timer.paused_remaining) message.paused_remaining_ms = timer.paused_remaining->count() / 1000;
    if (row.run.previous) message.undo_until = protocol::Time{row.run.undo_until};
    message.stopped_by_presenter = timer.stopped_by_presenter;
    message.roles = row.roles;
    const auto turns = stored(static_cast<const PhaseTurns&>(row.turns));
    message.turns = {row.turns.version, row.turns.queue, turns.speaker, turns.waiting};
    message.deputy = row.deputy;
    message.led_before = row.led_before;
    message.present = row.present;
    if (row.run.end) message.end = static_cast<protocol::RunEnd>(*row.run.end);
    if (row.case_id) message.case_id = protocol::Id{*row.case_id};
    message.begun_at = row.begun_at;
    return message;
}

}  // namespace covision::consultation
