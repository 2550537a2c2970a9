#!/usr/bin/env python3
"""Makes data/gazetteer.bin from the raw lists.

    python3 server/deid/train/make_gazetteer.py [--data ../shared/deid-data] [--out server/deid/data/gazetteer.bin]

Run from the repository's root. The same lists give the same bytes. Only the standard library is used, and only this
script reads the raw lists; a build needs nothing but the made file.

Format (read by lexicon.cpp): the line "COVISION GAZETTEER 1\n", a little-endian u32 with the number of entries, then
the entries in the order of their keys' bytes. An entry is: u8 bytes shared with the key before, u8 length of the rest,
the rest, u8 given << 4 | family, u8 word << 4 | place, u8 flags. Keys are folded (see fold()); several words are joined
by one space. given, family: 1 + log2 of people per million. word: 1 (rare) .. 6 (most common) English word, 0 none.
place: 1 + log2 of population / 500.
"""
import argparse
import collections
import math
import pathlib
import re
import struct
import unicodedata

HERE = pathlib.Path(__file__).resolve().parent
GERMAN = 1  # an ordinary German word
GERMAN_OFTEN = 2
CLINICAL = 4  # a clinical term that is nobody's name
CLINICAL_OR_NAME = 8  # a clinical term that is also a name (Camila, Beck): lowers a score, never forbids
REGION = 16  # a county, district or the like: smaller than a state
STATE = 32  # a state or a country: not flagged
BEGINS = 64  # the first word of a longer key
NATIONALITY = 128

SPECIAL = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ı": "i"})
# Large cities under the names that German or English texts give them, with their size in thousands.
OTHER_NAMES = """München 1260 Nürnberg 500 Wien 1700 Zürich 340 Genf 180 Mailand 1240 Rom 2320 Venedig 270 Florenz 350
Neapel 960 Turin 870 Prag 1170 Warschau 1700 Krakau 750 Breslau 630 Danzig 460 Moskau 10400 Lissabon 520 Brüssel 1020
Antwerpen 460 Kopenhagen 1150 Athen 660 Bukarest 1880 Belgrad 1270 Kairo 7700 Peking 11700 Tokio 8340 Havanna 2160
Damaskus 1570 Bagdad 5670 Teheran 7150 Kabul 3040 Straßburg 270 Nizza 340 Sevilla 700 Cologne 960 Munich 1260
Nuremberg 500 Vienna 1700 Geneva 180 Frankfurt 650 Hanover 515 Brunswick 240 Basel 165 Bern 120 Luzern 63 Lüttich 180
Den_Haag 470 The_Hague 470 Köln 960 Sankt_Gallen 70 New_York 8175 Seville 700 Istanbul 14800 Ankara 3500 Izmir 2500
Kiew 2800 Kyiv 2800 Lemberg 720 Pressburg 420 Laibach 255 Agram 700 Freiburg_im_Breisgau 215 Frankfurt_am_Main 650"""
BIG_COUNTRIES = {"GB", "IE", "DE", "AT", "CH", "US", "CA", "AU", "NZ"}
STATE_TYPES = {"State", "Country", "Nation", "Länder", "Federal länder", "Province", "Territory", "Canton",
               "Autonomous community", "Outlying area", "Dependency"}
# How German writes what English writes so: sertraline Sertralin, aripiprazole Aripiprazol.
GERMAN_DRUGS = (("ine", "in"), ("ole", "ol"), ("ate", "at"), ("ide", "id"), ("one", "on"), ("ene", "en"), ("ane", "an"))
# As proposals for dates write them ("Ende des Sommers"), whoever else is called so.
SEASONS = "Frühling Frühlings Frühjahr Frühjahrs Sommer Sommers Herbst Herbsts Herbstes Winter Winters"
TOWN = 6  # 16,000 people
UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})


def fold(text):
    text = unicodedata.normalize("NFD", text.casefold())
    text = "".join(c for c in text if unicodedata.category(c) != "Mn").translate(SPECIAL)
    text = text.replace("'", "").replace("’", "").replace("ʻ", "")
    return " ".join(re.findall(r"\w+", text))


def rows(path):
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            if not line.startswith("#"):
                yield line.rstrip("\n").split("\t")


def level(value):
    return max(1, min(15, 1 + int(math.log2(max(1, value)))))


def lines(path):
    return [line for line in path.read_text(encoding="utf-8").split("\n") if line and not line.startswith("#")]


