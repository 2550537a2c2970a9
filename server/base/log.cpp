#include "server/base/log.hpp"

#include <unistd.h>

#include <cstdio>

#include "server/base/time.hpp"

namespace covision::log {
namespace {

void write(std::string_view level, std::string_view event, Fields fields) {
    std::string line = R"({"at":")" + rfc3339(SystemClock{}.now()) + R"(","level":")";
    line.append(level).append(R"(","event":)").append(quoted(event));
    for (const auto& [key, value] : fields) line.append(",").append(quoted(key)).append(":").append(quoted(value));
    line += "}\n";
    // One write keeps a line whole; what a closed log loses is no reason to stop serving.
    [[maybe_unused]] auto written = ::write(STDERR_FILENO, line.data(), line.size());
}

}  // namespace

std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (char c : text) {
        auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (byte < 0x20 || byte >= 0x7f) {
            char escaped[8];
            std::snprintf(escaped, sizeof escaped, "\\u%04x", byte);
            out += escaped;
        } else {
            out += c;
        }
    }
    return out + '"';
}

void info(std::string_view event, Fields fields) { write("info", event, fields); }
void warn(std::string_view event, Fields fields) { write("warn", event, fields); }
void error(std::string_view event, Fields fields) { write("error", event, fields); }

}  // namespace covision::log
