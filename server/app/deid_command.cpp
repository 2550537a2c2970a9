#include "server/app/deid_command.hpp"

#include <cctype>
#include <istream>
#include <iterator>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>

#include "server/deid/deid.hpp"

namespace covision::app {
namespace {

// Finds the text in a line such as {"text": "…", "id": 7}. It is not protocol::decode, because a message's text has to
// be normalised and free of control signs, while a file's text is taken as it is.
class Line {
public:
    explicit Line(std::string_view json) : rest_(json) {}

    std::optional<std::string> text() {
        std::optional<std::string> found;
        if (!take('{')) return {};
        if (take('}')) return {};
        do {
            const std::optional<std::string> key = string();
            if (!key || !take(':')) return {};
            if (*key == "text") {
                found = string();
                if (!found) return {};
            } else if (!skip_value()) {
                return {};
            }
        } while (take(','));
        if (!take('}')) return {};
        spaces();
        return rest_.empty() ? found : std::nullopt;
    }

private:
    void spaces() {
        while (!rest_.empty() && std::isspace(static_cast<unsigned char>(rest_.front())) != 0) rest_.remove_prefix(1);
    }
    bool take(char wanted) {
        spaces();
        if (rest_.empty() || rest_.front() != wanted) return false;
        rest_.remove_prefix(1);
        return true;
    }
    std::optional<unsigned> hex4() {
        if (rest_.size() < 4) return {};
        unsigned value = 0;
        for (const char c : rest_.substr(0, 4)) {
            if (std::isxdigit(static_cast<unsigned char>(c)) == 0) return {};
            value = value * 16 + static_cast<unsigned>(c <= '9' ? c - '0' : (c | 32) - 'a' + 10);
        }
        rest_.remove_prefix(4);
        return value;
    }
    bool escaped_point(std::string& result) {
        std::optional<unsigned> point = hex4();
        if (!point) return false;
        if (*point >= 0xd800 && *point < 0xdc00) {
            if (rest_.substr(0, 2) != "\\u") return false;
            rest_.remove_prefix(2);
            const std::optional<unsigned> low = hex4();
            if (!low || *low < 0xdc00 || *low > 0xdfff) return false;
            point = 0x10000 + ((*point - 0xd800) << 10) + (*low - 0xdc00);
        } else if (*point >= 0xdc00 && *point < 0xe000) {
            return false;
        }
        const unsigned p = *point;
        if (p < 0x80) {
            result += static_cast<char>(p);
        } else if (p < 0x800) {
            result += {static_cast<char>(0xc0 | p >> 6), static_cast<char>(0x80 | (p & 63))};
        } else if (p < 0x10000) {
            result += {static_cast<char>(0xe0 | p >> 12), static_cast<char>(0x80 | (p >> 6 & 63)),
                       static_cast<char>(0x80 | (p & 63))};
        } else {
            result += {static_cast<char>(0xf0 | p >> 18), static_cast<char>(0x80 | (p >> 12 & 63)),
                       static_cast<char>(0x80 | (p >> 6 & 63)), static_cast<char>(0x80 | (p & 63))};
        }
        return true;
    }
    std::optional<std::string> string() {
        if (!take('"')) return {};
        std::string result;
        while (!rest_.empty()) {
            const std::size_t plain = rest_.find_first_of("\"\\");
            if (plain == std::string_view::npos) return {};
            result += rest_.substr(0, plain);
            const char sign = rest_[plain];
            rest_.remove_prefix(plain + 1);
            if (sign == '"') return result;
            if (rest_.empty()) return {};
            const char escape = rest_.front();
            rest_.remove_prefix(1);
            constexpr std::string_view from = "\"\\/bfnrt", to = "\"\\/\b\f\n\r\t";
            const std::size_t known = from.find(escape);
            if (known != std::string_view::npos) {
                result += to[known];
            } else if (escape != 'u' || !escaped_point(result)) {
                return {};
            }
        }
        return {};
    }
    // Passes over any value without looking closer than its strings and brackets.
    bool skip_value() {
        std::size_t depth = 0;
        for (;;) {
            spaces();
            if (rest_.empty()) return false;
            const char c = rest_.front();
            if (c == '"') {
                if (!string()) return false;
                if (depth == 0) return true;
                continue;
            }
            if (depth == 0 && (c == ',' || c == '}')) return true;
            if (c == '{' || c == '[') ++depth;
            rest_.remove_prefix(1);
            if (c != '}' && c != ']') continue;
            if (depth == 0) return false;
            if (--depth == 0) return true;
        }
    }

