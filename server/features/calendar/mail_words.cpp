#include "server/features/calendar/mail_words.hpp"

namespace covision::calendar {
namespace {

MailWords english() {
    MailWords w{};
    w.on = "{when}";
    w.moved_to = "moved to {when}";
    w.cancelled_on = "cancelled, {when}";
    w.reminder_of = "reminder, {when}";
    w.role_on = "your role, {when}";
    w.new_dates = "the dates of your group";
    w.runs_out = "your group's last date so far";
    w.several_cancelled = "cancelled sessions of your group";
    w.hello = "Hello {name},";
    w.meets = "your group meets on {when}.";
    w.is_moved = "a session of your group has been moved. It is now on {when}.";
    w.was_planned = "It had been planned for {when}.";
    w.has_changed = "something about your group's session on {when} has changed.";
    w.is_cancelled = "your group's session on {when} is cancelled.";
    w.no_answer_needed = "An answer is no longer needed. Your calendar takes the session out with this mail.";
    w.reminder = "a reminder: your group meets on {when}.";
    w.will_you_come = "Will you come?";
    w.so_far_yes = "So far you have said that you will come. If that has changed:";
    w.so_far_late = "So far you have said that you will be late. If that has changed:";
    w.so_far_online = "So far you have said that you will join online. If that has changed:";
    w.stand_in = "Somebody cannot come, and you would be next:";
    w.say_so = "Please open Covision and say whether you take it over.";
    w.if_you_cannot = "If you cannot, the turn goes to somebody else, and yours comes another time.";
    w.dates = "these are the dates of your group as they stand now:";
    w.dates_attached = "They are attached for your calendar.";
    w.last_date = "the last date that your group has agreed on is {when}.";
    w.agree_anew = "Agree on new ones in time, so that the group goes on.";
    w.are_cancelled = "these sessions of your group are cancelled:";
    w.open_to_remove = "They are attached for your calendar: it takes them out when you open the file.";
    w.group = "Group: {name}";
    w.place = "Place: {name}";
    w.call = "Call: {name}";
    w.yes = "Yes, I will come";
    w.late = "I will be late";
    w.no = "No, I cannot come";
    w.cannot = "I can't";
    w.open = "Open Covision";
    w.zone = "Times as the clocks in {zone} show them.";
    w.links =
        "The links work without signing in, until the session is over. They answer in your name: please do not pass "
        "this mail on.";
    w.duty_link =
        "The link works without signing in, until the session begins. It acts in your name: please do not pass this "
        "mail on.";
    w.choice = "You choose in Covision, under your account, which mails you get.";
    return w;
}

MailWords german() {
    MailWords w{};
    w.on = "{when}";
    w.moved_to = "verlegt auf {when}";
    w.cancelled_on = "fällt aus, {when}";
    w.reminder_of = "Erinnerung, {when}";
    w.role_on = "deine Aufgabe, {when}";
    w.new_dates = "die Termine deiner Gruppe";
    w.runs_out = "der bisher letzte Termin deiner Gruppe";
    w.several_cancelled = "Sitzungen deiner Gruppe fallen aus";
    w.hello = "Hallo {name},";
    w.meets = "deine Gruppe trifft sich am {when}.";
    w.is_moved = "eine Sitzung deiner Gruppe ist verlegt worden. Sie ist jetzt am {when}.";
    w.was_planned = "Geplant war sie für {when}.";
    w.has_changed = "an der Sitzung deiner Gruppe am {when} hat sich etwas geändert.";
    w.is_cancelled = "die Sitzung deiner Gruppe am {when} fällt aus.";
    w.no_answer_needed = "Eine Antwort ist nicht mehr nötig. Dein Kalender nimmt die Sitzung mit dieser Mail heraus.";
    w.reminder = "zur Erinnerung: Deine Gruppe trifft sich am {when}.";
    w.will_you_come = "Kommst du?";
    w.so_far_yes = "Bisher hast du gesagt, dass du kommst. Falls sich das geändert hat:";
    w.so_far_late = "Bisher hast du gesagt, dass du später kommst. Falls sich das geändert hat:";
    w.so_far_online = "Bisher hast du gesagt, dass du online dabei bist. Falls sich das geändert hat:";
    w.stand_in = "Jemand kann nicht kommen, und du wärst als Nächstes an der Reihe:";
    w.say_so = "Bitte öffne Covision und sage, ob du es übernimmst.";
    w.if_you_cannot = "Wenn du nicht kannst, übernimmt jemand anderes, und du kommst ein andermal an die Reihe.";
    w.dates = "das sind die Termine deiner Gruppe, wie sie jetzt feststehen:";
    w.dates_attached = "Für deinen Kalender hängen sie an.";
    w.last_date = "der letzte Termin, den deine Gruppe vereinbart hat, ist {when}.";
    w.agree_anew = "Vereinbart rechtzeitig neue, damit es mit der Gruppe weitergeht.";
    w.are_cancelled = "diese Sitzungen deiner Gruppe fallen aus:";
    w.open_to_remove = "Für deinen Kalender hängen sie an: Wenn du die Datei öffnest, nimmt er sie heraus.";
    w.group = "Gruppe: {name}";
    w.place = "Ort: {name}";
    w.call = "Videogespräch: {name}";
    w.yes = "Ja, ich komme";
    w.late = "Ich komme später";
    w.no = "Nein, ich kann nicht";
    w.cannot = "Ich kann nicht";
    w.open = "Covision öffnen";
    w.zone = "Zeiten, wie die Uhren in {zone} sie zeigen.";
    w.links =
        "Die Links gelten ohne Anmeldung, bis die Sitzung vorbei ist. Sie antworten in deinem Namen: Gib diese Mail "
        "bitte nicht weiter.";
    w.duty_link =
        "Der Link gilt ohne Anmeldung, bis die Sitzung beginnt. Er handelt in deinem Namen: Gib diese Mail bitte nicht "
        "weiter.";
    w.choice = "Welche Mails du bekommst, wählst du in Covision unter deinem Konto.";
    return w;
}

}  // namespace

const MailWords& mail_words(protocol::Language language) {
    static const MailWords en = english(), de = german();
    return language == protocol::Language::de ? de : en;
}

std::string fill(std::string_view sentence, const Fills& fills) {
    std::string out;
    while (!sentence.empty()) {
        const auto open = sentence.find('{');
        const auto close = sentence.find('}', open);
        out += sentence.substr(0, open);
        if (close == sentence.npos) break;
        const auto name = sentence.substr(open + 1, close - open - 1);
        for (const auto& [key, value] : fills)
            if (key == name) out += value;
        sentence.remove_prefix(close + 1);
    }
    return out;
}

}  // namespace covision::calendar
