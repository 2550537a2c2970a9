// P-6: texts are normalised, counted in code points, and free of what cannot be seen or would cost too much.
#include "protocol/text.hpp"

#include "tests/protocol/sample.hpp"

namespace covision::protocol::sample {
namespace {

std::string times(std::string_view part, int count) {
    std::string all;
    for (int i = 0; i < count; ++i) all += part;
    return all;
}
std::string as_json(std::string_view text) {
    std::string json;
    append_quoted(json, text);
    return json;
}

constexpr auto umlaut = "\xc3\xa4";         // ä
constexpr auto umlaut_apart = "a\xcc\x88";  // a and U+0308
constexpr auto acute_mark = "\xcc\x81";     // U+0301
constexpr auto grin = "\xf0\x9f\x98\x80";   // U+1F600

TEST(Texts, P6_are_normalised_to_form_C) {
    EXPECT_EQ(decode<Text<10>>(as_json(umlaut_apart)).value, umlaut);
    EXPECT_EQ(decode<Confidential<10>>(as_json(umlaut_apart)).value, umlaut);
    EXPECT_EQ(decode<Text<10>>(as_json("\xe2\x84\xab")).value, "\xc3\x85") << "the Angstrom sign is an A with a ring";
    EXPECT_EQ(decode<Text<10>>(as_json("\xef\xac\x81")).value, "\xef\xac\x81") << "a ligature stays: C, not KC";
}

TEST(Texts, P6_are_counted_in_code_points_after_normalisation) {
    EXPECT_EQ(fault<Text<3>>(as_json(times(umlaut_apart, 3))), "");
    EXPECT_EQ(fault<Text<3>>(as_json(times(grin, 3))), "");
    EXPECT_EQ(fault<Text<3>>(as_json(times(grin, 4)), "v"), "v: This member must be a text of at most 3 characters.");
    EXPECT_EQ(fault<Text<3>>("\"abcd\"", "v"), "v: This member must be a text of at most 3 characters.");
    const auto two_to_three = "v: This member must be a text of 2 to 3 characters.";
    EXPECT_EQ((fault<Text<3, 2>>("\"a\"", "v")), two_to_three);
    EXPECT_EQ((fault<Text<3, 2>>(as_json(umlaut_apart), "v")), two_to_three);
    EXPECT_EQ((fault<Text<3, 3>>("\"a\"", "v")), "v: This member must be a text of exactly 3 characters.");
}

TEST(Texts, P6_hold_no_control_characters) {
    EXPECT_EQ(decode<Text<10>>(R"("a\n\tb")").value, "a\n\tb");
    for (const auto* bad : {"\\u0000", "\\r", "\\b", "\\u001b", "\\u007f", "\\u0085", "\\u009f"}) {
        EXPECT_EQ(fault<Text<10>>('"' + std::string(bad) + '"', "v"),
                  "v: This member must not contain control characters other than line feed and tab.")
            << bad;
    }
}

TEST(Texts, P6_that_must_not_be_empty_must_not_be_blank) {
    using Name = Text<10, 1>;
    for (const auto* blank : {"\" \"", R"("\n\t ")", R"("\u00a0\u2003")", R"("\u200b")", R"("\u2028")"}) {
        EXPECT_EQ(fault<Name>(blank, "v"), "v: This member must not be blank.") << blank;
        EXPECT_EQ(fault<Text<10>>(blank), "");
    }
    EXPECT_EQ(decode<Name>("\" a \"").value, " a ");
}

TEST(Texts, P6_do_not_stack_marks_so_normalising_costs_no_more_than_it_should) {
    EXPECT_EQ(fault<Text<100>>(as_json("a" + times(acute_mark, 30))), "");
    EXPECT_EQ(fault<Text<100>>(as_json("a" + times(acute_mark, 31)), "v"),
              "v: This member must not stack more than 30 combining marks.");
}

TEST(Texts, quoting_gives_valid_JSON_whatever_the_bytes) {
    EXPECT_EQ(as_json("a\"\\\n\x01\x7f"), "\"a\\\"\\\\\\n\\u0001\x7f\"");
    EXPECT_EQ(as_json(umlaut), "\"" + std::string(umlaut) + "\"");
    EXPECT_EQ(as_json("a\xff\xe4\xb8"), "\"a\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\"");
}

TEST(Texts, what_is_entrusted_does_not_print_itself) {
    std::ostringstream out;
    out << Confidential<10>("x1") << Secret("x2") << Text<10>("open");
    EXPECT_EQ(out.str(), "(hidden)(hidden)open");
}

}  // namespace
}  // namespace covision::protocol::sample
