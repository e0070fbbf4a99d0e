// The list of rules: every rule of the standard has a row, and docs/iwmo-regels.md says what the code says.
#include <gmock/gmock.h>

#include <algorithm>
#include <map>
#include <regex>
#include <set>
#include <sstream>

#include "hulp.hpp"
#include "iwmo/regelregister.hpp"
#include "iwmo/toetsing.hpp"

namespace zorgkader::iwmo {
namespace {

const std::string kDocument = ZORGKADER_ROOT "/docs/iwmo-regels.md";

std::vector<std::string> words(std::string_view text) {
  std::istringstream in{std::string(text)};
  return {std::istream_iterator<std::string>(in), {}};
}

/// Which test files name a code; the generator of faulty messages is run by fouten_test.cpp.
std::map<std::string, std::set<std::string>> tests_by_code() {
  std::map<std::string, std::set<std::string>> out;
  const std::regex code(R"(\b[A-Z]{2}\d{3}\b)");
  const auto scan = [&](const std::filesystem::path& file, const std::string& name) {
    const std::string text = read_file(file);
    for (std::sregex_iterator it(text.begin(), text.end(), code), end; it != end; ++it) out[it->str()].insert(name);
  };
  for (const auto& file : std::filesystem::directory_iterator(ZORGKADER_ROOT "/tests/iwmo")) {
    const std::string name = file.path().filename().string();
    if (name.ends_with("_test.cpp") && name != "regels_test.cpp") scan(file.path(), name);
  }
  for (const auto& file : std::filesystem::directory_iterator(ZORGKADER_ROOT "/src/iwmo")) {
    if (file.path().filename().string().starts_with("voorbeeldfouten")) scan(file.path(), "fouten_test.cpp");
  }
  return out;
}

std::string joined(const std::set<std::string>& texts) {
  std::string out;
  for (const auto& text : texts) out += (out.empty() ? "`" : ", `") + text + "`";
  return out;
}

std::string document() {
  std::ostringstream out;
  out << "# De regels van de berichtenstandaard iWmo 3.2\n\n"
         "Gemaakt uit de code met `make galerij`. Niveau 2 kijkt binnen het bericht, 3 naar eerdere berichten, 4 naar "
         "lijsten van buiten;\n"
         "niveau 1 is het schema. Waar teksten van de standaard elkaar tegenspreken zegt `docs/adr/0019` wat is "
         "gekozen.\n\n"
         "## Getoetst met een eigen regel\n\n"
         "| Code | Niveau | Retourcode | Berichten | Wat er moet gelden | Test |\n| --- | --- | --- | --- | --- | --- "
         "|\n";
  const auto tests = tests_by_code();
  for (const Regel& rule : regels()) {
    const auto found = tests.find(std::string(rule.code));
    out << "| " << rule.code << " | " << rule.niveau << " | " << rule.retourcode << " | " << rule.berichten << " | "
        << rule.eis << " | " << (found == tests.end() ? "" : joined(found->second)) << " |\n";
  }
  out << "\n## Niet met een eigen regel, en waarom\n\n"
         "`schema`: niveau 1 laat het niet toe. `andere regel`: de genoemde regels toetsen het. `antwoord` en `lezen "
         "en schrijven`: het programma\n"
         "doet het zelf zo. `afspraak`, `termijn` en `mensen`: het is niet uit een bericht af te leiden.\n\n"
         "| Code | Hoe | Toelichting |\n| --- | --- | --- |\n";
  std::map<std::string, const Regeltoelichting*> others;
  for (const auto& row : regeltoelichtingen()) {
    for (const auto& code : words(row.codes)) others[code] = &row;
  }
  for (const auto& [code, row] : others)
    out << "| " << code << " | " << row->wijze << " | " << row->toelichting << " |\n";
  return out.str();
}

TEST(Regels, DocumentSaysWhatTheCodeSays) {
  if (std::getenv("ZORGKADER_GALERIJ") != nullptr) std::ofstream(kDocument, std::ios::binary) << document();
  EXPECT_EQ(read_file(kDocument), document()) << "run `make galerij`";
}

TEST(Regels, EveryRuleHasATest) {
  const auto tests = tests_by_code();
  for (const Regel& rule : regels()) EXPECT_TRUE(tests.contains(std::string(rule.code))) << rule.code;
}

TEST(Regels, EveryRuleOfTheStandardHasOnePlace) {
  NEEDS_STANDAARD();
  std::map<std::string, int> places;
  for (const Regel& rule : regels()) ++places[std::string(rule.code)];
  for (const auto& row : regeltoelichtingen()) {
    for (const auto& code : words(row.codes)) ++places[code];
  }
  std::set<std::string> asked;
  for (const auto& row : read_rows(standaard() / "rules.csv")) {
    if (std::regex_match(row[0], std::regex(R"([A-Z]{2}\d{3}(x\d)?)"))) asked.insert(row[0]);
  }
  EXPECT_GT(asked.size(), 290u);
  for (const auto& code : asked) EXPECT_EQ(places[code], 1) << code;
  for (const auto& [code, count] : places) EXPECT_TRUE(asked.contains(code)) << code << " is no rule of the standard";
}

TEST(Regels, AnotherRuleThatIsNamedExists) {
  std::set<std::string> known;
  for (const Regel& rule : regels()) known.insert(std::string(rule.code));
  const std::regex code(R"(\b(TR|CS|CD)\d{3}\b)");
  for (const auto& row : regeltoelichtingen()) {
    const std::string text(row.toelichting);
    for (std::sregex_iterator it(text.begin(), text.end(), code), end; it != end; ++it) {
      EXPECT_TRUE(known.contains(it->str())) << it->str() << " in the row of " << row.codes;
    }
  }
}

TEST(Regels, LevelTwoCarriesOneReturnCode) {
  for (const Regel& rule : regels()) EXPECT_EQ(rule.niveau == 2, rule.retourcode == "0001") << rule.code;
}

}  // namespace
}  // namespace zorgkader::iwmo
