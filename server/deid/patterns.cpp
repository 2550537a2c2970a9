#include "server/deid/patterns.hpp"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string>

#include "server/deid/checksums.hpp"
#include "server/deid/digits.hpp"

namespace covision::deid {
namespace {

// No alternative begins with an unbounded repeat: while one is undecided the search has to read on, and would do so for
// each hit again. What stands before an @ or a .com is taken by reach_back().
// The alternatives in order; each is one group of the trigger. The order matters: the first that matches wins, and a
// validator that refuses lets the search go on one byte later.
enum Kind {
    email = 1,
    url,
    ipv6,
    ipv4,
    hardware,
    iban_form,
    insurance,
    postcode_uk,
    postcode_nl,
    postcode_ca,
    postcode_ie,
    plate,
    handle,
    kinds
};

constexpr const char* alternatives[] = {
    R"re((?:@| ?[\[(](?:at|AT|ät)[\])] ?)(?:[\p{L}0-9-]+(?:\.| ?[\[(](?:dot|DOT|punkt)[\])] ?))+[A-Za-z]{2,24})re",
    R"re((?:https?|ftp)://[^\s<>"]+|www\.[^\s<>"]+|\.(?:(?:at|me|it|be|se|pl|us|ca|co|tv|app)/[^\s<>"]*|(?:com|org|net|edu|gov|info|biz|eu|de|ch|nl|fr|ie|io|es|dk|com\.au|co\.nz|org\.au|co\.uk|org\.uk|ac\.uk|nhs\.uk|gov\.uk)(?:\.[a-z]{2})?(?:/[^\s<>"]*)?))re",
    R"re([0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){2,7})re",
    R"re([0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3})re",
    R"re([0-9A-Fa-f]{2}(?:-[0-9A-Fa-f]{2}){5})re",
    R"re([A-Z]{2}[0-9]{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?)re",
    R"re([A-Z]{2} ?[0-9]{2} ?[0-9]{2} ?[0-9]{2} ?[A-D]|[0-9]{2} ?[0-9]{6} ?[A-Z] ?[0-9]{3}|[0-9]{8}-?[A-Z]|[XYZ]-?[0-9]{7}-?[A-Z])re",
    R"re([A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][ABD-HJLNP-UW-Z]{2})re",
    R"re([1-9][0-9]{3} ?[A-Z]{2})re",
    R"re([ABCEGHJ-NPRSTVXY][0-9][A-Z][ -]?[0-9][A-Z][0-9])re",
    R"re([AC-FHKNPRTV-Y][0-9][0-9W] ?[0-9AC-FHKNPRTV-Y]{4})re",
    R"re([A-Z]{2}[0-9]{2} ?[A-Z]{3}|[A-Z]{2}[ -]?[0-9]{2}[ -]?[A-Z]{1,2}[ -]?[0-9]{4}|[A-Z]{2}-?[0-9]{3}-?[A-Z]{2}|[A-Z][0-9]{1,3} [A-Z]{3}|(?:[A-Z]|Ä|Ö|Ü){1,3}[- ][A-Z]{1,2} ?[0-9]{1,4}[EH]?)re",
    R"re(@[A-Za-z0-9_]{3,30})re",
};

bool word_byte(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || byte >= 0x80;
}

std::string compact(std::string_view text) {
    std::string result;
    for (const char c : text) {
        if (c != ' ' && c != '-') result += c;
    }
    return result;
}

// What a pattern matched, cut and judged.
struct Hit {
    const Note& note;
    std::size_t begin, end;
    std::size_t token;  // the first that ends after begin
    std::size_t floor;  // where the hit before ended

    std::string_view text() const { return note.text.substr(begin, end - begin); }
    bool bounded() const {
        return (begin == 0 || !word_byte(note.text[begin - 1])) &&
               (end == note.text.size() || !word_byte(note.text[end]));
    }
    bool near(std::uint64_t classes, std::size_t reach = 5) const { return note.near_before(token, classes, reach); }
};

bool ipv4_valid(std::string_view text) {
    int parts = 0, value = 0, digits = 0;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        if (i == text.size() || text[i] == '.') {
            if (digits == 0 || value > 255) return false;
            ++parts;
            value = digits = 0;
        } else {
            value = value * 10 + (text[i] - '0');
            ++digits;
        }
    }
    return parts == 4;
}

// Full or shortened once by "::"; times ("10:30:00") are neither.
bool ipv6_valid(std::string_view text) {
    std::size_t groups = 0, doubles = 0, letters = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == ':') {
            if (i + 1 < text.size() && text[i + 1] == ':') ++doubles;
        } else {
            if (i == 0 || text[i - 1] == ':') ++groups;
            letters += text[i] > '9' ? 1U : 0U;
        }
    }
    if (doubles > 1 || text.back() == ':' || (text.front() == ':' && doubles == 0)) return false;
    const bool hardware = groups == 6 && text.size() == 17;  // a MAC address
    return groups == 8 || (doubles == 1 && groups >= 2 && letters + groups > 2) || hardware;
}

