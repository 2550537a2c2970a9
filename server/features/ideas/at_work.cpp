#include "server/features/ideas/at_work.hpp"

#include "server/features/cases/view.hpp"
#include "server/features/schedule/table.hpp"

namespace covision::ideas {
namespace {

using consultation::RunRow;
using groups::Member;
using protocol::DutyRole;

std::vector<const consultation::Phase*> phases_of(const RunRow& run) {
    std::vector<const consultation::Phase*> all;
    if (const auto* format = consultation::find_format(run.format))
        for (const auto& phase : format->phases) all.push_back(&phase);
    return all;
}

}  // namespace

AtWork at_work(call::Read& read, const Member& member, const std::string& session) {
    const auto run = consultation::find_run(read.db, member, schedule::session(read.db, member, session).id);
    if (!run) throw Refused("not_begun", "This session has not begun.");
    AtWork now;
    now.phase = run->run.timer.phase;
    now.case_id = run->case_id;
    now.presenter = consultation::who_is(*run, DutyRole::presenter);
    const auto phases = phases_of(*run);
    const auto at = static_cast<std::size_t>(now.phase);
    now.moment.ended = run->run.timer.state == consultation::State::ended;
    now.moment.somebody_presents = now.presenter.has_value();
    now.moment.has_scribe = consultation::who_is(*run, DutyRole::scribe).has_value();
    now.moment.silent =
        at < phases.size() && phases[at] != nullptr && phases[at]->presenter == consultation::PresenterDoes::silent;
    now.moment.early = is_early(phases, at);
    if (now.presenter == member.account()) now.part = Part::presents;
    if (consultation::who_is(*run, DutyRole::facilitator) == member.account()) now.part = Part::leads;
    return now;
}

void must_be_open(call::Read& read, const Member& member, const AtWork& now) {
    const auto note = now.case_id ? cases::find_case(read.db, member, *now.case_id) : std::nullopt;
    const auto closed = note ? cases::closed_to(read, member, *note) : std::nullopt;
    if (closed && *closed != protocol::Closed::shredded) throw cases::closed_refusal(*closed, member);
}

}  // namespace covision::ideas
