// Files first, then imports as a region would do them.
#include "app/demoregio.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>

#include "app/opdracht.hpp"
#include "values/hash.hpp"
#include "values/kalender.hpp"

namespace zorgkader {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostBytes = 4 * 1024 * 1024;

/// Rows of the table with this caption, by column; none when there is no such table.
std::vector<std::map<std::string, std::string>> rows_of(const Document& doc, std::string_view caption) {
  std::vector<std::map<std::string, std::string>> out;
  for (const TabelBlok& table : doc.tabellen) {
    if (table.bijschrift != caption) continue;
    for (const auto& row : table.rijen) {
      auto& made = out.emplace_back();
      for (std::size_t i = 0; i < std::min(row.size(), table.kop.size()); ++i) made[table.kop[i].tekst] = row[i].tekst;
    }
  }
  return out;
}

/// A key by hashes of the seed.
std::string key_of(std::uint64_t seed) {
  std::string out;
  for (std::uint64_t part = 0; part < 4; ++part) {
    Hash hash;
    hash.add(seed);
    hash.add(part);
    for (int shift = 56; shift >= 0; shift -= 8) out += static_cast<char>(hash.value() >> shift & 0xFF);
  }
  return out;
}

/// Noon of the last day of a month `2022-01`.
Moment end_of(const std::string& month) {
  const auto first = parse_datum(month + "-01");
  return Moment(last_of_month(first.value_or(Datum{}))) + std::chrono::hours(12);
}

}  // namespace

Regiovraag regio_van(const std::string& regeling, Bevindingen& found) {
  Regiovraag out;
  const std::string recipe = (fs::path(regeling).parent_path() / "voorbeeld.md").string();
  const auto text = read_text_file(recipe, kMostBytes);
  if (!text) return out;
  const Document doc = parse_document(recipe, *text, found);
  for (auto& row : rows_of(doc, "Voorbeeld gemeenten"))
    out.gemeenten.push_back({row["code"], row["gemeente"], row["taakgericht"] == "ja"});
  for (auto& row : rows_of(doc, "Voorbeeld partners"))
    out.partners.push_back({row["naam"], row["aanbieder"], row["groep"] == "ja", dossier::words_of(row["leden"])});
  return out;
}

bool heeft_ander_zaad(const std::string& map, std::uint64_t zaad) {
  const Dossierpad pad{(fs::path(map) / "dossier.db").string(), ""};
  if (!fs::exists(pad.dossier)) return false;
  std::ifstream in(pad.sleutelpad());
  std::string key;
  std::getline(in, key);
  return key != in_hex(key_of(zaad));
}

Demodossier maak_demodossier(const std::string& map, const Regiovraag& vraag, unsigned threads,
                             const OpVoortgang& voortgang) {
  Demodossier out{{(fs::path(map) / "dossier.db").string(), ""},
                  (fs::path(map) / "aangeleverd").string(),
                  (fs::path(map) / "antwoorden").string(),
                  0,
                  {},
                  0,
                  0,
                  false};
  out.was_er_al = fs::exists(out.pad.dossier);
  if (out.was_er_al) return out;
  std::set<std::string> months;
  each_bestand(vraag, [&](const std::string& pad, const std::string& bytes) {
    const fs::path target = fs::path(out.aangeleverd) / pad;
    fs::create_directories(target.parent_path());
    std::ofstream file(target, std::ios::binary);
    file << bytes;
    if (!file.flush()) throw dossier::OpslagFout(fmt::format("{} kan niet geschreven worden.", target.string()));
    ++out.bestanden;
    if (target.extension() == ".xml") months.insert(target.parent_path().filename().string());
  });
  if (!fs::exists(out.pad.sleutelpad())) write_sleutel(out.pad, key_of(vraag.zaad));
  const auto import = [&](const fs::path& from, Moment when) {
    importeer(
        {out.pad, {from.string()}, out.antwoorden, "", when, "demo", threads},
        [&](const Importregel& line) {
          if (line.tabel) {
            out.registerrijen += line.tabel->nieuw;
            return;
          }
          ++out.berichten[line.uitslag];
          out.met_bevindingen += line.verdict.goed() ? 0 : 1;
        },
        voortgang);
  };
  const fs::path root(out.aangeleverd);
  // Registers are there before the first message.
  import(root / "registers", Moment(*parse_datum(*months.begin() + "-01")));
  for (const std::string& month : months) {
    const fs::path decided = root / ("besluit-" + month);
    if (fs::exists(decided)) import(decided, end_of(month) - std::chrono::days(9));
    if (month == fmt::format("{}-03", vraag.jaar)) import(root / "feiten" / "pgb_peildatum.csv", end_of(month));
    import(root / "berichten" / month, end_of(month));
  }
  return out;
}

}  // namespace zorgkader
