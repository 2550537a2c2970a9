#include "server/features/calendar/ical.hpp"

#include <libical/ical.h>

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <stdexcept>

#include "server/features/calendar/clock_changes.hpp"
#include "server/features/schedule/zone.hpp"

namespace covision::calendar {
namespace {

using std::chrono::seconds;

struct Free {
    void operator()(icalcomponent* component) const { icalcomponent_free(component); }
    void operator()(char* text) const { icalmemory_free_buffer(text); }
};
using Component = std::unique_ptr<icalcomponent, Free>;

Component make(icalcomponent_kind kind) { return Component(icalcomponent_new(kind)); }

void add(icalcomponent* to, icalproperty* property) { icalcomponent_add_property(to, property); }

void add_x(icalcomponent* to, const char* name, const std::string& value) {
    auto* property = icalproperty_new_x(value.c_str());
    icalproperty_set_x_name(property, name);
    add(to, property);
}

icaltimetype wall(std::chrono::local_seconds at) {
    const auto day = std::chrono::floor<std::chrono::days>(at);
    const std::chrono::year_month_day date{day};
    const std::chrono::hh_mm_ss time{at - day};
    auto made = icaltime_null_time();
    made.year = static_cast<int>(date.year());
    made.month = static_cast<int>(static_cast<unsigned>(date.month()));
    made.day = static_cast<int>(static_cast<unsigned>(date.day()));
    made.hour = static_cast<int>(time.hours().count());
    made.minute = static_cast<int>(time.minutes().count());
    made.second = static_cast<int>(time.seconds().count());
    return made;
}

icaltimetype utc(Instant at) {
    auto made = wall(std::chrono::local_seconds{std::chrono::floor<seconds>(at).time_since_epoch()});
    made.zone = icaltimezone_get_utc_timezone();
    return made;
}

/// Whether the clocks show `local` twice, once at `at`.
bool is_shown_twice(Instant at, std::chrono::local_seconds local, const std::string& zone) {
    const auto own = schedule::offset_at(at, zone);
    for (const auto near : {at - std::chrono::days{1}, at + std::chrono::days{1}}) {
        const auto other = schedule::offset_at(near, zone);
        const Instant again{local.time_since_epoch() - other};
        if (other != own && schedule::offset_at(again, zone) == other) return true;
    }
    return false;
}

/// By the zone's clocks; in the hour that they show twice in UTC, since not every calendar takes the first of the two.
void add_time(icalcomponent* to, icalproperty* (*property)(icaltimetype), Instant at, const std::string& zone) {
    const auto utc_seconds = std::chrono::floor<seconds>(at);
    const std::chrono::local_seconds local{utc_seconds.time_since_epoch() + schedule::offset_at(at, zone)};
    if (is_shown_twice(at, local, zone)) return add(to, property(utc(at)));
    auto* made = property(wall(local));
    icalproperty_add_parameter(made, icalparameter_new_tzid(zone.c_str()));
    add(to, made);
}

// ---- VTIMEZONE ----

void add_observance(icalcomponent* to, std::chrono::local_seconds begins, seconds from, seconds after,
                    const std::string& rule) {
    auto* part = icalcomponent_new(after > from ? ICAL_XDAYLIGHT_COMPONENT : ICAL_XSTANDARD_COMPONENT);
    add(part, icalproperty_new_dtstart(wall(begins)));
    add(part, icalproperty_new_tzoffsetfrom(static_cast<int>(from.count())));
    add(part, icalproperty_new_tzoffsetto(static_cast<int>(after.count())));
    if (!rule.empty()) add(part, icalproperty_new_rrule(icalrecurrencetype_from_string(rule.c_str())));
    icalcomponent_add_component(to, part);
}

std::string rule_text(const Yearly& yearly) {
    static constexpr std::array<const char*, 7> days{"SU", "MO", "TU", "WE", "TH", "FR", "SA"};
    return "FREQ=YEARLY;BYMONTH=" + std::to_string(yearly.month) + ";BYDAY=" + std::to_string(yearly.nth) +
           days[yearly.weekday];
}

Component zone_part(const std::string& zone, Instant first, Instant last) {
    auto made = make(ICAL_VTIMEZONE_COMPONENT);
    add(made.get(), icalproperty_new_tzid(zone.c_str()));
    const auto span = zone_span(zone, first, last);
    // From 1970 on, as other calendars write rules: some take a zone that begins later for UTC.
    constexpr std::chrono::year begin{1970};
    for (const auto& one : span.yearly)
        add_observance(made.get(), shown_in(one, begin), one.first.from, one.first.to, rule_text(one));
    if (span.yearly.empty())
        add_observance(made.get(), std::chrono::local_seconds{}, span.start_offset, span.start_offset, "");
    for (const auto& one : span.single) add_observance(made.get(), one.shown(), one.from, one.to, "");
    return made;
}

void add_zones(icalcomponent* to, const std::vector<Entry>& entries) {
    std::map<std::string, std::pair<Instant, Instant>> spans;
    for (const auto& entry : entries) {
        auto& span = spans.try_emplace(entry.zone, entry.starts, entry.ends).first->second;
        span.first = std::min(span.first, entry.starts);
        span.second = std::max(span.second, entry.ends);
    }
    for (const auto& [zone, span] : spans)
        icalcomponent_add_component(to, zone_part(zone, span.first, span.second).release());
}

// ---- VEVENT ----

/// An address is written as it is: with a line break in it, what follows would be read as properties.
bool is_one_word(const std::string& address) {
    return std::all_of(address.begin(), address.end(), [](char c) { return static_cast<unsigned char>(c) > ' '; });
}

/// Without what would end a quoted parameter.
std::string parameter_text(std::string text) {
    for (auto& c : text)
        if (c == '"' || static_cast<unsigned char>(c) < ' ') c = ' ';
    return text;
}

void add_parties(icalcomponent* to, const Parties& parties) {
    auto* organizer = icalproperty_new_organizer(("mailto:" + parties.from).c_str());
    icalproperty_add_parameter(organizer, icalparameter_new_cn(parameter_text(parties.from_name).c_str()));
    add(to, organizer);
    auto* attendee = icalproperty_new_attendee(("mailto:" + parties.to).c_str());
    const auto status = parties.coming       ? ICAL_PARTSTAT_ACCEPTED
                        : parties.not_coming ? ICAL_PARTSTAT_DECLINED
                                             : ICAL_PARTSTAT_NEEDSACTION;
    icalproperty_add_parameter(attendee, icalparameter_new_cn(parameter_text(parties.to_name).c_str()));
    icalproperty_add_parameter(attendee, icalparameter_new_role(ICAL_ROLE_REQPARTICIPANT));
    icalproperty_add_parameter(attendee, icalparameter_new_partstat(status));
    // Answers come by the mail's own links: a calendar's would be a mail to nobody.
    icalproperty_add_parameter(attendee, icalparameter_new_rsvp(ICAL_RSVP_FALSE));
    add(to, attendee);
}

void add_event(icalcomponent* to, const Entry& entry, Instant stamp) {
    auto* event = icalcomponent_new(ICAL_VEVENT_COMPONENT);
    add(event, icalproperty_new_uid(entry.uid.c_str()));
    add(event, icalproperty_new_dtstamp(utc(stamp)));
    add(event, icalproperty_new_lastmodified(utc(entry.changed)));
    add(event, icalproperty_new_sequence(static_cast<int>(entry.sequence)));
    add_time(event, &icalproperty_new_dtstart, entry.starts, entry.zone);
    add_time(event, &icalproperty_new_dtend, entry.ends, entry.zone);
    add(event, icalproperty_new_summary(entry.title.c_str()));
    if (!entry.description.empty()) add(event, icalproperty_new_description(entry.description.c_str()));
    if (!entry.location.empty()) add(event, icalproperty_new_location(entry.location.c_str()));
    if (!entry.url.empty() && is_one_word(entry.url)) add(event, icalproperty_new_url(entry.url.c_str()));
    add(event, icalproperty_new_status(entry.cancelled ? ICAL_STATUS_CANCELLED : ICAL_STATUS_CONFIRMED));
    // Who shares a calendar shares when, not what.
    add(event, icalproperty_new_class(ICAL_CLASS_PRIVATE));
    if (entry.parties) add_parties(event, *entry.parties);
    icalcomponent_add_component(to, event);
}

icalproperty_method method_of(Method method) {
    switch (method) {
        case Method::request: return ICAL_METHOD_REQUEST;
        case Method::cancel: return ICAL_METHOD_CANCEL;
        default: return ICAL_METHOD_PUBLISH;
    }
}

}  // namespace

std::string to_text(const Calendar& calendar) {
    auto made = make(ICAL_VCALENDAR_COMPONENT);
    add(made.get(), icalproperty_new_prodid("-//Covision//Covision//EN"));
    add(made.get(), icalproperty_new_version("2.0"));
    add(made.get(), icalproperty_new_calscale("GREGORIAN"));
    add(made.get(), icalproperty_new_method(method_of(calendar.method)));
    if (!calendar.name.empty()) {
        add_x(made.get(), "X-WR-CALNAME", calendar.name);
        add_x(made.get(), "X-PUBLISHED-TTL", "PT1H");
    }
    add_zones(made.get(), calendar.entries);
    for (const auto& entry : calendar.entries) add_event(made.get(), entry, calendar.stamp);
    const std::unique_ptr<char, Free> text(icalcomponent_as_ical_string_r(made.get()));
    if (!text) throw std::runtime_error("libical wrote nothing");
    return text.get();
}

}  // namespace covision::calendar
