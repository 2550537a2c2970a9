// Answers by a link from a mail, without a login. Looking consumes nothing; answering does what schedule.answer and
// rota.pass do, as the person whose link it is.

#include "server/features/accounts/table.hpp"
#include "server/features/calendar/calls.hpp"
#include "server/features/calendar/ticket.hpp"
#include "server/features/groups/table.hpp"
#include "server/features/rota/table.hpp"
#include "server/features/schedule/calls.hpp"
#include "server/features/schedule/table.hpp"

namespace covision::calendar {
namespace {

using protocol::AnswerLink;
using protocol::AnswerPurpose;
using protocol::AnswerState;

Refused unknown() { return {"link_unknown", "This link does not work any more. Sign in to see your sessions."}; }

AnswerState state_of(const schedule::SessionRow& session, Instant now) {
    if (session.state == protocol::SessionState::cancelled) return AnswerState::cancelled;
    const bool over = session.state == protocol::SessionState::held || session.ends <= now;
    return over ? AnswerState::over : AnswerState::open;
}

void about_person(Read& read, const groups::Member& member, AnswerLink& link) {
    const auto person = accounts::person(read, member.account());
    link.zone = person->zone;
    link.language = person->language;
    if (choice_of(read, member.account()).choice.show_group)
        link.group_name = protocol::Text<80>{groups::group_of(read, member).name};
}

/// A turn is given up before it begins.
void about_duty(const rota::DutyRow& duty, const groups::Member& member, const schedule::SessionRow& session,
                Instant now, AnswerLink& link) {
    link.role = duty.role;
    if (link.state != AnswerState::open) return;
    if (duty.account != member.account())
        link.state = AnswerState::taken;
    else if (session.opened_at || session.starts <= now)
        link.state = AnswerState::over;
}

AnswerLink look(Read& read, const Holder& holder) {
    AnswerLink link;
    link.purpose = holder.ticket.purpose;
    auto session_id = holder.ticket.subject;
    std::optional<rota::DutyRow> duty;
    if (link.purpose == AnswerPurpose::duty) {
        duty = rota::find_duty(read.db, holder.member, holder.ticket.subject);
        if (!duty) throw unknown();
        session_id = duty->session;
    }
    const auto session = schedule::find_session(read.db, holder.member, session_id);
    if (!session) throw unknown();
    link.state = state_of(*session, read.now);
    link.starts_at = session->starts;
    link.ends_at = session->ends;
    about_person(read, holder.member, link);
    for (const auto& row : schedule::answers_to(read.db, holder.member, session->id))
        if (row.account == holder.member.account()) link.current = row.answer;
    if (duty) about_duty(*duty, holder.member, *session, read.now, link);
    return link;
}

Holder holder_for(Read& read, const std::string& token, AnswerPurpose purpose) {
    auto holder = holder_of(read, token);
    if (holder.ticket.purpose != purpose) throw unknown();
    return holder;
}

}  // namespace

Nothing check_peek(Read&, const protocol::AnswerPeek&) { return {}; }
Nothing check_answer(Read&, const protocol::AnswerByLink&) { return {}; }

AnswerLink peek_answer(Write& write, const protocol::AnswerPeek& params, Nothing&) {
    return look(write, holder_of(write, params.token));
}

AnswerLink answer(Write& write, const protocol::AnswerByLink& params, Nothing&) {
    const auto holder = holder_for(write, params.token, AnswerPurpose::answer);
    schedule::answer_for(write, holder.member, holder.ticket.subject, params.answer, std::nullopt);
    write.audit("calendar.answered", holder.ticket.group, holder.ticket.subject, holder.member.account());
    return look(write, holder);
}

AnswerLink give_up(Write& write, const protocol::AnswerPeek& params, Nothing&) {
    const auto holder = holder_for(write, params.token, AnswerPurpose::duty);
    // What rota.pass asks of who calls it.
    const auto member =
        groups::on_behalf_of(write, holder.member.group(), holder.member.account(), groups::Need::signed_member);
    auto link = look(write, holder);
    if (link.state == AnswerState::taken)
        throw Refused("not_yours", "This turn is somebody else's by now. There is nothing to do.");
    rota::pass_for(write, member, holder.ticket.subject);
    write.audit("calendar.gave_up", member.group(), holder.ticket.subject, member.account());
    link.state = AnswerState::taken;
    return link;
}

}  // namespace covision::calendar
