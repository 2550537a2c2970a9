#include "server/features/cases/methods.hpp"

#include <algorithm>

#include "server/features/cases/check.hpp"
#include "server/features/cases/policy.hpp"
#include "server/features/cases/sealed.hpp"
#include "server/features/cases/topics.hpp"
#include "server/features/cases/view.hpp"
#include "server/features/groups/topics.hpp"
#include "server/features/rota/ability.hpp"
#include "server/features/rota/table.hpp"
#include "server/features/schedule/table.hpp"
#include "server/features/schedule/topics.hpp"

namespace covision::cases {
namespace {

using call::Read;
using call::Write;
using groups::Member;
using groups::Need;
using groups::permit;
using protocol::CaseState;

const std::string shred_due = "cases.shred";

Checked prepare_submit(Read& read, const protocol::CaseSubmit& params) {
    using protocol::WrittenField;
    const auto member = permit(read, params.group, Need::signed_member);
    return check_texts(read, member,
                       {{WrittenField::title, params.title.value},
                        {WrittenField::question, params.question.value},
                        {WrittenField::setting, params.blur.setting.value},
                        {WrittenField::age_band, params.blur.age_band.value},
                        {WrittenField::place_kind, params.blur.place_kind.value},
                        {WrittenField::theme, params.blur.theme.value},
                        {WrittenField::text, params.text.value}},
                       params.kept);
}

void may_submit(Write& write, const Member& member, const protocol::CaseSubmit& params,
                const schedule::SessionRow& session) {
    if (!params.attested)
        throw Refused("attest_first", "Say that you have checked the text yourself before you hand it in.");
    if (session.state != protocol::SessionState::planned || session.ends <= write.now)
        throw Refused("session_over", "This session is over or cancelled. Choose another one.");
    if (session.opened_at)
        throw Refused("session_started", "This session has begun. Choose another one, or tell the case.");
    const auto duties = rota::duties_of(write.db, member, session.id);
    const auto presents = [](const auto& duty) { return duty.role == protocol::DutyRole::presenter; };
    const auto mine = [&](const auto& duty) { return presents(duty) && duty.account == member.account(); };
    if (std::any_of(duties.begin(), duties.end(), presents) && std::none_of(duties.begin(), duties.end(), mine))
        throw Refused("not_presenter", "Somebody else presents in this session. Choose a session of yours, or swap.");
    for (const auto& other : cases_of(write.db, member, session.id))
        if (other.presenter == member.account())
            throw Refused("already_submitted", "You have handed in a case for this session. Withdraw it first.",
                          {{"case", other.id}});
}

protocol::CaseSubmitted submit(Write& write, const protocol::CaseSubmit& params, Checked& checked) {
    auto member = permit(write, params.group, Need::signed_member);
    auto session = schedule::session(write.db, member, params.session);
    may_submit(write, member, params, session);
    require_clean(write, member, checked);
    CaseRow row;
    row.id = write.new_id();
    row.session = session.id;
    row.presenter = member.account();
    row.wanted = params.wanted;
    row.submitted_at = write.now;
    row.keep_days = params.keep_days;
    row.shred_at = shred_time(session.ends, params.keep_days);
    seal_texts(write.vault, member, params, row);
    schedule::keep_session(write.db, member, session.id);
    add_case(write.db, member, row, member.agreement_version(), static_cast<std::int64_t>(params.kept.size()));
    // Who has prepared a case presents it: planning gives them no other role that day.
    rota::set_ability(write, member, session.id, row.id, false);
    write.due(row.shred_at, shred_due, member.group(), row.id);
    write.audit("cases.submit", member.group(), row.id);
    write.emit(case_submitted, member.group(), {row.id, row.session});
    return {row.id};
}

/// The key goes after the commit, and with it all that was sealed for this case.
void shred(Write& write, const Member& member, const CaseRow& row, CaseState state) {
    set_state(write.db, member, row.id, state);
    forget_texts(write.db, member, row.id);
    rota::forget_abilities(write, member, row.id);
    write.vault.shred_after_commit(write.db, member.group(), row.id, write.now);
    write.not_due(shred_due, member.group(), row.id);
    write.audit("cases.shred", member.group(), row.id);
}

protocol::Empty withdraw(Write& write, const protocol::CaseRef& params) {
    auto member = permit(write, params.group, Need::member);
    auto row = case_note(write.db, member, params.case_id);
    if (row.presenter != member.account()) throw not_found();
    if (row.state == CaseState::shredded || row.state == CaseState::withdrawn) return {};
    shred(write, member, row, CaseState::withdrawn);
    write.emit(case_withdrawn, member.group(), {row.id, row.session});
    return {};
}

protocol::CaseList list(Read& read, const protocol::GroupRef& params) {
    auto member = permit(read, params.group, Need::member);
    return {read.seq(member.group()), summaries(read, member)};
}

protocol::CaseView show(Write& write, const protocol::CaseRef& params) {
    auto member = permit(write, params.group, Need::member);
    auto row = case_note(write.db, member, params.case_id);
    protocol::CaseView view;
    view.summary = summary(write, member, row, my_answer(write, member, row.id));
    if (view.summary.closed) throw closed_refusal(*view.summary.closed, member);
    view.title = view.summary.title->value;
    view.question = open_question(write.vault, member, row).value_or("");
    view.blur = *view.summary.blur;
    view.text = open_body(write.vault, member, row).value_or("");
    add_look(write.db, member, row.id, write.now);
    return view;
}

protocol::Empty answer_conflict(Write& write, const protocol::ConflictReply& params) {
    auto member = permit(write, params.group, Need::signed_member);
    auto row = case_note(write.db, member, params.case_id);
    if (row.presenter == member.account()) throw Refused("your_own_case", "You present this case yourself.");
    auto closed = why_closed(row.state, row.submitted_at, viewer_of(write, member, row, std::nullopt));
    if (closed && *closed != protocol::Closed::answer_first) throw closed_refusal(*closed, member);
    set_answer(write.db, member, row.id, seal_answer(write.vault, member, row.id, params.answer));
    // Nobody else is told, not even that an answer was given.
    write.emit(conflict_answered, member.account(), {member.group(), row.id});
    if (row.state == CaseState::submitted)
        rota::set_ability(write, member, row.session, row.id, params.answer == protocol::ConflictAnswer::no);
    return {};
}

void shred_now(Write& write, const std::string& group, const std::string& id) {
    auto member = groups::for_the_group(write, group);
    auto row = find_case(write.db, member, id);
    if (!row || row->state == CaseState::shredded || row->state == CaseState::withdrawn) return;
    shred(write, member, *row, CaseState::shredded);
    write.emit(case_shredded, group, {row->id, row->session});
}

void session_was_held(Write& write, const std::string& group, const protocol::SessionEvent& event) {
    auto member = groups::for_the_group(write, group);
    for (const auto& row : cases_of(write.db, member, event.session)) {
        if (row.state != CaseState::submitted) continue;
        set_state(write.db, member, row.id, CaseState::closed);
        write.emit(case_closed, group, {row.id, row.session});
    }
}

/// Its cases are kept as long after its new day.
void follow(Write& write, const Member& member, const std::string& id) {
    auto session = schedule::session(write.db, member, id);
    for (const auto& row : cases_of(write.db, member, id)) {
        auto at = shred_time(session.ends, row.keep_days);
        set_shred_at(write.db, member, row.id, at);
        write.due(at, shred_due, member.group(), row.id);
    }
}

void session_was_moved(Write& write, const std::string& group, const protocol::SessionEvent& event) {
    follow(write, groups::for_the_group(write, group), event.session);
}

void series_was_changed(Write& write, const std::string& group, const protocol::SeriesChangedEvent& event) {
    auto member = groups::for_the_group(write, group);
    for (const auto& session : event.changed) follow(write, member, session);
}

/// Nobody presents a case any more whose author has left; what the group has worked on stays until its day. What the
/// leaver said of others' cases goes at once.
void member_has_left(Write& write, const std::string& group, const protocol::MemberEvent& event) {
    auto member = groups::for_the_group(write, group);
    for (const auto& row : open_cases(write.db, member)) {
        if (row.presenter != event.account.value) continue;
        shred(write, member, row, CaseState::withdrawn);
        write.emit(case_withdrawn, group, {row.id, row.session});
    }
    drop_answers_of(write.db, member, event.account);
}

}  // namespace

void methods(call::Table& table) {
    table.event(case_submitted);
    table.event(case_withdrawn);
    table.event(case_closed);
    table.event(case_shredded);
    table.event(conflict_answered);
    table.event(policy_changed);
    table.read("cases.policy", "How strictly the group's texts are checked, and its own words.", &policy);
    table.write("cases.set_policy", "Changes how strictly the group's texts are checked.", &set_policy);
    table.compute("cases.check", "Finds what may identify somebody in texts; keeps nothing.", &check);
    table.write("cases.submit", "Hands a case in for a session.", &prepare_submit, &submit);
    table.write("cases.withdraw", "Takes the caller's own case back and shreds it.", &withdraw);
    table.read("cases.list", "The group's cases as the caller may see them.", &list);
    table.witness("cases.show", "A case's text; the look is recorded.", &show);
    table.write("cases.answer_conflict", "Says privately whether the caller may know the person.", &answer_conflict);
    table.on(groups::member_left, &member_has_left);
    table.on(schedule::session_held, &session_was_held);
    table.on(schedule::session_moved, &session_was_moved);
    table.on(schedule::series_changed, &series_was_changed);
    table.due(shred_due, &shred_now);
}

}  // namespace covision::cases
