#include "server/features/consultation/builtin.hpp"

namespace covision::consultation {

Format intervision() {
    Format format;
    format.code = "intervision";
    format.name = {"Peer consultation in six phases", "Kollegiale Beratung in sechs Phasen"};
    format.source = {"After Kim-Oliver Tietze's Kollegiale Beratung; texts are our own",
                     "Nach der Kollegialen Beratung von Kim-Oliver Tietze; eigene Texte"};
    format.min_people = 5;
    format.max_people = 10;
    format.phases = {
        {.code = "casting",
         .title = {"Casting", "Rollen verteilen"},
         .minutes = 5,
         .min_minutes = 2,
         .max_minutes = 10,
         .speakers = Speakers::all,
         .presenter = PresenterDoes::speaks,
         .aim = {"Who brings a case, who facilitates, who writes down?",
                 "Wer bringt einen Fall ein, wer moderiert, wer schreibt mit?"},
         .script =
             {"Let us see who does what today: one person brings a case, one writes down the ideas, the rest of us consult. "
              "I lead through the phases and give no advice myself.",
              "Klären wir, wer heute was übernimmt: Eine Person bringt einen Fall ein, eine schreibt die Ideen mit, die "
              "anderen beraten. Ich führe durch die Phasen und gebe selbst keinen Rat."}},
        {.code = "story",
         .title = {"The story", "Erzählen"},
         .minutes = 10,
         .min_minutes = 5,
         .max_minutes = 20,
         .speakers = Speakers::presenter_and_facilitator,
         .presenter = PresenterDoes::speaks,
         .aim = {"The presenter tells what happened; the facilitator helps with questions, the others listen.",
                 "Der Fall wird erzählt; die Moderation hilft mit Fragen, die anderen hören zu."},
         .script =
             {"Tell us what it is about, just as it comes. I will ask when I lose the thread. The others listen; towards the "
              "end there is room for two or three questions that are needed to understand.",
              "Erzähl, worum es geht, so wie es kommt. Ich frage nach, wenn ich den Faden verliere. Die anderen hören zu; "
              "gegen Ende ist Platz für zwei oder drei Fragen, die zum Verstehen nötig sind."}},
        {.code = "key_question",
         .title = {"Key question", "Schlüsselfrage"},
         .minutes = 5,
         .min_minutes = 2,
         .max_minutes = 10,
         .speakers = Speakers::presenter_and_facilitator,
         .presenter = PresenterDoes::speaks,
         .aim = {"The presenter finds the one question that the group shall work on.",
                 "Es entsteht die eine Frage, an der die Gruppe arbeiten soll."},
         .script =
             {"What is the question you would like us to work on? Try one sentence that begins with “how” or “what”. Could "
              "you write it down for all of us, please?",
              "An welcher Frage sollen wir arbeiten? Versuch einen Satz, der mit „Wie“ oder „Was“ beginnt. Schreibst du ihn "
              "bitte für alle auf?"}},
        {.code = "method",
         .title = {"Choosing a method", "Methode wählen"},
         .minutes = 5,
         .min_minutes = 2,
         .max_minutes = 10,
         .speakers = Speakers::all,
         .presenter = PresenterDoes::speaks,
         .may_pass = true,
         .aim = {"Together you choose how to consult: collecting ideas, exploring views, or something else.",
                 "Gemeinsam wählt ihr, wie beraten wird: Ideen sammeln, Sichtweisen erkunden oder anders."},
         .script =
             {"Which way of working fits this question? We could collect ideas, look at it from the view of everybody "
              "involved, or say what it stirs in us. To our presenter: your wish decides.",
              "Welche Arbeitsweise passt zu dieser Frage? Wir könnten Ideen sammeln, sie aus der Sicht aller Beteiligten "
              "betrachten oder sagen, was sie in uns auslöst. An dich: Dein Wunsch entscheidet."}},
        {.code = "consultation",
         .title = {"Consulting", "Beraten"},
         .minutes = 10,
         .min_minutes = 5,
         .max_minutes = 20,
         .speakers = Speakers::consultants,
         .presenter = PresenterDoes::silent,
         .advice = true,
         .in_turns = true,
         .may_pass = true,
         .aim = {"One idea a turn, without discussion. The presenter listens; the scribe notes each.",
                 "Eine Idee pro Beitrag, ohne Diskussion. Wer fragt, hört zu; alles wird mitgeschrieben."},
         .script =
             {"Your ideas, please: one each time, short, without judging what others say. They need not fit together. To our "
              "presenter: lean back, nothing has to be answered.",
              "Eure Ideen bitte: jeweils eine, kurz, ohne die der anderen zu bewerten. Sie müssen nicht zueinander passen. An "
              "dich: Lehn dich zurück, du musst auf nichts antworten."}},
        {.code = "conclusion",
         .title = {"Conclusion", "Abschluss"},
         .minutes = 5,
         .min_minutes = 2,
         .max_minutes = 10,
         .own_minutes = true,
         .speakers = Speakers::presenter,
         .presenter = PresenterDoes::speaks,
         .aim = {"The presenter sums up what is valuable and what comes next.",
                 "Wer den Fall eingebracht hat, fasst zusammen, was wertvoll ist und was folgt."},
         .script =
             {"Which of these ideas do you want to keep? What will you try? Say as much or as little as you like; then we "
              "close this case.",
              "Welche Ideen willst du behalten? Was wirst du versuchen? Sag so viel oder so wenig, wie du magst; dann "
              "schließen wir diesen Fall."}},
    };
    return format;
}

}  // namespace covision::consultation
