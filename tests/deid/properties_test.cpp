// What holds for every text, tried on made-up ones. Each failure prints its seed.
#include <gtest/gtest.h>

#include <random>
#include <thread>

#include "tests/deid/dev_notes.hpp"

namespace covision::deid {
namespace {

// Clauses of notes in any order, with odd signs between.
std::string made_up(std::mt19937& random) {
    constexpr const char* clauses[] = {
        "Anna said so",
        "Frau Schmidt weinte",
        "her sister Marta called",
        "we met on 14 March",
        "am 14. März 2025 kam sie",
        "call 07700 900123",
        "she lives in Köln",
        "er wohnt in München",
        "at 12 Oak Street, London NW1 6XE",
        "IBAN DE89 3704 0044 0532 0130 00",
        "Dr J. O'Neill agreed",
        "Herr von Berg kam",
        "I saw Will",
        "may be 4/7",
        "mail x@example.org",
        "Jose\u0301 and Özdemir came",
        "Anna\u2019s mother cried",
        "she is 93 years old",
        "MRN: 4411-22",
        "phone +49 30 1234567",
        "she works at Tesco",
        "SSN 123-45-6789",
        "born 3 May 1985 at 03:42",
        "Client A was here",
        "Hauptstraße 12, 79098 Freiburg",
        "the mayor and the only midwife in town",
        "PHQ-9 18/27, 50 mg",
        "Oakwood Primary School",
        "Smith, John",
        "my brother tom rang",
        "Sehr geehrte Frau Öztürk",
        "Kennzeichen HH-AB 1234",
    };
    constexpr const char* between[] = {". ", ", ", "\r\n", "\n\n", "; ", " - ", " (", ") ", ".\u00a0", "! "};
    std::string text;
    const unsigned count = 2 + random() % 20;
    for (unsigned i = 0; i < count; ++i) {
        text += clauses[random() % std::size(clauses)];
        text += between[random() % std::size(between)];
    }
    return text;
}

TEST(Properties, findings_are_in_order_inside_of_the_text_and_explained) {
    for (unsigned seed = 0; seed < 300; ++seed) {
        std::mt19937 random(seed);
        const std::string text = made_up(random);
        std::size_t last = 0;
        for (const Finding& finding : detector().scan(text)) {
            EXPECT_GE(finding.start, last) << seed;
            EXPECT_LT(finding.start, finding.end) << seed;
            EXPECT_LE(finding.end, code_points(text)) << seed;
            ASSERT_FALSE(finding.proposals.empty()) << seed;
            EXPECT_FALSE(finding.proposals.front().empty()) << seed;
            last = finding.end;
        }
    }
}

TEST(Properties, what_was_replaced_scans_clean_twice) {
    for (unsigned seed = 0; seed < 300; ++seed) {
        std::mt19937 random(seed);
        const std::string text = made_up(random);
        const std::string once = deid::apply(text, detector().scan(text));
        EXPECT_EQ(left_to_replace(once), std::vector<std::string>{}) << seed << "\n" << text << "\n" << once;
        const std::string twice = deid::apply(once, detector().scan(once));
        EXPECT_EQ(left_to_replace(twice), std::vector<std::string>{}) << seed;
    }
}

// Accepting every proposal leaves a note in which the engine finds nothing more, under every policy.
TEST(Properties, the_development_notes_scan_clean_after_every_proposal_was_accepted) {
    const std::vector<DevNote> notes = read_notes("tests/deid/notes");
    ASSERT_GE(notes.size(), 200U);
    for (const Strictness strictness : {Strictness::standard, Strictness::strict, Strictness::strict_us}) {
        Policy policy;
        policy.strictness = strictness;
        for (const DevNote& note : notes) {
            const std::string once = deid::apply(note.text, detector().scan(note.text, policy));
            EXPECT_EQ(found(once, policy), std::vector<std::string>{}) << note.name;
            const std::string twice = deid::apply(once, detector().scan(once, policy));
            EXPECT_EQ(found(twice, policy), std::vector<std::string>{}) << note.name;
        }
    }
}

// "Client A" in one place is "Client A" in every other, and nobody else is.
TEST(Properties, a_person_keeps_one_code_all_through_a_note) {
    const std::string text =
        "Anna Berg came with her brother Tom. Anna cried. Tom Berg, her brother, had called Anna's mother Ute. Ute said "
        "that Anna and Tom fight. Mrs Berg is tired, Anna too.";
    EXPECT_EQ(
        deid::apply(text, detector().scan(text)),
        "Client A came with her brother A. Client A cried. Brother A, her brother, had called Client A's mother A. "
        "Mother A said that Client A and Brother A fight. Mrs A is tired, Client A too.");
}

// What a number is known by stands in it or right before it: text in other paragraphs changes nothing.
TEST(Properties, text_elsewhere_never_moves_a_structured_finding) {
    auto structured = [](std::string_view text, std::size_t shift) {
        std::vector<std::string> result;
        for (const Finding& finding : detector().scan(text)) {
            if (finding.type == Type::name || finding.type == Type::location || finding.type == Type::org ||
                finding.type == Type::rare || finding.type == Type::profession || finding.type == Type::date) {
                continue;
            }
            if (finding.start < shift) continue;
            result.push_back(std::string(type_name(finding.type)) + ' ' + std::to_string(finding.start - shift) + ' ' +
                             std::to_string(finding.end - shift));
        }
        return result;
    };
    for (unsigned seed = 0; seed < 100; ++seed) {
        std::mt19937 random(seed);
        const std::string text = made_up(random), after = "\n\nNothing else was said.";
        const std::vector<std::string> alone = structured(text, 0);
        for (const char* before : {"We talked for an hour.\n\n", "Wir sprachen über früher.\r\n\r\n", "\U0001F600\n\n",
                                   "שלום, מה שלומך\n\n", "A\u030a e\u0301 \u202eabc\n\n"}) {
            EXPECT_EQ(structured(before + text + after, code_points(before)), alone) << seed << before << text;
        }
    }
}

TEST(Properties, the_same_text_gives_the_same_findings_on_every_thread) {
    std::mt19937 random(7);
    std::string text;
    for (int i = 0; i < 20; ++i) text += made_up(random);
    const std::vector<std::string> expected = found(text);
    std::vector<std::vector<std::string>> results(4);
    std::vector<std::thread> threads;
    for (auto& result : results) threads.emplace_back([&result, &text] { result = found(text); });
    for (std::thread& thread : threads) thread.join();
    for (const auto& result : results) EXPECT_EQ(result, expected);
}

TEST(Properties, broken_utf8_is_named_with_its_offset) {
    struct Case {
        std::string text;
        std::size_t offset;
    };
    for (const Case& one : {Case{"ab\xff", 2}, Case{"\xc3", 0}, Case{"Anna \xed\xa0\x80", 5}, Case{"x\xc0\x80", 1}}) {
        try {
            detector().scan(one.text);
            FAIL() << "accepted";
        } catch (const InvalidText& broken) {
            EXPECT_EQ(broken.offset, one.offset);
        }
    }
}

TEST(Properties, random_bytes_never_crash) {
    std::mt19937 random(11);
    for (int round = 0; round < 400; ++round) {
        std::string text(random() % 200, '\0');
        constexpr std::string_view alphabet = "AaBeé0123456789 .,-/@:'()+\n\r\0üZ";
        for (char& c : text) {
            c = round % 2 == 0 ? static_cast<char>(random()) : alphabet[random() % alphabet.size()];
        }
        try {
            for (const Finding& finding : detector().scan(text)) EXPECT_LE(finding.end, code_points(text));
        } catch (const InvalidText& broken) {
            EXPECT_LT(broken.offset, text.size());
        }
    }
}

TEST(Properties, offsets_count_the_given_text_in_any_normal_form) {
    const std::string composed = "Am 14. März kam José.", decomposed = "Am 14. Ma\u0308rz kam Jose\u0301.";
    EXPECT_EQ(found(composed), (std::vector<std::string>{"DATE! 14. März", "NAME! José"}));
    EXPECT_EQ(found(decomposed), (std::vector<std::string>{"DATE! 14. Ma\u0308rz", "NAME! Jose\u0301"}));
    // Invisible signs do not hide a name, and line ends of any kind do not move it.
    EXPECT_EQ(found("sister An\u200bna"), std::vector<std::string>{"NAME! An\u200bna"});
    EXPECT_EQ(found("one\r\ntwo\r\nher sister Anna"), std::vector<std::string>{"NAME! Anna"});
    EXPECT_EQ(found(std::string("nul\0 sister Anna", 16)), std::vector<std::string>{"NAME! Anna"});
    EXPECT_EQ(found(""), std::vector<std::string>{});
    // Emoji and text from right to left count as the code points that they are.
    EXPECT_EQ(found("\U0001F468\u200d\U0001F469 her sister Anna, x@example.org"),
              (std::vector<std::string>{"NAME! Anna", "EMAIL! x@example.org"}));
    EXPECT_EQ(found("אמר לי: x@example.org, 07700 900123"),
              (std::vector<std::string>{"EMAIL! x@example.org", "PHONE! 07700 900123"}));
}

TEST(Properties, a_long_text_is_read_in_time_that_grows_with_its_length) {
    // Each of these made some matcher start again and again; the test only has to end.
    for (const char* piece :
         {"a.",      "1 ",        "1-",   "@a",       "A. ",    "www.", "Anna, ", "é",    "(",
          "von ",    "14 ",       "St. ", "1/2 and ", "\"a b ", "„so ", "A-1-",   "no. ", "one of the last ",
          "in the ", "Anna Ann ", "x_",   "Az. ",     "reg "}) {
        std::string text;
        while (text.size() < 60000) text += piece;
        detector().scan(text);
    }
}

}  // namespace
}  // namespace covision::deid
