"""Chance that gives the same throws in every version of Python, and the reading of word lists."""
import bisect
import itertools
import random
import zlib

HELD_OUT_PERCENT = 15


class Dice:
    """Only random() is used: its sequence for a seed is promised for good, those of choice() and shuffle() are not."""

    def __init__(self, seed):
        self.random = random.Random(seed).random

    def chance(self, share):
        return self.random() < share

    def whole(self, low, high):
        """A whole number from low to high, both included."""
        return low + int(self.random() * (high - low + 1))

    def pick(self, items):
        return items[int(self.random() * len(items))]

    def shuffled(self, items):
        left, out = list(items), []
        while left:
            out.append(left.pop(int(self.random() * len(left))))
        return out


class Weighted:
    """Items with weights. The power flattens: 1 keeps the shares, 0 makes all alike."""

    def __init__(self, pairs, power=1.0):
        pairs = [pair for pair in pairs if pair[1] > 0]
        self.items = [item for item, _ in pairs]
        self.sums = list(itertools.accumulate(weight ** power for _, weight in pairs))

    def __bool__(self):
        return bool(self.items)

    def pick(self, dice):
        return self.items[min(len(self.items) - 1, bisect.bisect(self.sums, dice.random() * self.sums[-1]))]


def held_out(word):
    """Whether a word is kept from training, so that a development set has words never seen. The same for ever."""
    return zlib.crc32(word.casefold().encode()) % 100 < HELD_OUT_PERCENT


def rows(path):
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            if not line.startswith("#"):
                yield line.rstrip("\n").split("\t")


def latin(word):
    return all(ord(sign) < 0x250 or 0x1E00 <= ord(sign) < 0x1F00 for sign in word)
