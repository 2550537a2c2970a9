#include "protocol/openrpc.hpp"

#include "protocol/text.hpp"

namespace covision::protocol {
namespace {

std::string quoted(std::string_view text) {
    std::string json;
    append_quoted(json, text);
    return json;
}

std::string reference(const Type& type) { return R"({"$ref":"#/components/schemas/)" + std::string(type.name) + "\"}"; }

std::string text_schema(const Type& type, std::string_view more) {
    std::string json = R"({"type":"string")";
    if (type.min > 0) json += R"(,"minLength":)" + std::to_string(type.min);
    json += R"(,"maxLength":)" + std::to_string(type.max);
    return json.append(more) += '}';
}

std::string list_schema(const Type& type, const std::string& items) {
    std::string json = R"({"type":"array","items":)" + items;
    if (type.min > 0) json += R"(,"minItems":)" + std::to_string(type.min);
    return json + R"(,"maxItems":)" + std::to_string(type.max) + '}';
}

/// The schema of a member: by reference for what has a name.
std::string schema(const Type& type) {
    switch (type.kind) {
        case Kind::boolean: return R"({"type":"boolean"})";
        case Kind::integer:
            return R"({"type":"integer","minimum":)" + std::to_string(type.lowest) + R"(,"maximum":)" +
                   std::to_string(type.highest) + '}';
        case Kind::real: return R"({"type":"number"})";
        case Kind::text: return text_schema(type, "");
        case Kind::confidential: return text_schema(type, R"(,"x-confidential":true)");
        case Kind::secret: return text_schema(type, R"(,"format":"password")");
        case Kind::id: return R"({"type":"string","format":"uuid"})";
        case Kind::time: return R"({"type":"string","format":"date-time"})";
        case Kind::local_time: return R"({"type":"string","pattern":"^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}$"})";
        case Kind::local_date: return R"({"type":"string","format":"date"})";
        case Kind::list: return list_schema(type, schema(*type.element));
        case Kind::optional: return schema(*type.element);
        case Kind::enumeration:
        case Kind::structure:
        case Kind::empty: break;
    }
    return reference(type);
}

std::string enumeration(const Type& type) {
    std::string names;
    for (const auto& each : type.enumerators) names += (names.empty() ? "" : ",") + quoted(each.name);
    return R"({"type":"string","enum":[)" + names + "]}";
}

std::string structure(const Type& type) {
    std::string members, required;
    for (const auto& field : type.fields) {
        members += (members.empty() ? "" : ",") + quoted(field.name) + ':' + schema(*field.type);
        if (field.type->kind != Kind::optional) required += (required.empty() ? "" : ",") + quoted(field.name);
    }
    return R"({"type":"object","additionalProperties":false,"properties":{)" + members + R"(},"required":[)" +
           required + "]}";
}

std::string params(const Type& type) {
    std::string json;
    for (const auto& field : type.fields) {
        if (!json.empty()) json += ',';
        json += R"({"name":)" + quoted(field.name) + R"(,"required":)" +
                (field.type->kind == Kind::optional ? "false" : "true") + R"(,"schema":)" + schema(*field.type) + '}';
    }
    return '[' + json + ']';
}

std::string method(const MethodType& method) {
    return R"({"name":)" + quoted(method.name) + R"(,"summary":)" + quoted(method.summary) +
           R"(,"paramStructure":"by-name","params":)" + params(*method.params) + R"(,"result":{"name":)" +
           quoted(method.result->name) + R"(,"schema":)" + schema(*method.result) + R"(},"x-kind":)" +
           quoted(method.kind) + '}';
}

template <class All, class Write>
std::string joined(const All& all, Write write) {
    std::string json;
    for (const auto& each : all) {
        if (!json.empty()) json += ',';
        json += write(each);
    }
    return json;
}

}  // namespace

std::string openrpc(const Interface& interface) {
    check(interface);
    const auto component = [](const Type* type) {
        return quoted(type->name) + ':' + (type->kind == Kind::enumeration ? enumeration(*type) : structure(*type));
    };
    const auto event = [](const EventType& type) { return quoted(type.kind) + ':' + schema(*type.data); };
    return R"({"openrpc":"1.2.6","info":{"title":"Covision","version":)" + quoted(protocol_version(interface)) +
           R"(},"methods":[)" + joined(interface.methods, method) + R"(],"components":{"schemas":{)" +
           joined(named_types(interface), component) + R"(}},"x-events":{)" + joined(interface.events, event) + "}}";
}

}  // namespace covision::protocol
