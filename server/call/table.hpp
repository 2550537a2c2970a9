#pragma once
// The table of all that can be called. Each feature enters its methods, events, reactions and due work once, at start;
// rpc decodes and runs them, and the TypeScript and OpenRPC documents are made of it.
//
//   void methods(call::Table& table) {
//       table.write("groups.create", "Makes a group with the caller as its organiser.", &create);
//       table.read("groups.show", "A group, its members and what is open in it.", &show);
//   }
//
// Functions have one of these shapes:
//   Result look(Read&, const Params&)                     read: any reader connection
//   Result change(Write&, const Params&)                  write: done once for each call id; the result is kept 7 days
//   Result witnessed(Write&, const Params&)               witness: a look whose record commits first; never kept
//   Prepared prepare(Read&, const Params&)                heavy work before the transaction, on a bounded pool; and
//   then Result change(Write&, const Params&, Prepared&)       …the change itself

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "protocol/interface.hpp"
#include "server/call/context.hpp"

namespace covision::call {

enum class Kind { read, write, witness };

/// One call with its decoded parameters, on its way through the server. Used by one thread at a time.
class Job {
public:
    virtual ~Job() = default;
    /// Only where Method::prepares: outside of any writing transaction.
    virtual void prepare(Read&) {}
    /// Returns the result as JSON. `context` is a Write unless Method::kind is read.
    virtual std::string run(Read& context) = 0;
    /// What is stored for a repeated call; differs from the result where that holds a one-time secret.
    virtual std::string stored(const std::string& result) { return result; }
    /// The result of a repeated call, from what was stored.
    virtual std::string recalled(Write&, const std::string& stored_result) { return stored_result; }
};

struct Method {
    std::string name, summary;
    Kind kind = Kind::read;
    bool prepares = false;  // also: decode it on the pool
    bool open = false;      // POST /auth/…, without a login
    const protocol::Type* params = nullptr;
    const protocol::Type* result = nullptr;
    /// Throws protocol::DecodeError.
    std::function<std::unique_ptr<Job>(std::string_view params)> decode;
};

/// What a secret address shows to whoever has it.
struct Document {
    std::string type, etag, body;
    bool unchanged = false;  // the asker has it already: no body
};

using Reaction = std::function<void(Write&, const feed::Event&)>;
using DueHandler = std::function<void(Write&, const std::string& group, const std::string& subject)>;

class Table {
public:
    template <class Params, class Result>
    void read(std::string name, std::string summary, Result (*look)(Read&, const Params&));
    template <class Params, class Result>
    void write(std::string name, std::string summary, Result (*change)(Write&, const Params&));
    /// For results with a one-time secret: it is blanked in what is stored and put back by `reveal`.
    template <class Params, class Result>
    void write(std::string name, std::string summary, Result (*change)(Write&, const Params&), void (*blank)(Result&),
               void (*reveal)(Write&, Result&));
    template <class Params, class Result>
    void witness(std::string name, std::string summary, Result (*look)(Write&, const Params&));
    template <class Params, class Result, class Prepared>
    void write(std::string name, std::string summary, Prepared (*prepare)(Read&, const Params&),
               Result (*change)(Write&, const Params&, Prepared&));
    /// A read that is heavy work: runs on the pool that also prepares.
    template <class Params, class Result>
    void compute(std::string name, std::string summary, Result (*look)(Read&, const Params&));
    /// POST /auth/NAME: without a login, never kept as done.
    template <class Params, class Result, class Prepared>
    void open(std::string name, std::string summary, Prepared (*prepare)(Read&, const Params&),
              Result (*change)(Write&, const Params&, Prepared&));

    template <class Data>
    void event(const Topic<Data>& topic) {
        events_.push_back({topic.kind, &protocol::type_of<Data>()});
    }
    /// `reaction` runs in the same transaction after the method that emitted the event, in the order of registration
    /// (so in the order of features). What it emits itself reaches followers but no further reaction.
    template <class Data>
    void on(const Topic<Data>& topic, void (*reaction)(Write&, const std::string& feed, const Data&));

    void due(const std::string& kind, DueHandler handler) { due_[kind] = std::move(handler); }

    /// Who belongs to a login's token (its hash is looked up); set by accounts.
    std::function<std::optional<Caller>(Read&, const std::string& token)> authenticate;
    /// Whether the caller may follow a feed that is not the caller's own account; set by groups. Throws Refused.
    std::function<void(Read&, const std::string& feed)> may_follow;
    /// GET /calendar/TOKEN.ics: what belongs to a calendar's secret, beside If-None-Match as it came; nullopt:
    /// nobody's. Set by calendar.
    std::function<std::optional<Document>(Read&, const std::string& token, std::string_view known)> calendar;

    [[nodiscard]] const Method* find(std::string_view name) const;
    [[nodiscard]] const DueHandler* find_due(const std::string& kind) const;
    /// Runs the reactions to all that `context` has emitted so far.
    void react(Write& context) const;
    /// The features' part of the interface as data, for the generated documents; protocol::check() judges it.
    [[nodiscard]] protocol::Interface interface() const;

private:
    void add(Method method);

    std::map<std::string, Method, std::less<>> methods_;
    std::vector<protocol::EventType> events_;
    std::map<std::string, std::vector<Reaction>> reactions_;
    std::map<std::string, DueHandler> due_;
};

}  // namespace covision::call

#include "server/call/table_impl.hpp"
