#include "server/call/table.hpp"

#include <stdexcept>

namespace covision::call {

namespace {

std::string kind_name(Kind kind) {
    switch (kind) {
        case Kind::read: return "read";
        case Kind::write: return "write";
        case Kind::witness: return "witness";
    }
    throw std::logic_error("a kind of method without a name");
}

}  // namespace

void Table::add(Method method) {
    auto name = method.name;
    if (!methods_.emplace(name, std::move(method)).second)
        throw std::logic_error("the method " + name + " is entered twice");
}

const Method* Table::find(std::string_view name) const {
    auto found = methods_.find(name);
    return found == methods_.end() ? nullptr : &found->second;
}

const DueHandler* Table::find_due(const std::string& kind) const {
    auto found = due_.find(kind);
    return found == due_.end() ? nullptr : &found->second;
}

void Table::react(Write& context) const {
    // A copy of what the method itself emitted: reactions may append, and are not reacted to.
    const std::vector<feed::Event> emitted = context.events();
    for (const auto& event : emitted) {
        auto found = reactions_.find(event.kind);
        if (found == reactions_.end()) continue;
        for (const auto& reaction : found->second) reaction(context, event);
    }
}

protocol::Interface Table::interface() const {
    protocol::Interface interface;
    for (const auto& [name, method] : methods_) {
        if (method.open) {
            interface.others.push_back(method.params);
            interface.others.push_back(method.result);
            continue;
        }
        interface.methods.push_back({name, method.summary, method.params, method.result, kind_name(method.kind)});
    }
    interface.events = events_;
    return interface;
}

}  // namespace covision::call
