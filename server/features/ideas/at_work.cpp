#include "server/features/ideas/at_work.hpp"

#include "server/features/cases/view.hpp"
#include "server/features/schedule/table.hpp"

namespace covision::ideas {
namespace {

using consultation::RunRow;
using groups::Member;
using protocol::DutyRole;

std::vector<const consultation::Phase*> phases_of(const consultation::Item& item) {
    std::vector<const consultation::Phase*> all;
    for (const auto& phase : item.phases) all.push_back(consultation::find_phase(item.format, phase.code));
    return all;
}

/// A case that was taken back meanwhile goes on as one that is only told.
std::optional<cases::CaseRow> case_of(call::Read& read, const Member& member, const RunRow& run) {
    auto found = run.case_id() ? cases::find_case(read.db, member, *run.case_id()) : std::nullopt;
    const bool gone =
        found && (found->state == protocol::CaseState::shredded || found->state == protocol::CaseState::withdrawn);
    return gone ? std::nullopt : found;
}

}  // namespace

AtWork at_work(call::Read& read, const Member& member, const std::string& session) {
    const auto run = consultation::find_run(read.db, member, schedule::session(read.db, member, session).id);
    if (!run) throw Refused("not_begun", "This session has not begun.");
    AtWork now;
    now.item = run->run.timer.item;
    now.phase = run->run.timer.phase;
    now.note = case_of(read, member, *run);
    now.presenter = consultation::who_is(*run, DutyRole::presenter);
    const auto phases = phases_of(run->item());
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
    const auto closed = now.note ? cases::closed_to(read, member, *now.note) : std::nullopt;
    if (closed) throw cases::closed_refusal(*closed, member);
}

}  // namespace covision::ideas
