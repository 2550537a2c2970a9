// P-2, P-3, P-11 to P-13, P-16, P-23, P-25, P-33 to P-35: the JSON-RPC envelope.
#include "tests/protocol/sample.hpp"

namespace covision::protocol::sample {
namespace {

constexpr auto id = "019aa3c0-0000-7000-8000-000000000001";

TEST(Request, P11_is_read_in_any_order_and_keeps_the_bytes_of_params) {
    const char* frames[] = {
        R"({"jsonrpc":"2.0","id":"7","method":"groups.show","params":{"a":[1,"}]\"{",{}]}})",
        R"({"params":{"a":[1,"}]\"{",{}]},"method":"groups.show","id":"7","jsonrpc":"2.0"})",
        " {\n\"params\" :\t{\"a\":[1,\"}]\\\"{\",{}]} , \"method\":\"groups.show\",\r\n\"id\":\"7\",\"jsonrpc\":\"2.0\" } ",
    };
    for (const auto* frame : frames) {
        const auto request = decode_request(frame);
        EXPECT_EQ(request.id, "7");
        EXPECT_EQ(request.method, "groups.show");
        EXPECT_EQ(request.params, R"({"a":[1,"}]\"{",{}]})");
    }
    EXPECT_EQ(decode_request(R"({"jsonrpc":"2.0","id":"a.B-c_d:9","method":"home.show"})").params, "{}");
}

struct Bad {
    const char* frame;
    int code;
    const char* path;
    const char* id;
};

TEST(Request, P2_P3_P11_P13_refusals) {
    const Bad cases[] = {
        {"", rpc_error::parse, "", ""},
        {"7", rpc_error::parse, "", ""},
        {"{", rpc_error::parse, "", ""},
        {R"({"jsonrpc":"2.0","id":"7","method":"a.b"} {})", rpc_error::parse, "", "7"},
        {R"({"jsonrpc":"2.0","id":"7","method":"a.b",})", rpc_error::parse, "", "7"},
        {R"({"jsonrpc":"2.0","id":"7","method":"a.b","params":{"a":1)", rpc_error::parse, "", "7"},
        {R"({"jsonrpc":"2.0","id":"7","method":"a.b)", rpc_error::parse, "", "7"},
        {R"({"jsonrpc":"2.0","id":"7\)", rpc_error::parse, "", ""},
        {R"({"jsonrpc":"2.0" "id":"7"})", rpc_error::parse, "", ""},
        {R"({"jsonrpc":"2.0","id":,"method":"a.b"})", rpc_error::parse, "", ""},
        {R"([{"jsonrpc":"2.0","id":"7","method":"a.b"}])", rpc_error::invalid_request, "", ""},
        {R"({})", rpc_error::invalid_request, "jsonrpc", ""},
        {R"({"jsonrpc":"1.0","id":"7","method":"a.b"})", rpc_error::invalid_request, "jsonrpc", "7"},
        {R"({"jsonrpc":2.0,"id":"7","method":"a.b"})", rpc_error::invalid_request, "jsonrpc", "7"},
        {R"({"jsonrpc":"2.0","method":"a.b"})", rpc_error::invalid_request, "id", ""},
        {R"({"jsonrpc":"2.0","id":null,"method":"a.b"})", rpc_error::invalid_request, "id", ""},
        {R"({"jsonrpc":"2.0","id":7,"method":"a.b"})", rpc_error::invalid_request, "id", ""},
        {R"({"jsonrpc":"2.0","id":"","method":"a.b"})", rpc_error::invalid_request, "id", ""},
        {R"({"jsonrpc":"2.0","id":"a b","method":"a.b"})", rpc_error::invalid_request, "id", ""},
        {R"({"jsonrpc":"2.0","id":"\u0037","method":"a.b"})", rpc_error::invalid_request, "id", ""},
        {R"({"jsonrpc":"2.0","id":"7","id":"8","method":"a.b"})", rpc_error::invalid_request, "id", "8"},
        {R"({"jsonrpc":"2.0","id":"7"})", rpc_error::invalid_request, "method", "7"},
        {R"({"jsonrpc":"2.0","id":"7","method":""})", rpc_error::invalid_request, "method", "7"},
        {R"({"jsonrpc":"2.0","id":"7","method":"A.b"})", rpc_error::invalid_request, "method", "7"},
        {R"({"jsonrpc":"2.0","id":"7","method":{}})", rpc_error::invalid_request, "method", "7"},
        {R"({"jsonrpc":"2.0","id":"7","method":"a.b","params":{},"params":{}})", rpc_error::invalid_request, "params",
         "7"},
        {R"({"jsonrpc":"2.0","id":"7","method":"a.b","result":{}})", rpc_error::invalid_request, "", "7"},
        {R"({"jsonrpc":"2.0","i\u0064":"7","method":"a.b"})", rpc_error::invalid_request, "", ""},
        {R"({"jsonrpc":"2.0","method":"a.b","params":[],"id":"7"})", rpc_error::invalid_params, "params", "7"},
        {R"({"jsonrpc":"2.0","method":"a.b","params":null,"id":"7"})", rpc_error::invalid_params, "params", "7"},
    };
    for (const auto& each : cases) {
        try {
            (void)decode_request(each.frame);
            ADD_FAILURE() << "accepted " << each.frame;
        } catch (const DecodeError& error) {
            EXPECT_EQ(error.code, each.code) << each.frame;
            EXPECT_EQ(error.path, each.path) << each.frame;
            EXPECT_EQ(error.id, each.id) << each.frame;
        }
    }
}

