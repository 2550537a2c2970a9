#include "server/deid/lexicon.hpp"

#include <array>
#include <cstring>
#include <stdexcept>
#include <string>
#include <vector>

#include "server/deid/deid.hpp"
#include "server/deid/fold.hpp"
#include "server/deid/model.hpp"
#include "server/deid/phrases.hpp"

extern "C" {
extern const char covision_gazetteer_begin[];
extern const char covision_gazetteer_end[];
}

namespace covision::deid {
namespace {

constexpr std::string_view magic = "COVISION GAZETTEER 1\n";

[[noreturn]] void damaged() { throw std::runtime_error("the gazetteer is damaged or of another version"); }

struct Reader {
    std::string_view rest;
    std::uint8_t byte() {
        if (rest.empty()) damaged();
        const auto value = static_cast<std::uint8_t>(rest.front());
        rest.remove_prefix(1);
        return value;
    }
    std::string_view bytes(std::size_t count) {
        if (rest.size() < count) damaged();
        const std::string_view value = rest.substr(0, count);
        rest.remove_prefix(count);
        return value;
    }
};

std::size_t mixed(std::uint64_t hash) { return static_cast<std::size_t>(hash ^ (hash >> 29)); }

// A slot holds the upper 48 bits of a word's hash and, in the lower 16, what is known of it; 0 is a free one. So half a
// million of them take 4 MB, and looking a word up mostly reads one line of memory.
constexpr std::uint64_t kind_bits = 0xFFFF;

/// The slot of this hash, or the free one where it belongs.
template <class Table>
auto& slot(Table& table, std::uint64_t hash) {
    const std::size_t mask = table.size() - 1;
    std::size_t at = mixed(hash) & mask;
    while (table[at] != 0 && ((table[at] ^ hash) & ~kind_bits) != 0) at = (at + 1) & mask;
    return table[at];
}

std::size_t hash_of(const Entry& entry) {
    const std::uint64_t small = entry.given | entry.family << 4U | entry.word << 8U | entry.place << 12U |
                                static_cast<std::uint64_t>(entry.flags) << 16U;
    return mixed((entry.classes * 31 + small) * 1099511628211ULL);
}

}  // namespace

/// Fills a lexicon; what is needed for that alone.
class Lexicon::Making {
public:
    explicit Making(Lexicon& lexicon) : lexicon_(lexicon) {}

    void add(std::uint64_t hash, Entry entry) {
        entry.listed = true;
        slot(lexicon_.table_, hash) = (hash & ~kind_bits) | kind_of(entry);
    }

    // Later: the table is larger than any cache, so that its lines are fetched some words ahead.
    void add_soon(std::uint64_t hash, const Entry& entry) {
        Soon& soon = soon_[next_++ % soon_.size()];
        if (soon.entry.listed) add(soon.hash, soon.entry);
        soon = {hash, entry};
        soon.entry.listed = true;
        lexicon_.prefetch(hash);
    }

    void add_rest() {
        for (const Soon& soon : soon_) {
            if (soon.entry.listed) add(soon.hash, soon.entry);
        }
    }

    void add_class(std::uint64_t hash, std::uint64_t word_class) {
        Entry entry = lexicon_.find(hash);
        entry.classes |= word_class;
        add(hash, entry);
    }

    void add_phrase(std::uint64_t word_class, std::string_view folded) {
        add_class(hash_more(hash_seed, folded), word_class);
        std::size_t space = folded.find(' ');
        if (space == std::string_view::npos) return;
        add_class(hash_more(hash_seed, folded.substr(0, space)), phrase_start);
        while (space != std::string_view::npos) {
            folded.remove_prefix(space + 1);
            space = folded.find(' ');
            add_class(hash_more(hash_seed, folded.substr(0, space)), phrase_part);
        }
    }

private:
    std::uint64_t kind_of(const Entry& entry) {
        std::size_t at = hash_of(entry) % known_.size();
        while (known_[at] != 0 && lexicon_.kinds_[known_[at]] != entry) at = (at + 1) % known_.size();
        if (known_[at] == 0) {
            if (lexicon_.kinds_.size() > kind_bits) damaged();
            known_[at] = static_cast<std::uint16_t>(lexicon_.kinds_.size());
            lexicon_.kinds_.push_back(entry);
        }
        return known_[at];
    }

    struct Soon {
        std::uint64_t hash = 0;
        Entry entry;
    };

    Lexicon& lexicon_;
    std::array<Soon, 16> soon_;
    std::size_t next_ = 0;
    std::vector<std::uint16_t> known_ = std::vector<std::uint16_t>(2 * (kind_bits + 1));  // open addressing; 0 is free
};

Lexicon::Lexicon(std::string_view packed) {
    Reader reader{packed};
    if (reader.bytes(magic.size()) != magic) damaged();
    std::uint32_t count = 0;
    for (unsigned shift = 0; shift < 32; shift += 8) count |= static_cast<std::uint32_t>(reader.byte()) << shift;
    if (count > packed.size()) damaged();
    std::size_t size = 1024;
    while (size * 5 < (std::size_t{count} + 12000) * 8) size *= 2;
    table_.resize(size);
    Making making(*this);
    std::string key;
    for (std::uint32_t i = 0; i < count; ++i) {
        const std::size_t shared = reader.byte();
        const std::size_t length = reader.byte();
        if (shared > key.size()) damaged();
        key.resize(shared);
        key += reader.bytes(length);
        const std::uint8_t names = reader.byte(), words = reader.byte();
        Entry entry;
        entry.given = names >> 4;
        entry.family = names & 15;
        entry.word = words >> 4;
        entry.place = words & 15;
        entry.flags = reader.byte();
        making.add_soon(hash_more(hash_seed, key), entry);
    }
    making.add_rest();
    each_class_word(&making, [](void* self, std::uint64_t word_class, std::string_view word) {
        static_cast<Making*>(self)->add_phrase(word_class, word);
    });
    each_phrase(&making, [](void* self, const PhraseList& list, std::string_view phrase) {
        static_cast<Making*>(self)->add_phrase(list.word_class, phrase);
    });
    kinds_.shrink_to_fit();
}

void Lexicon::prefetch(std::uint64_t hash) const { __builtin_prefetch(&table_[mixed(hash) & (table_.size() - 1)]); }

const Entry& Lexicon::find(std::uint64_t hash) const {
    return kinds_[static_cast<std::size_t>(slot(table_, hash) & kind_bits)];
}

Resources::Resources(std::unique_ptr<const Lexicon> lexicon, std::unique_ptr<const Model> model)
    : lexicon_(std::move(lexicon)), model_(std::move(model)) {}
Resources::Resources(Resources&&) noexcept = default;
Resources& Resources::operator=(Resources&&) noexcept = default;
Resources::~Resources() = default;

Resources Resources::built_in() {
    const auto size = static_cast<std::size_t>(covision_gazetteer_end - covision_gazetteer_begin);
    return Resources(std::make_unique<const Lexicon>(std::string_view(covision_gazetteer_begin, size)),
                     std::make_unique<const Model>(Model::built_in()));
}

}  // namespace covision::deid
