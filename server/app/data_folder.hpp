#pragma once
// The data folder: made on first use, held by one server at a time.

#include "server/app/settings.hpp"

namespace covision::app {

class DataFolder {
public:
    /// Makes a new folder (mode 0700) and its master key, or takes an existing one; throws SettingsError when another
    /// server holds it or rights are missing. Touches nothing in that case.
    explicit DataFolder(const Settings& settings);
    ~DataFolder();
    DataFolder(const DataFolder&) = delete;
    DataFolder& operator=(const DataFolder&) = delete;

    /// There was no database in it.
    [[nodiscard]] bool is_new() const { return is_new_; }

private:
    int lock_ = -1;
    bool is_new_ = false;
};

}  // namespace covision::app
