// Causes of differences over random arrangements and random changes: the parts add up, and only what changed explains.
#include "engine/verklaren.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <random>

#include "engine/naief.hpp"

namespace zorgkader {
namespace {

std::string dutch(const naief::Getal& x) {
  std::string out = format_plain(Waarde(Getal(x)), Vorm{});
  std::replace(out.begin(), out.end(), '.', ',');
  return out;
}

/// What a random arrangement says: `y` as a table, `s` as a parameter, the others as facts that may lack rows.
struct Versie {
  naief::Proef proef;
  std::string oorzaken;
  std::map<std::string, std::set<std::vector<int>>> weg, voorlopig;

  std::string tekst() const {
    std::string out = naief::document(proef);
    const auto replace = [&](const std::string& from, const std::string& to) {
      const auto at = out.find(from);
      if (at == std::string::npos) throw std::runtime_error("the document lacks " + from);
      out.replace(at, from.size(), to);
    };
    std::string table = "\nTabel `y` per a [getal]\n\n| a | waarde |\n|---|---|\n";
    for (const auto& [tuple, value] : input("y").waarden)
      table += fmt::format("| a{} | {} |\n", tuple[0], dutch(value));
    replace("\n```regel\n", table + "\n```regel\n" + oorzaken);
    replace("invoer y per a [getal]\n", "");
    replace("invoer s [getal]\n", fmt::format("s := {}\n", dutch(input("s").waarden.at({}))));
    for (const char* name : {"x per a, b", "z per b, c", "w per c, a, b"})
      replace(fmt::format("invoer {} [getal]", name), fmt::format("invoer {} [getal] bij_leeg 0", name));
    return out;
  }

  const naief::Invoer& input(const std::string& naam) const {
    return *std::find_if(proef.invoeren.begin(), proef.invoeren.end(), [&](const auto& i) { return i.naam == naam; });
  }

  FeitenInvoer feiten(std::uint64_t order) const {
    std::mt19937_64 random(order);
    FeitenInvoer out;
    for (const naief::Invoer& in : proef.invoeren) {
      if (in.naam == "y" || in.naam == "s") continue;
      Tabel t;
      t.naam = in.naam;
      for (int k : in.sleutels) {
        t.sleutels.push_back({naief::kNamen[k], {}, {}});
        for (int m = 0; m < naief::kLeden[k]; ++m)
          t.sleutels.back().leden.push_back(naief::kNamen[k] + std::to_string(m));
      }
      std::vector<std::pair<std::vector<int>, naief::Getal>> rows(in.waarden.begin(), in.waarden.end());
      std::shuffle(rows.begin(), rows.end(), random);
      for (const auto& [tuple, value] : rows) {
        if (weg.contains(in.naam) && weg.at(in.naam).contains(tuple)) continue;
        for (std::size_t i = 0; i < tuple.size(); ++i)
          t.sleutels[i].codes.push_back(static_cast<std::uint32_t>(tuple[i]));
        t.waarden.push_back(Getal(value));
        t.herkomst.voorlopig.push_back(voorlopig.contains(in.naam) && voorlopig.at(in.naam).contains(tuple));
      }
      out.tabellen.emplace(in.naam, std::move(t));
    }
    return out;
  }
};

/// What may change from the first version to the second.
struct Wijzigingen {
  std::set<std::string> waarden;  ///< inputs of which values change
  bool rijen = false, voorlopig = false, formules = false;
};

struct Maker {
  explicit Maker(std::uint64_t seed) : random(seed), a{naief::make(seed), "", {}, {}} {
    static constexpr const char* kCauses[] = {"volume", "prijs", "index"};
    for (const char* name : {"x", "y", "z", "w", "s"})
      a.oorzaken += fmt::format("oorzaak {} = {}\n", causes[name] = kCauses[random() % 3], name);
  }

  Versie second(const Wijzigingen& what) {
    for (auto& in : a.proef.invoeren) {
      for (const auto& [tuple, value] : in.waarden) {
        if (what.rijen && random() % 4 == 0) a.weg[in.naam].insert(tuple);
        if (what.voorlopig && random() % 3 == 0) a.voorlopig[in.naam].insert(tuple);
      }
    }
    Versie b = a;
    b.weg.clear();
    for (auto& in : b.proef.invoeren) {
      for (auto& [tuple, value] : in.waarden) {
        if (what.waarden.contains(in.naam) && random() % 2 == 0) value += naief::Getal(random() % 1000) / 100;
        if (what.rijen && random() % 4 == 0) b.weg[in.naam].insert(tuple);
      }
    }
    if (what.formules) b.proef.formules = naief::make(random()).formules;
    return b;
  }

