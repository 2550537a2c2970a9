#!/usr/bin/env python3
"""Writes invented notes with their names, places and organisations marked, to train the tagger on.

    python3 server/deid/train/synthesise.py --seed 1 --count 50000 --data DIR [--language en|de|both] [--held-out]
    python3 server/deid/train/synthesise.py --check --data DIR

One JSON object a line: {"text", "language", "spans": [{"start", "end", "type"}]}, in code points. The same seed gives the
same bytes. DIR holds names/, places/, words/ and train/ (for German nouns). The sentence frames in frames/ are ours.
15 % of all names and places are never used, unless --held-out is given: then only those are.
"""
import argparse
import json
import pathlib
import sys

sys.dont_write_bytecode = True  # no folders of compiled code among the sources

from synthetic.dice import Dice, held_out
from synthetic.frames import Parser, fillers, slots, topics
from synthetic.noise import joined_neighbours
from synthetic.notes import Maker, record
from synthetic.people import People
from synthetic.scene import Places, Scene, Terms, World, known

FRAMES = pathlib.Path(__file__).resolve().parent / "frames"
LANGUAGES = ("en", "de")
LEAST_FRAMES = {"en": 450, "de": 300}


def maker(data, held):
    fill = FRAMES / "fill"
    found = {language: fillers([fill / "world.txt", fill / f"{language}.txt"]) for language in LANGUAGES}
    world = World(People(data, fill / "names.txt", held), Places(data, held), Terms(data), found, Parser())
    return Maker(world, {language: topics(FRAMES / language) for language in LANGUAGES})


def written(made, seed, count, language):
    dice = Dice(seed)
    for _ in range(count):
        chosen = language if language != "both" else "en" if dice.chance(.6) else "de"
        yield json.dumps(made.note(dice, chosen), ensure_ascii=False)


def expect(right, what):
    if not right:
        sys.exit("check failed: " + what)


def check_frames(made, language):
    """Every slot is known, every choice can be expanded, no frame stands twice."""
    seen, plain = set(), 0
    for topic, frames in made.topics[language].items():
        for frame in frames:
            expect(frame not in seen, f"{language}/{topic}: twice: {frame}")
            seen.add(frame)
            for slot in slots(frame):
                expect(known(slot, made.world, language), f"{language}/{topic}: {{{slot.name}}} in: {frame}")
    for name, choices in made.world.fillers[language].items():
        for choice in choices:
            for slot in slots(choice):
                expect(known(slot, made.world, language), f"{language} filler {name}: {{{slot.name}}} in: {choice}")
    for number, frame in enumerate(sorted(seen)):
        for seed in range(3):
            note = record(joined_neighbours(Scene(made.world, Dice(number * 3 + seed), language).expand(frame)), language)
            expect("{" not in note["text"] and "}" not in note["text"], f"{language}: braces left of: {frame}")
            check_spans(note)
        plain += not note["spans"]
    expect(len(seen) >= LEAST_FRAMES[language], f"{language}: {len(seen)} frames")
    expect(plain * 4 >= len(seen), f"{language}: only {plain} of {len(seen)} frames are without identifier")
    return len(seen), plain


def check_spans(note):
    """Spans are in order, do not overlap, and cut whole words."""
    text, end = note["text"], 0
    for span in note["spans"]:
        cut = text[span["start"]:span["end"]]
        expect(end <= span["start"] < span["end"] <= len(text) and cut == cut.strip(), f"span {span} in: {text}")
        around = text[span["start"] - 1:span["start"]] + "|" + text[span["end"]:span["end"] + 1]
        expect(not any(sign.isalpha() for sign in around), f"word cut at {cut!r} in: {text}")
        end = span["end"]


def check(data):
    made = maker(data, False)
    for language in LANGUAGES:
        total, plain = check_frames(made, language)
        print(f"{language}: {total} frames, {plain} of them without identifier")
    first = list(written(made, 7, 2000, "both"))
    expect(first == list(written(maker(data, False), 7, 2000, "both")), "the same seed gave other notes")
    expect(first[:50] != list(written(made, 8, 50, "both")), "another seed gave the same notes")
    kinds = {span["type"] for line in first for span in json.loads(line)["spans"]}
    expect(kinds == {"NAME", "LOCATION", "ORG"}, f"types {sorted(kinds)}")
    for line in first:
        note = json.loads(line)
        expect(note["text"].strip(), "an empty note")
        for span in note["spans"]:
            expect(0 <= span["start"] < span["end"] <= len(note["text"]), f"span {span} in: {line}")
    for pool in made.world.people.family.values():
        expect(not any(held_out(name) for name in pool.items), "a held-out name is in use")
    print("spans, held-out names and reproducibility are right")


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--count", type=int, default=1000, help="how many notes")
    options.add_argument("--data", type=pathlib.Path, required=True, help="the folder of the raw lists")
    options.add_argument("--language", choices=LANGUAGES + ("both",), default="both")
    options.add_argument("--held-out", action="store_true", help="only names and places that training never sees")
    options.add_argument("--check", action="store_true", help="check frames, spans and reproducibility, write nothing")
    chosen = options.parse_args()
    if chosen.check:
        check(chosen.data)
        return
    made = maker(chosen.data, chosen.held_out)
    for line in written(made, chosen.seed, chosen.count, chosen.language):
        sys.stdout.buffer.write(line.encode() + b"\n")


if __name__ == "__main__":
    main()
