#include "server/app/deid_report.hpp"

#include <algorithm>
#include <ostream>

namespace covision::app {
namespace {

constexpr std::size_t longest_shown = 60;  // code points

std::size_t sign_end(std::string_view text, std::size_t at) {
    ++at;
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xc0) == 0x80) ++at;
    return at;
}

/// Walks through a text and knows the line and column where it stands.
class Place {
public:
    explicit Place(std::string_view text) : text_(text) {}

    /// Moves on to a code point of the text; returns what it passed.
    std::string_view advance(std::size_t point) {
        const std::size_t from = at_;
        for (; at_ < text_.size() && point_ < point; ++point_) {
            const bool ends_line = text_[at_] == '\n';
            at_ = sign_end(text_, at_);
            line_ += ends_line ? 1U : 0U;
            column_ = ends_line ? 1 : column_ + 1;
        }
        return text_.substr(from, at_ - from);
    }
    [[nodiscard]] std::string name() const { return std::to_string(line_) + ":" + std::to_string(column_); }

private:
    std::string_view text_;
    std::size_t at_ = 0, point_ = 0, line_ = 1, column_ = 1;
};

/// On one line of a terminal: a note must not move its cursor, and a long quotation is cut.
std::string shown(std::string_view words) {
    std::string result;
    std::size_t signs = 0;
    for (std::size_t at = 0; at < words.size(); ++signs) {
        if (signs == longest_shown) return result + "…";
        const std::size_t end = sign_end(words, at);
        const auto first = static_cast<unsigned char>(words[at]);
        const bool control =
            first < 0x20 || first == 0x7f || (first == 0xc2 && end - at == 2 && words[at + 1] < '\xa0');
        result += control ? " " : words.substr(at, end - at);
        at = end;
    }
    return result;
}

std::string level_words(deid::Level level) {
    std::string words(deid::level_name(level));
    std::replace(words.begin(), words.end(), '_', ' ');
    return words;
}

}  // namespace

int report(std::ostream& out, const std::string& label, std::string_view text,
           const std::vector<deid::Finding>& findings) {
    Place place(text);
    std::size_t certain = 0;
    for (const deid::Finding& finding : findings) {
        place.advance(finding.start);
        out << label << place.name() << "  " << deid::type_name(finding.type) << "  " << level_words(finding.level);
        out << "  \"" << shown(place.advance(finding.end)) << "\"";
        if (!finding.proposals.empty()) out << " -> \"" << finding.proposals.front() << "\"";
        out << "  " << deid::reason(finding.reason_code, deid::Language::en) << "\n";
        if (finding.level == deid::Level::must_replace) ++certain;
    }
    out << label << (label.empty() ? "" : " ") << certain << " to replace, " << findings.size() - certain
        << " to review. Checked for identifiers: that is no promise that nobody can be recognised.\n";
    return certain > 0 ? 1 : 0;
}

}  // namespace covision::app
