#include "server/deid/tagger.hpp"

namespace covision::deid {
namespace {

constexpr int outside_bonus = 0;

Scores score(const Model& model, const Features& features, std::size_t i, Label before) {
    std::array<std::uint64_t, Features::count> ids;
    std::array<std::uint64_t, Features::labelled> seeds;
    features.read(i, ids.data());
    features.read_seeds(i, seeds.data());
    Features::read_labelled(seeds.data(), before, ids.data() + Features::fixed);
    Scores scores{};
    for (const std::uint64_t id : ids) {
        const std::int8_t* weights = model.find(id);
        if (weights == nullptr) continue;
        for (std::size_t label = 0; label < label_count; ++label) scores[label] += weights[label];
    }
    scores[0] += outside_bonus;
    return scores;
}

Label best(const Scores& scores, Label before) {
    std::size_t chosen = 0;
    for (std::size_t label = 1; label < label_count; ++label) {
        if (scores[label] > scores[chosen] && may_follow(before, static_cast<Label>(label))) chosen = label;
    }
    return static_cast<Label>(chosen);
}

Type type_of(Label label) {
    if (label == Label::begin_name || label == Label::inside_name) return Type::name;
    return label == Label::begin_location || label == Label::inside_location ? Type::location : Type::org;
}

}  // namespace

std::vector<Tagged> tag(const Note& note, const Model& model) {
    const Features features(note);
    std::vector<Tagged> found;
    Label before = Label::outside;
    int words = 0;
    auto close = [&] {
        if (words > 0) found.back().margin /= words;
        words = 0;
    };
    for (std::size_t i = 0; i < note.size(); ++i) {
        if (note.tokens[i].line_start) before = Label::outside;
        Label label = Label::outside;
        if (features.candidate(i) || (before != Label::outside && features.link(i))) {
            const Scores scores = score(model, features, i, before);
            label = best(scores, before);
            if (label != Label::outside) {
                const auto at = static_cast<std::size_t>(label);
                if ((at & 1U) != 0) {
                    close();
                    found.push_back({i, i, type_of(label), 0});
                }
                found.back().last = i;
                found.back().margin += scores[at] - scores[0];
                ++words;
            }
        }
        before = label;
    }
    close();
    return found;
}

}  // namespace covision::deid
