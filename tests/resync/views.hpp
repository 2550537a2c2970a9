#pragma once
// What there is to see, and which events concern it, as the client says it (`on` of useQuery).

#include <string>
#include <vector>

namespace covision::resync {

struct View {
    const char* method;
    std::vector<std::string> on;  // "feature." or a kind; of the group's feed and of the account's own
    bool of_session = false;
    bool of_time = false;  // shows what is ahead: changes without an event
};

inline const std::vector<View>& views() {
    static const std::vector<View> all{
        {"groups.show", {"groups."}},
        {"groups.agreement", {"groups."}},
        {"groups.invitations", {"groups."}, false, true},
        {"schedule.list", {"schedule.", "groups.", "consultation."}, false, true},
        {"schedule.series", {"schedule."}, false, true},
        {"schedule.settings", {"schedule.settings_changed"}},
        {"schedule.polls", {"schedule.poll_changed", "groups."}},
        {"rota.show", {"rota.", "schedule.", "groups.", "cases.", "consultation."}, false, true},
        {"cases.list", {"cases.", "schedule.", "groups."}},
        {"cases.policy", {"cases.policy_changed", "groups."}},
        {"evaluation.trend", {"evaluation.", "schedule.session_held"}},
        // A run comes whole with each event; that it has begun is asked for once.
        {"consultation.show", {"cases.", "schedule.", "rota.changed", "groups.", "consultation.format_changed"}, true},
        {"consultation.formats", {"consultation.format_changed"}},
        {"evaluation.show", {"evaluation.", "groups."}, true},
        // Behind signing, and of the part that runs: a card that comes up again is read anew.
        {"ideas.list", {"ideas.", "cases.", "groups.", "consultation.changed"}, true},
        {"ideas.gift", {"ideas.", "cases.", "groups.", "consultation.changed"}, true},
        {"ideas.step", {"ideas.", "groups.", "consultation.changed"}, true, true},
        {"ideas.echoes", {"ideas.", "groups.", "schedule.session_held"}},
    };
    return all;
}

}  // namespace covision::resync
