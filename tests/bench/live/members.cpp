#include "tests/bench/live/members.hpp"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <iostream>
#include <utility>

#include "tests/bench/wsload/usage.hpp"

namespace covision::bench {
namespace {

constexpr std::int64_t ms = 1'000'000, second = 1000 * ms, look = 20 * ms;

std::int64_t nanoseconds(double seconds) { return static_cast<std::int64_t>(seconds * 1e9); }

/// The number behind `name`, or -1.
std::int64_t number(std::string_view text, std::string_view name) {
    const auto at = text.find(name);
    std::int64_t found = -1;
    if (at != std::string_view::npos) std::from_chars(text.data() + at + name.size(), text.data() + text.size(), found);
    return found;
}

bool holds(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

}  // namespace

Members::Members(Options options, std::vector<Session> sessions) : Sockets(std::move(options)) {
    options_.comes_back = true;
    options_.receive_buffer = 16 * 1024;
    members_.resize(options_.conns);
    for (auto& session : sessions) {
        groups_.emplace_back();
        groups_.back().asked = session.version;
        groups_.back().session = std::move(session);
    }
}

std::string Members::of_group(std::size_t group) const {
    auto digits = std::to_string(group);
    digits.insert(0, 12 - digits.size(), '0');
    return "{\"group\":\"00000000-0000-4000-8000-" + digits + '"';
}

void Members::call(Conn& conn, std::string_view id, std::string_view method, const std::string& params) {
    text_ = R"({"jsonrpc":"2.0","id":")";
    text_.append(id).append(R"(","method":")").append(method).append(R"(","params":)").append(params).append("}}");
    send_message(conn, text_);
}

void Members::on_ready(Conn& conn) {
    auto& member = members_[conn.i];
    member.followed = member.asked = false;
    member.tries = 0;
    member.resumes = !member.epoch.empty();
    auto params = of_group(conn.g);
    const auto since = ",\"epoch\":\"" + member.epoch + "\",\"since\":" + std::to_string(member.seq);
    call(conn, "f", "feed.follow", member.resumes ? params + since : params);
    call(conn, "s", "consultation.show", params + ",\"session\":\"" + groups_[conn.g].session.id + '"');
}

// As client-web's backoff: doubling from 0.3 s to 15 s, each anywhere in its upper half.
void Members::on_dead(Conn& conn) {
    auto& member = members_[conn.i];
    if (first_loss_ == 0) first_loss_ = now_ns();
    if (std::exchange(member.in_step, false)) --in_step_;
    if (member.deaf) ++cut_;
    const auto most = std::min<std::int64_t>(15 * second, 300 * ms << std::min(member.tries++, 10));
    chance_ = chance_ * 1664525U + 1013904223U;
    returns_.emplace(now_ns() + most / 2 + most / 2 * (chance_ >> 8) / (1 << 24), conn.i);
}

void Members::on_message(Conn& conn, std::string_view text) {
    auto& member = members_[conn.i];
    if (holds(text, "\"feed.event\"")) return event(conn, member, text);
    if (holds(text, "\"error\"")) {
        if (++refused_ <= 3) std::fprintf(stderr, "bench_live: %.*s\n", static_cast<int>(text.size()), text.data());
    } else if (holds(text, "\"id\":\"f\"")) {
        followed(conn, member, text);
    } else if (holds(text, "\"id\":\"s\"")) {
        member.asked = true;
        member.version = std::max(member.version, number(text, "\"version\":"));
        settle(member);
    }
}

void Members::followed(Conn& conn, Member& member, std::string_view text) {
    const bool reset = holds(text, "\"reset\":true");
    if (member.resumes) ++(reset ? resets_ : resumed_);
    if (!member.resumes || reset) member.seq = number(text, "\"seq\":");
    const auto at = text.find("\"epoch\":\"");
    if (at == std::string_view::npos) return kill(conn, "no epoch");
    member.epoch = text.substr(at + 9, 36);
    member.followed = true;
    settle(member);
}

void Members::event(Conn& conn, Member& member, std::string_view text) {
    const auto seq = number(text, "\"seq\":");
    if (seq != member.seq + 1) ++gaps_;
    member.seq = seq;
    if (!holds(text, "\"consultation.changed\"")) return;
    member.version = std::max(member.version, number(text, "\"version\":"));
    auto& group = groups_[conn.g];
    const auto due = group.due[static_cast<std::size_t>(member.version) % group.due.size()];
    if (!member.deaf) (conn.g < busy_ ? busy_latency_ : latency_).add(received_at_ - due);
    if (conn.i % options_.group != 0 || group.left == 0) return;
    --group.left;
    change(conn.g, now_ns());
}

void Members::settle(Member& member) {
    if (!member.followed || !member.asked || std::exchange(member.in_step, true)) return;
    ++in_step_;
    last_step_ = now_ns();
}

void Members::change(std::size_t g, std::int64_t due) {
    auto& group = groups_[g];
    Conn& lead = conns_[g * options_.group];
    if (lead.stage != Stage::ready) return;
    char id[37];
    std::snprintf(id, sizeof id, "%08x-0000-4000-8000-%012llx", static_cast<unsigned>(first_loss_ >> 20),
                  static_cast<unsigned long long>(++sent_));
    group.due[static_cast<std::size_t>(group.asked + 1) % group.due.size()] = due;
    call(lead, id, "consultation.step",
         of_group(g) + ",\"session\":\"" + group.session.id + "\",\"version\":" + std::to_string(group.asked++) +
             ",\"step\":\"" + (std::exchange(group.forward, !group.forward) ? "next" : "back") + '"');
    lag_.add(now_ns() - due);
}

