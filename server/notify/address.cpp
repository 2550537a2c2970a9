#include "server/notify/address.hpp"

#include <algorithm>
#include <cstdint>

namespace covision::notify {
namespace {

bool ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c > 0x20 && c < 0x7f; });
}

/// The characters of UTF-8 text; nullopt: it is broken.
std::optional<std::u32string> characters(std::string_view text) {
    std::u32string all;
    for (std::size_t i = 0; i < text.size();) {
        const auto first = static_cast<unsigned char>(text[i]);
        const std::size_t length = first < 0x80   ? 1
                                   : first < 0xc2 ? 0
                                   : first < 0xe0 ? 2
                                   : first < 0xf0 ? 3
                                   : first < 0xf5 ? 4
                                                  : 0;
        if (length == 0 || i + length > text.size()) return std::nullopt;
        char32_t c = length == 1 ? first : first & (0x7fU >> length);
        for (std::size_t k = 1; k < length; ++k) {
            const auto next = static_cast<unsigned char>(text[i + k]);
            if ((next & 0xc0U) != 0x80U) return std::nullopt;
            c = c << 6U | (next & 0x3fU);
        }
        if (c > 0x10ffff) return std::nullopt;
        all += c;
        i += length;
    }
    return all;
}

/// RFC 3492: how far apart the places of inserted characters are expected to be.
std::uint32_t adapted(std::uint32_t delta, std::uint32_t points, bool first) {
    delta = first ? delta / 700 : delta / 2;
    delta += delta / points;
    std::uint32_t k = 0;
    for (; delta > 455; delta /= 35) k += 36;
    return k + 36 * delta / (delta + 38);
}

void append_number(std::uint32_t number, std::uint32_t bias, std::string& out) {
    for (std::uint32_t k = 36;; k += 36) {
        const std::uint32_t t = k <= bias ? 1 : k >= bias + 26 ? 26 : k - bias;
        const std::uint32_t digit = number < t ? number : t + (number - t) % (36 - t);
        out += static_cast<char>(digit < 26 ? 'a' + digit : '0' + (digit - 26));
        if (number < t) return;
        number = (number - t) / (36 - t);
    }
}

/// One label of a host in the form of DNS (RFC 5891, RFC 3492). Of small letters in NFC, as accounts keep addresses.
std::string dns_label(const std::u32string& label) {
    std::string out;
    for (char32_t c : label)
        if (c < 0x80) out += static_cast<char>(c);
    if (out.size() == label.size()) return out;
    auto done = static_cast<std::uint32_t>(out.size());
    const auto basic = done;
    if (basic > 0) out += '-';
    std::uint32_t bias = 72, delta = 0;
    for (char32_t at = 0x80; done < label.size(); ++at) {
        char32_t next = 0x110000;
        for (char32_t c : label)
            if (c >= at) next = std::min(next, c);
        delta += (next - at) * (done + 1);
        at = next;
        for (char32_t c : label) {
            if (c < at) ++delta;
            if (c != at) continue;
            append_number(delta, bias, out);
            bias = adapted(delta, done + 1, done == basic);
            delta = 0;
            ++done;
        }
        ++delta;
    }
    return "xn--" + out;
}

std::optional<std::string> dns_form(std::string_view host) {
    const auto all = characters(host);
    if (!all || all->size() > 253) return std::nullopt;  // and so no number above outgrows its type
    std::string form;
    for (std::size_t begin = 0; begin <= all->size();) {
        const auto end = std::min(all->find(U'.', begin), all->size());
        if (begin > 0) form += '.';
        form += dns_label(all->substr(begin, end - begin));
        begin = end + 1;
    }
    return form;
}

bool host_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
}

/// RFC 6531: letters of any script, in which nothing is a space or a control.
bool is_local_part(std::string_view text) {
    const auto all = characters(text);
    return all && std::all_of(all->begin(), all->end(), [](char32_t c) {
               return (c > 0x20 && c < 0x7f) ||
                      (c > 0xa0 && !(c >= 0x2000 && c <= 0x200f) && !(c >= 0x2028 && c <= 0x202f));
           });
}

}  // namespace

std::optional<std::string> relay_address(std::string_view address) {
    const auto at = address.rfind('@');
    if (address.size() > 254 || at == std::string_view::npos || at == 0 || at > 64) return std::nullopt;
    const auto local = address.substr(0, at);
    // Quoted local parts exist on paper only, and these characters end an address in a header or a command.
    if (!is_local_part(local) || local.find_first_of("\"(),:;<>@[\\]") != std::string_view::npos) return std::nullopt;
    std::optional<std::string> host(address.substr(at + 1));
    if (!ascii(*host)) host = dns_form(*host);
    if (!host || host->empty() || host->front() == '.' || host->back() == '.' ||
        !std::all_of(host->begin(), host->end(), host_letter))
        return std::nullopt;
    return std::string(local) + '@' + *host;
}

std::optional<Sender> parse_sender(std::string_view text) {
    std::string name;
    if (!text.empty() && text.back() == '>') {
        const auto open = text.rfind('<');
        if (open == std::string_view::npos) return std::nullopt;
        name = text.substr(0, open);
        while (!name.empty() && name.back() == ' ') name.pop_back();
        text = text.substr(open + 1, text.size() - open - 2);
    }
    const auto control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; };
    auto address = relay_address(text);
    if (!address || !ascii(*address) || std::any_of(name.begin(), name.end(), control)) return std::nullopt;
    return Sender{name, *address};
}

}  // namespace covision::notify
