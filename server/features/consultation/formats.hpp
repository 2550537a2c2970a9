#pragma once
// Consultation formats as data: timed phases, who has the floor in them, and what the facilitator could say. All words
// are our own; the procedures are those of the sources named.

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace covision::consultation {

/// One text in both languages.
struct Words {
    std::string en, de;
};

/// Whose floor it is. in_turn: the consultants, one after the other around the circle. nobody: all are quiet.
enum class Speakers { all, presenter, presenter_and_facilitator, consultants, in_turn, nobody };
enum class PresenterDoes { speaks, answers, silent };

struct Phase {
    std::string code;  // unique in its format
    Words title;       // at most 60 characters
    int minutes = 5, min_minutes = 1, max_minutes = 60;
    bool own_minutes = false;  // the source names none: these are ours
    Speakers speakers = Speakers::all;
    PresenterDoes presenter = PresenterDoes::speaks;
    bool advice = false;    // may consultants say what they would do?
    bool in_turns = false;  // one contribution each, around the circle
    bool may_pass = false;  // "I pass" is a contribution
    Words aim;              // one sentence for all, at most 200 characters
    Words script;           // what the facilitator could say, at most 600 characters
};

struct Format {
    std::string code;  // stable: runs keep it
    Words name;        // at most 80 characters
    Words source;      // where the method comes from, at most 200 characters
    int min_people = 3, max_people = 12;
    bool has_case = true;  // false: nobody presents
    bool frame = false;    // no consultation: arrival, quiet, break, closing
    std::vector<Phase> phases;

    int minutes() const;  // the sum of the usual ones
};

/// The built-in consultations in the order in which they are offered.
std::span<const Format> formats();
/// What a session has around them, in the order of a session; each of one phase.
std::span<const Format> frames();
/// Of both. nullptr: there is none of this code.
const Format* find_format(std::string_view code);

}  // namespace covision::consultation
