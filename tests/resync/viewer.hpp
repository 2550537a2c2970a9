#pragma once
// A browser as the server sees it: reads its screens once, follows its feeds, loads anew only what an event that it may
// see concerns, loses its line and comes back behind the last number it has.

#include "tests/resync/served.hpp"
#include "tests/resync/views.hpp"

namespace covision::resync {

class Viewer {
public:
    Viewer(Served& served, Person& person, std::string group)
        : served_(served), person_(person), group_(std::move(group)) {}
    ~Viewer() { drop(); }

    void connect() {
        if (line_) return;
        peer_ = std::make_unique<FakePeer>();
        asked_.clear();
        line_ = served_.dispatcher->connected(*peer_, person_.caller, person_.token);
        follow(person_.account);
        if (feeds_.count(group_)) follow(group_);
    }
    /// Whatever was on its way is lost.
    void drop() {
        if (!line_) return;
        hear();
        served_.dispatcher->disconnected(std::exchange(line_, nullptr));
    }
    [[nodiscard]] bool connected() const { return line_ != nullptr; }
    /// From now on nothing gets through until it is dropped or released.
    void hold() { peer_->held = true; }
    void release() {
        if (line_) peer_->release();
    }
    [[nodiscard]] bool held() const { return line_ && peer_->held; }
    [[nodiscard]] const Person& person() const { return person_; }

    /// What the screen knows of: sessions whose live views are open. A screen that is opened is read.
    void open(const std::set<std::string>& sessions) {
        for (const auto& session : sessions)
            if (sessions_.insert(session).second) dirty_all(session);
    }
    /// The right to see the group has ended with what came after `seq`; what waited is taken back too.
    void barred(std::int64_t seq) { barred_after_ = held() ? feeds_[group_].seq : seq; }
    void permitted() { barred_after_.reset(); }

    /// Takes in what came and loads what that concerns, until nothing more follows.
    void catch_up() {
        for (int i = 0; i < 30 && line_ && !peer_->held; ++i) {
            hear();
            if (!listed_)
                load_groups();
            else if (!dirty_.empty())
                for (const auto& key : std::exchange(dirty_, {})) load(key);
            else if (asked_.empty())
                return;
            served_.settle();
        }
    }

    /// What it shows, beside what a fresh reading says: the same for each screen.
    void compare() {
        if (!line_ || peer_->held) return;
        for (const auto& [key, shown] : shown_) {
            const auto now = fresh(key);
            EXPECT_EQ(shown, now) << person_.account << " " << key.first << " " << key.second << "\n"
                                  << Json::diff(shown, now).dump(1);
        }
    }
    /// No event tells of a ballot, not even one's own: whose it is and when would stand side by side.
    void rated() {
        for (const auto& session : sessions_) mark({"evaluation.show", session});
    }
    /// A screen that shows what is ahead is read anew when time has passed.
    void time_passed() {
        for (const auto& view : views())
            if (view.of_time) mark_all(view);
    }

    static inline std::size_t resumed = 0, resets = 0, bare = 0, refused = 0, read = 0;

private:
    using Key = std::pair<std::string, std::string>;  // method, session
    struct Place {
        std::optional<std::string> epoch;
        std::int64_t seq = 0;
    };

    using Use = std::function<void(const Json& answer)>;
    void send(const std::string& method, const Json& params, Use use) {
        const auto id = std::to_string(++calls_);
        asked_[id] = std::move(use);
        served_.send(line_, *served_.dispatcher, id, method, params);
    }
    void follow(const std::string& feed) {
        Json params{{"group", feed}};
        auto& place = feeds_[feed];
        if (place.epoch) params.update({{"epoch", *place.epoch}, {"since", place.seq}});
        send("feed.follow", params, [this, feed](const Json& answer) { followed(feed, answer); });
    }
    void load_groups() {
        listed_ = true;
        send("groups.list", Json::object(), [this](const Json& answer) { list(answer["result"]["groups"]); });
    }
    Json params_of(const Key& key) const {
        Json params{{"group", group_}};
        if (!key.second.empty()) params["session"] = key.second;
        if (key.first == "schedule.list") params.update({{"from", "2026-11-01T00:00:00Z"}, {"limit", 200}});
        if (key.first == "consultation.formats") params["language"] = "de";
        return params;
    }
    void load(const Key& key) {
        send(key.first, params_of(key), [this, key](const Json& answer) {
            if (!in_group_) return;
            shown_[key] = without_seq(answer);
            sealed(key, shown_[key]);
            merge_run(key);
        });
    }
    void dirty_all(const std::string& session = {}) {
        if (!in_group_) return;
        for (const auto& view : views()) {
            if (!view.of_session && session.empty()) dirty_.insert({view.method, ""});
            if (!view.of_session) continue;
            for (const auto& one : session.empty() ? sessions_ : std::set{session}) dirty_.insert({view.method, one});
        }
    }

