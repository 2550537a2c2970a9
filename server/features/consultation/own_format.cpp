#include "server/features/consultation/own_format.hpp"

#include <algorithm>

#include "protocol/json.hpp"
#include "protocol/messages/consultation.hpp"
#include "server/base/refused.hpp"

namespace covision::consultation {

struct StoredOwnPhase {
    protocol::Text<40> code;
    std::int64_t minutes = 0;
    protocol::Text<600> script;
};
COVISION_MESSAGE(StoredOwnPhase, code, minutes, script)

struct StoredOwnPhases {
    protocol::List<StoredOwnPhase, 30> phases;
};
COVISION_MESSAGE(StoredOwnPhases, phases)

namespace {

using groups::Member;
using storage::Database;
using storage::Sql;

const Sql insert_version{
    "INSERT INTO own_format (grp, format, version, author, at, phases) VALUES ($1, $2, $3, $4, $5, $6)"};
const Sql select_latest{
    "SELECT format, version, phases FROM own_format a WHERE grp = $1 AND version = "
    "(SELECT max(version) FROM own_format b WHERE b.grp = a.grp AND b.format = a.format)"};
const Sql select_version{
    "SELECT format, version, phases FROM own_format WHERE grp = $1 AND format = $2 AND version = $3"};

const OwnPhase* find(const std::vector<OwnPhase>& own, const std::string& code) {
    const auto found = std::find_if(own.begin(), own.end(), [&](const auto& each) { return each.code == code; });
    return found == own.end() ? nullptr : &*found;
}

void check(const Format& format, const std::vector<OwnPhase>& phases) {
    for (const auto& own : phases) {
        const auto* phase = find_phase(format.code, own.code);
        if (phase == nullptr || find(phases, own.code) != &own)
            throw Refused("unknown_phase", "Name phases of this format, each once.", {{"phase", own.code}});
        if (own.minutes < phase->min_minutes || own.minutes > phase->max_minutes)
            throw Refused("phase_minutes", "A phase keeps within its bounds.", {{"phase", own.code}});
    }
}

}  // namespace

OwnFormat OwnFormat::from(const storage::Row& row) {
    OwnFormat own{row.text(0), row.integer(1), {}};
    for (auto& kept : protocol::decode<StoredOwnPhases>(row.text(2)).phases)
        own.phases.push_back({kept.code.value, static_cast<int>(kept.minutes), kept.script.value});
    return own;
}

std::vector<OwnPhase> difference(const Format& format, const std::vector<OwnPhase>& phases) {
    check(format, phases);
    std::vector<OwnPhase> differs;
    for (const auto& phase : format.phases) {
        const auto* own = find(phases, phase.code);
        if (own == nullptr) continue;
        const bool same_words = own->script == phase.script.en || own->script == phase.script.de;
        OwnPhase kept{own->code, own->minutes, same_words ? "" : own->script};
        if (kept.minutes != phase.minutes || !kept.script.empty()) differs.push_back(std::move(kept));
    }
    return differs;
}

Format with_own(Format format, const std::vector<OwnPhase>& own) {
    for (auto& phase : format.phases) {
        const auto* mine = find(own, phase.code);
        if (mine == nullptr) continue;
        phase.minutes = std::clamp(mine->minutes, phase.min_minutes, phase.max_minutes);
        if (!mine->script.empty()) phase.script = {mine->script, mine->script};
    }
    return format;
}

Format as_run(const Item& item, const Format* known) {
    Format format;
    if (known != nullptr) format = *known;
    if (known == nullptr) format.name = {item.format, item.format};
    format.code = item.format;
    const auto phases = std::move(format.phases);
    format.phases.clear();
    for (const auto& stretch : item.phases) {
        const auto same =
            std::find_if(phases.begin(), phases.end(), [&](const auto& phase) { return phase.code == stretch.code; });
        Phase phase;
        phase.code = stretch.code;
        phase.title = {stretch.code, stretch.code};
        if (same != phases.end()) phase = *same;
        phase.minutes = stretch.minutes;
        format.phases.push_back(std::move(phase));
    }
    return format;
}

std::vector<OwnFormat> own_formats(Database& db, const Member& member) {
    return db.all<OwnFormat>(select_latest, member.group());
}

std::optional<Format> find_version(Database& db, const Member& member, const std::string& format,
                                   std::int64_t version) {
    const auto* builtin = find_format(format);
    if (builtin == nullptr) return std::nullopt;
    if (version == 0) return *builtin;
    const auto own = db.first<OwnFormat>(select_version, member.group(), format, version);
    return own ? std::optional(with_own(*builtin, own->phases)) : std::nullopt;
}

void add_version(call::Write& write, const Member& member, const OwnFormat& own) {
    StoredOwnPhases out;
    for (const auto& phase : own.phases) out.phases.push_back({phase.code, phase.minutes, phase.script});
    write.db.run(insert_version, member.group(), own.format, own.version, member.account(), write.now,
                 protocol::encode(out));
}

}  // namespace covision::consultation