std::string nested(std::size_t depth) {
    return R"({"jsonrpc":"2.0","id":"7","method":"a.b","params":{"a":)" + std::string(depth - 2, '[') +
           std::string(depth - 2, ']') + "}}";
}

TEST(Request, P3_depth_counts_from_the_frame) {
    EXPECT_NO_THROW((void)decode_request(nested(16)));
    try {
        (void)decode_request(nested(17));
        ADD_FAILURE();
    } catch (const DecodeError& error) {
        EXPECT_EQ(error.code, rpc_error::invalid_request);
        EXPECT_EQ(error.id, "7");
    }
    EXPECT_THROW((void)decode_request(nested(900'000)), DecodeError);
}

TEST(Request, P11_ids_are_bounded) {
    const auto frame = [](std::size_t size) {
        return R"({"jsonrpc":"2.0","method":"a.b","id":")" + std::string(size, 'x') + "\"}";
    };
    EXPECT_NO_THROW((void)decode_request(frame(64)));
    EXPECT_THROW((void)decode_request(frame(65)), DecodeError);
}

TEST(Request, whatever_brackets_hide_in_params_is_found_by_decoding_them) {
    const auto request = decode_request(R"({"jsonrpc":"2.0","id":"7","method":"a.b","params":{"a":[}]})");
    EXPECT_THROW((void)decode<Nothing>(request.params, "params"), DecodeError);
}

TEST(Reply, P12_P16) {
    EXPECT_EQ(encode_reply(id, R"({"a":1})"),
              R"({"jsonrpc":"2.0","id":"019aa3c0-0000-7000-8000-000000000001","result":{"a":1}})");
    EXPECT_EQ(encode_reply("7", "{}", 41), R"({"jsonrpc":"2.0","id":"7","result":{},"seq":41})");
}

TEST(Error, P33_P34) {
    EXPECT_EQ(encode_error("7", "must_sign", "Sign first.", {{"version", "3"}, {"a", "\"b\""}}),
              R"({"jsonrpc":"2.0","id":"7","error":{"code":-32000,"message":"Sign first.",)"
              R"("data":{"code":"must_sign","details":{"version":"3","a":"\"b\""}}}})");
    EXPECT_EQ(encode_error({}, "parse_error", "x"),
              R"({"jsonrpc":"2.0","id":null,"error":{"code":-32700,"message":"x",)"
              R"("data":{"code":"parse_error","details":{}}}})");
    const std::pair<const char*, const char*> numbers[] = {
        {"invalid_request", "-32600"}, {"unknown_method", "-32601"}, {"invalid_params", "-32602"},
        {"internal", "-32603"},        {"not_found", "-32000"},
    };
    for (const auto& [word, number] : numbers) {
        EXPECT_NE(encode_error("7", word, "x").find("\"code\":" + std::string(number) + ','), std::string::npos)
            << word;
    }
}

TEST(Error, overHttpIsItsDataWithTheMessage) {
    EXPECT_EQ(encode_problem("must_sign", "Read „this“ first.", {{"version", "3"}}),
              R"({"code":"must_sign","message":"Read „this“ first.","details":{"version":"3"}})");
    EXPECT_EQ(encode_problem("x", "y"), R"({"code":"x","message":"y","details":{}})");
}

TEST(Error, P35_of_decoding_names_the_place) {
    try {
        (void)decode<Clause>(R"({"text":""})", "params.clauses[3]");
        ADD_FAILURE();
    } catch (DecodeError& error) {
        error.id = "7";
        EXPECT_EQ(encode_error(error),
                  R"({"jsonrpc":"2.0","id":"7","error":{"code":-32602,)"
                  R"("message":"This member must be a text of 1 to 20 characters.",)"
                  R"("data":{"code":"invalid_params","details":{"path":"params.clauses[3].text"}}}})");
    }
}

TEST(Event, P23_P25_P29) {
    EXPECT_EQ(encode_event("g", 17, from_micros(250'000), "schedule.answered", R"({"a":1})"),
              R"({"jsonrpc":"2.0","method":"feed.event","params":{"group":"g","seq":17,)"
              R"("at":"1970-01-01T00:00:00.25Z","kind":"schedule.answered","data":{"a":1}}})");
    EXPECT_EQ(encode_bare_event("g", 17), R"({"jsonrpc":"2.0","method":"feed.event","params":{"group":"g","seq":17}})");
    EXPECT_EQ(encode_notification("presence.changed", "{}"),
              R"({"jsonrpc":"2.0","method":"presence.changed","params":{}})");
}

}  // namespace
}  // namespace covision::protocol::sample
