#!/usr/bin/env python3
"""Makes data/gazetteer.bin and data/tagger.bin from the raw lists and texts, and prints the tagger's scores.

    cmake --build build/release --target covision_deid_train
    python3 server/deid/train/train.py --trainer build/release/covision_deid_train [--data ../shared/deid-data]

Run from the repository's root. Everything random has a fixed seed: the same data gives the same bytes. Every tenth text
of each source, the whole of en_wnut17_dev and the notes with held-out names are for the scores alone. What each step
does: README.md beside this file.
"""
import argparse
import json
import pathlib
import random
import subprocess
import sys
import tempfile

import score

HERE = pathlib.Path(__file__).resolve().parent
TAGGED = {"NAME", "LOCATION", "ORG"}
# How many sentences of a source follow each other in one text. CrossNER is left out: its text is Wikipedia's, under a
# licence that asks more than ours, and the scores do not miss it.
SOURCES = {"en_wnut17_train": 1, "en_wikigold": 6, "en_btc": 1, "de_germeval14_dev": 1, "de_mobie": 1,
           "de_europeana_newspapers": 3, "es_meddocan_train": 4}
LOWER, TYPO, SHOUT = 0.15, 0.05, 0.01  # shares of the texts that come once more, changed
NOTES = 48000  # of ours, in both languages
DEV_NOTES = 600


class Text:
    def __init__(self, text, spans):
        self.text, self.spans = text, [(s[0], s[1], s[2]) for s in spans if s[2] in TAGGED]

    def line(self):
        text = self.text.replace("\\", "/").replace("\t", " ").replace("\r", " ").replace("\n", "\\n")
        if len(text) != len(self.text) + self.text.count("\n"):
            raise ValueError("a text's offsets moved")
        return text + "\t" + ";".join(f"{start}-{end}:{kind}" for start, end, kind in self.spans) + "\n"


def corpus(data, name, together):
    """Texts of so many sentences each."""
    text, spans, held = "", [], 0
    for sentence in score.conll(data / "train" / (name + ".conll")):
        if text:
            text += " "
        spans += [(s[0] + len(text), s[1] + len(text), s[2]) for s in sentence.spans]
        text += sentence.text
        held += 1
        if held == together:
            yield Text(text, spans)
            text, spans, held = "", [], 0
    if text:
        yield Text(text, spans)


def ours(data, seed, count, *more):
    """Notes of our generator."""
    command = [sys.executable, HERE / "synthesise.py", "--seed", str(seed), "--count", str(count), "--data", data, *more]
    made = subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout.decode()
    for line in made.splitlines():
        note = json.loads(line)
        yield Text(note["text"], [(s["start"], s["end"], s["type"]) for s in note["spans"]])


def same_length(text, change):
    """Changes each sign where that keeps the offsets."""
    return "".join(change(c) if len(change(c)) == 1 else c for c in text)


def typo(text, dice):
    """One pair of letters in ten words swapped, never the first letter."""
    letters = list(text.text)
    for _ in range(max(1, len(letters) // 60)):
        at = dice.randrange(len(letters))
        if 0 < at < len(letters) - 1 and all(c.isalpha() for c in letters[at - 1:at + 2]):
            letters[at], letters[at + 1] = letters[at + 1], letters[at]
    return Text("".join(letters), text.spans)


def copies(text, dice):
    yield text
    if dice.random() < LOWER:
        yield Text(same_length(text.text, str.lower), text.spans)
    if dice.random() < TYPO:
        yield typo(text, dice)
    if dice.random() < SHOUT:
        yield Text(same_length(text.text, str.upper), text.spans)


def write(path, texts):
    with path.open("w", encoding="utf-8") as out:
        out.writelines(text.line() for text in texts)


def prepare(data, folder, notes):
    dice = random.Random(20)
    train, dev = [], []
    for name, together in SOURCES.items():
        held = []
        for number, text in enumerate(corpus(data, name, together)):
            if number % 10 == 9:
                held.append(text)
            else:
                train += copies(text, dice)
        dev.append((name, held))
    dev.append(("en_wnut17_dev", list(corpus(data, "en_wnut17_dev", 1))))
    if notes:
        train += ours(data, 1, notes)  # the generator writes lower case and typos itself
        for language in ("en", "de"):
            held = list(ours(data, 2, DEV_NOTES, "--language", language, "--held-out"))
            dev.append((f"{language}_notes_held_out", held))
            dev.append((f"{language}_notes_lower", [Text(same_length(t.text, str.lower), t.spans) for t in held]))
    dice.shuffle(train)
    write(folder / "train", train)
    for name, held in dev:
        write(folder / name, held)
    return [folder / name for name, _ in dev]


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--trainer", type=pathlib.Path, default=pathlib.Path("build/release/covision_deid_train"))
    options.add_argument("--data", type=pathlib.Path, default=pathlib.Path("../shared/deid-data"))
    options.add_argument("--out", type=pathlib.Path, default=HERE.parent / "data")
    options.add_argument("--notes", type=int, default=NOTES, help="how many notes of our own generator")
    chosen = options.parse_args()
    gazetteer = chosen.out / "gazetteer.bin"
    subprocess.run([sys.executable, HERE / "make_gazetteer.py", "--data", chosen.data, "--out", gazetteer], check=True)
    with tempfile.TemporaryDirectory() as made:
        folder = pathlib.Path(made)
        dev = prepare(chosen.data, folder, chosen.notes)
        subprocess.run([chosen.trainer, gazetteer, chosen.out / "tagger.bin", folder / "train", *dev], check=True)


if __name__ == "__main__":
    main()
