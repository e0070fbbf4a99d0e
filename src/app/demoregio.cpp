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

std::vector<std::string> members_of(const std::string& text) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(';', at), text.size());
    std::string one = text.substr(at, end - at);
    one.erase(0, one.find_first_not_of(' '));
    if (!one.empty()) out.push_back(std::move(one));
    at = end + 1;
  }
  return out;
}

void write_key(const Dossierpad& pad, std::uint64_t seed) {
  std::ofstream out(pad.sleutelpad());
  for (std::uint64_t part = 0; part < 4; ++part) {
    Hash hash;
    hash.add(seed);
    hash.add(part);
    out << fmt::format("{:016x}", hash.value());
  }
  out << '\n';
  fs::permissions(pad.sleutelpad(), fs::perms::owner_read | fs::perms::owner_write);
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
    out.partners.push_back({row["naam"], row["aanbieder"], row["groep"] == "ja", members_of(row["leden"])});
  return out;
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
  write_key(out.pad, vraag.zaad);
  const auto import = [&](const fs::path& from, Moment when) {
    importeer(
        {out.pad, {from.string()}, out.antwoorden, "", when, "demo", threads},
        [&](const Importregel& line) {
          if (line.tabel) {
            out.registerrijen += line.tabel->nieuw;
            out.geweigerde_rijen += line.tabel->geweigerd;
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
