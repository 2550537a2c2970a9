#include "tests/bench/wsload/options.hpp"

#include <fstream>
#include <functional>
#include <map>

#include "tests/bench/wsload/usage.hpp"

namespace covision::bench {
namespace {

std::vector<std::string> lines_of(const std::string& file) {
    std::vector<std::string> lines;
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

Step step_of(const std::string& text) {
    if (text.starts_with("send:")) return {false, {}, std::make_unique<Wording>(text.substr(5))};
    if (text.starts_with("wait:")) return {true, text.substr(5), nullptr};
    die("--step wants send:TEXT or wait:PART");
}

Phase phase_of(const std::string& text) {
    const auto first = text.find(':'), last = text.rfind(':');
    if (first == last) die("--phase wants rate:MESSAGES_A_SECOND:SECONDS or closed:OUTSTANDING:SECONDS");
    return {text.starts_with("closed"), std::stod(text.substr(first + 1)), std::stod(text.substr(last + 1)), text};
}

}  // namespace

Options parse_options(int argc, char** argv) {
    Options o;
    std::string path = "/", send = "{body}";
    const std::map<std::string, std::function<void(const std::string&)>> known{
        {"--port", [&](const auto& value) { o.port = static_cast<std::uint16_t>(std::stoi(value)); }},
        {"--pid", [&](const auto& value) { o.pid = std::stoi(value); }},
        {"--path", [&](const auto& value) { path = value; }},
        {"--conns", [&](const auto& value) { o.conns = std::stoul(value); }},
        {"--group", [&](const auto& value) { o.group = std::stoul(value); }},
        {"--window", [&](const auto& value) { o.window = std::stoul(value); }},
        {"--size", [&](const auto& value) { o.size = std::stoul(value); }},
        {"--hold", [&](const auto& value) { o.hold = std::stod(value); }},
        {"--warmup", [&](const auto& value) { o.warmup = std::stod(value); }},
        {"--header", [&](const auto& value) { o.headers.emplace_back(value); }},
        {"--protocol", [&](const auto& value) { o.protocol = value; }},
        {"--send", [&](const auto& value) { send = value; }},
        {"--lines", [&](const auto& value) { o.lines = lines_of(value); }},
        {"--step", [&](const auto& value) { o.steps.push_back(step_of(value)); }},
        {"--phase", [&](const auto& value) { o.phases.push_back(phase_of(value)); }},
    };
    for (int i = 1; i < argc; ++i) {
        const std::string name = argv[i];
        const auto found = known.find(name);
        if (name == "--binary")
            o.binary = true;
        else if (name == "--stream")
            o.stream = true;
        else if (found == known.end() || i + 1 >= argc)
            die(("unknown option or missing value: " + name).c_str());
        else
            found->second(argv[++i]);
    }
    if (o.port == 0 || o.group == 0 || o.conns == 0) die("--port, --conns and --group must not be 0");
    if (o.conns % o.group != 0) die("--conns must be a multiple of --group");
    o.path = std::make_unique<Wording>(path);
    o.send = std::make_unique<Wording>(send);
    return o;
}

}  // namespace covision::bench
