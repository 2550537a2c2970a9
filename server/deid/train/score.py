#!/usr/bin/env python3
"""Scores the de-identifier on annotated texts.

    python3 server/deid/train/score.py --covision build/release/covision [--verbose] [tests/deid/notes ...]

A source is a folder of annotated notes (*.txt, looked for in its folders too), a file of JSON lines
{"text", "spans": [{"start", "end", "type", "level"?}]} or a file in CoNLL form (*.conll: token TAB BIO tag).
In a note what must be found is marked in place: [[NAME!:Maria]] must be replaced, [[ORG?:the mill]] is for review.

Everything is by overlap of spans. found: a marked span that a finding of either level touches; typed: one of the same
type; certain: of the spans marked "!", those that a must_replace touches. wrong: a must_replace that touches no mark.
precision: must_replace findings that touch a mark. "without identifiers": sources' texts that hold no mark at all.
"""
import argparse
import collections
import json
import pathlib
import re
import subprocess
import sys

MARK = re.compile(r"\[\[([A-Z]+)([!?]):(.*?)\]\]", re.DOTALL)
WORD = re.compile(r"\w+(?:['’]\w+)*")
NO_SPACE_BEFORE = set(".,;:!?)]}%'’…") | {"'s", "n't", "'re", "'ll", "'m", "'ve", "'d"}


class Note:
    def __init__(self, name, text, spans):
        self.name, self.text, self.spans = name, text, spans  # spans: (start, end, type, level)
        self.findings = []

    def around(self, start, end, reach=32):
        left = self.text[max(0, start - reach):start].replace("\n", "⏎")
        right = self.text[end:end + reach].replace("\n", "⏎")
        return f"…{left}«{self.text[start:end]}»{right}…"


def marked(name, source):
    text, spans, at = "", [], 0
    for mark in MARK.finditer(source):
        text += source[at:mark.start()]
        spans.append((len(text), len(text) + len(mark[3]), mark[1], mark[2]))
        text, at = text + mark[3], mark.end()
    return Note(name, text + source[at:], spans)


def conll(path):
    """Sentences as running text; the corpora's tokens are joined as one would write them."""
    sentence, number = [], 0
    for line in open(path, encoding="utf-8").read().split("\n") + [""]:
        if line.strip():
            sentence.append(line.split("\t"))
        elif sentence:
            number += 1
            yield joined(f"{pathlib.Path(path).stem}:{number}", sentence)
            sentence = []


def joined(name, sentence):
    text, spans, glue = "", [], True
    for token, tag in sentence:
        if not glue and token not in NO_SPACE_BEFORE:
            text += " "
        start = len(text)
        text += token
        glue = token in "([{#@"
        if tag.startswith("B-"):
            spans.append([start, len(text), tag[2:], "!"])
        elif tag.startswith("I-") and spans:
            spans[-1][1] = len(text)
    return Note(name, text, [tuple(span) for span in spans])


def read(source):
    if source.is_dir():
        for path in sorted(source.rglob("*.txt")):
            yield marked(str(path.relative_to(source)), path.read_text(encoding="utf-8"))
    elif source.suffix == ".conll":
        yield from conll(source)
    else:
        for number, line in enumerate(source.open(encoding="utf-8"), 1):
            one = json.loads(line)
            spans = [(s["start"], s["end"], s["type"], "?" if s.get("level") == "review" else "!")
                     for s in one["spans"] if not s["type"].startswith("O-")]
            yield Note(f"{source.name}:{number}", one["text"], spans)


def scan(notes, command):
    lines = "".join(json.dumps({"text": note.text}, ensure_ascii=False) + "\n" for note in notes)
    done = subprocess.run(command, input=lines.encode(), stdout=subprocess.PIPE, check=False)
    answers = done.stdout.decode().splitlines()
    if len(answers) != len(notes):
        sys.exit(f"{command[0]}: {len(answers)} answers to {len(notes)} texts")
    for note, answer in zip(notes, answers):
        note.findings = [(f["start"], f["end"], f["type"], "!" if f["level"] == "must_replace" else "?")
                         for f in json.loads(answer)["spans"]]


