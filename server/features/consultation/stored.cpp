#include "server/features/consultation/stored.hpp"

#include "protocol/json.hpp"

namespace covision::consultation {

// How a run lies in its row. Times are microseconds, as everywhere in storage.
struct StoredTimer {
    std::int64_t phase = 0, state = 0, started_at = 0, deadline = 0;
    std::optional<std::int64_t> paused_remaining;
    bool stopped_by_presenter = false;
    // Rows of an earlier version have none.
    std::optional<std::int64_t> item;
};
COVISION_MESSAGE(StoredTimer, phase, state, started_at, deadline, paused_remaining, stopped_by_presenter, item)

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
struct StoredCast {
    protocol::List<protocol::RunRole, 8> roles;
    std::optional<protocol::Id> deputy, led_before, lender, named, taken_by;
};
COVISION_MESSAGE(StoredCast, roles, deputy, led_before, lender, named, taken_by)

struct StoredPeople {
    protocol::List<protocol::RunRole, 8> roles;
    // Rows of an earlier version have none of these.
    std::optional<protocol::Id> deputy, led_before, lender, named, taken_by;
    std::optional<StoredCast> previous;
    std::optional<protocol::List<protocol::Id, 64>> present;
    std::optional<StoredTurns> turns;
};
COVISION_MESSAGE(StoredPeople, roles, deputy, led_before, lender, named, taken_by, previous, present, turns)

struct StoredPhase {
    protocol::Text<40> code;
    std::int64_t minutes = 0;
};
COVISION_MESSAGE(StoredPhase, code, minutes)

struct StoredItem {
    protocol::Text<40> format;
    std::int64_t version = 0;
    protocol::List<StoredPhase, 30> phases;
    std::optional<protocol::Id> case_id, presenter;
};
COVISION_MESSAGE(StoredItem, format, version, phases, case_id, presenter)

struct StoredAgenda {
    protocol::List<StoredItem, 12> items;
};
COVISION_MESSAGE(StoredAgenda, items)

namespace {

StoredTimer stored(const Timer& timer) {
    StoredTimer out{timer.phase,
                    static_cast<std::int64_t>(timer.state),
                    micros(timer.started_at),
                    micros(timer.deadline),
                    {},
                    timer.stopped_by_presenter,
                    timer.item};
    if (timer.paused_remaining) out.paused_remaining = timer.paused_remaining->count();
    return out;
}

Timer timer_of(const StoredTimer& in) {
    Timer timer;
    timer.item = static_cast<int>(in.item.value_or(0));
    timer.phase = static_cast<int>(in.phase);
    timer.state = static_cast<State>(in.state);
    timer.started_at = from_micros(in.started_at);
    timer.deadline = from_micros(in.deadline);
    if (in.paused_remaining) timer.paused_remaining = Micros{*in.paused_remaining};
    timer.stopped_by_presenter = in.stopped_by_presenter;
    return timer;
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

std::optional<std::string> text_of(const std::optional<protocol::Id>& id) {
    return id ? std::optional(id->value) : std::nullopt;
}

template <class Stored>
void put_cast(const Cast& cast, Stored& out) {
    out.roles.items = cast.roles;
    out.deputy = cast.deputy;
    out.led_before = cast.led_before;
    out.lender = cast.lender;
    out.named = cast.named;
    out.taken_by = cast.taken_by;
}

template <class Stored>
void take_cast(Stored& in, Cast& cast) {
    cast.roles = std::move(in.roles.items);
    cast.deputy = std::move(in.deputy);
    cast.led_before = std::move(in.led_before);
    cast.lender = std::move(in.lender);
    cast.named = std::move(in.named);
    cast.taken_by = std::move(in.taken_by);
}

}  // namespace

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

std::string stored_people(const RunRow& row) {
    StoredPeople out;
    put_cast(row, out);
    if (row.previous && row.run.previous) put_cast(*row.previous, out.previous.emplace());
    out.present = row.present;
    out.turns = stored(row.turns);
    return protocol::encode(out);
}

void read_people(const std::string& json, RunRow& found) {
    auto people = protocol::decode<StoredPeople>(json);
    take_cast(people, found);
    if (people.previous) take_cast(*people.previous, found.previous.emplace());
    if (people.present) found.present = std::move(people.present->items);
    if (people.turns) found.turns = turns_of(*people.turns);
}

std::string stored(const Agenda& agenda) {
    StoredAgenda out;
    for (const auto& item : agenda) {
        StoredItem kept{item.format, item.version, {}, {}, {}};
        for (const auto& phase : item.phases) kept.phases.push_back({phase.code, phase.minutes});
        if (item.case_id) kept.case_id = protocol::Id{*item.case_id};
        if (item.presenter) kept.presenter = protocol::Id{*item.presenter};
        out.items.push_back(std::move(kept));
    }
    return protocol::encode(out);
}

Agenda agenda_of(const std::string& json) {
    Agenda agenda;
    for (auto& kept : protocol::decode<StoredAgenda>(json).items) {
        Item item{kept.format.value, kept.version, {}, text_of(kept.case_id), text_of(kept.presenter)};
        for (auto& phase : kept.phases) item.phases.push_back({phase.code.value, static_cast<int>(phase.minutes)});
        agenda.push_back(std::move(item));
    }
    return agenda;
}

}  // namespace covision::consultation
