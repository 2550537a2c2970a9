#include "server/features/accounts/passwords.hpp"

#include <sodium.h>

#include <new>
#include <stdexcept>

namespace covision::accounts {
namespace {

constexpr unsigned long long passes = 2;
constexpr std::size_t memory = std::size_t{19} << 20;

void ready() {
    static const bool started = sodium_init() >= 0;
    if (!started) throw std::runtime_error("libsodium does not start");
}

}  // namespace

std::string hash_password(std::string_view password) {
    ready();
    char stored[crypto_pwhash_STRBYTES];
    if (crypto_pwhash_str_alg(stored, password.data(), password.size(), passes, memory, crypto_pwhash_ALG_ARGON2ID13))
        throw std::bad_alloc();
    return stored;
}

bool is_password(const std::string& stored, std::string_view password) {
    ready();
    return crypto_pwhash_str_verify(stored.c_str(), password.data(), password.size()) == 0;
}

bool is_weaker(const std::string& stored) {
    ready();
    return crypto_pwhash_str_needs_rehash(stored.c_str(), passes, memory) != 0;
}

const std::string& nobodys_password() {
    // Of 256 random bits that were thrown away. A constant, so that the first unknown name costs no more than others.
    static const std::string stored =
        "$argon2id$v=19$m=19456,t=2,p=1$15tzYFFuPCYhcK2rK6b5KA$LIzI4nrwzRFL1l/rbPZHvLoxefC44Hxd2GAAHKZds14";
    return stored;
}

}  // namespace covision::accounts
