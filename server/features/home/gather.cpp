#include "server/features/home/gather.hpp"

#include <algorithm>
#include <set>

#include "server/features/cases/view.hpp"
#include "server/features/consultation/table.hpp"
#include "server/features/evaluation/table.hpp"
#include "server/features/ideas/step_table.hpp"
#include "server/features/rota/table.hpp"
#include "server/features/schedule/poll_table.hpp"
#include "server/features/schedule/series_table.hpp"
#include "server/features/schedule/view.hpp"

namespace covision::home {
namespace {

using call::Read;
using groups::Member;
using protocol::DutyRole;
using protocol::Task;
using protocol::TaskKind;
using std::chrono::hours;

constexpr hours far_ahead{24 * 200};
constexpr hours answer_ahead{24 * 14};   // asked about a session that is this near
constexpr hours prepare_ahead{24 * 21};  // a case is asked for from then on
constexpr hours hand_in_before{24};      // so that all can say whether they may know the person
constexpr std::int64_t most_sessions = 40;

struct Rows {
    Member member;
    std::vector<groups::MemberRow> people;
    std::vector<schedule::SessionRow> sessions;  // planned ones that have not ended, in order
    std::vector<schedule::AnswerRow> answers;
    std::vector<rota::DutyRow> duties;
};

/// A session that goes on past its end is still the one to enter.
void put_live_first(Read& read, const Member& member, std::vector<schedule::SessionRow>& sessions) {
    for (const auto& id : consultation::live_sessions(read.db, member)) {
        const auto row = schedule::find_session(read.db, member, id);
        if (row && row->ends <= read.now && row->ends + schedule::opens_until > read.now)
            sessions.insert(sessions.begin(), *row);
    }
}

Rows rows_of(Read& read, const std::string& group) {
    auto member = groups::permit(read, group, groups::Need::member);
    auto all = schedule::sessions(read.db, member, read.now, read.now + far_ahead, most_sessions);
    all.erase(std::remove_if(all.begin(), all.end(),
                             [](const auto& row) { return row.state != protocol::SessionState::planned; }),
              all.end());
    auto answers = schedule::answers(read.db, member, read.now, read.now + far_ahead);
    auto people = groups::members(read, member);
    auto duties = rota::duties(read.db, member, read.now);
    put_live_first(read, member, all);
    return {std::move(member), std::move(people), std::move(all), std::move(answers), std::move(duties)};
}

const schedule::SessionRow* find(const Rows& rows, const std::string& session) {
    auto found =
        std::find_if(rows.sessions.begin(), rows.sessions.end(), [&](const auto& row) { return row.id == session; });
    return found == rows.sessions.end() ? nullptr : &*found;
}

std::optional<protocol::PersonName> name_of(const Rows& rows, const std::string& account) {
    for (const auto& person : rows.people)
        if (person.account == account) return protocol::PersonName{person.name};
    return std::nullopt;
}

std::optional<protocol::NextSession> next_of(Read& read, const Rows& rows, const protocol::GroupSummary& summary) {
    if (rows.sessions.empty()) return std::nullopt;
    const auto& row = rows.sessions.front();
    protocol::NextSession next;
    next.group = summary.group;
    next.group_name = summary.name;
    next.session = schedule::view(read, rows.member, {row}, rows.answers, rows.people).front();
    next.members = static_cast<std::int64_t>(rows.people.size());
    for (const auto& duty : rota::duties_of(read.db, rows.member, row.id)) {
        if (duty.account == rows.member.account() && !duty.proposed) next.my_roles.push_back(duty.role);
        if (duty.role == DutyRole::facilitator) next.facilitator = name_of(rows, duty.account);
        if (duty.role == DutyRole::presenter) next.presenter = name_of(rows, duty.account);
    }
    return next;
}

Task task(TaskKind kind, const protocol::GroupSummary& summary) {
    Task made;
    made.kind = kind;
    made.group = summary.group;
    made.group_name = summary.name;
    return made;
}

void about(Task& made, const schedule::SessionRow& session) {
    made.session_number = session.number;
    made.session_starts_at = protocol::Time{session.starts};
}

void ask_to_confirm(Read& read, const Rows& rows, const protocol::GroupSummary& summary, std::vector<Task>& tasks) {
    if (!rows.member.is_signed() || !rows.member.confirmed()) return;
    for (const auto& person : rows.people) {
        if (person.confirmed || person.account == rows.member.account()) continue;
        if (groups::confirmers_of(read, rows.member, person.account).count(rows.member.account()) != 0) continue;
        auto made = task(TaskKind::confirm_newcomer, summary);
        made.subject = protocol::Id{person.account};
        made.name = protocol::PersonName{person.name};
        tasks.push_back(std::move(made));
    }
}

void ask_about_sessions(Read& read, const Rows& rows, const protocol::GroupSummary& summary, std::vector<Task>& tasks) {
    for (const auto& session : rows.sessions) {
        if (session.starts > read.now + answer_ahead) break;
        if (session.ends <= read.now) continue;
        bool answered = std::any_of(rows.answers.begin(), rows.answers.end(), [&](const auto& answer) {
            return answer.session == session.id && answer.account == rows.member.account();
        });
        if (answered) continue;
        auto made = task(TaskKind::answer_session, summary);
        made.subject = protocol::Id{session.id};
        made.until = protocol::Time{session.ends};
        about(made, session);
        tasks.push_back(std::move(made));
    }
}

/// Fewer can come than the group wants: somebody has to decide, while there is time.
void ask_to_decide(Read& read, const Rows& rows, const protocol::GroupSummary& summary, std::vector<Task>& tasks) {
    if (!rows.member.is_organiser()) return;
    const auto least = schedule::quorum(read.db, rows.member);
    for (const auto& session : rows.sessions) {
        const auto said_no = std::count_if(rows.answers.begin(), rows.answers.end(), [&](const auto& answer) {
            return answer.session == session.id && answer.answer == protocol::Answer::no;
        });
        const auto offer = schedule::offer(schedule::meeting_of(session), rows.people.size(),
                                           static_cast<std::size_t>(said_no), least, read.now);
        if (offer != protocol::SessionOffer::too_few) continue;
        auto made = task(TaskKind::too_few, summary);
        made.subject = protocol::Id{session.id};
        made.until = protocol::Time{session.starts};
        about(made, session);
        tasks.push_back(std::move(made));
    }
}

void ask_about_cases(Read& read, const Rows& rows, const protocol::GroupSummary& summary, std::vector<Task>& tasks) {
    auto all = cases::open_summaries(read, rows.member);
    for (const auto& note : all) {
        const auto* session = find(rows, note.session.value);
        if (session == nullptr || note.closed != protocol::Closed::answer_first) continue;
        auto made = task(TaskKind::answer_conflict, summary);
        made.subject = note.case_id;
        made.until = protocol::Time{session->starts};
        about(made, *session);
        tasks.push_back(std::move(made));
    }
    for (const auto& duty : rows.duties) {
        const auto* session = find(rows, duty.session);
        bool mine = duty.role == DutyRole::presenter && duty.account == rows.member.account();
        if (!mine || session == nullptr || session->opened_at || session->starts > read.now + prepare_ahead) continue;
        bool handed_in = std::any_of(all.begin(), all.end(), [&](const auto& note) {
            return note.session == duty.session && note.presenter == duty.account;
        });
        if (handed_in) continue;
        auto made = task(TaskKind::prepare_case, summary);
        made.subject = protocol::Id{session->id};
        made.until = protocol::Time{session->starts - hand_in_before};
        about(made, *session);
        tasks.push_back(std::move(made));
    }
}

void ask_to_rate(Read& read, const Rows& rows, const protocol::GroupSummary& summary, std::vector<Task>& tasks) {
    for (const auto& open : evaluation::open_of(read.db, rows.member, rows.member.account())) {
        if (open.state != protocol::BallotState::open) continue;
        auto session = schedule::find_session(read.db, rows.member, open.session);
        auto rating = evaluation::rating(read.db, rows.member, open.session);
        if (!session || !rating) continue;
        auto made = task(TaskKind::rate, summary);
        made.subject = protocol::Id{open.session};
        made.until = protocol::Time{rating->closes_at};
        about(made, *session);
        tasks.push_back(std::move(made));
    }
}

void ask_how_it_went(Read& read, const Rows& rows, const protocol::GroupSummary& summary, std::vector<Task>& tasks) {
    for (const auto& step : ideas::steps_of(read.db, rows.member, rows.member.account())) {
        if (step.ask_at > read.now) break;
        const auto session = schedule::find_session(read.db, rows.member, step.session);
        if (!session) continue;
        auto made = task(TaskKind::first_step, summary);
        made.subject = protocol::Id{step.session};
        made.until = protocol::Time{step.until};
        about(made, *session);
        tasks.push_back(std::move(made));
    }
}

void ask_for_times(Read& read, const Rows& rows, const protocol::GroupSummary& summary, std::vector<Task>& tasks) {
    for (const auto& poll : schedule::unanswered_polls(read.db, rows.member, read.now)) {
        auto made = task(TaskKind::answer_poll, summary);
        made.subject = protocol::Id{poll.poll};
        made.until = protocol::Time{poll.last};
        tasks.push_back(std::move(made));
    }
    if (!rows.member.is_organiser()) return;
    if (const auto ending = schedule::running_out(read.db, rows.member, read.now)) {
        auto made = task(TaskKind::extend_series, summary);
        made.subject = protocol::Id{ending->series.id};
        made.until = protocol::Time{ending->ahead.last};
        tasks.push_back(std::move(made));
    }
}

void ask_to_swap(Read& read, const Rows& rows, const protocol::GroupSummary& summary, std::vector<Task>& tasks) {
    for (const auto& swap : rota::swaps(read.db, rows.member, read.now)) {
        if (swap.asked != rows.member.account()) continue;
        auto made = task(TaskKind::answer_swap, summary);
        made.subject = protocol::Id{swap.id};
        made.name = name_of(rows, swap.asker);
        tasks.push_back(std::move(made));
    }
}

void ask_to_stand_in(const Rows& rows, const protocol::GroupSummary& summary, std::vector<Task>& tasks) {
    std::set<std::string> asked;  // once a session: its turns are taken or declined together
    for (const auto& duty : rows.duties) {
        const auto* session = find(rows, duty.session);
        if (session == nullptr || !duty.proposed || duty.account != rows.member.account()) continue;
        if (!asked.insert(duty.session).second) continue;
        auto made = task(TaskKind::take_over, summary);
        made.subject = protocol::Id{duty.id};
        made.until = protocol::Time{session->ends};
        about(made, *session);
        tasks.push_back(std::move(made));
    }
}

}  // namespace

Gathered gather(Read& read, const protocol::GroupSummary& summary) {
    auto rows = rows_of(read, summary.group.value);
    Gathered found;
    found.next = next_of(read, rows, summary);
    if (!summary.has_signed) found.tasks.push_back(task(TaskKind::sign_agreement, summary));
    ask_to_confirm(read, rows, summary, found.tasks);
    ask_about_sessions(read, rows, summary, found.tasks);
    ask_to_decide(read, rows, summary, found.tasks);
    ask_for_times(read, rows, summary, found.tasks);
    ask_about_cases(read, rows, summary, found.tasks);
    ask_to_rate(read, rows, summary, found.tasks);
    ask_how_it_went(read, rows, summary, found.tasks);
    ask_to_swap(read, rows, summary, found.tasks);
    ask_to_stand_in(rows, summary, found.tasks);
    for (const auto& duty : rows.duties) {
        const auto* session = find(rows, duty.session);
        if (session == nullptr || duty.account != rows.member.account()) continue;
        const auto& other = duty.reason.other;
        found.duties.push_back({summary.group, summary.name, rota::to_message(duty), protocol::Time{session->starts},
                                other ? name_of(rows, other->value) : std::nullopt});
    }
    return found;
}

}  // namespace covision::home
