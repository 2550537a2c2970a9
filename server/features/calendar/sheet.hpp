#pragma once
// One mail while it is written: to whom, in whose words and clocks, and the sentences that several kinds share.

#include "server/features/accounts/table.hpp"
#include "server/features/calendar/entries.hpp"
#include "server/features/calendar/letter.hpp"
#include "server/features/calendar/mail_words.hpp"
#include "server/features/calendar/told.hpp"
#include "server/notify/outbox.hpp"

namespace covision::calendar {

class Sheet {
public:
    /// Begins with the greeting.
    Sheet(Read& read, groups::Member member, protocol::Account account);

protected:
    using Session = schedule::SessionRow;

    [[nodiscard]] protocol::Language language() const { return account_.language; }
    [[nodiscard]] const std::string& zone() const { return account_.zone.value; }
    [[nodiscard]] bool is_ahead(const Session& session) const;
    [[nodiscard]] std::optional<protocol::Answer> answer_to(const Session& session) const;
    /// Turns in this session, those that are only asked too.
    [[nodiscard]] std::vector<rota::DutyRow> my_duties(const Session& session) const;
    [[nodiscard]] std::string sentence(const rota::DutyRow& duty) const;

    void say(std::string_view sentence, const Fills& fills = {});
    void say_when(const char* sentence, Instant starts, Instant ends);
    void say_when(const char* sentence, const Session& session) { say_when(sentence, session.starts, session.ends); }
    void group();
    void place(const Session& session);
    /// The reader's own turns, the group, the place.
    void facts(const Session& session);
    /// Will you come? With the links that answer.
    void ask(const Session& session);
    /// "I can't"
    [[nodiscard]] Link cannot(const rota::DutyRow& duty);
    [[nodiscard]] Link open() const { return {words_.open, read_.outside.origin + "/"}; }

    [[nodiscard]] Entry entry(const Session& session) const;
    /// All that a calendar needs to take a session out.
    [[nodiscard]] Entry taken_out(const ToldRow& row) const;
    /// Shown as an invitation (or its end) by mail programs.
    void attach(Method method, const Session& session);
    void attach(Method method, std::vector<Entry> entries, const char* file, bool inside);

    notify::Message finish(const char* subject, Instant starts);
    notify::Message finish(const std::string& subject);

    Read& read_;
    const groups::Member member_;
    const protocol::Account account_;
    const Reader reader_;
    const MailWords& words_;
    Letter letter_;

private:
    [[nodiscard]] Parties parties() const;
    [[nodiscard]] Link link(const char* label, const char* answer, const std::string& token) const;

    notify::Message message_;
};

}  // namespace covision::calendar
