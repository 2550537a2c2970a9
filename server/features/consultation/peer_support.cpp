#include "server/features/consultation/builtin.hpp"

namespace covision::consultation {

Format peer_support() {
    Format format;
    format.code = "peer_support";
    format.name = {"Peer support round (without a case)", "Runde zur gegenseitigen Stärkung (ohne Fall)"};
    format.source = {"Covision's own; minutes and texts are ours", "Von Covision; Minuten und Texte sind unsere"};
    format.min_people = 3;
    format.max_people = 12;
    format.has_case = false;
    format.phases = {
        {.code = "check_in",
         .title = {"Check-in", "Ankommen"},
         .minutes = 10,
         .min_minutes = 5,
         .max_minutes = 20,
         .own_minutes = true,
         .speakers = Speakers::in_turn,
         .presenter = PresenterDoes::speaks,
         .in_turns = true,
         .may_pass = true,
         .aim = {"Each says in a sentence or two how they are. Nobody replies.",
                 "Alle sagen in ein, zwei Sätzen, wie es ihnen geht. Niemand antwortet darauf."},
         .script = {"Let us go round: how do you arrive today? A word is enough, and you may pass. We only "
                    "listen.",
                    "Gehen wir reihum: Wie kommst du heute an? Ein Wort genügt, und du darfst weitergeben. "
                    "Wir hören nur zu."}},
        {.code = "sharing",
         .title = {"Sharing in turns", "Teilen reihum"},
         .minutes = 30,
         .min_minutes = 15,
         .max_minutes = 60,
         .own_minutes = true,
         .speakers = Speakers::in_turn,
         .presenter = PresenterDoes::speaks,
         .in_turns = true,
         .may_pass = true,
         .aim = {"Each has a turn for what the work does to them at the moment, without advice and "
                 "without names of clients.",
                 "Alle kommen einmal dran mit dem, was die Arbeit gerade mit ihnen macht; ohne Rat und "
                 "ohne Namen von Klientinnen und Klienten."},
         .script = {"Each of us has a turn: what weighs on you in your work, what carries you? The others "
                    "listen; when you have finished, we leave a moment of quiet and go on. No advice unless "
                    "you ask for it.",
                    "Alle kommen einmal dran: Was belastet dich bei der Arbeit, was trägt dich? Die anderen "
                    "hören zu; danach lassen wir einen Moment Stille und gehen weiter. Rat gibt es nur, "
                    "wenn du darum bittest."}},
        {.code = "closing",
         .title = {"Closing", "Abschluss"},
         .minutes = 10,
         .min_minutes = 5,
         .max_minutes = 20,
         .own_minutes = true,
         .speakers = Speakers::in_turn,
         .presenter = PresenterDoes::speaks,
         .in_turns = true,
         .may_pass = true,
         .aim = {"Each says what they take home and one small thing they will do for themselves.",
                 "Alle sagen, was sie mitnehmen und was sie als Kleines für sich selbst tun."},
         .script = {"A last round: what do you take with you, and what small thing will you do for yourself "
                    "before we meet again?",
                    "Eine letzte Runde: Was nimmst du mit, und was Kleines tust du für dich selbst, bevor "
                    "wir uns wiedersehen?"}},
    };
    return format;
}

}  // namespace covision::consultation
