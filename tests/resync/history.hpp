#pragma once
// A group's life by chance: each act is one real call (or a move of the clock) by somebody who may or may not be
// allowed to do it. What is refused changes nothing and is no fault.

#include "tests/resync/talk.hpp"

namespace covision::resync {

class History : public Talk {
public:
    using Talk::Talk;

    /// One act; which one.
    std::string act() {
        static const std::vector<std::pair<std::string, void (History::*)()>> acts{
            {"answer", &History::answer},
            {"answer", &History::answer},
            {"plan", &History::plan},
            {"poll", &History::poll},
            {"turn", &History::turn},
            {"swap", &History::swap},
            {"wish", &History::wish},
            {"bring", &History::bring},
            {"bring", &History::bring},
            {"conflict", &History::conflict},
            {"conflict", &History::conflict},
            {"policy", &History::policy},
            {"format", &History::format},
            {"begin", &History::begin},
            {"begin", &History::begin},
            {"run", &History::run},
            {"run", &History::run},
            {"run", &History::run},
            {"idea", &History::idea},
            {"idea", &History::idea},
            {"gift", &History::gift},
            {"step", &History::first_step},
            {"step", &History::first_step},
            {"floor", &History::floor},
            {"floor", &History::floor},
            {"close", &History::close},
            {"rate", &History::rate},
            {"come", &History::come},
            {"go", &History::go},
            {"go", &History::go},
            {"come", &History::come},
            {"agreement", &History::agreement},
            {"name", &History::name},
            {"elsewhere", &History::elsewhere},
            {"time", &History::time},
            {"time", &History::time},
        };
        const auto& [what, how] = acts[below(acts.size())];
        (this->*how)();
        return what;
    }

private:
    void answer() {
        anybody("schedule.answer",
                {{"session", session_id()}, {"answer", one_of(Json{"yes", "late", "online", "no"})}});
    }
    void plan() {
        const auto which = below(5);
        const auto who = once_in(4) ? below(7) : 0;
        const auto starts = local_days_ahead(2 + below(30));
        if (which == 0) do_as(who, "schedule.move", {{"session", session_id()}, {"starts", starts}, {"reason", ""}});
        if (which == 1 && once_in(2)) do_as(who, "schedule.cancel", {{"session", session_id()}, {"reason", ""}});
        if (which == 2) {
            auto params = series(starts);
            params.erase("recurrence");
            do_as(who, "schedule.add_session", params);
        }
        if (which == 3) do_as(who, "schedule.set_settings", {{"quorum", 2 + below(4)}});
        if (which == 4) do_as(who, "schedule.create_series", series(starts));
    }
    void poll() {
        const auto open = one_of(ask("schedule.polls").value("polls", Json::array()));
        if (open.is_null() || once_in(3)) {
            anybody("schedule.create_poll", {{"title", "Spring"},
                                             {"zone", "Europe/Berlin"},
                                             {"minutes", 90},
                                             {"options", {local_days_ahead(9), local_days_ahead(10)}}});
            return;
        }
        const auto option = one_of(open["options"])["option"];
        if (once_in(4)) {
            anybody("schedule.close_poll", {{"poll", open["poll"]}});
        } else {
            anybody("schedule.vote", {{"poll", open["poll"]}, {"votes", {{{"option", option}, {"choice", "yes"}}}}});
        }
    }
    void turn() {
        const auto duty = one_of(ask("rota.show").value("duties", Json::array()));
        if (duty.is_null()) return;
        if (once_in(3)) {
            anybody("rota.choose",
                    {{"session", duty["session"]}, {"role", duty["role"]}, {"account", one_of(members())}});
        } else {
            do_as(index(duty["account"]), once_in(2) ? "rota.pass" : "rota.decline", {{"duty", duty["duty"]}});
        }
    }
    void swap() {
        const auto duties = ask("rota.show").value("duties", Json::array());
        const auto mine = one_of(duties), wanted = one_of(duties);
        if (mine.is_null()) return;
        const auto asked =
            do_as(index(mine["account"]), "rota.ask_swap", {{"duty", mine["duty"]}, {"wanted", wanted["duty"]}});
        if (!asked || once_in(3)) return;
        do_as(index(wanted["account"]), "rota.reply_swap", {{"swap", (*asked)["swap"]}, {"accept", once_in(2)}});
    }
    void wish() { anybody(once_in(3) ? "rota.withdraw_wish" : "rota.wish", {{"urgent", once_in(3)}}); }

