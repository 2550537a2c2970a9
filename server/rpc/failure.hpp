#pragma once
// What went wrong, as the caller may know it: a refusal, a mistake in the frame, a full disk, or ours.

#include <exception>
#include <string>

#include "protocol/json.hpp"
#include "server/base/random.hpp"

namespace covision::rpc {

struct Failure {
    std::string code, message;
    protocol::Details details{};

    /// As an answer to a call, and to a request over HTTP.
    [[nodiscard]] std::string frame(const std::string& id) const;
    [[nodiscard]] std::string body() const;
    /// The HTTP status that fits.
    [[nodiscard]] int status() const;
};

/// Anything but the caller's fault is logged here, without any member's text, under the id that the caller gets.
Failure failure_of(const std::exception_ptr& error, const std::string& method, Random& random);

}  // namespace covision::rpc
