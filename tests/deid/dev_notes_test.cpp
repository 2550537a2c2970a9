// How much of what the development notes mark is found, and how much is flagged that should not be. The floors and
// ceilings are what was reached, with a little room; the table is printed whenever one is missed.
#include <gtest/gtest.h>

#include <array>
#include <iomanip>
#include <sstream>
#include <vector>

#include "tests/deid/dev_notes.hpp"

namespace covision::deid {
namespace {

constexpr std::size_t types = static_cast<std::size_t>(Type::rare) + 1;

struct Tally {
    std::size_t notes = 0, words = 0;
    std::array<std::size_t, types> marked{}, met{}, certain{}, wrong{};
    std::size_t empty_words = 0, empty_reviews = 0;  // of notes in which nothing is marked
    std::size_t certain_marked = 0, certain_met = 0;

    static std::size_t sum(const std::array<std::size_t, types>& all) {
        std::size_t result = 0;
        for (const std::size_t one : all) result += one;
        return result;
    }
    static double share(std::size_t part, std::size_t whole) {
        return whole == 0 ? 1.0 : static_cast<double>(part) / static_cast<double>(whole);
    }
    double recall() const { return share(sum(met), sum(marked)); }
    double certain_recall() const { return share(certain_met, certain_marked); }
    double precision() const { return 1.0 - share(sum(wrong), std::max<std::size_t>(1, sum(certain))); }
    double wrong_per_thousand() const { return 1000.0 * share(sum(wrong), words); }
    double reviews_per_thousand() const { return empty_words == 0 ? 0 : 1000.0 * share(empty_reviews, empty_words); }

    void add(const DevNote& note) {
        ++notes;
        const std::size_t size = words_of(note.text);
        words += size;
        const std::vector<Finding> findings = detector().scan(note.text);
        for (const Mark& mark : note.marks) {
            const bool found = std::any_of(findings.begin(), findings.end(),
                                           [&mark](const Finding& finding) { return overlap(finding, mark); });
            ++marked[static_cast<std::size_t>(mark.type)];
            met[static_cast<std::size_t>(mark.type)] += found ? 1U : 0U;
            if (mark.level == Level::must_replace) {
                ++certain_marked;
                certain_met += found ? 1U : 0U;
            }
        }
        if (note.marks.empty()) empty_words += size;
        for (const Finding& finding : findings) {
            const auto type = static_cast<std::size_t>(finding.type);
            if (finding.level == Level::review) {
                empty_reviews += note.marks.empty() ? 1U : 0U;
                continue;
            }
            ++certain[type];
            const bool right = std::any_of(note.marks.begin(), note.marks.end(),
                                           [&finding](const Mark& mark) { return overlap(finding, mark); });
            wrong[type] += right ? 0U : 1U;
        }
    }

    std::string table() const {
        std::ostringstream out;
        out << std::fixed << std::setprecision(3) << '\n'
            << notes << " notes, " << words << " words\nrecall " << recall() << ", of must_replace " << certain_recall()
            << ", precision " << precision() << ", wrong per 1,000 words " << wrong_per_thousand()
            << ", reviews per 1,000 words without marks " << reviews_per_thousand() << '\n';
        for (std::size_t t = 0; t < types; ++t) {
            if (marked[t] + certain[t] == 0) continue;
            out << std::setw(11) << type_name(static_cast<Type>(t)) << "  marked " << std::setw(5) << marked[t]
                << "  recall " << share(met[t], marked[t]) << "  certain " << std::setw(5) << certain[t] << "  wrong "
                << wrong[t] << '\n';
        }
        return out.str();
    }
};

struct Floor {
    Type type;
    double recall;
};

struct Bounds {
    double recall, certain_recall, precision, wrong, reviews;
    std::vector<Floor> floors;
};

void check(const char* folder, const Bounds& bounds) {
    Tally tally;
    for (const DevNote& note : read_notes(std::filesystem::path("tests/deid/notes") / folder)) tally.add(note);
    const std::string table = tally.table();
    EXPECT_GE(tally.recall(), bounds.recall) << table;
    EXPECT_GE(tally.certain_recall(), bounds.certain_recall) << table;
    EXPECT_GE(tally.precision(), bounds.precision) << table;
    EXPECT_LE(tally.wrong_per_thousand(), bounds.wrong) << table;
    EXPECT_LE(tally.reviews_per_thousand(), bounds.reviews) << table;
    for (const Floor& floor : bounds.floors) {
        const auto type = static_cast<std::size_t>(floor.type);
        EXPECT_GE(Tally::share(tally.met[type], tally.marked[type]), floor.recall) << type_name(floor.type) << table;
    }
}

TEST(DevNotes, english) {
    check("en", {0.972,
                 0.981,
                 0.99,
                 0.2,
                 1.8,
                 {{Type::name, 0.973},
                  {Type::location, 0.99},
                  {Type::org, 0.94},
                  {Type::date, 0.98},
                  {Type::age, 0.75},
                  {Type::phone, 1.0},
                  {Type::email, 1.0},
                  {Type::url, 1.0},
                  {Type::ip, 1.0},
                  {Type::id, 0.99},
                  {Type::account, 1.0},
                  {Type::plate, 1.0},
                  {Type::profession, 0.88},
                  {Type::rare, 0.85}}});
}

TEST(DevNotes, german) {
    check("de", {0.971,
                 0.987,
                 0.99,
                 0.25,
                 1.6,
                 {{Type::name, 0.975},
                  {Type::location, 0.955},
                  {Type::org, 0.91},
                  {Type::date, 0.98},
                  {Type::age, 1.0},
                  {Type::phone, 1.0},
                  {Type::email, 1.0},
                  {Type::url, 1.0},
                  {Type::ip, 1.0},
                  {Type::id, 1.0},
                  {Type::account, 1.0},
                  {Type::plate, 1.0},
                  {Type::profession, 1.0},
                  {Type::rare, 0.87}}});
}

}  // namespace
}  // namespace covision::deid
