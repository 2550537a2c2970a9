#pragma once
// The formats that come with Covision, one file each.

#include "server/features/consultation/formats.hpp"

namespace covision::consultation {

/// Solution-focused reflecting team, 35 minutes (Norman 2003).
Format reflecting_team();
/// Six-phase peer consultation, 40 minutes (after Tietze).
Format intervision();
/// One person's turn in a group of three, 11 minutes.
Format troika();

}  // namespace covision::consultation