// Takes the signs of a name before an @ or of a host before its ending; false when there are none.
bool reach_back(Hit& hit, std::string_view signs, std::size_t most) {
    const std::size_t from = hit.begin;
    while (hit.begin > hit.floor && from - hit.begin < most) {
        const char c = hit.note.text[hit.begin - 1];
        if (!word_byte(c) && signs.find(c) == std::string_view::npos) break;
        --hit.begin;
    }
    while (hit.begin < from && !word_byte(hit.note.text[hit.begin])) ++hit.begin;
    return hit.begin < from;
}

// A user name goes on over full stops and underscores; true always.
bool whole_handle(Hit& hit) {
    const std::string_view text = hit.note.text;
    while (hit.end < text.size() && (word_byte(text[hit.end]) || text[hit.end] == '_' || text[hit.end] == '.'))
        ++hit.end;
    while (text[hit.end - 1] == '.') --hit.end;
    return true;
}

void trim_url(Hit& hit) {
    constexpr std::string_view trailing = ".,;:!?)]}'*";
    while (hit.end > hit.begin && trailing.find(hit.note.text[hit.end - 1]) != std::string_view::npos) --hit.end;
}

bool postcode_context(const Hit& hit) {
    return hit.near(street | place_before | lives | house, 8) || (hit.token > 0 && hit.note.sign(hit.token - 1, ','));
}

// Dutch codes look like any number before an abbreviation, so a place must follow: "1012 AB Amsterdam".
bool place_follows(const Hit& hit) {
    std::size_t i = hit.token;
    while (i < hit.note.size() && hit.note.at(i).begin < hit.end) ++i;
    return hit.note.joined(i) && hit.note.at(i).capital && hit.note.at(i).entry->place > 0;
}

// "HH-AB 1234": without a word before it only with a district that gives plates out.
bool german_plate(std::string_view text) {
    constexpr std::string_view districts =
        " A AA AB AC AE AK AM AN AS AUR AW AZ B BA BB BC BE BI BIT BL BM BN BO BOR BOT BRB BS BT BZ C CB CE CHA CLP CO "
        "COC COE CUX CW D DA DAH DAN DAU DB DD DE DEG DEL DH DL DLG DM DN DO DON DU DW E EA EBE ED EE EF EH EI EIC EL "
        "EM EMD EMS EN ER ERB ERH ERZ ES ESW EU F FB FD FDS FF FFB FG FL FN FO FR FRG FRI FS FT G GAP GC GE GER GF GG "
        "GI GL GM GP GR GT GTH GV GZ H HA HAL HAM HB HBN HD HDH HE HEF HEI HER HF HG HGW HH HI HL HM HN HO HOL HOM HP "
        "HR HRO HS HSK HST HU HVL HX HZ IK IN IZ J JL K KA KB KC KE KEH KF KG KH KI KL KLE KN KO KR KS KT KU KUS L LA "
        "LAU LB LD LDK LDS LER LEV LG LI LIF LL LM LO LOS LP LU LWL M MA MB MD ME MEI MG MH MI MIL MK MKK MM MN MOL MOS "
        "MR MS MSP MST MTK MU MYK MZ N NB ND NE NEA NES NEW NF NI NK NM NMS NOH NOM NR NU NW NWM OA OAL OB OD OE OF OG "
        "OH OHA OHV OHZ OL OPR OS OSL P PA PAF PAN PB PCH PE PF PI PIR PL PLO PM PR PS R RA RD RE REG RO ROS ROW RP RS "
        "RT RV RW RZ S SAD SB SC SDT SE SFA SG SHA SHG SHK SI SIG SIM SK SL SLF SLS SM SN SO SOK SON SP SPN SR ST STA "
        "STD SU SUL SW SZ TBB TF TIR TO TR TS TUT UE UEM UL UM UN V VB VEC VER VIE VK VS W WAF WAK WB WE WEN WES WF WHV "
        "WI WIL WL WM WN WND WO WOB WST WT WUN WW Z ZW ";
    const std::size_t hyphen = text.find('-'), space = text.find(' ');
    if (hyphen > 3 || space == std::string_view::npos || space < hyphen) return false;
    const std::string wanted = ' ' + std::string(text.substr(0, hyphen)) + ' ';
    return text.size() - space > 3 && districts.find(wanted) != std::string_view::npos;
}

