#include "server/features/calendar/sheet.hpp"

#include "server/features/calendar/ticket.hpp"
#include "server/features/calendar/words.hpp"

namespace covision::calendar {

using protocol::Answer;
using protocol::AnswerPurpose;

Sheet::Sheet(Read& read, groups::Member member, protocol::Account account)
    : read_(read),
      member_(std::move(member)),
      account_(std::move(account)),
      reader_(read, member_, choice_of(read, account_.account)),
      words_(mail_words(account_.language)) {
    letter_.language = account_.language == Language::de ? "de" : "en";
    say(words_.hello, {{"name", account_.name.value}});
}

bool Sheet::is_ahead(const Session& session) const {
    return session.state == protocol::SessionState::planned && session.starts > read_.now;
}

std::optional<Answer> Sheet::answer_to(const Session& session) const {
    for (const auto& row : schedule::answers_to(read_.db, member_, session.id))
        if (row.account == member_.account()) return row.answer;
    return std::nullopt;
}

std::vector<rota::DutyRow> Sheet::my_duties(const Session& session) const {
    auto all = rota::duties(read_.db, member_, read_.now);
    std::erase_if(all,
                  [&](const auto& duty) { return duty.session != session.id || duty.account != member_.account(); });
    return all;
}

std::string Sheet::sentence(const rota::DutyRow& duty) const { return duty_sentence(language(), duty.role); }

void Sheet::say(std::string_view sentence, const Fills& fills) { letter_.say(fill(sentence, fills)); }

void Sheet::say_when(const char* sentence, Instant starts, Instant ends) {
    say(sentence, {{"when", span(language(), starts, ends, zone())}});
}

void Sheet::group() {
    if (reader_.choice.show_group) say(words_.group, {{"name", reader_.title}});
}

void Sheet::place(const Session& session) {
    if (!reader_.choice.show_link) return;
    if (!session.place.empty()) say(words_.place, {{"name", session.place}});
    if (!session.call_link.empty()) say(words_.call, {{"name", session.call_link}});
}

void Sheet::facts(const Session& session) {
    for (const auto& duty : my_duties(session))
        if (!duty.proposed) say(sentence(duty));
    group();
    place(session);
}

Link Sheet::link(const char* label, const char* answer, const std::string& token) const {
    return {label, read_.outside.origin + "/answer#" + answer + "." + token};
}

Link Sheet::cannot(const rota::DutyRow& duty) {
    return link(words_.cannot, "cannot", token_of(read_, member_, {AnswerPurpose::duty, member_.group(), duty.id}));
}

void Sheet::ask(const Session& session) {
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

Entry Sheet::entry(const Session& session) const {
    return entry_of(reader_, member_, session, rota::duties(read_.db, member_, read_.now));
}

Parties Sheet::parties() const {
    return {read_.outside.mail_from, account_.email.value, "Covision", account_.name.value, false, false};
}

Entry Sheet::taken_out(const ToldRow& row) const {
    auto made = entry_at(reader_, row.session, row);
    made.cancelled = true;
    made.changed = row.asked_at;
    made.parties = parties();
    return made;
}

void Sheet::attach(Method method, const Session& session) {
    auto made = entry(session);
    made.parties = parties();
    const auto said = answer_to(session);
    made.parties->not_coming = said == Answer::no;
    made.parties->coming = said && said != Answer::no;
    attach(method, {std::move(made)}, "invite.ics", true);
}

void Sheet::attach(Method method, std::vector<Entry> entries, const char* file, bool inside) {
    message_.calendar = to_text({method, {}, read_.now, std::move(entries)});
    message_.method = method == Method::cancel ? "CANCEL" : method == Method::request ? "REQUEST" : "PUBLISH";
    message_.calendar_inside = inside;
    message_.calendar_file = file;
}

notify::Message Sheet::finish(const char* subject, Instant starts) {
    return finish(fill(subject, {{"when", moment(language(), starts, zone())}}));
}

notify::Message Sheet::finish(const std::string& subject) {
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

}  // namespace covision::calendar