    std::string_view rest_;
};

bool must_replace(const deid::Finding& finding) { return finding.level == deid::Level::must_replace; }

std::string spans_line(const std::vector<deid::Finding>& findings) {
    std::string line = "{\"spans\":[";
    for (const deid::Finding& finding : findings) {
        if (line.back() == '}') line += ',';
        line +=
            "{\"start\":" + std::to_string(finding.start) + ",\"end\":" + std::to_string(finding.end) + ",\"type\":\"";
        line += deid::type_name(finding.type);
        line += "\",\"level\":\"";
        line += deid::level_name(finding.level);
        line += "\",\"reason\":\"";  // reasons hold neither quotes nor backslashes
        line += deid::reason(finding.reason_code, deid::Language::en);
        line += "\"}";
    }
    return line + "]}\n";
}

int answer_lines(std::istream& in, std::ostream& out, std::ostream& err, const deid::Detector& detector) {
    int code = 0;
    std::string line;
    for (std::size_t number = 1; std::getline(in, line); ++number) {
        std::string_view problem = "this line is no JSON object with a text";
        const std::optional<std::string> text = Line(line).text();
        if (text) {
            try {
                out << spans_line(detector.scan(*text));
                continue;
            } catch (const deid::InvalidText&) {
                problem = "the text is not valid UTF-8";
            }
        }
        out << "{\"spans\":[],\"error\":\"" << problem << "\"}\n";
        err << "line " << number << ": " << problem << "\n";
        code = 2;
    }
    return code;
}

// One line a finding: where (line:column), level, type, the words themselves, a proposal, why.
void report(std::ostream& out, std::string_view text, const std::vector<deid::Finding>& findings) {
    std::size_t at = 0, point = 0, line = 1, column = 1;
    auto advance = [&](std::size_t to) {
        const std::size_t from = at;
        for (; at < text.size() && point < to; ++point) {
            const bool ends_line = text[at] == '\n';
            ++at;
            while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xc0) == 0x80) ++at;
            line += ends_line ? 1U : 0U;
            column = ends_line ? 1 : column + 1;
        }
        return text.substr(from, at - from);
    };
    std::size_t certain = 0;
    for (const deid::Finding& finding : findings) {
        advance(finding.start);
        out << line << ':' << column << "  " << deid::level_name(finding.level) << "  "
            << deid::type_name(finding.type);
        out << "  \"" << advance(finding.end) << "\" -> \"" << finding.proposals.front() << "\"  "
            << deid::reason(finding.reason_code, deid::Language::en) << "\n";
        certain += must_replace(finding) ? 1U : 0U;
    }
    out << certain << " to replace, " << findings.size() - certain << " to review. Checked for identifiers: "
        << "that is no promise that nobody can be recognised.\n";
}

}  // namespace

int deid_command(std::istream& in, std::ostream& out, std::ostream& err, const DeidOptions& options) {
    const deid::Resources resources = deid::Resources::built_in();
    const deid::Detector detector(resources);
    if (options.jsonl) return answer_lines(in, out, err, detector);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    try {
        const std::vector<deid::Finding> findings = detector.scan(text);
        if (options.replace) {
            out << deid::apply(text, findings);
            return 0;
        }
        report(out, text, findings);
        for (const deid::Finding& finding : findings) {
            if (must_replace(finding)) return 1;
        }
        return 0;
    } catch (const deid::InvalidText& broken) {
        err << "covision deid: the text is not valid UTF-8 at byte " << broken.offset << ".\n";
        return 2;
    }
}

}  // namespace covision::app
