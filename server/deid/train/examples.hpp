// Texts with marked names as the trainer reads them: features and the right label of each word.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "server/deid/lexicon.hpp"
#include "server/deid/tagger_features.hpp"

namespace covision::deid {

struct Span {
    std::size_t start = 0, end = 0;  // code points
    Type type = Type::name;
};

// One line of the training file: text TAB spans, a newline in the text as \n, spans as "start-end:TYPE;…".
struct Text {
    std::string text;
    std::vector<Span> spans;
};

// Throws std::runtime_error with the line's number.
std::vector<Text> read_texts(const std::string& path);

// A text cut into tokens with their labels. `harder` hides some words from the lexicon, so that the tagger learns to do
// without it; which ones depends on the seed alone. The text must outlive it.
class Labelled {
public:
    Labelled(const Text& text, const Lexicon& lexicon, bool harder, std::uint64_t seed);
    const Note& note() const { return note_; }
    const std::vector<Label>& labels() const { return labels_; }

private:
    void hide(const Lexicon& lexicon, std::uint64_t seed);

    std::string prepared_;
    Note note_;
    std::vector<Label> labels_;
    std::vector<Entry> changed_;
};

}  // namespace covision::deid
