#include "server/features/calendar/mails.hpp"

#include <algorithm>

#include "server/features/calendar/news.hpp"
#include "server/features/calendar/orders.hpp"
#include "server/features/calendar/rules.hpp"
#include "server/features/calendar/sheet.hpp"
#include "server/features/calendar/words.hpp"

namespace covision::calendar {
namespace {

using groups::Member;
using notify::Message;
using protocol::Answer;
using schedule::SessionRow;

using Made = std::optional<Message>;

class Mail : Sheet {
public:
    using Sheet::Sheet;

    Made invitation(const SessionRow& session) {
        if (!is_ahead(session) || answer_to(session) == Answer::no) return {};
        say_when(words_.meets, session);
        facts(session);
        ask(session);
        attach(Method::request, session);
        return finish(words_.on, session.starts);
    }
    Made moved(const SessionRow& session) {
        if (!is_ahead(session)) return {};
        const bool elsewhen = session.moved_from && *session.moved_from != session.starts;
        say_when(elsewhen ? words_.is_moved : words_.has_changed, session);
        if (elsewhen) say(words_.was_planned, {{"when", moment(language(), *session.moved_from, zone())}});
        facts(session);
        ask(session);
        attach(Method::request, session);
        return finish(elsewhen ? words_.moved_to : words_.on, session.starts);
    }
    Made cancelled(const SessionRow& session) {
        if (session.state != protocol::SessionState::cancelled || session.ends <= read_.now) return {};
        say_when(words_.is_cancelled, session);
        group();
        say(words_.no_answer_needed);
        attach(Method::cancel, session);
        return finish(words_.cancelled_on, session.starts);
    }
    /// `from`: when this reminder may leave; a session that was moved further away gets another one.
    Made reminder(const SessionRow& session, Instant from) {
        if (!is_ahead(session) || answer_to(session) == Answer::no || read_.now < from) return {};
        say_when(words_.reminder, session);
        facts(session);
        ask(session);
        return finish(words_.reminder_of, session.starts);
    }
    Made duty(const SessionRow& session) {
        if (!is_ahead(session) || answer_to(session) == Answer::no) return {};
        const auto mine = my_duties(session);
        if (mine.empty()) return {};
        say_when(words_.meets, session);
        for (const auto& duty : mine)
            if (!duty.proposed) letter_.blocks.push_back({sentence(duty), {}, {cannot(duty)}});
        const auto asked = std::find_if(mine.begin(), mine.end(), [](const auto& duty) { return duty.proposed; });
        if (asked == mine.end()) {
            say(words_.if_you_cannot);
        } else {
            say(words_.stand_in);
            for (const auto& duty : mine)
                if (duty.proposed) say(sentence(duty));
            letter_.blocks.push_back({words_.say_so, {}, {open()}});
            // With one no all that is asked goes to somebody else.
            letter_.blocks.push_back({words_.if_you_cannot, {}, {cannot(*asked)}});
        }
        group();
        place(session);
        say(words_.duty_link);
        return finish(words_.role_on, session.starts);
    }
    /// Sessions that fell away with their series' old rule.
    Made dropped(std::vector<ToldRow> gone) {
        std::erase_if(gone, [&](const auto& row) { return row.ends <= read_.now; });
        if (gone.empty()) return {};
        Block list{words_.are_cancelled, {}, {}};
        std::vector<Entry> entries;
        for (const auto& row : gone) {
            list.items.push_back(moment(language(), row.starts, zone(), true));
            entries.push_back(taken_out(row));
        }
        // Mail programs show one session at once; several are a file, as they came.
        const bool one = gone.size() == 1;
        attach(Method::cancel, std::move(entries), "cancelled.ics", one);
        if (one)
            say_when(words_.is_cancelled, gone[0].starts, gone[0].ends);
        else
            letter_.blocks.push_back(std::move(list));
        group();
        say(one ? words_.no_answer_needed : words_.open_to_remove);
        return one ? finish(words_.cancelled_on, gone[0].starts) : finish(words_.several_cancelled);
    }
    Made dates(std::vector<SessionRow> sessions) {
        std::erase_if(sessions, [&](const auto& session) { return !is_ahead(session); });
        if (sessions.empty()) return {};
        if (sessions.size() > most_dates) sessions.resize(most_dates);
        Block list{words_.dates, {}, {}};
        std::vector<Entry> entries;
        for (const auto& session : sessions) {
            list.items.push_back(moment(language(), session.starts, zone(), true));
            entries.push_back(entry(session));
        }
        letter_.blocks.push_back(std::move(list));
        group();
        say(words_.dates_attached);
        attach(Method::publish, std::move(entries), "dates.ics", false);
        return finish(words_.new_dates);
    }
    Made runs_out(const std::vector<SessionRow>& sessions) {
        const SessionRow* last = nullptr;
        for (const auto& session : sessions)
            if (is_ahead(session)) last = &session;
        if (last == nullptr) return {};
        say(words_.last_date, {{"when", moment(language(), last->starts, zone())}});
        group();
        letter_.blocks.push_back({words_.agree_anew, {}, {open()}});
        return finish(words_.runs_out);
    }
};

bool is_wanted(const protocol::MailChoice& mail, const std::string& kind) {
    if (kind == kind::day_before) return mail.day_before;
    if (kind == kind::two_hours_before) return mail.two_hours_before;
    if (kind == kind::duty) return mail.duties;
    return mail.invitations;
}

std::optional<Member> still_member(Read& read, const notify::Order& order) {
    try {
        return groups::on_behalf_of(read, order.group, order.account, groups::Need::member);
    } catch (const Refused&) {
        return std::nullopt;
    }
}

Made about_session(Read& read, const notify::Order& order, const Member& member, Mail& mail) {
    const auto session = schedule::find_session(read.db, member, order.subject);
    if (!session) return {};
    if (order.kind == kind::duty) return mail.duty(*session);
    if (order.kind == kind::invitation) return mail.invitation(*session);
    if (order.kind == kind::moved) return mail.moved(*session);
    if (order.kind == kind::cancelled) return mail.cancelled(*session);
    const auto at = moments_of(session->starts, session->zone);
    return mail.reminder(*session, order.kind == kind::day_before ? at.day_before : at.two_hours_before);
}

}  // namespace

std::optional<Message> render(Read& read, const notify::Order& order) {
    const auto member = still_member(read, order);
    const auto account = accounts::find_account(read, order.account);
    if (!member || !account || !is_wanted(choice_of(read, order.account).choice.mail, order.kind)) return {};
    Mail mail(read, *member, *account);
    if (order.kind == kind::dropped) return mail.dropped(dropped_by(read, *member, order.subject));
    if (order.kind != kind::dates && order.kind != kind::runs_out) return about_session(read, order, *member, mail);
    auto sessions = schedule::sessions_of(read.db, *member, order.subject, read.now);
    return order.kind == kind::dates ? mail.dates(std::move(sessions)) : mail.runs_out(sessions);
}

}  // namespace covision::calendar