  std::mt19937_64 random;
  Versie a;
  std::map<std::string, std::string> causes;
};

/// A version read and computed.
struct Draai {
  Draai(const Versie& v, std::uint64_t order) : tekst(v.tekst()), regeling(read()), feiten(v.feiten(order)) {
    if (has_errors(found)) RC_FAIL(tekst + "\n" + to_text(found[0]));
    run = std::make_unique<Run>(regeling, feiten, RunOpties{}, found);
    for (std::size_t i = 0; i < v.proef.formules.size(); ++i) all.push_back(regeling.grootheid(fmt::format("f{}", i)));
    run->compute(all);
  }
  Regeling read() { return read_regeling("proef.md", tekst, {}, found); }

  Bevindingen found;
  std::string tekst;
  Regeling regeling;
  FeitenInvoer feiten;
  std::unique_ptr<Run> run;
  std::vector<int> all;
};

/// The cells of f0..f4 that both runs have and that differ.
std::vector<Verschilvraag> questions(const Draai& a, const Draai& b) {
  std::vector<Verschilvraag> out;
  for (std::size_t i = 0; i < a.all.size(); ++i) {
    const Column &one = *a.run->column(a.all[i]), &two = *b.run->column(b.all[i]);
    if (one.index->keys() != two.index->keys()) continue;
    Verschilvraag v{fmt::format("f{}", i), {}, {}, {}};
    for (int k : one.index->keys()) {
      v.sleutels.push_back({naief::kNamen[k], {}, {}});
      for (int m = 0; m < naief::kLeden[k]; ++m)
        v.sleutels.back().leden.push_back(naief::kNamen[k] + std::to_string(m));
    }
    for (Rij row = 0; row < one.index->rows(); ++row) {
      const auto codes = one.index->codes(row);
      const Rij other = codes.empty() ? 0 : two.index->find(codes.data());
      if (other == kGeenRij || one.state(row) != Toestand::goed || two.state(other) != Toestand::goed) continue;
      if (one.getal(row) == two.getal(other)) continue;
      for (std::size_t k = 0; k < codes.size(); ++k) v.sleutels[k].codes.push_back(codes[k]);
      v.van.push_back(one.getal(row));
      v.naar.push_back(two.getal(other));
    }
    if (!v.van.empty()) out.push_back(std::move(v));
  }
  return out;
}

std::vector<std::vector<Delen>> causes(Draai& a, const Draai& b, const std::vector<Verschilvraag>& vragen) {
  return verklaar(
      {&a.regeling, &a.feiten, {}}, {&b.regeling, &b.feiten, {}}, [&] { return a.read(); }, vragen);
}

/// Every part of every cell, with the check that they add up to its difference.
template <typename Check>
void each(const std::vector<Verschilvraag>& vragen, const std::vector<std::vector<Delen>>& parts, Check check) {
  RC_ASSERT(parts.size() == vragen.size());
  for (std::size_t v = 0; v < vragen.size(); ++v) {
    RC_ASSERT(parts[v].size() == vragen[v].van.size());
    for (std::size_t row = 0; row < parts[v].size(); ++row) {
      Getal sum;
      for (std::size_t c = 0; c < kOorzaken; ++c) {
        sum += parts[v][row][c];
        check(static_cast<Verschiloorzaak>(c), parts[v][row][c]);
      }
      RC_ASSERT(sum == vragen[v].naar[row] - vragen[v].van[row]);
    }
  }
}

/// The same formula without its roundings.
naief::FormulePtr unrounded(const naief::FormulePtr& f) {
  using Soort = naief::Formule::Soort;
  if (f->soort == Soort::rond || f->soort == Soort::omhoog || f->soort == Soort::omlaag) return unrounded(f->delen[0]);
  auto out = std::make_shared<naief::Formule>(*f);
  for (auto& part : out->delen) part = unrounded(part);
  return out;
}

RC_GTEST_PROP(ZonderAfronding, GivesWhatTheFormulasGiveWithoutRounding, (std::uint64_t seed)) {
  Maker maker(seed);
  const Draai draai(maker.a, 1);
  RunOpties options;
  options.zonder_afronding = true;
  Bevindingen found;
  zorgkader::Run run(draai.regeling, draai.feiten, options, found);
  run.compute(draai.all);
  for (std::size_t i = 0; i < draai.all.size(); ++i) {
    const naief::FormulePtr formula = unrounded(maker.a.proef.formules[i]);
    const Column& column = *run.column(draai.all[i]);
    const auto cells = naief::cellen(formula->sleutels);
    RC_ASSERT(column.index->rows() == cells.size());
    for (Rij row = 0; row < column.index->rows(); ++row)
      RC_ASSERT(column.getal(row).big() == naief::value(maker.a.proef, *formula, cells[row]));
  }
}

TEST(ZonderAfronding, VerdeeltInBreuken) {
  Bevindingen found;
  const Regeling r =
      read_regeling("proef.md",
                    "# Proef\nBron: Proef, 1\n\nSleutel `deel`\n\n| deel | gewicht [client] |\n|---|---|\n"
                    "| a | 1 |\n| b | 2 |\n| c | 4 |\n\n```regel\n"
                    "gelijk per deel [€] = verdeel(100 €; deel; cent)\n"
                    "naar per deel [€] = naar_rato(100 €; deel.gewicht langs deel; 10)\n"
                    "omhoog [€] = rond_omhoog(rond(10 € / 3; cent); 5)\n```\n",
                    {}, found);
  ASSERT_FALSE(has_errors(found)) << to_text(found[0]);
  RunOpties options;
  options.zonder_afronding = true;
  const FeitenInvoer none;
  zorgkader::Run run(r, none, options, found);
  run.compute({r.grootheid("gelijk"), r.grootheid("naar"), r.grootheid("omhoog")});
  const auto cell = [&](const char* naam, Rij row) { return run.column(r.grootheid(naam))->getal(row); };
  for (Rij row = 0; row < 3; ++row) EXPECT_EQ(cell("gelijk", row), Getal::breuk(100, 3));
  EXPECT_EQ(cell("naar", 0), Getal::breuk(100, 7));
  EXPECT_EQ(cell("naar", 2), Getal::breuk(400, 7));
  EXPECT_EQ(cell("omhoog", 0), Getal::breuk(10, 3));
}

RC_GTEST_PROP(Verklaren, PartsAddUpToTheDifference, (std::uint64_t seed, std::uint64_t order)) {
  Maker maker(seed);
  const Versie second = maker.second({{"x", "y", "z", "w", "s"}, true, true, maker.random() % 3 == 0});
  Draai a(maker.a, 1), b(second, 1);
  const auto vragen = questions(a, b);
  RC_CLASSIFY(!vragen.empty(), "something differs");
  const auto parts = causes(a, b, vragen);
  each(vragen, parts, [](Verschiloorzaak, const Getal&) {});
  Draai c(maker.a, order), d(second, order + 1);
  RC_ASSERT(causes(c, d, questions(c, d)) == parts);
}

RC_GTEST_PROP(Verklaren, TheSameRunHasNothingToExplain, (std::uint64_t seed, std::uint64_t order)) {
  Maker maker(seed);
  maker.second({{}, true, true, false});
  RC_ASSERT(questions(Draai(maker.a, 1), Draai(maker.a, order)).empty());
}

RC_GTEST_PROP(Verklaren, WithTheSameRulesNothingIsARule, (std::uint64_t seed)) {
  Maker maker(seed);
  Draai a(maker.a, 1), b(maker.second({{"x", "y", "z", "w", "s"}, false, false, false}), 1);
  const auto vragen = questions(a, b);
  each(vragen, causes(a, b, vragen), [](Verschiloorzaak cause, const Getal& part) {
    const bool other =
        cause == Verschiloorzaak::regel || cause == Verschiloorzaak::laat_feit || cause == Verschiloorzaak::correctie;
    RC_ASSERT(!other || part.is_zero());
  });
}

RC_GTEST_PROP(Verklaren, OneChangedSourceIsTheOnlyCause, (std::uint64_t seed)) {
  Maker maker(seed);
  const std::string name(1, "xyzws"[maker.random() % 5]);
  Draai a(maker.a, 1), b(maker.second({{name}, false, false, false}), 1);
  const auto vragen = questions(a, b);
  RC_CLASSIFY(!vragen.empty(), "something differs");
  each(vragen, causes(a, b, vragen), [&](Verschiloorzaak cause, const Getal& part) {
    if (cause != Verschiloorzaak::afronding && oorzaak_naam(cause) != maker.causes[name]) RC_ASSERT(part.is_zero());
  });
}

RC_GTEST_PROP(Verklaren, RowsThatComeAndGoAreLate, (std::uint64_t seed)) {
  Maker maker(seed);
  const Versie second = maker.second({{}, true, false, false});
  Draai a(maker.a, 1), b(second, 1);
  const auto vragen = questions(a, b);
  RC_CLASSIFY(!vragen.empty(), "something differs");
  each(vragen, causes(a, b, vragen), [](Verschiloorzaak cause, const Getal& part) {
    RC_ASSERT(cause == Verschiloorzaak::laat_feit || cause == Verschiloorzaak::afronding || part.is_zero());
  });
}

RC_GTEST_PROP(Verklaren, AnotherDocumentOnTheSameFactsIsARule, (std::uint64_t seed)) {
  Maker maker(seed);
  Draai a(maker.a, 1), b(maker.second({{}, false, false, true}), 1);
  const auto vragen = questions(a, b);
  RC_CLASSIFY(!vragen.empty(), "something differs");
  each(vragen, causes(a, b, vragen), [](Verschiloorzaak cause, const Getal& part) {
    RC_ASSERT(cause == Verschiloorzaak::regel || cause == Verschiloorzaak::afronding || part.is_zero());
  });
}

}  // namespace
}  // namespace zorgkader