    void hear() {
        for (const auto& frame : std::exchange(peer_->frames, {})) {
            const auto heard = Json::parse(frame);
            if (heard.contains("method")) {
                if (heard["method"] == "feed.event") event(heard["params"]);
            } else if (const auto found = asked_.find(heard["id"].get<std::string>()); found != asked_.end()) {
                const auto use = std::move(found->second);
                asked_.erase(found);
                use(heard);
            }
        }
    }
    void followed(const std::string& feed, const Json& answer) {
        auto& place = feeds_[feed];
        if (answer.contains("error")) {
            ++refused;
            place = {};
            return;
        }
        const auto& result = answer["result"];
        const bool first = !place.epoch, again = place.epoch && !result["reset"];
        if (again) resumed += result["seq"].get<std::int64_t>() > place.seq;
        place.epoch = result["epoch"].get<std::string>();
        if (!again) place.seq = result["seq"];
        if (!again && !first) ++resets;
        if (!again) start_anew();
    }
    void start_anew() {
        listed_ = false;
        runs_.clear();
        dirty_all();
    }

    void event(const Json& event) {
        const auto feed = event["group"].get<std::string>();
        const auto seq = event["seq"].get<std::int64_t>();
        auto& place = feeds_[feed];
        EXPECT_TRUE(place.epoch) << "an event before the answer to follow";
        EXPECT_LE(seq, place.seq + 1) << person_.account << ": a number was left out";
        EXPECT_FALSE(feed == group_ && barred_after_ && seq > *barred_after_) << "after the right had ended";
        if (seq <= place.seq) return;
        place.seq = seq;
        judge(event);
        if (!event.contains("kind")) return;
        const auto kind = event["kind"].get<std::string>();
        if (kind.rfind("groups.", 0) == 0 || kind.rfind("accounts.", 0) == 0) listed_ = false;
        // Perhaps a right ended and came back: what it followed may have ended with it.
        if (feed == person_.account && feeds_.count(group_)) follow(group_);
        if (kind == "consultation.changed") run_came(event["data"]);
        for (const auto& view : views())
            if (concerns(view, kind)) mark_all(view);
    }
    void mark_all(const View& view) {
        if (!view.of_session) mark({view.method, ""});
        if (view.of_session)
            for (const auto& session : sessions_) mark({view.method, session});
    }
    /// Ideas are for whoever presents, who alone never reads the list; a step is its author's.
    void sealed(const Key& key, const Json& shown) {
        const auto whose = [&](const Json& text) { return served_.written.at(text); };
        if (key.first == "ideas.step" && shown.is_object() && shown.contains("step")) {
            EXPECT_EQ(whose(shown["step"]["text"]), person_.account);
        }
        if (!shown.is_object() || !shown.contains("ideas")) return;
        for (const auto& idea : shown["ideas"]) {
            ++read;
            EXPECT_EQ(whose(idea["text"]) == person_.account, key.first == "ideas.gift") << key.first;
        }
    }
    void mark(const Key& key) {
        if (in_group_) dirty_.insert(key);
    }
    static bool concerns(const View& view, const std::string& kind) {
        return std::any_of(view.on.begin(), view.on.end(), [&](const auto& on) { return kind.rfind(on, 0) == 0; });
    }
    /// Whole for whoever it names, bare for the others.
    void judge(const Json& event) {
        static const storage::Sql named{"SELECT coalesce(audience, '') FROM event WHERE grp = $1 AND seq = $2",
                                        storage::Sql::Home::own_file};
        const auto audience =
            served_.rows->one<std::string>(named, event["group"].get<std::string>(), event["seq"].get<std::int64_t>());
        const bool may = audience.empty() || audience.find(person_.account) != std::string::npos;
        EXPECT_EQ(event.contains("kind"), may) << event.dump() << " of " << audience;
        EXPECT_EQ(event.size(), may ? 5u : 2u);
        EXPECT_EQ(event.dump().find("Stay"), std::string::npos) << "a text travels when it is asked for";
        bare += may ? 0 : 1;
    }

