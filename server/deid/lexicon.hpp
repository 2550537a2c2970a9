// What is known of a word: how often it is a name, how common a word, how big a place, and the small closed classes
// (titles, kinship, months …) that the rules ask for.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace covision::deid {

// Closed classes of words; a word may be in several. vocabulary.cpp holds the lists.
enum Class : std::uint64_t {
    title = 1ULL << 0,             // Mrs, Frau, Dr: a name follows
    kin = 1ULL << 1,               // sister, Freund: a name may follow
    month = 1ULL << 2,             //
    weekday = 1ULL << 3,           //
    says = 1ULL << 4,              // what people do: said, reported, weinte
    is_verb = 1ULL << 5,           // is, was, hat: what anything does
    toward = 1ULL << 6,            // with, told, asked, mit: a person may follow
    called = 1ULL << 7,            // named, called, namens, heißt
    label = 1ULL << 8,             // Client:, Patient:, Name:
    greeting = 1ULL << 9,          // Dear, Liebe
    particle = 1ULL << 10,         // von, van, de
    place_before = 1ULL << 11,     // in, from, near, aus
    lives = 1ULL << 12,            // lives, moved, wohnt, born: a place follows soon
    street = 1ULL << 13,           // Street, Road, Avenue
    org_head = 1ULL << 14,         // School, Hospital, GmbH
    works = 1ULL << 15,            // works, employed, arbeitet
    at_for = 1ULL << 16,           // at, for, by, bei
    english = 1ULL << 17,          // function words that tell the language
    german = 1ULL << 18,           //
    stop = 1ULL << 19,             // capitalised at times, never part of a name: I, The, Christmas
    id_word = 1ULL << 20,          // MRN, passport, Aktenzeichen
    phone_word = 1ULL << 21,       // phone, Tel, Handy
    plate_word = 1ULL << 22,       // plate, registration, Kennzeichen
    account_word = 1ULL << 23,     // account, Konto
    number_word = 1ULL << 24,      // number, no, Nr: between a context word and its number
    day_before = 1ULL << 25,       // on, since, am, vom: a day may follow
    birth = 1ULL << 26,            // born, DOB, geboren
    age_before = 1ULL << 27,       // aged, age, Alter
    year_word = 1ULL << 28,        // years, Jahre, yo
    office = 1ULL << 29,           // mayor, Bürgermeisterin
    eponym_after = 1ULL << 30,     // disease, scale, Test: makes a name before it a term
    staff = 1ULL << 31,            // therapist, teacher, Lehrerin: like kin, another code
    ambiguous_month = 1ULL << 32,  // may, march, mar, dec: lower case is mostly not a month
    family_group = 1ULL << 33,     // family, Familie
    doctor = 1ULL << 34,           // Dr, Prof: a colleague, not a client
    female = 1ULL << 35,           // Frau, Mrs
    over = 1ULL << 36,             // over, über, mindestens
    generic_org = 1ULL << 37,      // High, Primary, Mental, local: describes an organisation, names none
    signature = 1ULL << 38,        // regards, Grüße: a name follows on the next line
    house = 1ULL << 39,            // flat, apartment, Wohnung: a number follows
    romance_street = 1ULL << 40,   // rue, calle, via: the name follows
    inner_particle = 1ULL << 42,   // der, la: part of a name only after von, van, de
    us_state = 1ULL << 43,         // il, ny: when written in capitals
    harmless = 1ULL << 44,         // capitalised, yet nobody's name: Zoom, Judaism, Mondays
    zip_word = 1ULL << 45,         // zip, PLZ: a postcode follows
    handle_word = 1ULL << 46,      // insta, snapchat, Benutzername: a user name follows
    day_event = 1ULL << 47,        // appointment, admitted, due: a day in figures may follow
    feast = 1ULL << 48,            // Christmas, Ostern: with a year a day
    season_word = 1ULL << 49,      // spring, Herbst
    rare_job = 1ULL << 50,         // of phrases.hpp, as are the next: a word or the first of several
    rare_disease = 1ULL << 51,     //
    rare_family = 1ULL << 52,      // triplets
    in_news = 1ULL << 53,          // "in the papers"
    phrase_start = 1ULL << 55,     // the first word of several in phrases.hpp
    phrase_part = 1ULL << 57,      // a later word of one
    instrument = 1ULL << 58,       // clamp, retractor, sign: a name before it belongs to the thing
    degree = 1ULL << 56,           // psych, med: after Dr or Dipl only
    job = 1ULL << 54,              // any job: with an age and a small place it tells
    short_title = 1ULL << 41,      // mrs, dr, hr: a title in lower case too
};

// The same for all words of which the same is known.
struct Entry {
    std::uint64_t classes = 0;
    std::uint8_t given = 0, family = 0;  // 0 or 1 + log2 of people per million
    std::uint8_t word = 0;               // English: 0 none, 1 rare … 6 most common
    std::uint8_t place = 0;              // 0 or 1 + log2 of population / 500
    std::uint8_t flags = 0;
    bool listed = false;  // in the gazetteer or in a closed class

    enum Flag : std::uint8_t {
        german_word = 1,
        german_often = 2,
        clinical = 4,
        clinical_or_name = 8,
        region = 16,
        state = 32,
        begins = 64,
        nationality = 128,
    };
    bool has(Flag flag) const { return (flags & flag) != 0; }
    bool is(std::uint64_t any) const { return (classes & any) != 0; }
    bool known() const { return listed; }

    bool operator==(const Entry&) const = default;
};

class Lexicon {
public:
    // `packed` is what train/make_gazetteer.py wrote. Throws std::runtime_error when it is something else.
    explicit Lexicon(std::string_view packed);
    // Never null: an unknown word has an empty entry.
    const Entry& find(std::uint64_t hash) const;
    // Begins to fetch what find() will read: the table is larger than any cache near the processor.
    void prefetch(std::uint64_t hash) const;

private:
    class Making;

    std::vector<std::uint64_t> table_;   // open addressing, a power of two, at most 5/8 full: see slot() in lexicon.cpp
    std::vector<Entry> kinds_{Entry{}};  // what is known of words, each once; the first is that of an unknown one
};

// Calls sink(class, word) for each word of the closed classes. Words are folded.
using VocabularySink = void (*)(void* context, std::uint64_t word_class, std::string_view word);
void each_class_word(void* context, VocabularySink sink);

}  // namespace covision::deid
