#pragma once
// A circle in a house with every feature.

#include "protocol/messages/home.hpp"
#include "server/features/home/methods.hpp"
#include "server/features/ideas/methods.hpp"
#include "tests/evaluation/rated.hpp"

namespace covision::test {

class Whole : public Rating {
protected:
    static void enter_all(call::Table& table) {
        enter_evaluation(table);
        ideas::methods(table);
        home::methods(table);
    }
    Whole() : Rating(&enter_all) {}

    protocol::Home home(const Caller& caller) { return house.call<protocol::Home>(caller, "home.show", Empty{}); }
    std::vector<protocol::Task> tasks(const Caller& caller, protocol::TaskKind kind) {
        std::vector<protocol::Task> found;
        for (const auto& task : home(caller).tasks)
            if (task.kind == kind) found.push_back(task);
        return found;
    }
};

}  // namespace covision::test
