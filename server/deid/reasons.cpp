// Every reason in plain words, English and German.
#include <array>

#include "server/deid/deid.hpp"

namespace covision::deid {
namespace {

struct Reason {
    std::string_view code, en, de;
};

constexpr Reason reasons[] = {
    {"title_and_name", "A title with a name names a person.", "Eine Anrede mit Namen benennt eine Person."},
    {"full_name", "This looks like a full name.", "Das sieht nach einem vollen Namen aus."},
    {"given_name", "This is a first name.", "Das ist ein Vorname."},
    {"family_name", "This may be a family name.", "Das kann ein Familienname sein."},
    {"unknown_name", "This may be somebody's name.", "Das kann ein Name sein."},
    {"writer", "Who spoke or wrote this.", "Wer dies gesprochen oder geschrieben hat."},
    {"same_name", "This name stands elsewhere in the note.", "Dieser Name steht auch an anderer Stelle."},
    {"email", "An e-mail address leads to a person.", "Eine E-Mail-Adresse führt zu einer Person."},
    {"url", "A web address may lead to a person.", "Eine Internetadresse kann zu einer Person führen."},
    {"ip", "A network address may lead to a person.", "Eine Netzadresse kann zu einer Person führen."},
    {"handle", "A user name leads to a person.", "Ein Benutzername führt zu einer Person."},
    {"phone", "This is a phone number.", "Das ist eine Telefonnummer."},
    {"iban", "This is a bank account number (IBAN).", "Das ist eine Kontonummer (IBAN)."},
    {"card_number", "This is a card number.", "Das ist eine Kartennummer."},
    {"account_number", "This looks like an account number.", "Das sieht nach einer Kontonummer aus."},
    {"nhs_number", "This is an NHS number.", "Das ist eine NHS-Nummer."},
    {"social_security_number", "This is a social security number.", "Das ist eine Sozialversicherungsnummer."},
    {"insurance_number", "This is an insurance or identity number.", "Das ist eine Versicherungs- oder Ausweisnummer."},
    {"tax_number", "This is a tax number.", "Das ist eine Steuernummer."},
    {"record_number", "This number belongs to one record.", "Diese Nummer gehört zu einer bestimmten Akte."},
    {"long_number", "A number this long mostly belongs to one person.",
     "Eine so lange Nummer gehört meist zu einer einzelnen Person."},
    {"code", "This looks like an identifying code.", "Das sieht nach einer Kennung aus."},
    {"access_code", "A code that opens something should stand nowhere.",
     "Eine Zahl, die etwas öffnet, sollte nirgends stehen."},
    {"plate", "This looks like a licence plate.", "Das sieht nach einem Autokennzeichen aus."},
    {"exact_date", "An exact date can identify somebody.", "Ein genaues Datum kann jemanden erkennbar machen."},
    {"birth_date", "A date of birth identifies a person.", "Ein Geburtsdatum macht eine Person erkennbar."},
    {"birth_time", "A time of birth identifies a person.", "Eine Geburtszeit macht eine Person erkennbar."},
    {"month_and_year", "A month with its year narrows it down.", "Ein Monat mit Jahr grenzt stark ein."},
    {"season_and_year", "A season with its year narrows it down.", "Eine Jahreszeit mit Jahr grenzt stark ein."},
    {"feast_and_year", "A feast of one year is a day.", "Ein Fest eines bestimmten Jahres ist ein Tag."},
    {"month_or_season", "Your group wants no times of the year.", "Ihre Gruppe möchte keine Zeiten im Jahr."},
    {"day_of_month", "A day of the month may be an exact date.", "Ein Tag im Monat kann ein genaues Datum sein."},
    {"age_over_89", "Ages over 89 are rare: say over 90.", "Alter über 89 ist selten: besser „über 90“."},
    {"street", "A street or an address leads to a home.", "Eine Straße oder Adresse führt zu einer Wohnung."},
    {"postcode", "A postcode stands for a few houses.", "Eine Postleitzahl grenzt den Wohnort ein."},
    {"place", "A place can identify together with other things.",
     "Ein Ort kann zusammen mit anderem jemanden erkennbar machen."},
    {"organisation", "A named institution can identify together with other things.",
     "Eine genannte Einrichtung kann zusammen mit anderem jemanden erkennbar machen."},
    {"employer_or_school", "An employer or a school can identify somebody.",
     "Ein Arbeitgeber oder eine Schule kann jemanden erkennbar machen."},
    {"public_office", "Few people hold a public office.", "Ein öffentliches Amt haben nur wenige."},
    {"rare_job", "Few people have this job.", "Diesen Beruf haben nur wenige."},
    {"job_age_and_place", "Age, place and job together can tell who it is.",
     "Alter, Ort und Beruf zusammen können verraten, wer es ist."},
    {"rare_disease", "Few people have this illness.", "Diese Krankheit haben nur wenige."},
    {"unusual_family", "A family like this is rare.", "So eine Familie ist selten."},
    {"large_family", "A family of this size is rare.", "Eine so große Familie ist selten."},
    {"in_the_news", "What was in the news can be looked up.", "Was in den Medien war, lässt sich nachlesen."},
    {"direct_speech", "Somebody may recognise their own words. Say it in yours.",
     "Jemand kann die eigenen Worte wiedererkennen. Besser in anderen sagen."},
    {"only_one", "Whoever is the only one somewhere can be recognised.",
     "Wer irgendwo einzigartig ist, kann erkannt werden."},
    {"own_word", "Your group asked to replace this word.", "Ihre Gruppe möchte dieses Wort ersetzt haben."},
};

constexpr std::array<std::string_view, 14> type_names = {"NAME",    "LOCATION", "ORG",        "DATE", "AGE",
                                                         "PHONE",   "EMAIL",    "URL",        "IP",   "ID",
                                                         "ACCOUNT", "PLATE",    "PROFESSION", "RARE"};

}  // namespace

std::string_view type_name(Type type) { return type_names[static_cast<std::size_t>(type)]; }

std::string_view level_name(Level level) { return level == Level::must_replace ? "must_replace" : "review"; }

std::string_view reason(std::string_view reason_code, Language language) {
    for (const Reason& one : reasons) {
        if (one.code == reason_code) return language == Language::de ? one.de : one.en;
    }
    return language == Language::de ? "Das kann jemanden erkennbar machen." : "This may identify somebody.";
}

}  // namespace covision::deid
