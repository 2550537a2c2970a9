#pragma once
// The built client, loaded into memory at start: no path of a request ever reaches the file system.

#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace covision::net {

struct File {
    std::shared_ptr<const std::string> body, gzip;  // gzip may be missing
    std::string type, etag;
    bool forever = false;  // its name changes with its content
};

class Files {
public:
    /// Loads all files below `folder`; "NAME.gz" is NAME compressed. Throws StartError where there is no index.html.
    /// An empty name: no files.
    explicit Files(const std::string& folder);

    /// "/assets/app-1f2e.js"; "/" is index.html. nullptr: none.
    [[nodiscard]] const File* find(std::string_view path) const;
    /// What a route of the client itself gets ("/groups/…"); nullptr where no client was loaded.
    [[nodiscard]] const File* index() const { return find("/index.html"); }

private:
    std::map<std::string, File, std::less<>> files_;
};

}  // namespace covision::net
