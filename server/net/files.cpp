#include "server/net/files.hpp"

#include <openssl/sha.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "server/base/random.hpp"
#include "server/net/server.hpp"

namespace covision::net {
namespace {

namespace fs = std::filesystem;

std::string type_of(const std::string& extension) {
    static const std::map<std::string, std::string> types{
        {".html", "text/html; charset=utf-8"},
        {".js", "text/javascript; charset=utf-8"},
        {".css", "text/css; charset=utf-8"},
        {".json", "application/json"},
        {".webmanifest", "application/manifest+json"},
        {".svg", "image/svg+xml"},
        {".png", "image/png"},
        {".ico", "image/x-icon"},
        {".woff2", "font/woff2"},
        {".txt", "text/plain; charset=utf-8"},
    };
    const auto found = types.find(extension);
    return found == types.end() ? "application/octet-stream" : found->second;
}

std::shared_ptr<const std::string> read(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    auto text = std::make_shared<std::string>(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
    if (in.bad() || !in.is_open()) throw StartError("The client's file " + path.string() + " cannot be read.");
    return text;
}

std::string etag_of(const std::string& body) {
    std::array<std::byte, SHA256_DIGEST_LENGTH> digest{};
    SHA256(reinterpret_cast<const unsigned char*>(body.data()), body.size(),
           reinterpret_cast<unsigned char*>(digest.data()));
    return '"' + base64url(std::span(digest).first(18)) + '"';
}

}  // namespace

Files::Files(const std::string& folder) {
    if (folder.empty()) return;
    std::error_code error;
    for (fs::recursive_directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
        if (!entry->is_regular_file()) continue;
        const auto name = "/" + fs::relative(entry->path(), folder).generic_string();
        if (entry->path().extension() == ".gz") {
            files_[name.substr(0, name.size() - 3)].gzip = read(entry->path());
            continue;
        }
        auto& file = files_[name];
        file.body = read(entry->path());
        file.type = type_of(entry->path().extension().string());
        file.etag = etag_of(*file.body);
        file.forever = name.starts_with("/assets/");
    }
    for (auto one = files_.begin(); one != files_.end();) one = one->second.body ? std::next(one) : files_.erase(one);
    if (!index()) throw StartError("There is no built client in " + folder + " (index.html is missing).");
}

const File* Files::find(std::string_view path) const {
    const auto found = files_.find(path == "/" ? std::string_view("/index.html") : path);
    return found == files_.end() ? nullptr : &found->second;
}

}  // namespace covision::net
