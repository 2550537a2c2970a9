#pragma once
// Described types <-> JSON, and the JSON-RPC 2.0 envelope around them (SPEC.md P-1 to P-5). Decoding is strict and
// streaming: it builds the C++ value directly, and every error names its path and never repeats what was sent.

#include <stdexcept>
#include <utility>

#include "protocol/describe.hpp"

namespace covision::protocol {

/// Nesting of objects and arrays in one frame, its outermost object included.
inline constexpr std::size_t max_depth = 16;

/// The error codes of JSON-RPC 2.0. A refusal is `refused`; its own code is a word in `data.code`.
namespace rpc_error {
inline constexpr int parse = -32700;
inline constexpr int invalid_request = -32600;
inline constexpr int unknown_method = -32601;
inline constexpr int invalid_params = -32602;
inline constexpr int internal = -32603;
inline constexpr int refused = -32000;
}  // namespace rpc_error

/// What was sent cannot be understood. `what()` is a plain English sentence for the caller's programmer.
struct DecodeError : std::runtime_error {
    DecodeError(int rpc_code, std::string where, const std::string& sentence)
        : std::runtime_error(sentence), code(rpc_code), path(std::move(where)) {}

    int code;          // one of rpc_error
    std::string path;  // "params.clauses[3].text"; "" is the whole document
    std::string id;    // the call's id, where decode_request had read it already; else ""
};

/// Compact JSON, members in order of declaration, empty optionals left out.
/// @throws std::logic_error where the value has no JSON: an undescribed enumerator, NaN, a whole number over 2^53-1.
[[nodiscard]] std::string encode(const Type& type, const void* value);
template <class T>
[[nodiscard]] std::string encode(const T& value) {
    return encode(type_of<T>(), &value);
}

/// Decodes into a value that holds T's defaults. `root` is what the error's path begins with ("params").
/// @throws DecodeError: rpc_error::parse where it is no JSON, else rpc_error::invalid_params.
void decode_into(const Type& type, void* value, std::string_view json, std::string_view root = {});
template <class T>
[[nodiscard]] T decode(std::string_view json, std::string_view root = {}) {
    T value{};
    decode_into(type_of<T>(), &value, json, root);
    return value;
}

struct Request {
    std::string id;      // 1 to 64 of A-Z a-z 0-9 - _ . :
    std::string method;  // "feature.verb", 1 to 64 of a-z 0-9 _ .
    std::string params;  // a JSON object's text, not yet decoded beyond its brackets; "{}" where it was left out
};

/// One frame as one call: no batch, no notification, nothing after it.
/// @throws DecodeError: rpc_error::parse or rpc_error::invalid_request.
[[nodiscard]] Request decode_request(std::string_view frame);

/// {"jsonrpc","id","result"[,"seq"]}: `seq` is the last event of this call's own commit.
[[nodiscard]] std::string encode_reply(std::string_view id, std::string_view raw_result,
                                       std::optional<std::int64_t> seq = {});

using Details = std::vector<std::pair<std::string, std::string>>;

/// {"jsonrpc","id","error":{"code":-32000,"message","data":{"code","details":{…}}}}. `id` is null where none was read.
/// `rpc_code` follows from `code` for parse_error, invalid_request, unknown_method, invalid_params and internal.
[[nodiscard]] std::string encode_error(std::optional<std::string_view> id, std::string_view code,
                                       std::string_view message, const Details& details = {});
/// The answer to a DecodeError; its path is in details.path.
[[nodiscard]] std::string encode_error(const DecodeError& error);

/// {"code","message","details":{…}}: what a failed request over HTTP is answered with.
[[nodiscard]] std::string encode_problem(std::string_view code, std::string_view message, const Details& details = {});

/// feed.event {group, seq, at, kind, data}
[[nodiscard]] std::string encode_event(std::string_view group, std::int64_t seq, Time at, std::string_view kind,
                                       std::string_view raw_data);
/// feed.event {group, seq}: something happened that this viewer may not see.
[[nodiscard]] std::string encode_bare_event(std::string_view group, std::int64_t seq);
/// Any other notification: presence.*, server.*
[[nodiscard]] std::string encode_notification(std::string_view method, std::string_view raw_params);

}  // namespace covision::protocol
