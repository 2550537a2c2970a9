#pragma once
// The plan as a function of a message: what `covision rota plan` answers. The same plan() as everywhere, no database.

#include "protocol/messages/rota_plan.hpp"
#include "server/features/rota/rules.hpp"

namespace covision::rota {

/// The scenario as plan() sees it: shares counted from its ledger, leaves turned into absences. Throws
/// protocol::DecodeError where a name stands twice, a pin is neither swapped nor chosen, a leave ends before it begins.
Group group_of(const protocol::RotaScenario& scenario);

/// plan() and who would stand in, for the scenario's next sessions. Throws as above.
protocol::RotaPlan plan_of(const protocol::RotaScenario& scenario);

}  // namespace covision::rota
