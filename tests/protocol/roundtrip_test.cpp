// What is encoded decodes to the same, for random values of every kind; and what is cut or bent never crashes.
#include <random>

#include "protocol/text.hpp"
#include "tests/protocol/sample.hpp"

namespace covision::protocol::sample {
namespace {

using Engine = std::mt19937_64;

int upto(Engine& engine, int highest) { return std::uniform_int_distribution<int>(0, highest)(engine); }

std::string words(Engine& engine, int most) {
    constexpr const char* parts[] = {"a", " ", "\n", "\"", "\\", "\xc3\xa4", "\xe4\xb8\xad", "\xf0\x9f\x98\x80",
                                     "/", "\t"};
    std::string text = "x";  // so that none is blank
    for (int i = upto(engine, most - 1); i > 0; --i) text += parts[upto(engine, 9)];
    return text;
}

Everything any(Engine& engine) {
    Everything value;
    value.flag = upto(engine, 1) == 1;
    value.small = static_cast<int>(engine());
    value.large = std::uniform_int_distribution<std::int64_t>(-greatest_whole, greatest_whole)(engine);
    value.stars = 1 + upto(engine, 4);
    value.ratio = std::ldexp(static_cast<double>(static_cast<std::int64_t>(engine())), upto(engine, 200) - 100);
    value.name = words(engine, 10);
    value.note = words(engine, 10);
    value.secret = words(engine, 10);
    value.at = from_micros(std::uniform_int_distribution<std::int64_t>(0, 253'402'300'799'999'999)(engine));
    value.answer = static_cast<Answer>(upto(engine, 2));
    for (int i = upto(engine, 3); i > 0; --i) value.clauses.push_back({words(engine, 20), Answer::no});
    if (upto(engine, 1) == 1) value.tags.push_back(words(engine, 5));
    if (upto(engine, 1) == 1) value.comment = words(engine, 10);
    if (upto(engine, 1) == 1) value.clause = Clause{words(engine, 20), Answer::default_};
    if (upto(engine, 1) == 1) value.maybe = upto(engine, 1) == 1;
    if (upto(engine, 1) == 1) value.numbers = List<int, 3>{1, 2};
    return value;
}

unsigned seed() {
    const char* pinned = std::getenv("COVISION_SEED");
    return pinned != nullptr ? static_cast<unsigned>(std::strtoul(pinned, nullptr, 10)) : std::random_device{}();
}

TEST(RoundTrip, of_random_values) {
    const auto start = seed();
    SCOPED_TRACE("COVISION_SEED=" + std::to_string(start));
    Engine engine(start);
    for (int i = 0; i < 500; ++i) {
        const auto value = any(engine);
        const auto json = encode(value);
        const auto again = decode<Everything>(json);
        ASSERT_EQ(encode(again), json);
        ASSERT_EQ(again.large, value.large);
        ASSERT_EQ(again.ratio, value.ratio);
        ASSERT_EQ(again.name, value.name);
        ASSERT_EQ(again.at, value.at);
        ASSERT_EQ(again.comment.has_value(), value.comment.has_value());
        ASSERT_EQ(again.numbers, value.numbers);
        ASSERT_EQ(again.clauses.size(), value.clauses.size());
    }
}

TEST(RoundTrip, of_bent_documents_ends_in_a_value_or_a_named_error) {
    const auto start = seed();
    SCOPED_TRACE("COVISION_SEED=" + std::to_string(start));
    Engine engine(start);
    for (int i = 0; i < 2000; ++i) {
        auto json = encode(any(engine));
        for (int bends = 1 + upto(engine, 2); bends > 0 && !json.empty(); --bends) {
            const auto at = static_cast<std::size_t>(upto(engine, static_cast<int>(json.size()) - 1));
            switch (upto(engine, 2)) {
                case 0: json[at] = static_cast<char>(engine()); break;
                case 1: json.erase(at, static_cast<std::size_t>(upto(engine, 20))); break;
                default:
                    json.insert(at,
                                std::string_view("{}[]\",:0n").substr(static_cast<std::size_t>(upto(engine, 8)), 1));
            }
        }
        try {
            (void)encode(decode<Everything>(json));
        } catch (const DecodeError& error) {
            ASSERT_TRUE(error.code == rpc_error::parse || error.code == rpc_error::invalid_params);
        }
    }
}

TEST(Encode, writes_members_in_order_and_leaves_out_empty_optionals) {
    Everything value;
    value.ratio = 0.1;
    value.at = from_micros(1'000'000);
    value.clauses = {{"one", Answer::default_}};
    EXPECT_EQ(encode(value),
              R"({"flag":false,"small":0,"large":0,"stars":1,"ratio":0.1,"name":"","note":"","secret":"s",)"
              R"("id":"019aa3c0-0000-7000-8000-000000000001","at":"1970-01-01T00:00:01Z","local":"2026-11-24T16:30",)"
              R"("day":"2026-11-24","answer":"yes","clauses":[{"text":"one","answer":"default"}],"tags":["a"],)"
              R"("nothing":{}})");
}

TEST(Encode, refuses_what_JSON_cannot_hold) {
    EXPECT_THROW((void)encode(std::int64_t{greatest_whole + 1}), std::logic_error);
    EXPECT_THROW((void)encode(std::numeric_limits<double>::quiet_NaN()), std::logic_error);
    EXPECT_THROW((void)encode(static_cast<Answer>(77)), std::logic_error);
}

}  // namespace
}  // namespace covision::protocol::sample
