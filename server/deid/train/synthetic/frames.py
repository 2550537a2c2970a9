"""Reads frames and fillers, and cuts them into literal text and slots.

A frame is one line. "{slot}" is filled, "{slot2}" with the second person (or place, or employer) of the note, "{Slot}"
with a capital first letter, "{3-18}" with a number. "[one|other|]" is one of the alternatives. "\\n" is a line end. Lines
that start with "#" are remarks. A filler line is "slot: one | other | …", whose choices may hold slots themselves.
"""
import re

SLOT = re.compile(r"\{([^{}]*)\}")
CHOICE = re.compile(r"\[([^\[\]|]*(?:\|[^\[\]|]*)+)\]")
RANGE = re.compile(r"^(\d+)-(\d+)$")
NAME = re.compile(r"^([A-Za-z_]*[A-Za-z_#@])(\d?)$")


class Slot:
    __slots__ = ("name", "number", "capital", "low", "high")

    def __init__(self, source):
        self.low = self.high = None
        self.number, self.capital, self.name = 0, False, source
        span = RANGE.match(source)
        if span:
            self.low, self.high = int(span[1]), int(span[2])
            return
        part = NAME.match(source)
        if not part:
            raise ValueError(f"not a slot: {{{source}}}")
        self.capital = source[0].isupper()
        self.name = part[1][0].lower() + part[1][1:] if self.capital else part[1]
        self.number = int(part[2] or 1)


class Parser:
    """Cuts each text once: alternatives are settled by dice, the rest is remembered."""

    def __init__(self):
        self.known = {}

    def pieces(self, text, dice):
        while True:
            choice = CHOICE.search(text)
            if not choice:
                break
            text = text[:choice.start()] + dice.pick(choice[1].split("|")) + text[choice.end():]
        if text not in self.known:
            self.known[text] = cut(text)
        return self.known[text]


def cut(text):
    """Literals as str, slots as Slot."""
    parts = SLOT.split(text.replace("\\n", "\n"))
    return [Slot(part) if at % 2 else part for at, part in enumerate(parts) if at % 2 or part]


def slots(text):
    return [Slot(part) for part in SLOT.findall(text)]


def lines(path):
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.strip() and not line.startswith("#"):
            yield line.strip()


def topics(folder):
    """{topic: [frame, …]} of one language."""
    return {path.stem: list(lines(path)) for path in sorted(folder.glob("*.txt"))}


def fillers(paths):
    """{slot: [choice, …]}; a later file's line for a slot adds to the earlier."""
    found = {}
    for path in paths:
        for line in lines(path):
            slot, _, choices = line.partition(": ")
            found.setdefault(slot, []).extend(choice.strip() for choice in choices.split(" | "))
    return found
