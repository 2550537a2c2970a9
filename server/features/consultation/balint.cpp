#include "server/features/consultation/builtin.hpp"

namespace covision::consultation {

Format balint() {
    Format format;
    format.code = "balint";
    format.name = {"Balint-style, leaderless", "Nach Balint, ohne Leitung"};
    format.source = {
        "After Michael Balint's case discussion; without an accredited leader, minutes "
        "and texts are our own",
        "Nach der Fallbesprechung Michael Balints; ohne ausgebildete Leitung, Minuten und "
        "Texte sind unsere"};
    format.min_people = 5;
    format.max_people = 12;
    format.phases = {
        {.code = "case",
         .title = {"Telling", "Erzählen"},
         .minutes = 10,
         .min_minutes = 5,
         .max_minutes = 15,
         .own_minutes = true,
         .speakers = Speakers::presenter,
         .presenter = PresenterDoes::speaks,
         .aim = {"The presenter speaks freely, without notes, about a client who stays in mind.",
                 "Frei erzählt, ohne Notizen: von jemandem, der oder die im Kopf bleibt."},
         .script = {"Put your notes away and tell us about this person and you, as it comes to mind. What "
                    "is left out may matter as much as what is said. We listen.",
                    "Leg die Notizen weg und erzähl von diesem Menschen und dir, so wie es dir einfällt. "
                    "Was fehlt, kann so wichtig sein wie das Gesagte. Wir hören zu."}},
        {.code = "questions",
         .title = {"Questions of fact", "Sachfragen"},
         .minutes = 5,
         .min_minutes = 2,
         .max_minutes = 10,
         .own_minutes = true,
         .speakers = Speakers::consultants,
         .presenter = PresenterDoes::answers,
         .aim = {"Only what is needed to follow. Feelings and thoughts come in the next step.",
                 "Nur, was zum Folgen nötig ist. Gefühle und Gedanken kommen im nächsten Schritt."},
         .script = {"Is there something you must know to follow the story? Facts only, please; the rest we "
                    "shall imagine.",
                    "Müsst ihr etwas wissen, um der Geschichte folgen zu können? Nur Tatsachen bitte; das "
                    "Übrige stellen wir uns vor."}},
        {.code = "discussion",
         .title = {"Group discussion", "Gespräch der Gruppe"},
         .minutes = 20,
         .min_minutes = 15,
         .max_minutes = 30,
         .own_minutes = true,
         .speakers = Speakers::consultants,
         .presenter = PresenterDoes::silent,
         .may_pass = true,
         .aim = {"The group imagines the relationship from both sides. The presenter is pushed back and "
                 "listens. No advice, no solutions.",
                 "Die Gruppe versetzt sich in die Beziehung, von beiden Seiten. Wer erzählt hat, rückt "
                 "zurück und hört zu. Kein Rat, keine Lösung."},
         .script = {"Our presenter moves back a little and rests. The rest of us: what do you feel, see, "
                    "suppose between these two? Speak as the client, too. We look for nothing to do, only "
                    "for what may be going on.",
                    "Wer erzählt hat, rückt etwas zurück und ruht aus. Wir anderen: Was spürt, seht, "
                    "vermutet ihr zwischen den beiden? Sprecht auch als Klientin oder Klient. Wir suchen "
                    "nichts zum Tun, nur was da sein könnte."}},
        {.code = "return",
         .title = {"Return", "Rückkehr"},
         .minutes = 10,
         .min_minutes = 5,
         .max_minutes = 15,
         .own_minutes = true,
         .speakers = Speakers::all,
         .presenter = PresenterDoes::speaks,
         .may_pass = true,
         .aim = {"The presenter comes back and says, as much as wished, what has moved. The group goes "
                 "on together.",
                 "Wer erzählt hat, kommt zurück und sagt, so viel wie gewünscht, was sich bewegt hat. "
                 "Die Gruppe spricht gemeinsam weiter."},
         .script = {"Come back in. You need not answer anything that was said. Is anything different, when "
                    "you think of this person now?",
                    "Komm wieder dazu. Du musst auf nichts von dem antworten, was gesagt wurde. Ist etwas "
                    "anders, wenn du jetzt an diesen Menschen denkst?"}},
    };
    return format;
}

}  // namespace covision::consultation
