"""Fills the slots of a note's frames: the people and places of one note stay the same through it."""
import collections
import pathlib

from .dice import Weighted, held_out, latin, rows
from .frames import Slot
from .people import PLAIN

HERE = pathlib.Path(__file__).resolve().parent.parent
COUNTRIES = {
    "en": Weighted([("GB", 38), ("US", 38), ("IE", 5), ("CA", 5), ("AU", 6), ("NZ", 2), ("NL", 1), ("FR", 2), ("ES", 2),
                    ("DE", 2), ("IT", 2)]),
    "de": Weighted([("DE", 76), ("AT", 11), ("CH", 9), ("IT", 1), ("FR", 1), ("NL", 1), ("ES", 1)])}
STATE_TYPES = {"State", "Country", "Nation", "Länder", "Federal länder", "Province", "Territory", "Canton"}
PERSON = {"given", "family", "full", "nick", "initial", "initials", "short", "listed", "name", "letter_name", "wordname"}
TYPES = {"NAME": "famous",
         "LOCATION": "town village city region district country state state_abbr street street_no flat postcode landmark "
                     "hamlet hill water roadno",
         "ORG": "employer brand school clinic church club agency university org care_home company venue media acronym"}
TYPED = {name: kind for kind, names in TYPES.items() for name in names.split()}
TYPED.update({name: "NAME" for name in PERSON})
ABROAD = "FR NL ES IT DE GB US AT CH PL SE PT DK BE".split()
LETTERS = "ABCDEFGHIJKLMNOPRSTUVWXYZ"


class Places:
    def __init__(self, data, held):
        pools = {}
        for source in ("places.tsv", "world-cities.tsv"):
            for name, country, _, population in rows(data / "places" / source):
                if usable(name) and held_out(name) == held:
                    people = int(population)
                    kind = "village" if people < 5000 else "town" if people < 150000 else "city"
                    pools.setdefault((country, kind), []).append((name, max(people, 500)))
                    pools.setdefault(("world", kind), []).append((name, max(people, 500)))
        for name, country, _, kind, _ in rows(data / "places" / "regions.tsv"):
            if usable(name) and held_out(name) == held:
                size = "state" if kind in STATE_TYPES else "region"
                name += " County" if kind == "County" and country == "US" else ""
                pools.setdefault((country, size), []).append((name, 1))
                pools.setdefault(("world", size), []).append((name, 1))
        for name, country in rows(data / "places" / "countries.tsv"):
            if usable(name):
                pools.setdefault(("world", "country"), []).append((name, 1))
        self.pools = {key: Weighted(pairs, .35) for key, pairs in pools.items()}

    def pick(self, dice, country, kind, abroad):
        home = self.pools.get((country, kind))
        if not home or len(home.items) < 4 or dice.chance(abroad):
            home = self.pools["world", kind]
        return home.pick(dice)


def usable(name):
    return latin(name) and PLAIN.match(name) and 2 < len(name) < 29


class Terms:
    """Clinical words by category."""

    SLOTS = {"drug": "drug brand", "method": "therapy", "test": "test", "diagnosis": "diagnosis", "heading": "heading",
             "eponym": "eponym", "theorist": "theorist", "nationality": "nationality", "abbreviation": "abbreviation"}

    def __init__(self, data):
        by = {}
        for term, category, _, _ in rows(data / "words" / "clinical.txt"):
            by.setdefault(category, []).append(term)
        self.words = {slot: [term for one in kinds.split() for term in by[one]] for slot, kinds in self.SLOTS.items()}
        self.words["drug"] += by["drug"] * 2
        for slot, source in (("remedy", "words_clinical.txt"), ("surgical", "words_eponyms.txt")):
            self.words[slot] = [term for line in (HERE / source).read_text(encoding="utf-8").split("\n")
                                if not line.startswith("#") for term in line.split()]
        given = {name.casefold() for name, weight, _ in rows(data / "names" / "given.tsv") if int(weight) >= 50}
        self.words["word"] = [word for word, band, _ in rows(data / "words" / "common-english.txt")
                              if int(band) <= 50 and len(word) > 3 and word not in given]
        self.nouns = german_nouns(data / "train")


def german_nouns(folder):
    """Words with a capital inside of German sentences that the corpora hardly ever mark."""
    plain, named = collections.Counter(), collections.Counter()
    for source in ("de_germeval14_dev", "de_mobie", "de_europeana_newspapers"):
        before = "."
        for row in rows(folder / (source + ".conll")):
            if len(row) == 2 and row[0].isalpha() and len(row[0]) > 3 and row[0].istitle() and before.isalpha():
                (plain if row[1] == "O" else named)[row[0]] += 1
            before = row[0]
    return sorted(word for word, count in plain.items() if count >= 12 * named[word])


class World:
    """All that is read once: lists, fillers, the parser."""

    def __init__(self, people, places, terms, fillers, parser):
        self.people, self.places, self.terms, self.fillers, self.parser = people, places, terms, fillers, parser


