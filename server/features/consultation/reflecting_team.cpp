#include "server/features/consultation/builtin.hpp"

namespace covision::consultation {

Format reflecting_team() {
    Format format;
    format.code = "reflecting_team";
    format.name = {"Solution-focused reflecting team", "Lösungsfokussiertes reflektierendes Team"};
    format.source = {"After Harry Norman's solution-focused reflecting team (2003); texts are our own",
                     "Nach Harry Normans lösungsfokussiertem reflektierendem Team (2003); eigene Texte"};
    format.min_people = 4;
    format.max_people = 10;
    format.phases = {
        {.code = "preparing",
         .title = {"Preparing", "Vorbereiten"},
         .minutes = 5,
         .min_minutes = 2,
         .max_minutes = 15,
         .speakers = Speakers::all,
         .presenter = PresenterDoes::speaks,
         .aim =
             {"Roles are clear, and the presenter knows what would make the next half hour worthwhile.",
              "Die Rollen sind klar, und wer den Fall einbringt, weiß, was die nächste halbe Stunde lohnend machen würde."},
         .script =
             {"Let us settle in. Who keeps time, who writes down ideas? We will go through six steps and keep each one "
              "short. Ideas come late on purpose: if one comes to you early, note it down and keep it. To our presenter: "
              "what should be different for you when we are done? Does anybody think they might know the person? Then tell "
              "me privately, now or at any later moment.",
              "Kommen wir an. Wer achtet auf die Zeit, wer schreibt Ideen mit? Wir gehen sechs kurze Schritte. Ideen kommen "
              "mit Absicht erst spät: Wem früher etwas einfällt, der notiert es und hebt es auf. An dich, die oder der den "
              "Fall einbringt: Was soll am Ende für dich anders sein? Glaubt jemand, die Person zu kennen? Dann sagt es mir "
              "unter vier Augen, jetzt oder jederzeit."}},
        {.code = "presenting",
         .title = {"Presenting", "Vorstellen"},
         .minutes = 5,
         .min_minutes = 2,
         .max_minutes = 15,
         .speakers = Speakers::presenter,
         .presenter = PresenterDoes::speaks,
         .aim = {"The presenter tells the case without being interrupted, and ends with the question to the group.",
                 "Der Fall wird ohne Unterbrechung erzählt und endet mit der Frage an die Gruppe."},
         .script =
             {"You have five minutes, and nobody will interrupt you. Tell us as much as we need to be useful and leave out "
              "whatever could show who the person is. Please finish with your question to us. Everybody else listens, also "
              "for what is already working.",
              "Du hast fünf Minuten, und niemand unterbricht dich. Erzähle so viel, wie wir brauchen, um nützlich zu sein, "
              "und lass weg, woran man die Person erkennen könnte. Bitte schließe mit deiner Frage an uns. Alle anderen "
              "hören zu, auch auf das, was schon gelingt."}},
        {.code = "clarifying",
         .title = {"Clarifying", "Klären"},
         .minutes = 8,
         .min_minutes = 3,
         .max_minutes = 20,
         .speakers = Speakers::in_turn,
         .presenter = PresenterDoes::answers,
         .in_turns = true,
         .may_pass = true,
         .aim = {"One question each, around the circle, until the picture is clear enough. No advice, no “why”.",
                 "Reihum je eine Frage, bis das Bild klar genug ist. Kein Rat und kein „Warum“."},
         .script =
             {"We go around. One short question each, and you may pass. Ask what, how, when, who else. Please avoid “why”: it "
              "easily sounds like blame. A piece of advice with a question mark is still advice, so keep it for later. To "
              "our presenter: short answers are fine, and so is “I don't know”.",
              "Wir gehen reihum. Jede und jeder stellt eine kurze Frage oder gibt weiter. Fragt was, wie, wann, wer noch. "
              "Bitte kein „Warum“: Es klingt leicht nach Vorwurf. Ein Rat mit Fragezeichen bleibt ein Rat, hebt ihn auf. An "
              "dich: Kurze Antworten genügen, und „Das weiß ich nicht“ ist auch eine."}},
        {.code = "affirming",
         .title = {"Affirming", "Würdigen"},
         .minutes = 3,
         .min_minutes = 1,
         .max_minutes = 10,
         .speakers = Speakers::in_turn,
         .presenter = PresenterDoes::silent,
         .in_turns = true,
         .may_pass = true,
         .aim =
             {"Each says in a sentence what impressed them in how the presenter deals with this. The presenter just listens.",
              "Alle sagen in einem Satz, was sie am Umgang mit dem Fall beeindruckt. Wer ihn eingebracht hat, hört nur zu."},
         .script =
             {"Around the circle again, a sentence or two each: what has impressed you in the way this is being handled? Be "
              "specific and mean it; if nothing comes, pass. To our presenter: you need not answer or play it down. Just "
              "take it in.",
              "Noch einmal reihum, ein bis zwei Sätze: Was beeindruckt euch daran, wie damit umgegangen wird? Werdet "
              "konkret und sagt nur, was ihr meint; sonst gebt weiter. An dich: Du musst nichts erwidern und nichts "
              "kleiner machen. Nimm es einfach mit."}},
        {.code = "reflecting",
         .title = {"Reflecting", "Reflektieren"},
         .minutes = 10,
         .min_minutes = 5,
         .max_minutes = 25,
         .speakers = Speakers::consultants,
         .presenter = PresenterDoes::silent,
         .advice = true,
         .in_turns = true,
         .may_pass = true,
         .aim =
             {"The team thinks aloud together: one idea at a time. The presenter listens and keeps what is useful.",
              "Das Team denkt gemeinsam laut nach, eine Idee nach der anderen. Wer fragt, hört zu und behält, was nützt."},
         .script =
             {"Now your ideas have their place. Talk to each other, not to the presenter. One thought at a time, then the "
              "next person: add to what was said, or bring something new, or pass. Offer it lightly: “I wonder whether…”, “in "
              "that place I might…”. Small steps are welcome. To our presenter: you are off duty; listen, and note what "
              "speaks to you.",
              "Jetzt haben eure Ideen ihren Platz. Sprecht miteinander, nicht zu der Person mit dem Fall. Immer ein Gedanke, "
              "dann die oder der Nächste: anknüpfen, Neues bringen oder weitergeben. Bietet es leicht an: „Ich frage mich, "
              "ob …“, „an der Stelle würde ich vielleicht …“. Kleine Schritte sind willkommen. An dich: Du hast frei; hör zu "
              "und notiere, was dich anspricht."}},
        {.code = "closing",
         .title = {"Closing", "Abschließen"},
         .minutes = 4,
         .min_minutes = 2,
         .max_minutes = 10,
         .speakers = Speakers::presenter,
         .presenter = PresenterDoes::speaks,
         .aim =
             {"The presenter says what was useful and what the first small step will be. The others leave it at that.",
              "Wer den Fall eingebracht hat, sagt, was nützlich war und was der erste kleine Schritt ist. Dabei bleibt es."},
         .script =
             {"The last word is yours. What do you take with you? Is there something you will do, perhaps a first small "
              "step? You need not judge the ideas or say thank you for each. Nobody adds anything now. Thank you, "
              "everybody. What was said about the case stays here.",
              "Das letzte Wort gehört dir. Was nimmst du mit? Gibt es etwas, das du tun wirst, vielleicht einen ersten "
              "kleinen Schritt? Du musst die Ideen nicht bewerten und dich nicht für jede bedanken. Jetzt fügt niemand mehr "
              "etwas hinzu. Danke euch allen. Was zum Fall gesagt wurde, bleibt hier."}},
    };
    return format;
}

}  // namespace covision::consultation
