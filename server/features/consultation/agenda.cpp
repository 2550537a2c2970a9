#include "server/features/consultation/agenda.hpp"

#include "server/base/refused.hpp"

namespace covision::consultation {

int Item::minutes() const {
    int sum = 0;
    for (const auto& phase : phases) sum += phase.minutes;
    return sum;
}

Item item_of(const Format& format, std::int64_t version, std::optional<int> minutes) {
    Item item;
    item.format = format.code;
    item.version = version;
    for (const auto& phase : format.phases) item.phases.push_back({phase.code, phase.minutes});
    if (!minutes || *minutes == format.minutes()) return item;
    const auto& only = format.phases.front();
    if (format.phases.size() != 1 || *minutes < only.min_minutes || *minutes > only.max_minutes)
        throw Refused("item_minutes", "This part of the agenda cannot take that long.", {{"format", format.code}});
    item.phases.front().minutes = *minutes;
    return item;
}

const Phase* find_phase(const std::string& format, const std::string& code) {
    const auto* found = find_format(format);
    if (found == nullptr) return nullptr;
    for (const auto& phase : found->phases)
        if (phase.code == code) return &phase;
    return nullptr;
}

Lead lead_of_item(const Lead& before, const std::vector<std::string>& others,
                  const std::function<bool(const std::string&)>& able,
                  const std::function<bool(const std::string&)>& at_hand) {
    const auto& rightful = before.lender ? before.lender : before.leader;
    const auto can = [&](const std::optional<std::string>& account) { return account && able(*account); };
    const auto& deputy = can(before.named) ? before.named : before.deputy;
    Lead lead;
    lead.named = before.named;
    if (can(rightful)) {
        lead.leader = rightful;
    } else {
        lead.lender = rightful;
        if (before.leader != rightful && can(before.leader)) lead.leader = before.leader;
        if (rightful && !lead.leader && can(deputy) && at_hand(*deputy)) lead.leader = deputy;
        for (const auto& other : others)
            if (!lead.leader && rightful && able(other) && at_hand(other)) lead.leader = other;
    }
    // Who stood in goes before the deputy of that time, and who was named before both.
    const auto& stood_in = before.leader != rightful ? before.leader : before.deputy;
    for (const auto& each : {before.named, stood_in, before.deputy})
        if (!lead.deputy && each != lead.leader && can(each)) lead.deputy = each;
    return lead;
}

}  // namespace covision::consultation
