// First steps: what who presented wants to do, asked about some weeks later, by themselves alone.

#include <algorithm>

#include "server/features/cases/check.hpp"
#include "server/features/consultation/table.hpp"
#include "server/features/groups/topics.hpp"
#include "server/features/ideas/methods.hpp"
#include "server/features/ideas/rules.hpp"
#include "server/features/ideas/step_table.hpp"
#include "server/features/ideas/topics.hpp"
#include "server/features/schedule/table.hpp"
#include "server/features/schedule/topics.hpp"

namespace covision::ideas {
namespace {

using call::Read;
using call::Write;
using groups::Member;
using groups::Need;
using groups::permit;

/// Subject: the step.
const std::string step_due = "ideas.step_over";

vault::Place place_of(const Member& member, const std::string& id) { return {"step", member.group(), id, 0}; }

/// Whoever presents in one of the session's parts, from its beginning until a week after it.
bool may_set(Read& read, const Member& member, const std::string& session) {
    const auto found = schedule::session(read.db, member, session);
    const auto run = consultation::find_run(read.db, member, found.id);
    if (!run || read.now > found.ends + step_written) return false;
    return std::any_of(run->agenda.begin(), run->agenda.end(),
                       [&](const auto& item) { return item.presenter == member.account(); });
}

cases::Checked check(Read& read, const protocol::StepSet& params) {
    const auto member = permit(read, params.group, Need::signed_member);
    return cases::check_texts(read, member, {{protocol::WrittenField::step, params.text.value}}, params.kept);
}

void shred(Write& write, const Member& member, const StepRow& row) {
    drop_step(write.db, member, row.id);
    write.not_due(step_due, member.group(), row.id);
    write.vault.shred_after_commit(write.db, member.group(), row.id, write.now);
    write.emit(step_changed, row.account, {member.group(), row.session});
}

protocol::Empty set_step(Write& write, const protocol::StepSet& params, cases::Checked& checked) {
    const auto member = permit(write, params.group, Need::signed_member);
    if (!may_set(write, member, params.session)) throw Refused("not_presenter", "A first step is the presenter's.");
    cases::require_clean(write, member, checked);
    if (const auto had = step_of(write.db, member, params.session, member.account())) shred(write, member, *had);
    StepRow row;
    row.id = write.random_id();
    row.session = params.session;
    row.account = member.account();
    row.ask_at = write.now + ask_after;
    row.until = write.now + step_kept;
    row.body.bytes = write.vault.seal(place_of(member, row.id), params.text.value);
    add_step(write.db, member, row);
    write.due(row.until, step_due, member.group(), row.id);
    write.emit(step_changed, member.account(), {member.group(), row.session});
    return {};
}

protocol::MyStep show_step(Read& read, const protocol::SessionRef& params) {
    const auto member = permit(read, params.group, Need::signed_member);
    protocol::MyStep mine;
    mine.may_set = may_set(read, member, params.session);
    const auto row = step_of(read.db, member, params.session, member.account());
    const auto text = row ? read.vault.open(place_of(member, row->id), row->body.bytes) : std::nullopt;
    if (text) mine.step = protocol::FirstStep{{*text}, {row->ask_at}, {row->until}};
    return mine;
}

protocol::Empty answer_step(Write& write, const protocol::StepAnswer& params) {
    const auto member = permit(write, params.group, Need::signed_member);
    const auto row = step_of(write.db, member, params.session, member.account());
    if (!row) throw not_found();
    if (params.echo) {
        add_echo(write.db, member, member.account());
        write.emit(echo_asked, member.group(), {member.account()});
    }
    const auto later = params.not_yet ? ask_again(write.now, row->until) : std::nullopt;
    if (!later) {
        shred(write, member, *row);
        return {};
    }
    ask_later(write.db, member, row->id, *later);
    write.emit(step_changed, member.account(), {member.group(), row->session});
    return {};
}

protocol::Echoes list_echoes(Read& read, const protocol::GroupRef& params) {
    const auto member = permit(read, params.group, Need::signed_member);
    protocol::Echoes found;
    for (auto& account : echoes(read.db, member)) found.accounts.push_back(protocol::Id{std::move(account)});
    return found;
}

void step_is_over(Write& write, const std::string& group, const std::string& id) {
    const auto member = groups::for_the_group(write, group);
    if (const auto row = find_step(write.db, member, id)) shred(write, member, *row);
}

/// Five minutes were for one session: whoever was there has had them.
void session_was_held(Write& write, const std::string& group, const protocol::SessionEvent& event) {
    const auto member = groups::for_the_group(write, group);
    const auto run = consultation::find_run(write.db, member, event.session);
    if (!run) return;
    for (const auto& account : run->present) drop_echo(write.db, member, account.value);
}

void member_has_left(Write& write, const std::string& group, const protocol::MemberEvent& event) {
    const auto member = groups::for_the_group(write, group);
    for (const auto& row : steps_of(write.db, member, event.account)) shred(write, member, row);
    drop_echo(write.db, member, event.account);
}

}  // namespace

void step_methods(call::Table& table) {
    table.event(step_changed);
    table.event(echo_asked);
    table.write("ideas.set_step", "Writes down the caller's first step after a consultation.", &check, &set_step);
    table.read("ideas.step", "The caller's own first step after a session.", &show_step);
    table.write("ideas.answer_step", "Says that a first step is done with, or not yet.", &answer_step);
    table.read("ideas.echoes", "Who would like five minutes of the next session.", &list_echoes);
    table.on(schedule::session_held, &session_was_held);
    table.on(groups::member_left, &member_has_left);
    table.due(step_due, &step_is_over);
}

}  // namespace covision::ideas
