// Orders, and what becomes of their rows, with a relay that does as it is told.
#include <gtest/gtest.h>
#include <sqlite3.h>

#include "server/notify/outbox_thread.hpp"
#include "server/storage/migrate.hpp"
#include "tests/storage/fault_vfs.hpp"
#include "tests/storage/temp_folder.hpp"
#include "tests/support/manual_clock.hpp"

namespace covision::notify {
namespace {

using namespace std::chrono_literals;
using storage::Sql;
using test::FaultVfs;
using Kind = Answer::Kind;

const Sql read_state{"SELECT state FROM outbox WHERE order_key = $1", Sql::Home::own_file};
const Sql count_rows{"SELECT COUNT(*) FROM outbox", Sql::Home::own_file};

/// Its mails and answers are looked at between two calls of settle(), while its thread waits.
struct ToldRelay final : Relay {
    explicit ToldRelay(std::vector<Mail>& taken_, std::function<Answer()>& before_, std::function<Answer()>& after_)
        : taken(taken_), before(before_), after(after_) {}

    Answer deliver(const Mail& mail, const std::function<bool()>& last_step) override {
        if (before) {
            if (auto answer = before(); answer.kind != Kind::taken) return answer;
        }
        if (!last_step()) return {Kind::later, "cut", "", true};
        taken.push_back(mail);
        return after ? after() : Answer{Kind::taken, "250"};
    }

    std::vector<Mail>& taken;
    std::function<Answer()>&before, &after;
};

class OutboxTest : public testing::Test {
protected:
    OutboxTest() {
        storage::Database db(path);
        storage::migrate(db, storage::embedded_migrations(), clock.now());
        storage::ExecutorOptions options;
        options.vfs = FaultVfs::name();
        executor = std::make_unique<storage::Executor>(path, 1, storage::Hooks{}, options);
        start();
    }
    ~OutboxTest() override { FaultVfs::get().disarm(); }

    void start() {
        auto render_now = [this](storage::Database&, Instant, const Order& order) { return render(order); };
        outbox.reset();
        outbox = std::make_unique<OutboxThread>(*executor, std::make_unique<ToldRelay>(taken, before, after),
                                                render_now, Sender{"", "covision@example.org"}, clock, random);
    }
    void change(const std::function<void(storage::Database&)>& work) {
        storage::Database db(path);
        db.script("BEGIN IMMEDIATE");
        work(db);
        db.script("COMMIT");
    }
    void put(const std::string& key, Micros in = {}, Micros until = 24h) {
        change([&](storage::Database& db) {
            order(db, {"ann", "test", "", key, key, clock.now() + in, clock.now() + until}, random);
        });
    }
    void settle_after(Micros time) {
        clock.advance(time);
        outbox->settle();
    }
    std::string state(const std::string& key) {
        storage::Database db(path);
        return db.first<std::string>(read_state, key).value_or("none");
    }
    static Message letter(const Order& order) {
        Message message;
        message.to = "ann@example.org";
        message.subject = order.subject;
        message.text = order.subject;
        return message;
    }
    static std::string id_of(const Mail& mail) {
        const auto begin = mail.data.find("Message-ID: ");
        return mail.data.substr(begin, mail.data.find("\r\n", begin) - begin);
    }

