#include "server/app/json_text.hpp"

#include <cctype>

namespace covision::app {
namespace {

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
            std::size_t plain = 0;
            while (plain < rest_.size() && rest_[plain] != '"' && rest_[plain] != '\\') ++plain;
            if (plain == rest_.size()) return {};
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

}  // namespace

std::optional<std::string> json_text(std::string_view line) { return Line(line).text(); }

}  // namespace covision::app
