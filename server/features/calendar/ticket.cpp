#include "server/features/calendar/ticket.hpp"

#include <string_view>

namespace covision::calendar {
namespace {

constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr std::size_t id_bytes = 16, mark_bytes = 16, ids = 3;
constexpr std::size_t token_bytes = 1 + ids * id_bytes + mark_bytes;

std::string base64url(std::string_view bytes) {
    std::string out;
    unsigned buffer = 0, bits = 0;
    for (const unsigned char byte : bytes) {
        buffer = (buffer << 8 | byte) & 0xffffU;
        for (bits += 8; bits >= 6; bits -= 6) out += digits[(buffer >> (bits - 6)) & 63U];
    }
    if (bits > 0) out += digits[(buffer << (6 - bits)) & 63U];
    return out;
}

std::optional<std::string> from_base64url(std::string_view text) {
    std::string out;
    unsigned buffer = 0, bits = 0;
    for (const char c : text) {
        const auto value = digits.find(c);
        if (value == digits.npos) return std::nullopt;
        buffer = (buffer << 6 | static_cast<unsigned>(value)) & 0xffffU;
        bits += 6;
        if (bits >= 8) {
            bits -= 8;
            out += static_cast<char>((buffer >> bits) & 0xffU);
        }
    }
    // One text for each token: what is left over is 0.
    if ((buffer & ((1U << bits) - 1U)) != 0) return std::nullopt;
    return out;
}

std::string bytes_of(std::string_view uuid) {
    std::string out;
    unsigned value = 0, half = 0;
    for (const char c : uuid) {
        if (c == '-') continue;
        value = value << 4 | static_cast<unsigned>(c <= '9' ? c - '0' : c - 'a' + 10);
        if (++half % 2 == 0) out += static_cast<char>(value & 0xffU);
    }
    out.resize(id_bytes);
    return out;
}

std::string uuid_of(std::string_view bytes) {
    std::string out;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const auto byte = static_cast<unsigned char>(bytes[i]);
        if (i == 4 || i == 6 || i == 8 || i == 10) out += '-';
        out += "0123456789abcdef"[byte >> 4];
        out += "0123456789abcdef"[byte & 15];
    }
    return out;
}

/// Bound to the present membership: who left and came back has none of the old links.
std::string mark_of(call::Read& read, const groups::Member& member, std::string_view named) {
    const auto since = std::to_string(member.joined_at().time_since_epoch().count());
    return read.vault.hash("calendar.answer", std::string(named) + since).substr(0, mark_bytes);
}

bool same(std::string_view a, std::string_view b) {
    if (a.size() != b.size()) return false;
    unsigned differ = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        differ |= static_cast<unsigned char>(a[i]) ^ static_cast<unsigned char>(b[i]);
    return differ == 0;
}

Refused unknown() { return {"link_unknown", "This link does not work any more. Sign in to see your sessions."}; }

groups::Member member_of(call::Read& read, const std::string& group, const std::string& account) {
    try {
        return groups::on_behalf_of(read, group, account, groups::Need::member);
    } catch (const Refused&) {
        throw unknown();
    }
}

}  // namespace

std::string token_of(call::Read& read, const groups::Member& member, const Ticket& ticket) {
    std::string named(1, static_cast<char>('0' + static_cast<int>(ticket.purpose)));
    named += bytes_of(member.group()) + bytes_of(ticket.subject) + bytes_of(member.account());
    return base64url(named + mark_of(read, member, named));
}

Holder holder_of(call::Read& read, const std::string& token) {
    const auto bytes = from_base64url(token);
    if (!bytes || bytes->size() != token_bytes) throw unknown();
    const auto id = [&](std::size_t n) { return uuid_of(std::string_view(*bytes).substr(1 + n * id_bytes, id_bytes)); };
    const auto member = member_of(read, id(0), id(2));
    const auto named = std::string_view(*bytes).substr(0, token_bytes - mark_bytes);
    if (!same(mark_of(read, member, named), std::string_view(*bytes).substr(named.size()))) throw unknown();
    return {{static_cast<protocol::AnswerPurpose>(named.front() - '0'), member.group(), id(1)}, member};
}

}  // namespace covision::calendar