class Scene:
    """One note: its country, people and places. expand() gives pieces [text, type or None]."""

    def __init__(self, world, dice, language):
        self.world, self.dice, self.language = world, dice, language
        self.country = COUNTRIES[language].pick(dice)
        self.cast, self.seen, self.remembered = {}, set(), {}
        self.depth = 0

    def expand(self, frame):
        pieces = []
        for part in self.world.parser.pieces(frame, self.dice):
            pieces.extend([[part, None]] if isinstance(part, str) else self.fill(part))
        return pieces

    def fill(self, slot):
        pieces = self.value(slot)
        if slot.capital and pieces:
            pieces[0][0] = pieces[0][0][:1].upper() + pieces[0][0][1:]
        return pieces

    def value(self, slot):
        if slot.low is not None:
            return [[str(self.dice.whole(slot.low, slot.high)), None]]
        if slot.name == "#":
            return [[str(self.dice.whole(0, 9)), None]]
        if slot.name == "@":
            return [[self.dice.pick(LETTERS), None]]
        if slot.name in PERSON:
            return [[self.named(slot.name, slot.number), "NAME"]]
        kind = TYPED.get(slot.name)
        if kind and not self.depth:
            return self.typed(slot, kind)
        return self.plain(slot)

    def typed(self, slot, kind):
        """The whole is one span; the same employer or town often comes again. In it, people are others' names."""
        key = (slot.name, slot.number)
        if key not in self.remembered or self.dice.chance(.35):
            self.depth, cast, self.cast = 1, self.cast, {}
            text = "".join(piece for piece, _ in self.plain(slot))
            self.depth, self.cast = 0, cast
            self.remembered[key] = text
        return [[self.remembered[key], kind]]

    def plain(self, slot):
        """Code-made places and terms, else a choice of the fillers, by country where there are such."""
        dice, world = self.dice, self.world
        if slot.name in ("town", "village", "city", "region", "state", "country"):
            kind = slot.name
            if kind == "town" and dice.chance(.25):
                kind = dice.pick(("city", "village"))
            if kind == "village" and dice.chance(.3):  # one that no list holds
                return self.expand(dice.pick(self.choices("hamlet")))
            return [[world.places.pick(dice, self.country, kind, .18), None]]
        if slot.name == "word" and self.language == "de":
            return [[dice.pick(world.terms.nouns), None]]
        if slot.name == "compound":  # such as a German writer makes any day
            first = dice.pick(world.terms.nouns)
            joint = "s" if first.endswith(("ung", "heit", "keit", "schaft", "ion", "tät")) else ""
            return [[first + joint + dice.pick(world.terms.nouns).lower(), None]]
        if slot.name in world.terms.words and (self.language == "en" or slot.name not in world.fillers[self.language]):
            return [[dice.pick(world.terms.words[slot.name]), None]]
        if slot.name == "address" and dice.chance(.15):
            return self.abroad(slot)
        return self.expand(dice.pick(self.choices(slot.name)))

    def abroad(self, slot):
        kept = self.country, self.remembered
        self.country, self.remembered = self.dice.pick(ABROAD), {}
        pieces = self.expand(self.dice.pick(self.choices(slot.name)))
        self.country, self.remembered = kept
        return pieces

    def choices(self, name):
        """Such as address: address_GB in Britain."""
        fillers = self.world.fillers[self.language]
        found = fillers.get(f"{name}_{self.country}") or fillers.get(name)
        if found is None:
            raise KeyError(f"unknown slot {{{name}}}")
        return found

    def person(self, number):
        if number not in self.cast:
            person = self.world.people.person(self.dice, self.language)
            first = self.cast.get(1)
            if first and self.dice.chance(.3):  # a relative
                person.family = first.family
            self.cast[number] = person
        return self.cast[number]

    def named(self, form, number):
        dice, person = self.dice, self.person(number)
        again = number in self.seen
        self.seen.add(number)
        if form == "full":
            if again and dice.chance(.65):
                form = dice.pick(("given", "given", "family", "short"))
        elif form == "name":
            form = dice.pick(("given",) * 6 + ("full", "full", "nick", "short"))
        elif form == "letter_name":
            return person.given[0].upper()
        if form == "wordname":
            if person.given not in self.world.people.ambiguous["given"]:
                person.given = dice.pick(self.world.people.ambiguous["given"])
            return person.given
        if form == "given":
            return person.given
        if form == "family":
            return person.family
        if form == "nick":
            return self.world.people.nick(dice, person)
        return getattr(person, form)(dice)


def known(slot, world, language):
    """Whether a slot of a frame can be filled."""
    fillers = world.fillers[language]
    return (slot.low is not None or slot.name in ("#", "@") or slot.name in PERSON or slot.name in fillers
            or slot.name in ("compound", "town", "village", "city", "region", "state", "country") or slot.name in world.terms.words
            or any(key.startswith(slot.name + "_") for key in fillers))


__all__ = ["Places", "Scene", "Slot", "Terms", "World", "known"]
