// Reading voorbeeld.md and drawing facts from it.
#include "app/voorbeeld.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>

#include "regeling/regeling.hpp"
#include "values/afronding.hpp"
#include "values/notatie.hpp"

namespace zorgkader {
namespace {

namespace fs = std::filesystem;
constexpr std::size_t kMostBytes = 4 * 1024 * 1024;

/// xoshiro256** seeded by splitmix64: the same numbers on every machine.
class Toeval {
 public:
  explicit Toeval(std::uint64_t seed) {
    for (auto& s : state_) {
      seed += 0x9E3779B97F4A7C15u;
      std::uint64_t z = seed;
      z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
      z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
      s = z ^ (z >> 31);
    }
  }
  /// A whole number below `count`.
  std::uint64_t below(std::uint64_t count) {
    return static_cast<std::uint64_t>(static_cast<unsigned __int128>(next()) * count >> 64);
  }

 private:
  static std::uint64_t turn(std::uint64_t x, int k) { return (x << k) | (x >> (64 - k)); }
  std::uint64_t next() {
    const std::uint64_t out = turn(state_[1] * 5, 7) * 9, t = state_[1] << 17;
    state_[2] ^= state_[0];
    state_[3] ^= state_[1];
    state_[1] ^= state_[2];
    state_[0] ^= state_[3];
    state_[2] ^= t;
    state_[3] = turn(state_[3], 45);
    return out;
  }
  std::uint64_t state_[4];
};

struct Regelvorm {
  std::vector<std::vector<std::string>> sleutels;  ///< a key: allowed members; empty: all
  Getal kans, van, tot, veelvoud;
};

class Voorbeeld {
 public:
  Voorbeeld(const Regeling& r, const Document& doc, std::uint64_t zaad, Bevindingen& found)
      : r_(r), doc_(doc), zaad_(zaad), found_(found) {
    for (const Sleutel& s : r.sleutels) members_[s.naam] = s.leden;
    for (const TabelBlok& t : doc.tabellen) {
      if (!t.bijschrift.starts_with("Voorbeeld leden")) continue;
      for (const auto& row : t.rijen) members_[name_of(t)].push_back(row[0].tekst);
    }
  }

  void write(const fs::path& folder) {
    for (const TabelBlok& t : doc_.tabellen) {
      if (t.bijschrift.starts_with("Voorbeeld `")) write_fact(t, folder);
    }
  }

 private:
  static std::string name_of(const TabelBlok& t) {
    const auto open = t.bijschrift.find('`'), close = t.bijschrift.find('`', open + 1);
    return open == std::string::npos || close == std::string::npos ? ""
                                                                   : t.bijschrift.substr(open + 1, close - open - 1);
  }

  void report(const Positie& at, std::string what) {
    found_.push_back(doc_.regels.bevinding("tabel-fout", at, std::move(what)));
  }

  Getal number(const Cel& cel) {
    std::string text = cel.tekst;
    const bool percent = text.ends_with('%');
    if (percent) text.pop_back();
    const auto value = parse_getal(text, Notatie::nederlands);
    if (const auto* g = std::get_if<Getal>(&value)) return percent ? *g / Getal(100) : *g;
    report(cel.positie, fmt::format("`{}` is geen getal.", cel.tekst));
    return Getal();
  }

  std::vector<Regelvorm> rules(const TabelBlok& t, const std::vector<std::string>& keys) {
    std::map<std::string, std::size_t> at;
    for (std::size_t i = 0; i < t.kop.size(); ++i) at[t.kop[i].tekst] = i;
    std::vector<std::string> wanted = keys;
    wanted.insert(wanted.end(), {"kans", "van", "tot", "veelvoud"});
    for (const std::string& k : wanted) {
      if (!at.contains(k))
        return report(t.positie, fmt::format("De kolom `{}` ontbreekt.", k)), std::vector<Regelvorm>();
    }
    std::vector<Regelvorm> out;
    for (const auto& row : t.rijen) {
      if (row.size() < t.kop.size()) continue;
      Regelvorm rule;
      for (const std::string& k : keys) rule.sleutels.push_back(list(row[at[k]].tekst));
      rule.kans = number(row[at["kans"]]);
      rule.van = number(row[at["van"]]);
      rule.tot = number(row[at["tot"]]);
      rule.veelvoud = number(row[at["veelvoud"]]);
      if (rule.veelvoud.sign() <= 0 || rule.tot < rule.van)
        report(row[0].positie, "Het veelvoud hoort groter dan nul te zijn en `tot` niet onder `van`.");
      else
        out.push_back(std::move(rule));
    }
    return out;
  }

  static std::vector<std::string> list(const std::string& cell) {
    std::vector<std::string> out;
    if (cell == "*") return out;
    for (std::size_t from = 0; from <= cell.size();) {
      const auto end = std::min(cell.find(';', from), cell.size());
      std::string one = cell.substr(from, end - from);
      one.erase(0, one.find_first_not_of(' '));
      one.erase(one.find_last_not_of(' ') + 1);
      out.push_back(one);
      from = end + 1;
    }
    return out;
  }

