#include "server/vault/crypto.hpp"

#include <sodium.h>

#include "server/vault/vault.hpp"

namespace covision::vault {
namespace {

constexpr std::size_t nonce_size = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tag_size = crypto_aead_xchacha20poly1305_ietf_ABYTES;
static_assert(Key::size == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
static_assert(1 + nonce_size + tag_size == 41);

const unsigned char* raw(std::string_view bytes) { return reinterpret_cast<const unsigned char*>(bytes.data()); }
unsigned char* raw(std::string& bytes) { return reinterpret_cast<unsigned char*>(bytes.data()); }

bool decrypt_into(unsigned char* plain, const Key& key, std::string_view sealed, std::string_view additional) {
    if (sealed.size() < 1 + nonce_size + tag_size || sealed[0] != seal_version) return false;
    const std::string_view nonce = sealed.substr(1, nonce_size), body = sealed.substr(1 + nonce_size);
    return crypto_aead_xchacha20poly1305_ietf_decrypt(plain, nullptr, nullptr, raw(body), body.size(), raw(additional),
                                                      additional.size(), raw(nonce), key.data()) == 0;
}

}  // namespace

Key::~Key() { sodium_memzero(bytes_.data(), size); }

Key Key::random() {
    Key key;
    randombytes_buf(key.data(), size);
    return key;
}

void ready() {
    if (sodium_init() < 0) throw KeyError("The system gives no randomness; no key can be made.");
}

std::string number(std::int64_t value) {
    auto rest = static_cast<std::uint64_t>(value);
    std::string bytes(8, '\0');
    for (char& byte : bytes) {
        byte = static_cast<char>(rest & 0xff);
        rest >>= 8;
    }
    return bytes;
}

std::string bound(std::initializer_list<std::string_view> fields) {
    std::string all;
    for (const std::string_view field : fields) {
        all += number(static_cast<std::int64_t>(field.size()));
        all += field;
    }
    return all;
}

std::string encrypt(const Key& key, std::string_view plain, std::string_view additional) {
    std::string sealed(1 + nonce_size + plain.size() + tag_size, '\0');
    sealed[0] = seal_version;
    unsigned char* nonce = raw(sealed) + 1;
    randombytes_buf(nonce, nonce_size);
    crypto_aead_xchacha20poly1305_ietf_encrypt(nonce + nonce_size, nullptr, raw(plain), plain.size(), raw(additional),
                                               additional.size(), nullptr, nonce, key.data());
    return sealed;
}

std::optional<std::string> decrypt(const Key& key, std::string_view sealed, std::string_view additional) {
    if (sealed.size() < 1 + nonce_size + tag_size) return std::nullopt;
    std::string plain(sealed.size() - 1 - nonce_size - tag_size, '\0');
    if (!decrypt_into(raw(plain), key, sealed, additional)) return std::nullopt;
    return plain;
}

std::string wrap(const Key& outer, const Key& inner, std::string_view additional) {
    return encrypt(outer, inner.view(), additional);
}

std::optional<Key> unwrap(const Key& outer, std::string_view wrapped, std::string_view additional) {
    Key inner;
    if (wrapped.size() != 1 + nonce_size + Key::size + tag_size) return std::nullopt;
    if (!decrypt_into(inner.data(), outer, wrapped, additional)) return std::nullopt;
    return inner;
}

std::string keyed_hash(const Key& key, std::string_view bytes) {
    std::string hash(crypto_generichash_BYTES, '\0');
    crypto_generichash(raw(hash), hash.size(), raw(bytes), bytes.size(), key.data(), Key::size);
    return hash;
}

}  // namespace covision::vault
