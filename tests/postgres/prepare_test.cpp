// Every statement of the main database is in the subset that PostgreSQL takes too. tests/support/postgres starts an
// empty one; PGHOST and its kin say where.

#include <gtest/gtest.h>
#include <libpq-fe.h>

#include <memory>
#include <string>

#include "server/app/features.hpp"
#include "server/rpc/dispatcher.hpp"
#include "server/storage/migrate.hpp"
#include "server/storage/sql.hpp"

namespace covision {
namespace {

struct Close {
    void operator()(PGconn* connection) const { PQfinish(connection); }
    void operator()(PGresult* result) const { PQclear(result); }
};
using Connection = std::unique_ptr<PGconn, Close>;
using Result = std::unique_ptr<PGresult, Close>;

bool fine(const Result& result) {
    auto status = PQresultStatus(result.get());
    return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK;
}

TEST(Postgres, TakesEveryMigrationAndEveryStatement) {
    Connection connection(PQconnectdb(""));
    ASSERT_EQ(PQstatus(connection.get()), CONNECTION_OK) << PQerrorMessage(connection.get());
    Result schema(PQexec(connection.get(), storage::migration_text(storage::Dialect::postgresql).c_str()));
    ASSERT_TRUE(fine(schema)) << PQerrorMessage(connection.get());

    // Naming them links them in: a static library's statements register only then.
    ASSERT_FALSE(app::whole_interface(app::all_features()).methods.empty());
    auto statements = storage::all_sql();
    ASSERT_GT(statements.size(), 100U);
    for (std::size_t i = 0; i < statements.size(); ++i) {
        auto name = "s" + std::to_string(i);
        Result prepared(PQprepare(connection.get(), name.c_str(), std::string(statements[i]).c_str(), 0, nullptr));
        EXPECT_TRUE(fine(prepared)) << statements[i] << "\n" << PQerrorMessage(connection.get());
    }
}

}  // namespace
}  // namespace covision
