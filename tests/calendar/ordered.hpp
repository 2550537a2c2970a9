#pragma once
// A circle with a rota whose mails are looked at where they are ordered, and made as if they left.

#include "server/features/calendar/mails.hpp"
#include "server/features/calendar/methods.hpp"
#include "server/features/calendar/orders.hpp"
#include "server/features/calendar/ticket.hpp"
#include "tests/rota/planned.hpp"

namespace covision::test {

using namespace calendar;

struct Ordered {
    std::string kind, account, subject, key;
    static Ordered from(const storage::Row& row) { return {row.text(0), row.text(1), row.text(2), row.text(3)}; }
};

class Ordering : public Planned {
protected:
    static void enter(call::Table& table) {
        rota::methods(table);
        calendar::methods(table);
    }
    Ordering() : Planned(&enter) { house.outside = {false, "covision@example.org", "https://covision.example"}; }

    std::vector<Ordered> outbox() {
        static const storage::Sql all{"SELECT kind, account, subject, order_key FROM outbox ORDER BY id",
                                      storage::Sql::Home::own_file};
        return house.db->all<Ordered>(all);
    }
    std::size_t count(const std::string& kind, const std::string& subject = {}) {
        const auto all = outbox();
        return static_cast<std::size_t>(std::count_if(all.begin(), all.end(), [&](const auto& one) {
            return one.kind == kind && (subject.empty() || one.subject == subject);
        }));
    }
    void look() {
        house.transact({}, "", [&](call::Write& write) {
            look_again(write, group);
            return 0;
        });
    }
    void choose_mail(const call::Caller& who, const protocol::MailChoice& mail) {
        house.call<protocol::Empty>(who, "calendar.set", protocol::CalendarChoice{false, false, mail});
    }
    std::optional<notify::Message> rendered(const Ordered& one) {
        const call::Caller nobody;
        const call::Services services{house.random, *house.keys, test::detector(), house.outside};
        call::Read read(*house.db, services, nobody, house.now);
        return render(read, {one.account, one.kind, group, one.subject, one.key, house.now, house.now});
    }
    std::optional<notify::Message> rendered(const std::string& kind, const call::Caller& who, std::size_t session) {
        return rendered({kind, who.account, id(session), ""});
    }
    /// Ordered so far, of the turns in one session.
    std::size_t duty_mails(const call::Caller& who, std::size_t session) {
        const auto all = outbox();
        return static_cast<std::size_t>(std::count_if(all.begin(), all.end(), [&](const auto& one) {
            return one.kind == kind::duty && one.subject == id(session) && one.account == who.account;
        }));
    }
    void all_leave() {
        static const storage::Sql leave{"UPDATE outbox SET state = 'sent'", storage::Sql::Home::own_file};
        house.db->run(leave);
    }
    static std::vector<std::string> cannot_tokens(const notify::Message& mail) {
        const std::string before = "/answer#cannot.";
        std::vector<std::string> found;
        for (auto at = mail.text.find(before); at != std::string::npos; at = mail.text.find(before, at + 1))
            found.push_back(mail.text.substr(at + before.size(), 87));
        return found;
    }
    std::string token(const call::Caller& who, std::size_t session) {
        return house.transact({}, "", [&](call::Write& write) {
            const auto member = groups::on_behalf_of(write, group, who.account, groups::Need::member);
            return token_of(write, member, {protocol::AnswerPurpose::answer, group, id(session)});
        });
    }
    std::string peeked(const std::string& secret) {
        return house.refusal({}, "peek_answer", protocol::AnswerPeek{secret});
    }
};

}  // namespace covision::test
