#include "server/app/deid_batch.hpp"

#include <algorithm>
#include <array>
#include <istream>
#include <optional>

#include "server/app/json_text.hpp"

namespace covision::app {
namespace {

constexpr std::size_t most_lines = 64;
constexpr std::size_t most_bytes = std::size_t{1} << 18;
constexpr std::size_t longest_line = std::size_t{1} << 24;

/// False at the end. A longer line is kept with one byte too many, so that it is known for what it is.
bool read_line(std::istream& in, std::string& line) {
    std::array<char, 4096> piece;
    line.clear();
    for (;;) {
        in.getline(piece.data(), piece.size());
        const bool ends = !in.fail() && !in.eof();  // what it counts has the end of the line, too
        const auto count = static_cast<std::size_t>(in.gcount()) - (ends ? 1 : 0);
        if (line.size() <= longest_line) line.append(piece.data(), std::min(count, longest_line + 1 - line.size()));
        if (ends) return true;
        if (in.eof() || in.bad()) return !line.empty();
        in.clear();  // longer than a piece
    }
}

std::string spans_line(const std::vector<deid::Finding>& findings) {
    std::string line = "{\"spans\":[";
    for (const deid::Finding& finding : findings) {
        if (line.back() == '}') line += ',';
        line += "{\"start\":" + std::to_string(finding.start);
        line += ",\"end\":" + std::to_string(finding.end);
        line += ",\"type\":\"";
        line += deid::type_name(finding.type);
        line += "\",\"level\":\"";
        line += deid::level_name(finding.level);
        line += "\",\"reason\":\"";  // reasons hold neither quotes nor backslashes
        line += deid::reason(finding.reason_code, deid::Language::en);
        line += "\"}";
    }
    return line + "]}\n";
}

/// Why it could not be answered; nothing where it was.
std::string_view answer_line(std::string_view line, std::string& answers, const deid::Detector& detector,
                             const deid::Policy& policy) {
    if (line.size() > longest_line) return "is longer than 16 MiB";
    const std::optional<std::string> text = json_text(line);
    if (!text) return "is no JSON object with a text";
    try {
        answers += spans_line(detector.scan(*text, policy));
        return {};
    } catch (const deid::InvalidText&) {
        return "is not valid UTF-8";
    }
}

}  // namespace

bool read_batch(std::istream& in, std::size_t first_line, Batch& batch) {
    constexpr std::string_view mark = "\xef\xbb\xbf";  // some programs begin a file with it
    batch.first_line = first_line;
    std::string line;
    while (batch.lines.size() < most_lines && batch.bytes < most_bytes) {
        if (!batch.lines.empty() && in.rdbuf()->in_avail() <= 0) break;
        if (!read_line(in, line)) break;
        batch.bytes += line.size() + 1;
        if (first_line == 1 && batch.lines.empty() && line.compare(0, mark.size(), mark) == 0)
            line.erase(0, mark.size());
        batch.lines.push_back(std::move(line));
    }
    batch.count = batch.lines.size();
    return batch.count > 0;
}

void answer(Batch& batch, const deid::Detector& detector, const deid::Policy& policy) {
    for (std::size_t i = 0; i < batch.lines.size(); ++i) {
        const auto problem = answer_line(batch.lines[i], batch.answers, detector, policy);
        if (problem.empty()) continue;
        batch.answers.append("{\"spans\":[],\"error\":\"this line ").append(problem).append("\"}\n");
        batch.complaints.push_back({batch.first_line + i, problem});
    }
    batch.lines.clear();
}

}  // namespace covision::app
