#include "server/base/counters.hpp"

namespace covision {
namespace {
// Counters register before main() on one thread, so the list needs no lock.
Counter*& first() {
    static Counter* head = nullptr;
    return head;
}
}  // namespace

Counter::Counter(const char* name, const char* help, Kind kind)
    : name_(name), help_(help), kind_(kind), next_(first()) {
    first() = this;
}

std::string Counter::exposition() {
    std::string text;
    for (const Counter* c = first(); c != nullptr; c = c->next_) {
        text.append("# HELP ").append(c->name_).append(" ").append(c->help_);
        text.append("\n# TYPE ").append(c->name_).append(c->kind_ == Kind::gauge ? " gauge\n" : " counter\n");
        text.append(c->name_).append(" ").append(std::to_string(c->value())).append("\n");
    }
    return text;
}

}  // namespace covision
