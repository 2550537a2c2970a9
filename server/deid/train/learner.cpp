#include "server/deid/train/learner.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <iostream>

#include "server/deid/tagger.hpp"

namespace covision::deid {
namespace {

constexpr std::uint32_t unknown_row = 0xffffffff;

// e to the x for x <= 0, alike on every machine: the library's own may differ in the last bit.
float power_of_e(float x) {
    if (x < -40.0F) return 0.0F;
    double value = 1.0;
    const double part = static_cast<double>(x) / 1024.0;
    value = 1.0 + part * (1.0 + part * (0.5 + part / 6.0));
    for (int i = 0; i < 10; ++i) value *= value;
    return static_cast<float>(value);
}

Label not_after(Label before, Label label) {
    // A name whose beginning was missed begins here.
    return may_follow(before, label) ? label : static_cast<Label>(static_cast<unsigned>(label) - 1);
}

void put(std::string& bytes, std::size_t at, std::uint64_t value, std::size_t size) {
    for (std::size_t i = 0; i < size; ++i) bytes[at + i] = static_cast<char>(value >> (8 * i));
}

}  // namespace

void Learner::add(const Labelled& text) {
    const Note& note = text.note();
    const Features features(note);
    bool first = true, gap = false;
    for (std::size_t i = 0; i < note.size(); ++i) {
        if (note.tokens[i].line_start) first = true;
        if (!features.candidate(i) && !features.link(i)) {
            gap = true;
            continue;
        }
        Word word;
        word.label = text.labels()[i];
        word.first = first;
        word.gap = gap;
        word.candidate = features.candidate(i);
        word.place = words_.size();
        first = gap = false;
        words_.push_back(word);
        ids_.resize(ids_.size() + Features::fixed);
        seeds_.resize(seeds_.size() + Features::labelled);
        features.read(i, &ids_[word.place * Features::fixed]);
        features.read_seeds(i, &seeds_[word.place * Features::labelled]);
    }
}

std::uint32_t Learner::row_of(std::uint64_t feature) const {
    const auto at = std::lower_bound(features_.begin(), features_.end(), feature);
    return at != features_.end() && *at == feature ? static_cast<std::uint32_t>(at - features_.begin()) : unknown_row;
}

void Learner::index() {
    std::vector<std::uint64_t> all;
    all.reserve(ids_.size() + seeds_.size() * label_count);
    for (const Word& word : words_) {
        if (!word.candidate) continue;
        const auto from = ids_.begin() + static_cast<std::ptrdiff_t>(word.place * Features::fixed);
        all.insert(all.end(), from, from + Features::fixed);
    }
    auto labelled = [&](std::size_t place, Label before, std::uint64_t* ids) {
        Features::read_labelled(&seeds_[place * Features::labelled], before, ids);
    };
    std::array<std::uint64_t, Features::labelled> ids{};
    for (const Word& word : words_) {
        for (std::size_t before = 0; before < label_count; ++before) {
            labelled(word.place, static_cast<Label>(before), ids.data());
            if (word.candidate || before != 0) all.insert(all.end(), ids.begin(), ids.end());
        }
    }
    std::sort(all.begin(), all.end());
    for (std::size_t i = 0, end = 0; i < all.size(); i = end) {
        while (end < all.size() && all[end] == all[i]) ++end;
        if (end - i < settings_.least) continue;
        features_.push_back(all[i]);
        counts_.push_back(static_cast<std::uint32_t>(end - i));
    }
    all = {};
    fixed_rows_.reserve(ids_.size());
    for (const std::uint64_t id : ids_) fixed_rows_.push_back(row_of(id));
    labelled_rows_.reserve(seeds_.size() * label_count);
    for (const Word& word : words_) {
        for (std::size_t before = 0; before < label_count; ++before) {
            labelled(word.place, static_cast<Label>(before), ids.data());
            for (const std::uint64_t id : ids) labelled_rows_.push_back(row_of(id));
        }
    }
    ids_ = {};
    seeds_ = {};
    weights_.assign(features_.size(), Weights{});
    squares_.assign(features_.size(), Weights{});
    closed_.assign(features_.size(), false);
}

// While it learns, one feature in five is not seen: so none may say everything alone.
bool Learner::forgotten() {
    dice_ = dice_ * 6364136223846793005ULL + 1442695040888963407ULL;
    return (dice_ >> 33 & 0xff) < settings_.forget;
}

Label Learner::step(const Word& word, Label before, bool teach) {
    active_.clear();
    auto take = [&](std::uint32_t row) {
        if (row == unknown_row || closed_[row]) return;
        if (teach && forgotten()) return;
        active_.push_back(row);
    };
    for (std::size_t k = 0; k < Features::fixed; ++k) take(fixed_rows_[word.place * Features::fixed + k]);
    const std::size_t labelled = (word.place * label_count + static_cast<std::size_t>(before)) * Features::labelled;
    for (std::size_t k = 0; k < Features::labelled; ++k) take(labelled_rows_[labelled + k]);
    Weights sums{};
    for (const std::uint32_t row : active_) {
        for (std::size_t label = 0; label < label_count; ++label) sums[label] += weights_[row][label];
    }
    std::size_t best = 0;
    for (std::size_t label = 1; label < label_count; ++label) {
        if (sums[label] > sums[best] && may_follow(before, static_cast<Label>(label))) best = label;
    }
    if (teach) {
        const Label right = not_after(before, word.label);
        float total = 0;
        Weights chances{};
        for (std::size_t label = 0; label < label_count; ++label) {
            if (!may_follow(before, static_cast<Label>(label))) continue;
            chances[label] = power_of_e(sums[label] - sums[best]);
            total += chances[label];
        }
        for (float& chance : chances) chance /= total;
        loss_ += chances[static_cast<std::size_t>(right)] < 0.5F ? 1 : 0;
        update(chances, right, settings_.rate);
    }
    return static_cast<Label>(best);
}

void Learner::update(const Weights& chances, Label right, float rate) {
    for (const std::uint32_t row : active_) {
        Weights &weight = weights_[row], &square = squares_[row];
        for (std::size_t label = 0; label < label_count; ++label) {
            const float slope = chances[label] - (label == static_cast<std::size_t>(right) ? 1.0F : 0.0F);
            if (slope == 0.0F) continue;
            square[label] += slope * slope;
            const float pace = rate / std::sqrt(square[label] + 0.1F);
            const float moved = weight[label] - pace * slope;
            const float shrunk = std::max(0.0F, std::fabs(moved) - pace * settings_.shrink);
            weight[label] = moved < 0 ? -shrunk : shrunk;
        }
    }
}

void Learner::round(unsigned number) {
    Label before = Label::outside;
    loss_ = 0;
    const std::size_t pause = words_.size() / 8 + 1;
    std::size_t at = 0;
    for (const Word& word : words_) {
        if (++at % pause == 0 && number + 2 >= settings_.rounds) remember();
        if (word.first || word.gap) before = Label::outside;
        if (!word.candidate && before == Label::outside) continue;
        const Label said = step(word, before, true);
        // At first the right label leads on, later what the model itself said, as it will be in use.
        before = number == 0 ? not_after(before, word.label) : said;
    }
    std::cerr << "round " << number + 1 << ": " << static_cast<std::size_t>(loss_) << " of " << words_.size()
              << " wrong\n";
}

// What the weights are at some moments of the last rounds; their mean depends less on the order of the texts.
void Learner::remember() {
    means_.resize(weights_.size(), Weights{});
    for (std::uint32_t row = 0; row < weights_.size(); ++row) {
        for (std::size_t label = 0; label < label_count && !closed_[row]; ++label) {
            means_[row][label] += weights_[row][label];
        }
    }
    ++moments_;
}

// More features than rows: those that say least are closed. A bucket has four rows.
void Learner::keep_best() {
    std::vector<std::uint32_t> order(features_.size());
    std::vector<float> worth(features_.size());
    for (std::uint32_t row = 0; row < order.size(); ++row) {
        order[row] = row;
        const auto range = std::minmax_element(weights_[row].begin(), weights_[row].end());
        worth[row] = (*range.second - *range.first) * std::sqrt(static_cast<float>(counts_[row]));
    }
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return worth[a] > worth[b]; });
    std::vector<std::uint8_t> used(settings_.buckets);
    std::vector<std::array<std::uint8_t, Model::rows>> marks(settings_.buckets);
    std::size_t kept = 0, some = 0;
    for (const std::uint32_t row : order) {
        const std::size_t bucket = Model::bucket_of(features_[row], settings_.buckets);
        const std::uint8_t mark = Model::mark_of(features_[row]);
        auto& here = marks[bucket];
        const bool free = used[bucket] < Model::rows && std::find(here.begin(), here.end(), mark) == here.end();
        const bool speaks = worth[row] > 0;
        closed_[row] = !free || !speaks;
        some += speaks ? 1U : 0U;
        if (closed_[row]) continue;
        here[used[bucket]++] = mark;
        ++kept;
    }
    std::cerr << features_.size() << " features, " << some << " with a weight, " << kept << " kept\n";
}

