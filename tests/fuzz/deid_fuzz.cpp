// Any bytes as a note: broken UTF-8 is named, anything else gives findings in order inside of the text, and what was
// replaced can be scanned again.
#include <cstdint>
#include <cstdlib>

#include "server/deid/deid.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    namespace deid = covision::deid;
    static const deid::Resources resources = deid::Resources::built_in();
    static const deid::Detector detector(resources);
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    std::size_t points = 0;
    for (const char c : text) points += (static_cast<unsigned char>(c) & 0xc0) != 0x80 ? 1U : 0U;
    try {
        const std::vector<deid::Finding> findings = detector.scan(text);
        std::size_t last = 0;
        for (const deid::Finding& finding : findings) {
            if (finding.start < last || finding.end <= finding.start || finding.end > points) std::abort();
            if (finding.proposals.empty()) std::abort();
            last = finding.end;
        }
        detector.scan(deid::apply(text, findings));
    } catch (const deid::InvalidText& broken) {
        if (broken.offset >= size) std::abort();
    }
    return 0;
}
