#include "server/deid/date_words.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string_view>

#include "server/deid/calendar.hpp"

namespace covision::deid {
namespace {

// Days since some fixed day, good enough to tell distances (proleptic Gregorian, after Hinnant's days_from_civil).
long day_count(int year, int month, int day) {
    year -= month <= 2 ? 1 : 0;
    const long era = year / 400;
    const long of_era = year - era * 400;
    const long of_year = (153L * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year;
}

std::string counted(long count, std::string_view one, std::string_view many, bool german) {
    constexpr std::array<std::string_view, 13> english_words = {
        "", "a", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"};
    constexpr std::array<std::string_view, 13> german_words = {
        "", "", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf"};
    std::string text;
    if (count == 1) return (german ? std::string() : std::string("a ")) + std::string(one);
    if (count <= 12) {
        text = (german ? german_words : english_words)[static_cast<std::size_t>(count)];
    } else {
        text = std::to_string(count);
    }
    return text + ' ' + std::string(many);
}

std::string distance(long days, bool german) {
    const long far = std::labs(days);
    const std::string_view direction = german ? (days < 0 ? "früher" : "später") : (days < 0 ? "earlier" : "later");
    if (far == 0) return german ? "am selben Tag" : "the same day";
    std::string text = german ? "etwa " : "about ";
    if (far < 5) {
        text = german ? "wenige Tage" : "a few days";
    } else if (far < 60) {
        text += counted((far + 3) / 7, german ? "eine Woche" : "week", german ? "Wochen" : "weeks", german);
    } else if (far < 550) {
        text += counted((far + 15) / 30, german ? "einen Monat" : "month", german ? "Monate" : "months", german);
    } else {
        text += counted((far + 182) / 365, german ? "ein Jahr" : "year", german ? "Jahre" : "years", german);
    }
    return text + ' ' + std::string(direction);
}

struct Season {
    std::string_view english, german;
};

// The months of the year in three-month seasons; the first half is "early".
Season season_of(int month) {
    constexpr std::array<Season, 4> seasons = {
        {{"winter", "Winter"}, {"spring", "Frühling"}, {"summer", "Sommer"}, {"autumn", "Herbst"}}};
    return seasons[static_cast<std::size_t>(month % 12 / 3)];
}

bool early(const Day& date) { return date.month % 3 == 0 || (date.month % 3 == 1 && date.day > 0 && date.day <= 15); }

std::string season(const Day& date, bool german, bool day_wanted) {
    const Season season = season_of(date.month);
    if (german) {
        if (date.day == 0) return std::string(season.german);
        return (early(date) ? "Anfang des " : "Ende des ") + std::string(season.german) + 's';
    }
    const std::string plain = (early(date) ? "early " : "late ") + std::string(season.english);
    return day_wanted ? "a day in " + plain : plain;
}

// "on the 3rd of Feb" -> "on the day in late winter"
std::string behind_article(std::string text) {
    if (text.starts_with("a ")) return text.substr(2);
    if (text.starts_with("the ")) return text.substr(4);
    return (text.starts_with("early ") || text.starts_with("late ") ? "day in " : "day ") + text;
}

}  // namespace

// "in March" -> "earlier that year"; "March was hard" -> "that time of the year was hard".
std::vector<std::string> DateWords::time_of_year(const Candidate& candidate, std::size_t token) const {
    const bool german = note_.german;
    const bool alone = note_.from(candidate.end) == token + 1 && !note_.is(token, season_word | feast);
    const bool led = !note_.is(token, month | season_word | feast);
    std::string text;
    if (led) {
        text = german ? "früher in jenem Jahr" : "earlier that year";
    } else {
        text = german ? (alone ? "jener Zeit" : "jene Zeit im Jahr") : "that time of the year";
    }
    if (note_.at(token).sentence_start && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 32);
    return {text};
}

std::vector<std::string> DateWords::propose(const Candidate& candidate) {
    const bool german = note_.german;
    const std::string_view why = candidate.reason;
    if (why == "birth_time") return {german ? "einer bestimmten Uhrzeit" : "a certain hour"};
    if (why == "day_of_month") return {german ? "betreffenden Tag" : "day in question"};
    const std::size_t token = note_.from(candidate.begin);
    if (why == "month_or_season") return time_of_year(candidate, token);
    if (why == "season_and_year" && note_.strictness != Strictness::strict_us)
        return {std::string(note_.view(token)), german ? "jener Zeit" : "that time"};
    if (why == "feast_and_year" || why == "season_and_year") return {german ? "jener Zeit" : "that time"};
    const Day date = read_date(note_, token);
    if (date.month == 0) return {german ? "einem bestimmten Tag" : "a certain day"};
    // After "on", "since", "am" a day must stand; by itself the shorter form reads better.
    const std::size_t before = note_.word_before(token);
    const bool wants_day = before + 1 == token && note_.is(before, day_before | place_before) &&
                           !note_.is(before, birth) && note_.joined(token);
    const bool birth_day = why == "birth_date" || (date.year != 0 && note_.sign(token - 1, '*'));  // "*3.5.1985"
    const bool strict_us = note_.strictness == Strictness::strict_us;
    if (date.day == 0 && strict_us)
        return {date.year != 0 ? std::to_string(date.year) : german ? "jener Zeit" : "that time"};
    if (date.day == 0) return {season(date, german, false), german ? "jener Zeit" : "that time"};
    if (birth_day && date.year != 0) {
        const std::string decade = std::to_string(date.year / 10 * 10);
        if (german) return {(wants_day ? "Tag in den " : "in den ") + decade + "er-Jahren"};
        return {(wants_day ? "a day in the " : "in the ") + decade + "s"};
    }
    const long count = day_count(date.year == 0 ? 2000 : date.year, date.month, date.day);
    std::vector<std::string> proposals;
    if (started_ && first_has_year_ == (date.year != 0)) {
        const long days = count - first_;
        const std::string relative = distance(days, german);
        if (!wants_day) {
            proposals.push_back(relative);
        } else if (days == 0) {
            proposals.push_back(german ? "selben Tag" : "the same day");
        } else {
            proposals.push_back((german ? "Tag " : "a day ") + relative);
        }
    }
    if (!started_ && !birth_day) {
        started_ = true;
        first_ = count;
        first_has_year_ = date.year != 0;
    }
    if (!strict_us) {
        const std::string_view article = before + 1 == token ? note_.view(before) : std::string_view{};
        const bool late_after_article = german && !early(date) && (article == "der" || article == "den");
        if (late_after_article) {  // not "der Ende des Sommers"
            const std::string inflected = article == "der" ? "späte " : "späten ";
            proposals.push_back(inflected + std::string(season_of(date.month).german));
        } else {
            proposals.push_back(season(date, german, wants_day));
        }
    } else if (german) {
        proposals.push_back(wants_day ? "betreffenden Tag" : "an einem bestimmten Tag");
    } else {
        proposals.push_back(date.year != 0 && wants_day ? "a day in " + std::to_string(date.year) : "a certain day");
    }
    if (!german && before + 1 == token && note_.view(before) == "the")
        std::transform(proposals.begin(), proposals.end(), proposals.begin(), behind_article);
    return proposals;
}

}  // namespace covision::deid
