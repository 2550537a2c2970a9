#include "server/features/consultation/builtin.hpp"

namespace covision::consultation {
namespace {

/// Formats of one phase in which nobody presents. Their words and minutes are our own.
Format frame(int most_minutes, Phase phase) {
    phase.max_minutes = most_minutes;
    phase.own_minutes = true;
    Format format;
    format.code = phase.code;
    format.name = phase.title;
    format.source = {"Covision's own; minutes and texts are ours", "Von Covision; Minuten und Texte sind unsere"};
    format.min_people = 2;
    format.max_people = 64;
    format.has_case = false;
    format.frame = true;
    format.phases.push_back(std::move(phase));
    return format;
}

}  // namespace

Format arrival() {
    return frame(20,
                 {.code = "arrival",
                  .title = {"Arriving", "Ankommen"},
                  .minutes = 5,
                  .may_pass = true,
                  .aim = {"Each says hello, the call records nothing, and all know what comes tonight.",
                          "Alle sagen hallo, der Anruf zeichnet nichts auf, und alle wissen, was heute kommt."},
                  .script = {"Welcome. How are you here today? A word or two is enough, and you may pass. Is recording "
                             "off in our call, and any AI that takes notes? Please look. Is everybody alone in the "
                             "room, or does somebody need a moment? Then this is our plan for today.",
                             "Willkommen. Wie seid ihr heute da? Ein, zwei Worte genügen, und ihr dürft weitergeben. "
                             "Ist in unserem Anruf die Aufzeichnung aus, und auch jede KI, die mitschreibt? Schaut "
                             "bitte nach. Sind alle allein im Raum, oder braucht jemand noch einen Moment? Dann ist "
                             "das unser Plan für heute."}});
}

Format quiet() {
    return frame(
        10,
        {.code = "quiet",
         .title = {"A moment of quiet", "Ein Moment Stille"},
         .minutes = 2,
         .speakers = Speakers::nobody,
         .aim = {"Nobody speaks. What came before may rest now.", "Niemand spricht. Was vorher war, darf jetzt ruhen."},
         .script = {"Let us be quiet for a moment. Put down what you came with, feel the chair, breathe. I "
                    "say when we go on.",
                    "Seien wir einen Moment still. Legt ab, womit ihr gekommen seid, spürt den Stuhl, atmet. "
                    "Ich sage, wann es weitergeht."}});
}

Format pause_between() {
    return frame(30,
                 {.code = "break",
                  .title = {"Break", "Pause"},
                  .minutes = 5,
                  .aim = {"Stand up, drink something, open a window. The case rests.",
                          "Aufstehen, etwas trinken, ein Fenster öffnen. Der Fall ruht."},
                  .script = {"Let us take a break. Please leave the case here: no talk about it until we go on. Come "
                             "back when the time is up.",
                             "Machen wir eine Pause. Lasst den Fall bitte hier: kein Gespräch darüber, bis es "
                             "weitergeht. Kommt zurück, wenn die Zeit um ist."}});
}

Format echo() {
    return frame(
        15,
        {.code = "echo",
         .title = {"Echo", "Nachklang"},
         .minutes = 5,
         .aim = {"Somebody tells how their first step went.", "Jemand erzählt, wie der erste Schritt gegangen ist."},
         .script = {"Some weeks ago you left with a first step. How did it go, and what have you learnt? We listen; "
                    "this is no second consultation.",
                    "Vor einigen Wochen bist du mit einem ersten Schritt gegangen. Wie war es, und was hast du "
                    "erfahren? Wir hören zu; das wird keine zweite Beratung."}});
}

Format closing() {
    return frame(20,
                 {.code = "closing",
                  .title = {"Closing round", "Abschlussrunde"},
                  .minutes = 5,
                  .speakers = Speakers::in_turn,
                  .in_turns = true,
                  .may_pass = true,
                  .aim = {"Each says in a sentence what they take away from today.",
                          "Alle sagen in einem Satz, was sie von heute mitnehmen."},
                  .script = {"Let us close. What do you take away from today? A sentence each, and you may pass. What "
                             "was said here stays here. Afterwards please rate the session, it takes a minute.",
                             "Kommen wir zum Schluss. Was nehmt ihr von heute mit? Ein Satz von allen, und ihr dürft "
                             "weitergeben. Was hier gesagt wurde, bleibt hier. Danach bewertet bitte die Sitzung, das "
                             "dauert eine Minute."}});
}

}  // namespace covision::consultation
