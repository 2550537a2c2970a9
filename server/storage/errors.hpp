#pragma once
// What can go wrong in storage. Messages name files, tables and columns, never values: no member's text is in them.

#include <stdexcept>
#include <string>
#include <string_view>

namespace covision::storage {

/// The base: something is wrong with the database. Also thrown itself (not a database, missing rights, bad SQL …).
class StorageError : public std::runtime_error {
public:
    explicit StorageError(const std::string& sentence) : std::runtime_error(sentence) {}
    /// The stable name for logs and answers.
    virtual std::string_view name() const { return "storage_error"; }
};

/// No room left (SQLITE_FULL).
class Full final : public StorageError {
public:
    using StorageError::StorageError;
    std::string_view name() const override { return "storage_full"; }
};

/// The disk failed (SQLITE_IOERR and its kin).
class Io final : public StorageError {
public:
    using StorageError::StorageError;
    std::string_view name() const override { return "storage_io"; }
};

/// A rule of the schema was broken; the statement did nothing, the transaction goes on.
class Constraint final : public StorageError {
public:
    enum class Kind { unique, foreign, other };
    Constraint(const std::string& sentence, Kind which) : StorageError(sentence), kind(which) {}
    std::string_view name() const override { return "storage_constraint"; }
    Kind kind;
};

/// Nothing of this job is stored; the caller may send the same call again. A job of a lost batch, or one that came
/// while the executor was stopping.
class Unavailable : public StorageError {
public:
    using StorageError::StorageError;
    std::string_view name() const override { return "storage_unavailable"; }
};

/// The queue is full: refused at once, nothing was tried.
class Busy final : public Unavailable {
public:
    using Unavailable::Unavailable;
    std::string_view name() const override { return "busy"; }
};

}  // namespace covision::storage
