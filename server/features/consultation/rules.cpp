#include "server/features/consultation/rules.hpp"

#include <algorithm>

#include "server/base/refused.hpp"

namespace covision::consultation {

namespace {

/// A copy one version on, after the checks that every command shares. Only a step leaves something to undo.
Run moved_on(const Run& run, std::int64_t expected) {
    if (run.timer.state == State::ended) throw Refused("session_ended", "This session has been closed.");
    if (run.version != expected)
        throw Refused("stale", "Somebody was quicker. Look again and repeat it if it is still wanted.",
                      {{"version", std::to_string(run.version)}});
    Run next = run;
    ++next.version;
    next.previous.reset();
    return next;
}

struct Place {
    int item = 0, phase = 0;
};

int phases_of(const Agenda& agenda, int item) {
    return static_cast<int>(agenda[static_cast<std::size_t>(item)].phases.size());
}

Timer fresh(const Agenda& agenda, Place place, Instant now) {
    const auto& item = agenda[static_cast<std::size_t>(place.item)];
    Timer timer;
    timer.item = place.item;
    timer.phase = place.phase;
    timer.started_at = now;
    timer.deadline = now + std::chrono::minutes{item.phases[static_cast<std::size_t>(place.phase)].minutes};
    return timer;
}

/// `stepped` is the run one version on.
Run at(Run stepped, const Agenda& agenda, Place place, Instant now) {
    stepped.previous = stepped.timer;
    stepped.undo_until = now + undo_for;
    stepped.timer = fresh(agenda, place, now);
    return stepped;
}

void freeze(Timer& timer, State state, Instant now) {
    if (timer.state == State::running) timer.paused_remaining = timer.deadline - now;
    timer.state = state;
}

Run ended(Run run, End end, Instant now) {
    freeze(run.timer, State::ended, now);
    run.end = end;
    return run;
}

}  // namespace

Run start(const Agenda& agenda, Instant now) {
    Run run;
    run.timer = fresh(agenda, {}, now);
    return run;
}

Run next(const Run& run, const Agenda& agenda, std::int64_t expected, Instant now) {
    auto stepped = moved_on(run, expected);
    const auto [item, phase] = Place{run.timer.item, run.timer.phase + 1};
    if (phase < phases_of(agenda, item)) return at(std::move(stepped), agenda, {item, phase}, now);
    if (item + 1 >= static_cast<int>(agenda.size()))
        throw Refused("last_phase", "This is the last phase: close the session when you are done.");
    return at(std::move(stepped), agenda, {item + 1, 0}, now);
}

Run back(const Run& run, const Agenda& agenda, std::int64_t expected, Instant now) {
    auto stepped = moved_on(run, expected);
    const auto [item, phase] = Place{run.timer.item, run.timer.phase - 1};
    if (phase >= 0) return at(std::move(stepped), agenda, {item, phase}, now);
    if (item == 0) throw Refused("first_phase", "This is the first phase.");
    return at(std::move(stepped), agenda, {item - 1, phases_of(agenda, item - 1) - 1}, now);
}

Run skip(const Run& run, const Agenda& agenda, std::int64_t expected, Instant now) {
    auto stepped = moved_on(run, expected);
    if (run.timer.item + 1 >= static_cast<int>(agenda.size()))
        throw Refused("last_item", "This is the last part: close the session when you are done.");
    return at(std::move(stepped), agenda, {run.timer.item + 1, 0}, now);
}

Run undo(const Run& run, std::int64_t expected, Instant now) {
    Run undone = moved_on(run, expected);
    if (!run.previous || now > run.undo_until)
        throw Refused("nothing_to_undo", "A step can be undone for ten seconds. Use back or next instead.");
    undone.timer = *run.previous;
    return undone;
}

Run pause(const Run& run, std::int64_t expected, Instant now) {
    Run paused = moved_on(run, expected);
    if (run.timer.state == State::paused) throw Refused("already_paused", "The session is paused already.");
    freeze(paused.timer, State::paused, now);
    return paused;
}

Run resume(const Run& run, std::int64_t expected, Instant now) {
    Run resumed = moved_on(run, expected);
    if (run.timer.state != State::paused) throw Refused("not_paused", "The session is running already.");
    auto& timer = resumed.timer;
    timer.deadline = now + timer.paused_remaining.value_or(Micros{0});
    timer.paused_remaining.reset();
    timer.state = State::running;
    timer.stopped_by_presenter = false;
    return resumed;
}

Run adjust(const Run& run, std::int64_t expected, int minutes, Instant now) {
    Run adjusted = moved_on(run, expected);
    if (minutes != -1 && minutes != 1 && minutes != 5) throw Refused("bad_minutes", "Choose -1, +1 or +5 minutes.");
    const Micros left = std::max(remaining(run, now), Micros{0});
    const Micros wanted = std::clamp<Micros>(left + std::chrono::minutes{minutes}, Micros{0}, most_remaining);
    // Time that is up already cannot be taken away: it goes on counting from its own deadline.
    if (minutes < 0 && remaining(run, now) < Micros{0}) return adjusted;
    if (adjusted.timer.state == State::paused)
        adjusted.timer.paused_remaining = wanted;
    else
        adjusted.timer.deadline = now + wanted;
    return adjusted;
}

Run stop_please(const Run& run, Instant now) {
    Run stopped = moved_on(run, run.version);
    freeze(stopped.timer, State::paused, now);
    stopped.timer.stopped_by_presenter = true;
    return stopped;
}

Run rest(const Run& run, Instant now) {
    Run rested = moved_on(run, run.version);
    if (run.timer.state == State::paused) return run;
    freeze(rested.timer, State::paused, now);
    return rested;
}

Run close(const Run& run, std::int64_t expected, Instant now) {
    return ended(moved_on(run, expected), End::closed, now);
}

Run new_lead(const Run& run, std::int64_t expected) { return moved_on(run, expected); }

void may_take_over(const LeadAsked& asked, Instant now) {
    if (asked.presents) throw Refused("presenter_listens", "You present: somebody else leads.");
    if (asked.led_before) return;
    if (!asked.leader_gone) throw Refused("leader_is_here", "Whoever leads is here. Ask them to hand it over.");
    const auto waits = *asked.leader_gone + lent_for - now;
    if (waits > Micros{0})
        throw Refused("leader_is_here", "Whoever leads has been gone for less than a minute. Wait a little.",
                      {{"seconds", std::to_string(std::chrono::ceil<std::chrono::seconds>(waits).count())}});
    if (!asked.deputy && !asked.deputy_gone)
        throw Refused("deputy_is_here", "The deputy is here and takes over first.");
}

Instant lapse_time(const Run& run, Instant planned_end) {
    return std::max(planned_end, run.timer.started_at) + lapses_after;
}

Run lapse(const Run& run, Instant now) { return ended(moved_on(run, run.version), End::lapsed, now); }

Micros remaining(const Run& run, Instant now) {
    return run.timer.state == State::running ? run.timer.deadline - now
                                             : run.timer.paused_remaining.value_or(Micros{0});
}

Floor who_may_speak(const Run& run, const Phase& phase, bool has_case, Part part) {
    const auto& timer = run.timer;
    if (timer.state == State::ended) return Floor::open;
    if (timer.state == State::paused) {
        // After Please stop only the presenter says how to go on; an ordinary pause is everybody's.
        if (!timer.stopped_by_presenter) return Floor::open;
        if (part == Part::consultant) return Floor::listens;
        return part == Part::presenter ? Floor::open : Floor::leads;
    }
    if (part == Part::presenter) {
        if (phase.presenter == PresenterDoes::silent) return Floor::listens;
        return phase.presenter == PresenterDoes::answers ? Floor::answers : Floor::open;
    }
    if (part == Part::facilitator) {
        if (!has_case && phase.speakers == Speakers::in_turn) return Floor::in_turn;
        return phase.speakers == Speakers::all ? Floor::open : Floor::leads;
    }
    switch (phase.speakers) {
        case Speakers::all: return Floor::open;
        case Speakers::consultants: return phase.in_turns ? Floor::in_turn : Floor::open;
        case Speakers::in_turn: return Floor::in_turn;
        case Speakers::presenter:
        case Speakers::presenter_and_facilitator:
        case Speakers::nobody: break;
    }
    return Floor::listens;
}

}  // namespace covision::consultation
