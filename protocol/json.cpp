// The decoder. The only file that includes nlohmann.
#include "protocol/json.hpp"

#include <cmath>
#include <nlohmann/json.hpp>

#include "protocol/scalars.hpp"

namespace covision::protocol {
namespace {

/// Receives the parser's events and puts each value where the description says. Nothing is built in between.
class Decoder {
public:
    Decoder(const Type& type, void* value, std::string_view root) : type_(type), value_(value), root_(root) {}

    bool null() {
        const Slot slot = next();
        if (slot.type->kind != Kind::optional) fail(expectation(*slot.type));
        slot.type->clear(slot.value);
        return true;
    }

    bool boolean(bool given) {
        const Slot slot = filled();
        if (slot.type->kind != Kind::boolean) fail(expectation(*slot.type));
        slot.type->set_whole(slot.value, given ? 1 : 0);
        return true;
    }

    bool number_integer(std::int64_t given) {
        const Slot slot = filled();
        if (slot.type->kind == Kind::real) {
            slot.type->set_number(slot.value, static_cast<double>(given));
            return true;
        }
        if (slot.type->kind != Kind::integer || given < slot.type->lowest || given > slot.type->highest) {
            fail(expectation(*slot.type));
        }
        slot.type->set_whole(slot.value, given);
        return true;
    }

    bool number_unsigned(std::uint64_t given) {
        // Above every limit alike; the parser hands in what is not negative as unsigned.
        if (given > static_cast<std::uint64_t>(greatest_whole)) return number_float(static_cast<double>(given), {});
        return number_integer(static_cast<std::int64_t>(given));
    }

    bool number_float(double given, const std::string&) {
        const Slot slot = filled();
        if (slot.type->kind != Kind::real || !std::isfinite(given)) fail(expectation(*slot.type));
        slot.type->set_number(slot.value, given);
        return true;
    }

    bool string(std::string& given) {
        const Slot slot = filled();
        if (const auto sentence = set_string(*slot.type, slot.value, std::move(given))) fail(*sentence);
        return true;
    }

    bool binary(nlohmann::json::binary_t&) { return false; }  // only binary formats have these

    bool start_object(std::size_t) {
        const Slot slot = filled();
        if (slot.type->kind != Kind::structure && slot.type->kind != Kind::empty) fail(expectation(*slot.type));
        enter(slot);
        return true;
    }

    bool key(std::string& name) {
        Level& level = levels_.back();
        const auto& fields = level.type->fields;
        std::size_t i = 0;
        while (i < fields.size() && fields[i].name != name) ++i;
        if (i == fields.size()) {
            level.field = no_field;
            fail_at(member_path(name), "This member is not known here.");
        }
        level.field = i;
        const std::uint64_t bit = std::uint64_t{1} << i;
        if ((level.seen & bit) != 0) fail("This member stands here twice.");
        level.seen |= bit;
        return true;
    }

    bool end_object() {
        Level& level = levels_.back();
        const auto& fields = level.type->fields;
        for (std::size_t i = 0; i < fields.size(); ++i) {
            if ((level.seen >> i & 1) != 0 || fields[i].type->kind == Kind::optional) continue;
            level.field = i;
            fail("This member is required.");
        }
        levels_.pop_back();
        return true;
    }

    bool start_array(std::size_t) {
        const Slot slot = filled();
        if (slot.type->kind != Kind::list) fail(expectation(*slot.type));
        slot.type->clear(slot.value);
        enter(slot);
        return true;
    }

    bool end_array() {
        const Level level = levels_.back();
        levels_.pop_back();
        if (level.type->size(level.value) < level.type->min) fail(expectation(*level.type));
        return true;
    }

    bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) {
        // The parser's own message quotes what was sent, so it is not passed on.
        throw DecodeError(rpc_error::parse, root_,
                          "This is not JSON: stopped at byte " + std::to_string(position) + ".");
    }

private:
    static constexpr std::size_t no_field = ~std::size_t{0};

    struct Slot {
        const Type* type;
        void* value;
    };
    struct Level {
        const Type* type;
        void* value;
        std::uint64_t seen = 0;        // structure: one bit a field
        std::size_t field = no_field;  // structure: the field being read
    };

    /// Where the next value belongs.
    Slot next() {
        if (levels_.empty()) return {&type_, value_};
        Level& level = levels_.back();
        if (level.type->kind != Kind::list) {
            const Field& field = level.type->fields[level.field];
            return {field.type, static_cast<std::byte*>(level.value) + field.offset};
        }
        if (level.type->size(level.value) == level.type->max) {
            const Type& list = *level.type;
            levels_.pop_back();
            fail(expectation(list));
        }
        return {level.type->element, level.type->append(level.value)};
    }

    /// The same for a value that is not null: an optional gets its content.
    Slot filled() {
        const Slot slot = next();
        return slot.type->kind == Kind::optional ? Slot{slot.type->element, slot.type->append(slot.value)} : slot;
    }

    void enter(Slot slot) {
        if (levels_.size() == max_depth) fail("This is nested too deeply.");
        levels_.push_back({slot.type, slot.value});
    }

    std::string path() const {
        std::string path = root_;
        for (const Level& level : levels_) {
            if (level.type->kind == Kind::list) {
                const auto size = level.type->size(level.value);
                if (size > 0) path += '[' + std::to_string(size - 1) + ']';
            } else if (level.field != no_field) {
                if (!path.empty()) path += '.';
                path += level.type->fields[level.field].name;
            }
        }
        return path;
    }

    /// An unknown name is repeated only where it can be nothing but a name: it might be a member's text.
    std::string member_path(std::string_view name) const {
        std::string path = this->path();
        if (!is_member_name(name)) return path;
        if (!path.empty()) path += '.';
        return path.append(name);
    }

    [[noreturn]] void fail(const std::string& sentence) const { fail_at(path(), sentence); }
    [[noreturn]] static void fail_at(std::string path, const std::string& sentence) {
        throw DecodeError(rpc_error::invalid_params, std::move(path), sentence);
    }

    const Type& type_;
    void* value_;
    std::string root_;
    std::vector<Level> levels_;
};

}  // namespace

void decode_into(const Type& type, void* value, std::string_view json, std::string_view root) {
    // The parser would skip a byte order mark (RFC 8259 §8.1 forbids it) and take a zero byte for the end.
    if (json.starts_with("\xef\xbb\xbf")) {
        throw DecodeError(rpc_error::parse, std::string(root), "This is not JSON: it begins with a byte order mark.");
    }
    if (json.find('\0') != json.npos) {
        throw DecodeError(rpc_error::parse, std::string(root), "This is not JSON: it holds a zero byte.");
    }
    Decoder decoder(type, value, root);
    nlohmann::json::sax_parse(json.begin(), json.end(), &decoder);
}

}  // namespace covision::protocol
