#include "server/features/groups/template.hpp"

namespace covision::groups {

protocol::Clauses template_de() {
    return {
        {"purpose", "Wozu wir uns treffen",
         "Wir treffen uns, um auf Augenhöhe gemeinsam auf unsere eigene Arbeit zu schauen und voneinander zu lernen. Am "
         "Anfang sagt jede und jeder, was uns herführt, was wir uns erhoffen und was wir geben können. Wenn sich daran "
         "etwas ändert, sprechen wir darüber."},
        {"status", "Was diese Gruppe ist und was nicht",
         "Wir beraten uns als Kolleginnen und Kollegen. Das ist keine Supervision, keine Therapie und keine rechtliche "
         "oder ethische Beratung, und es ersetzt nichts davon, wo es vorgeschrieben ist. Niemand ist hier jemandem "
         "vorgesetzt. Für die eigenen Klientinnen und Klienten und die eigenen Entscheidungen bleibt jede und jeder "
         "selbst verantwortlich, was auch immer die Gruppe gesagt hat."},
        {"confidentiality", "Was hier bleibt",
         "Was wir in dieser Gruppe hören, bleibt in dieser Gruppe: über Klientinnen und Klienten, über uns selbst, und "
         "wer was gesagt hat. Das gilt auch, wenn jemand die Gruppe verlässt und wenn sie endet. Nach außen sprechen wir "
         "nur, wenn jemand ernsthaft in Gefahr ist oder das Gesetz uns keine Wahl lässt; dann sagen wir es, wenn Zeit "
         "ist, zuerst hier, und nicht mehr als nötig."},
        {"deidentification", "Wie wir über Klientinnen und Klienten sprechen",
         "Wir nennen keine Namen, keine Initialen, keine genauen Daten und keine Orte, und wir verändern oder lassen weg, "
         "woran jemand zu erkennen wäre. Dass etwas verändert ist, sagen wir dazu. Unsere Klientinnen und Klienten "
         "wissen, dass wir uns kollegial beraten, ohne zu sagen, um wen es geht; wo unser Beruf ihre Einwilligung "
         "verlangt, holen wir sie ein."},
        {"recusal", "Wenn jemand die Person kennen könnte",
         "Wenn ich glaube zu wissen, um wen es geht, sage ich, dass ich hinausgehe, ohne zu sagen warum, und komme wieder, "
         "wenn der Fall zu Ende ist. Ich höre nicht weiter zu und frage später nicht nach. Jede und jeder darf jederzeit "
         "unterbrechen, wenn mehr erzählt wird als nötig."},
        {"no_recording", "Keine Aufzeichnung",
         "Niemand nimmt unsere Sitzungen auf, und kein Assistenzprogramm hört mit, schreibt mit oder fasst zusammen. Wir "
         "sitzen in einem Raum, in dem sonst niemand mithören kann; bei Videotreffen sind die Kameras an. Eigene Notizen "
         "enthalten über Klientinnen und Klienten nicht mehr als der Fall selbst."},
        {"meetings", "Wann und wo wir uns treffen",
         "Wir vereinbaren unsere Termine früh und behandeln sie wie Termine mit Klientinnen und Klienten: Wir beginnen und "
         "enden pünktlich. Wer nicht kommen kann, sagt es so früh wie möglich. Wer mehr als zweimal hintereinander fehlt, "
         "bespricht mit der Gruppe, ob sie noch passt. Wir sind vier bis acht Personen."},
        {"format", "Wie wir arbeiten",
         "Wir arbeiten in einer Form, die wir gemeinsam gewählt haben, mit Zeiten für jeden Schritt. Die Rollen wechseln: "
         "Alle moderieren, alle bringen Fälle ein, und niemand öfter als die anderen. Wer den Fall einbringt, entscheidet, "
         "welche Hilfe gewünscht ist und was daraus wird. Passen ist immer erlaubt."},
        {"dual_relationships", "Wenn wir uns auch anderswo begegnen",
         "Wir sagen einander, wo wir sonst miteinander zu tun haben: als Arbeitgeberin und Angestellter, bei "
         "Überweisungen, befreundet oder verwandt, in Ausbildung oder Prüfung. Wir sprechen darüber, was das hier "
         "bedeutet, und finden einen Weg, bevor es stört."},
        {"conflict", "Wenn es zwischen uns schwierig wird",
         "Wir sprechen es bald an, zuerst mit der Person, dann in der Gruppe. Kommen wir nicht weiter, bitten wir jemanden "
         "von außen dazu, mit dem alle einverstanden sind. Wenn uns Sorge macht, wie eine Kollegin oder ein Kollege "
         "arbeitet oder ob es ihr oder ihm dafür gut genug geht, sagen wir es direkt und freundlich, bieten Hilfe an und "
         "tun erst dann, was unser Beruf von uns verlangt."},
        {"joining_leaving", "Dazukommen und gehen",
         "Ob jemand Neues dazukommt, entscheiden wir gemeinsam, bevor jemand gefragt wird; jede und jeder kann Nein sagen. "
         "Wer gehen möchte, sagt es der Gruppe und kommt noch einmal, um sich zu verabschieden. Was jemand eingebracht "
         "hat, bleibt danach vertraulich; wer geht, nimmt die eigenen Nachweise mit und nichts von den anderen."},
        {"records", "Was festgehalten wird",
         "Jeder Fall wird dreißig Tage nach seiner Sitzung gelöscht; die Ideen bekommt, wer ihn eingebracht hat. Behalten "
         "wird, wer wann in welcher Rolle dabei war, weil wir es nachweisen müssen, und wie wir die Sitzungen fanden, "
         "ohne Namen. Was in eine Akte gehört, schreibt jede und jeder selbst dort hinein und nirgends sonst."},
        {"review", "Wann wir das wieder anschauen",
         "Alle sechs Monate lesen wir diese Vereinbarung gemeinsam und fragen, ob sie noch passt: wie wir arbeiten, wer "
         "fehlt, ob wir in Therapie oder in Plauderei abgeglitten sind. Jede Änderung ist eine neue Fassung und gilt, wenn "
         "alle sie unterschrieben haben. Wir sagen auch rechtzeitig, wenn die Gruppe enden soll, und beenden sie gut."},
        {"jurisdiction", "Recht, Versicherung, Berufsverbände",
         "Jede und jeder kennt die Regeln des eigenen Landes, der Kammer oder des Verbands zu Schweigepflicht, "
         "Einwilligung, Dokumentation und Meldepflicht und hält sie ein. Jede und jeder hat die Versicherung, die die "
         "eigene Arbeit braucht. Wo unsere Regeln verschieden sind, gilt in dieser Gruppe die strengere."},
    };
}

}  // namespace covision::groups
