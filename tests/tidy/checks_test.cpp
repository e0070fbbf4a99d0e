// The checks themselves: each is fed a small piece of text that breaks its rule, and one that does not.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tidy/checks.hpp"

namespace tidy {
namespace {

using testing::HasSubstr;

/// Exactly one finding, at `line`, whose text contains `part`.
void expect_one(const Findings& found, int line, const std::string& part) {
  ASSERT_EQ(found.size(), 1U) << to_text(found);
  EXPECT_EQ(found[0].line, line);
  EXPECT_THAT(found[0].what, HasSubstr(part));
}

void expect_none(const Findings& found) {
  EXPECT_TRUE(found.empty()) << to_text(found);
}

std::string function_of(int body, const std::string& head = "int f() {") {
  std::string out = head + "\n";
  for (int i = 0; i < body; ++i) out += "  g();\n";
  return out + "}\n";
}

TEST(CodeOnly, BlanksCommentsLiteralsAndDirectives) {
  EXPECT_EQ(code_only("a // b\nc"), "a     \nc");
  EXPECT_EQ(code_only("a /* {\n } */ b"), "a     \n      b");
  EXPECT_EQ(code_only(R"(x("{\"}"); y)"), "x(      ); y");
  EXPECT_EQ(code_only("c = '\\''; 1'000'000"), "c =     ; 1'000'000");
  EXPECT_EQ(code_only("R\"q(a\"){)q\" b"), "            b");
  EXPECT_EQ(code_only("#define X {\\\n }\ny"), "            \n  \ny");
  EXPECT_EQ(code_only("/* open"), "       ");
  EXPECT_EQ(code_only("\"open\nx"), "     \nx");
}

TEST(Includes, FollowTheTable) {
  expect_none(check_includes({"src/engine/a.cpp", "#include \"regeling/x.hpp\"\n#include \"engine/y.hpp\"\n"}));
  expect_one(check_includes({"src/values/a.cpp", "\n#include \"engine/x.hpp\"\n"}), 2, "may not include 'engine'");
  expect_one(check_includes({"src/engine/a.cpp", "#include \"feiten/x.hpp\"\n"}), 1, "an ADR");
  expect_one(check_includes({"src/engine/a.cpp", "#include \"x.hpp\"\n"}), 1, "without a room");
  expect_one(check_includes({"src/engine/a.cpp", "#include \"helpers/x.hpp\"\n"}), 1, "'helpers' is unknown");
  expect_one(check_includes({"src/helpers/a.cpp", ""}), 1, "'helpers' is unknown");
  expect_none(check_includes({"tests/engine/a.cpp", "#include \"feiten/x.hpp\"\n"}));
}

TEST(Includes, NoArrowGoesBack) {
  for (const auto& [room, targets] : arrows()) {
    for (const std::string& to : targets) {
      ASSERT_TRUE(arrows().contains(to)) << room << " -> " << to;
      EXPECT_FALSE(arrows().at(to).contains(room)) << room << " <-> " << to;
    }
  }
}

TEST(Architecture, PrintsEveryRoom) {
  const Source code = {"src/engine/a.cpp", ""};
  expect_none(check_architecture({code}));
  expect_none(check_architecture({code, {"docs/ARCHITECTURE.md", "| `engine` | `regeling`, `values` |\n"}}));
  expect_one(check_architecture({code, {"docs/ARCHITECTURE.md", "| `engine` | `values` |\n"}}), 1,
             "| `engine` | `regeling`, `values` |");
}

TEST(FloatingPoint, OnlyOutsideComments) {
  expect_one(check_no_floating_point({"src/engine/a.cpp", "\ndouble x;\n"}), 2, "'double'");
  expect_one(check_no_floating_point({"src/values/a.hpp", "float x;\n"}), 1, "Getal");
  expect_none(check_no_floating_point({"src/values/a.hpp", "// no double here\nint doubled; f(\"double\");\n"}));
  expect_none(check_no_floating_point({"src/engine/a.cpp", "double x;  // exact: progress only\n"}));
  expect_one(check_no_floating_point({"src/engine/a.cpp", "double x;  // exact:\n"}), 1, "'double'");
  expect_none(check_no_floating_point({"src/rapport/a.cpp", "double width;\n"}));
}

TEST(Clock, OnlyAtTheEdge) {
  expect_one(check_no_clock({"src/engine/a.cpp", "auto t = std::chrono::system_clock::now();\n"}), 1, "system_clock");
  expect_one(check_no_clock({"src/app/a.cpp", "std::time(nullptr);\n"}), 1, "let the command line");
  expect_none(check_no_clock({"src/cli/main.cpp", "std::chrono::steady_clock::now();\n"}));
  expect_none(check_no_clock({"src/values/datum.hpp", "std::chrono::time_point<std::chrono::system_clock> t;\n"}));
}

TEST(Output, OnlyInCliAndRapport) {
  expect_one(check_no_output({"src/engine/a.cpp", "std::cout << 1;\n"}), 1, "std::cout");
  expect_one(check_no_output({"src/app/a.cpp", "fmt::print(\"x\");\n"}), 1, "fmt::print(");
  expect_one(check_no_output({"src/app/a.cpp", "printf(\"x\");\n"}), 1, "printf");
  expect_none(check_no_output({"src/app/a.cpp", "fmt::print(stderr, \"x\"); snprintf(b, 1, \"\");\n"}));
  expect_none(check_no_output({"src/rapport/a.cpp", "std::cout << 1;\n"}));
}

TEST(Marks, AreReported) {
  expect_one(check_marks({"src/app/a.cpp", "f();  // TODO later\n"}), 1, "'TODO'");
  expect_one(check_marks({"docs/a.md", "\nFIXME\n"}), 2, "'FIXME'");
  expect_none(check_marks({"src/app/a.cpp", "// METHODOLOGY\n"}));
}

TEST(RegionNames, NotEvenInComments) {
  expect_one(check_region_names({"src/app/a.cpp", "// as in Lekstroom\n"}), 1, "regelingen/");
  expect_none(check_region_names({"tests/app/a.cpp", "// as in Lekstroom\n"}));
}

TEST(MachinePaths, AreReported) {
  const std::string home = std::string("/ho") + "me/";
  expect_one(check_machine_paths({"README.md", "see " + home + "someone/zorgkader\n"}), 1, "from the root");
  expect_none(check_machine_paths({"README.md", "see docs" + home + "page.md\n"}));
}

TEST(FirstLine, SaysWhatTheFileIs) {
  expect_none(check_first_line({"src/a/b.hpp", "// The table of rates.\n#pragma once\n"}));
  expect_none(check_first_line({"src/a/b.cpp", "// The table of rates.\nint x;\n"}));
  expect_one(check_first_line({"src/a/b.cpp", "#include <map>\n"}), 1, "does not say");
  expect_one(check_first_line({"src/a/b.cpp", "//\n"}), 1, "does not say");
  expect_one(check_first_line({"src/a/b.hpp", "// The table of rates.\n"}), 2, "#pragma once");
}

TEST(FileLength, HasALimitAndARatchet) {
  const Source fits = {"src/a/b.cpp", std::string(400, '\n')};
  const Source longer = {"src/a/b.cpp", std::string(401, '\n')};
  expect_none(check_file_length(fits, {}));
  expect_one(check_file_length(longer, {}), 1, "401 lines");
  expect_none(check_file_length(longer, {{"src/a/b.cpp", 401}}));
  expect_one(check_file_length(longer, {{"src/a/b.cpp", 400}}), 1, "make it shorter");
  expect_one(check_file_length(fits, {{"src/a/b.cpp", 450}}), 1, "remove its row");
}

TEST(FunctionLength, HasALimitAndARatchet) {
  expect_none(check_function_length({"src/a/b.cpp", function_of(58)}, {}));
  expect_one(check_function_length({"src/a/b.cpp", "\n" + function_of(59)}, {}), 2, "function f has 61 lines");
  expect_none(check_function_length({"src/a/b.cpp", function_of(59)}, {{"src/a/b.cpp:f", 61}}));
  expect_one(check_function_length({"src/a/b.cpp", function_of(60)}, {{"src/a/b.cpp:f", 61}}), 1, "make it shorter");
  expect_one(check_function_length({"src/a/b.cpp", function_of(9)}, {{"src/a/b.cpp:f", 61}}), 1, "remove its row");
}

TEST(FunctionLength, SeesFunctionsOfEveryShape) {
  const std::vector<std::pair<std::string, std::string>> shapes = {
      {"template <typename T = int>\nvoid g(T x) {", "g"},
      {"int g(int a = 3) const noexcept {", "g"},
      {"X::X(int a) : a_(a), b_{a}, c_{a} {", "X"},
      {"bool operator==(const X& a, const X& b) {", "operator"},
      {"X& X::operator=(X&& b) {", "operator"},
      {"const auto g = [](int x) {", "g"},
      {"auto g() -> std::map<int, int> {", "g"},
      {"#include <map>\nstd::optional<int> g() {", "g"},
      {"X::~X() {", "~X"},
  };
  for (const auto& [head, name] : shapes) {
    const auto found = check_function_length({"src/a/b.cpp", "namespace {\n" + function_of(70, head) + "}\n"}, {});
    ASSERT_EQ(found.size(), 1U) << head << "\n" << to_text(found);
    EXPECT_THAT(found[0].what, HasSubstr("function " + name + " ")) << head;
  }
}

TEST(FunctionLength, LooksInsideClasses) {
  const std::string method = "class X final : public Y {\n public:\n" + function_of(70, "  void g() {") + "};\n";
  expect_one(check_function_length({"src/a/b.hpp", method}, {}), 3, "function g ");
}

TEST(FunctionLength, LeavesTablesAndShortNeighboursAlone) {
  std::string rows;
  for (int i = 0; i < 90; ++i) rows += "  {\"a\", 1},\n";
  expect_none(check_function_length({"src/a/b.cpp", "constexpr std::array<P, 90> k = {{\n" + rows + "}};\n"}, {}));
  expect_none(check_function_length({"src/a/b.cpp", "const auto k = sorted({\n" + rows + "});\n"}, {}));
  expect_none(check_function_length(
      {"src/a/b.cpp", "const T& t() {  // table\n static const T t = {\n" + rows + "};\n}\n"}, {}));
  expect_none(check_function_length({"src/a/b.cpp", function_of(50) + "\n" + function_of(50)}, {}));
  expect_none(check_function_length(
      {"src/a/b.hpp", "enum class E {\n" + std::string(90, '\n') + "};\nstruct S {\n" + std::string(90, '\n') + "};\n"},
      {}));
}

TEST(Readmes, AreThereAndShort) {
  const Source code = {"src/a/b.cpp", ""};
  expect_one(check_room_readmes({code}), 1, "missing");
  expect_none(check_room_readmes({code, {"src/a/README.md", "# a\n"}}));
  expect_one(check_room_readmes({code, {"src/a/README.md", std::string(26, '\n')}}), 26, "longer than 25");
}

TEST(Decisions, AreNumberedWithoutGapsAndShort) {
  expect_none(check_decisions({{"docs/adr/0001-a.md", "x\n"}, {"docs/adr/0002-b-c.md", "x\n"}}));
  expect_one(check_decisions({{"docs/adr/0001-a.md", ""}, {"docs/adr/0003-b.md", ""}}), 1, "expected 2");
  expect_one(check_decisions({{"docs/adr/0001-a.md", ""}, {"docs/adr/0001-b.md", ""}}), 1, "expected 2");
  expect_one(check_decisions({{"docs/adr/1-a.md", ""}}), 1, "NNNN");
  expect_one(check_decisions({{"docs/adr/0001-a.md", std::string(41, '\n')}}), 41, "over 40");
}

TEST(Glossary, KnowsTypesInEitherTable) {
  const Source header = {"src/a/b.hpp",
                         "// x\nclass Later;\nstruct Tarief {\n  struct Inner {};\n};\nclass Lexer {};\n"};
  expect_none(check_glossary({header}));
  const std::string words = "| Term | Bron |\n|---|---|\n| `Tarief` | wet |\n";
  expect_one(check_glossary({{"docs/GLOSSARY.md", words}, header}), 6, "type Lexer");
  expect_none(check_glossary({{"docs/GLOSSARY.md", words + "\n## Machinery\n\n| Name |\n|---|\n| Lexer |\n"}, header}));
}

}  // namespace
}  // namespace tidy