    void bring() {
        const auto at = next_session();
        if (at.is_null()) return;
        for (const auto& duty : ask("rota.show").value("duties", Json::array()))
            if (duty["session"] == at["session"] && duty["role"] == "presenter")
                do_as(index(duty["account"]), "cases.submit",
                      {{"session", at["session"]},
                       {"title", "When somebody goes silent"},
                       {"question", "How can I stay present?"},
                       {"wanted", "reflection"},
                       {"blur",
                        {{"setting", "outpatient"},
                         {"age_band", "adult"},
                         {"place_kind", "a city"},
                         {"theme", "silence"}}},
                       {"text", ""},
                       {"kept", Json::array()},
                       {"attested", true},
                       {"keep_days", 20 + below(30)}});
    }
    void conflict() {
        const auto note = one_of(ask("cases.list").value("cases", Json::array()));
        if (note.is_null()) return;
        if (once_in(12)) {
            do_as(index(note["presenter"]), "cases.withdraw", {{"case_id", note["case_id"]}});
        } else {
            anybody("cases.answer_conflict",
                    {{"case_id", note["case_id"]}, {"answer", one_of(Json{"no", "no", "maybe", "yes"})}});
        }
    }
    void policy() {
        const auto view = ask("cases.policy");
        do_as(once_in(3) ? below(7) : 0, "cases.set_policy",
              {{"based_on", view.value("version", 0)},
               {"policy",
                {{"strictness", once_in(2) ? "strict" : "standard"}, {"flag", {"Kettle"}}, {"pass", Json::array()}}}});
    }
    Json formats() { return ask("consultation.formats", {{"language", "en"}}).value("formats", Json::array()); }
    void format() {
        const auto all = formats();
        const auto format = one_of(all);
        if (format.is_null()) return;
        Json phases = Json::array();
        if (!once_in(4))
            for (const auto& phase : format["phases"])
                phases.push_back({{"code", phase["code"]},
                                  {"minutes", one_of(Json{phase["min_minutes"], phase["max_minutes"]})},
                                  {"script", once_in(2) ? "Our own words" : ""}});
        do_as(once_in(3) ? below(7) : 0, "consultation.set_format",
              {{"format", format["code"]}, {"version", format["version"]}, {"phases", phases}});
    }

