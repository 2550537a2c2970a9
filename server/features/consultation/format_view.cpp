// Formats as a group has them, in the reader's language, and changing them.

#include <algorithm>

#include "server/features/consultation/calls.hpp"
#include "server/features/consultation/own_format.hpp"
#include "server/features/consultation/topics.hpp"

namespace covision::consultation {
namespace {

using groups::Member;
using groups::Need;

const std::string& in(const Words& words, protocol::Language language) {
    return language == protocol::Language::de ? words.de : words.en;
}

protocol::FormatPhase to_message(const Phase& phase, protocol::Language language) {
    protocol::FormatPhase message;
    message.code = phase.code;
    message.title = in(phase.title, language);
    message.minutes = phase.minutes;
    message.min_minutes = phase.min_minutes;
    message.max_minutes = phase.max_minutes;
    message.own_minutes = phase.own_minutes;
    message.speakers = static_cast<protocol::Speakers>(phase.speakers);
    message.presenter = static_cast<protocol::PresenterDoes>(phase.presenter);
    message.advice = phase.advice;
    message.in_turns = phase.in_turns;
    message.may_pass = phase.may_pass;
    message.aim = in(phase.aim, language);
    message.script = in(phase.script, language);
    return message;
}

protocol::Format to_message(const Format& format, std::int64_t version, bool own, protocol::Language language) {
    protocol::Format message;
    message.code = format.code;
    message.version = version;
    message.own = own;
    message.frame = format.frame;
    message.name = in(format.name, language);
    message.source = in(format.source, language);
    message.minutes = format.minutes();
    message.min_people = format.min_people;
    message.max_people = format.max_people;
    message.has_case = format.has_case;
    for (const auto& phase : format.phases) message.phases.push_back(to_message(phase, language));
    return message;
}

const OwnFormat* find(const std::vector<OwnFormat>& own, const std::string& format) {
    const auto found = std::find_if(own.begin(), own.end(), [&](const auto& each) { return each.format == format; });
    return found == own.end() ? nullptr : &*found;
}

/// What is listed tells all that there is to show of this item. A frame's minutes stand in the item.
bool tells(const Format& format, const Item& item) {
    const auto same = [&](const Phase& phase, const Stretch& stretch) {
        return phase.code == stretch.code && (item.phases.size() == 1 || phase.minutes == stretch.minutes);
    };
    return std::equal(format.phases.begin(), format.phases.end(), item.phases.begin(), item.phases.end(), same);
}

bool is_listed(const std::vector<OwnFormat>& own, const Item& item) {
    const auto* format = find_format(item.format);
    const auto* mine = find(own, item.format);
    if (format == nullptr || item.version != (mine == nullptr ? 0 : mine->version)) return false;
    return mine == nullptr ? tells(*format, item) : tells(with_own(*format, mine->phases), item);
}

}  // namespace

protocol::Formats list_formats(call::Read& read, const protocol::FormatsRequest& params) {
    std::vector<OwnFormat> own;
    if (params.group) own = own_formats(read.db, groups::permit(read, *params.group, Need::member));
    protocol::Formats result;
    for (const auto part : {formats(), frames()})
        for (const auto& format : part) {
            const auto* mine = find(own, format.code);
            result.formats.push_back(mine == nullptr ? to_message(format, 0, false, params.language)
                                                     : to_message(with_own(format, mine->phases), mine->version,
                                                                  !mine->phases.empty(), params.language));
        }
    return result;
}

std::vector<protocol::Format> formats_of_run(call::Read& read, const Member& member, const RunRow& row,
                                             protocol::Language language) {
    const auto own = own_formats(read.db, member);
    std::vector<protocol::Format> more;
    for (const auto& item : row.agenda) {
        const auto told = [&](const auto& each) { return each.code == item.format && each.version == item.version; };
        if (is_listed(own, item) || std::any_of(more.begin(), more.end(), told)) continue;
        const auto known = find_version(read.db, member, item.format, item.version);
        more.push_back(to_message(as_run(item, known ? &*known : nullptr), item.version, item.version != 0, language));
    }
    return more;
}

protocol::FormatVersion set_format(call::Write& write, const protocol::FormatChange& params) {
    const auto member = groups::permit(write, params.group, Need::organiser);
    const auto* builtin = find_format(params.format.value);
    if (builtin == nullptr) throw Refused("unknown_format", "There is no format of this name. Choose one of the list.");
    OwnFormat before;
    for (auto& each : own_formats(write.db, member))
        if (each.format == builtin->code) before = std::move(each);
    if (params.version != before.version)
        throw Refused("stale", "Somebody was quicker. Look again and repeat it if it is still wanted.",
                      {{"version", std::to_string(before.version)}});
    std::vector<OwnPhase> phases;
    for (const auto& phase : params.phases)
        phases.push_back({phase.code.value, static_cast<int>(phase.minutes), phase.script ? phase.script->value : ""});
    OwnFormat own{builtin->code, before.version + 1, difference(*builtin, phases)};
    if (own.phases == before.phases) throw Refused("unchanged", "The format says this already.");
    add_version(write, member, own);
    write.audit("consultation.format_changed", member.group(), own.format);
    protocol::FormatVersion changed{own.format, own.version};
    write.emit(format_changed, member.group(), changed);
    return changed;
}

}  // namespace covision::consultation
