// A group's own versions of formats: what they say, who changes them, and what a session keeps.

#include "server/features/consultation/own_format.hpp"

#include "tests/consultation/round.hpp"
#include "tests/support/refusal.hpp"

namespace covision::consultation {
namespace {

using protocol::DutyRole;
using protocol::Language;
using support::code_of;

const Format& troika = *find_format("troika");

TEST(OwnFormat, KeepsOnlyWhatDiffers) {
    const auto& share = troika.phases[1];
    const std::vector<OwnPhase> same{{"share", share.minutes, share.script.de}, {"reflect", 1, ""}};
    EXPECT_EQ(difference(troika, same), std::vector<OwnPhase>{});
    const std::vector<OwnPhase> own{{"consult", 8, "Now you two."}, {"share", 2, "Tell us."}};
    EXPECT_EQ(difference(troika, own), (std::vector<OwnPhase>{own[1], own[0]})) << "in the format's order";
    EXPECT_EQ(code_of([&] { difference(troika, {{"consult", 11, ""}}); }), "phase_minutes");
    EXPECT_EQ(code_of([&] { difference(troika, {{"consult", 2, ""}}); }), "phase_minutes");
    EXPECT_EQ(code_of([&] { difference(troika, {{"sing", 2, ""}}); }), "unknown_phase");
    EXPECT_EQ(code_of([&] { difference(troika, {{"share", 2, ""}, {"share", 3, ""}}); }), "unknown_phase");
    const auto merged = with_own(troika, own);
    EXPECT_EQ(merged.minutes(), troika.minutes() + 3);
    EXPECT_EQ(merged.phases[3].script.de, "Now you two.");
    EXPECT_EQ(merged.phases[0].script.de, troika.phases[0].script.de);
}

TEST(OwnFormat, ARunOutlivesALaterReleaseOfItsFormat) {
    auto item = item_of(troika, 0, {});
    item.phases[1] = {"gone", 4};
    item.phases.pop_back();
    const auto shown = as_run(item, &troika);
    ASSERT_EQ(shown.phases.size(), 4u);
    EXPECT_EQ(shown.phases[0].title.en, troika.phases[0].title.en);
    EXPECT_EQ(shown.phases[1].title.en, "gone");
    EXPECT_EQ(shown.minutes(), 1 + 4 + 2 + 5);
    item.format = "no_such";
    EXPECT_EQ(as_run(item, nullptr).phases.size(), 4u);
    EXPECT_EQ(as_run(item, nullptr).name.de, "no_such");
}

class OwnFormatTest : public test::Round {
protected:
    std::string set(const call::Caller& caller, std::int64_t version, std::vector<protocol::OwnPhase> phases) {
        protocol::FormatChange params;
        params.group = group;
        params.format = "troika";
        params.version = version;
        params.phases.items = std::move(phases);
        return house.refusal(caller, "consultation.set_format", params);
    }
    protocol::Format shown(const call::Caller& caller, Language language = Language::en) {
        const auto all = house.call<protocol::Formats>(caller, "consultation.formats",
                                                       protocol::FormatsRequest{language, protocol::Id{group}});
        for (const auto& format : all.formats)
            if (format.code == "troika") return format;
        return {};
    }
    std::vector<protocol::OwnPhase> own(std::int64_t minutes, const std::string& script) {
        return {{"consult", minutes, protocol::Text<600>{script}}};
    }
};

TEST_F(OwnFormatTest, OrganisersChangeItVersionByVersionAndAllSeeIt) {
    EXPECT_EQ(set(people[1], 0, own(8, "Now you two.")), "organiser_only");
    EXPECT_EQ(set(people[0], 1, own(8, "Now you two.")), "stale");
    EXPECT_EQ(set(people[0], 0, own(8, "Now you two.")), "");
    EXPECT_EQ(told(group), std::vector<std::string>{"consultation.format_changed"});
    EXPECT_EQ(set(people[0], 0, own(9, "")), "stale");
    EXPECT_EQ(set(people[0], 1, own(8, "Now you two.")), "unchanged");
    auto format = shown(people[1], Language::de);
    EXPECT_EQ(format.version, 1);
    EXPECT_TRUE(format.own);
    EXPECT_EQ(format.minutes, 14);
    EXPECT_EQ(format.phases[3].script, "Now you two.") << "in the group's words, whatever is the reader's language";
    EXPECT_EQ(format.phases[0].script, troika.phases[0].script.de);
    EXPECT_EQ(set(people[0], 1, {}), "") << "back to the built-in one";
    format = shown(people[1]);
    EXPECT_EQ(format.version, 2);
    EXPECT_FALSE(format.own);
    EXPECT_EQ(format.minutes, 11);
    const auto builtin = house.call<protocol::Formats>(people[0], "consultation.formats", protocol::FormatsRequest{});
    for (const auto& each : builtin.formats) EXPECT_EQ(each.version, 0) << each.code.value;
}

TEST_F(OwnFormatTest, ASessionKeepsTheVersionItRunsOn) {
    ASSERT_EQ(set(people[0], 0, own(8, "Now you two.")), "");
    auto params = beginning(0);
    params.agenda.items = {part("troika"), part("closing")};
    params.agenda.items[0].version = 2;
    go_to(sessions[0].starts_at.value);
    const auto& leads = holder(0, DutyRole::facilitator);
    EXPECT_EQ(house.refusal(leads, "consultation.begin", params), "unknown_format");
    params.agenda.items[0].version = 1;
    EXPECT_EQ(house.refusal(leads, "consultation.begin", params), "");
    auto view = live(people[1], 0);
    EXPECT_EQ(view.run->agenda[0].minutes->value, 14);
    EXPECT_TRUE(view.formats.empty()) << "the list tells it";
    ASSERT_EQ(set(people[0], 1, own(3, "Quick now.")), "");
    for (int i = 0; i < 3; ++i) ASSERT_EQ(step(leads, 0, protocol::Step::next), "");
    view = live(people[1], 0);
    ASSERT_EQ(view.formats.size(), 1u);
    EXPECT_EQ(view.formats[0].version, 1);
    EXPECT_EQ(view.formats[0].phases[3].script, "Now you two.");
    EXPECT_EQ(view.run->deadline.value - view.run->started_at.value, std::chrono::minutes{8});
}

}  // namespace
}  // namespace covision::consultation
