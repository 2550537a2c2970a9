// Polls as calls. What is done with a poll stays 90 days for those who want to look; then it goes, votes and all.

#include <algorithm>
#include <set>

#include "server/base/refused.hpp"
#include "server/features/groups/table.hpp"
#include "server/features/schedule/calls.hpp"
#include "server/features/schedule/poll_table.hpp"
#include "server/features/schedule/topics.hpp"
#include "server/features/schedule/zone.hpp"

namespace covision::schedule {
namespace {

using call::Read;
using call::Write;
using groups::Member;
using groups::Need;
using groups::permit;
using protocol::PollState;

constexpr std::size_t most_open = 10, most_listed = 20;
constexpr std::chrono::days forgotten_after{90};

PollRow open_poll(Write& write, const Member& member, const std::string& id) {
    auto row = poll(write.db, member, id);
    if (row.state != PollState::open) throw Refused("poll_closed", "This poll is closed.");
    return row;
}

void finish(Write& write, const Member& member, PollRow row, PollState state) {
    row.state = state;
    set_state(write.db, member, row);
    write.not_due(poll_over_due, member.group(), row.id);
    write.due(write.now + forgotten_after, forget_poll_due, member.group(), row.id);
    write.emit(poll_changed, member.group(), {row.id});
}

std::vector<OptionRow> checked_options(Write& write, const protocol::PollCreate& params, const std::string& poll) {
    std::vector<OptionRow> options;
    std::set<Instant> seen;
    for (const auto& local : params.options) {
        const auto starts = to_utc(local.value, params.zone.value);
        may_plan(starts, starts + std::chrono::minutes{params.minutes.value}, write.now);
        if (!seen.insert(starts).second) throw Refused("option_twice", "Each time stands in a poll once.");
        options.push_back({write.new_id(), poll, starts, local.value});
    }
    return options;
}

protocol::Poll to_message(const PollRow& row) {
    protocol::Poll message;
    message.poll = row.id;
    message.title = row.title;
    message.zone = row.zone;
    message.minutes = row.minutes;
    message.created_by = row.created_by;
    message.created_at = row.created_at;
    message.state = row.state;
    if (row.chosen) message.chosen = protocol::Id{*row.chosen};
    return message;
}

/// What was said of the chosen time is said of its session; whoever could if need be is asked.
void answer_from_votes(Write& write, const Member& member, const std::string& poll, const std::string& option,
                       const std::string& session) {
    for (const auto& vote : votes_of(write.db, member, poll)) {
        if (vote.option != option || vote.choice == protocol::PollChoice::if_need_be) continue;
        if (!groups::is_member(write, member, vote.account)) continue;
        const auto answer = vote.choice == protocol::PollChoice::yes ? protocol::Answer::yes : protocol::Answer::no;
        const auto voter = groups::on_behalf_of(write, member.group(), vote.account, Need::member);
        answer_for(write, voter, session, answer, std::nullopt);
    }
}

}  // namespace

protocol::Polls polls(Read& read, const protocol::GroupRef& params) {
    auto member = permit(read, params.group, Need::member);
    auto rows = polls_in(read.db, member, PollState::open, most_open);
    const auto room = most_listed - rows.size();
    auto done = polls_in(read.db, member, PollState::chosen, room);
    for (auto& row : polls_in(read.db, member, PollState::closed, room)) done.push_back(std::move(row));
    std::stable_sort(done.begin(), done.end(),
                     [](const PollRow& a, const PollRow& b) { return a.created_at > b.created_at; });
    if (done.size() > room) done.resize(room);
    for (auto& row : done) rows.push_back(std::move(row));

