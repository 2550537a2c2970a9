"""Invented people: full names that agree in culture, from the given lists and our own additions."""
import re

from .dice import Weighted, held_out, latin, rows
from .frames import lines

# Culture: its countries in the lists. What the lists lack is in frames/fill/names.txt.
CULTURES = {
    "english": "US GB IE CA AU NZ", "irish": "IE", "scots": "GB", "german": "DE AT CH", "dutch": "NL BE",
    "french": "FR BE LU", "spanish": "ES MX AR CL CO PE GT DO CU", "portuguese": "PT BR", "italian": "IT",
    "polish": "PL", "czech": "CZ SK", "russian": "RU UA BY", "balkan": "RS HR BA SI MK ME XK AL", "turkish": "TR AZ",
    "arabic": "EG MA DZ TN LB JO IQ SA AE KW LY", "persian": "IR AF", "indian": "IN LK NP", "pakistani": "PK BD",
    "chinese": "CN TW", "korean": "KR", "japanese": "JP", "vietnamese": "VN", "thai": "TH KH", "filipino": "PH",
    "nordic": "SE NO DK IS FO", "finnish": "FI EE", "hungarian": "HU", "greek": "GR CY", "romanian": "RO MD BG",
    "baltic": "LT LV", "jewish": "IL", "caucasian": "GE AM", "african": "GH NG KE ZA", "eastafrican": "ET SO ER",
    "pacific": "FJ WS", "mixed": ""}
SHARES = {
    "en": {"english": 34, "irish": 4, "scots": 3, "spanish": 9, "indian": 6, "pakistani": 4, "african": 6, "polish": 3,
           "mixed": 14},
    "de": {"german": 36, "turkish": 8, "polish": 4, "russian": 4, "balkan": 5, "arabic": 4, "italian": 3, "mixed": 14}}
FAMILY_FIRST = {"chinese": .5, "korean": .5, "vietnamese": .6, "hungarian": .15, "japanese": .2}
PARTICLES = {
    "dutch": (.4, "van|van der|van de|de|van den|ten|ter|van 't|op de"), "german": (.04, "von|von der|zu|von und zu|vom"),
    "french": (.08, "de|du|de la|Le|La|d'"), "italian": (.12, "Di|De|Della|D'|Dal|Lo"), "spanish": (.07, "de la|de|del|de los"),
    "portuguese": (.3, "da|dos|de|do|das|e"), "arabic": (.45, "Al-|El |al-|Abu |Ben |bin |Bin |Ibn |Abd al-|El-"),
    "irish": (.3, "O'|Mc|Mac|Ó |Ní |O’|Fitz"), "scots": (.3, "Mc|Mac|M'"), "jewish": (.12, "Ben |Ben-|Bar-|bat "),
    "pakistani": (.06, "ul-|ur-|Syed "), "african": (.02, "Ole "), "indian": (.04, "D'|De")}
DOUBLE_GIVEN = {"german": .12, "french": .14, "spanish": .22, "portuguese": .15, "arabic": .08, "turkish": .1, "korean": .0,
                "english": .03, "italian": .06, "vietnamese": .6, "thai": .0, "filipino": .2, "mixed": .05, "polish": .04}
DOUBLE_FAMILY = {"spanish": .45, "portuguese": .3, "english": .06, "german": .1, "french": .05, "filipino": .1}
PLAIN = re.compile(r"^[^\W\d_]['’\-.\w ]*$")


def start_upper(name):
    return name[:1].upper() + name[1:]


def own_names(path):
    """{(culture, kind): [name, …]} from lines such as "african family: Okafor Mensah …"; ends start with "-"."""
    found = {}
    for line in lines(path):
        head, _, names = line.partition(":")
        culture, kind = head.split()
        found.setdefault((culture, kind), []).extend(name.replace("_", " ") for name in names.split())
    return found


class Person:
    """given: first names as written in full; family: with its particle."""

    __slots__ = ("given", "second", "family", "culture")

    def __init__(self, given, second, family, culture):
        self.given, self.second, self.family, self.culture = given, second, family, culture

    def initial(self, dice):
        return self.given[0].upper() + ("." if dice.chance(.7) else "")

    def full(self, dice):
        first = self.given
        if self.second:
            first += " " + self.second
        elif dice.chance(.07):
            first += " " + dice.pick("ABCDEFGHJKLMNOPRSTVW") + dice.pick((".", ""))
        if dice.chance(FAMILY_FIRST.get(self.culture, 0)):
            return self.family + " " + first
        end = " " + dice.pick(("Jr.", "Jr", "III", "Sr.", "II")) if self.culture == "english" and dice.chance(.02) else ""
        return first + " " + self.family + end

    def short(self, dice):
        if dice.chance(.6):
            return self.given[0].upper() + dice.pick((". ", " ", ".")) + self.family
        return self.given + " " + self.family[0].upper() + dice.pick((".", ""))

    def initials(self, dice):
        first, last = self.given[0].upper(), self.family[0].upper()
        return dice.pick((first + last, f"{first}.{last}.", f"{first}. {last}.", f"{first}{last}"))

    def listed(self, dice):
        family = self.family.upper() if dice.chance(.5) else self.family
        first = self.given if dice.chance(.8) else self.initial(dice)
        return family + ", " + first


