#include "server/features/calendar/news.hpp"

#include <algorithm>
#include <map>

#include "server/features/calendar/orders.hpp"
#include "server/features/calendar/told.hpp"
#include "server/notify/outbox.hpp"

namespace covision::calendar {
namespace {

using protocol::MailChoice;
using std::chrono::days;

/// Several changes of a series in a row are one mail.
constexpr std::chrono::minutes settle_for{5};
constexpr days dates_matter{3}, cancelled_matter{42};

/// One for all that is done to a series in one step.
std::string mail_about(const Write& write, const std::string& series) {
    return series + "/" + std::to_string(micros(write.now));
}

void order_dropped(Desk& desk, const std::string& mail) {
    const auto now = desk.write().now;
    desk.all(&MailChoice::invitations, {kind::dropped, mail, mail, now, now + cancelled_matter});
}

}  // namespace

void dates_have_changed(Write& write, const std::string& group, const std::string& series) {
    notify::withdraw(write.db, kind::dates, series);
    write.due(write.now + settle_for, dates_due, group, series);
}

void tell_dates(Write& write, const std::string& group, const std::string& series) {
    if (!write.outside.relay) return;
    Desk desk(write, group);
    std::size_t listed = 0;
    for (const auto& session : schedule::sessions_of(write.db, desk.member(), series, write.now)) {
        if (session.state != protocol::SessionState::planned) continue;
        const auto known = told(write, desk.member(), session.id);
        if (!known || known->revision != session.revision)
            set_told(write, desk.member(), as_it_stands(session, known ? known->asked_at : Instant{}));
        if (++listed == most_dates) break;
    }
    if (listed > 0)
        desk.all(&MailChoice::invitations,
                 {kind::dates, series, mail_about(write, series), write.now, write.now + dates_matter});
}

void tell_of_gone(Desk& desk, const std::string& series, const protocol::List<protocol::Id, 1000>& gone) {
    const auto mail = mail_about(desk.write(), series);
    bool any = false;
    for (const auto& session : gone) {
        auto known = told(desk.write(), desk.member(), session.value);
        if (!known) continue;
        ++known->revision;
        known->asked_at = desk.write().now;
        known->dropped = mail;
        set_told(desk.write(), desk.member(), *known);
        any = true;
    }
    if (any) order_dropped(desk, mail);
}

void tell_of_dropped(Desk& desk, const schedule::SessionRow& session) {
    auto row = as_it_stands(session, desk.write().now);
    row.dropped = mail_about(desk.write(), session.series.value_or(session.id));
    set_told(desk.write(), desk.member(), row);
    order_dropped(desk, *row.dropped);
}

void tell_of_duties(Desk& desk, const schedule::SessionRow& session, const Moments& at,
                    const std::vector<rota::DutyRow>& duties) {
    auto& write = desk.write();
    const bool ahead = write.now >= at.duty && write.now < at.day_before;
    const auto known = duties_told(write, desk.member(), session.id);
    std::map<std::string, std::vector<rota::DutyRow>> news;
    for (const auto& duty : duties) {
        if (duty.session != session.id) continue;
        const auto before =
            std::find_if(known.begin(), known.end(), [&](const auto& row) { return row.duty == duty.id; });
        if (before != known.end()) {
            // Who was asked and has said yes knows it.
            if (before->account == duty.account && (before->asked || !duty.proposed)) continue;
            forget_told(write, desk.member(), duty.id);
        }
        if (ahead || duty.proposed) news[duty.account].push_back(duty);
    }
    for (const auto& [account, turns] : news) {
        notify::withdraw(write.db, kind::duty, session.id, account);  // this one says all of it
        const Letterhead head{kind::duty, session.id, write.new_id(), write.now, session.starts};
        if (!desk.one(account, &MailChoice::duties, head)) continue;
        for (const auto& duty : turns) set_told(write, desk.member(), duty, session.ends);
    }
}

}  // namespace covision::calendar
