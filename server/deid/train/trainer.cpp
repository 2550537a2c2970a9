// Makes the tagger's model: trainer GAZETTEER MODEL TRAIN [DEV …]. Files as train.py prepares them. Prints for each DEV
// file and each type what of the marked is found and what of the found is marked, by overlap.
#include <array>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <iterator>
#include <sstream>

#include "server/deid/tagger.hpp"
#include "server/deid/train/examples.hpp"
#include "server/deid/train/learner.hpp"

namespace covision::deid {
namespace {

std::string read_all(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) throw std::runtime_error("cannot read " + path);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::string train(const std::string& path, const Lexicon& lexicon, Settings settings) {
    Learner learner(settings);
    std::uint64_t number = 0;
    for (const Text& text : read_texts(path)) {
        learner.add(Labelled(text, lexicon, false, 0));
        // Again, with words that the lists do not know.
        learner.add(Labelled(text, lexicon, true, ++number));
    }
    return learner.learn();
}

struct Tally {
    std::size_t marked = 0, found = 0, given = 0, right = 0;
};

bool touches(const Labelled& text, std::size_t first, std::size_t last) {
    for (std::size_t i = first; i <= last; ++i) {
        if (text.labels()[i] != Label::outside) return true;
    }
    return false;
}

void check(const Labelled& text, const Model& model, std::array<Tally, 3>& tallies) {
    const std::vector<Tagged> tagged = tag(text.note(), model);
    auto kind = [](Type type) { return type == Type::name ? std::size_t{0} : type == Type::location ? 1U : 2U; };
    std::vector<bool> covered(text.note().size());
    for (const Tagged& one : tagged) {
        Tally& tally = tallies[kind(one.type)];
        ++tally.given;
        if (touches(text, one.first, one.last)) ++tally.right;
        for (std::size_t i = one.first; i <= one.last; ++i) covered[i] = true;
    }
    for (std::size_t i = 0; i < covered.size();) {
        const auto label = static_cast<unsigned>(text.labels()[i]);
        bool hit = covered[i++];
        if ((label & 1U) == 0) continue;
        while (i < covered.size() && static_cast<unsigned>(text.labels()[i]) == label + 1) hit = covered[i++] || hit;
        Tally& tally = tallies[label / 2];
        ++tally.marked;
        if (hit) ++tally.found;
    }
}

void evaluate(const std::string& path, const Lexicon& lexicon, const Model& model) {
    std::array<Tally, 3> tallies{};
    std::size_t words = 0;
    for (const Text& text : read_texts(path)) {
        const Labelled labelled(text, lexicon, false, 0);
        check(labelled, model, tallies);
        for (const Token& token : labelled.note().tokens) words += token.word() ? 1U : 0U;
    }
    const std::size_t slash = path.rfind('/');
    std::cout << std::left << std::setw(28) << path.substr(slash == std::string::npos ? 0 : slash + 1) << std::right;
    constexpr const char* names[] = {"NAME", "LOCATION", "ORG"};
    for (std::size_t i = 0; i < 3; ++i) {
        const Tally& t = tallies[i];
        auto share = [](std::size_t part, std::size_t whole) {
            return static_cast<double>(part) / static_cast<double>(std::max<std::size_t>(whole, 1));
        };
        std::cout << "  " << names[i] << std::fixed << std::setprecision(3) << " R " << share(t.found, t.marked)
                  << " P " << share(t.right, t.given) << " of" << std::setw(5) << t.marked;
    }
    std::cout << "  (" << words << " words)\n";
}

int run(const std::vector<std::string>& arguments) {
    if (arguments.size() < 4) throw std::runtime_error("trainer GAZETTEER MODEL TRAIN [DEV ...]");
    const std::string gazetteer = read_all(arguments[1]);
    const Lexicon lexicon(gazetteer);
    const std::string packed = train(arguments[3], lexicon, Settings{});
    std::ofstream(arguments[2], std::ios::binary) << packed;
    const Model model(packed);
    for (std::size_t i = 4; i < arguments.size(); ++i) evaluate(arguments[i], lexicon, model);
    return 0;
}

}  // namespace
}  // namespace covision::deid

int main(int count, char** values) {
    try {
        return covision::deid::run({values, values + count});
    } catch (const std::exception& error) {
        std::cerr << error.what() << "\n";
        return 1;
    }
}
