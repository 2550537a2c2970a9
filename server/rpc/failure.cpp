#include "server/rpc/failure.hpp"

#include <typeinfo>

#include "server/base/log.hpp"
#include "server/base/refused.hpp"
#include "server/storage/errors.hpp"

namespace covision::rpc {
namespace {

// `what` is a type's name or a sentence of the storage: others might quote somebody.
Failure ours(const std::string& method, const std::string& what, Random& random) {
    auto id = uuid4(random);
    log::error("rpc.internal", {{"incident", id}, {"method", method}, {"what", what}});
    return {"internal",
            "Something went wrong on the server. Try again; if it stays, tell your operator this id.",
            {{"incident", std::move(id)}}};
}

Failure storage_failed(const std::string& method, const storage::StorageError& error) {
    log::warn("rpc.storage_unavailable", {{"method", method}, {"why", std::string(error.name())}});
    return {"storage_unavailable", "This could not be saved; nothing was changed. Try again."};
}

}  // namespace

std::string Failure::frame(const std::string& id) const { return protocol::encode_error(id, code, message, details); }

std::string Failure::body() const { return protocol::encode_problem(code, message, details); }

int Failure::status() const {
    if (code == "slow_down" || code.starts_with("too_many")) return 429;
    if (code == "busy" || code == "storage_unavailable" || code == "restarting") return 503;
    if (code == "internal") return 500;
    if (code == "not_found" || code == "unknown_method") return 404;
    if (code == "parse_error" || code == "invalid_params") return 400;
    return 403;
}

Failure failure_of(const std::exception_ptr& error, const std::string& method, Random& random) {
    try {
        std::rethrow_exception(error);
    } catch (const Refused& e) {
        return {e.code(), e.message(), e.details()};
    } catch (const protocol::DecodeError& e) {
        const bool parse = e.code == protocol::rpc_error::parse;
        return {parse ? "parse_error" : "invalid_params", e.what(), {{"path", e.path}}};
    } catch (const storage::Busy&) {
        return {"busy", "The server has too much to do just now; nothing was changed. Try again in a moment."};
    } catch (const storage::Unavailable& e) {
        return storage_failed(method, e);
    } catch (const storage::Full& e) {
        return storage_failed(method, e);
    } catch (const storage::Io& e) {
        return storage_failed(method, e);
    } catch (const storage::StorageError& e) {
        return ours(method, e.what(), random);
    } catch (const std::exception& e) {
        return ours(method, typeid(e).name(), random);
    } catch (...) {
        return ours(method, "not an exception", random);
    }
}

}  // namespace covision::rpc
