#include "server/features/consultation/builtin.hpp"

namespace covision::consultation {

Format case_consultation() {
    Format format;
    format.code = "case_consultation";
    format.name = {"Peer case consultation in eight steps", "Kollegiale Fallberatung in acht Schritten"};
    format.source = {"After Rolf Haug-Benien, Kollegiale Beratung (1998); texts are our own",
                     "Nach Rolf Haug-Benien, Kollegiale Beratung (1998); eigene Texte"};
    format.min_people = 5;
    format.max_people = 12;
    format.phases = {
        {.code = "roles",
         .title = {"Roles", "Rollen"},
         .minutes = 5,
         .min_minutes = 2,
         .max_minutes = 10,
         .speakers = Speakers::all,
         .presenter = PresenterDoes::speaks,
         .aim = {"Who brings a case, who leads, who keeps time and notes?",
                 "Wer bringt einen Fall ein, wer leitet, wer achtet auf Zeit und Notizen?"},
         .script = {"Before we begin: who brings a case today, and who keeps time and notes? The rest of us "
                    "are the consulting team. I look after the steps.",
                    "Bevor wir anfangen: Wer bringt heute einen Fall ein, wer achtet auf Zeit und Notizen? "
                    "Die anderen sind das beratende Team. Ich achte auf die Schritte."}},
        {.code = "case",
         .title = {"Case and question", "Fall und Frage"},
         .minutes = 5,
         .min_minutes = 3,
         .max_minutes = 10,
         .speakers = Speakers::presenter,
         .presenter = PresenterDoes::speaks,
         .aim = {"The presenter tells the case and ends with a question. Nobody interrupts.",
                 "Der Fall wird erzählt und endet mit einer Frage. Niemand unterbricht."},
         .script = {"Tell us what happened and who is involved, and finish with the question you bring. We "
                    "listen and keep our questions for the next step.",
                    "Erzähl, was geschehen ist und wer beteiligt ist, und schließ mit der Frage, die du "
                    "mitbringst. Wir hören zu und heben unsere Fragen für den nächsten Schritt auf."}},
        {.code = "interview",
         .title = {"Interview", "Befragung"},
         .minutes = 15,
         .min_minutes = 5,
         .max_minutes = 20,
         .speakers = Speakers::consultants,
         .presenter = PresenterDoes::answers,
         .aim = {"Questions about facts: what, who, when, how. No guesses and no advice hidden in a "
                 "question.",
                 "Fragen nach Tatsachen: was, wer, wann, wie. Keine Vermutung und kein Rat, der als "
                 "Frage kommt."},
         .script = {"Ask what you need to see the situation. If a question begins with “have you tried”, "
                    "keep it for the solutions. To our presenter: short answers are enough.",
                    "Fragt, was ihr braucht, um die Lage vor euch zu sehen. Beginnt eine Frage mit „Hast du "
                    "schon versucht“, hebt sie für die Lösungen auf. An dich: Kurze Antworten genügen."}},
        {.code = "hypotheses",
         .title = {"Hypotheses", "Hypothesen"},
         .minutes = 10,
         .min_minutes = 5,
         .max_minutes = 15,
         .speakers = Speakers::consultants,
         .presenter = PresenterDoes::silent,
         .may_pass = true,
         .aim = {"The team says how it understands what is going on. No solutions yet; the presenter "
                 "sits outside and listens.",
                 "Das Team sagt, wie es das Geschehen versteht. Noch keine Lösungen; wer den Fall "
                 "einbringt, sitzt außerhalb und hört zu."},
         .script = {"How do we understand this? Say what you suppose, from the view of anybody involved; "
                    "suppositions may contradict each other. To our presenter: move out of the circle and "
                    "only listen.",
                    "Wie verstehen wir das? Sagt, was ihr vermutet, aus der Sicht aller Beteiligten; "
                    "Vermutungen dürfen sich widersprechen. An dich: Rück aus dem Kreis und hör nur zu."}},
        {.code = "response",
         .title = {"Response", "Rückmeldung"},
         .minutes = 5,
         .min_minutes = 2,
         .max_minutes = 10,
         .speakers = Speakers::presenter,
         .presenter = PresenterDoes::speaks,
         .aim = {"The presenter says which thoughts fit, which do not, and whether the question has "
                 "changed.",
                 "Wer den Fall einbringt, sagt, was passt, was nicht, und ob die Frage noch dieselbe ist."},
         .script = {"Welcome back. What of this struck you, and what does not fit? Is your question still "
                    "the same?",
                    "Willkommen zurück. Was davon hat dich getroffen, was passt nicht? Ist deine Frage noch "
                    "dieselbe?"}},
        {.code = "solutions",
         .title = {"Solutions", "Lösungen"},
         .minutes = 10,
         .min_minutes = 5,
         .max_minutes = 15,
         .speakers = Speakers::consultants,
         .presenter = PresenterDoes::silent,
         .advice = true,
         .in_turns = true,
         .may_pass = true,
         .aim = {"Each says what they would do in that place. One after the other, without debate.",
                 "Alle sagen, was sie an dieser Stelle tun würden. Nacheinander, ohne Debatte."},
         .script = {"Now the solutions: “In your place I would …”. One each time, bold ones too, and no "
                    "comment on what others say. To our presenter: listen and take notes.",
                    "Jetzt die Lösungen: „An deiner Stelle würde ich …“. Jeweils eine, auch kühne, und kein "
                    "Kommentar zu denen der anderen. An dich: Hör zu und mach dir Notizen."}},
        {.code = "decision",
         .title = {"Decision", "Entscheidung"},
         .minutes = 10,
         .min_minutes = 3,
         .max_minutes = 15,
         .speakers = Speakers::presenter,
         .presenter = PresenterDoes::speaks,
         .aim = {"The presenter weighs the ideas aloud and says what comes next. Nobody adds anything.",
                 "Wer den Fall eingebracht hat, wägt laut ab und sagt, was als Nächstes kommt. Niemand "
                 "ergänzt."},
         .script = {"Which of these do you take with you? What will you do first, and when? The rest of us "
                    "let your choice stand.",
                    "Was davon nimmst du mit? Was tust du zuerst, und wann? Wir anderen lassen deine Wahl "
                    "stehen."}},
        {.code = "exchange",
         .title = {"Exchange", "Austausch"},
         .minutes = 5,
         .min_minutes = 2,
         .max_minutes = 10,
         .speakers = Speakers::all,
         .presenter = PresenterDoes::speaks,
         .aim = {"Everybody says how this round was, and what each takes home for their own work.",
                 "Alle sagen, wie diese Runde war und was sie für die eigene Arbeit mitnehmen."},
         .script = {"How was this for each of you? What of it belongs to your own work? We do not go back "
                    "into the case.",
                    "Wie war das für euch? Was davon betrifft die eigene Arbeit? In den Fall gehen wir "
                    "nicht zurück."}},
    };
    return format;
}

}  // namespace covision::consultation
