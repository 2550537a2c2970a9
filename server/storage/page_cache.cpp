#include "server/storage/page_cache.hpp"

#include <sqlite3.h>

#include <memory>
#include <new>

namespace covision::storage {
namespace {

sqlite3_pcache_methods2 inner;

// What SQLite takes for its cache. Page numbers begin with 1.
struct Cache {
    sqlite3_pcache* pages;
    unsigned highest;  // no page above it is in the cache
    unsigned before;   // what `highest` was before a page took a number above it for a moment; 0: none did
};

Cache& own(sqlite3_pcache* cache) { return *reinterpret_cast<Cache*>(cache); }

sqlite3_pcache* create(int page, int extra, int purgeable) {
    auto cache = std::unique_ptr<Cache>(new (std::nothrow) Cache{});
    if (!cache || !(cache->pages = inner.xCreate(page, extra, purgeable))) return nullptr;
    return reinterpret_cast<sqlite3_pcache*>(cache.release());
}

void destroy(sqlite3_pcache* cache) {
    const std::unique_ptr<Cache> mine(&own(cache));
    inner.xDestroy(mine->pages);
}

sqlite3_pcache_page* fetch(sqlite3_pcache* cache, unsigned key, int make) {
    Cache& mine = own(cache);
    if (make && key > mine.highest) mine = {mine.pages, key, 0};
    return inner.xFetch(mine.pages, key, make);
}

void rekey(sqlite3_pcache* cache, sqlite3_pcache_page* page, unsigned from, unsigned to) {
    Cache& mine = own(cache);
    inner.xRekey(mine.pages, page, from, to);
    if (to > mine.highest)
        mine = {mine.pages, to, mine.highest};
    else if (from == mine.highest && mine.before >= to)
        mine = {mine.pages, mine.before, 0};
}

void truncate(sqlite3_pcache* cache, unsigned limit) {
    Cache& mine = own(cache);
    if (limit > mine.highest) return;
    inner.xTruncate(mine.pages, limit);
    mine = {mine.pages, limit == 0 ? 0 : limit - 1, 0};
}

}  // namespace

void spare_cache_searches() {
    sqlite3_config(SQLITE_CONFIG_GETPCACHE2, &inner);
    sqlite3_pcache_methods2 methods = inner;
    methods.xCreate = create;
    methods.xDestroy = destroy;
    methods.xFetch = fetch;
    methods.xRekey = rekey;
    methods.xTruncate = truncate;
    methods.xCachesize = [](sqlite3_pcache* cache, int size) { inner.xCachesize(own(cache).pages, size); };
    methods.xPagecount = [](sqlite3_pcache* cache) { return inner.xPagecount(own(cache).pages); };
    methods.xUnpin = [](sqlite3_pcache* cache, sqlite3_pcache_page* page, int discard) {
        inner.xUnpin(own(cache).pages, page, discard);
    };
    methods.xShrink = [](sqlite3_pcache* cache) { inner.xShrink(own(cache).pages); };
    sqlite3_config(SQLITE_CONFIG_PCACHE2, &methods);
}

}  // namespace covision::storage
