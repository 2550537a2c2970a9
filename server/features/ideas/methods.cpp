#include "server/features/ideas/methods.hpp"

#include <algorithm>

#include "server/features/cases/check.hpp"
#include "server/features/cases/topics.hpp"
#include "server/features/groups/topics.hpp"
#include "server/features/ideas/at_work.hpp"
#include "server/features/ideas/table.hpp"
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

/// Subject: the session. Lists of cases go with their case; this is for what was only told.
const std::string shred_due = "ideas.shred";

vault::Place place_of(const Member& member, const std::string& id) { return {"idea", member.group(), id, 0}; }

protocol::Idea to_message(const IdeaRow& row, const Member& member, std::string text) {
    protocol::Idea idea;
    idea.idea = row.id;
    idea.item = row.item;
    idea.phase = row.phase;
    idea.mine = row.author == member.account();
    idea.text = std::move(text);
    return idea;
}

Instant shred_time(Read& read, const Member& member, const IdeaRow& row) {
    const auto note = row.case_id ? cases::find_case(read.db, member, *row.case_id) : std::nullopt;
    return note ? note->shred_at : schedule::session(read.db, member, row.session).ends + told_kept;
}

cases::Checked check(Read& read, const protocol::IdeaNote& params) {
    const auto member = permit(read, params.group, Need::signed_member);
    return cases::check_texts(read, member, {{protocol::WrittenField::idea, params.text.value}}, params.kept);
}

protocol::IdeaNoted note(Write& write, const protocol::IdeaNote& params, cases::Checked& checked) {
    const auto member = permit(write, params.group, Need::signed_member);
    const auto now = at_work(write, member, params.session);
    must_be_open(write, member, now);
    may_note(now.moment, now.part);
    cases::require_clean(write, member, checked);
    IdeaRow row;
    std::size_t had = 0;
    for (const auto& other : ideas_of(write.db, member, params.session)) {
        if (other.item == now.item) ++had;
        row.place = std::max(row.place, other.place);
    }
    if (had >= most_ideas) throw Refused("too_many_ideas", "There are a hundred ideas already.");
    row.id = write.random_id();
    row.session = params.session;
    row.item = now.item;
    row.phase = now.phase;
    if (now.note) row.case_id = now.note->id;
    row.presenter = now.presenter.value();
    row.author = member.account();
    ++row.place;
    row.body.bytes = write.vault.seal(place_of(member, row.id), params.text.value);
    add_idea(write.db, member, row);
    if (!row.case_id) write.due(shred_time(write, member, row), shred_due, member.group(), row.session);
    write.emit(ideas_changed, member.group(), {params.session});
    return {row.id};
}

protocol::IdeaList list(Read& read, const protocol::SessionRef& params) {
    const auto member = permit(read, params.group, Need::signed_member);
    const auto now = at_work(read, member, params.session);
    must_be_open(read, member, now);
    may_list(now.moment, now.part);
    protocol::IdeaList found;
    found.seq = read.seq(member.group());
    for (const auto& row : ideas_of(read.db, member, params.session)) {
        if (row.item != now.item) continue;
        if (auto text = read.vault.open(place_of(member, row.id), row.body.bytes))
            found.ideas.push_back(to_message(row, member, std::move(*text)));
    }
    return found;
}

/// What the caller was given in this session and may read by now.
std::vector<IdeaRow> gift_of(Read& read, const Member& member, const std::string& session) {
    const auto now = at_work(read, member, session);
    std::vector<IdeaRow> given;
    for (auto& row : ideas_of(read.db, member, session))
        if (row.presenter == member.account() && gift_is_open(now.moment, row.item == now.item))
            given.push_back(std::move(row));
    return given;
}

protocol::IdeaList gift(Read& read, const protocol::SessionRef& params) {
    const auto member = permit(read, params.group, Need::signed_member);
    protocol::IdeaList found;
    found.seq = read.seq(member.group());
    const auto given = gift_of(read, member, params.session);
    for (const auto& row : given)
        if (auto text = read.vault.open(place_of(member, row.id), row.body.bytes))
            found.ideas.push_back(to_message(row, member, std::move(*text)));
    if (!given.empty()) found.until = protocol::Time{shred_time(read, member, given.front())};
    return found;
}

void shred(Write& write, const Member& member, const IdeaRow& row) {
    drop_idea(write.db, member, row.id);
    write.vault.shred_after_commit(write.db, member.group(), row.id, write.now);
}

protocol::Empty withdraw(Write& write, const protocol::IdeaRef& params) {
    const auto member = permit(write, params.group, Need::member);
    const auto now = at_work(write, member, params.session);
    if (now.moment.ended) throw Refused("session_ended", "This session is over. The ideas are with who presented.");
    for (const auto& row : ideas_of(write.db, member, params.session)) {
        if (row.id != params.idea || row.author != member.account() || row.item != now.item) continue;
        shred(write, member, row);
        write.emit(ideas_changed, member.group(), {params.session});
        return {};
    }
    throw not_found();
}

protocol::Empty delete_gift(Write& write, const protocol::SessionRef& params) {
    const auto member = permit(write, params.group, Need::member);
    const auto given = gift_of(write, member, params.session);
    for (const auto& row : given) shred(write, member, row);
    if (!given.empty()) write.emit(ideas_changed, member.group(), {params.session});
    return {};
}

// ---- what ends by itself ----

/// Those `which` says of a session.
template <class Which>
void shred_some(Write& write, const std::string& group, const std::string& session, Which which) {
    const auto member = groups::for_the_group(write, group);
    bool any = false;
    for (const auto& row : ideas_of(write.db, member, session)) {
        if (!which(row)) continue;
        shred(write, member, row);
        any = true;
    }
    if (any) write.emit(ideas_changed, group, {session});
}

void case_has_gone(Write& write, const std::string& group, const protocol::CaseEvent& event) {
    shred_some(write, group, event.session, [&](const auto& row) { return row.case_id == event.case_id.value; });
}

void time_is_over(Write& write, const std::string& group, const std::string& session) {
    shred_some(write, group, session, [](const auto& row) { return !row.case_id; });
}

void session_was_held(Write& write, const std::string& group, const protocol::SessionEvent& event) {
    forget_authors(write.db, groups::for_the_group(write, group), event.session);
}

/// Nobody reads a list any more whose presenter has left.
void member_has_left(Write& write, const std::string& group, const protocol::MemberEvent& event) {
    const auto member = groups::for_the_group(write, group);
    for (const auto& row : ideas_for(write.db, member, event.account)) shred(write, member, row);
}

}  // namespace

void methods(call::Table& table) {
    table.event(ideas_changed);
    table.write("ideas.note", "Notes an idea for who presents.", &check, &note);
    table.read("ideas.list", "The ideas of the consultation that runs, for those at work on it.", &list);
    table.write("ideas.withdraw", "Takes an idea of one's own back while the group is at it.", &withdraw);
    table.read("ideas.gift", "What the others noted for the caller.", &gift);
    table.write("ideas.delete_gift", "Shreds what the others noted for the caller.", &delete_gift);
    table.on(cases::case_shredded, &case_has_gone);
    table.on(cases::case_withdrawn, &case_has_gone);
    table.on(schedule::session_held, &session_was_held);
    table.on(groups::member_left, &member_has_left);
    table.due(shred_due, &time_is_over);
    step_methods(table);
}

}  // namespace covision::ideas
