#include "server/features/consultation/formats.hpp"

#include <gtest/gtest.h>

#include <set>

namespace covision::consultation {
namespace {

std::size_t characters(const std::string& text) {
    std::size_t count = 0;
    for (const char byte : text) count += (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
    return count;
}

void expect_words(const Words& words, std::size_t most, const std::string& where) {
    for (const auto* text : {&words.en, &words.de}) {
        EXPECT_GT(characters(*text), 0u) << where;
        EXPECT_LE(characters(*text), most) << where << ": " << *text;
    }
    EXPECT_TRUE(words.en != words.de || most <= 60) << where << " is not translated";
}

TEST(Formats, TheReflectingTeamHasNormansSixSteps) {
    const auto* format = find_format("reflecting_team");
    ASSERT_TRUE(format);
    EXPECT_EQ(format->minutes(), 35);
    std::vector<int> minutes;
    std::vector<std::string> codes;
    for (const auto& phase : format->phases) {
        minutes.push_back(phase.minutes);
        codes.push_back(phase.code);
    }
    EXPECT_EQ(minutes, (std::vector<int>{5, 5, 8, 3, 10, 4}));
    EXPECT_EQ(codes, (std::vector<std::string>{"preparing", "presenting", "clarifying", "affirming", "reflecting",
                                               "closing"}));
    for (const auto& phase : format->phases) {
        EXPECT_EQ(phase.presenter == PresenterDoes::silent, phase.code == "affirming" || phase.code == "reflecting");
        EXPECT_EQ(phase.advice, phase.code == "reflecting") << "no advice before reflecting";
    }
}

struct Expected {
    std::string code;
    std::vector<int> minutes;
    std::string silent, advice, own;  // a letter for each phase: x where it is so
};

/// As the field has them: phases and minutes of each method's source, where the presenter is silent, where advice has
/// its place, and which minutes no source names.
TEST(Formats, AreThoseOfTheirSources) {
    const std::vector<Expected> table{
        {"reflecting_team", {5, 5, 8, 3, 10, 4}, "...xx.", "....x.", "......"},
        {"intervision", {5, 10, 5, 5, 10, 5}, "....x.", "....x.", ".....x"},
        {"case_consultation", {5, 5, 15, 10, 5, 10, 10, 5}, "...x.x..", ".....x..", "........"},
        {"balint", {10, 5, 20, 10}, "..x.", "....", "xxxx"},
        {"interview_team", {10, 15, 10, 10}, ".x..", "....", "..xx"},
        {"consultancy", {10, 5, 10, 15, 5, 5}, "...x..", "...x..", "....xx"},
        {"wise_crowds", {2, 3, 8, 2}, "..x.", "..x.", "...."},
        {"troika", {1, 2, 2, 5, 1}, "x..x.", "...x.", "....."},
        {"peer_support", {10, 30, 10}, "...", "...", "xxx"},
    };
    ASSERT_EQ(formats().size(), table.size());
    for (std::size_t i = 0; i < table.size(); ++i) {
        const auto& format = formats()[i];
        SCOPED_TRACE(table[i].code);
        std::vector<int> minutes;
        std::string silent, advice, own;
        for (const auto& phase : format.phases) {
            minutes.push_back(phase.minutes);
            silent += phase.presenter == PresenterDoes::silent ? 'x' : '.';
            advice += phase.advice ? 'x' : '.';
            own += phase.own_minutes ? 'x' : '.';
        }
        EXPECT_EQ(format.code, table[i].code);
        EXPECT_EQ(minutes, table[i].minutes);
        EXPECT_EQ(silent, table[i].silent);
        EXPECT_EQ(advice, table[i].advice);
        EXPECT_EQ(own, table[i].own);
        EXPECT_EQ(format.has_case, format.code != "peer_support");
    }
}

TEST(Formats, AreComplete) {
    EXPECT_FALSE(find_format("no_such"));
    std::set<std::string> codes;
    std::vector<Format> all(formats().begin(), formats().end());
    all.insert(all.end(), frames().begin(), frames().end());
    for (const auto& format : all) {
        EXPECT_TRUE(codes.insert(format.code).second);
        ASSERT_TRUE(find_format(format.code));
        EXPECT_EQ(find_format(format.code)->name.en, format.name.en);
        expect_words(format.name, 80, format.code);
        expect_words(format.source, 200, format.code);
        EXPECT_LE(format.min_people, format.max_people);
        std::set<std::string> phases;
        for (const auto& phase : format.phases) {
            const auto where = format.code + "." + phase.code;
            EXPECT_TRUE(phases.insert(phase.code).second) << where;
            EXPECT_LE(phase.code.size(), 40u);
            EXPECT_LE(1, phase.min_minutes) << where;
            EXPECT_LE(phase.min_minutes, phase.minutes) << where;
            EXPECT_LE(phase.minutes, phase.max_minutes) << where;
            expect_words(phase.title, 60, where);
            expect_words(phase.aim, 200, where);
            expect_words(phase.script, 600, where);
            EXPECT_TRUE(phase.speakers != Speakers::presenter || phase.presenter == PresenterDoes::speaks) << where;
            EXPECT_TRUE(!phase.advice || phase.presenter == PresenterDoes::silent) << where;
        }
    }
}

}  // namespace
}  // namespace covision::consultation