    /// The groups that the account belongs to: a new one's screens are opened, a lost one's go.
    void list(const Json& groups) {
        const bool in =
            std::any_of(groups.begin(), groups.end(), [&](const auto& one) { return one["group"] == group_; });
        if (in == std::exchange(in_group_, in)) return;
        shown_.clear();
        dirty_.clear();
        runs_.clear();
        if (!in) return;
        follow(group_);
        dirty_all();
    }

    void run_came(const Json& run) {
        check(run);
        const auto session = run["session"].get<std::string>();
        const auto shown = shown_.find({"consultation.show", session});
        // Which case it is, and whether it is open to the reader, follow the agenda.
        const auto item = [](const Json& view) { return view.contains("run") ? view["run"]["item"] : Json(); };
        if (shown != shown_.end() && item(shown->second) != run["item"]) mark(shown->first);
        auto& known = runs_[session];
        if (known.is_null() || newer(run, known)) known = run;
        merge_run({"consultation.show", session});
    }
    /// Whatever was called: nobody has two parts, a deputy has none of the two that bind, nobody waits and speaks.
    static void check(const Json& run) {
        std::map<std::string, std::string> parts;
        for (const auto& role : run["roles"])
            EXPECT_TRUE(parts.try_emplace(role["account"], role["role"]).second) << run.dump(1);
        const auto bound = parts.find(run.value("deputy", ""));
        EXPECT_FALSE(bound != parts.end() && (bound->second == "facilitator" || bound->second == "presenter"))
            << run.dump(1);
        const auto& turns = run["turns"];
        std::set<std::string> waiting;
        for (const auto& each : turns["waiting"]) EXPECT_TRUE(waiting.insert(each).second) << run.dump(1);
        EXPECT_EQ(waiting.count(turns.value("speaker", "")), 0u) << run.dump(1);
    }
    void merge_run(const Key& key) {
        const auto found = shown_.find(key);
        const auto run = runs_.find(key.second);
        if (key.first != "consultation.show" || found == shown_.end() || run == runs_.end()) return;
        auto& view = found->second;
        if (!view.contains("run") || view["run"].is_null() || newer(run->second, view["run"]))
            view["run"] = run->second;
    }
    /// Turns change without the run's version.
    static bool newer(const Json& run, const Json& known) {
        const auto versions = [](const Json& one) { return std::pair(one["version"], one["turns"]["version"]); };
        return versions(run) > versions(known);
    }

    Json fresh(const Key& key) {
        const auto answer = served_.call(person_, key.first, params_of(key));
        return answer ? without_seq({{"result", *answer}}) : Json(served_.why);
    }
    static Json without_seq(const Json& answer) {
        if (answer.contains("error")) return answer["error"]["data"]["code"];
        auto shown = answer["result"];
        shown.erase("seq");
        // Who would stand in is worked out at each reading. An event when it changes would say that somebody has just
        // answered a conflict question.
        shown.erase("deputies");
        return shown;
    }

    Served& served_;
    Person& person_;
    const std::string group_;
    std::unique_ptr<FakePeer> peer_;
    rpc::ConnectionPtr line_;
    std::map<std::string, Place> feeds_;
    std::set<std::string> sessions_;
    std::map<Key, Json> shown_;
    std::map<std::string, Json> runs_;
    std::set<Key> dirty_;
    bool listed_ = false, in_group_ = false;
    std::map<std::string, Use> asked_;
    int calls_ = 0;
    std::optional<std::int64_t> barred_after_;
};

}  // namespace covision::resync