std::string Learner::pack() const {
    std::string packed(Model::head_size + settings_.buckets * Model::bucket_size, '\0');
    packed.replace(0, Model::magic.size(), Model::magic);
    put(packed, Model::buckets_at, settings_.buckets, 4);
    for (std::uint32_t row = 0; row < features_.size(); ++row) {
        if (closed_[row]) continue;
        const std::size_t at =
            Model::head_size + Model::bucket_of(features_[row], settings_.buckets) * Model::bucket_size;
        std::size_t slot = 0;
        while (packed[at + Model::marks_at + slot] != '\0') ++slot;
        packed[at + Model::marks_at + slot] = static_cast<char>(Model::mark_of(features_[row]));
        for (std::size_t label = 0; label < label_count; ++label) {
            const float scaled = std::clamp(weights_[row][label] * score_unit, -127.0F, 127.0F);
            packed[at + slot * label_count + label] = static_cast<char>(std::lround(scaled) + Model::no_weight);
        }
    }
    put(packed, Model::checksum_at, Model::checksum(std::string_view(packed).substr(Model::head_size)), 8);
    return packed;
}

std::string Learner::learn() {
    index();
    std::cerr << words_.size() << " words to judge\n";
    for (unsigned number = 0; number < settings_.rounds; ++number) {
        if (number + 2 == settings_.rounds) keep_best();
        round(number);
    }
    for (std::uint32_t row = 0; row < means_.size(); ++row) {
        for (std::size_t label = 0; label < label_count; ++label) {
            weights_[row][label] = means_[row][label] / static_cast<float>(moments_);
        }
    }
    return pack();
}

}  // namespace covision::deid
