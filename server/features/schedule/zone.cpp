#include "server/features/schedule/zone.hpp"

#include <date/tz.h>

#include <fstream>
#include <iterator>
#include <map>
#include <mutex>
#include <stdexcept>

#include "server/base/refused.hpp"
#include "server/features/schedule/posix_zone.hpp"

namespace covision::schedule {

namespace {

using std::chrono::seconds;
using std::chrono::sys_seconds;

/// A zone's file has its own rule for the years after its list as the last line (RFC 8536 §3.3).
std::optional<PosixZone> read_footer(const std::string& name) {
    std::ifstream file("/usr/share/zoneinfo/" + name, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    if (bytes.size() < 2 || bytes.back() != '\n') return std::nullopt;
    const auto line = bytes.rfind('\n', bytes.size() - 2);
    if (line == bytes.npos) return std::nullopt;
    return PosixZone::parse(std::string_view(bytes).substr(line + 1, bytes.size() - line - 2));
}

const std::optional<PosixZone>& footer(const std::string& name) {
    static std::mutex mutex;
    static std::map<std::string, std::optional<PosixZone>> known;  // grows by zone names only, all checked before
    const std::lock_guard lock(mutex);
    const auto at = known.find(name);
    return at != known.end() ? at->second : known.emplace(name, read_footer(name)).first->second;
}

const date::time_zone* find(std::string_view name) {
    // "localtime" is whatever this server is set to: no zone of its own.
    if (name == "localtime") return nullptr;
    try {
        return date::locate_zone(name);
    } catch (const std::runtime_error&) {
        return nullptr;
    }
}

const date::time_zone& located(std::string_view name) {
    const auto* zone = find(name);
    if (!zone) throw Refused("zone_unknown", "Choose a time zone from the list, such as Europe/Berlin.");
    return *zone;
}

seconds offset_of(const date::time_zone& zone, sys_seconds at) {
    const auto info = zone.get_info(at);
    static const sys_seconds listed_to = std::chrono::sys_days{std::chrono::year{2500} / 1 / 1};
    if (info.end > listed_to) {  // past the last change in the list
        if (const auto& rule = footer(zone.name())) return rule->offset(at);
    }
    return info.offset;
}

}  // namespace

bool is_zone(std::string_view name) { return find(name) != nullptr; }

Instant to_utc(LocalTime local, std::string_view name) {
    const auto& zone = located(name);
    const sys_seconds wall{local.time_since_epoch()};
    const auto before = offset_of(zone, wall - std::chrono::days{1}),
               after = offset_of(zone, wall + std::chrono::days{1});
    if (offset_of(zone, wall - before) == before) return wall - before;
    if (offset_of(zone, wall - after) == after) return wall - after;
    return wall - before;  // in the gap
}

Instant to_utc(std::string_view local, std::string_view zone) {
    const auto at = parse_local_time(local);
    if (!at) throw Refused("bad_time", "Write the local time like 2026-11-24T16:30.");
    return to_utc(*at, zone);
}

seconds offset_at(Instant at, std::string_view zone) {
    return offset_of(located(zone), std::chrono::floor<seconds>(at));
}

std::string to_local(Instant at, std::string_view zone) {
    const auto wall = at.time_since_epoch() + offset_at(at, zone);
    return to_text(LocalTime{std::chrono::floor<std::chrono::minutes>(wall)});
}

}  // namespace covision::schedule
