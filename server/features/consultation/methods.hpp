#pragma once

#include "server/call/table.hpp"

namespace covision::consultation {

/// consultation.formats, .show, .begin, .step, .adjust, .close
void methods(call::Table& table);

}  // namespace covision::consultation
