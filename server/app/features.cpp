#include "server/app/features.hpp"

#include "protocol/messages/feed.hpp"
#include "protocol/messages/rota_plan.hpp"
#include "server/features/accounts/methods.hpp"
#include "server/features/calendar/methods.hpp"
#include "server/features/cases/methods.hpp"
#include "server/features/consultation/methods.hpp"
#include "server/features/evaluation/methods.hpp"
#include "server/features/groups/methods.hpp"
#include "server/features/home/methods.hpp"
#include "server/features/ideas/methods.hpp"
#include "server/features/rota/methods.hpp"
#include "server/features/schedule/methods.hpp"
#include "server/rpc/dispatcher.hpp"

namespace covision::app {

call::Table all_features() {
    call::Table table;
    accounts::methods(table);
    groups::methods(table);
    schedule::methods(table);
    rota::methods(table);
    calendar::methods(table);
    cases::methods(table);
    consultation::methods(table);
    ideas::methods(table);
    evaluation::methods(table);
    home::methods(table);
    return table;
}

protocol::Interface whole_interface(const call::Table& table) {
    auto interface = table.interface();
    for (auto& method : rpc::builtin_methods()) interface.methods.push_back(std::move(method));
    for (auto& event : rpc::builtin_notifications()) interface.events.push_back(std::move(event));
    // What `covision rota plan` reads and writes.
    interface.others.push_back(&protocol::type_of<protocol::RotaScenario>());
    interface.others.push_back(&protocol::type_of<protocol::RotaPlan>());
    protocol::check(interface);
    return interface;
}

}  // namespace covision::app
