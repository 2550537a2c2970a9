// The development notes: text in which what has to be found is marked as [[NAME!:Maria]] or [[ORG?:Tesco]].
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "tests/deid/support.hpp"

namespace covision::deid {

struct Mark {
    std::size_t start = 0, end = 0;  // code points
    Type type = Type::name;
    Level level = Level::must_replace;
};

struct DevNote {
    std::string name;  // "en/001.txt"
    std::string text;
    std::vector<Mark> marks;
};

inline std::size_t code_points(std::string_view text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

inline std::size_t words_of(std::string_view text) {
    std::size_t count = 0;
    bool inside = false;
    for (const char c : text) {
        const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
        if (!space && !inside) ++count;
        inside = !space;
    }
    return count;
}

inline std::optional<Type> type_of(std::string_view name) {
    for (int t = 0; t <= static_cast<int>(Type::rare); ++t) {
        if (type_name(static_cast<Type>(t)) == name) return static_cast<Type>(t);
    }
    return {};
}

inline DevNote read_marked(std::string name, std::string_view marked) {
    DevNote note{std::move(name), {}, {}};
    auto wrong = [&note](std::string_view what) {
        throw std::runtime_error(note.name + ": " + std::string(what) + " after \"" +
                                 note.text.substr(note.text.size() - std::min<std::size_t>(note.text.size(), 30)) +
                                 '"');
    };
    while (!marked.empty()) {
        const std::size_t open = marked.find("[[");
        note.text += marked.substr(0, open);
        if (open == std::string_view::npos) break;
        marked.remove_prefix(open + 2);
        const std::size_t colon = marked.find(':'), close = marked.find("]]");
        if (colon == std::string_view::npos || close == std::string_view::npos || colon + 1 >= close) wrong("no mark");
        const char sign = colon > 0 ? marked[colon - 1] : ' ';
        const std::optional<Type> type = type_of(marked.substr(0, colon > 0 ? colon - 1 : 0));
        if (!type || (sign != '!' && sign != '?')) wrong("an unknown mark");
        const std::string_view span = marked.substr(colon + 1, close - colon - 1);
        const std::size_t start = code_points(note.text);
        note.text += span;
        note.marks.push_back({start, start + code_points(span), type.value_or(Type::name),
                              sign == '!' ? Level::must_replace : Level::review});
        marked.remove_prefix(close + 2);
    }
    return note;
}

// All notes of a folder and its folders, in the order of their names.
inline std::vector<DevNote> read_notes(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    if (!std::filesystem::is_directory(folder)) {
        throw std::runtime_error("run this from the repository's root: no " + folder.string());
    }
    for (const auto& file : std::filesystem::recursive_directory_iterator(folder)) {
        if (file.path().extension() == ".txt") files.push_back(file.path());
    }
    std::sort(files.begin(), files.end());
    std::vector<DevNote> notes;
    for (const auto& file : files) {
        std::ifstream in(file, std::ios::binary);
        const std::string marked{std::istreambuf_iterator<char>(in), {}};
        notes.push_back(read_marked(std::filesystem::relative(file, folder).generic_string(), marked));
    }
    return notes;
}

template <typename A, typename B>
bool overlap(const A& a, const B& b) {
    return a.start < b.end && b.start < a.end;
}

}  // namespace covision::deid
