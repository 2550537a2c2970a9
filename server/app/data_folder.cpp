#include "server/app/data_folder.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>

#include "server/vault/vault.hpp"

namespace covision::app {

namespace fs = std::filesystem;

DataFolder::DataFolder(const Settings& settings) {
    std::error_code error;
    if (!fs::exists(settings.data, error)) {
        auto parent = fs::path(settings.data).parent_path();
        if (!parent.empty()) fs::create_directories(parent, error);
        if (error || mkdir(settings.data.c_str(), 0700) != 0)
            throw SettingsError("The data folder " + settings.data +
                                " cannot be made. Check the rights of its parent.");
    }
    if (!fs::is_directory(settings.data, error))
        throw SettingsError(settings.data + " is not a folder. Choose another one with --data.");
    lock_ = open((settings.data + "/lock").c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0600);
    if (lock_ < 0) throw SettingsError("The data folder " + settings.data + " cannot be written to. Check its rights.");
    if (flock(lock_, LOCK_EX | LOCK_NB) != 0) {
        close(lock_);
        throw SettingsError("Another server is using the data folder " + settings.data + ". Stop it first.");
    }
    is_new_ = !fs::exists(settings.database_file(), error) && !fs::exists(settings.keys_file(), error);
    try {
        if (is_new_ && !fs::exists(settings.master_key_file(), error))
            vault::Vault::create_master_key(settings.master_key_file());
    } catch (...) {
        close(lock_);
        throw;
    }
}

DataFolder::~DataFolder() { close(lock_); }

}  // namespace covision::app
