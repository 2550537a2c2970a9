// Learns the tagger's weights: a log-linear model of a word's label given its features and the label before (AdaGrad,
// shrunk towards nothing so that few features stay), then packs them. Single-threaded, the same bytes each time.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "server/deid/train/examples.hpp"

namespace covision::deid {

struct Settings {
    std::uint32_t buckets = 65536;
    unsigned least = 2;    // how often a feature must be seen
    unsigned rounds = 5;   // over all examples
    unsigned forget = 50;  // of 256 features of a word, so many are left out when it is taught
    float rate = 0.15F;    // AdaGrad
    float shrink = 2e-6F;  // L1
};

class Learner {
public:
    explicit Learner(Settings settings) : settings_(settings) {}
    void add(const Labelled& text);
    // The packed model; writes its progress to standard error.
    std::string learn();
    std::size_t examples() const { return words_.size(); }

private:
    using Weights = std::array<float, label_count>;
    struct Word {
        Label label = Label::outside;
        bool first = false;      // nothing before it
        bool gap = false;        // an unseen word outside of names before it
        bool candidate = false;  // else a link
        std::size_t place = 0;   // in ids_ and seeds_
    };

    void index();
    void round(unsigned number);
    Label step(const Word& word, Label before, bool teach);
    bool forgotten();
    void update(const Weights& chances, Label label, float rate);
    void remember();
    void keep_best();
    std::string pack() const;
    std::uint32_t row_of(std::uint64_t feature) const;

    Settings settings_;
    std::vector<Word> words_;
    std::vector<std::uint64_t> ids_, seeds_;
    std::vector<std::uint64_t> features_;  // in order; the row of a feature is its place here
    std::vector<std::uint32_t> counts_;
    std::vector<std::uint32_t> fixed_rows_, labelled_rows_;
    std::vector<Weights> weights_, squares_, means_;
    std::size_t moments_ = 0;
    std::vector<bool> closed_;
    std::vector<std::uint32_t> active_;
    std::uint64_t dice_ = 1;
    double loss_ = 0;
};

}  // namespace covision::deid
