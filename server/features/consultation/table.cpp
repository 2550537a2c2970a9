#include "server/features/consultation/table.hpp"

#include "server/features/consultation/stored.hpp"

namespace covision::consultation {
namespace {

using groups::Member;
using storage::Database;
using storage::Sql;

const Sql insert_run{
    "INSERT INTO run (session, grp, format, agenda, state, roles, begun_at, ended) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"};
const Sql select_run{
    "SELECT session, format, state, roles, case_id, begun_at, agenda FROM run WHERE grp = $1 AND session = $2"};
const Sql change_run{"UPDATE run SET state = $3, roles = $4, ended = $5 WHERE grp = $1 AND session = $2"};
const Sql select_live{"SELECT session FROM run WHERE grp = $1 AND ended = 0"};

/// Of a run that was begun when a session was one format. Its timer stands in a phase that it must have.
Agenda agenda_of(const std::string& format, const std::optional<std::string>& case_id, const RunRow& row) {
    const auto* known = find_format(format);
    Item item = known ? item_of(*known, 0, {}) : Item{format, 0, {}, {}, {}};
    item.case_id = case_id;
    item.presenter = who_is(row, protocol::DutyRole::presenter);
    while (static_cast<int>(item.phases.size()) <= row.run.timer.phase) item.phases.push_back({"", 1});
    return {std::move(item)};
}

}  // namespace

RunRow RunRow::from(const storage::Row& row) {
    RunRow found;
    found.session = row.text(0);
    found.run = run_of(row.text(2));
    read_people(row.text(3), found);
    found.begun_at = row.time(5);
    found.agenda =
        row.is_null(6) ? agenda_of(row.text(1), row.get<std::optional<std::string>>(4), found) : agenda_of(row.text(6));
    return found;
}

void add_run(Database& db, const Member& member, const RunRow& row) {
    db.run(insert_run, row.session, member.group(), row.agenda.front().format, stored(row.agenda), stored(row.run),
           stored_people(row), row.begun_at, row.run.timer.state == State::ended);
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
    const auto out_of = [&](Cast& cast) {
        auto gives_up = std::erase_if(cast.roles, [&](const auto& each) { return each.account == account; }) != 0;
        for (auto* place : {&cast.deputy, &cast.led_before, &cast.lender}) {
            if (*place != account) continue;
            place->reset();
            gives_up = true;
        }
        return gives_up;
    };
    // Undo brings nobody back.
    const bool before = row.previous && out_of(*row.previous);
    return out_of(row) || before || row.turns.version != turns;
}

static protocol::FloorTurns to_message(const Turns& turns) {
    protocol::FloorTurns message{turns.version, turns.queue, {}, {}};
    if (turns.speaker) message.speaker = protocol::Id{*turns.speaker};
    for (const auto& each : turns.waiting) message.waiting.push_back(each);
    return message;
}

protocol::Run to_message(const RunRow& row) {
    const auto& timer = row.run.timer;
    protocol::Run message;
    message.session = row.session;
    message.version = row.run.version;
    for (const auto& item : row.agenda) {
        protocol::AgendaItem part;
        part.format = item.format;
        part.version = item.version;
        part.minutes = protocol::Minutes{item.minutes()};
        if (item.case_id) part.case_id = protocol::Id{*item.case_id};
        if (item.presenter) part.presenter = protocol::Id{*item.presenter};
        message.agenda.push_back(std::move(part));
    }
    message.item = timer.item;
    message.phase = timer.phase;
    message.format = row.item().format;
    message.state = static_cast<protocol::RunState>(timer.state);
    message.started_at = timer.started_at;
    message.deadline = timer.deadline;
    if (timer.paused_remaining) message.paused_remaining_ms = timer.paused_remaining->count() / 1000;
    if (row.run.previous) message.undo_until = protocol::Time{row.run.undo_until};
    message.stopped_by_presenter = timer.stopped_by_presenter;
    message.roles = row.roles;
    message.turns = to_message(row.turns);
    message.deputy = row.deputy;
    message.led_before = row.led_before;
    message.present = row.present;
    if (row.run.end) message.end = static_cast<protocol::RunEnd>(*row.run.end);
    if (row.case_id()) message.case_id = protocol::Id{*row.case_id()};
    message.begun_at = row.begun_at;
    return message;
}

}  // namespace covision::consultation
