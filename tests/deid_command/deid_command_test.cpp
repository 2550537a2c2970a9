#include "server/app/deid_command.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <regex>
#include <sstream>

#include "tests/storage/temp_folder.hpp"

namespace covision::app {
namespace {

struct Ran {
    int code = 0;
    std::string out, err;
};

Ran run(const std::string& text, const DeidOptions& options) {
    std::istringstream in(text);
    std::ostringstream out, err;
    Ran result;
    result.code = deid_command(in, out, err, options);
    result.out = out.str();
    result.err = err.str();
    return result;
}

DeidOptions jsonl() {
    DeidOptions options;
    options.jsonl = true;
    return options;
}

DeidOptions replace() {
    DeidOptions options;
    options.replace = true;
    return options;
}

DeidOptions files(std::vector<std::string> names) {
    DeidOptions options;
    options.files = std::move(names);
    return options;
}

TEST(DeidCommand, LinesOfJsonInOrder) {
    const Ran done =
        run("\xef\xbb\xbf{\"text\":\"Her sister Anna.\"}\n"
            "{\"id\":7,\"nested\":{\"text\":[\"}\"]},\"text\":\"J\\u00fcrgen \\ud83d\\ude00\\n sister Ann\\u0061\"}\r\n"
            "{\"text\":\"\"}\n",
            jsonl());
    EXPECT_EQ(done.code, 0);
    const std::string name = "\"type\":\"NAME\",\"level\":\"must_replace\",\"reason\":\"…\"}";
    EXPECT_EQ(std::regex_replace(done.out, std::regex("\"reason\":\"[^\"]+\""), "\"reason\":\"…\""),
              "{\"spans\":[{\"start\":11,\"end\":15," + name + "]}\n" + "{\"spans\":[{\"start\":0,\"end\":6," + name +
                  ",{\"start\":17,\"end\":21," + name + "]}\n" + "{\"spans\":[]}\n");
    EXPECT_EQ(done.err, "");
}

TEST(DeidCommand, ABrokenLineIsNamedAndAnsweredAndTheOthersToo) {
    for (const char* broken : {"", "{", "[]", "{}", "{\"text\":7}", "{\"text\":\"\\ud800\"}", "{\"text\":\"a\"} x",
                               "{\"a\":]}", "{\"text\":\"\xff\"}", "{\"a\":\"\\x\",\"text\":\"b\"}", "{\"a\" 1}"}) {
        const Ran done = run("{\"text\":\"calm\"}\n" + std::string(broken) + "\n{\"text\":\"calm\"}", jsonl());
        EXPECT_EQ(done.code, 2) << broken;
        EXPECT_EQ(done.out.rfind("{\"spans\":[]}\n{\"spans\":[],\"error\":\"this line is ", 0), 0U) << broken;
        EXPECT_NE(done.out.find("\"}\n{\"spans\":[]}\n"), std::string::npos) << broken;
        EXPECT_EQ(done.err.rfind("covision deid: line 2 of the input is ", 0), 0U) << done.err;
    }
}

TEST(DeidCommand, ManyBrokenLinesAreNotAllNamed) {
    std::string lines;
    for (int i = 0; i < 500; ++i) lines += "{\n";
    const Ran done = run(lines, jsonl());
    EXPECT_EQ(std::count(done.out.begin(), done.out.end(), '\n'), 500);
    EXPECT_EQ(std::count(done.err.begin(), done.err.end(), '\n'), 11);
    EXPECT_NE(done.err.find("490 further lines"), std::string::npos);
}

TEST(DeidCommand, ReportAndItsCode) {
    const Ran found = run("Calm.\nÄh, my sister Anna, in Bradford.\n", {});
    EXPECT_EQ(found.code, 1);
    EXPECT_NE(found.out.find("2:15  NAME  must replace  \"Anna\" -> \""), std::string::npos) << found.out;
    EXPECT_NE(found.out.find("1 to replace, 1 to review."), std::string::npos) << found.out;
    EXPECT_EQ(run("Nothing here.", {}).code, 0);
    EXPECT_EQ(run("", {}).code, 0);
}

TEST(DeidCommand, NoteOfATextCannotMoveATerminalsCursor) {
    const Ran found = run("Write to anna.keller\xc2\x9b@example.org or \"\x1b[2J\" Anna\x1b.", {});
    EXPECT_EQ(found.out.find('\x1b'), std::string::npos);
    EXPECT_EQ(found.out.find("\xc2\x9b"), std::string::npos);
}

TEST(DeidCommand, Replace) {
    const Ran done = run("My sister Anna left.\r\n", replace());
    EXPECT_EQ(done.code, 0);
    EXPECT_EQ(done.out.find("Anna"), std::string::npos);
    EXPECT_EQ(done.out.rfind("My sister ", 0), 0U);
    EXPECT_NE(done.out.find(" left.\r\n"), std::string::npos);
}

TEST(DeidCommand, FilesOneByOneWithTheirNames) {
    const test::TempFolder folder;
    std::ofstream(folder.file("a.txt")) << "My sister Anna left.";
    std::ofstream(folder.file("b.txt")) << "Calm.";
    const Ran found = run("not read", files({folder.file("a.txt"), folder.file("b.txt")}));
    EXPECT_EQ(found.code, 1);
    EXPECT_EQ(found.out.rfind(folder.file("a.txt") + ":1:11  NAME", 0), 0U) << found.out;
    EXPECT_NE(found.out.find(folder.file("b.txt") + ": 0 to replace"), std::string::npos) << found.out;
}

TEST(DeidCommand, WhatCannotBeReadIsOneSentence) {
    const test::TempFolder folder;
    std::ofstream(folder.file("broken.txt")) << "one\ntwo \xff";
    const auto said = [&](const std::string& name) { return run("", files({folder.file(name)})); };
    EXPECT_EQ(said("none.txt").err, "covision deid: " + folder.file("none.txt") + " cannot be read.\n");
    EXPECT_EQ(said("").err, "covision deid: " + folder.file("") + " cannot be read.\n");
    EXPECT_EQ(said("broken.txt").err,
              "covision deid: " + folder.file("broken.txt") + " is not valid UTF-8 in line 2.\n");
    for (const char* name : {"none.txt", "", "broken.txt"}) {
        EXPECT_EQ(said(name).code, 2);
        EXPECT_EQ(said(name).out, "");
    }
    for (const bool lines : {false, true}) {
        std::ofstream out("/dev/full");
        std::ostringstream err;
        std::istringstream in("{\"text\":\"calm\"}");
        DeidOptions options;
        options.jsonl = lines;
        EXPECT_EQ(deid_command(in, out, err, options), 2);
        EXPECT_EQ(err.str(), "covision deid: the answer cannot be written.\n");
    }
}

}  // namespace
}  // namespace covision::app
