#include "server/features/consultation/builtin.hpp"

namespace covision::consultation {

Format wise_crowds() {
    Format format;
    format.code = "wise_crowds";
    format.name = {"Wise Crowds (one person's turn)", "Wise Crowds (eine Runde)"};
    format.source = {"After Wise Crowds, Liberating Structures (CC BY-SA 4.0); texts are our own",
                     "Nach Wise Crowds, Liberating Structures (CC BY-SA 4.0); eigene Texte"};
    format.min_people = 4;
    format.max_people = 6;
    format.phases = {
        {.code = "challenge",
         .title = {"Challenge", "Anliegen"},
         .minutes = 2,
         .min_minutes = 1,
         .max_minutes = 5,
         .speakers = Speakers::presenter,
         .presenter = PresenterDoes::speaks,
         .aim = {"The presenter says what the challenge is and what help is wanted.",
                 "Wer an der Reihe ist, sagt, worum es geht und welche Hilfe gewünscht ist."},
         .script = {"Two minutes: what are you facing, and what would you like from us?",
                    "Zwei Minuten: Wovor stehst du, und was wünschst du dir von uns?"}},
        {.code = "clarify",
         .title = {"Clarifying", "Klären"},
         .minutes = 3,
         .min_minutes = 1,
         .max_minutes = 5,
         .speakers = Speakers::consultants,
         .presenter = PresenterDoes::answers,
         .aim = {"Short questions that are needed to understand, short answers.",
                 "Kurze Fragen, die zum Verstehen nötig sind, kurze Antworten."},
         .script = {"What do you need to know to be of use? Ask briefly; ideas come in a moment.",
                    "Was müsst ihr wissen, um helfen zu können? Fragt kurz; Ideen kommen gleich."}},
        {.code = "consult",
         .title = {"Consulting", "Beraten"},
         .minutes = 8,
         .min_minutes = 5,
         .max_minutes = 15,
         .speakers = Speakers::consultants,
         .presenter = PresenterDoes::silent,
         .advice = true,
         .may_pass = true,
         .aim = {"The consultants think together; the presenter turns away or switches the camera off, "
                 "and takes notes.",
                 "Die Beratenden denken gemeinsam nach; wer gefragt hat, wendet sich ab oder schaltet "
                 "die Kamera aus und macht Notizen."},
         .script = {"Talk to each other about this as if it were your own matter: ideas, questions, what "
                    "you would try. To our presenter: turn round, no answers needed.",
                    "Sprecht miteinander darüber, als wäre es eure eigene Sache: Ideen, Fragen, was ihr "
                    "versuchen würdet. An dich: Dreh dich um, antworten musst du nicht."}},
        {.code = "feedback",
         .title = {"Feedback", "Rückmeldung"},
         .minutes = 2,
         .min_minutes = 1,
         .max_minutes = 5,
         .speakers = Speakers::presenter,
         .presenter = PresenterDoes::speaks,
         .aim = {"The presenter says what was useful and what will be taken along.",
                 "Wer gefragt hat, sagt, was nützlich war und mitgenommen wird."},
         .script = {"What was useful to you, and what do you take along? Then the next person may have a "
                    "turn.",
                    "Was war nützlich für dich, was nimmst du mit? Danach kann die nächste Person an die "
                    "Reihe kommen."}},
    };
    return format;
}

}  // namespace covision::consultation
