#pragma once
// Accounts, logins and groups written straight into a data folder, all in one transaction.

#include <cstddef>
#include <string>

#include "server/app/settings.hpp"

namespace covision::bench {

struct Seed {
    std::size_t groups = 10000;             ///< of eight members: 00000000-0000-4000-8000-<12 digits>
    std::size_t singles = 1000;             ///< of one member: 00000000-0000-4001-8000-<12 digits>
    std::size_t tokens = 10000;             ///< members of the first groups that get a line in the file
    std::string tokens_file, singles_file;  ///< a login's token a line, in order of groups and members
};

/// The folder has been served before (it holds a migrated database and its keys).
void seed(const app::Settings& settings, const Seed& wanted);

}  // namespace covision::bench
