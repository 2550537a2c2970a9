#pragma once
// How a run lies in its row: as JSON, for table.cpp alone. Rows of earlier versions are read as well.

#include <string>

#include "server/features/consultation/table.hpp"

namespace covision::consultation {

std::string stored(const Run& run);
Run run_of(const std::string& json);
std::string stored(const Agenda& agenda);
Agenda agenda_of(const std::string& json);
/// Who does what, whose turn it is, and who is here.
std::string stored_people(const RunRow& row);
void read_people(const std::string& json, RunRow& row);

}  // namespace covision::consultation