    std::set<std::string> present;
    for (const auto& person : groups::members(read, member)) present.insert(person.account);
    protocol::Polls result;
    result.seq = read.seq(member.group());
    for (const auto& row : rows) {
        auto message = to_message(row);
        for (const auto& option : options_of(read.db, member, row.id))
            message.options.push_back({option.id, option.starts, option.local_start});
        for (const auto& vote : votes_of(read.db, member, row.id))
            if (present.count(vote.account) != 0) message.votes.push_back({vote.account, vote.option, vote.choice});
        result.polls.push_back(std::move(message));
    }
    return result;
}

protocol::PollCreated create_poll(Write& write, const protocol::PollCreate& params) {
    auto member = permit(write, params.group, Need::signed_member);
    if (polls_in(write.db, member, PollState::open, most_open).size() >= most_open)
        throw Refused("too_many_polls", "A group has ten open polls at most. Close one first.");
    PollRow row;
    row.id = write.new_id();
    row.title = params.title.value;
    row.zone = params.zone.value;
    row.minutes = params.minutes.value;
    row.created_by = member.account();
    row.created_at = write.now;
    const auto options = checked_options(write, params, row.id);
    add_poll(write.db, member, row, options);
    const auto last = std::max_element(options.begin(), options.end(),
                                       [](const auto& a, const auto& b) { return a.starts < b.starts; });
    write.due(last->starts, poll_over_due, member.group(), row.id);
    write.emit(poll_changed, member.group(), {row.id});
    return {row.id};
}

protocol::Empty vote(Write& write, const protocol::PollAnswer& params) {
    auto member = permit(write, params.group, Need::member);
    const auto row = open_poll(write, member, params.poll);
    std::set<std::string> options, seen;
    for (const auto& option : options_of(write.db, member, row.id)) options.insert(option.id);
    clear_votes(write.db, member, row.id);
    for (const auto& mark : params.votes) {
        if (options.count(mark.option) == 0) throw not_found();
        if (!seen.insert(mark.option).second) throw Refused("option_twice", "Each time stands in a poll once.");
        add_vote(write.db, member, {row.id, mark.option, member.account(), mark.choice});
    }
    write.emit(poll_changed, member.group(), {row.id});
    return {};
}

protocol::PollChosen choose_poll(Write& write, const protocol::PollChoose& params) {
    auto member = permit(write, params.group, Need::organiser);
    auto row = open_poll(write, member, params.poll);
    const auto options = options_of(write.db, member, row.id);
    const auto option = std::find_if(options.begin(), options.end(),
                                     [&](const OptionRow& each) { return each.id == params.option.value; });
    if (option == options.end()) throw not_found();
    protocol::PollChosen result;
    std::string session;
    if (params.recurrence) {
        protocol::SeriesCreate wanted;
        wanted.group = params.group;
        wanted.recurrence = *params.recurrence;
        wanted.starts = option->local_start;
        wanted.zone = row.zone;
        wanted.minutes = row.minutes;
        wanted.place = params.place;
        wanted.call_link = params.call_link;
        wanted.breaks = params.breaks;
        const auto series = row_of(write, wanted);
        const auto occurrences = first_occurrences(write, member, series);
        const auto made = begin_series(write, member, series, occurrences);
        result.series = protocol::Id{series.id};
        if (occurrences.front().starts == option->starts) session = made.front();
    } else {
        protocol::SessionAdd wanted;
        wanted.starts = option->local_start;
        wanted.zone = row.zone;
        wanted.minutes = row.minutes;
        wanted.place = params.place;
        wanted.call_link = params.call_link;
        session = add_single(write, member, wanted);
        result.session = protocol::Id{session};
    }
    if (!session.empty()) answer_from_votes(write, member, row.id, option->id, session);
    row.chosen = option->id;
    finish(write, member, row, PollState::chosen);
    return result;
}

protocol::Empty close_poll(Write& write, const protocol::PollRef& params) {
    auto member = permit(write, params.group, Need::member);
    auto row = open_poll(write, member, params.poll);
    if (!member.is_organiser() && row.created_by != member.account())
        throw Refused("organiser_only", "An organiser of the group closes a poll, or whoever made it.");
    finish(write, member, row, PollState::closed);
    return {};
}

void poll_is_over(Write& write, const std::string& group, const std::string& id) {
    auto member = groups::for_the_group(write, group);
    if (auto row = find_poll(write.db, member, id); row && row->state == PollState::open)
        finish(write, member, *row, PollState::closed);
}

void forget_poll(Write& write, const std::string& group, const std::string& id) {
    auto member = groups::for_the_group(write, group);
    delete_poll(write.db, member, id);
    write.emit(poll_changed, group, {id});
}

}  // namespace covision::schedule
