#pragma once
// A group with its people, and short words for what is asked of it by chance.

#include <array>
#include <random>

#include "tests/resync/viewer.hpp"

namespace covision::resync {

class Circle {
public:
    explicit Circle(unsigned seed) : served(seed), chance_(seed) {
        for (int i = 0; i < 8; ++i) served.somebody();
        served.start();
        group = make_group(0);
        for (std::size_t i = 1; i < 6; ++i) join(i);
        other_group = make_group(7);
        do_as(0, "schedule.create_series", series("2026-11-24T16:30"));
    }

    std::size_t below(std::size_t n) { return std::uniform_int_distribution<std::size_t>(0, n - 1)(chance_); }
    bool once_in(std::size_t n) { return below(n) == 0; }
    [[nodiscard]] Person& person(std::size_t i) { return *served.people.at(i); }
    std::int64_t head() {
        static const storage::Sql last{"SELECT coalesce(max(seq), 0) FROM event WHERE grp = $1",
                                       storage::Sql::Home::own_file};
        return served.rows->one<std::int64_t>(last, group);
    }
    bool is_member(std::size_t i) {
        const auto list = served.call(person(i), "groups.list", Json::object()).value();
        return std::any_of(list["groups"].begin(), list["groups"].end(),
                           [&](const auto& one) { return one["group"] == group; });
    }
    /// The sessions whose screens are worth looking at: the first ones that are not over, and the last that is.
    std::set<std::string> open_sessions() {
        const auto all = sessions();
        std::set<std::string> some;
        for (std::size_t i = 0; i < all.size() && some.size() < 2; ++i)
            if (all[i]["state"] == "planned" || i + 1 == all.size()) some.insert(all[i]["session"]);
        if (!all.empty()) some.insert(all.front()["session"]);
        return some;
    }

    Served served;
    std::string group, other_group;

protected:
    std::optional<Json> do_as(std::size_t who, const std::string& method, Json params, bool elsewhere = false) {
        if (!params.contains("group")) params["group"] = elsewhere ? other_group : group;
        return served.call(person(who), method, params);
    }
    std::optional<Json> anybody(const std::string& method, Json params) {
        return do_as(below(7), method, std::move(params));
    }
    Json ask(const std::string& method, Json params = Json::object()) {
        return do_as(0, method, std::move(params)).value_or(Json::object());
    }
    /// One of a list; null of an empty one.
    Json one_of(const Json& list) { return list.empty() ? Json() : list[below(list.size())]; }

    std::string make_group(std::size_t who) {
        auto clauses = served.call(person(who), "groups.template", {{"language", "en"}}).value()["clauses"];
        const auto made =
            served.call(person(who), "groups.create", {{"name", "A group"}, {"language", "en"}, {"clauses", clauses}});
        const auto id = made.value()["group"].get<std::string>();
        served.call(person(who), "groups.sign", {{"group", id}, {"version", 1}});
        return id;
    }
    bool join(std::size_t who) {
        const auto invitation = do_as(0, "groups.invite", {});
        if (!invitation) return false;
        if (!served.call(person(who), "groups.join", {{"token", (*invitation)["token"]}})) return false;
        return do_as(who, "groups.sign", {{"version", ask("groups.agreement")["version"]}}).has_value();
    }
    static Json series(const std::string& starts) {
        return {{"recurrence", {{"frequency", "weekly"}, {"interval", 1}, {"days", Json::array()}, {"count", 6}}},
                {"starts", starts},
                {"zone", "Europe/Berlin"},
                {"minutes", 90},
                {"place", ""},
                {"call_link", ""}};
    }
    /// Not over yet, the next first.
    Json sessions() {
        Json found = Json::array();
        for (auto& one : ask("schedule.list", {{"limit", 200}}).value("sessions", Json::array())) found.push_back(one);
        return found;
    }
    Json session() {
        const auto all = sessions();
        return all.empty() ? Json() : all[below(std::min<std::size_t>(all.size(), 3))];
    }
    std::string session_id() {
        const auto one = session();
        return one.is_null() ? std::string("00000000-0000-4000-8000-000000000000") : one["session"].get<std::string>();
    }
    Json next_session() {
        for (auto& one : sessions())
            if (one["state"] == "planned") return one;
        return Json();
    }
    /// Somebody's index by account.
    std::size_t index(const Json& account) const {
        for (std::size_t i = 0; i < served.people.size(); ++i)
            if (served.people[i]->account == account.get<std::string>()) return i;
        return 0;
    }
    Json members() {
        Json all = Json::array();
        for (auto& member : ask("groups.show").value("members", Json::array())) all.push_back(member["account"]);
        return all;
    }
    std::string local_days_ahead(std::size_t days) {
        return rfc3339(served.clock.now() + std::chrono::hours(24 * days)).substr(0, 10) + "T18:00";
    }

    std::mt19937 chance_;
};

}  // namespace covision::resync
