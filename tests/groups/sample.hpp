#pragma once
// A valid value of any described type as JSON, with the ids that a test names. For tests that go over every method.

#include <map>
#include <string>

#include "protocol/json.hpp"

namespace covision::test {

/// `ids`: member name -> id. Ids that are not named there get `other`; optional ones are left out.
struct Sample {
    std::map<std::string, std::string, std::less<>> ids;
    std::string other = "00000000-0000-4000-8000-000000000000";

    std::string of(const protocol::Type& type, std::string_view name = {}) const {
        using protocol::Kind;
        switch (type.kind) {
            case Kind::boolean: return "true";
            case Kind::integer:
                return std::to_string(type.lowest > 1 ? type.lowest : type.highest < 1 ? type.highest : 1);
            case Kind::real: return "1";
            case Kind::text:
            case Kind::confidential:
            case Kind::secret: return '"' + std::string(type.min > 0 ? type.min : 1, 'x') + '"';
            case Kind::id: return '"' + id(name) + '"';
            case Kind::time: return "\"2026-12-01T15:30:00Z\"";
            case Kind::local_time: return "\"2026-12-01T16:30\"";
            case Kind::local_date: return "\"2026-12-01\"";
            case Kind::enumeration: return '"' + std::string(type.enumerators.at(0).name) + '"';
            case Kind::list: return list(type, name);
            case Kind::optional: return ids.find(name) != ids.end() ? of(*type.element, name) : "null";
            case Kind::structure:
            case Kind::empty: return structure(type);
        }
        return "null";
    }

private:
    std::string id(std::string_view name) const {
        const auto found = ids.find(name);
        return found == ids.end() ? other : found->second;
    }
    std::string list(const protocol::Type& type, std::string_view name) const {
        std::string json = "[";
        for (std::size_t i = 0; i < type.min; ++i) json += (i ? "," : "") + of(*type.element, name);
        return json + "]";
    }
    std::string structure(const protocol::Type& type) const {
        std::string json = "{";
        for (const auto& field : type.fields)
            json += (json.size() > 1 ? ",\"" : "\"") + std::string(field.name) + "\":" + of(*field.type, field.name);
        return json + "}";
    }
};

}  // namespace covision::test
