#include "server/net/out_queue.hpp"

#include <algorithm>
#include <cstring>

namespace covision::net {
namespace {

constexpr std::size_t kept_capacity = 8;  // items; an idle connection keeps no more room than that

}  // namespace

std::size_t OutQueue::gather(char* to, std::size_t room) const {
    std::size_t filled = 0, skip = offset_;
    const auto copy = [&](const char* from, std::size_t size) {
        const auto skipped = std::min(skip, size);
        skip -= skipped;
        const auto part = std::min(size - skipped, room - filled);
        std::memcpy(to + filled, from + skipped, part);
        filled += part;
    };
    for (auto i = first_; i < items_.size() && filled < room; ++i) {
        copy(items_[i].head.bytes.data(), items_[i].head.size);
        copy(items_[i].text->data(), items_[i].text->size());
    }
    return filled;
}

void OutQueue::sent(std::size_t size) {
    bytes_ -= size;
    offset_ += size;
    while (first_ < items_.size() && offset_ >= items_[first_].size()) {
        offset_ -= items_[first_].size();
        items_[first_++].text.reset();
    }
    if (first_ < items_.size()) {
        if (first_ < 256) return;
        items_.erase(items_.begin(), items_.begin() + static_cast<std::ptrdiff_t>(first_));
    } else if (items_.capacity() > kept_capacity) {
        items_ = {};
    } else {
        items_.clear();
    }
    first_ = 0;
}

template <class Condition>
void OutQueue::erase(Condition condition) {
    auto begin = items_.begin() + static_cast<std::ptrdiff_t>(first_);
    if (offset_ > 0) ++begin;  // half a frame would be none
    const auto end = std::remove_if(begin, items_.end(), condition);
    items_.erase(end, items_.end());
    bytes_ = 0;
    for (auto i = first_; i < items_.size(); ++i) bytes_ += items_[i].size();
    bytes_ -= offset_;
}

void OutQueue::drop(std::uint64_t tag) {
    erase([tag](const Item& item) { return item.tag == tag; });
}

void OutQueue::drop_all() {
    erase([](const Item&) { return true; });
}

}  // namespace covision::net
