#include "server/features/calendar/mails.hpp"

#include <algorithm>

#include "server/features/accounts/table.hpp"
#include "server/features/calendar/entries.hpp"
#include "server/features/calendar/letter.hpp"
#include "server/features/calendar/mail_words.hpp"
#include "server/features/calendar/orders.hpp"
#include "server/features/calendar/rules.hpp"
#include "server/features/calendar/ticket.hpp"
#include "server/features/calendar/words.hpp"

namespace covision::calendar {
namespace {

using groups::Member;
using notify::Message;
using protocol::Answer;
using protocol::AnswerPurpose;
using schedule::SessionRow;

using Made = std::optional<Message>;

constexpr std::size_t most_dates = 60;

/// One mail on its way from an order to what it says.
class Mail {
public:
    Mail(Read& read, Member member, protocol::Account account)
        : read_(read),
          member_(std::move(member)),
          account_(std::move(account)),
          reader_(read, member_, choice_of(read, account_.account)),
          words_(mail_words(account_.language)) {
        letter_.language = account_.language == Language::de ? "de" : "en";
        say(words_.hello, {{"name", account_.name.value}});
    }

    Made invitation(const SessionRow& session) {
        if (!is_ahead(session) || answer_to(session) == Answer::no) return {};
        say_when(words_.meets, session);
        facts(session);
        ask(session);
        attach(Method::request, session);
        return finish(words_.on, session);
    }
    Made moved(const SessionRow& session) {
        if (!is_ahead(session)) return {};
        const bool elsewhen = session.moved_from && *session.moved_from != session.starts;
        say_when(elsewhen ? words_.is_moved : words_.has_changed, session);
        if (elsewhen) say(words_.was_planned, {{"when", moment(language(), *session.moved_from, zone())}});
        facts(session);
        ask(session);
        attach(Method::request, session);
        return finish(elsewhen ? words_.moved_to : words_.on, session);
    }
    Made cancelled(const SessionRow& session) {
        if (session.state != protocol::SessionState::cancelled || session.ends <= read_.now) return {};
        say_when(words_.is_cancelled, session);
        group();
        say(words_.no_answer_needed);
        attach(Method::cancel, session);
        return finish(words_.cancelled_on, session);
    }
    /// `from`: when this reminder may leave; a session that was moved further away gets another one.
    Made reminder(const SessionRow& session, Instant from) {
        if (!is_ahead(session) || answer_to(session) == Answer::no || read_.now < from) return {};
        say_when(words_.reminder, session);
        facts(session);
        ask(session);
        return finish(words_.reminder_of, session);
    }
    Made duty(const SessionRow& session, const rota::DutyRow& duty) {
        if (!is_ahead(session) || answer_to(session) == Answer::no || duty.account != member_.account()) return {};
        say_when(words_.meets, session);
        if (duty.proposed) say(words_.stand_in);
        say(duty_sentence(language(), duty.role));
        group();
        place(session);
        if (duty.proposed) letter_.blocks.push_back({words_.say_so, {}, {{words_.open, read_.outside.origin + "/"}}});
        const auto token = token_of(read_, member_, {AnswerPurpose::duty, member_.group(), duty.id});
        letter_.blocks.push_back({words_.if_you_cannot, {}, {link(words_.cannot, "cannot", token)}});
        say(words_.duty_link);
        return finish(words_.role_on, session);
    }
    Made dates(std::vector<SessionRow> sessions) {
        std::erase_if(sessions, [&](const auto& session) { return !is_ahead(session); });
        if (sessions.empty()) return {};
        if (sessions.size() > most_dates) sessions.resize(most_dates);
        Block list{words_.dates, {}, {}};
        Calendar calendar{Method::publish, {}, read_.now, {}};
        for (const auto& session : sessions) {
            list.items.push_back(moment(language(), session.starts, zone(), true));
            calendar.entries.push_back(entry(session));
        }
        letter_.blocks.push_back(std::move(list));
        group();
        say(words_.dates_attached);
        message_.calendar = to_text(calendar);
        message_.method = "PUBLISH";
        message_.calendar_inside = false;
        message_.calendar_file = "dates.ics";
        return finish(words_.new_dates);
    }
    Made runs_out(const std::vector<SessionRow>& sessions) {
        const SessionRow* last = nullptr;
        for (const auto& session : sessions)
            if (is_ahead(session)) last = &session;
        if (last == nullptr) return {};
        say(words_.last_date, {{"when", moment(language(), last->starts, zone())}});
        group();
        letter_.blocks.push_back({words_.agree_anew, {}, {{words_.open, read_.outside.origin + "/"}}});
        return finish(words_.runs_out);
    }

private:
    Language language() const { return account_.language; }
    const std::string& zone() const { return account_.zone.value; }
    bool is_ahead(const SessionRow& session) const {
        return session.state == protocol::SessionState::planned && session.starts > read_.now;
    }
    std::optional<Answer> answer_to(const SessionRow& session) {
        for (const auto& row : schedule::answers_to(read_.db, member_, session.id))
            if (row.account == member_.account()) return row.answer;
        return std::nullopt;
    }

