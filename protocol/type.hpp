#pragma once
// The run-time descriptor of one C++ type, as describe.hpp makes it and the decoder, the encoder and the writers walk
// it.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace covision::protocol {

enum class Kind {
    boolean,
    integer,
    real,
    text,
    confidential,
    secret,
    id,
    time,
    local_time,
    local_date,
    enumeration,
    list,
    optional,
    structure,
    empty,  // a structure without members
};

struct Type;

struct Field {
    std::string_view name;
    const Type* type;
    std::size_t offset;  // bytes from the structure's address
};

struct Enumerator {
    std::string_view name;
    std::int64_t value;
};

/// One described C++ type. Objects of it are reached as void*, through the functions that its kind has set.
struct Type {
    Kind kind;
    std::string_view name = {};            // enumeration, structure, empty: unique in the interface
    std::size_t min = 0, max = 0;          // texts: code points; list: items
    std::int64_t lowest = 0, highest = 0;  // integer: both included
    const Type* element = nullptr;         // list, optional
    std::vector<Field> fields = {};        // structure, in order of declaration
    std::vector<Enumerator> enumerators = {};

    // text, confidential, secret, id, local_time, local_date
    const std::string& (*text)(const void*) = nullptr;
    void (*set_text)(void*, std::string) = nullptr;
    // boolean (0, 1), integer, enumeration (its value), time (microseconds since 1970 in UTC)
    std::int64_t (*whole)(const void*) = nullptr;
    void (*set_whole)(void*, std::int64_t) = nullptr;
    // real
    double (*number)(const void*) = nullptr;
    void (*set_number)(void*, double) = nullptr;
    // list; an optional is a list of at most one item
    std::size_t (*size)(const void*) = nullptr;
    const void* (*item)(const void*, std::size_t) = nullptr;
    void* (*append)(void*) = nullptr;  // a new item with default values; it moves earlier items
    void (*clear)(void*) = nullptr;
};

}  // namespace covision::protocol
