// Many lines: all threads, in order, with no more in memory than a few batches, and at once for who asks line by line.

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <sstream>

#include "server/app/deid_lines.hpp"

namespace covision::app {
namespace {

const deid::Detector& detector() {
    static const deid::Resources resources = deid::Resources::built_in();
    static const deid::Detector one(resources);
    return one;
}

LineOptions on(std::size_t threads) {
    LineOptions options;
    options.name = "the input";
    options.threads = threads;
    return options;
}

/// Makes lines as they are asked for; the answers tell by their length and place which line they belong to.
std::string line_of(std::size_t i) { return "{\"text\":\"" + std::string(i % 97, '-') + " sister Anna\"}\n"; }
std::string begin_of(std::size_t i) { return "{\"spans\":[{\"start\":" + std::to_string(i % 97 + 8) + ","; }

class Source : public std::streambuf {
public:
    explicit Source(std::size_t lines) : lines_(lines) {}
    std::atomic<std::size_t> given{0};

protected:
    int_type underflow() override {
        if (given == lines_) return traits_type::eof();
        line_ = line_of(given++);
        setg(line_.data(), line_.data(), line_.data() + line_.size());
        return traits_type::to_int_type(line_.front());
    }
    std::streamsize showmanyc() override { return given == lines_ ? -1 : 100; }

private:
    std::size_t lines_;
    std::string line_;
};

class Sink : public std::streambuf {
public:
    explicit Sink(const Source& source) : source_(source) {}
    std::size_t taken = 0, furthest_ahead = 0, wrong = 0;

protected:
    int_type overflow(int_type sign) override {
        const char one = traits_type::to_char_type(sign);
        if (one != '\n') {
            line_ += one;
            return sign;
        }
        wrong += line_.rfind(begin_of(taken), 0) == 0 ? 0U : 1U;
        furthest_ahead = std::max(furthest_ahead, source_.given - taken);
        ++taken;
        line_.clear();
        return sign;
    }

private:
    const Source& source_;
    std::string line_;
};

TEST(DeidLines, TwentyThousandKeepTheirOrderAndFewAreInMemory) {
    constexpr std::size_t lines = 20'000, threads = 4, most_on_their_way = (2 * threads + 2 + 2) * 64;
    Source source(lines);
    Sink sink(source);
    std::istream in(&source);
    std::ostream out(&sink);
    std::ostringstream err;
    EXPECT_TRUE(answer_lines(in, out, err, detector(), on(threads)));
    EXPECT_EQ(sink.taken, lines);
    EXPECT_EQ(sink.wrong, 0u);
    EXPECT_LE(sink.furthest_ahead, most_on_their_way);
    EXPECT_EQ(err.str(), "");
}

/// A program that asks line by line: the next line is only there when the last has been answered.
class Dialogue : public std::streambuf {
public:
    explicit Dialogue(std::size_t lines) : lines_(lines) {}
    void answered() {
        const std::lock_guard lock(mutex_);
        ++answers_;
        changed_.notify_all();
    }

protected:
    int_type underflow() override {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return answers_ == asked_; });
        if (asked_ == lines_) return traits_type::eof();
        line_ = line_of(asked_++);
        setg(line_.data(), line_.data(), line_.data() + line_.size());
        return traits_type::to_int_type(line_.front());
    }
    std::streamsize showmanyc() override { return 0; }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    std::size_t lines_, asked_ = 0, answers_ = 0;
    std::string line_;
};

class Answers : public std::stringbuf {
public:
    explicit Answers(Dialogue& dialogue) : dialogue_(dialogue) {}

protected:
    int sync() override {
        dialogue_.answered();
        return 0;
    }

private:
    Dialogue& dialogue_;
};

TEST(DeidLines, EachIsAnsweredBeforeTheNextArrives) {
    Dialogue dialogue(50);
    Answers answers(dialogue);
    std::istream in(&dialogue);
    std::ostream out(&answers);
    std::ostringstream err;
    EXPECT_TRUE(answer_lines(in, out, err, detector(), on(2)));
    std::istringstream all(answers.str());
    std::string line;
    for (std::size_t i = 0; i < 50; ++i) {
        ASSERT_TRUE(std::getline(all, line));
        EXPECT_EQ(line.rfind(begin_of(i), 0), 0u) << line;
    }
}

TEST(DeidLines, ALineThatIsTooLongIsPassedOver) {
    std::istringstream in("{\"text\":\"" + std::string(std::size_t{17} << 20, 'a') + "\"}\n{\"text\":\"calm\"}\n");
    std::ostringstream out, err;
    EXPECT_FALSE(answer_lines(in, out, err, detector(), on(1)));
    EXPECT_EQ(out.str(), "{\"spans\":[],\"error\":\"this line is longer than 16 MiB\"}\n{\"spans\":[]}\n");
}

TEST(DeidLines, ProgressOnlyWhereItIsWanted) {
    for (const bool wanted : {false, true}) {
        std::istringstream in(line_of(0));
        std::ostringstream out, err;
        auto options = on(1);
        options.progress = wanted;
        EXPECT_TRUE(answer_lines(in, out, err, detector(), options));
        EXPECT_EQ(err.str().find("\r1 notes, 0.0 MB") != std::string::npos, wanted) << err.str();
        EXPECT_EQ(err.str().empty() || err.str().back() != '\n', !wanted) << err.str();
    }
}

}  // namespace
}  // namespace covision::app
