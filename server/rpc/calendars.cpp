// GET /calendar/TOKEN.ics: asked for by calendar hosts, again and again, mostly for nothing new. Runs on a reader. The
// secret is in no log and, beyond the request, not in memory.

#include "server/rpc/failure.hpp"
#include "server/rpc/parts.hpp"

namespace covision::rpc {
namespace {

std::size_t key_of(const std::string& token) { return std::hash<std::string>{}(token); }

HttpAnswer answer_of(std::optional<call::Document> document) {
    if (!document) throw not_found();
    HttpAnswer answer;
    answer.status = document->unchanged ? 304 : 200;
    answer.body = std::move(document->body);
    answer.type = std::move(document->type);
    answer.etag = std::move(document->etag);
    return answer;
}

}  // namespace

bool Dispatcher::Parts::may_ask_for_calendar(const std::string& token, const std::string& address) {
    const auto now = services.clock.now();
    const auto& limits = services.limits;
    if (!addresses[address].calendars.take(now, limits.calendars_per_minute, limits.calendars_burst)) return false;
    const auto known = calendars.find(key_of(token));
    return known == calendars.end() || known->second.take(now, limits.calendar_per_minute, limits.calendar_burst);
}

void Dispatcher::calendar(std::string token, std::string known, const std::string& address,
                          std::function<void(HttpAnswer)> done) {
    auto& parts = *parts_;
    auto call = std::make_shared<Call>();
    call->name = "calendar";
    auto found = std::make_shared<std::optional<call::Document>>();
    call->answer = [&parts, found, key = key_of(token), done = std::move(done)](Call& finished) {
        HttpAnswer answer;
        try {
            if (finished.error) std::rethrow_exception(finished.error);
            answer = answer_of(std::move(*found));
            parts.calendars.try_emplace(key);
        } catch (...) {
            const auto failure = failure_of(std::current_exception(), "calendar", parts.services.features.random);
            answer.status = failure.status();
            answer.body = failure.body();
        }
        done(std::move(answer));
    };
    const auto refuse = [&](const Refused& why) {
        call->error = std::make_exception_ptr(why);
        parts.services.post([call] { call->answer(*call); });
    };
    if (parts.draining) return refuse({"restarting", "The server is restarting. Try again in a moment."});
    if (!parts.may_ask_for_calendar(token, address))
        return refuse({"slow_down", "This calendar is asked for too often. Try again in a few minutes."});
    parts.runner.look(call, [&parts, found, token = std::move(token), known = std::move(known)](call::Read& read) {
        if (parts.services.table.calendar) *found = parts.services.table.calendar(read, token, known);
    });
}

}  // namespace covision::rpc
