#include "server/app/deid_command.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <ostream>

#include "server/app/deid_lines.hpp"
#include "server/app/deid_report.hpp"

namespace covision::app {
namespace {

/// What cannot be read or written, as a sentence without its beginning.
struct Unusable {
    std::string what;
};

class Command {
public:
    Command(std::ostream& out, std::ostream& err, const DeidOptions& options)
        : out_(out), err_(err), options_(options), resources_(deid::Resources::built_in()), detector_(resources_) {
        policy_.strictness = options.strictness;
    }

    /// `name` is for sentences about it; `label` stands before each line of a report.
    int run(std::istream& in, const std::string& name, const std::string& label) {
        try {
            return options_.jsonl ? lines(in, name) : text(in, name, label);
        } catch (const std::ios_base::failure&) {
            throw Unusable{name + " cannot be read."};
        }
    }

private:
    int text(std::istream& in, const std::string& name, const std::string& label) {
        const std::string text{std::istreambuf_iterator<char>(in), {}};
        try {
            const auto findings = detector_.scan(text, policy_);
            if (!options_.replace) return report(out_, label, text, findings);
            out_ << replaced(text, findings);
            return 0;
        } catch (const deid::InvalidText& broken) {
            const auto line =
                1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(broken.offset), '\n');
            throw Unusable{name + " is not valid UTF-8 in line " + std::to_string(line) + "."};
        }
    }
    /// Every finding's first proposal; then what only shows beside the new words, which is rarely anything.
    std::string replaced(const std::string& text, std::vector<deid::Finding> findings) const {
        std::string clean = deid::apply(text, findings);
        for (int round = 0; round < 3 && !findings.empty(); ++round) {
            findings = detector_.scan(clean, policy_);
            clean = deid::apply(clean, findings);
        }
        return clean;
    }
    int lines(std::istream& in, const std::string& name) {
        LineOptions work;
        work.policy = policy_;
        work.name = name;
        work.threads = options_.threads;
        work.progress = options_.progress;
        return answer_lines(in, out_, err_, detector_, work) ? 0 : 2;
    }

    std::ostream& out_;
    std::ostream& err_;
    const DeidOptions& options_;
    const deid::Resources resources_;
    const deid::Detector detector_;
    deid::Policy policy_;
};

int run_files(Command& command, const std::vector<std::string>& files) {
    int code = 0;
    for (const auto& name : files) {
        std::vector<char> buffer(std::size_t{1} << 16);
        std::ifstream file;
        file.rdbuf()->pubsetbuf(buffer.data(), static_cast<std::streamsize>(buffer.size()));
        file.open(name, std::ios::binary);
        if (!file || std::filesystem::is_directory(name)) throw Unusable{name + " cannot be read."};
        code = std::max(code, command.run(file, name, files.size() > 1 ? name + ":" : ""));
    }
    return code;
}

}  // namespace

int deid_command(std::istream& in, std::ostream& out, std::ostream& err, const DeidOptions& options) {
    try {
        Command command(out, err, options);
        const int code = options.files.empty() ? command.run(in, "the input", "") : run_files(command, options.files);
        if (!out.flush()) throw Unusable{"the answer cannot be written."};
        return code;
    } catch (const Unusable& unusable) {
        err << "covision deid: " << unusable.what << "\n";
        return 2;
    }
}

}  // namespace covision::app
