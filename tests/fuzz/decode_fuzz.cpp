// Any bytes as one frame: the envelope, then its params as each of three messages that together hold every kind. What
// is accepted must encode to what decodes to the same; what is not must be a DecodeError and nothing else.
#include <cstdint>
#include <cstdlib>

#include "protocol/json.hpp"

namespace covision::protocol {
namespace {

enum class Answer { yes, no, late };
COVISION_ENUM(Answer, yes, no, late)

struct Clause {
    Text<20, 1> text{};
    std::optional<Answer> answer{};
};
COVISION_MESSAGE(Clause, text, answer)

struct Values {
    bool flag = false;
    int small = 0;
    Whole<1, 5> stars{};
    double ratio = 0;
    Id id{};
    Time at{};
    LocalTime local{};
    LocalDate day{};
};
COVISION_MESSAGE(Values, flag, small, stars, ratio, id, at, local, day)

struct Texts {
    Text<80, 1> name{};
    std::optional<Confidential<200>> note{};
    std::optional<Secret> secret{};
    List<Clause, 8> clauses{};
    List<Text<5>, 4, 1> tags{};
};
COVISION_MESSAGE(Texts, name, note, secret, clauses, tags)

struct Nothing {};
COVISION_MESSAGE(Nothing)

template <class T>
void try_params(std::string_view json) {
    std::string once;
    try {
        once = encode(decode<T>(json, "params"));
    } catch (const DecodeError& error) {
        (void)encode_error(error);
        return;
    }
    if (encode(decode<T>(once)) != once) std::abort();
}

}  // namespace
}  // namespace covision::protocol

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace covision::protocol;
    const std::string_view frame(reinterpret_cast<const char*>(data), size);
    try {
        const auto request = decode_request(frame);
        if (request.id.empty() || request.method.empty()) std::abort();
        try_params<Values>(request.params);
        try_params<Texts>(request.params);
        try_params<Nothing>(request.params);
        (void)encode_reply(request.id, request.params, 1);
    } catch (const DecodeError& error) {
        (void)encode_error(error);
    }
    // Also without an envelope, as the bodies of /auth come.
    try_params<Texts>(frame);
    return 0;
}
