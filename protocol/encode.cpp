#include <charconv>
#include <cmath>

#include "protocol/json.hpp"
#include "protocol/text.hpp"
#include "server/base/time.hpp"

namespace covision::protocol {
namespace {

class Encoder {
public:
    void write(const Type& type, const void* value) {
        switch (type.kind) {
            case Kind::boolean: json_ += type.whole(value) != 0 ? "true" : "false"; break;
            case Kind::integer: write_whole(type.whole(value)); break;
            case Kind::real: write_real(type.number(value)); break;
            case Kind::text:
            case Kind::confidential:
            case Kind::secret:
            case Kind::id:
            case Kind::local_time:
            case Kind::local_date: append_quoted(json_, type.text(value)); break;
            case Kind::time: append_quoted(json_, rfc3339(from_micros(type.whole(value)))); break;
            case Kind::enumeration: write_enumerator(type, type.whole(value)); break;
            case Kind::list: write_list(type, value); break;
            case Kind::optional:
                if (type.size(value) == 0) {
                    json_ += "null";
                } else {
                    write(*type.element, type.item(value, 0));
                }
                break;
            case Kind::structure:
            case Kind::empty: write_structure(type, value); break;
        }
    }

    std::string take() { return std::move(json_); }

private:
    template <class Number>
    void append_number(Number number) {
        char digits[32];
        const auto end = std::to_chars(std::begin(digits), std::end(digits), number).ptr;
        json_.append(digits, end);
    }

    void write_whole(std::int64_t number) {
        if (number > greatest_whole || number < -greatest_whole) {
            throw std::logic_error("a whole number is too large for a browser");
        }
        append_number(number);
    }

    void write_real(double number) {
        if (!std::isfinite(number)) throw std::logic_error("JSON has no infinity and no NaN");
        append_number(number);
    }

    void write_enumerator(const Type& type, std::int64_t value) {
        for (const auto& each : type.enumerators) {
            if (each.value == value) return append_quoted(json_, each.name);
        }
        throw std::logic_error("a value of " + std::string(type.name) + " that has no name");
    }

    void write_list(const Type& type, const void* value) {
        json_ += '[';
        for (std::size_t i = 0, n = type.size(value); i < n; ++i) {
            if (i > 0) json_ += ',';
            write(*type.element, type.item(value, i));
        }
        json_ += ']';
    }

    void write_structure(const Type& type, const void* value) {
        json_ += '{';
        bool first = true;
        for (const auto& field : type.fields) {
            const void* member = static_cast<const std::byte*>(value) + field.offset;
            if (field.type->kind == Kind::optional && field.type->size(member) == 0) continue;
            if (!first) json_ += ',';
            first = false;
            append_quoted(json_, field.name);
            json_ += ':';
            write(*field.type, member);
        }
        json_ += '}';
    }

    std::string json_;
};

}  // namespace

std::string encode(const Type& type, const void* value) {
    Encoder encoder;
    encoder.write(type, value);
    return encoder.take();
}

}  // namespace covision::protocol
