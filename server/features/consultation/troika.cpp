#include "server/features/consultation/builtin.hpp"

namespace covision::consultation {

Format troika() {
    Format format;
    format.code = "troika";
    format.name = {"Troika (three people, one turn)", "Troika (zu dritt, eine Runde)"};
    format.source = {"After Troika Consulting, Liberating Structures (CC BY-SA 4.0); texts are our own",
                     "Nach Troika Consulting, Liberating Structures (CC BY-SA 4.0); eigene Texte"};
    format.min_people = 3;
    format.max_people = 3;
    format.phases = {
        {.code = "reflect",
         .title = {"Thinking", "Nachdenken"},
         .minutes = 1,
         .min_minutes = 1,
         .max_minutes = 5,
         .speakers = Speakers::all,
         .presenter = PresenterDoes::silent,
         .aim = {"A quiet minute: what do I want help with?", "Eine stille Minute: Wobei möchte ich Hilfe?"},
         .script = {"Let us be quiet for a minute. What would you like help with? What would be a good result?",
                    "Seien wir eine Minute still. Wobei möchtest du Hilfe? Was wäre ein gutes Ergebnis?"}},
        {.code = "share",
         .title = {"Sharing", "Schildern"},
         .minutes = 2,
         .min_minutes = 1,
         .max_minutes = 5,
         .speakers = Speakers::presenter,
         .presenter = PresenterDoes::speaks,
         .aim = {"The presenter tells the matter in a few sentences and asks for what is needed.",
                 "Wer an der Reihe ist, schildert die Sache in wenigen Sätzen und sagt, was gebraucht wird."},
         .script = {"You have two minutes: what is it about, and what do you need from us?",
                    "Du hast zwei Minuten: Worum geht es, und was brauchst du von uns?"}},
        {.code = "clarify",
         .title = {"Clarifying", "Klären"},
         .minutes = 2,
         .min_minutes = 1,
         .max_minutes = 5,
         .speakers = Speakers::consultants,
         .presenter = PresenterDoes::answers,
         .may_pass = true,
         .aim = {"Short questions, short answers, no advice yet.", "Kurze Fragen, kurze Antworten, noch kein Rat."},
         .script = {"Ask only what you need to understand. Advice comes in a moment.",
                    "Fragt nur, was ihr zum Verstehen braucht. Der Rat kommt gleich."}},
        {.code = "consult",
         .title = {"Consulting", "Beraten"},
         .minutes = 5,
         .min_minutes = 3,
         .max_minutes = 10,
         .speakers = Speakers::consultants,
         .presenter = PresenterDoes::silent,
         .advice = true,
         .may_pass = true,
         .aim = {"The two others think aloud together; the presenter turns away and listens.",
                 "Die beiden anderen denken gemeinsam laut nach; wer fragt, wendet sich ab und hört zu."},
         .script =
             {"Now talk to each other as if nobody were listening: ideas, suggestions, things to try. To our presenter: turn "
              "your back or switch off your camera, and just take notes.",
              "Sprecht jetzt miteinander, als hörte niemand zu: Ideen, Vorschläge, Versuche. An dich: Dreh dich um oder "
              "schalte die Kamera aus und mach dir nur Notizen."}},
        {.code = "takeaway",
         .title = {"Taking away", "Mitnehmen"},
         .minutes = 1,
         .min_minutes = 1,
         .max_minutes = 5,
         .speakers = Speakers::presenter,
         .presenter = PresenterDoes::speaks,
         .aim = {"The presenter says what was worth most.", "Wer gefragt hat, sagt, was am wertvollsten war."},
         .script =
             {"What was worth most to you? Then the next of us has a turn: close this one and begin again.",
              "Was war dir am meisten wert? Danach ist der Nächste von uns dran: diese Runde schließen und neu beginnen."}},
    };
    return format;
}

}  // namespace covision::consultation
