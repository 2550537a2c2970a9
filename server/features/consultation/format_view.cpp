// Formats as messages, in the reader's language.

#include "server/features/consultation/calls.hpp"

namespace covision::consultation {
namespace {

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

protocol::Format to_message(const Format& format, protocol::Language language) {
    protocol::Format message;
    message.code = format.code;
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

}  // namespace

protocol::Formats list_formats(call::Read& read, const protocol::FormatsRequest& params) {
    if (params.group) groups::permit(read, *params.group, groups::Need::member);
    protocol::Formats result;
    for (const auto all : {formats(), frames()})
        for (const auto& format : all) result.formats.push_back(to_message(format, params.language));
    return result;
}

}  // namespace covision::consultation
