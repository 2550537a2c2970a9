#include "server/storage/executor.hpp"

#include "server/storage/checkpointer.hpp"
#include "server/storage/readers.hpp"
#include "server/storage/writer.hpp"

namespace covision::storage {

struct Executor::Parts {
    Parts(const std::string& path, std::size_t reader_count, Hooks hooks, const ExecutorOptions& options)
        : checkpointer(path, options.vfs),
          readers(path, reader_count, options),
          writer(path, options, std::move(hooks),
                 {[this] { readers.pause(); }, [this] { readers.resume(); },
                  [this](std::int64_t pages) { return checkpointer.committed(pages); }}) {}

    // The writer comes last: it is built last and ends first, as it uses the others.
    Checkpointer checkpointer;
    Readers readers;
    Writer writer;
};

Executor::Executor(const std::string& path, std::size_t readers, Hooks hooks, ExecutorOptions options)
    : parts_(std::make_unique<Parts>(path, readers, std::move(hooks), options)) {}

Executor::~Executor() { stop(); }

void Executor::write(Work work, Done done) {
    std::vector<Job> one;
    one.push_back({std::move(work), std::move(done)});
    write(std::move(one));
}

void Executor::write(std::vector<Job> jobs) { parts_->writer.add(std::move(jobs)); }

void Executor::read(Work work, Done done) { parts_->readers.add({std::move(work), std::move(done)}); }

void Executor::stop() {
    parts_->checkpointer.stop();
    parts_->writer.stop();
    parts_->readers.stop();
}

}  // namespace covision::storage
