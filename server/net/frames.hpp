#pragma once
// The server's side of RFC 6455 frames: text messages in, any frame out. Sockets are somebody else's.

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace covision::net {

enum class Opcode : std::uint8_t { continuation = 0, text = 1, binary = 2, close = 8, ping = 9, pong = 10 };

/// An unmasked frame's first bytes.
struct FrameHead {
    std::array<char, 10> bytes;
    std::uint8_t size;
};
[[nodiscard]] FrameHead frame_head(Opcode opcode, std::size_t payload);
/// A whole close frame. `code` 0: without a body.
[[nodiscard]] std::string close_frame(std::uint16_t code, std::string_view reason);

[[nodiscard]] bool is_utf8(std::string_view text);

/// What is wrong with what the other side sends: the code to close with, and a word for the log.
struct FrameFault {
    std::uint16_t code;
    const char* reason;
};

class FrameReader {
public:
    struct Limits {
        std::size_t message;    ///< bytes
        std::size_t fragments;  ///< frames of one message, empty ones too
    };
    /// Texts are valid only during the call. False: no more of them.
    struct Sink {
        virtual ~Sink() = default;
        virtual bool on_message(std::string_view text) = 0;
        virtual bool on_ping(std::string_view payload) = 0;
        virtual bool on_pong() = 0;
        /// `code` 0: none was given.
        virtual bool on_close(std::uint16_t code) = 0;
    };

    explicit FrameReader(Limits limits) : limits_(limits) {}

    /// Takes what has arrived; the bytes are unmasked in place. After a fault nothing more may be fed.
    std::optional<FrameFault> feed(char* data, std::size_t size, Sink& sink);
    /// Whether a message has begun and not ended.
    [[nodiscard]] bool inside() const { return !partial_.empty() || fragments_ > 0; }

private:
    struct Head {
        bool fin;
        Opcode opcode;
        std::size_t size, payload;  // of the head, of the payload
        std::array<char, 4> mask;
    };
    enum class Step { done, more, stop };

    std::optional<FrameFault> frames(char* data, std::size_t size, std::size_t& used, Sink& sink);
    Step head(const char* data, std::size_t size, Head& out);
    [[nodiscard]] const FrameFault* check(const Head& head) const;
    bool frame(const Head& head, std::string_view payload, Sink& sink);
    bool data_frame(const Head& head, std::string_view payload, Sink& sink);
    bool close(std::string_view payload, Sink& sink);

    Limits limits_;
    std::string partial_;  // bytes of a frame that is not there whole
    std::string message_;  // of a message in several frames
    std::size_t fragments_ = 0;
    std::optional<FrameFault> fault_;
};

}  // namespace covision::net
