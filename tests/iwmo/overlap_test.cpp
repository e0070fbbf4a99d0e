// The same product twice at one time (TR302): the first earlier line of every line, as one would look for it by hand.
#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>

#include "geschiedenis.hpp"
#include "iwmo/regelhulp.hpp"

namespace zorgkader::iwmo {
namespace {

constexpr std::string_view kLijst = "Client/ToegewezenProducten";

struct Regel302 {
  std::string categorie, code;
  Periode looptijd;
};

/// Only what TR302 looks at, for a list of any length.
Boom with_lines(const std::vector<Regel302>& lines) {
  Boom out(*release_3_2().bericht(301));
  const Deel list = out.add(out.add(out.wortel(), "Client"), "ToegewezenProducten");
  for (const Regel302& line : lines) {
    const Deel made = out.add(list, "ToegewezenProduct");
    if (!line.categorie.empty()) {
      const Deel product = out.add(made, "Product");
      out.add(product, "Categorie", line.categorie);
      if (!line.code.empty()) out.add(product, "Code", line.code);
    }
    out.add(made, "Ingangsdatum", format_datum(line.looptijd.van));
    if (line.looptijd.tot != kGeenEinde) out.add(made, "Einddatum", format_datum(line.looptijd.tot));
  }
  return out;
}

/// Place and text of every finding.
std::vector<std::string> found_in(const std::vector<Regel302>& lines) {
  const Boom message = with_lines(lines);
  const Toetsgegevens given{2, nullptr, nullptr, std::nullopt};
  Toetsing toetsing(message.soort(), given);
  toetsing.walk(message.wortel());
  std::vector<std::string> out;
  for (const auto& b : toetsing.bevindingen) {
    if (b.code == "TR302") out.push_back(b.pad + " " + b.tekst);
  }
  return out;
}

std::vector<std::string> by_hand(const std::vector<Regel302>& lines) {
  const Boom message = with_lines(lines);
  std::vector<Deel> parts;
  for (Deel part : message[kLijst].delen()) parts.push_back(part);
  std::vector<std::string> out;
  for (std::size_t later = 0; later < lines.size(); ++later) {
    for (std::size_t first = 0; first < later; ++first) {
      const Regel302 &a = lines[later], &b = lines[first];
      if (!same_product(a.categorie, a.code, b.categorie, b.code) || !overlap(a.looptijd, b.looptijd)) continue;
      out.push_back(parts[later].pad() + " Dit is hetzelfde product als " + among_brothers(parts[first]) +
                    " en hun looptijden overlappen.");
      break;
    }
  }
  return out;
}

RC_GTEST_PROP(Overlap, TR302TheFirstEarlierLine, ()) {
  const Datum begin = parse_datum_iso("2023-01-01").value();
  std::vector<Regel302> lines(*rc::gen::inRange<std::size_t>(0, 40));
  const int days = *rc::gen::element(10, 300);
  for (Regel302& line : lines) {
    line.categorie = *rc::gen::element<std::string>("", "02", "02", "03", "11");
    if (!line.categorie.empty()) line.code = *rc::gen::element<std::string>("", "A", "B", "C");
    const Datum from = begin + std::chrono::days(*rc::gen::inRange(0, days));
    // Now and then it ends before it begins, or not at all.
    line.looptijd = {from,
                     *rc::gen::inRange(0, 9) == 0 ? kGeenEinde : from + std::chrono::days(*rc::gen::inRange(-3, 12))};
  }
  RC_ASSERT(found_in(lines) == by_hand(lines));
}

/// As many as a message can have: the time that this takes may not grow with the square.
TEST(Overlap, TR302AVeryLongList) {
  std::vector<Regel302> lines;
  Datum day = parse_datum_iso("1900-01-01").value();
  for (int i = 0; i < 40'000; ++i, ++day) lines.push_back({"02", "02A05", {day, day}});
  EXPECT_TRUE(found_in(lines).empty());
  lines.push_back({"02", "", {day - std::chrono::days(2), day}});
  EXPECT_EQ(found_in(lines).size(), 1U);
}

}  // namespace
}  // namespace zorgkader::iwmo
