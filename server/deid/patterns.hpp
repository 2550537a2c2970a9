// Identifiers that are known by their form: one RE2 alternation finds candidates, a validator of each kind decides.
#pragma once

#include <memory>

#include "server/deid/note.hpp"

namespace re2 {
class RE2;
}

namespace covision::deid {

class Patterns {
public:
    Patterns();
    ~Patterns();
    void find(const Note& note, Candidates& found) const;

private:
    std::unique_ptr<const re2::RE2> trigger_;
};

}  // namespace covision::deid
