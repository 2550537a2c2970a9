#include "server/net/frames.hpp"

#include <cstring>
#include <utility>

namespace covision::net {
namespace {

constexpr FrameFault protocol_error{1002, "protocol error"};
constexpr FrameFault not_text{1003, "text only"};
constexpr FrameFault not_utf8{1007, "not UTF-8"};
constexpr FrameFault too_many_fragments{1008, "too many fragments"};
constexpr FrameFault too_big{1009, "too big"};

bool is_control(Opcode opcode) { return static_cast<std::uint8_t>(opcode) >= 8; }

void unmask(char* data, std::size_t size, const std::array<char, 4>& mask) {
    std::uint32_t word = 0;
    std::memcpy(&word, mask.data(), 4);
    const std::uint64_t wide = (std::uint64_t{word} << 32) | word;
    std::size_t i = 0;
    for (; i + 8 <= size; i += 8) {
        std::uint64_t part = 0;
        std::memcpy(&part, data + i, 8);
        part ^= wide;
        std::memcpy(data + i, &part, 8);
    }
    for (; i < size; ++i) data[i] = static_cast<char>(data[i] ^ mask[i % 4]);
}

// RFC 6455 §7.4: 1004 to 1006 and 1015 are never sent.
bool is_close_code(unsigned code) {
    return (code >= 1000 && code <= 1003) || (code >= 1007 && code <= 1014) || (code >= 3000 && code <= 4999);
}

}  // namespace

FrameHead frame_head(Opcode opcode, std::size_t payload) {
    FrameHead head{};
    head.bytes[0] = static_cast<char>(0x80 | static_cast<unsigned>(opcode));
    if (payload < 126) {
        head.bytes[1] = static_cast<char>(payload);
        head.size = 2;
    } else if (payload < 65536) {
        head.bytes[1] = 126;
        head.size = 4;
    } else {
        head.bytes[1] = 127;
        head.size = 10;
    }
    for (std::size_t i = head.size; i-- > 2; payload >>= 8) head.bytes[i] = static_cast<char>(payload & 0xff);
    return head;
}

std::string close_frame(std::uint16_t code, std::string_view reason) {
    std::string body;
    if (code) {
        body += static_cast<char>(code >> 8);
        body += static_cast<char>(code & 0xff);
        body += reason.substr(0, 100);
    }
    const auto head = frame_head(Opcode::close, body.size());
    return std::string(head.bytes.data(), head.size) + body;
}

bool is_utf8(std::string_view text) {
    const auto* at = reinterpret_cast<const unsigned char*>(text.data());
    const auto* end = at + text.size();
    while (at < end) {
        std::uint64_t eight = 0;
        if (end - at >= 8 && (std::memcpy(&eight, at, 8), (eight & 0x8080808080808080U) == 0)) {
            at += 8;
            continue;
        }
        const unsigned lead = *at++;
        if (lead < 0x80) continue;
        // RFC 3629 §4: the second byte's range keeps out overlong forms, surrogates and what is above U+10FFFF.
        unsigned low = 0x80, high = 0xbf;
        int more = 0;
        if (lead >= 0xc2 && lead <= 0xdf) {
            more = 1;
        } else if (lead >= 0xe0 && lead <= 0xef) {
            more = 2;
            if (lead == 0xe0) low = 0xa0;
            if (lead == 0xed) high = 0x9f;
        } else if (lead >= 0xf0 && lead <= 0xf4) {
            more = 3;
            if (lead == 0xf0) low = 0x90;
            if (lead == 0xf4) high = 0x8f;
        } else {
            return false;
        }
        for (; more > 0; --more, ++at, low = 0x80, high = 0xbf)
            if (at == end || *at < low || *at > high) return false;
    }
    return true;
}

std::optional<FrameFault> FrameReader::feed(char* data, std::size_t size, Sink& sink) {
    std::size_t used = 0;
    if (partial_.empty()) {
        auto fault = frames(data, size, used, sink);
        if (!fault && used < size) partial_.assign(data + used, size - used);
        return fault;
    }
    partial_.append(data, size);
    auto fault = frames(partial_.data(), partial_.size(), used, sink);
    partial_.erase(0, used);
    if (partial_.empty()) partial_ = {};  // an idle connection keeps no buffer
    return fault;
}

std::optional<FrameFault> FrameReader::frames(char* data, std::size_t size, std::size_t& used, Sink& sink) {
    while (used < size) {
        Head found{};
        const auto step = head(data + used, size - used, found);
        if (step == Step::more) return {};
        if (const auto* fault = step == Step::stop ? &protocol_error : check(found)) return *fault;
        if (size - used - found.size < found.payload) return {};
        char* payload = data + used + found.size;
        unmask(payload, found.payload, found.mask);
        used += found.size + found.payload;
        if (frame(found, {payload, found.payload}, sink)) continue;
        used = size;  // whoever said stop wants nothing of the rest
        return fault_;
    }
    return {};
}

// Step::stop: it breaks a rule that its first bytes already show.
FrameReader::Step FrameReader::head(const char* data, std::size_t size, Head& out) {
    const auto byte = [data](std::size_t i) { return static_cast<unsigned char>(data[i]); };
    const unsigned code = byte(0) & 0x0fU;
    if ((byte(0) & 0x70U) != 0 || (code > 2 && code < 8) || code > 10) return Step::stop;
    if (size < 2) return Step::more;
    if ((byte(1) & 0x80U) == 0) return Step::stop;
    out.fin = (byte(0) & 0x80U) != 0;
    out.opcode = static_cast<Opcode>(code);
    out.payload = byte(1) & 0x7fU;
    if (is_control(out.opcode) && (!out.fin || out.payload > 125)) return Step::stop;
    const std::size_t length = out.payload == 126 ? 2 : (out.payload == 127 ? 8 : 0);
    out.size = 2 + length + 4;
    if (size < 2 + length) return Step::more;
    if (length > 0) {
        std::uint64_t whole = 0;
        for (std::size_t i = 0; i < length; ++i) whole = (whole << 8) | byte(2 + i);
        // The shortest form only, and no sign.
        if (whole < (length == 2 ? 126U : 65536U) || (whole >> 63) != 0) return Step::stop;
        out.payload = static_cast<std::size_t>(whole);
    }
    if (size < out.size) return out.payload > limits_.message ? Step::done : Step::more;
    std::memcpy(out.mask.data(), data + 2 + length, 4);
    return Step::done;
}

const FrameFault* FrameReader::check(const Head& head) const {
    if (is_control(head.opcode)) return nullptr;
    if (head.opcode == Opcode::binary) return &not_text;
    if ((head.opcode == Opcode::continuation) != (fragments_ > 0)) return &protocol_error;
    if (head.payload > limits_.message || message_.size() + head.payload > limits_.message) return &too_big;
    if (fragments_ >= limits_.fragments) return &too_many_fragments;
    return nullptr;
}

bool FrameReader::frame(const Head& head, std::string_view payload, Sink& sink) {
    switch (head.opcode) {
        case Opcode::ping: return sink.on_ping(payload);
        case Opcode::pong: return sink.on_pong();
        case Opcode::close: return close(payload, sink);
        default: return data_frame(head, payload, sink);
    }
}

bool FrameReader::data_frame(const Head& head, std::string_view payload, Sink& sink) {
    if (head.fin && fragments_ == 0) {
        if (is_utf8(payload)) return sink.on_message(payload);
        fault_ = not_utf8;
        return false;
    }
    ++fragments_;
    message_.append(payload);
    if (!head.fin) return true;
    const auto whole = std::exchange(message_, {});
    fragments_ = 0;
    if (is_utf8(whole)) return sink.on_message(whole);
    fault_ = not_utf8;
    return false;
}

bool FrameReader::close(std::string_view payload, Sink& sink) {
    if (payload.empty()) return sink.on_close(0);
    const auto byte = [payload](std::size_t i) { return static_cast<unsigned char>(payload[i]); };
    const unsigned code = payload.size() < 2 ? 0U : byte(0) * 256U + byte(1);
    if (!is_close_code(code))
        fault_ = protocol_error;
    else if (!is_utf8(payload.substr(2)))
        fault_ = not_utf8;
    else
        return sink.on_close(static_cast<std::uint16_t>(code));
    return false;
}

}  // namespace covision::net
