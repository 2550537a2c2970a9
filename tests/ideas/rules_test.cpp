// Who may note and read ideas at which moment, as tables.

#include "server/features/ideas/rules.hpp"

#include <gtest/gtest.h>

#include "tests/support/refusal.hpp"

namespace covision::ideas {
namespace {

TEST(IdeaRules, AnIdeaIsEarlyWhereAdviceComesLater) {
    consultation::Phase asks, advises;
    advises.advice = true;
    const std::vector<const consultation::Phase*> phases{&asks, &advises, nullptr, &advises, &asks};
    const std::vector<bool> early{true, false, true, false, false};
    for (std::size_t i = 0; i < phases.size(); ++i) EXPECT_EQ(is_early(phases, i), early[i]) << i;
    EXPECT_FALSE(is_early(phases, phases.size()));
    const std::vector<const consultation::Phase*> never{&asks, &asks};
    EXPECT_FALSE(is_early(never, 0)) << "a format without advice has no phase to wait for";
}

TEST(IdeaRules, WhoNotesAndWhoReads) {
    const Moment open{false, true, false, false, false};
    auto scribe = open, early = open, ended = open, frame = open;
    scribe.has_scribe = early.early = ended.ended = true;
    frame.somebody_presents = false;
    struct Line {
        Moment moment;
        Part part;
        const char *note, *list;
    };
    const std::vector<Line> table{
        {open, Part::consults, "", ""},
        {open, Part::leads, "", ""},
        {open, Part::presents, "for_you", "for_you"},
        {scribe, Part::consults, "", ""},
        {scribe, Part::leads, "scribe_notes", ""},
        {early, Part::consults, "idea_too_early", ""},
        {early, Part::presents, "for_you", "for_you"},
        {ended, Part::consults, "session_ended", "session_ended"},
        {ended, Part::presents, "session_ended", "session_ended"},
        {frame, Part::consults, "nobody_presents", "nobody_presents"},
    };
    for (std::size_t i = 0; i < table.size(); ++i) {
        const auto& line = table[i];
        EXPECT_EQ(support::code_of([&] { may_note(line.moment, line.part); }), line.note) << i;
        EXPECT_EQ(support::code_of([&] { may_list(line.moment, line.part); }), line.list) << i;
    }
}

TEST(IdeaRules, TheGiftWaitsForTheEndOfTheSilence) {
    Moment moment;
    EXPECT_TRUE(gift_is_open(moment, true));
    moment.silent = true;
    EXPECT_FALSE(gift_is_open(moment, true));
    EXPECT_TRUE(gift_is_open(moment, false)) << "somebody else's silence";
    moment.ended = true;
    EXPECT_TRUE(gift_is_open(moment, true));
}

}  // namespace
}  // namespace covision::ideas
