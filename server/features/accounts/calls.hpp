#pragma once
// The functions behind the methods, for methods.cpp alone.

#include "protocol/messages/accounts.hpp"
#include "server/call/context.hpp"

namespace covision::accounts {

using call::Read;
using call::Write;

/// An open method without heavy work.
struct Nothing {};

/// Whose password was tried, and what was found.
struct Verified {
    bool refused = false;
    std::string account;  // "" where the e-mail is unknown
    std::string stored;   // what it was checked against: the change holds only while this is still the password
    std::string better;   // hashed anew, where `stored` is weaker than today's; else empty
    std::string origin;   // keyed hash of the caller's network
};

Verified check_sign_in(Read& context, const protocol::SignIn& params);
protocol::SignedIn sign_in(Write& context, const protocol::SignIn& params, Verified& verified);
Nothing check_sign_out(Read& context, const protocol::Empty& params);
protocol::Empty sign_out(Write& context, const protocol::Empty& params, Nothing& nothing);

struct Hashed {
    std::string password, origin;
};

Nothing check_peek(Read& context, const protocol::Peek& params);
protocol::Peeked peek(Write& context, const protocol::Peek& params, Nothing& nothing);
Hashed check_enter(Read& context, const protocol::Enter& params);
protocol::SignedIn enter(Write& context, const protocol::Enter& params, Hashed& hashed);

/// The caller's network, as remembered with a login.
struct Origin {
    std::string origin;
};

Origin check_use_link(Read& context, const protocol::Peek& params);
protocol::SignedIn use_link(Write& context, const protocol::Peek& params, Origin& origin);

struct NewPassword {
    bool refused = false;
    std::string stored;  // what the old password was checked against
    std::string hashed;
};

NewPassword check_change_password(Read& context, const protocol::PasswordChange& params);
protocol::Empty change_password(Write& context, const protocol::PasswordChange& params, NewPassword& passwords);

}  // namespace covision::accounts