bool judge(int kind, Hit& hit, Candidate& found) {
    const std::string_view text = hit.text();
    found.level = Level::must_replace;
    switch (kind) {
        case email:
            found.type = Type::email, found.reason = "email";
            if (reach_back(hit, "._%+-", 64)) return true;
            found.type = Type::id, found.reason = "handle";  // @anna.kay_04
            return text[0] == '@' && whole_handle(hit);
        case url:
            if (hit.end < hit.note.text.size() && hit.note.text[hit.end] == '@') return false;
            if (text[0] == '.' && !reach_back(hit, ".-", 253)) return false;
            trim_url(hit);
            found.type = Type::url, found.reason = "url";
            return hit.end > hit.begin + 4 && (hit.end == hit.note.text.size() || !word_byte(hit.note.text[hit.end]));
        case ipv6: found.type = Type::ip, found.reason = "ip"; return hit.bounded() && ipv6_valid(text);
        case ipv4: found.type = Type::ip, found.reason = "ip"; return hit.bounded() && ipv4_valid(text);
        case hardware: found.type = Type::ip, found.reason = "ip"; return hit.bounded();
        case iban_form: {
            found.type = Type::account, found.reason = "iban";
            if (!hit.bounded()) return false;
            // The pattern may have taken the next word too: give it up group by group.
            std::size_t end = hit.end;
            while (end > hit.begin + 15) {
                if (iban(compact(hit.note.text.substr(hit.begin, end - hit.begin)))) {
                    hit.end = end;
                    return true;
                }
                const std::size_t space = hit.note.text.rfind(' ', end - 1);
                if (space == std::string_view::npos || space <= hit.begin) break;
                end = space;
            }
            return text.size() >= 15 && hit.near(account_word);
        }
        case insurance: {
            found.type = Type::id, found.reason = "insurance_number";
            const std::string plain = compact(text);
            if (!hit.bounded()) return false;
            return national_insurance(plain) || pension_number_german(plain) || dni(plain) || hit.near(id_word);
        }
        case postcode_uk:
            found.type = Type::location, found.reason = "postcode";
            return hit.bounded() && (text.find(' ') != std::string_view::npos || postcode_context(hit));
        case postcode_nl:
            found.type = Type::location, found.reason = "postcode";
            return hit.bounded() && place_follows(hit);
        case postcode_ca:
            found.type = Type::location, found.reason = "postcode";
            if (text[0] == 'T' && text[2] == 'N' && text.size() == 6 && text[4] == 'M')
                return false;  // a tumour's stage
            return hit.bounded() && (text.size() == 7 || postcode_context(hit));
        case postcode_ie:
            found.type = Type::location, found.reason = "postcode";
            return hit.bounded() && (text.size() == 8 || postcode_context(hit));
        case plate: {
            found.type = Type::plate, found.reason = "plate";
            if (!hit.bounded()) return false;
            const bool context = hit.near(plate_word, 6);
            if (context || german_plate(text)) return true;
            const bool british = text.size() >= 7 && text[2] >= '0' && text[2] <= '9';
            const bool french = text.size() == 9 && text[2] == '-' && text[6] == '-';
            const bool indian = text.size() >= 9 && text[0] >= 'A' && text[0] <= 'Z' && ascii_digit(text.back()) &&
                                ascii_digit(text[text.size() - 4]) && text.find_first_of("0123456789") <= 3;
            found.level = Level::review;
            return british || french || indian;
        }
        case handle:
            found.type = Type::id, found.reason = "handle";
            return (hit.begin == 0 || !word_byte(hit.note.text[hit.begin - 1])) && whole_handle(hit);
        default: return false;
    }
}

}  // namespace

Patterns::Patterns() {
    std::string all;
    for (const char* alternative : alternatives) {
        all += all.empty() ? "(" : "|(";
        all += alternative;
        all += ")";
    }
    RE2::Options options(RE2::Quiet);
    options.set_max_mem(32 << 20);
    trigger_ = std::make_unique<const RE2>(all, options);
    if (!trigger_->ok()) throw std::runtime_error("the trigger does not compile: " + trigger_->error());
}
Patterns::~Patterns() = default;

void Patterns::find(const Note& note, Candidates& found) const {
    std::array<re2::StringPiece, kinds> groups;
    const re2::StringPiece text(note.text.data(), note.text.size());
    std::size_t at = 0, token = 0, floor = 0;
    while (at < note.text.size() &&
           trigger_->Match(text, at, note.text.size(), RE2::UNANCHORED, groups.data(), kinds)) {
        const auto begin = static_cast<std::size_t>(groups[0].data() - note.text.data());
        const std::size_t end = begin + groups[0].size();
        int kind = 1;
        while (kind < kinds && groups[static_cast<std::size_t>(kind)].data() == nullptr) ++kind;
        while (token < note.size() && note.at(token).end <= begin) ++token;
        Hit hit{note, begin, end, token, floor};
        Candidate candidate;
        if (judge(kind, hit, candidate)) {
            candidate.begin = static_cast<std::uint32_t>(hit.begin);
            candidate.end = static_cast<std::uint32_t>(hit.end);
            found.push_back(candidate);
            at = floor = hit.end;
        } else {
            at = kind == url ? end : begin + 1;
            // Inside of the same word the same alternative would only match its rest.
            while (at < end && word_byte(note.text[at]) && word_byte(note.text[at - 1])) ++at;
        }
    }
}

}  // namespace covision::deid