def touches(a, b):
    return a[0] < b[1] and b[0] < a[1]


class Score:
    def __init__(self, types):
        self.rows = collections.defaultdict(collections.Counter)
        self.types = types
        self.words = self.clean_words = self.clean_review = self.clean_wrong = 0
        self.misses, self.wrong, self.doubts = [], [], []

    def add(self, note):
        words = len(WORD.findall(note.text))
        self.words += words
        wanted = lambda span: not self.types or span[2] in self.types
        for span in filter(wanted, note.spans):
            hits = [f for f in note.findings if touches(f, span)]
            row = self.rows[span[2]]
            row["marked"] += 1
            row["found"] += bool(hits)
            row["typed"] += any(f[2] == span[2] for f in hits)
            row["must"] += span[3] == "!"
            row["certain"] += span[3] == "!" and any(f[3] == "!" for f in hits)
            if not hits:
                self.misses.append((note, span))
        for finding in filter(wanted, note.findings):
            right = any(touches(finding, span) for span in note.spans)
            row = self.rows[finding[2]]
            if finding[3] == "!":
                row["flags"] += 1
                row["right"] += right
                if not right:
                    self.wrong.append((note, finding))
            elif not right:
                row["doubts"] += 1
                self.doubts.append((note, finding))
        if not note.spans:
            self.clean_words += words
            self.clean_review += sum(f[3] == "?" for f in note.findings)
            self.clean_wrong += sum(f[3] == "!" for f in note.findings)

    def show(self, name, verbose):
        share = lambda part, whole: f"{part / whole:9.3f}" if whole else "        –"
        rate = lambda part: f"{1000 * part / max(1, self.words):9.2f}"
        print(f"{name}: {self.words} words")
        print(f"{'':12}{'marked':>8}{'found':>9}{'typed':>9}{'certain':>9}{'precision':>10}{'wrong/1k':>9}{'doubt/1k':>9}")
        whole = sum(self.rows.values(), collections.Counter())
        for label, row in sorted(self.rows.items()) + [("all", whole)]:
            print(f"{label:12}{row['marked']:8}{share(row['found'], row['marked'])}{share(row['typed'], row['marked'])}"
                  f"{share(row['certain'], row['must'])} {share(row['right'], row['flags'])}"
                  f"{rate(row['flags'] - row['right'])}{rate(row['doubts'])}")
        if self.clean_words:
            print(f"without identifiers: {self.clean_words} words, per 1,000 words "
                  f"{1000 * self.clean_wrong / self.clean_words:.2f} wrong, "
                  f"{1000 * self.clean_review / self.clean_words:.2f} to review")
        if verbose:
            for title, items in (("missed", self.misses), ("wrong must_replace", self.wrong),
                                 ("review without a mark", self.doubts)):
                print(f"--- {title}: {len(items)}")
                for note, span in items:
                    print(f"{span[2]}{span[3]} {note.name}: {note.around(span[0], span[1])}")
        print()


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("sources", nargs="*", type=pathlib.Path, default=[pathlib.Path("tests/deid/notes")])
    options.add_argument("--covision", default="build/release/covision", help="the built program")
    options.add_argument("--types", default="", help="only these, as NAME,LOCATION")
    options.add_argument("--each", action="store_true", help="a table for each folder of a folder")
    options.add_argument("--verbose", action="store_true", help="list what was missed and what was wrong")
    chosen = options.parse_args()
    types = set(filter(None, chosen.types.split(",")))
    for source in chosen.sources:
        notes = list(read(source))
        scan(notes, [chosen.covision, "deid", "--jsonl"])
        groups = collections.defaultdict(list)
        for note in notes:
            groups[note.name.rpartition("/")[0] if chosen.each else ""].append(note)
        for group, members in sorted(groups.items()):
            score = Score(types)
            for note in members:
                score.add(note)
            score.show(f"{source}/{group}" if group else str(source), chosen.verbose)


if __name__ == "__main__":
    main()
