#include "server/features/consultation/builtin.hpp"

namespace covision::consultation {

Format interview_team() {
    Format format;
    format.code = "interview_team";
    format.name = {"Reflecting team with an interview", "Reflektierendes Team mit Interview"};
    format.source = {"After Tom Andersen (1987); the last two phases' minutes and all texts are our own",
                     "Nach Tom Andersen (1987); Minuten der beiden letzten Phasen und alle Texte sind "
                     "unsere"};
    format.min_people = 4;
    format.max_people = 9;
    format.phases = {
        {.code = "interview",
         .title = {"Interview", "Interview"},
         .minutes = 10,
         .min_minutes = 5,
         .max_minutes = 20,
         .speakers = Speakers::presenter_and_facilitator,
         .presenter = PresenterDoes::speaks,
         .aim = {"The facilitator interviews the presenter. The team listens and does not look for eye "
                 "contact.",
                 "Die Moderation befragt die Person mit dem Fall. Das Team hört zu und sucht keinen "
                 "Blickkontakt."},
         .script = {"The two of us talk first. What would make this conversation useful for you? And then: "
                    "what is it about? The team only listens.",
                    "Zuerst sprechen wir beide. Wodurch würde dieses Gespräch für dich nützlich? Und dann: "
                    "Worum geht es? Das Team hört nur zu."}},
        {.code = "reflecting",
         .title = {"The team reflects", "Das Team reflektiert"},
         .minutes = 15,
         .min_minutes = 8,
         .max_minutes = 20,
         .speakers = Speakers::consultants,
         .presenter = PresenterDoes::silent,
         .may_pass = true,
         .aim = {"The team members speak with each other about what they heard: wondering, offering, "
                 "never judging.",
                 "Die Teammitglieder sprechen miteinander über das Gehörte: fragend, anbietend, nie "
                 "wertend."},
         .script = {"Please speak with each other, not to the two of us: what caught your attention, which "
                    "other way of seeing it comes to mind? “I wonder whether …” is a good beginning. We two "
                    "listen.",
                    "Sprecht bitte miteinander, nicht zu uns beiden: Was ist euch aufgefallen, welche "
                    "andere Sicht kommt euch in den Sinn? „Ich frage mich, ob …“ ist ein guter Anfang. Wir "
                    "beide hören zu."}},
        {.code = "response",
         .title = {"Response", "Antwort"},
         .minutes = 10,
         .min_minutes = 5,
         .max_minutes = 15,
         .own_minutes = true,
         .speakers = Speakers::presenter_and_facilitator,
         .presenter = PresenterDoes::speaks,
         .aim = {"The two come back to each other: what touched, what fits, what does not.",
                 "Die beiden sprechen wieder miteinander: was berührt, was passt, was nicht."},
         .script = {"Of all you have heard, what would you like to talk about with me? Nothing has to be "
                    "answered.",
                    "Worüber von dem Gehörten möchtest du mit mir sprechen? Auf nichts musst du antworten."}},
        {.code = "wrap_up",
         .title = {"Looking back", "Rückblick"},
         .minutes = 10,
         .min_minutes = 3,
         .max_minutes = 15,
         .own_minutes = true,
         .speakers = Speakers::all,
         .presenter = PresenterDoes::speaks,
         .may_pass = true,
         .aim = {"All look at how the talk went, not at the case.",
                 "Alle schauen darauf, wie das Gespräch lief, nicht auf den Fall."},
         .script = {"Let us look at how we worked. What helped, what would we do differently next time? The "
                    "case stays closed.",
                    "Schauen wir, wie wir gearbeitet haben. Was hat geholfen, was würden wir nächstes Mal "
                    "anders machen? Der Fall bleibt geschlossen."}},
    };
    return format;
}

}  // namespace covision::consultation
