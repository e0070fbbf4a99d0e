// The folder: which file or sheet is which fact.
#include "feiten/feiten.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>

#include "feiten/bestand.hpp"
#include "feiten/csv_feit.hpp"
#include "feiten/grenzen.hpp"
#include "feiten/tekenset.hpp"
#include "feiten/werkmap.hpp"
#include "values/naam.hpp"

namespace zorgkader {
namespace {

namespace fs = std::filesystem;

class Verzamelaar {
 public:
  Verzamelaar(const std::vector<FeitVorm>& gevraagd, const std::set<std::string>& elders)
      : gevraagd_(gevraagd), elders_(elders) {}

  void read(const fs::path& pad);
  void fault(const fs::path& pad, const char* code, std::string wat, std::string doe = "");
  Feiten take() { return std::move(feiten_); }

 private:
  void read_csv_bestand(const fs::path& pad);
  void read_werkmap(const fs::path& pad);
  const FeitVorm* find(const std::string& naam) const;
  bool claim(const std::string& naam, const fs::path& pad, const std::string& waar);
  void not_asked(const fs::path& pad, const std::string& naam, const std::string& wat);
  void store(const std::string& naam, feiten::Gelezen gelezen);

  const std::vector<FeitVorm>& gevraagd_;
  const std::set<std::string>& elders_;          // facts that someone else asks for
  std::map<std::string, std::string> herkomst_;  // fact to the file or sheet that has it
  Feiten feiten_;
};

void Verzamelaar::fault(const fs::path& pad, const char* code, std::string wat, std::string doe) {
  feiten_.bevindingen.push_back({Ernst::fout, code, {pad.string(), 0, 0, 0}, std::move(wat), std::move(doe), ""});
}

const FeitVorm* Verzamelaar::find(const std::string& naam) const {
  const auto at = std::find_if(gevraagd_.begin(), gevraagd_.end(), [&](const FeitVorm& v) { return v.naam == naam; });
  return at == gevraagd_.end() ? nullptr : &*at;
}

/// Whether `waar` is the first place that has this fact; a second place makes the fact useless.
bool Verzamelaar::claim(const std::string& naam, const fs::path& pad, const std::string& waar) {
  const auto [known, first] = herkomst_.emplace(naam, waar);
  if (first) return true;
  fault(pad, "feit-dubbel", fmt::format("Het feit `{}` staat in {} en in {}.", naam, known->second, waar));
  feiten_.tabellen.erase(naam);
  feiten_.onbruikbaar.insert(naam);
  return false;
}

void Verzamelaar::not_asked(const fs::path& pad, const std::string& naam, const std::string& wat) {
  if (elders_.contains(naam) || elders_.contains(pad.stem().string())) return;
  std::vector<std::string> names;
  for (const FeitVorm& v : gevraagd_) names.push_back(v.naam);
  const Bedoeld meant = find_bedoeld(naam, names);
  std::string text = fmt::format("{} `{}` is geen feit waar de regeling om vraagt", wat, feiten::shown(naam, 100));
  if (meant.gelijkenis == Gelijkenis::hoofdletters) text += fmt::format("; hoofdletters tellen mee: `{}`", meant.naam);
  if (meant.gelijkenis == Gelijkenis::bijna) text += fmt::format("; is `{}` bedoeld?", meant.naam);
  if (!text.ends_with('?')) text += '.';
  feiten_.bevindingen.push_back({Ernst::let_op, "feit-onbekend", {pad.string(), 0, 0, 0}, text, "", ""});
}

void Verzamelaar::store(const std::string& naam, feiten::Gelezen gelezen) {
  auto& all = feiten_.bevindingen;
  all.insert(all.end(), std::make_move_iterator(gelezen.bevindingen.begin()),
             std::make_move_iterator(gelezen.bevindingen.end()));
  if (gelezen.tabel) {
    feiten_.tabellen.emplace(naam, *std::move(gelezen.tabel));
  } else {
    feiten_.onbruikbaar.insert(naam);
  }
}

void Verzamelaar::read(const fs::path& pad) {
  const std::string kind = lower(pad.extension().string());
  if (kind == ".csv") return read_csv_bestand(pad);
  if (kind == ".xlsx") return read_werkmap(pad);
  if (find(pad.stem().string()) == nullptr) return;
  feiten_.bevindingen.push_back(
      {Ernst::let_op,
       "feit-onbekend",
       {pad.string(), 0, 0, 0},
       fmt::format("Een bestand van de soort `{}` wordt niet gelezen.", feiten::shown(kind, 20)),
       "Bewaar het feit als .csv of .xlsx.",
       ""});
}

void Verzamelaar::read_csv_bestand(const fs::path& pad) {
  const std::string naam = pad.stem().string();
  const FeitVorm* vorm = find(naam);
  if (vorm == nullptr) return not_asked(pad, naam, "Het bestand");
  if (!claim(naam, pad, pad.string())) return;
  feiten_.bestanden.push_back(pad.string());
  const auto content = feiten::read_bestand(pad);
  store(naam, content ? feiten::read_csv(content->view(), pad.string(), *vorm)
                      : feiten::Gelezen{std::nullopt, content.errors()});
}

void Verzamelaar::read_werkmap(const fs::path& pad) {
  const std::string stem = pad.stem().string();
  feiten_.bestanden.push_back(pad.string());
  const auto unusable = [&](Bevindingen found) {
    if (find(stem) != nullptr && claim(stem, pad, pad.string())) return store(stem, {std::nullopt, std::move(found)});
    for (Bevinding& one : found) feiten_.bevindingen.push_back(std::move(one));
  };
  const auto content = feiten::read_bestand(pad);
  if (!content) return unusable(content.errors());
  const feiten::Werkmap werkmap(content->view());
  if (werkmap.fault()) {
    return unusable({{Ernst::fout,
                      "bestand-onleesbaar",
                      {pad.string(), 0, 0, 0},
                      *werkmap.fault(),
                      "Bewaar de werkmap opnieuw als .xlsx.",
                      ""}});
  }
  const bool named_after_fact = werkmap.bladen().size() == 1 && find(stem) != nullptr;
  for (const feiten::Werkblad& blad : werkmap.bladen()) {
    const std::string naam = named_after_fact ? stem : std::string(feiten::trim(blad.naam));
    const FeitVorm* vorm = find(naam);
    if (vorm == nullptr) {
      not_asked(pad, naam, "Het blad");
    } else if (claim(naam, pad, fmt::format("{}, blad `{}`", pad.string(), blad.naam))) {
      store(naam, feiten::read_werkblad(werkmap, blad, pad.string(), *vorm));
    }
  }
}

/// Names that start with a point are hidden; `~$` is what an office program leaves beside an open workbook.
bool is_hidden(const fs::path& pad) {
  const std::string naam = pad.filename().string();
  return naam.starts_with('.') || naam.starts_with("~$");
}

/// The files of the folder by name, or nothing when it cannot be listed.
std::optional<std::vector<fs::path>> list(const fs::path& map) {
  std::vector<fs::path> out;
  std::error_code error;
  for (fs::directory_iterator at(map, error), end; !error && at != end; at.increment(error)) {
    std::error_code ignored;
    if (!is_hidden(at->path()) && !at->is_directory(ignored)) out.push_back(at->path());
    if (out.size() > feiten::kMaxBestanden) break;
  }
  if (error) return std::nullopt;
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace

Feiten read_feiten(const fs::path& pad, const std::vector<FeitVorm>& gevraagd, const std::set<std::string>& elders) {
  Verzamelaar collector(gevraagd, elders);
  std::error_code error;
  if (!fs::is_directory(pad, error)) {
    const std::string kind = lower(pad.extension().string());
    if (!fs::exists(pad, error)) {
      collector.fault(pad, "bestand-onleesbaar", "Deze map of dit bestand bestaat niet.");
    } else if (kind != ".csv" && kind != ".xlsx") {
      collector.fault(pad, "bestand-onleesbaar", "Feiten staan in een map, of in een bestand .csv of .xlsx.");
    } else {
      collector.read(pad);
    }
    return collector.take();
  }
  const auto files = list(pad);
  if (!files) {
    collector.fault(pad, "bestand-onleesbaar", "De map kan niet gelezen worden.");
  } else if (files->size() > feiten::kMaxBestanden) {
    collector.fault(pad, "bestand-te-groot", fmt::format("De map heeft meer dan {} bestanden.", feiten::kMaxBestanden),
                    "Verdeel de bestanden over mappen.");
  } else {
    for (const fs::path& file : *files) collector.read(file);
  }
  return collector.take();
}

}  // namespace zorgkader
