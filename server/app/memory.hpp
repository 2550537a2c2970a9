#pragma once
// What the process asks of the machine's memory.

namespace covision::app {

/// A burst's memory is kept for the next one: glibc gives each thread's back at once, page by page, and asks again.
void keep_some_memory();

/// Starting reads nearly all of the program and its libraries (relocations, tables, migrations), most of it for the
/// last time. Takes these pages, which are the files' own, out of the process; what is wanted again comes back from the
/// page cache. Free memory of the heap is given back too.
void give_back_what_starting_took();

}  // namespace covision::app
