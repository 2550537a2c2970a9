#pragma once
// The features over a real data folder, without sockets: calls run one after the other, each in a transaction of its
// own with prepare, reactions and the vault's hooks, on a clock that the test sets.

#include <gtest/gtest.h>

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "server/call/table.hpp"
#include "server/deid/deid.hpp"
#include "server/features/accounts/links.hpp"
#include "server/storage/migrate.hpp"
#include "tests/storage/temp_folder.hpp"
#include "tests/support/seeded_random.hpp"

namespace covision::test {

inline const deid::Detector& detector() {
    static const deid::Resources resources = deid::Resources::built_in();
    static const deid::Detector one(resources);
    return one;
}

/// Who is in a session's room, as the test says; everybody is.
class Whereabouts final : public call::Presence {
public:
    std::map<std::string, Instant> gone;  // by account
    [[nodiscard]] std::optional<Instant> gone_since(const std::string&, const std::string&,
                                                    const std::string& account) const override {
        const auto found = gone.find(account);
        return found == gone.end() ? std::nullopt : std::optional(found->second);
    }
};

class House {
public:
    /// `enter_features` gets the table: accounts::methods(table) and what else the test needs, in order.
    template <class Enter>
    explicit House(Enter enter_features) {
        vault::Vault::create_master_key(folder.file("master.key"));
        keys = std::make_unique<vault::Vault>(folder.file("master.key"), folder.file("keys.db"));
        db = std::make_unique<storage::Database>(folder.file("covision.db"));
        storage::migrate(*db, storage::embedded_migrations(), now);
        enter_features(table);
    }
    ~House() {
        if (testing::Test::HasFailure()) std::cerr << "again with COVISION_SEED=" << random.seed() << "\n";
    }

    // What the last call left beside its result.
    std::vector<feed::Event> events;
    std::vector<call::Revocation> revocations;
    std::optional<std::string> login_token;

    /// Calls a method; throws what it throws, with nothing left behind. `id` empty: a new one.
    std::string call(const call::Caller& caller, const std::string& method, const std::string& params,
                     const std::string& id = {}) {
        const auto* found = table.find(method);
        if (!found) throw std::logic_error("no method " + method);
        const auto job = found->decode(params);
        const call::Services services{random, *keys, detector(), outside, &whereabouts};
        if (found->prepares) {
            call::Read read(*db, services, caller, now);
            job->prepare(read);
        }
        if (found->kind == call::Kind::read) {
            call::Read read(*db, services, caller, now);
            return job->run(read);
        }
        return transact(caller, id.empty() ? uuid4(random) : id, [&](call::Write& write) { return job->run(write); });
    }
    template <class Result, class Params>
    Result call(const call::Caller& caller, const std::string& method, const Params& params,
                const std::string& id = {}) {
        return protocol::decode<Result>(call(caller, method, protocol::encode(params), id));
    }

    /// The code of the refusal, or "" where there is none.
    std::string refusal(const call::Caller& caller, const std::string& method, const std::string& params) {
        try {
            call(caller, method, params);
            return "";
        } catch (const Refused& refused) {
            return refused.code();
        }
    }
    template <class Params>
    std::string refusal(const call::Caller& caller, const std::string& method, const Params& params) {
        return refusal(caller, method, protocol::encode(params));
    }

    /// Runs `use` with a Write in a transaction of its own, then the reactions.
    template <class Use>
    std::invoke_result_t<Use, call::Write&> transact(const call::Caller& caller, const std::string& id, Use use) {
        const call::Services services{random, *keys, detector(), outside, &whereabouts};
        const auto hooks = keys->hooks();
        db->script("BEGIN IMMEDIATE");
        run(hooks.job_began);
        try {
            call::Write write(*db, services, caller, now, id);
            std::exception_ptr on_record;
            std::optional<std::invoke_result_t<Use, call::Write&>> result;
            try {
                result = use(write);
                table.react(write);
            } catch (const RefusedOnRecord&) {
                on_record = std::current_exception();
            }
            run(hooks.before_commit);
            db->script("COMMIT");
            run(hooks.after_commit);
            events = write.events();
            revocations = write.revocations();
            login_token = write.login_token();
            if (on_record) std::rethrow_exception(on_record);
            return std::move(*result);
        } catch (...) {
            db->rollback();
            run(hooks.job_rolled_back);
            run(hooks.after_rollback);
            throw;
        }
    }

    /// Moves the clock and runs what is due until then.
    void advance(Micros by) {
        const auto until = now + by;
        while (true) {
            const auto next = db->first<DueRow>(next_due, until);
            if (!next) break;
            now = std::max(now, next->at);
            transact({}, "", [&](call::Write& write) {
                db->run(drop_due, next->kind, next->group, next->subject);
                (*table.find_due(next->kind))(write, next->group, next->subject);
                return 0;
            });
        }
        now = until;
    }

    /// Who belongs to the token that the last call set.
    std::optional<call::Caller> authenticated(const std::string& token) {
        const call::Caller nobody;
        const call::Services services{random, *keys, detector(), outside, &whereabouts};
        call::Read read(*db, services, nobody, now);
        auto caller = table.authenticate(read, token);
        if (caller) caller->address = "127.0.0.1";
        return caller;
    }

    /// Enters through a link and comes back as a caller who is signed in.
    call::Caller enter(const std::string& token, const std::string& name, const std::string& from = "127.0.0.1") {
        protocol::Enter params;
        params.token = token;
        params.email = name + "@example.org";
        params.name = name;
        params.password = "kettle under rain";
        params.zone = "Europe/Berlin";
        call<protocol::SignedIn>({"", "", from, "Test browser"}, "enter", params);
        return authenticated(login_token.value()).value();
    }
    /// A person with an account of their own.
    call::Caller somebody(const std::string& name) {
        return enter(
            transact({}, "",
                     [&](call::Write& write) { return accounts::account_link(write, name + "@example.org", name); }),
            name);
    }

    TempFolder folder;
    call::Table table;
    Whereabouts whereabouts;
    call::Outside outside;
    Instant now = parse_rfc3339("2026-11-22T09:00:00Z").value();
    support::SeededRandom random;
    std::unique_ptr<vault::Vault> keys;
    std::unique_ptr<storage::Database> db;

private:
    struct DueRow {
        Instant at;
        std::string kind, group, subject;
        static DueRow from(const storage::Row& row) { return {row.time(0), row.text(1), row.text(2), row.text(3)}; }
    };
    static inline const storage::Sql next_due{
        "SELECT at, kind, grp, subject FROM due WHERE at <= $1 ORDER BY at, id LIMIT 1"};
    static inline const storage::Sql drop_due{"DELETE FROM due WHERE kind = $1 AND grp = $2 AND subject = $3"};

    static void run(const std::function<void()>& hook) {
        if (hook) hook();
    }
};

}  // namespace covision::test
