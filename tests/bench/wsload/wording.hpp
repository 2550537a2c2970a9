#pragma once
// Templates of what is sent: {i} connection, {g} group, {m} member in the group, {n} message number, {line} the i-th
// line of a file, {body} "ts=<19 digits>;" padded to a size; {g:5} has five digits. Any other brace is literal, so JSON
// needs no escaping. Escapes: \r \n \t \\ \xHH.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace covision::bench {

struct Vars {
    std::uint64_t i = 0, g = 0, m = 0, n = 0;
    std::int64_t ts = 0;
};

class Wording {
public:
    explicit Wording(std::string_view text);

    void render(std::string& out, const Vars& vars, std::size_t body_size, const std::vector<std::string>& lines) const;

private:
    struct Part {
        std::string literal;
        char variable;  // 0: none
        int width;
    };
    std::vector<Part> parts_;
};

}  // namespace covision::bench
