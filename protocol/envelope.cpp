// Writes the JSON-RPC 2.0 envelope around what is JSON already.
#include "protocol/json.hpp"
#include "protocol/text.hpp"
#include "server/base/time.hpp"

namespace covision::protocol {
namespace {

int rpc_code(std::string_view word) {
    if (word == "parse_error") return rpc_error::parse;
    if (word == "invalid_request") return rpc_error::invalid_request;
    if (word == "unknown_method") return rpc_error::unknown_method;
    if (word == "invalid_params") return rpc_error::invalid_params;
    if (word == "internal") return rpc_error::internal;
    return rpc_error::refused;
}

void append_details(std::string& json, const Details& details) {
    json += R"(,"details":{)";
    for (std::size_t i = 0; i < details.size(); ++i) {
        if (i > 0) json += ',';
        append_quoted(json, details[i].first);
        json += ':';
        append_quoted(json, details[i].second);
    }
    json += '}';
}

std::string notification(std::string_view method, std::size_t room) {
    std::string json;
    json.reserve(room + 160);
    json += R"({"jsonrpc":"2.0","method":)";
    append_quoted(json, method);
    json += R"(,"params":)";
    return json;
}

std::string feed_event(std::string_view group, std::int64_t seq, std::size_t room) {
    auto json = notification("feed.event", room);
    json += R"({"group":)";
    append_quoted(json, group);
    json += R"(,"seq":)";
    json += std::to_string(seq);
    return json;
}

}  // namespace

std::string encode_reply(std::string_view id, std::string_view raw_result, std::optional<std::int64_t> seq) {
    std::string json;
    json.reserve(raw_result.size() + 128);
    json += R"({"jsonrpc":"2.0","id":)";
    append_quoted(json, id);
    json += R"(,"result":)";
    json += raw_result;
    if (seq) json += R"(,"seq":)" + std::to_string(*seq);
    json += '}';
    return json;
}

std::string encode_error(std::optional<std::string_view> id, std::string_view code, std::string_view message,
                         const Details& details) {
    std::string json = R"({"jsonrpc":"2.0","id":)";
    if (id) {
        append_quoted(json, *id);
    } else {
        json += "null";
    }
    json += R"(,"error":{"code":)" + std::to_string(rpc_code(code)) + R"(,"message":)";
    append_quoted(json, message);
    json += R"(,"data":{"code":)";
    append_quoted(json, code);
    append_details(json, details);
    json += "}}}";
    return json;
}

std::string encode_problem(std::string_view code, std::string_view message, const Details& details) {
    std::string json = R"({"code":)";
    append_quoted(json, code);
    json += R"(,"message":)";
    append_quoted(json, message);
    append_details(json, details);
    json += '}';
    return json;
}

std::string encode_error(const DecodeError& error) {
    const char* word = error.code == rpc_error::parse             ? "parse_error"
                       : error.code == rpc_error::invalid_request ? "invalid_request"
                                                                  : "invalid_params";
    const auto id = error.id.empty() ? std::nullopt : std::optional<std::string_view>(error.id);
    return encode_error(id, word, error.what(), error.path.empty() ? Details{} : Details{{"path", error.path}});
}

std::string encode_event(std::string_view group, std::int64_t seq, Time at, std::string_view kind,
                         std::string_view raw_data) {
    auto json = feed_event(group, seq, raw_data.size());
    json += R"(,"at":)";
    append_quoted(json, rfc3339(at));
    json += R"(,"kind":)";
    append_quoted(json, kind);
    json += R"(,"data":)";
    json += raw_data;
    json += "}}";
    return json;
}

std::string encode_bare_event(std::string_view group, std::int64_t seq) { return feed_event(group, seq, 0) + "}}"; }

std::string encode_notification(std::string_view method, std::string_view raw_params) {
    auto json = notification(method, raw_params.size());
    json += raw_params;
    json += '}';
    return json;
}

}  // namespace covision::protocol
