// Reads the JSON-RPC 2.0 envelope by hand: every call passes here, and only `params` needs a real parser.
#include <algorithm>

#include "protocol/json.hpp"

namespace covision::protocol {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_call_id(std::string_view text) {
    return !text.empty() && text.size() <= 64 && std::all_of(text.begin(), text.end(), [](char c) {
        return is_lower(c) || is_digit(c) || (c >= 'A' && c <= 'Z') || c == '-' || c == '_' || c == '.' || c == ':';
    });
}

bool is_method(std::string_view text) {
    return !text.empty() && text.size() <= 64 && std::all_of(text.begin(), text.end(), [](char c) {
        return is_lower(c) || is_digit(c) || c == '_' || c == '.';
    });
}

/// One pass over the frame. What stands in `params` is only bracketed here; decode() looks at every byte of it, and all
/// other members are compared whole, so nothing passes unchecked.
class Envelope {
public:
    explicit Envelope(std::string_view frame) : frame_(frame) {}

    Request read() {
        skip_spaces();
        if (peek() == '[') throw DecodeError(rpc_error::invalid_request, "", "Send one call in a frame, not a batch.");
        if (peek() != '{') throw syntax();
        ++at_;
        skip_spaces();
        if (peek() == '}') {
            ++at_;
        } else {
            do {
                read_member();
                skip_spaces();
            } while (take(','));
            expect('}');
        }
        skip_spaces();
        if (at_ != frame_.size()) throw syntax();
        check();
        return {std::string(id_), std::string(method_), params_.empty() ? "{}" : std::string(params_)};
    }

private:
    void read_member() {
        skip_spaces();
        const auto name = value('"');
        skip_spaces();
        expect(':');
        skip_spaces();
        if (name == R"("jsonrpc")") {
            keep(version_, value(peek()), "jsonrpc");
        } else if (name == R"("id")") {
            keep(id_, value(peek()), "id");
            read_id();
        } else if (name == R"("method")") {
            keep(method_, value(peek()), "method");
        } else if (name == R"("params")") {
            keep(params_, value(peek()), "params");
        } else {
            value(peek());
            note(rpc_error::invalid_request, "", "A call has the members jsonrpc, id, method and params only.");
        }
    }

    void keep(std::string_view& member, std::string_view text, const char* path) {
        if (!member.empty()) note(rpc_error::invalid_request, path, "This member stands here twice.");
        member = text;
    }

    void read_id() {
        if (!unquote(id_) || !is_call_id(id_)) {
            id_ = "?";  // so that a second one is seen, but never repeated
            note(rpc_error::invalid_request, "id",
                 "A call's id is a UUID or another text of 1 to 64 plain characters.");
        } else {
            readable_id_ = id_;
        }
    }

    /// Removes the quotes. False for what is no string. Escapes stay, and fail every comparison.
    static bool unquote(std::string_view& text) {
        if (text.size() < 2 || text.front() != '"') return false;
        text = text.substr(1, text.size() - 2);
        return true;
    }

    void check() {
        if (version_ != R"("2.0")") note(rpc_error::invalid_request, "jsonrpc", "This member must be \"2.0\".");
        if (id_.empty()) note(rpc_error::invalid_request, "id", "A call needs an id.");
        if (!unquote(method_) || !is_method(method_)) {
            note(rpc_error::invalid_request, "method", "This member must be a method's name like groups.create.");
        }
        if (!params_.empty() && params_.front() != '{') {
            note(rpc_error::invalid_params, "params", "This member must be an object.");
        }
        if (fault_) throw with_id(*fault_);
    }

    /// The text of the value that begins here, which must begin with `first`.
    std::string_view value(char first) {
        const auto begin = at_;
        if (at_ == frame_.size() || frame_[at_] != first) throw syntax();
        if (first == '"') {
            skip_string();
        } else if (first == '{' || first == '[') {
            skip_nested();
        } else {
            while (at_ < frame_.size() && !is_space(peek()) && peek() != ',' && peek() != '}' && peek() != ']') ++at_;
            if (at_ == begin) throw syntax();
        }
        return frame_.substr(begin, at_ - begin);
    }

    void skip_string() {
        for (++at_; at_ < frame_.size(); ++at_) {
            if (frame_[at_] == '\\') {
                ++at_;
            } else if (frame_[at_] == '"') {
                ++at_;
                return;
            }
        }
        throw syntax();
    }

    void skip_nested() {
        std::size_t depth = 1;  // the frame's own object
        while (at_ < frame_.size()) {
            const char c = frame_[at_];
            if (c == '"') {
                skip_string();
                continue;
            }
            ++at_;
            if (c == '{' || c == '[') {
                if (++depth > max_depth) {
                    throw with_id(DecodeError(rpc_error::invalid_request, "", "This is nested too deeply."));
                }
            } else if ((c == '}' || c == ']') && --depth == 1) {
                return;
            }
        }
        throw syntax();
    }

    char peek() const { return at_ < frame_.size() ? frame_[at_] : '\0'; }
    void skip_spaces() {
        while (at_ < frame_.size() && is_space(frame_[at_])) ++at_;
    }
    bool take(char c) {
        if (peek() != c) return false;
        ++at_;
        return true;
    }
    void expect(char c) {
        if (!take(c)) throw syntax();
    }

    /// The first fault is the answer. It waits for the end of the frame, because the call's id may come last.
    void note(int code, const char* path, const char* sentence) {
        if (!fault_) fault_.emplace(code, path, sentence);
    }
    DecodeError with_id(DecodeError error) const {
        error.id = readable_id_;
        return error;
    }
    DecodeError syntax() const {
        return with_id(
            DecodeError(rpc_error::parse, "", "This is not JSON: stopped at byte " + std::to_string(at_) + "."));
    }

    std::string_view frame_;
    std::size_t at_ = 0;
    std::string_view version_, id_, method_, params_, readable_id_;
    std::optional<DecodeError> fault_;
};

}  // namespace

Request decode_request(std::string_view frame) { return Envelope(frame).read(); }

}  // namespace covision::protocol
