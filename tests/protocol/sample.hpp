#pragma once
// Messages of every kind for the tests of this folder.

#include <gtest/gtest.h>

#include "protocol/json.hpp"

namespace covision::protocol::sample {

enum class Answer { yes, no, default_ };
COVISION_ENUM(Answer, yes, no, default_)

struct Clause {
    Text<20, 1> text{};
    Answer answer = Answer::yes;
};
COVISION_MESSAGE(Clause, text, answer)

struct Nothing {};
COVISION_MESSAGE(Nothing)

struct Everything {
    bool flag = false;
    int small = 0;
    std::int64_t large = 0;
    Whole<1, 5> stars{};
    double ratio = 0;
    Text<10> name{};
    Confidential<10> note{};
    Secret secret = "s";
    Id id = "019aa3c0-0000-7000-8000-000000000001";
    Time at{};
    LocalTime local = "2026-11-24T16:30";
    LocalDate day = "2026-11-24";
    Answer answer = Answer::yes;
    List<Clause, 3> clauses{};
    List<Text<5>, 2, 1> tags{{"a"}};
    Nothing nothing{};
    std::optional<Text<10>> comment{};
    std::optional<Clause> clause{};
    std::optional<bool> maybe{};
    std::optional<List<int, 3>> numbers{};
};
COVISION_MESSAGE(Everything, flag, small, large, stars, ratio, name, note, secret, id, at, local, day, answer, clauses,
                 tags, nothing, comment, clause, maybe, numbers)

/// What decoding this answers: "path: sentence", or "" where it is accepted. Any described type, not only messages.
template <class T>
std::string fault(std::string_view json, std::string_view root = "params") {
    try {
        (void)decode<T>(json, root);
        return "";
    } catch (const DecodeError& error) {
        return error.path + ": " + error.what();
    }
}

}  // namespace covision::protocol::sample
