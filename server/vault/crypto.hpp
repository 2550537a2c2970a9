#pragma once
// The few uses of libsodium that the vault makes.

#include <array>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

namespace covision::vault {

/// 32 secret bytes; wiped when they go.
class Key {
public:
    static constexpr std::size_t size = 32;

    Key() = default;
    Key(const Key&) = default;
    Key& operator=(const Key&) = default;
    ~Key();

    static Key random();
    unsigned char* data() { return bytes_.data(); }
    const unsigned char* data() const { return bytes_.data(); }
    std::string_view view() const { return {reinterpret_cast<const char*>(bytes_.data()), size}; }

private:
    std::array<unsigned char, size> bytes_{};
};

/// Makes libsodium ready; throws KeyError when the system has no randomness. Cheap to repeat.
void ready();

/// Fields as bytes that no other fields give: each with its length before it.
std::string bound(std::initializer_list<std::string_view> fields);
std::string number(std::int64_t value);

/// XChaCha20-Poly1305 (IETF): a version byte, 24 random bytes of nonce, the ciphertext, 16 bytes of tag.
std::string encrypt(const Key& key, std::string_view plain, std::string_view additional);
/// nullopt: another key, other additional data, or changed bytes.
std::optional<std::string> decrypt(const Key& key, std::string_view sealed, std::string_view additional);

/// Keys under keys; nullopt as above.
std::string wrap(const Key& outer, const Key& inner, std::string_view additional);
std::optional<Key> unwrap(const Key& outer, std::string_view wrapped, std::string_view additional);

/// BLAKE2b-256 under a key: 32 bytes.
std::string keyed_hash(const Key& key, std::string_view bytes);

/// The first byte of everything sealed; also the key version in the additional data.
inline constexpr char seal_version = 1;

}  // namespace covision::vault
