#pragma once
// What a method works with: the database inside one transaction, who is calling, and the moment. It returns its result
// and leaves events, revocations and due work here; it holds no socket and calls nobody back. A method may be run twice
// (a lost batch, a changed policy) and touches nothing but its transaction.

#include <optional>
#include <string>
#include <vector>

#include "protocol/json.hpp"
#include "server/base/random.hpp"
#include "server/base/refused.hpp"
#include "server/call/presence.hpp"
#include "server/call/topic.hpp"
#include "server/feed/feed.hpp"
#include "server/storage/database.hpp"
#include "server/vault/vault.hpp"

namespace covision::deid {
class Detector;
}

namespace covision::call {

/// Who is calling. Empty in open methods (sign-in) and in due work.
struct Caller {
    std::string account, login;
    std::string address;  // for limits: an IPv4 address, or an IPv6 network of 64 bits
    std::string device;   // what the browser says it is, as it came; for the list of logins
};

/// What the server knows of the world outside.
struct Outside {
    bool relay = false;  // mail can leave; otherwise none is ordered
    std::string mail_from;
    std::string origin;  // where its pages are, "https://covision.example"
};

/// What lasts as long as the server.
struct Services {
    Random& random;
    vault::Vault& vault;
    const deid::Detector& detector;
    Outside outside{};
    const Presence* presence = nullptr;  // where nobody can be in a room there is none
};

/// After the commit, before that commit's frames: whose sight ends. `feed` empty: the login (or, with `login` empty
/// too, every login of the account) is closed.
struct Revocation {
    std::string account, login, feed;
};

/// For methods that only look.
class Read {
public:
    Read(storage::Database& database, const Services& services, const Caller& caller_, Instant now_)
        : db(database),
          vault(services.vault),
          detector(services.detector),
          outside(services.outside),
          presence(services.presence),
          caller(caller_),
          now(now_) {}

    storage::Database& db;
    vault::Vault& vault;
    const deid::Detector& detector;
    const Outside& outside;
    const Presence* const presence;
    const Caller& caller;
    const Instant now;

    /// The number up to which `feed` is contained in what this transaction reads.
    [[nodiscard]] std::int64_t seq(const std::string& feed) { return feed::head(db, feed).seq; }
};

/// For methods that change something.
class Write : public Read {
public:
    Write(storage::Database& database, const Services& services, const Caller& caller_, Instant now_, std::string id)
        : Read(database, services, caller_, now_), random(services.random), call_id(std::move(id)) {}

    Random& random;
    /// The call's own id: one-time secrets are derived from it. Empty in due work.
    const std::string call_id;

    /// A new id for a row whose time may show; and one that tells nothing.
    [[nodiscard]] std::string new_id() { return uuid7(now, random); }
    [[nodiscard]] std::string random_id() { return uuid4(random); }

    /// Appends an event to the feed of a group (or an account). Reactions run when the method has returned.
    template <class Data>
    void emit(const Topic<Data>& topic, const std::string& feed, const Data& data, feed::Audience audience = {}) {
        append({feed, 0, now, topic.kind, protocol::encode(data), std::move(audience)});
    }

    void revoke(Revocation revocation) { revocations_.push_back(std::move(revocation)); }

    /// At `at` the handler of `kind` runs with (group, subject). One row for each (kind, group, subject): the last
    /// wins.
    void due(Instant at, const std::string& kind, const std::string& group, const std::string& subject);
    void not_due(const std::string& kind, const std::string& group, const std::string& subject);

    /// A line of the audit trail: login, refusal, role, look, deletion. Ids only. `account`: who did it, where that is
    /// not the caller (a link from a mail).
    void audit(const std::string& action, const std::string& group, const std::string& subject,
               const std::string& account = {});

    /// Open methods: the browser that called is signed in with this token from now on, or (empty) signed out.
    void set_login_token(std::string token) { login_token_ = std::move(token); }

    [[nodiscard]] const std::vector<feed::Event>& events() const { return events_; }
    [[nodiscard]] const std::vector<Revocation>& revocations() const { return revocations_; }
    [[nodiscard]] const std::optional<std::string>& login_token() const { return login_token_; }

private:
    void append(feed::Event event);

    std::vector<feed::Event> events_;
    std::vector<Revocation> revocations_;
    std::optional<std::string> login_token_;
};

}  // namespace covision::call
