"""How people really write: lower case, typos, missing points, other quotes. Pieces in, pieces out; types stay."""
import re
import unicodedata

WORD = re.compile(r"[^\W\d_]{4,}")
UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"})
LOWER = re.compile(r"(?<![\w'’])[a-z]{3,}")
HEADING = re.compile(r"(?m)^([^\W\d_][\w &/-]{2,30}):")


def joined_neighbours(pieces):
    """Spans of one type with a space between are one; a genitive -s belongs to its name, after s it is an apostrophe."""
    merged = []
    for text, kind in pieces:
        if not text:
            continue
        if merged and kind and merged[-1][1] == kind:
            merged[-1][0] += text
        elif len(merged) > 1 and kind and merged[-1] == [" ", None] and merged[-2][1] == kind:
            merged.pop()
            merged[-1][0] += " " + text
        elif merged and kind is None and merged[-1][1] is None:
            merged[-1][0] += text
        else:
            merged.append([text, kind])
    for at in range(1, len(merged)):
        before, here = merged[at - 1], merged[at]
        if before[1] and here[1] is None and re.match(r"s(?![\w'’])", here[0]):
            if before[0][-1] in "sxzßSXZ":
                here[0] = "'" + here[0][1:]
            else:
                before[0] += "s"
                here[0] = here[0][1:]
    return [piece for piece in merged if piece[0]]


def each(pieces, change, wanted=lambda kind: True):
    return [[change(text) if wanted(kind) else text, kind] for text, kind in pieces]


def bare(text):
    return unicodedata.normalize("NFC", "".join(c for c in unicodedata.normalize("NFD", text)
                                                if unicodedata.category(c) != "Mn"))


def typo(word, dice):
    at = dice.whole(1, len(word) - 2)
    how = dice.whole(0, 3)
    if how == 0:
        return word[:at] + word[at + 1] + word[at] + word[at + 2:]
    if how == 1:
        return word[:at] + word[at + 1:]
    if how == 2:
        return word[:at] + word[at] + word[at:]
    return word[:at] + dice.pick("aeiourstnlmdkh") + word[at + 1:]


def with_typos(pieces, dice, share):
    spoil = lambda found: typo(found[0], dice) if dice.chance(share) else found[0]
    return each(pieces, lambda text: WORD.sub(spoil, text))


def without_points(pieces, dice):
    def change(text):
        text = re.sub(r"[,;!?](?=\s|$)", lambda m: "" if dice.chance(.8) else m[0], text)
        return re.sub(r"\.(?=\s|$)", lambda m: "" if dice.chance(.7) else m[0], text)
    return each(pieces, change, lambda kind: kind is None)


def curly(pieces, language):
    opening, closing = ("„", "“") if language == "de" else ("“", "”")
    state = {"open": False}

    def quote(_):
        state["open"] = not state["open"]
        return opening if state["open"] else closing
    return each(pieces, lambda text: re.sub('"', quote, text).replace("'", "’"))


def without_apostrophes(pieces):
    """corey's mam -> coreys mam: the s is then the name's."""
    for at in range(1, len(pieces)):
        before, here = pieces[at - 1], pieces[at]
        if before[1] and here[1] is None and re.match(r"['’]s\b", here[0]):
            before[0], here[0] = before[0] + "s", here[0][2:]
    plain = each(pieces, lambda text: re.sub(r"(?<=[a-z])['’](?=[a-z])", "", text), lambda kind: kind is None)
    return [piece for piece in plain if piece[0]]


def final_stop_gone(pieces):
    if pieces and pieces[-1][1] is None:
        pieces[-1][0] = pieces[-1][0].rstrip().rstrip(".")
    return [piece for piece in pieces if piece[0]]


def headings_up(pieces):
    return each(pieces, lambda text: HEADING.sub(lambda m: m[1].upper() + ":", text), lambda kind: kind is None)


def roughened(pieces, dice, language, haste):
    """A note's pieces as this writer types them; below a haste of 1 (messages, comments) more often in lower case."""
    typed = lambda kind: kind is not None
    if dice.chance(.07):
        pieces = without_points(pieces, dice)
    if dice.chance(.1):
        pieces = with_typos(pieces, dice, .06)
    if dice.chance(.03):
        pieces = with_typos(pieces, dice, .3) if dice.chance(.3) else each(pieces, lambda t: WORD.sub(
            lambda found: typo(found[0], dice), t), typed)
    if language == "de" and dice.chance(.07):
        pieces = each(pieces, lambda text: text.translate(UMLAUTS))
    if dice.chance(.3 if language == "en" else .06):
        pieces = each(pieces, bare, typed)
    if dice.chance(.12):
        pieces = headings_up(pieces)
    if language == "en" and dice.chance(.05):
        pieces = each(pieces, lambda text: LOWER.sub(lambda m: m[0].capitalize(), text), lambda kind: kind is None)
    if dice.chance(.1):
        pieces = final_stop_gone(pieces)
    if dice.chance(.3):
        pieces = curly(pieces, language)
    if dice.chance(.03):
        pieces = each(pieces, str.upper, lambda kind: kind == "NAME")
    shout = dice.random() * haste
    if shout < .13 and dice.chance(.5):
        pieces = without_apostrophes(pieces)
    if shout < .13:
        pieces = each(pieces, str.lower)
    elif shout < .18:
        pieces = each(pieces, str.lower, lambda kind: kind in ("NAME", "LOCATION"))
    elif shout < .195:
        pieces = each(pieces, str.upper)
    return pieces
