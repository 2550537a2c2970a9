#pragma once

#include "server/features/consultation/rules.hpp"

namespace covision::test {

inline const Instant begin = *parse_rfc3339("2026-11-24T15:30:00Z");

inline bool same(const consultation::Timer& a, const consultation::Timer& b) {
    return a.item == b.item && a.phase == b.phase && a.state == b.state && a.started_at == b.started_at &&
           a.deadline == b.deadline && a.paused_remaining == b.paused_remaining &&
           a.stopped_by_presenter == b.stopped_by_presenter;
}

}  // namespace covision::test
