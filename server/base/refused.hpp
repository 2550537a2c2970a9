#pragma once
// The caller's fault: what a rule says no to.

#include <exception>
#include <string>
#include <utility>
#include <vector>

namespace covision {

/// Thrown by rules and methods; rolls the call's savepoint back and is answered as a named error.
/// `code` is stable (clients translate it), `message` says in plain English what to do, `details` hold numbers, ids
/// and paths. None of them ever holds a member's text.
class Refused : public std::exception {
public:
    using Details = std::vector<std::pair<std::string, std::string>>;

    Refused(std::string code, std::string message, Details details = {})
        : code_(std::move(code)), message_(std::move(message)), details_(std::move(details)) {}

    const char* what() const noexcept override { return message_.c_str(); }
    const std::string& code() const { return code_; }
    const std::string& message() const { return message_; }
    const Details& details() const { return details_; }

private:
    std::string code_, message_;
    Details details_;
};

/// A refusal that leaves a trace: what the call has written is committed all the same, then it is refused. For the
/// audit trail alone (somebody failed to prove who they are); any other refused call has changed nothing.
class RefusedOnRecord final : public Refused {
public:
    explicit RefusedOnRecord(Refused refusal) : Refused(std::move(refusal)) {}
};

/// One answer for what is not there and for what is somebody else's.
inline Refused not_found() { return {"not_found", "There is nothing under this id that you can see."}; }

}  // namespace covision
