#pragma once
// Rows of ideas. Texts go in and come out sealed.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/features/groups/permit.hpp"
#include "server/storage/database.hpp"

namespace covision::ideas {

struct IdeaRow {
    std::string id, session;
    std::int64_t item = 0, phase = 0;
    std::optional<std::string> case_id;
    std::string presenter;
    std::optional<std::string> author;  // until the session is over
    std::int64_t place = 0;             // in the order of noting; 0 from then on
    storage::Blob body;

    static IdeaRow from(const storage::Row& row);
};

void add_idea(storage::Database& db, const groups::Member& member, const IdeaRow& row);
/// In order of item, phase, place and random id.
std::vector<IdeaRow> ideas_of(storage::Database& db, const groups::Member& member, const std::string& session);
/// The same of all sessions of one presenter.
std::vector<IdeaRow> ideas_for(storage::Database& db, const groups::Member& member, const std::string& presenter);
void drop_idea(storage::Database& db, const groups::Member& member, const std::string& id);
/// Nothing leads from the ideas of a session to who wrote them any more.
void forget_authors(storage::Database& db, const groups::Member& member, const std::string& session);

/// For the sweep of keys at start.
bool has_sealed_row(storage::Database& db, std::string_view group, std::string_view row);

}  // namespace covision::ideas
