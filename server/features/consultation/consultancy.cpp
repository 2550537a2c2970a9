#include "server/features/consultation/builtin.hpp"

namespace covision::consultation {

Format consultancy() {
    Format format;
    format.code = "consultancy";
    format.name = {"Consultancy round", "Konsultationsrunde"};
    format.source = {
        "After the Consultancy of the National School Reform Faculty; some minutes and "
        "all texts are our own",
        "Nach der Consultancy der National School Reform Faculty; einige Minuten und alle "
        "Texte sind unsere"};
    format.min_people = 4;
    format.max_people = 10;
    format.phases = {
        {.code = "dilemma",
         .title = {"Dilemma and question", "Dilemma und Frage"},
         .minutes = 10,
         .min_minutes = 5,
         .max_minutes = 15,
         .speakers = Speakers::presenter,
         .presenter = PresenterDoes::speaks,
         .aim = {"The presenter describes the dilemma and frames one question for the group.",
                 "Das Dilemma wird geschildert und in eine Frage an die Gruppe gefasst."},
         .script = {"Tell us what makes this hard, and give us one question to think about. We listen "
                    "without asking.",
                    "Erzähl, was daran schwierig ist, und gib uns eine Frage mit, über die wir nachdenken. "
                    "Wir hören zu, ohne zu fragen."}},
        {.code = "clarifying",
         .title = {"Clarifying questions", "Verständnisfragen"},
         .minutes = 5,
         .min_minutes = 3,
         .max_minutes = 10,
         .speakers = Speakers::consultants,
         .presenter = PresenterDoes::answers,
         .aim = {"Questions of fact that can be answered in a word or a sentence.",
                 "Fragen nach Tatsachen, die sich mit einem Wort oder Satz beantworten lassen."},
         .script = {"Only what can be answered briefly: who, what, how long. The deeper questions follow.",
                    "Nur, was sich kurz beantworten lässt: wer, was, wie lange. Die tieferen Fragen folgen."}},
        {.code = "probing",
         .title = {"Probing questions", "Vertiefende Fragen"},
         .minutes = 10,
         .min_minutes = 5,
         .max_minutes = 15,
         .speakers = Speakers::consultants,
         .presenter = PresenterDoes::answers,
         .may_pass = true,
         .aim = {"Questions that help the presenter think further. Answers are not discussed; at the end "
                 "the question is said once more.",
                 "Fragen, die beim Weiterdenken helfen. Antworten werden nicht diskutiert; am Ende wird "
                 "die Frage noch einmal gesagt."},
         .script = {"Ask what may open a new view, without knowing the answer yourself. To our presenter: "
                    "answer what you can, and at the end tell us how your question sounds now.",
                    "Fragt, was eine neue Sicht öffnen kann, ohne die Antwort schon zu wissen. An dich: "
                    "Antworte, so gut du kannst, und sag am Ende, wie deine Frage jetzt klingt."}},
        {.code = "discussion",
         .title = {"Group discussion", "Gespräch der Gruppe"},
         .minutes = 15,
         .min_minutes = 10,
         .max_minutes = 25,
         .speakers = Speakers::consultants,
         .presenter = PresenterDoes::silent,
         .advice = true,
         .may_pass = true,
         .aim = {"The group talks about the dilemma among itself. The presenter is silent and takes "
                 "notes.",
                 "Die Gruppe spricht unter sich über das Dilemma. Wer es eingebracht hat, schweigt und "
                 "macht Notizen."},
         .script = {"What did we hear, what did we not hear, what could be tried? Talk with each other, not "
                    "to our presenter, who only writes.",
                    "Was haben wir gehört, was nicht, was ließe sich versuchen? Sprecht miteinander, nicht "
                    "zu der Person mit dem Fall; sie schreibt nur mit."}},
        {.code = "reflection",
         .title = {"Reflection", "Nachdenken"},
         .minutes = 5,
         .min_minutes = 2,
         .max_minutes = 10,
         .own_minutes = true,
         .speakers = Speakers::presenter,
         .presenter = PresenterDoes::speaks,
         .aim = {"The presenter says what was heard and what comes next.",
                 "Wer das Dilemma eingebracht hat, sagt, was angekommen ist und was folgt."},
         .script = {"What did you hear that is of use to you, and what will you do with it? Nobody needs to "
                    "be answered.",
                    "Was hast du gehört, das dir nützt, und was machst du damit? Du musst niemandem "
                    "antworten."}},
        {.code = "debrief",
         .title = {"Debrief", "Nachbesprechung"},
         .minutes = 5,
         .min_minutes = 2,
         .max_minutes = 10,
         .own_minutes = true,
         .speakers = Speakers::all,
         .presenter = PresenterDoes::speaks,
         .may_pass = true,
         .aim = {"All say how the conversation itself went.", "Alle sagen, wie das Gespräch selbst verlaufen ist."},
         .script = {"How did we work together? Did our questions help, did we keep to the steps?",
                    "Wie haben wir zusammengearbeitet? Haben unsere Fragen geholfen, haben wir die Schritte "
                    "eingehalten?"}},
    };
    return format;
}

}  // namespace covision::consultation
