#include "server/app/memory.hpp"

#include <link.h>
#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>

namespace covision::app {
namespace {

// Never what was or may be written to: there the process has the only copy.
int give_back(dl_phdr_info* object, std::size_t, void*) {
    const auto page = static_cast<std::uintptr_t>(::sysconf(_SC_PAGESIZE));
    for (int i = 0; i < object->dlpi_phnum; ++i) {
        const auto& part = object->dlpi_phdr[i];
        if (part.p_type != PT_LOAD || (part.p_flags & PF_W) != 0) continue;
        const auto from = (object->dlpi_addr + part.p_vaddr) / page * page;
        const auto end = object->dlpi_addr + part.p_vaddr + part.p_memsz;
        // As good as it gets: where the kernel refuses, the pages stay.
        static_cast<void>(::madvise(reinterpret_cast<void*>(from), end - from, MADV_DONTNEED));
    }
    return 0;
}

}  // namespace

void keep_some_memory() { mallopt(M_TRIM_THRESHOLD, 4 << 20); }

void give_back_what_starting_took() {
    malloc_trim(0);
    dl_iterate_phdr(&give_back, nullptr);
}

}  // namespace covision::app
