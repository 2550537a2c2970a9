#pragma once
// What waits to leave one connection. Texts are shared with other connections; only where each one stands is our own.

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "server/net/frames.hpp"
#include "server/rpc/peer.hpp"

namespace covision::net {

class OutQueue {
public:
    /// A text as it is, or with a frame's head before it.
    void push(rpc::Frame text) { add({std::move(text), 0, {}}); }
    void push_frame(Opcode opcode, rpc::Frame text, std::uint64_t tag) {
        const auto size = text->size();
        add({std::move(text), tag, frame_head(opcode, size)});
    }

    [[nodiscard]] bool empty() const { return first_ == items_.size(); }
    [[nodiscard]] std::size_t bytes() const { return bytes_; }
    [[nodiscard]] std::size_t count() const { return items_.size() - first_; }

    /// Copies what is next, as much as fits, for one send; sent() then says how much of it went.
    [[nodiscard]] std::size_t gather(char* to, std::size_t room) const;
    void sent(std::size_t size);

    /// Takes out what carries this tag and has not begun to leave.
    void drop(std::uint64_t tag);
    /// Takes out all that has not begun to leave.
    void drop_all();

private:
    struct Item {
        rpc::Frame text;
        std::uint64_t tag;
        FrameHead head;
        [[nodiscard]] std::size_t size() const { return head.size + text->size(); }
    };
    void add(Item item) {
        bytes_ += item.size();
        items_.push_back(std::move(item));
    }
    template <class Condition>
    void erase(Condition condition);

    std::vector<Item> items_;
    std::size_t first_ = 0;   // items before it have left
    std::size_t offset_ = 0;  // of the first: bytes that have left
    std::size_t bytes_ = 0;   // that wait
};

}  // namespace covision::net
