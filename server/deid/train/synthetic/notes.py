"""Puts frames together into notes and writes them as records."""
from .dice import Weighted
from .noise import joined_neighbours, roughened
from .scene import Scene

LENGTHS = Weighted([(1, 46), (2, 18), (3, 12), (4, 9), (5, 6), (6, 4), (8, 3), (11, 2)])
JOINTS = Weighted([(" ", 70), ("\n", 18), ("\n\n", 6), ("\n- ", 6)])

PLAIN = ("_plain", "_ohne")  # topics whose frames hold no identifier
# How much rather than others a topic is typed in lower case.
HASTE = {"messages": .5, "comments": .5, "social_media": .5, "nachrichten": .5, "kommentare": .5, "tweets": .5,
         "questions": .5, "fragen": .5, "word_names": .22, "wortnamen": .22}
PLAIN_MORE = 1.1


class Maker:
    def __init__(self, world, topics):
        """topics: {language: {topic: [frame, …]}}."""
        self.world = world
        self.topics = topics
        self.choice = {language: Weighted([(name, len(frames) ** .8 * (PLAIN_MORE if name.endswith(PLAIN) else 1))
                                          for name, frames in found.items()])
                       for language, found in topics.items()}

    def frames(self, dice, language):
        """Frames of one topic, now and then mixed, the full name rather first; and how fast such things are typed."""
        count, haste = LENGTHS.pick(dice), 1
        topics, mixed = self.topics[language], dice.chance(.25)
        topic, chosen = self.choice[language].pick(dice), []
        for _ in range(count):
            if mixed:
                topic = self.choice[language].pick(dice)
            haste = min(haste, HASTE.get(topic.removesuffix("_plain").removesuffix("_ohne"), 1))
            frame = dice.pick(topics[topic])
            if frame not in chosen:
                chosen.append(frame)
        if dice.chance(.6):
            chosen.sort(key=lambda frame: "{full}" not in frame and "{listed}" not in frame)
        return chosen, haste

    def note(self, dice, language):
        scene = Scene(self.world, dice, language)
        joint = JOINTS.pick(dice)
        pieces = []
        frames, haste = self.frames(dice, language)
        for frame in frames:
            if pieces:
                ended = pieces[-1][1] is None and pieces[-1][0].rstrip()[-1:] in ".!?\""
                pieces.append([joint if "\\n" not in frame and (ended or dice.chance(.2)) else "\n", None])
            elif joint == "\n- ":
                pieces.append(["- ", None])
            pieces.extend(scene.expand(frame))
        return record(roughened(joined_neighbours(pieces), dice, language, haste), language)


def record(pieces, language):
    text, spans = "", []
    for piece, kind in pieces:
        if kind:
            left = len(piece) - len(piece.lstrip())
            spans.append({"start": len(text) + left, "end": len(text) + len(piece.rstrip()), "type": kind})
        text += piece
    return {"text": text, "language": language, "spans": spans}
