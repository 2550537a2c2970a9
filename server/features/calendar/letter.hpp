#pragma once
// A mail's words as text/plain and text/html. Pure.

#include <string>
#include <vector>

namespace covision::calendar {

struct Link {
    std::string label, address;
};

/// What stands under each other in a mail.
struct Block {
    std::string paragraph;           // one, or…
    std::vector<std::string> items;  // …a list, or…
    std::vector<Link> links;         // …links, each on its own line
};

struct Letter {
    std::string language;  // "en"
    std::vector<Block> blocks;

    void say(std::string paragraph) { blocks.push_back({std::move(paragraph), {}, {}}); }
};

/// Lines of 72 characters at most, where no address is longer.
std::string plain(const Letter& letter);
std::string html(const Letter& letter);

}  // namespace covision::calendar