    test::TempFolder folder;
    std::string path = folder.file("t.db");
    support::ManualClock clock{Instant{std::chrono::sys_days{std::chrono::year{2026} / 10 / 1}}};
    SystemRandom random;
    std::vector<Mail> taken;
    std::function<Answer()> before, after;
    std::function<std::optional<Message>(const Order&)> render = &letter;
    std::unique_ptr<storage::Executor> executor;
    std::unique_ptr<OutboxThread> outbox;  // ends before the executor
};

TEST_F(OutboxTest, AKeyIsSentOnceAndNotBeforeItsTime) {
    put("later", 1h);
    put("now");
    put("now");
    outbox->settle();
    EXPECT_EQ(taken.size(), 1U);
    settle_after(59min);
    EXPECT_EQ(taken.size(), 1U);
    settle_after(1min);
    put("now");
    outbox->settle();
    EXPECT_EQ(taken.size(), 2U);
    EXPECT_EQ(state("later"), "sent");
    // When its orders can only be late ones it is forgotten.
    settle_after(26h);
    storage::Database db(path);
    EXPECT_EQ(db.one<std::int64_t>(count_rows), 0);
}

TEST_F(OutboxTest, WhatSaysNothingIsDroppedWhatBreaksHarmsNoOther) {
    bool broken = true;
    render = [&](const Order& order) -> std::optional<Message> {
        if (order.subject == "void") return std::nullopt;
        if (order.subject == "broken" && broken) throw std::runtime_error("a member's text");
        auto message = letter(order);
        if (order.subject == "evil") message.subject = "x\r\nBcc: victim@example.org";
        return message;
    };
    for (const char* key : {"void", "broken", "evil", "fine"}) put(key);
    testing::internal::CaptureStderr();
    outbox->settle();
    EXPECT_EQ(taken.size(), 1U);
    EXPECT_EQ(state("void"), "dropped");
    EXPECT_EQ(state("broken"), "waiting");
    EXPECT_EQ(state("evil"), "failed");
    EXPECT_EQ(state("fine"), "sent");
    broken = false;
    settle_after(76s);
    EXPECT_EQ(state("broken"), "sent");
    EXPECT_EQ(taken.size(), 2U);
    EXPECT_EQ(testing::internal::GetCapturedStderr().find("a member's text"), std::string::npos);
}

TEST_F(OutboxTest, WhatTheRelayHasIsWrittenDownAsOftenAsItTakes) {
    after = [] {
        FaultVfs::get().arm(FaultVfs::Op::sync, 0, 2, SQLITE_IOERR_FSYNC, "t.db-wal");
        return Answer{Kind::taken, "250"};
    };
    put("a");
    testing::internal::CaptureStderr();
    outbox->settle();
    testing::internal::GetCapturedStderr();
    EXPECT_EQ(FaultVfs::get().hits(), 2);
    EXPECT_EQ(state("a"), "sent");
    after = nullptr;
    settle_after(1h);
    EXPECT_EQ(taken.size(), 1U);
}

TEST_F(OutboxTest, WithoutItsMarkOnDiskNoMailIsHandedOver) {
    before = [] {
        FaultVfs::get().arm(FaultVfs::Op::sync, 0, 1, SQLITE_IOERR_FSYNC, "t.db-wal");
        return Answer{Kind::taken, "250"};
    };
    put("a");
    testing::internal::CaptureStderr();
    outbox->settle();
    testing::internal::GetCapturedStderr();
    EXPECT_EQ(FaultVfs::get().hits(), 1);
    EXPECT_TRUE(taken.empty());
    EXPECT_EQ(state("a"), "waiting");
    before = nullptr;
    settle_after(76s);
    EXPECT_EQ(taken.size(), 1U);
}

TEST_F(OutboxTest, WhatMayHaveComeKeepsItsMarkAndItsName) {
    after = [] { return Answer{Kind::later, "cut", "", true, true}; };
    put("a");
    outbox->settle();
    EXPECT_EQ(state("a"), "sending");
    // Put off by a relay that answers now: the doubt of the first time stays.
    before = [] { return Answer{Kind::later, "450"}; };
    settle_after(76s);
    EXPECT_EQ(state("a"), "sending");
    before = after = nullptr;
    start();  // as after a crash
    settle_after(3min);
    ASSERT_EQ(taken.size(), 2U);
    EXPECT_EQ(state("a"), "sent");
    EXPECT_EQ(id_of(taken[0]), id_of(taken[1]));

    after = [] { return Answer{Kind::later, "cut", "", true, true}; };
    put("b");
    outbox->settle();
    change([](storage::Database& db) { withdraw(db, "test", "b"); });
    settle_after(2min);
    EXPECT_EQ(state("b"), "dropped");
    EXPECT_EQ(taken.size(), 3U);
}

TEST_F(OutboxTest, AnUnreachedRelayCostsNoMailATry) {
    int tries = 0;
    before = [&] {
        ++tries;
        return Answer{Kind::no_relay, "no_connection", "", true};
    };
    testing::internal::CaptureStderr();
    for (int i = 0; i < 50; ++i) put(std::to_string(i), 0s, 240h);
    for (int hour = 0; hour < 48; ++hour) settle_after(1h);
    testing::internal::GetCapturedStderr();
    EXPECT_EQ(tries, 48) << "one mail is enough to see that nobody is there";
    before = nullptr;
    settle_after(30min);
    EXPECT_EQ(taken.size(), 50U);
}

}  // namespace
}  // namespace covision::notify
