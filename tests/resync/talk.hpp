#pragma once
// What is said while a session runs and after it: ideas, first steps, turns. Each text is made once, so that it can be
// told for whom it was.

#include "tests/resync/circle.hpp"

namespace covision::resync {

class Talk : public Circle {
public:
    using Circle::Circle;

protected:
    /// The run that goes on, if any: its view.
    Json going_on() {
        for (const auto& one : sessions()) {
            auto view = ask("consultation.show", {{"session", one["session"]}});
            const auto run = view.value("run", Json());
            if (!run.is_null() && run["state"] != "ended") return view;
        }
        return Json();
    }
    std::size_t leader(const Json& run) {
        for (const auto& role : run["roles"])
            if (role["role"] == "facilitator") return index(role["account"]);
        return 0;
    }
    std::string presenter(const Json& run) {
        for (const auto& role : run["roles"])
            if (role["role"] == "presenter") return role["account"];
        return "";
    }
    void idea() {
        const auto view = going_on();
        if (view.is_null()) return;
        const auto& run = view["run"];
        const Json at{{"session", run["session"]}};
        if (once_in(4)) {
            const auto who = below(7);
            const auto list = do_as(who, "ideas.list", at);
            const auto idea = list ? one_of((*list)["ideas"]) : Json();
            if (!idea.is_null()) do_as(who, "ideas.withdraw", {{"session", run["session"]}, {"idea", idea["idea"]}});
            return;
        }
        for (int tries = 0; tries < 20 && !note(run["session"]); ++tries) {}
    }
    /// Somebody notes an idea; false: it was not the time, or they had a question to answer first, and now it is
    /// nearer.
    bool note(const Json& session) {
        const auto run = ask("consultation.show", {{"session", session}}).value("run", Json::object());
        if (run.value("state", "ended") == "ended") return true;
        const auto who = below(7);
        const auto text = words();
        served.written[text] = presenter(run);
        if (do_as(who, "ideas.note", {{"session", session}, {"text", text}, {"kept", Json::array()}})) return true;
        const auto refused = served.why;
        if (refused == "idea_too_early" || refused == "nobody_presents")
            do_as(leader(run), "consultation.step",
                  {{"session", session}, {"version", run["version"]}, {"step", "next"}});
        if (refused == "must_sign") do_as(who, "groups.sign", {{"version", ask("groups.agreement")["version"]}});
        if (refused == "answer_first")
            do_as(who, "cases.answer_conflict", {{"case_id", run["case_id"]}, {"answer", "no"}});
        return false;
    }
    void gift() {
        const auto view = begun();
        if (!view.is_null() && once_in(2))
            do_as(presents_somewhere(view), "ideas.delete_gift", {{"session", view["run"]["session"]}});
    }
    void first_step() {
        const auto view = begun();
        if (view.is_null()) return;
        const auto who = once_in(4) ? below(7) : presents_somewhere(view);
        const auto& session = view["run"]["session"];
        do_as(who, "groups.sign", {{"version", ask("groups.agreement")["version"]}});
        const auto text = words();
        served.written[text] = person(who).account;
        do_as(who, "ideas.set_step", {{"session", session}, {"text", text}, {"kept", Json::array()}});
        if (once_in(2))
            do_as(who, "ideas.answer_step", {{"session", session}, {"not_yet", once_in(2)}, {"echo", !once_in(3)}});
    }
    void floor() {
        const auto view = going_on();
        if (view.is_null()) return;
        const auto& run = view["run"];
        const auto move = one_of(Json{"open_queue", "close_queue", "ask", "ask", "ask", "pass", "done"});
        const Json at{{"session", run["session"]}, {"move", move}};
        const auto& turns = run["turns"];
        if (once_in(5)) {
            auto waiting = turns["waiting"];
            std::shuffle(waiting.begin(), waiting.end(), chance_);
            do_as(leader(run), "consultation.order_floor", {{"session", run["session"]}, {"waiting", waiting}});
        } else if (move == "done" && turns.contains("speaker")) {
            do_as(index(turns["speaker"]), "consultation.floor", at);
        } else {
            do_as(once_in(2) ? leader(run) : below(7), "consultation.floor", at);
        }
    }

private:
    /// A run that has begun, over or not: its view.
    Json begun() {
        Json all = Json::array();
        const auto list = ask("schedule.list", {{"from", "2026-11-01T00:00:00Z"}, {"limit", 200}});
        for (const auto& one : list["sessions"]) {
            auto view = ask("consultation.show", {{"session", one["session"]}});
            if (view.contains("run") && !view["run"].is_null()) all.push_back(std::move(view));
        }
        // Steps and gifts are of the last days.
        return all.empty() ? Json() : all.back();
    }
    std::size_t presents_somewhere(const Json& view) {
        for (const auto& item : view["run"]["agenda"])
            if (item.contains("presenter") && !item["presenter"].is_null()) return index(item["presenter"]);
        return below(7);
    }
    /// Words that no check stumbles over, each time others.
    std::string words() {
        static constexpr std::array digits{"quiet", "slow", "warm",  "open",  "small",
                                           "long",  "calm", "plain", "light", "deep"};
        std::string text = "Stay";
        for (auto n = ++texts_; n > 0; n /= 10) text += std::string(" ") + digits[n % 10];
        return text;
    }
    std::size_t texts_ = 0;
};

}  // namespace covision::resync
