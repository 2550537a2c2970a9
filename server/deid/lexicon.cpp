#include "server/deid/lexicon.hpp"

#include <cstring>
#include <stdexcept>
#include <string>

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

}  // namespace

Lexicon::Lexicon(std::string_view packed) {
    Reader reader{packed};
    if (reader.bytes(magic.size()) != magic) damaged();
    std::uint32_t count = 0;
    for (unsigned shift = 0; shift < 32; shift += 8) count |= static_cast<std::uint32_t>(reader.byte()) << shift;
    if (count > packed.size()) damaged();
    std::size_t size = 1024;
    while (size * 5 < (std::size_t{count} + 12000) * 8) size *= 2;
    table_.resize(size);
    std::string key;
    for (std::uint32_t i = 0; i < count; ++i) {
        const std::size_t shared = reader.byte();
        const std::size_t length = reader.byte();
        if (shared > key.size()) damaged();
        key.resize(shared);
        key += reader.bytes(length);
        Entry& entry = slot(hash_more(hash_seed, key));
        const std::uint8_t names = reader.byte(), words = reader.byte();
        entry.given = names >> 4;
        entry.family = names & 15;
        entry.word = words >> 4;
        entry.place = words & 15;
        entry.flags = reader.byte();
    }
    each_class_word(this, [](void* self, std::uint64_t word_class, std::string_view word) {
        static_cast<Lexicon*>(self)->add_phrase(word_class, word);
    });
    each_phrase(this, [](void* self, const PhraseList& list, std::string_view phrase) {
        static_cast<Lexicon*>(self)->add_phrase(list.word_class, phrase);
    });
}

void Lexicon::add_phrase(std::uint64_t word_class, std::string_view folded) {
    slot(hash_more(hash_seed, folded)).classes |= word_class;
    std::size_t space = folded.find(' ');
    if (space == std::string_view::npos) return;
    slot(hash_more(hash_seed, folded.substr(0, space))).classes |= phrase_start;
    while (space != std::string_view::npos) {
        folded.remove_prefix(space + 1);
        space = folded.find(' ');
        slot(hash_more(hash_seed, folded.substr(0, space))).classes |= phrase_part;
    }
}

Entry& Lexicon::slot(std::uint64_t hash) {
    const std::size_t mask = table_.size() - 1;
    std::size_t at = mixed(hash) & mask;
    while (table_[at].hash != 0 && table_[at].hash != hash) at = (at + 1) & mask;
    table_[at].hash = hash;
    return table_[at];
}

const Entry& Lexicon::find(std::uint64_t hash) const {
    const std::size_t mask = table_.size() - 1;
    for (std::size_t at = mixed(hash) & mask; table_[at].hash != 0; at = (at + 1) & mask) {
        if (table_[at].hash == hash) return table_[at];
    }
    return none_;
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
