#pragma once
// SQLite's own cache of pages, spared one search.

namespace covision::storage {

/// Puts a thin layer over SQLite's page cache, for the whole process. Call it before SQLite does anything else.
///
/// While SQLite sorts the pages of a B-tree that it splits, one of them has for a moment the number of a page that lies
/// far behind the end of the file. Its cache takes that number for the highest that it holds, and at the end of the
/// transaction looks through all its pages for some behind the end: a tenth of a millisecond with 32 MiB of small
/// pages. The layer knows that there are none. Everything else goes through untouched.
/// (https://www.sqlite.org/c3ref/pcache_methods2.html)
void spare_cache_searches();

}  // namespace covision::storage