    void say(std::string_view sentence, const Fills& fills = {}) { letter_.say(fill(sentence, fills)); }
    void say_when(const char* sentence, const SessionRow& session) {
        say(sentence, {{"when", span(language(), session.starts, session.ends, zone())}});
    }
    void group() {
        if (reader_.choice.show_group) say(words_.group, {{"name", reader_.title}});
    }
    void place(const SessionRow& session) {
        if (!reader_.choice.show_link) return;
        if (!session.place.empty()) say(words_.place, {{"name", session.place}});
        if (!session.call_link.empty()) say(words_.call, {{"name", session.call_link}});
    }
    void facts(const SessionRow& session) {
        for (const auto& duty : rota::duties(read_.db, member_, read_.now))
            if (duty.session == session.id && duty.account == member_.account() && !duty.proposed)
                say(duty_sentence(language(), duty.role));
        group();
        place(session);
    }
    Link link(const char* label, const char* answer, const std::string& token) const {
        return {label, read_.outside.origin + "/answer#" + answer + "." + token};
    }
    /// The question and its answers.
    void ask(const SessionRow& session) {
        const auto token = token_of(read_, member_, {AnswerPurpose::answer, member_.group(), session.id});
        const auto said = answer_to(session);
        const auto* question = said == Answer::yes      ? words_.so_far_yes
                               : said == Answer::late   ? words_.so_far_late
                               : said == Answer::online ? words_.so_far_online
                                                        : words_.will_you_come;
        letter_.blocks.push_back(
            {question,
             {},
             {link(words_.yes, "yes", token), link(words_.late, "late", token), link(words_.no, "no", token)}});
        say(words_.links);
    }

    Entry entry(const SessionRow& session) {
        return entry_of(reader_, member_, session, rota::duties(read_.db, member_, read_.now));
    }
    void attach(Method method, const SessionRow& session) {
        auto made = entry(session);
        Parties parties;
        parties.from = read_.outside.mail_from;
        parties.from_name = "Covision";
        parties.to = account_.email.value;
        parties.to_name = account_.name.value;
        const auto said = answer_to(session);
        parties.not_coming = said == Answer::no;
        parties.coming = said && !parties.not_coming;
        made.parties = std::move(parties);
        message_.calendar = to_text({method, {}, read_.now, {std::move(made)}});
        message_.method = method == Method::cancel ? "CANCEL" : "REQUEST";
        message_.calendar_file = "invite.ics";
    }
    Message finish(const char* subject, const SessionRow& session) {
        return finish(fill(subject, {{"when", moment(language(), session.starts, zone())}}));
    }
    Message finish(const std::string& subject) {
        say(words_.zone, {{"zone", zone()}});
        say(words_.choice);
        message_.to = account_.email.value;
        message_.to_name = account_.name.value;
        message_.subject = "Covision: " + subject;
        message_.text = plain(letter_);
        message_.html = html(letter_);
        message_.headers.emplace_back("Content-Language", letter_.language);
        return std::move(message_);
    }

    Read& read_;
    const Member member_;
    const protocol::Account account_;
    const Reader reader_;
    const MailWords& words_;
    Letter letter_;
    Message message_;
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
    std::optional<rota::DutyRow> duty;
    if (order.kind == kind::duty) {
        duty = rota::find_duty(read.db, member, order.subject);
        if (!duty) return {};
    }
    const auto session = schedule::find_session(read.db, member, duty ? duty->session : order.subject);
    if (!session) return {};
    if (duty) return mail.duty(*session, *duty);
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
    if (order.kind != kind::dates && order.kind != kind::runs_out) return about_session(read, order, *member, mail);
    auto sessions = schedule::sessions_of(read.db, *member, order.subject, read.now);
    return order.kind == kind::dates ? mail.dates(std::move(sessions)) : mail.runs_out(sessions);
}

}  // namespace covision::calendar
