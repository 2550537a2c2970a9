#include "protocol/interface.hpp"

#include <algorithm>
#include <cstdint>
#include <set>
#include <stdexcept>

namespace covision::protocol {
namespace {

bool is_structure(const Type& type) { return type.kind == Kind::structure || type.kind == Kind::empty; }

/// Names that the generated TypeScript takes for itself.
constexpr std::string_view reserved[] = {"Methods", "Events", "Id", "Time", "LocalTime", "LocalDate"};

class Collector {
public:
    void add(const Type& type) {
        if (type.element != nullptr) add(*type.element);
        if (!is_structure(type) && type.kind != Kind::enumeration) return;
        if (!seen_.insert(&type).second) return;
        for (const auto& field : type.fields) add(*field.type);
        types_.push_back(&type);
    }
    std::vector<const Type*> take() { return std::move(types_); }

private:
    std::vector<const Type*> types_;
    std::set<const Type*> seen_;
};

/// "feature.verb": two or more words of a-z 0-9 _ with dots between.
bool is_dotted(std::string_view name) {
    const auto is_inner = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; };
    return name.size() <= 64 && name.find('.') != name.npos && name.find("..") == name.npos && name.front() != '.' &&
           name.back() != '.' && std::all_of(name.begin(), name.end(), [&](char c) { return c == '.' || is_inner(c); });
}

[[noreturn]] void fault(const std::string& subject, std::string_view sentence) {
    throw std::logic_error(subject + ' ' + std::string(sentence));
}

/// FNV-1a over everything that matters to the other end.
class Fingerprint {
public:
    void add(std::string_view text) {
        for (const char c : text) step(static_cast<unsigned char>(c));
        step(0);
    }
    void add(std::int64_t number) { add(std::string_view(std::to_string(number))); }
    void add(const Type& type) {
        add(static_cast<std::int64_t>(type.kind));
        add(type.name);
        for (const auto limit : {type.min, type.max}) add(static_cast<std::int64_t>(limit));
        add(type.lowest);
        add(type.highest);
        if (type.element != nullptr) add(*type.element);
    }
    void add_all_of(const Type& type) {
        add(type);
        for (const auto& each : type.enumerators) add(each.name);
        for (const auto& field : type.fields) {
            add(field.name);
            add(*field.type);
        }
    }
    std::string text() const {
        constexpr std::string_view digits = "0123456789abcdef";
        std::string hex;
        for (int shift = 60; shift >= 0; shift -= 4) hex += digits[hash_ >> shift & 15];
        return hex;
    }

private:
    void step(unsigned char byte) { hash_ = (hash_ ^ byte) * 0x100000001b3; }
    std::uint64_t hash_ = 0xcbf29ce484222325;
};

void check_method(const MethodType& method) {
    if (!is_dotted(method.name)) fault(method.name, "is not a method's name like groups.create");
    if (!is_structure(*method.params) || !is_structure(*method.result))
        fault(method.name, "must take and give structures");
    if (method.kind == "write" && contains(*method.result, Kind::confidential)) {
        fault(method.name, "writes, so its result is kept, so it must not be confidential");
    }
}

void check_event(const EventType& event) {
    if (!is_dotted(event.kind)) fault(event.kind, "is not an event's kind like groups.created");
    if (!is_structure(*event.data)) fault(event.kind, "must carry a structure");
    if (contains(*event.data, Kind::confidential) || contains(*event.data, Kind::secret)) {
        fault(event.kind, "is an event, so it must not carry what is confidential or secret");
    }
}

}  // namespace

std::vector<const Type*> named_types(const Interface& interface) {
    Collector collector;
    for (const auto& method : interface.methods) {
        collector.add(*method.params);
        collector.add(*method.result);
    }
    for (const auto& event : interface.events) collector.add(*event.data);
    for (const auto* other : interface.others) collector.add(*other);
    return collector.take();
}

std::vector<const Type*> sent_types(const Interface& interface) {
    Collector collector;
    for (const auto& method : interface.methods) collector.add(*method.params);
    for (const auto* other : interface.others) collector.add(*other);
    return collector.take();
}

bool contains(const Type& type, Kind kind) {
    if (type.kind == kind) return true;
    if (type.element != nullptr && contains(*type.element, kind)) return true;
    return std::any_of(type.fields.begin(), type.fields.end(),
                       [&](const Field& field) { return contains(*field.type, kind); });
}

void check(const Interface& interface) {
    std::set<std::string_view> names(std::begin(reserved), std::end(reserved));
    for (const auto* type : named_types(interface)) {
        if (!names.insert(type->name).second) fault(std::string(type->name), "names two types");
    }
    std::set<std::string_view> methods;
    for (const auto& method : interface.methods) {
        check_method(method);
        if (!methods.insert(method.name).second) fault(method.name, "is two methods");
    }
    std::set<std::string_view> kinds;
    for (const auto& event : interface.events) {
        check_event(event);
        if (!kinds.insert(event.kind).second) fault(event.kind, "is two events");
    }
}

std::string protocol_version(const Interface& interface) {
    Fingerprint print;
    print.add(subprotocol);
    for (const auto* type : named_types(interface)) print.add_all_of(*type);
    for (const auto& method : interface.methods) {
        print.add(method.name);
        print.add(*method.params);
        print.add(*method.result);
        print.add(method.kind);
    }
    for (const auto& event : interface.events) {
        print.add(event.kind);
        print.add(*event.data);
    }
    return print.text();
}

}  // namespace covision::protocol