void Members::wait(std::int64_t until) {
    while (!returns_.empty() && returns_.top().first <= now_ns()) {
        const auto i = returns_.top().second;
        returns_.pop();
        open(i);
    }
    if (!returns_.empty()) until = std::min(until, returns_.top().first);
    poll(std::clamp<std::int64_t>(until - now_ns(), 0, look));
}

void Members::wait_for_all(double seconds) {
    for (const auto end = now_ns() + nanoseconds(seconds); in_step_ < options_.conns && now_ns() < end;)
        wait(now_ns() + look);
    if (in_step_ < options_.conns) failed_ = true;
}

void Members::come() {
    const auto start = now_ns();
    for (std::uint32_t i = 0; i < options_.conns; ++i) returns_.emplace(start + i * ms / 2, i);
    wait_for_all(60);
    std::printf("{\"phase\":\"come\",\"conns\":%zu,\"in_step\":%zu,\"secs\":%.3f}\n", options_.conns, in_step_,
                static_cast<double>(last_step_ - start) / 1e9);
    std::fflush(stdout);
}

void Members::live(const std::string& name, double rate, double seconds, std::size_t busy, int changes, bool deaf) {
    latency_ = busy_latency_ = lag_ = {};
    busy_ = busy;
    cut_ = gaps_ = 0;
    const auto before = sent_;
    const auto deaf_one = [&](std::size_t g) { return g * options_.group + options_.group - 1; };
    for (std::size_t g = 0; g < busy; ++g) {
        if (deaf) listen(conns_[deaf_one(g)], false);
        members_[deaf_one(g)].deaf = deaf;
        groups_[g].left = changes;
        change(g, now_ns());
    }
    const auto first = usage_of(options_.pid);
    const auto start = now_ns(), end = start + nanoseconds(seconds);
    const auto under_way = [&] {
        return std::any_of(groups_.begin(), groups_.begin() + static_cast<std::ptrdiff_t>(busy),
                           [](const Group& group) { return group.left > 0; });
    };
    std::uint64_t due = 0;
    for (auto now = start; (now < end || under_way()) && now < start + 60 * second; now = now_ns()) {
        const auto at = start + static_cast<std::int64_t>(static_cast<double>(due) * 1e9 / rate);
        if (at <= now) change(busy + due++ % (groups_.size() - busy), at);
        wait(at);
    }
    const auto stop = now_ns();
    const auto last = usage_of(options_.pid);
    for (std::size_t g = 0; deaf && g < busy; ++g)
        if (conns_[deaf_one(g)].stage == Stage::ready) listen(conns_[deaf_one(g)], true);
    for (const auto rest = now_ns() + 5 * second; now_ns() < rest;) {
        wait(now_ns() + look);
        const bool all = std::all_of(members_.begin(), members_.end(), [&](const Member& member) {
            const auto i = static_cast<std::size_t>(&member - members_.data());
            return member.in_step && member.version >= groups_[i / options_.group].asked;
        });
        if (all && (!deaf || cut_ >= busy)) break;
    }
    std::size_t behind = 0;
    for (std::size_t i = 0; i < members_.size(); ++i)
        behind += members_[i].version < groups_[i / options_.group].asked || !members_[i].in_step ? 1 : 0;
    failed_ |= behind > 0;
    std::printf(
        "{\"phase\":\"%s\",\"secs\":%.2f,\"changes\":%llu,\"p50_us\":%.0f,\"p99_us\":%.0f,\"max_us\":%.0f,"
        "\"busy_p50_us\":%.0f,\"busy_p99_us\":%.0f,\"srv_cpu_s\":%.3f,\"gen_lag_p99_us\":%.0f,\"behind\":%zu,"
        "\"gaps\":%llu,\"refused\":%llu,\"cut\":%llu,\"resumed\":%llu,\"resets\":%llu,\"srv_rss_kib\":%ld}\n",
        name.c_str(), static_cast<double>(stop - start) / 1e9, static_cast<unsigned long long>(sent_ - before),
        latency_.quantile_us(.5), latency_.quantile_us(.99), latency_.max_us(), busy_latency_.quantile_us(.5),
        busy_latency_.quantile_us(.99), last.cpu_s - first.cpu_s, lag_.quantile_us(.99), behind,
        static_cast<unsigned long long>(gaps_), static_cast<unsigned long long>(refused_),
        static_cast<unsigned long long>(cut_), static_cast<unsigned long long>(resumed_),
        static_cast<unsigned long long>(resets_), last.rss_kib);
    std::fflush(stdout);
    for (auto& member : members_) member.deaf = false;
}

void Members::storm() {
    std::printf("{\"phase\":\"storm\",\"ready\":true}\n");
    std::fflush(stdout);
    std::cin >> options_.pid;  // it has gone, and is there again
    resumed_ = resets_ = 0;
    for (const auto end = now_ns() + 20 * second; in_step_ > 0 && now_ns() < end;) wait(now_ns() + look);
    wait_for_all(90);
    std::printf("{\"phase\":\"storm\",\"in_step\":%zu,\"in_step_at\":%lld,\"resumed\":%llu,\"resets\":%llu}\n",
                in_step_, static_cast<long long>(last_step_), static_cast<unsigned long long>(resumed_),
                static_cast<unsigned long long>(resets_));
    std::fflush(stdout);
}

}  // namespace covision::bench
