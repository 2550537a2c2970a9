#include "server/storage/sql.hpp"

#include <algorithm>
#include <mutex>

namespace covision::storage {
namespace {

struct Registry {
    std::mutex mutex;
    std::vector<const Sql*> statements;
    std::uint64_t last_id = 0;
};

// A function's static: statements at namespace scope register before main, in no fixed order.
Registry& registry() {
    static Registry one;
    return one;
}

}  // namespace

Sql::Sql(const char* statement, Home where) : text(statement), home(where), id(0) {
    Registry& all = registry();
    const std::lock_guard lock(all.mutex);
    id = ++all.last_id;
    all.statements.push_back(this);
}

Sql::~Sql() {
    Registry& all = registry();
    const std::lock_guard lock(all.mutex);
    std::erase(all.statements, this);
}

std::vector<std::string_view> all_sql() {
    Registry& all = registry();
    const std::lock_guard lock(all.mutex);
    std::vector<std::string_view> texts;
    for (const Sql* sql : all.statements) {
        if (sql->home == Sql::Home::main) texts.push_back(sql->text);
    }
    return texts;
}

}  // namespace covision::storage
