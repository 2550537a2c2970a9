#include "server/deid/tagger.hpp"

#include <algorithm>

namespace covision::deid {
namespace {

// The features of a word; made before they are needed, so that their weights are near by then.
struct Word {
    std::array<std::uint64_t, Features::count> ids;
    std::array<std::uint64_t, Features::labelled> seeds;

    void read(const Features& features, const Model& model, std::size_t i) {
        features.read(i, ids.data());
        features.read_seeds(i, seeds.data());
        Features::read_labelled(seeds.data(), Label::outside, ids.data() + Features::fixed);  // the likeliest
        for (const std::uint64_t id : ids) model.prefetch(id);
    }
    Sums score(const Model& model, Label before) {
        if (before != Label::outside) Features::read_labelled(seeds.data(), before, ids.data() + Features::fixed);
        Sums sums;
        for (const std::uint64_t id : ids) sums.add(model.row(id));
        return sums;
    }
};

// English names get a little more than the model gives them, as a doubtful one is for review and a missed one is lost.
// Not German ones: there any noun has a name's form. Less in shorthand, where drugs and tests look like names.
constexpr int lean_in_prose = 2 * score_unit, lean_in_shorthand = -score_unit / 2;
// For anything rather than nothing, where a note holds identifiers for certain: only to ask about it.
constexpr int lean_in_dense = 2 * score_unit;

bool shorthand(const Note& note) {
    std::size_t short_forms = 0;
    for (const Token& token : note.tokens) {
        const bool sign = token.kind == Token::Kind::sign && std::string_view("/+?").find(note.view(token)[0]) < 3;
        short_forms += sign || token.number() || token.kind == Token::Kind::mixed || token.all_capital ? 1U : 0U;
    }
    return note.size() >= 24 && short_forms * 8 > note.size();
}

// Somebody has replaced names already: less than in either, so that what was replaced stays clean.
bool coded(const Note& note) {
    return std::any_of(note.tokens.begin(), note.tokens.end(), [](const Token& token) { return token.code; });
}

inline Label best(const Sums& sums, Label before, int lean, int any) {
    Label chosen = Label::outside;
    int most = sums.of(chosen);
    for (std::size_t at = 1; at < label_count; ++at) {
        const auto label = static_cast<Label>(at);
        const bool name = label == Label::begin_name || label == Label::inside_name;
        const int said = sums.of(label) + (name ? lean : 0) + any;
        if (said <= most || !may_follow(before, label)) continue;
        most = said;
        chosen = label;
    }
    return chosen;
}

Type type_of(Label label) {
    if (label == Label::begin_name || label == Label::inside_name) return Type::name;
    return label == Label::begin_location || label == Label::inside_location ? Type::location : Type::org;
}

}  // namespace

std::vector<Tagged> tag(const Note& note, const Model& model) {
    const Features features(note);
    const int lean = coded(note) ? -score_unit : shorthand(note) ? lean_in_shorthand : lean_in_prose;
    std::vector<Tagged> found;
    std::array<Word, 3> words_ahead;  // of the candidate here, of the next one, of a word that is none
    std::size_t turn = 0;
    auto look_ahead = [&](std::size_t i) {
        while (i < note.size() && !features.candidate(i)) ++i;
        if (i < note.size()) words_ahead[turn ^ 1U].read(features, model, i);
    };
    look_ahead(0);
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
            const bool candidate = features.candidate(i);
            if (candidate) {
                turn ^= 1U;
                look_ahead(i + 1);
            } else {
                words_ahead[2].read(features, model, i);
            }
            const Sums sums = words_ahead[candidate ? turn : 2].score(model, before);
            const int own = note.tokens[i].german ? 0 : lean;
            label = best(sums, before, own, 0);
            if (label != Label::outside) {
                if (static_cast<unsigned>(label) % 2 != 0) {
                    close();
                    found.push_back({i, i, type_of(label), 0, false});
                }
                found.back().last = i;
                found.back().margin += sums.of(label) - sums.of(Label::outside);
                ++words;
            } else if (note.prior == Prior::dense) {
                // Beside what is tagged, which stays as it would be in any note.
                const Label likely = best(sums, Label::outside, own, lean_in_dense);
                if (likely != Label::outside) {
                    const int margin = sums.of(likely) - sums.of(Label::outside);
                    close();
                    found.push_back({i, i, type_of(likely), margin, true});
                }
            }
        }
        before = label;
    }
    close();
    return found;
}

}  // namespace covision::deid