class People:
    def __init__(self, data, own, held):
        self.held = held
        added = own_names(own)
        self.nicks = {}
        for (culture, kind), names in added.items():
            if kind == "nicks":
                for entry in names:
                    full, _, short = entry.partition("=")
                    self.nicks[full] = short.split("/")
        given = self.read(data / "names" / "given.tsv")
        family = self.read(data / "names" / "family.tsv")
        world_given = self.read(data / "names" / "given_de.tsv") + self.read(data / "names" / "given_es.tsv") + given
        world_family = self.read(data / "names" / "family_es.tsv") + family
        self.given, self.family, self.ends, self.stems = {}, {}, {}, {}
        for culture, countries in CULTURES.items():
            wanted = set(countries.split())
            self.given[culture] = self.pool(given, wanted, added.get((culture, "given"), []), .5)
            self.family[culture] = self.pool(family, wanted, added.get((culture, "family"), []), .55)
            self.ends[culture] = added.get((culture, "ends"), [])
            self.stems[culture] = added.get((culture, "stems"), [])
        self.ambiguous = {kind: [name for name in added["ambiguous", kind] if self.fits(name)] for kind in ("given", "family")}
        self.given["mixed"] = Weighted([(name, weight) for name, weight, _ in world_given], .12)
        self.family["mixed"] = Weighted([(name, weight) for name, weight, _ in world_family], .12)
        self.given["german"] = self.pool(self.read(data / "names" / "given_de.tsv"), {"DE"}, added["german", "given"], .6)
        self.shares = {language: Weighted([(culture, own.get(culture, 1.2)) for culture in CULTURES])
                       for language, own in SHARES.items()}

    def fits(self, name):
        return held_out(name) == self.held

    def read(self, path):
        return [(name, int(weight), set(countries.split(","))) for name, weight, countries in rows(path)
                if latin(name) and PLAIN.match(name) and len(name) > 1 and len(name) < 26 and self.fits(name)]

    def pool(self, table, wanted, added, power):
        pairs = [(name, max(1, weight) ** power) for name, weight, countries in table if countries & wanted]
        usual = sorted(weight for _, weight in pairs)[len(pairs) // 2] if pairs else 1
        return Weighted(pairs + [(name, usual) for name in added if self.fits(name)])

    def person(self, dice, language):
        """Now and then one whose name is an ordinary word too (Grace, Young, Koch)."""
        culture = self.shares[language].pick(dice)
        if dice.chance(.09):
            given = dice.pick(self.ambiguous["given"]) if dice.chance(.6) else self.first(dice, culture)
            return Person(given, "", dice.pick(self.ambiguous["family"]), culture)
        given = self.first(dice, culture)
        second = self.first(dice, culture) if dice.chance(DOUBLE_GIVEN.get(culture, .02)) else ""
        if second and dice.chance(.5):
            given, second = given + "-" + second, ""
        return Person(given, second, self.last(dice, culture), culture)

    def first(self, dice, culture):
        pool = self.given[culture]
        if not pool or dice.chance(.2):
            pool = self.given["mixed"]
        return start_upper(pool.pick(dice))

    def last(self, dice, culture):
        family = self.one_family(dice, culture)
        if dice.chance(DOUBLE_FAMILY.get(culture, .01)):
            joint = {"spanish": " ", "portuguese": " "}.get(culture, "-")
            family += (" y " if culture == "spanish" and dice.chance(.08) else joint) + self.one_family(dice, culture)
        share, particles = PARTICLES.get(culture, (0, ""))
        if dice.chance(share) and family.isalpha() and not family.startswith(("Mc", "Mac")):
            particle = dice.pick(particles.split("|"))
            joined = particle[-1] in "-' ’" or particle in ("Mc", "Mac", "Fitz")
            family = particle + ("" if joined else " ") + family
        return family

    def one_family(self, dice, culture):
        if self.ends[culture] and dice.chance(.2):
            for _ in range(20):  # an invented family name of the culture's form
                name = dice.pick(self.stems[culture]) + dice.pick(self.ends[culture])
                if self.fits(name):
                    return name
        pool = self.family[culture]
        if not pool or dice.chance(.1):
            pool = self.family["mixed"]
        return start_upper(pool.pick(dice))

    def nick(self, dice, person):
        for nick in dice.shuffled(self.nicks.get(person.given, [])):
            if self.fits(nick):
                return nick
        if dice.chance(.3) and len(person.given) > 5 and person.given.isalpha():
            return person.given[:dice.whole(3, 4)] + dice.pick(("i", "y", "ie", "a", "o", ""))
        return person.given
