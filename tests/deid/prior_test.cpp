// What a note is full of decides what is asked about: identifiers bring more of it out, terms less.
#include "server/deid/prior.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/deid/dev_notes.hpp"

namespace covision::deid {
namespace {

// A note as its figures tell it, where no figure or abbreviation stands beside the terms.
constexpr Prior of(std::size_t certain, std::size_t by_form, std::size_t words, std::size_t terms) {
    return prior({certain, by_form, certain, 0, words, terms, 0});
}

TEST(Priors, of_a_note_by_its_numbers) {
    struct Row {
        std::size_t certain, by_form, words, terms;
        Prior expected;
    };
    for (const Row& row :
         {Row{0, 0, 0, 0, Prior::usual}, Row{2, 2, 80, 0, Prior::dense}, Row{2, 2, 81, 0, Prior::usual},
          Row{2, 1, 20, 0, Prior::usual}, Row{3, 1, 150, 0, Prior::dense}, Row{3, 1, 151, 0, Prior::usual},
          Row{3, 2, 360, 0, Prior::dense}, Row{3, 3, 361, 0, Prior::usual}, Row{40, 30, 4000, 800, Prior::dense},
          Row{0, 0, 400, 29, Prior::bare}, Row{0, 0, 400, 28, Prior::usual}, Row{1, 0, 400, 50, Prior::bare},
          Row{1, 0, 400, 49, Prior::usual}, Row{0, 0, 29, 29, Prior::usual}, Row{2, 2, 300, 60, Prior::usual},
          Row{2, 2, 301, 60, Prior::bare}, Row{5, 0, 400, 60, Prior::bare}}) {
        EXPECT_EQ(of(row.certain, row.by_form, row.words, row.terms), row.expected)
            << row.certain << ' ' << row.by_form << ' ' << row.words << ' ' << row.terms;
    }
}

// Where a fifth of the words are terms, figures and abbreviations, a name that nothing speaks for is a thing's.
TEST(Priors, of_a_note_by_its_figures) {
    struct Row {
        Counts note;
        Prior expected;
    };
    const Row rows[] = {{{0, 0, 0, 0, 250, 10, 50}, Prior::bare},   {{0, 0, 0, 0, 250, 10, 49}, Prior::usual},
                        {{0, 0, 0, 0, 250, 9, 50}, Prior::usual},   {{6, 0, 0, 0, 250, 10, 50}, Prior::bare},
                        {{6, 0, 5, 0, 250, 10, 50}, Prior::dense},  {{6, 0, 0, 0, 250, 10, 49}, Prior::dense},
                        {{6, 1, 1, 0, 250, 10, 250}, Prior::dense}, {{1, 1, 1, 0, 250, 10, 62}, Prior::usual},
                        {{1, 1, 1, 0, 250, 10, 63}, Prior::bare},   {{6, 0, 0, 5, 250, 10, 50}, Prior::dense},
                        {{6, 0, 0, 4, 250, 10, 50}, Prior::bare},   {{2, 2, 2, 0, 250, 10, 250}, Prior::usual}};
    for (const Row& row : rows) {
        const Counts& note = row.note;
        EXPECT_EQ(prior(note), row.expected) << note.certain << ' ' << note.by_form << ' ' << note.speaking << ' '
                                             << note.words << ' ' << note.terms << ' ' << note.technical;
    }
}

// One more identifier by its form, of a few words: from bare to usual to dense, never the other way.
TEST(Priors, another_identifier_never_leads_away_from_dense) {
    const auto rank = [](const Counts& note) {
        const Prior of = prior(note);
        return of == Prior::bare ? 0 : of == Prior::usual ? 1 : 2;
    };
    const auto grows = [&rank](const Counts& note, std::size_t words) {
        Counts longer = note;
        longer.words += words;
        longer.certain += 1;
        longer.by_form += 1;
        longer.speaking += 1;
        return rank(longer) >= rank(note);
    };
    for (std::size_t words = 0; words < 900; words += 7) {
        for (std::size_t certain = 0; certain < 20; ++certain) {
            for (std::size_t terms = 0; terms < words; terms += 11) {
                for (const std::size_t form : {std::size_t{0}, certain / 2, certain}) {
                    for (const std::size_t figures : {std::size_t{0}, words / 6, words / 3}) {
                        const Counts quiet{
                            certain, form, form, certain - form, words, terms, std::min(words, terms + figures)};
                        Counts loud = quiet;
                        loud.speaking = certain;
                        for (const std::size_t more : {1U, 5U, 50U}) {
                            ASSERT_TRUE(grows(quiet, more) && grows(loud, more))
                                << certain << ' ' << form << ' ' << words << ' ' << terms << ' ' << more;
                        }
                    }
                }
            }
        }
    }
}

// What stands in a note of its own is found there too when identifiers come after it.
TEST(Priors, adding_an_identifier_never_removes_a_finding) {
    constexpr std::pair<const char*, const char*> languages[] = {
        {"tests/deid/notes/en",
         "\n\nWhat she wrote to him came back to her from x@example.org and from y@example.org.\n"},
        {"tests/deid/notes/de",
         "\n\nWas sie ihm schrieb, kam zu ihr zurück von x@example.org und von y@example.org.\n"}};
    for (const auto& [folder, more] : languages) {
        for (const DevNote& note : read_notes(folder)) {
            const std::vector<Finding> before = detector().scan(note.text), after = detector().scan(note.text + more);
            for (const Finding& one : before) {
                std::size_t met = 0;
                for (const Finding& other : after) met += one.start < other.end && other.start < one.end ? 1U : 0U;
                EXPECT_GT(met, 0U) << note.name << ": " << cut(note.text, one.start, one.end);
            }
        }
    }
}

constexpr const char* letterhead = "MRN: 4471-20938\nDOB: 04/17/1948\nDr. Feldman, 317-555-0186\n";

TEST(Priors, in_a_note_with_identifiers_doubtful_words_are_asked_about) {
    struct Row {
        const char* text;
        Found alone, among;
    };
    for (const Row& row :
         {Row{"Next call 1/10.", {}, {"DATE? 1/10"}}, Row{"Flu shot declined, again 12/3.", {}, {"DATE? 12/3"}},
          Row{"Pain 6/10, strength 4/5, mood 3/10.", {}, {}},
          Row{"She has until Christmas Day.", {}, {"DATE? Christmas Day"}},
          Row{"Worse since Jan and last Autumn, in May too, better by Easter and Christmas.", {}, {}},
          Row{"It rang three times, 9th, 10th and today.", {}, {"DATE? 9th", "DATE? 10th"}},
          Row{"The 5th rib, 4th line therapy.", {}, {}}, Row{"Lost the Exelon badge.", {}, {"ORG? Exelon"}},
          Row{"Podiatry, HealthDrive, today.", {}, {"ORG? HealthDrive"}},
          Row{"Seen under 504-2213.", {}, {"ID? 504-2213"}}}) {
        EXPECT_EQ(found(row.text), row.alone) << row.text;
        Found both = found(std::string(letterhead) + row.text);
        const Found head = found(letterhead);
        ASSERT_GE(both.size(), head.size());
        both.erase(both.begin(), both.begin() + static_cast<std::ptrdiff_t>(head.size()));
        EXPECT_EQ(both, row.among) << row.text;
    }
}

TEST(Priors, in_a_text_of_terms_a_name_by_its_word_alone_is_a_thing) {
    const std::string terms =
        "Laparoscopic sleeve gastrectomy with trocars, stapler, clips. Hernia repair, bowel resection, anastomosis. "
        "Catheter, drain, sutures, forceps, retractor. Pneumonia, sepsis, anemia, hypertension. The patient was extubated "
        "and taken to recovery. ";
    EXPECT_EQ(found(terms + "Zorvath green, tied. Harvey-Bradshaw 4. Leyla bar."), Found{});
    EXPECT_EQ(found(terms + "Volar Henry approach. Seen by Henry today."), Found{"NAME! Henry"});
    EXPECT_EQ(found(terms + "Seen with Mrs. Brandt, who said so."), Found{"NAME! Brandt"});
    EXPECT_EQ(found(terms + "Her sister Leyla called."), Found{"NAME! Leyla"});
}

}  // namespace
}  // namespace covision::deid
