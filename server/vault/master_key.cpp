#include "server/vault/master_key.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <system_error>

#include "server/vault/vault.hpp"

namespace covision::vault {
namespace {

namespace fs = std::filesystem;

class File {
public:
    File(const std::string& path, int flags) : number_(::open(path.c_str(), flags | O_CLOEXEC, 0600)) {}
    ~File() {
        if (number_ >= 0) ::close(number_);
    }
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    explicit operator bool() const { return number_ >= 0; }
    int number() const { return number_; }

private:
    int number_;
};

std::string reason(int error) { return std::system_category().message(error); }

[[noreturn]] void refuse_missing(const std::string& path, const std::string& keys_path) {
    if (fs::exists(keys_path)) {
        throw KeyError("The master key " + path + " is missing, but " + keys_path +
                       " holds keys that were made with it. Put that file back: without it no text can be read again.");
    }
    throw KeyError("There is no master key at " + path + ".");
}

}  // namespace

void write_master_key(const std::string& path) {
    ready();
    const File file(path, O_CREAT | O_EXCL | O_WRONLY);
    if (!file && errno == EEXIST)
        throw KeyError("There is a master key at " + path + " already; it is never replaced.");
    if (!file) throw KeyError("The master key cannot be written to " + path + ": " + reason(errno));
    const Key key = Key::random();
    if (::write(file.number(), key.data(), Key::size) != static_cast<ssize_t>(Key::size) ||
        ::fsync(file.number()) != 0) {
        const std::string why = reason(errno);
        ::unlink(path.c_str());
        throw KeyError("The master key cannot be written to " + path + ": " + why);
    }
    const File folder(fs::absolute(path).parent_path().string(), O_RDONLY | O_DIRECTORY);
    if (folder) ::fsync(folder.number());  // the name must outlive a power cut as the bytes do
}

Key read_master_key(const std::string& path, const std::string& keys_path) {
    const File file(path, O_RDONLY);
    if (!file && errno == ENOENT) refuse_missing(path, keys_path);
    if (!file) throw KeyError("The master key " + path + " cannot be read: " + reason(errno));
    constexpr auto others = fs::perms::others_all | fs::perms::group_write | fs::perms::group_exec;
    if ((fs::status(path).permissions() & others) != fs::perms::none) {
        throw KeyError("The master key " + path + " may be used by other users. Make it private: chmod 600.");
    }
    Key key;
    char more = 0;
    if (::read(file.number(), key.data(), Key::size) != static_cast<ssize_t>(Key::size) ||
        ::read(file.number(), &more, 1) != 0) {
        throw KeyError("The master key " + path + " is damaged: it must hold exactly 32 bytes.");
    }
    return key;
}

}  // namespace covision::vault
