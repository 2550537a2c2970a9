#include "server/deid/train/examples.hpp"

#include <charconv>
#include <fstream>
#include <stdexcept>

#include "server/deid/prepare.hpp"
#include "server/deid/tokens.hpp"

namespace covision::deid {
namespace {

std::size_t number(std::string_view text) {
    std::size_t value = 0;
    if (std::from_chars(text.data(), text.data() + text.size(), value).ec != std::errc()) throw std::runtime_error("");
    return value;
}

Span read_span(std::string_view text) {
    const std::size_t dash = text.find('-'), colon = text.find(':');
    Span span{number(text.substr(0, dash)), number(text.substr(dash + 1)), Type::name};
    const std::string_view type = text.substr(colon + 1);
    if (type != "NAME") span.type = type == "LOCATION" ? Type::location : Type::org;
    return span;
}

Text read_line(std::string_view line) {
    Text text;
    const std::size_t tab = line.find('\t');
    for (std::size_t i = 0; i < tab && i < line.size(); ++i) {
        const bool newline = line[i] == '\\' && i + 1 < tab && line[i + 1] == 'n';
        text.text += newline ? '\n' : line[i];
        i += newline ? 1 : 0;
    }
    std::string_view rest = tab == std::string_view::npos ? std::string_view{} : line.substr(tab + 1);
    while (!rest.empty()) {
        const std::size_t end = rest.find(';');
        text.spans.push_back(read_span(rest.substr(0, end)));
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    }
    return text;
}

std::uint64_t scatter(std::uint64_t z) {
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ z >> 27) * 0x94D049BB133111EBULL;
    return z ^ z >> 31;
}

Label begin_label(Type type) {
    return type == Type::name ? Label::begin_name : type == Type::location ? Label::begin_location : Label::begin_org;
}

}  // namespace

std::vector<Text> read_texts(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) throw std::runtime_error("cannot read " + path);
    std::vector<Text> texts;
    std::string line;
    for (std::size_t row = 1; std::getline(in, line); ++row) {
        try {
            texts.push_back(read_line(line));
        } catch (const std::exception&) {
            throw std::runtime_error(path + ", line " + std::to_string(row) + ": not a text with spans");
        }
    }
    return texts;
}

Labelled::Labelled(const Text& text, const Lexicon& lexicon, bool harder, std::uint64_t seed) {
    const Prepared prepared(text.text);
    prepared_ = prepared.text();
    note_.text = prepared_;
    note_.lexicon = &lexicon;
    note_.cut();
    note_.german = mark_language(note_.tokens);
    labels_.assign(note_.size(), Label::outside);
    for (const Span& span : text.spans) {
        Label label = begin_label(span.type);
        for (std::size_t i = 0; i < note_.size(); ++i) {
            const Token& token = note_.tokens[i];
            if (prepared.origin_begin(token.begin) >= span.end || prepared.origin_end(token.end) <= span.start)
                continue;
            if (token.line_start) label = begin_label(span.type);
            labels_[i] = label;
            label = static_cast<Label>(static_cast<unsigned>(begin_label(span.type)) + 1);
        }
    }
    if (harder) hide(lexicon, seed);
}

// One name in four and one ordinary word in eight become words that no list knows, the same all through the text.
void Labelled::hide(const Lexicon& lexicon, std::uint64_t seed) {
    changed_.reserve(note_.size());
    bool hidden = false;
    for (std::size_t i = 0; i < note_.size(); ++i) {
        Token& token = note_.tokens[i];
        const std::uint64_t dice = scatter(token.hash + scatter(seed));
        const bool inside = (static_cast<unsigned>(labels_[i]) & 1U) == 0 && labels_[i] != Label::outside;
        if (!inside) hidden = labels_[i] == Label::outside ? dice % 8 == 0 : dice % 4 == 0;
        const Entry& e = *token.entry;
        if (!hidden || !token.word()) continue;
        // Common words and the closed classes are known wherever one writes.
        if (labels_[i] == Label::outside && (e.classes != 0 || e.word >= 3 || !token.capital)) continue;
        if (e.classes != 0) continue;
        changed_.push_back(lexicon.find(0));
        token.entry = &changed_.back();
        token.hash = dice | 1;
    }
}

}  // namespace covision::deid
