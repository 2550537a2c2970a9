#include "tests/bench/wsload/load.hpp"

#include <algorithm>
#include <charconv>
#include <cstdio>

#include "tests/bench/wsload/usage.hpp"

namespace covision::bench {
namespace {

constexpr std::string_view mark = "ts=";
constexpr std::size_t digits = 19;
constexpr std::int64_t short_wait = 50'000'000, last_wait = 5'000'000'000;

std::int64_t nanoseconds(double seconds) { return static_cast<std::int64_t>(seconds * 1e9); }

double per(double what, double by) { return by > 0 ? what / by : 0; }

}  // namespace

Load::Load(Options options) : Sockets(std::move(options)) {
    groups_.resize((options_.conns + options_.group - 1) / options_.group);
}

int Load::run() {
    connect_and_hold();
    for (const auto& phase : options_.phases) run_phase(phase);
    return dead_ == 0 && lost_ == 0 ? 0 : 1;
}

void Load::connect_and_hold() {
    const auto before = usage_of(options_.pid);
    const auto start = now_ns();
    connect_all();
    const auto seconds = static_cast<double>(now_ns() - start) / 1e9;
    const auto up = usage_of(options_.pid);
    for (const auto end = now_ns() + nanoseconds(options_.hold); now_ns() < end;)
        poll(std::clamp<std::int64_t>(end - now_ns(), 0, short_wait));
    const auto held = usage_of(options_.pid);
    const auto conns = static_cast<double>(std::max<std::size_t>(ready_, 1));
    std::printf(
        "{\"phase\":\"connect\",\"conns\":%zu,\"dead\":%zu,\"secs\":%.3f,\"conns_per_cpu_s\":%.0f,"
        "\"rss_kib_per_conn\":%.2f,\"slab_kib_per_conn_both_ends\":%.2f,\"srv_rss_kib\":%ld,\"idle_cpu_s\":%.3f}\n",
        ready_, dead_, seconds, per(conns, up.cpu_s - before.cpu_s),
        static_cast<double>(held.rss_kib - before.rss_kib) / conns,
        static_cast<double>(held.slab_kib - before.slab_kib) / conns, held.rss_kib, held.cpu_s - up.cpu_s);
    std::fflush(stdout);
}

void Load::run_phase(const Phase& phase) {
    latency_ = lag_ = {};
    std::fill(groups_.begin(), groups_.end(), Group{});
    sent_ = got_ = due_ = 0;
    phase_start_ = now_ns();
    measure_from_ = phase_start_ + nanoseconds(options_.warmup);
    const auto end = measure_from_ + nanoseconds(phase.seconds);
    window_ = phase.closed ? static_cast<std::uint64_t>(phase.value) : 0;
    sending_ = true;
    if (phase.closed) fill_windows();
    Usage first;
    std::uint64_t got_before = 0;
    std::int64_t began = 0;
    for (auto now = now_ns(); now < end; now = now_ns()) {
        if (began == 0 && now >= measure_from_) {
            first = usage_of(options_.pid);
            began = now;
            got_before = got_;
        }
        auto until = began == 0 ? measure_from_ : end;
        if (!phase.closed) until = std::min(until, send_due(phase_start_, 1e9 / phase.value));
        poll(std::max<std::int64_t>(until - now_ns(), 0));
    }
    const auto last = usage_of(options_.pid);
    const auto seconds = static_cast<double>(now_ns() - began) / 1e9;
    const auto deliveries = static_cast<double>(got_ - got_before);
    wait_for_the_rest();
    const auto lost = static_cast<std::int64_t>(sent_ * options_.group) - static_cast<std::int64_t>(got_);
    lost_ += lost;
    const auto cpu = last.cpu_s - first.cpu_s;
    std::printf(
        "{\"phase\":\"%s\",\"conns\":%zu,\"secs\":%.2f,\"deliveries_per_s\":%.0f,\"srv_cpu_s\":%.3f,"
        "\"deliveries_per_cpu_s\":%.0f,\"p50_us\":%.0f,\"p99_us\":%.0f,\"max_us\":%.0f,\"gen_lag_p99_us\":%.0f,"
        "\"lost\":%lld,\"dead\":%zu,\"srv_rss_kib\":%ld}\n",
        phase.name.c_str(), ready_, seconds, deliveries / seconds, cpu, per(deliveries, cpu), latency_.quantile_us(.5),
        latency_.quantile_us(.99), latency_.max_us(), lag_.quantile_us(.99), static_cast<long long>(lost), dead_,
        last.rss_kib);
    std::fflush(stdout);
}

void Load::fill_windows() {
    for (std::size_t group = 0; group < groups_.size(); ++group)
        for (std::uint64_t i = 0; i < window_; ++i) publish(group, now_ns());
}

std::int64_t Load::send_due(std::int64_t start, double gap) {
    for (int burst = 0; burst < 256; ++burst) {
        const auto due = start + static_cast<std::int64_t>(static_cast<double>(due_) * gap);
        if (due > now_ns()) return due;
        publish(due_++ % groups_.size(), due);
    }
    return 0;
}

void Load::wait_for_the_rest() {
    sending_ = false;
    for (const auto stop = now_ns() + last_wait; got_ < sent_ * options_.group && now_ns() < stop;) poll(short_wait);
}

// The time at which it was due goes into the message: who sends late makes nothing look faster.
void Load::publish(std::size_t group, std::int64_t due) {
    Conn& conn = conns_[group * options_.group];
    if (conn.stage != Stage::ready) return;
    auto all = vars(conn);
    all.n = ++number_;
    all.ts = due;
    text_.clear();
    options_.send->render(text_, all, options_.size, options_.lines);
    ++sent_;
    ++groups_[group].sent;
    send_message(conn, text_);
    if (due >= measure_from_) lag_.add(now_ns() - due);
}

void Load::on_message(Conn& conn, std::string_view text) {
    if (!options_.stream) {
        count(conn, text);
        return;
    }
    conn.tail.append(text);
    const auto used = count(conn, conn.tail);
    const auto kept = mark.size() + digits - 1;  // of a mark that is not there whole
    conn.tail.erase(0, std::max(used, conn.tail.size() > kept ? conn.tail.size() - kept : 0));
}

/// Where the last delivery ends.
std::size_t Load::count(Conn& conn, std::string_view text) {
    std::size_t used = 0;
    for (std::size_t at = 0; (at = text.find(mark, at)) != std::string_view::npos;) {
        const auto from = at + mark.size();
        if (from + digits > text.size()) break;
        std::int64_t stamp = 0;
        std::from_chars(text.data() + from, text.data() + from + digits, stamp);
        at = used = from + digits;
        if (stamp < phase_start_) continue;  // late from an earlier phase, where it counted as lost
        ++got_;
        if (stamp >= measure_from_) latency_.add(received_at_ - stamp);
        Group& group = groups_[conn.g];
        ++group.got;
        if (sending_ && window_ != 0 && group.got >= (group.sent + 1 - window_) * options_.group)
            publish(conn.g, now_ns());
    }
    return used;
}

}  // namespace covision::bench