  void write_fact(const TabelBlok& t, const fs::path& folder) {
    const std::string name = name_of(t);
    const int q = r_.grootheid(name);
    if (q < 0 || r_.grootheden[static_cast<std::size_t>(q)].rol != Rol::invoer)
      return report(t.positie, fmt::format("De regeling vraagt niet om `{}`.", name));
    std::vector<std::string> keys;
    for (const SleutelNaam& k : r_.grootheden[static_cast<std::size_t>(q)].per) keys.push_back(k.naam);
    const auto all = rules(t, keys);
    std::ofstream out(folder / (name + ".csv"), std::ios::binary);
    out << fmt::format("{}{}waarde;bron\n", fmt::join(keys, ";"), keys.empty() ? "" : ";");
    std::uint64_t seed = zaad_;
    for (char c : name) seed = seed * 31 + static_cast<unsigned char>(c);
    Toeval chance(seed);
    std::vector<std::string> row;
    rows(keys, all, chance, row, out);
    if (!out.flush())
      found_.push_back({Ernst::fout,
                        "bestand-schrijffout",
                        {(folder / (name + ".csv")).string(), 0, 0, 0},
                        "Het bestand kan niet worden geschreven.",
                        "",
                        ""});
  }

  void rows(const std::vector<std::string>& keys, const std::vector<Regelvorm>& all, Toeval& chance,
            std::vector<std::string>& row, std::ostream& out) {
    if (row.size() < keys.size()) {
      for (const std::string& member : members_[keys[row.size()]]) {
        row.push_back(member);
        rows(keys, all, chance, row, out);
        row.pop_back();
      }
      return;
    }
    const auto fits = [&](const Regelvorm& rule) {
      for (std::size_t i = 0; i < row.size(); ++i) {
        const auto& allowed = rule.sleutels[i];
        if (!allowed.empty() && std::find(allowed.begin(), allowed.end(), row[i]) == allowed.end()) return false;
      }
      return true;
    };
    const auto rule = std::find_if(all.begin(), all.end(), fits);
    // A draw is taken for every combination, so that a change of one rule leaves the others' figures alone.
    constexpr std::uint64_t kFine = 1'000'000;
    const Getal luck = Getal::breuk(static_cast<std::int64_t>(chance.below(kFine)), kFine);
    const Getal place = Getal::breuk(static_cast<std::int64_t>(chance.below(kFine)), kFine);
    if (rule == all.end() || luck >= rule->kans) return;
    const Getal value = rond(rule->van + (rule->tot - rule->van) * place, rule->veelvoud);
    out << fmt::format("{}{}{};verzonnen, zaad {}\n", fmt::join(row, ";"), keys.empty() ? "" : ";", format_plain(value),
                       zaad_);
  }

  const Regeling& r_;
  const Document& doc_;
  std::uint64_t zaad_;
  Bevindingen& found_;
  std::map<std::string, std::vector<std::string>> members_;
};

/// The first arrangement, in alphabetical order, that has an example beside it.
std::string find_example() {
  std::vector<fs::path> found;
  std::error_code error;
  for (fs::recursive_directory_iterator it("regelingen", error), end; !error && it != end; it.increment(error)) {
    if (it->path().filename() == "voorbeeld.md") found.push_back(it->path().parent_path());
  }
  std::sort(found.begin(), found.end());
  for (const fs::path& folder : found) {
    std::vector<fs::path> documents;
    for (const auto& entry : fs::directory_iterator(folder, error)) {
      if (entry.path().extension() == ".md" && entry.path().filename() != "voorbeeld.md")
        documents.push_back(entry.path());
    }
    std::sort(documents.begin(), documents.end());
    if (!documents.empty()) return documents[0].string();
  }
  return "";
}

}  // namespace

DemoAntwoord maak_demo(const std::string& map, std::uint64_t zaad, const std::string& regeling) {
  DemoAntwoord out;
  out.regeling = regeling.empty() ? find_example() : regeling;
  if (out.regeling.empty()) {
    out.bevindingen.push_back({Ernst::fout,
                               "bestand-onleesbaar",
                               {"regelingen", 0, 0, 0},
                               "Hier staat geen map `regelingen` met een voorbeeld.",
                               "Ga naar de map van Zorgkader, of geef --regeling.",
                               ""});
    return out;
  }
  const fs::path folder = fs::path(map) / "feiten";
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) {
    out.bevindingen.push_back(
        {Ernst::fout, "bestand-schrijffout", {folder.string(), 0, 0, 0}, "De map kan niet worden gemaakt.", "", ""});
    return out;
  }
  const std::string recipe = (fs::path(out.regeling).parent_path() / "voorbeeld.md").string();
  const auto text = read_text_file(out.regeling, kMostBytes), example = read_text_file(recipe, kMostBytes);
  for (const auto* t : {&text, &example}) {
    if (!*t) out.bevindingen.insert(out.bevindingen.end(), t->errors().begin(), t->errors().end());
  }
  if (has_errors(out.bevindingen)) return out;
  const Regeling r = read_regeling(out.regeling, *text, {}, out.bevindingen);
  if (has_errors(out.bevindingen)) return out;
  out.bevindingen.clear();
  const Document doc = parse_document(recipe, *example, out.bevindingen);
  Voorbeeld(r, doc, zaad, out.bevindingen).write(folder);
  out.feiten = folder.string();
  if (!r.uitkomsten.empty()) {
    const Grootheid& first = r.grootheden[static_cast<std::size_t>(r.grootheid(r.uitkomsten[0].first))];
    out.voorbeeld = first.naam;
    for (int k : first.sleutels)
      out.voorbeeld += fmt::format(" {}={}", r.sleutels[static_cast<std::size_t>(k)].naam,
                                   r.sleutels[static_cast<std::size_t>(k)].leden[0]);
  }
  for (const Grootheid& g : r.grootheden) {
    const bool percentage = g.rol == Rol::parameter && g.formule && g.formule->soort == Knoopsoort::getal &&
                            g.vorm.eenheid.shows_percent() && !g.formule->getal.is_zero();
    if (percentage) out.parameter = g.naam;
  }
  return out;
}

}  // namespace zorgkader
