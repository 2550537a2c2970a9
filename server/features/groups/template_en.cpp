#include <algorithm>

#include "server/features/groups/template.hpp"

namespace covision::groups {

protocol::Clauses template_en() {
    return {
        {"purpose", "Why we meet",
         "We meet to look at our own work together, as equals, and to learn from each other. Each of us tells the others "
         "at the start what brings us here, what we hope for and what we can give. We come back to this when it "
         "changes."},
        {"status", "What this group is, and what it is not",
         "This is consultation among peers. It is not supervision, not therapy, and not legal or ethical advice, and it "
         "does not replace any of them where they are required. Nobody here is anybody's superior. Each of us stays "
         "responsible for our own clients and our own decisions, whatever the group has said."},
        {"confidentiality", "What stays here",
         "What we hear in this group stays in this group: about clients, about ourselves, and who said what. It stays so "
         "when one of us leaves and when the group ends. We speak up outside only where somebody is in serious danger "
         "or the law leaves us no choice; then we say so here first, if there is time, and say no more than is needed."},
        {"deidentification", "How we speak of clients",
         "We bring no names, no initials, no exact dates and no places, and we change or leave out whatever would let "
         "somebody be recognised. We say that something was changed. Our clients know that we consult with colleagues "
         "without saying who they are, and we keep to the rules of our profession where it asks for their consent."},
        {"recusal", "When one of us might know the person",
         "If I think that I know who is spoken of, I say that I step out, without saying why, and I come back when the "
         "case is over. I do not listen on and I do not ask later. Each of us may interrupt at any time when more is "
         "being told than is needed."},
        {"no_recording", "No recording",
         "Nobody records our sessions, and no assistant listens, transcribes or sums up. Each of us sits in a room where "
         "nobody else can hear, and in a call our cameras are on. Written notes say nothing about clients beyond what "
         "is in the case itself."},
        {"meetings", "When and where we meet",
         "We agree our dates well ahead and treat them like appointments with clients: we begin and end on time. Whoever "
         "cannot come says so as early as possible. Whoever misses more than two sessions in a row talks with the "
         "group about whether the group still fits. We are four to eight people."},
        {"format", "How we work",
         "We work in a form that we have chosen together, with times for each step. The roles go round: everybody "
         "facilitates, everybody brings cases, and nobody does so more than their share. The person who brings the case "
         "decides what help is wanted and what becomes of it. Any of us may pass."},
        {"dual_relationships", "When we also meet elsewhere",
         "We tell each other where else we have to do with one another: as employer and employed, when we refer clients, "
         "as friends or family, in training or in an examination. We talk about what that means here, and we find a way "
         "before it gets in the way."},
        {"conflict", "When something is difficult between us",
         "We raise it soon, first with the person, then in the group. If we do not get further, we ask somebody from "
         "outside whom we all accept. If one of us worries about how a colleague is working, or whether that colleague "
         "is well enough to work, we say it to them directly and kindly, offer help, and only then do what our "
         "profession asks of us."},
        {"joining_leaving", "Joining and leaving",
         "We decide together, before anybody is asked, whether somebody new may join; each of us may say no. Whoever "
         "wants to leave tells the group and comes once more to say goodbye. What a member brought stays confidential "
         "afterwards, and a member who leaves takes their own records along and nothing of the others'."},
        {"records", "What is written down",
         "Each case is erased thirty days after its session; ideas go to the person who brought it. What we keep is who "
         "took part, when and in which role, because we may need to prove it; and what we thought of the sessions, "
         "without names. What belongs in a client's file each of us writes there ourselves, and nowhere else."},
        {"review", "Looking at this again",
         "Every six months we read this agreement again and ask whether it still fits: how we work, who is missing, "
         "whether we have drifted into therapy or into small talk. Each change is a new version, and counts when we have "
         "all signed it. We also say in good time when the group should end, and end it well."},
        {"jurisdiction", "Law, insurance, professional bodies",
         "Each of us knows the rules of our own country, chamber or association about confidentiality, consent, records "
         "and reporting, and keeps to them. Each of us has the insurance our work needs. Where our rules differ, the "
         "stricter one holds in this group."},
    };
}

bool is_template_key(std::string_view key) {
    static const auto all = template_en();
    return std::any_of(all.begin(), all.end(), [key](const auto& clause) { return clause.key == key; });
}

}  // namespace covision::groups
