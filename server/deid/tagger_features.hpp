// What the tagger sees of a word: itself, its neighbours, what the lexicon knows of them, the line and the note. The
// trainer reads the same features, so a change here asks for a new model (train/README.md).
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "server/deid/model.hpp"
#include "server/deid/note.hpp"

namespace covision::deid {

class Features {
public:
    // Those that depend on the label before come last.
    static constexpr std::size_t fixed = 27, labelled = 5, count = fixed + labelled;

    explicit Features(const Note& note);

    // May begin a name: a capital, or a name's word in lower case.
    bool candidate(std::size_t i) const { return cells_[i + edge].candidate; }
    // May go on inside of a name: von, of, the, &, a hyphen.
    bool link(std::size_t i) const { return cells_[i + edge].link; }
    // Sets ids[0..fixed): the features' numbers.
    void read(std::size_t i, std::uint64_t* ids) const;
    // Sets ids[0..labelled), from the `fixed` numbers of the same word.
    static void read_labelled(const std::uint64_t* seeds, Label before, std::uint64_t* ids);
    // What read_labelled needs.
    void read_seeds(std::size_t i, std::uint64_t* seeds) const;

private:
    static constexpr std::size_t edge = 2;  // empty cells on both sides

    struct Cell {
        std::uint32_t word = 0;   // which word or sign
        std::uint32_t role = 0;   // its closed classes
        std::uint16_t known = 0;  // what the lexicon knows, in buckets
        std::uint8_t coarse = 0;  // the same in few
        std::uint8_t shape = 0;   // Aa, AA, aa, aA, 12, a sign
        std::uint8_t line = 0;    // the case of its line
        std::uint8_t repeat = 0;  // how its word stands elsewhere in the note
        bool candidate = false, link = false, line_start = true;
    };

    void fill(std::size_t i, Cell& cell) const;
    void mark_lines();
    void mark_repeats();
    const Cell& near(std::size_t i, int offset) const;

    const Note& note_;
    std::vector<Cell> cells_;
};

}  // namespace covision::deid
