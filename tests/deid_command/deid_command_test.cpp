#include "server/app/deid_command.hpp"

#include <gtest/gtest.h>

#include <sstream>

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

TEST(DeidCommand, lines_of_json_in_order) {
    const Ran done =
        run("{\"text\":\"Her sister Anna.\"}\n"
            "{\"id\":7,\"nested\":{\"text\":[\"}\"]},\"text\":\"J\\u00fcrgen \\ud83d\\ude00\\n sister Ann\\u0061\"}\r\n"
            "{\"text\":\"\"}\n",
            jsonl());
    EXPECT_EQ(done.code, 0);
    EXPECT_EQ(
        done.out,
        "{\"spans\":[{\"start\":11,\"end\":15,\"type\":\"NAME\",\"level\":\"must_replace\",\"reason\":\"This is a "
        "first name.\"}]}\n"
        "{\"spans\":[{\"start\":0,\"end\":6,\"type\":\"NAME\",\"level\":\"must_replace\",\"reason\":\"This is a first "
        "name.\"},{\"start\":17,\"end\":21,\"type\":\"NAME\",\"level\":\"must_replace\",\"reason\":\"This is a first "
        "name.\"}]}\n"
        "{\"spans\":[]}\n");
    EXPECT_EQ(done.err, "");
}

TEST(DeidCommand, a_broken_line_is_answered_and_the_others_too) {
    for (const char* broken : {"", "{", "[]", "{}", "{\"text\":7}", "{\"text\":\"\\ud800\"}", "{\"text\":\"a\"} x",
                               "{\"a\":]}", "{\"text\":\"\xff\"}", "{\"a\":\"\\x\",\"text\":\"b\"}", "{\"a\" 1}"}) {
        const Ran done = run(std::string(broken) + "\n{\"text\":\"calm\"}\n", jsonl());
        EXPECT_EQ(done.code, 2) << broken;
        EXPECT_EQ(done.out.rfind("{\"spans\":[],\"error\":\"", 0), 0U) << broken;
        EXPECT_NE(done.out.find("\n{\"spans\":[]}\n"), std::string::npos) << broken;
        EXPECT_EQ(done.err.rfind("line 1: ", 0), 0U) << broken;
    }
}

TEST(DeidCommand, report_and_its_code) {
    const Ran found = run("Calm.\nÄh, my sister Anna, in Bradford.\n", {});
    EXPECT_EQ(found.code, 1);
    EXPECT_NE(found.out.find("2:15  must_replace  NAME  \"Anna\""), std::string::npos) << found.out;
    EXPECT_NE(found.out.find("1 to replace, 1 to review."), std::string::npos) << found.out;
    EXPECT_EQ(run("Nothing here.", {}).code, 0);
    EXPECT_EQ(run("broken \xff", {}).code, 2);
}

TEST(DeidCommand, replace) {
    const Ran done = run("My sister Anna left.\r\n", replace());
    EXPECT_EQ(done.code, 0);
    EXPECT_EQ(done.out, "My sister A left.\r\n");
}

}  // namespace
}  // namespace covision::app
