#pragma once
// A SQLite VFS that writes what a commit appends to the write-ahead log at once, instead of in two pieces a page.

#include <string>

namespace covision::storage {

/// The name of a VFS that gathers over the one called `below` (empty: the system's). Registered on first use, for the
/// life of the process; may be called from any thread. Throws StorageError when `below` is not known.
///
/// Only for connections with synchronous=FULL: with it SQLite syncs the log after a commit's frames and before any
/// connection can learn of them (https://www.sqlite.org/walformat.html), and a sync writes what was gathered. A write
/// that fails is reported by that sync, or by whatever else touches the log first.
const std::string& gathering_vfs(const std::string& below);

}  // namespace covision::storage
