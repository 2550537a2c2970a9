#include "server/deid/prepare.hpp"

#include <utf8proc.h>

#include <cstdlib>
#include <cstring>
#include <memory>
#include <numeric>

#include "server/deid/deid.hpp"

namespace covision::deid {
namespace {

bool ascii(std::string_view text) {
    std::size_t i = 0;
    for (; i + 8 <= text.size(); i += 8) {
        std::uint64_t eight;
        std::memcpy(&eight, text.data() + i, 8);
        if ((eight & 0x8080808080808080ULL) != 0) return false;
    }
    for (; i < text.size(); ++i) {
        if (static_cast<unsigned char>(text[i]) >= 0x80) return false;
    }
    return true;
}

// What stands for a sign that word processors write in many ways; 0 leaves it out, -1 keeps it.
int plain_sign(utf8proc_int32_t point) {
    switch (point) {
        case 0x2018:
        case 0x2019:
        case 0x201b:
        case 0x2bc:
        case 0xb4:
        case 0x2032: return '\'';
        case 0x2010:
        case 0x2011:
        case 0x2012:
        case 0x2013:
        case 0x2212: return '-';
        case 0xa0:
        case 0x2002:
        case 0x2003:
        case 0x2007:
        case 0x2009:
        case 0x202f:
        case 0x3000: return ' ';
        case 0xad:
        case 0x200b:
        case 0x200c:
        case 0x200d:
        case 0x200e:
        case 0x200f:
        case 0x2060:
        case 0xfeff: return 0;
        case 0x2028:
        case 0x2029: return '\n';
        default: return -1;
    }
}

bool composes(utf8proc_int32_t point) {
    if (point < 0x300) return false;
    const auto* property = utf8proc_get_property(point);
    return property->combining_class != 0 || property->boundclass == UTF8PROC_BOUNDCLASS_EXTEND ||
           property->boundclass == UTF8PROC_BOUNDCLASS_SPACINGMARK || property->boundclass == UTF8PROC_BOUNDCLASS_V ||
           property->boundclass == UTF8PROC_BOUNDCLASS_T;
}

}  // namespace

Prepared::Prepared(std::string_view utf8) {
    if (ascii(utf8)) {
        text_.assign(utf8);
        return;
    }
    plain_ = false;
    text_.reserve(utf8.size());
    origin_.reserve(utf8.size() + 1);
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(utf8.data());
    const auto size = static_cast<utf8proc_ssize_t>(utf8.size());
    utf8proc_ssize_t at = 0;
    std::uint32_t points = 0;
    // Composes one base sign with its marks; done cluster by cluster so that the way back stays exact.
    auto compose = [&](utf8proc_ssize_t from, std::uint32_t first) {
        constexpr auto options = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE);
        utf8proc_uint8_t* made = nullptr;
        const utf8proc_ssize_t length = utf8proc_map(bytes + from, at - from, &made, options);
        const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(made, &std::free);
        if (length <= 0) return;
        text_.append(reinterpret_cast<const char*>(made), static_cast<std::size_t>(length));
        origin_.insert(origin_.end(), static_cast<std::size_t>(length), first);
    };
    while (at < size) {
        // A run of ASCII as it is, but for its last sign: a mark may follow that one.
        const utf8proc_ssize_t run = at;
        while (at + 1 < size && bytes[at] < 0x80 && bytes[at + 1] < 0x80) ++at;
        text_.append(utf8, static_cast<std::size_t>(run), static_cast<std::size_t>(at - run));
        const std::size_t before = origin_.size();
        origin_.resize(before + static_cast<std::size_t>(at - run));
        std::iota(origin_.begin() + static_cast<std::ptrdiff_t>(before), origin_.end(), points);
        points += static_cast<std::uint32_t>(at - run);

        utf8proc_int32_t point = bytes[at];
        utf8proc_ssize_t used = 1;
        if (point >= 0x80) {
            used = utf8proc_iterate(bytes + at, size - at, &point);
            if (used <= 0) throw InvalidText(static_cast<std::size_t>(at));
        }
        const std::uint32_t first = points++;
        const utf8proc_ssize_t from = at;
        at += used;
        utf8proc_int32_t next = 0;
        if (at < size && bytes[at] >= 0x80 && utf8proc_iterate(bytes + at, size - at, &next) > 0 && composes(next)) {
            while (at < size && bytes[at] >= 0x80 && at - from < 120) {
                const auto more = utf8proc_iterate(bytes + at, size - at, &next);
                if (more <= 0 || !composes(next)) break;
                at += more;
                ++points;
            }
            compose(from, first);
            continue;
        }
        const int sign = point < 0x80 ? -1 : plain_sign(point);
        if (sign == 0) continue;
        if (sign > 0 || point < 0x80) {
            text_ += static_cast<char>(sign > 0 ? sign : point);
            origin_.push_back(first);
            continue;
        }
        if (point >= 0x340 && utf8proc_get_property(point)->decomp_seqindex != UINT16_MAX) {
            compose(from, first);  // some single signs have another canonical form
            continue;
        }
        text_.append(utf8.data() + from, static_cast<std::size_t>(used));
        origin_.insert(origin_.end(), static_cast<std::size_t>(used), first);
    }
    origin_.push_back(points);
}

std::size_t Prepared::origin_end(std::size_t end) const {
    if (plain_) return end;
    std::size_t at = end;  // a finding never ends inside of a cluster, but if it did it would take it whole
    while (at + 1 < origin_.size() && at > 0 && origin_[at] == origin_[at - 1]) ++at;
    return origin_[at];
}

}  // namespace covision::deid