    void begin() {
        const auto at = next_session();
        if (at.is_null()) return;
        const auto starts = parse_rfc3339(at["starts_at"].get<std::string>()).value();
        if (starts - served.clock.now() > std::chrono::hours(24 * 20)) return;
        if (served.clock.now() < starts) pass(starts - served.clock.now());
        const auto live = ask("consultation.show", {{"session", at["session"]}});
        const auto note = live.value("case_id", Json());
        Json part{{"format", "reflecting_team"}, {"version", 0}};
        for (const auto& format : formats())
            if (format["code"] == part["format"]) part["version"] = format["version"];
        Json lead;
        for (const auto& duty : live.value("duties", Json::array())) {
            if (duty["role"] == "presenter") part["presenter"] = duty["account"];
            if (duty["role"] == "facilitator") lead = duty["account"];
        }
        if (!note.is_null() && !once_in(4)) part["case_id"] = note;
        const Json agenda{{{"format", "arrival"}, {"version", 0}}, part, {{"format", "closing"}, {"version", 0}}};
        const Json params{{"session", at["session"]}, {"agenda", agenda}, {"present", members()}};
        if (!lead.is_null()) do_as(index(lead), "consultation.begin", params);
    }
    void run() {
        const auto view = going_on();
        if (view.is_null()) return;
        const auto& run = view["run"];
        const auto who = once_in(4) ? below(7) : leader(run);
        Json params{{"session", run["session"]}, {"version", run["version"]}};
        const auto also = [&](const char* name, Json value) {
            auto all = params;
            all[name] = std::move(value);
            return all;
        };
        switch (below(6)) {
            case 0: do_as(who, "consultation.adjust", also("minutes", one_of(Json{-1, 1, 5}))); break;
            case 1: do_as(who, "consultation.hand_over", also("to", one_of(members()))); break;
            case 2: do_as(who, "consultation.name_deputy", also("deputy", one_of(members()))); break;
            case 3: do_as(below(7), "consultation.take_over", params); break;
            default:
                do_as(who, "consultation.step",
                      also("step", one_of(Json{"next", "next", "back", "skip", "undo", "pause", "resume", "stop_please",
                                               "rest"})));
        }
    }
    void close() {
        const auto view = going_on();
        if (view.is_null() || once_in(3)) return;
        const auto& run = view["run"];
        do_as(leader(run), "consultation.close",
              {{"session", run["session"]}, {"version", run["version"]}, {"present", members()}});
    }
    void rate() {
        const auto all =
            ask("schedule.list", {{"from", "2026-11-01T00:00:00Z"}, {"limit", 200}}).value("sessions", Json::array());
        for (const auto& one : all) {
            if (one["state"] != "held" || once_in(2)) continue;
            const auto who = below(7);
            if (once_in(5)) do_as(who, "evaluation.decline", {{"session", one["session"]}});
            do_as(who, "evaluation.rate",
                  {{"session", one["session"]},
                   {"scores", {{{"item", "useful"}, {"score", below(11)}}}},
                   {"keep", ""},
                   {"change", ""}});
            return;
        }
    }

    void come() { join(1 + below(6)); }
    void go() {
        const auto who = 1 + below(6);
        if (once_in(2)) {
            do_as(who, "groups.leave", {});
        } else {
            do_as(0, "groups.remove_member", {{"account", person(who).account}});
        }
    }
    void agreement() {
        auto now = ask("groups.agreement");
        const auto which = below(4);
        if (which == 0) {
            now["clauses"][0]["text"] = "We meet to learn, " + std::to_string(below(100)) + ".";
            do_as(0, "groups.propose_agreement", {{"based_on", now["version"]}, {"clauses", now["clauses"]}});
        }
        if (which == 1)
            do_as(0, "groups.set_role",
                  {{"account", person(1).account}, {"role", once_in(2) ? "organiser" : "member"}});
        if (which == 2) do_as(0, "groups.confirm", {{"account", one_of(members())}});
        if (which == 3)
            for (std::size_t i = 0; i < 7; ++i) do_as(i, "groups.sign", {{"version", now["version"]}});
    }
    void name() {
        const auto new_one = std::to_string(below(1000));
        if (once_in(2)) {
            served.call(person(below(7)), "accounts.update", {{"name", "Person " + new_one}});
        } else {
            do_as(0, "groups.set_contacts", {{"contacts", "Line " + new_one}});
        }
    }
    void elsewhere() {
        do_as(7, "groups.set_contacts", {{"contacts", "Of the others"}}, true);
        do_as(7, "schedule.answer", {{"session", session_id()}, {"answer", "yes"}});
    }
    void time() {
        static const std::vector<std::chrono::minutes> steps{std::chrono::minutes(1), std::chrono::minutes(20),
                                                             std::chrono::hours(5), std::chrono::hours(30),
                                                             std::chrono::hours(24 * 6)};
        pass(steps[below(steps.size())]);
    }
    /// Logins that nobody uses for a month end.
    void pass(Micros by) {
        served.advance(by);
        for (auto& one : served.people) served.call(*one, "accounts.seen", Json::object());
    }
};

}  // namespace covision::resync
