// The tagger: its model file, and what it finds that stands in no list.
#include "server/deid/tagger.hpp"

#include <gtest/gtest.h>

#include "server/deid/fold.hpp"
#include "server/deid/model.hpp"
#include "tests/deid/support.hpp"

extern "C" {
extern const char covision_tagger_begin[];
extern const char covision_tagger_end[];
}

namespace covision::deid {
namespace {

std::string packed() { return {covision_tagger_begin, covision_tagger_end}; }

TEST(Tagger, refuses_a_broken_model) {
    const std::string whole = packed();
    EXPECT_NO_THROW(Model{whole});
    EXPECT_LT(whole.size(), 3U << 20);
    for (const std::size_t size : {std::size_t{0}, std::size_t{10}, Model::head_size, whole.size() - 1}) {
        EXPECT_THROW(Model{std::string_view(whole).substr(0, size)}, std::runtime_error) << size;
    }
    EXPECT_THROW(Model{whole + ' '}, std::runtime_error);
    for (const std::size_t at :
         {std::size_t{0}, Model::buckets_at, Model::checksum_at, Model::head_size, whole.size() - 1}) {
        std::string changed = whole;
        changed[at] = static_cast<char>(changed[at] ^ 1);
        EXPECT_THROW(Model{changed}, std::runtime_error) << at;
    }
}

struct Case {
    const char *text, *expected;
};

bool unknown(std::string_view word) {
    static const Resources resources = Resources::built_in();
    return !resources.lexicon().find(folded_hash(word)).known();
}

TEST(Tagger, finds_names_of_no_list) {
    for (const std::string_view word : {"Zhuvelka", "Obaremi", "Quillon", "Trezvan", "Vorrendal"})
        EXPECT_TRUE(unknown(word));
    for (const Case& one : {
             Case{"Yesterday Zhuvelka said that she would leave him.", "Zhuvelka"},
             Case{"Then Obaremi Quillon came to the session and wept.", "Obaremi Quillon"},
             Case{"Gestern erzählte Trezvan Quillon von ihrer Kindheit.", "Trezvan Quillon"},
             Case{"They moved to Vorrendal last year.", "Vorrendal"},
         }) {
        bool hit = false;
        for (const std::string& finding : found(one.text)) hit = hit || finding.ends_with(one.expected);
        EXPECT_TRUE(hit) << one.text;
    }
}

TEST(Tagger, says_the_same_each_time) {
    const std::string text = "Obaremi Quillon told me that Trezvan had moved to Vorrendal. Trezvan Quillon wept.";
    const auto first = found(text);
    EXPECT_FALSE(first.empty());
    for (int i = 0; i < 3; ++i) EXPECT_EQ(found(text), first);
}

}  // namespace
}  // namespace covision::deid