class Gazetteer:
    def __init__(self):
        self.given = collections.Counter()
        self.family = collections.Counter()
        self.word = collections.Counter()
        self.place = collections.Counter()
        self.flags = collections.Counter()

    def highest(self, table, name, value):
        for key in {fold(name), fold(name.translate(UMLAUTS))}:
            if key and len(key.encode()) < 120 and len(key) > 1:
                table[key] = max(table[key], value)

    def flag(self, name, bit):
        key = fold(name)
        if key and len(key) > 1:
            self.flags[key] |= bit

    def names(self, data):
        for source in ("given.tsv", "given_de.tsv"):
            for name, weight, _ in rows(data / "names" / source):
                if " " not in name and int(weight) >= 1:
                    self.highest(self.given, name, level(int(weight)))
        for name, weight, _ in rows(data / "names" / "family.tsv"):
            if int(weight) >= 8:
                self.highest(self.family, name, level(int(weight)))

    def places(self, data):
        for source in ("places.tsv", "world-cities.tsv"):
            for name, country, _, population in rows(data / "places" / source):
                least = 1500 if country in BIG_COUNTRIES else 5000
                if int(population) >= least:
                    self.highest(self.place, name, level(int(population) / 500))
        words = OTHER_NAMES.split()
        for name, thousands in zip(words[::2], words[1::2]):
            self.highest(self.place, name.replace("_", " "), level(int(thousands) * 2))
        for name, _, _, kind, _ in rows(data / "places" / "regions.tsv"):
            self.flag(name, STATE if kind in STATE_TYPES else REGION)
        for name, _ in rows(data / "places" / "countries.tsv"):
            self.flag(name, STATE)

    def words(self, data):
        for word, band, _ in rows(data / "words" / "common-english.txt"):
            key = fold(word)
            # Rare words only where they are nothing else: Ataxia, but not Quill.
            if int(band) <= 50 or not (self.given[key] or self.family[key] or self.place[key]):
                self.highest(self.word, word, max(1, 7 - int(band) // 10))
        for term, category, _, also in rows(data / "words" / "clinical.txt"):
            if category == "month-day":
                continue
            if category == "nationality":
                self.flag(term, NATIONALITY)
            elif also == "-" and category not in ("theorist", "eponym"):
                self.flag(term, CLINICAL)
                self.german_drug(term, category)
            else:
                self.flag(term, CLINICAL_OR_NAME)

    def our_clinical(self):
        for source, bit in (("words_clinical.txt", CLINICAL), ("words_eponyms.txt", CLINICAL_OR_NAME)):
            for term in " ".join(lines(HERE / source)).split():
                key = fold(term)
                # Names and towns first: a Jones, Denver.
                if self.given[key] < 6 and self.family[key] < 8 and self.place[key] < TOWN:
                    self.flag(term, bit)

    def world(self):
        countries, peoples = lines(HERE / "words_world.txt")
        for name in countries.split():
            self.flag(name, STATE)
        for name in peoples.split():
            if self.given[fold(name)] < 6 and self.family[fold(name)] < 8:
                self.flag(name, NATIONALITY)

    def german_drug(self, term, category):
        for english, german in GERMAN_DRUGS:
            name = term[:-len(english)] + german
            if category == "drug" and term.endswith(english) and len(term) > 7 and fold(name) not in self.given:
                self.flag(name, CLINICAL)

    def german_words(self):
        """Words of our own list, and those that stand lower or upper case in our frames, outside of the slots."""
        for number, line in enumerate(lines(HERE / "words_de.txt")):
            for word in line.split():
                # Schneider and Jonas are names first.
                if self.family[fold(word)] < 8 and self.given[fold(word)] < 6:
                    self.flag(word, GERMAN | GERMAN_OFTEN)
                if number == 0:
                    self.flag(word.removesuffix("e") + "in", GERMAN | GERMAN_OFTEN)
                    self.flag(word.removesuffix("e") + "innen", GERMAN | GERMAN_OFTEN)
        for word in SEASONS.split():
            self.flag(word, GERMAN | GERMAN_OFTEN)
        counted = collections.Counter()
        for path in sorted((HERE / "frames" / "de").glob("*.txt")):
            for line in lines(path):
                for word in re.findall(r"(?<![\w{}])\w+(?![\w{}])", re.sub(r"\{[^}]*\}\w*", " ", line)):
                    if word.isalpha() and len(word) > 2 and not word.isupper():
                        counted[fold(word)] += 1
        for word in counted:
            if not self.given[word] and not self.family[word] and not self.place[word]:
                self.flags[word] |= GERMAN

    def german(self, data):
        plain, named = collections.Counter(), collections.Counter()
        for source in ("de_germeval14_dev", "de_mobie", "de_europeana_newspapers"):
            for row in rows(data / "train" / (source + ".conll")):
                if len(row) == 2 and row[0].isalpha() and len(row[0]) > 2 and not row[0].isupper():
                    (plain if row[1] == "O" else named)[fold(row[0])] += 1
        for word, count in plain.items():
            if count >= 2 and count >= 9 * named[word]:
                self.flags[word] |= GERMAN | (GERMAN_OFTEN if count >= 8 else 0)

    def entries(self):
        tables = (self.given, self.family, self.word, self.place, self.flags)
        keys = set().union(*tables)
        for key in list(keys):
            if " " in key:
                first = key.split(" ", 1)[0]
                self.flags[first] |= BEGINS
                keys.add(first)
        for key in sorted(keys, key=lambda k: k.encode()):
            yield (key.encode(), self.given[key] << 4 | self.family[key], self.word[key] << 4 | self.place[key],
                   self.flags[key])


def packed(entries):
    body, before, count = bytearray(), b"", 0
    for key, names, words, flags in entries:
        shared = 0
        while shared < min(len(key), len(before)) and key[shared] == before[shared]:
            shared += 1
        rest = key[shared:]
        body += bytes((shared, len(rest))) + rest + bytes((names, words, flags))
        before, count = key, count + 1
    return b"COVISION GAZETTEER 1\n" + struct.pack("<I", count) + bytes(body), count


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--data", type=pathlib.Path, default=pathlib.Path("../shared/deid-data"))
    options.add_argument("--out", type=pathlib.Path, default=pathlib.Path("server/deid/data/gazetteer.bin"))
    chosen = options.parse_args()
    gazetteer = Gazetteer()
    gazetteer.names(chosen.data)
    gazetteer.places(chosen.data)
    gazetteer.words(chosen.data)
    gazetteer.our_clinical()
    gazetteer.world()
    gazetteer.german(chosen.data)
    gazetteer.german_words()
    made, count = packed(gazetteer.entries())
    chosen.out.write_bytes(made)
    print(f"{chosen.out}: {count} entries, {len(made)} bytes")


if __name__ == "__main__":
    main()
