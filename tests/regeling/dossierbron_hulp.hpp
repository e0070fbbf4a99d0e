// An arrangement with facts of every kind, and rows of a table `Uit het dossier` on them, in a form to compare.
#pragma once

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "regeling/regeling.hpp"
#include "values/notatie.hpp"

namespace zorgkader {

inline const std::string kFeiten =
    "# Proef\n"         // 1
    "Bron: Proef, 1\n"  // 2
    "\n"                // 3
    "```regel\n"        // 4
    "sleutel kwartaal = kwartalen van 2022-01-01 tot en met 2022-12-31\n"
    "sleutel jaar = jaren van 2021-01-01 tot en met 2022-12-31\n"
    "grens := 5 €\n"
    "invoer omzet per jaar, kwartaal [€]\n"
    "invoer aantal_clienten [client]\n"
    "invoer begin per jaar [datum]\n"
    "invoer gekozen per jaar [ja/nee]\n"
    "invoer stand per jaar [tekst]\n"
    "invoer eerste_jaar per kwartaal [lid van jaar]\n"
    "som_omzet [€] = som(omzet over jaar, kwartaal)\n"
    "```\n"  // 15
    "\n";    // 16
inline constexpr int kEersteRij = 21;

struct Gelezen {
  Regeling regeling;
  Bevindingen bevindingen;
};

inline Gelezen read(const std::string& text) {
  Gelezen out;
  Bevindingen all;
  out.regeling = read_regeling("proef.md", text, {}, all);
  std::copy_if(all.begin(), all.end(), std::back_inserter(out.bevindingen),
               [](const Bevinding& b) { return b.ernst == Ernst::fout; });
  return out;
}

/// The facts above, and a table whose rows begin on line 21.
inline Gelezen rows(const std::string& text, const std::string& head = "| feit | tabel | telling | waar | sleutels |") {
  const auto bars = static_cast<std::size_t>(std::count(head.begin(), head.end(), '|'));
  std::string rule = "|";
  for (std::size_t i = 1; i < bars; ++i) rule += "---|";
  return read(kFeiten + "Uit het dossier\n\n" + head + "\n" + rule + "\n" + text + "\n");
}

inline std::string shown(const Dossierwaarde& w) {
  std::string out = "'" + w.tekst + "'";
  if (w.getal) out += " " + format_plain(*w.getal);
  if (w.dagen) out += " " + format_datum(w.dagen->van) + ".." + format_datum(w.dagen->tot);
  return out;
}

/// A source in one line, every field of it.
inline std::string shown(const Dossierbron& b) {
  std::string out = fmt::format("{} < {}: {} {}", b.feit, b.tabel, telling_naam(b.telling), b.kolom);
  for (const Dossiervoorwaarde& v : b.waar) {
    out += fmt::format("; {} {}", v.kolom, teken_tekst(v.teken));
    for (const Dossierwaarde& w : v.waarden) out += " (" + shown(w) + ")";
  }
  for (const auto& [key, column] : b.sleutels) out += fmt::format("; {} <- {}", key, column);
  for (const auto& [key, member] : b.vaste_leden) out += fmt::format("; {} <- '{}'", key, member);
  if (b.vast) out += fmt::format("; '{}'", *b.vast);
  return out;
}

inline std::string shown(const Plaats& p) {
  return fmt::format("{}:{}:{}+{}", p.bestand, p.regel, p.kolom, p.lengte);
}

/// `code kolom+lengte` of every finding, in order; a line before it where it is not the first row.
inline std::vector<std::string> faults(const Gelezen& got) {
  std::vector<std::string> out;
  for (const Bevinding& b : got.bevindingen) {
    const int row = b.plaats.regel - kEersteRij;
    out.push_back((row == 0 ? "" : fmt::format("{:+} ", row)) +
                  fmt::format("{} {}+{}", b.code, b.plaats.kolom, b.plaats.lengte));
  }
  return out;
}

using Lijst = std::vector<std::string>;

/// What stands wrong in one row, and what must be found.
struct Fout {
  const char* rij;
  Lijst bevindingen;
};

inline void check(const std::vector<Fout>& all) {
  for (const Fout& f : all) EXPECT_EQ(faults(rows(f.rij)), f.bevindingen) << f.rij;
}

}  // namespace zorgkader
