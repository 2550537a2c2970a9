#include "tests/bench/server/publish.hpp"

#include "protocol/messages/common.hpp"
#include "server/call/table_impl.hpp"
#include "server/features/groups/permit.hpp"

namespace covision::bench {

struct BenchPublish {
    protocol::Id group;
    protocol::Text<4000, 1> body;
};
COVISION_MESSAGE(BenchPublish, group, body)

struct BenchMessage {
    protocol::Id account;
    protocol::Text<4000> body;
};
COVISION_MESSAGE(BenchMessage, account, body)

namespace {

using storage::Sql;

const call::Topic<BenchMessage> published{"bench.published"};

const Sql add_message{"INSERT INTO bench_message (grp, account, at, body) VALUES ($1, $2, $3, $4)",
                      Sql::Home::own_file};

protocol::Empty publish(call::Write& write, const BenchPublish& params) {
    const auto member = groups::permit(write, params.group, groups::Need::signed_member);
    write.db.run(add_message, member.group(), member.account(), write.now, params.body);
    write.emit(published, member.group(), {member.account(), params.body.value});
    return {};
}

}  // namespace

void methods(call::Table& table) {
    table.write("bench.publish", "Keeps a text and tells the group.", &publish);
    table.event(published);
}

void create_table(storage::Database& db) {
    db.script(
        "CREATE TABLE IF NOT EXISTS bench_message (id INTEGER PRIMARY KEY, grp TEXT NOT NULL, account TEXT NOT NULL, "
        "at INTEGER NOT NULL, body TEXT NOT NULL) STRICT");
}

}  // namespace covision::bench
