// P-3 to P-5, P-10, P-35, P-36: what decoding refuses, and what it says.
#include "tests/protocol/sample.hpp"

namespace covision::protocol::sample {
namespace {

struct Inner {
    int n = 0;
    std::optional<Text<5>> word{};
};
COVISION_MESSAGE(Inner, n, word)

struct Outer {
    Inner inner{};
    List<Inner, 3> list{};
};
COVISION_MESSAGE(Outer, inner, list)

struct Case {
    const char* json;
    const char* fault;
};

TEST(Strict, P3_structure_and_paths) {
    const Case cases[] = {
        {R"({"inner":{"n":1},"list":[]})", ""},
        {R"( { "list" : [ { "n" : 1 } ] , "inner" : { "n" : 2 } } )", ""},
        {R"({"inner":{"n":1,"n":1},"list":[]})", "params.inner.n: This member stands here twice."},
        {R"({"inner":{"n":1,"\u006e":1},"list":[]})", "params.inner.n: This member stands here twice."},
        {R"({"inner":{"n":1,"m":2},"list":[]})", "params.inner.m: This member is not known here."},
        {R"({"inner":{"n":1},"list":[{"n":1},{"n":1,"x":0}]})", "params.list[1].x: This member is not known here."},
        {R"({"inner":{"n":1}})", "params.list: This member is required."},
        {R"({"inner":{},"list":[]})", "params.inner.n: This member is required."},
        {R"({"inner":{"n":1},"list":[{"n":1},{"word":"a"}]})", "params.list[1].n: This member is required."},
        {R"({"inner":[],"list":[]})", "params.inner: This member must be an object."},
        {R"({"inner":null,"list":[]})", "params.inner: This member must be an object."},
        {R"({"inner":{"n":1},"list":{}})", "params.list: This member must be a list of at most 3 items."},
        {R"({"inner":{"n":1},"list":[null]})", "params.list[0]: This member must be an object."},
        {R"({"inner":{"n":1},"list":[{"n":1},3]})", "params.list[1]: This member must be an object."},
        {R"({"inner":{"n":1},"list":[{"n":1},{"n":1},{"n":1},{"n":1}]})",
         "params.list: This member must be a list of at most 3 items."},
        {R"([])", "params: This member must be an object."},
        {R"(null)", "params: This member must be an object."},
        {R"("text")", "params: This member must be an object."},
    };
    for (const auto& each : cases) EXPECT_EQ(fault<Outer>(each.json), each.fault) << each.json;
}

TEST(Strict, P3_syntax) {
    const char* broken[] = {
        "",
        " ",
        "{",
        R"({"n":1)",
        R"({"n":1}})",
        R"({"n":1}x)",
        R"({n:1})",
        R"({'n':1})",
        R"({"n":01})",
        R"({"n":+1})",
        R"({"n":1,})",
        R"({"n":1}/**/)",
        "{\"n\":.5}",
        R"({"n":NaN})",
        R"({"n" 1})",
        "{\"n\":1,\"word\":\"a\nb\"}",
        "{\"n\":1e999}",
    };
    for (const std::string_view json : broken)
        EXPECT_NE(fault<Inner>(json).find("This is not JSON"), std::string::npos) << json;
    EXPECT_NE(fault<Inner>("\xef\xbb\xbf{\"n\":1}").find("byte order mark"), std::string::npos);
    for (const auto json : {std::string_view("{\"n\":1}\0", 8), std::string_view("{\"n\":1}\0{}", 10)}) {
        EXPECT_NE(fault<Inner>(json).find("zero byte"), std::string::npos);
    }
}

TEST(Strict, P3_broken_unicode) {
    const char* broken[] = {"\"\\ud800\"",  "\"\\udc00\"",         "\"\\ud800a\"",     "\"\\ud800\\u0041\"",
                            "\"\xff\"",     "\"\xc0\xaf\"",        "\"\xed\xa0\x80\"", "\"\xf5\x80\x80\x80\"",
                            "\"\xe4\xb8\"", "\"\xf0\x82\x82\xac\""};
    for (const auto* json : broken)
        EXPECT_NE(fault<Text<10>>(json).find("This is not JSON"), std::string::npos) << json;
    EXPECT_EQ(decode<Text<10>>("\"\\ud83d\\ude00\"").value, "\xf0\x9f\x98\x80");
}

TEST(Strict, P3_depth_is_bounded_by_the_description_and_the_parser_does_not_recurse) {
    const std::string deep(900'000, '[');
    EXPECT_EQ(fault<Inner>("{\"n\":" + deep),
              "params.n: This member must be a whole number from -2147483648 to 2147483647.");
}

TEST(Strict, P4_optional_members) {
    EXPECT_FALSE(decode<Inner>(R"({"n":1})").word);
    EXPECT_FALSE(decode<Inner>(R"({"n":1,"word":null})").word);
    EXPECT_EQ(decode<Inner>(R"({"n":1,"word":""})").word.value(), "");
    EXPECT_EQ(fault<Inner>(R"({"n":null})"),
              "params.n: This member must be a whole number from -2147483648 to 2147483647.");
}

TEST(Strict, P5_whole_numbers) {
    using Stars = Whole<1, 5>;
    const std::string must = "v: This member must be a whole number from 1 to 5.";
    for (const auto* good : {"1", "5"}) EXPECT_EQ(fault<Stars>(good, "v"), "") << good;
    for (const auto* bad :
         {"0", "6", "-1", "1.0", "1e0", "\"1\"", "true", "null", "[]", "{}", "99999999999999999999"}) {
        EXPECT_EQ(fault<Stars>(bad, "v"), must) << bad;
    }
    for (const auto* good : {"9007199254740991", "-9007199254740991", "0", "-0"})
        EXPECT_EQ(fault<std::int64_t>(good), "");
    for (const auto* bad : {"9007199254740992", "-9007199254740992", "18446744073709551615", "18446744073709551616"}) {
        EXPECT_NE(fault<std::int64_t>(bad), "") << bad;
    }
    for (const auto* bad : {"2147483648", "-2147483649"}) EXPECT_NE(fault<int>(bad), "") << bad;
    for (const auto* good : {"1", "-1", "1.5", "1e3", "18446744073709551616"})
        EXPECT_EQ(fault<double>(good), "") << good;
    for (const auto* bad : {"\"1\"", "null", "true", "1e999"}) EXPECT_NE(fault<double>(bad), "") << bad;
    for (const auto* bad : {"0", "\"true\"", "null"})
        EXPECT_EQ(fault<bool>(bad, "v"), "v: This member must be true or false.");
}

TEST(Strict, P7_ids) {
    EXPECT_EQ(fault<Id>("\"019aa3c0-0000-7000-8000-000000000001\""), "");
    for (const auto* bad :
         {"\"\"", "\"019AA3C0-0000-7000-8000-000000000001\"", "\"019aa3c0-0000-7000-8000-00000000000\"",
          "\"019aa3c0-0000-7000-8000-0000000000012\"", "\"019aa3c000007000800000000000000001\"",
          "\"{19aa3c0-0000-7000-8000-000000000001}\"", "7"}) {
        EXPECT_EQ(fault<Id>(bad, "v"), "v: This member must be a UUID in lower case.") << bad;
    }
}

TEST(Strict, P8_times) {
    EXPECT_EQ(micros(decode<Time>("\"1970-01-01T00:00:01Z\"")), 1'000'000);
    EXPECT_EQ(micros(decode<Time>("\"1970-01-01T00:00:00.25Z\"")), 250'000);
    for (const auto* bad : {"\"2026-11-24T15:30:00+00:00\"", "\"2026-11-24T15:30Z\"", "\"2026-11-24 15:30:00Z\"",
                            "\"2026-02-29T15:30:00Z\"", "\"2026-11-24T24:00:00Z\"", "\"2026-11-24T15:30:00\"", "0"}) {
        EXPECT_NE(fault<Time>(bad), "") << bad;
    }
}

TEST(Strict, P9_local_times_and_dates_exist) {
    for (const auto* good : {"\"2026-11-24T00:00\"", "\"2028-02-29T23:59\""}) EXPECT_EQ(fault<LocalTime>(good), "");
    for (const auto* bad :
         {"\"2026-11-24T24:00\"", "\"2026-11-24T16:60\"", "\"2026-02-29T10:00\"", "\"2026-13-01T10:00\"",
          "\"2026-11-24T16:30:00\"", "\"2026-11-24T16:30Z\"", "\"2026-11-24t16:30\"", "\"\""}) {
        EXPECT_NE(fault<LocalTime>(bad), "") << bad;
    }
    EXPECT_EQ(fault<LocalDate>("\"2028-02-29\""), "");
    for (const auto* bad : {"\"2026-02-29\"", "\"2026-00-10\"", "\"2026-1-1\"", "\"2026-11-24 \"", "\"+026-11-24\""}) {
        EXPECT_NE(fault<LocalDate>(bad), "") << bad;
    }
}

TEST(Strict, P10_enumerations) {
    EXPECT_EQ(decode<Answer>("\"no\""), Answer::no);
    EXPECT_EQ(decode<Answer>("\"default\""), Answer::default_);
    for (const auto* bad : {"\"No\"", "\"\"", "\"default_\"", "0", "null"}) {
        EXPECT_EQ(fault<Answer>(bad, "v"), "v: This member must be one of: yes, no, default.") << bad;
    }
}

TEST(Strict, P36_nothing_that_was_sent_comes_back) {
    const char* confiding[] = {
        R"({"n":"Frau Meier"})",
        R"({"n":1,"word":"Frau Meier"})",
        R"({"n":1,"Frau Meier":2})",
        R"({"n":1,"word":"Meier)",
        R"({"n":1} Meier)",
        R"({"n":Meier})",
        R"({"n":1,"word":"\uMeier"})",
        R"({"n":1,"MeierMeierMeierMeierMeierMeierMeierMeierMeier":2})",
    };
    for (const auto* json : confiding) {
        const auto answer = fault<Inner>(json);
        EXPECT_NE(answer, "") << json;
        EXPECT_EQ(answer.find("Meier"), std::string::npos) << answer;
    }
}

}  // namespace
}  // namespace covision::protocol::sample
