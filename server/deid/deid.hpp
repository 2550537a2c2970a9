// The de-identifier: finds what may identify somebody in a text and proposes what could stand there instead.
// Pure: text in, findings out. No clock, no files, no logging. The rules are described in README.md of this folder.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace covision::deid {

enum class Type { name, location, org, date, age, phone, email, url, ip, id, account, plate, profession, rare };

// must_replace: a direct identifier; a case text that holds one is refused.
// review: may identify together with other things; the author decides each.
enum class Level { must_replace, review };

enum class Language { en, de };

struct Finding {
    std::size_t start = 0;  // code points of the given text
    std::size_t end = 0;    // one past the last code point
    Type type = Type::name;
    Level level = Level::review;
    std::string reason_code;             // a key for reason()
    std::vector<std::string> proposals;  // in the note's language, the best first; at least one
};

// standard: the two levels as they are. strict: what would be for review must be replaced. strict_us: months, seasons
// and feasts ("March", "Christmas") must be replaced too.
enum class Strictness { standard, strict, strict_us };

// What a group wants beyond the standard. Words are matched whole, whatever their case.
struct Policy {
    Strictness strictness = Strictness::standard;
    std::vector<std::string> flag;  // own words to replace, as a clinic's name
    std::vector<std::string> pass;  // own words never to flag
};

// The text is not UTF-8.
class InvalidText : public std::runtime_error {
public:
    explicit InvalidText(std::size_t where) : std::runtime_error("the text is not valid UTF-8"), offset(where) {}
    std::size_t offset;  // bytes before the first broken sequence
};

class Lexicon;
class Model;

// The word lists and the tagger's weights. Immutable once made; about 8 MB, so a process makes one and shares it.
class Resources {
public:
    static Resources built_in();
    Resources(Resources&&) noexcept;
    Resources& operator=(Resources&&) noexcept;
    ~Resources();
    const Lexicon& lexicon() const { return *lexicon_; }
    const Model& model() const { return *model_; }

private:
    Resources(std::unique_ptr<const Lexicon> lexicon, std::unique_ptr<const Model> model);
    std::unique_ptr<const Lexicon> lexicon_;
    std::unique_ptr<const Model> model_;
};

// Thread-safe: many threads may scan with one detector. The resources must outlive it.
class Detector {
public:
    explicit Detector(const Resources& resources);
    ~Detector();
    Detector(const Detector&) = delete;
    Detector& operator=(const Detector&) = delete;

    // Findings in order, never overlapping, never empty. Deterministic. Throws InvalidText.
    std::vector<Finding> scan(std::string_view utf8, const Policy& policy = {}) const;

private:
    struct Rules;
    std::unique_ptr<const Rules> rules_;
};

// "NAME", "LOCATION" …
std::string_view type_name(Type type);
// "must_replace", "review"
std::string_view level_name(Level level);
// One line in plain words; an unknown code gives a general one.
std::string_view reason(std::string_view reason_code, Language language);
// The text with every finding replaced by its first proposal. The findings must be in order and of this very text.
std::string apply(std::string_view utf8, const std::vector<Finding>& findings);

}  // namespace covision::deid
