// Properties over random tables; rapidcheck prints the seed and the smallest counterexample (replay with RC_PARAMS).
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <iostream>
#include <random>

#include "feiten/dubbel.hpp"
#include "feiten/tekenset.hpp"
#include "hulp.hpp"
#include "values/notatie.hpp"

namespace zorgkader::feiten {
namespace {

struct Regel {
  std::string a, b;
  std::int64_t cijfers;
  int decimalen;
  Getal waarde() const { return Getal(cijfers) / Getal(10).pow(decimalen); }
};

std::string member() {
  const auto raw = *rc::gen::container<std::string>(rc::gen::elementOf(std::string("aB1 ;,\"\n\r.é")));
  const std::string text = first_bad_byte(raw) ? "x" : std::string(trim(raw));
  return text.empty() ? "leeg" : text;
}

std::vector<Regel> random_rows() {
  auto rows = *rc::gen::container<std::vector<Regel>>(rc::gen::exec([] {
    return Regel{member(), member(), *rc::gen::inRange<std::int64_t>(-1'000'000'000'000, 1'000'000'000'000),
                 *rc::gen::inRange(0, 9)};
  }));
  const auto less = [](const Regel& x, const Regel& y) { return std::tie(x.a, x.b) < std::tie(y.a, y.b); };
  const auto same = [](const Regel& x, const Regel& y) { return std::tie(x.a, x.b) == std::tie(y.a, y.b); };
  std::sort(rows.begin(), rows.end(), less);
  rows.erase(std::unique(rows.begin(), rows.end(), same), rows.end());
  return rows;
}

std::string quote(const std::string& text) {
  std::string out = "\"";
  for (char c : text) out += c == '"' ? std::string("\"\"") : std::string(1, c);
  return out + '"';
}

std::string write(const std::vector<Regel>& rows, char scheiding, bool dutch, const std::string& newline) {
  std::string out = std::string("b") + scheiding + "waarde" + scheiding + "a" + newline;
  for (const Regel& r : rows) {
    // Plain notation with three decimals would be ambiguous, so it gets four.
    const std::string number =
        dutch ? format_nl(r.waarde(), 0, 40) : format_plain(r.waarde(), r.decimalen == 3 ? 4 : 0);
    const auto ambiguous = std::holds_alternative<GetalFout>(parse_getal(number, Notatie::nederlands_of_punt));
    out += quote(r.b) + scheiding + quote(ambiguous ? number + ",0" : number) + scheiding + quote(r.a) + newline;
  }
  return out;
}

using Inhoud3 = std::vector<std::tuple<std::string, std::string, Getal>>;

Inhoud3 content(const Tabel& tabel) {
  Inhoud3 out;
  for (std::size_t r = 0; r < tabel.size(); ++r)
    out.emplace_back(tabel.sleutels[0].at(r), tabel.sleutels[1].at(r), tabel.waarden.getal(r));
  std::sort(out.begin(), out.end());
  return out;
}

Inhoud3 content(const std::vector<Regel>& rows) {
  Inhoud3 out;
  for (const Regel& r : rows) out.emplace_back(r.a, r.b, r.waarde());
  std::sort(out.begin(), out.end());
  return out;
}

TEST(Eigenschappen, WrittenTablesReadBackEqual) {
  EXPECT_TRUE(rc::check("CSV in either notation and separator reads back equal, in any order of rows", [] {
    auto rows = random_rows();
    const auto want = content(rows);
    const char scheiding = *rc::gen::elementOf(std::string(";,"));
    const auto dutch = *rc::gen::arbitrary<bool>();
    const std::string newline = *rc::gen::element<std::string>("\n", "\r\n");
    const FeitVorm asked = vorm("", {"a", "b"});
    const auto first = read_csv(write(rows, scheiding, dutch, newline), "t.csv", asked);
    for (const Bevinding& b : first.bevindingen) RC_LOG() << to_text(b);
    RC_ASSERT(first.tabel.has_value());
    RC_ASSERT(content(*first.tabel) == want);
    std::shuffle(rows.begin(), rows.end(), std::mt19937(*rc::gen::arbitrary<unsigned>()));
    const auto second = read_csv(write(rows, scheiding, !dutch, newline), "t.csv", asked);
    RC_ASSERT(second.tabel.has_value());
    RC_ASSERT(content(*second.tabel) == want);
  }));
}

TEST(Eigenschappen, NoTextBreaksTheReader) {
  EXPECT_TRUE(rc::check("any text gives a table or findings, each with a place", [] {
    const auto text =
        *rc::gen::container<std::string>(rc::gen::elementOf(std::string("a;b,waarde\"\n\r 1.€%\xC3\xA9\0", 24)));
    const auto got = read_csv("a;b;waarde\n" + text, "t.csv", vorm("€", {"a", "b"}));
    RC_ASSERT(got.tabel.has_value() == got.bevindingen.empty());
    for (const Bevinding& b : got.bevindingen) RC_ASSERT(b.plaats.regel > 0 && !b.wat.empty());
  }));
}

/// Rows that repeat an earlier one, by comparing every pair.
std::vector<Dubbel> slow_dubbel(const std::vector<SleutelKolom>& keys, std::uint32_t rows) {
  std::vector<Dubbel> out;
  for (std::uint32_t r = 0; r < rows; ++r) {
    for (std::uint32_t s = 0; s < r; ++s) {
      if (std::all_of(keys.begin(), keys.end(), [&](const SleutelKolom& k) { return k.codes[r] == k.codes[s]; })) {
        out.push_back({r, s});
        break;
      }
    }
  }
  return out;
}

TEST(Eigenschappen, DoublesAreThoseOfEveryPair) {
  EXPECT_TRUE(rc::check("double rows, also where the combinations do not fit 64 bits", [] {
    const auto rows = *rc::gen::inRange<std::uint32_t>(0, 40);
    const auto members = *rc::gen::inRange<std::uint32_t>(1, 4);
    const auto unused = *rc::gen::element<std::size_t>(0, 1, 3000);
    std::vector<SleutelKolom> keys(*rc::gen::inRange<std::size_t>(0, 9));
    for (SleutelKolom& key : keys) {
      key.leden.assign(members + unused, "x");
      for (std::uint32_t r = 0; r < rows; ++r) key.codes.push_back(*rc::gen::inRange<std::uint32_t>(0, members));
    }
    RC_ASSERT(find_dubbel(keys, rows) == slow_dubbel(keys, rows));
  }));
}

}  // namespace
}  // namespace zorgkader::feiten
