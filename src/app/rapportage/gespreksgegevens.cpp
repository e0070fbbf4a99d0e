// Quantities under the names of talks, read row by row into what can be planned.
#include "app/rapportage/gespreksgegevens.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "app/bereken.hpp"

namespace zorgkader {
namespace {

namespace namen = gespreksnamen;

constexpr const char* kAanbieder = "aanbieder";
constexpr const char* kGesprek = "gesprek";
constexpr const char* kWeekdag = "weekdag";
constexpr std::array<const char*, 7> kWeekdagen = {"maandag", "dinsdag",  "woensdag", "donderdag",
                                                   "vrijdag", "zaterdag", "zondag"};
constexpr int kMinutesInHour = 60;
constexpr int kMostMinutes = 24 * kMinutesInHour;
constexpr std::int64_t kMostDays = 800;  ///< a talk is of a year

/// What a quantity under one of the names must be: `aantal` keys, these among them.
struct Vormeis {
  const char* naam;
  Soort soort;
  bool verplicht;
  int aantal;
  std::array<const char*, 2> sleutels;
  const char* per;
};

constexpr const char* kPerGesprek = "per aanbieder en gesprek";

constexpr std::array<Vormeis, 13> kVormen = {{
    {namen::kVanaf, Soort::datum, true, 2, {kAanbieder, kGesprek}, kPerGesprek},
    {namen::kTot, Soort::datum, true, 2, {kAanbieder, kGesprek}, kPerGesprek},
    {namen::kDuur, Soort::getal, true, 2, {kAanbieder, kGesprek}, kPerGesprek},
    {namen::kKan, Soort::ja_nee, true, 2, {kWeekdag, nullptr}, "per tijdstip en weekdag"},
    {namen::kDag, Soort::datum, false, 2, {kAanbieder, kGesprek}, kPerGesprek},
    {namen::kAanvang, Soort::tekst, false, 2, {kAanbieder, kGesprek}, kPerGesprek},
    {namen::kDeelnemer, Soort::ja_nee, false, 2, {kAanbieder, nullptr}, "per aanbieder en wie deelneemt"},
    {namen::kAfwezigVan, Soort::datum, false, 2, {nullptr, nullptr}, "per wie deelneemt en een nummer"},
    {namen::kAfwezigTot, Soort::datum, false, 2, {nullptr, nullptr}, "per wie deelneemt en een nummer"},
    {namen::kVrijVan, Soort::datum, false, 1, {nullptr, nullptr}, "per tijd zonder gesprekken"},
    {namen::kVrijTot, Soort::datum, false, 1, {nullptr, nullptr}, "per tijd zonder gesprekken"},
    {namen::kPerDag, Soort::getal, false, 0, {nullptr, nullptr}, "zonder sleutels"},
    {namen::kRitme, Soort::tekst, false, 1, {kAanbieder, nullptr}, "per aanbieder"},
}};

/// `09:30` as minutes after midnight.
std::optional<int> parse_tijd(const std::string& text) {
  const auto digit = [&](std::size_t i) { return text[i] >= '0' && text[i] <= '9'; };
  if (text.size() != 5 || text[2] != ':' || !digit(0) || !digit(1) || !digit(3) || !digit(4)) return std::nullopt;
  const int hours = std::stoi(text.substr(0, 2)), minutes = std::stoi(text.substr(3));
  if (hours >= 24 || minutes >= kMinutesInHour) return std::nullopt;
  return hours * kMinutesInHour + minutes;
}

/// Whole minutes of a duration in hours or minutes.
std::optional<int> minutes_of(const Waarde& value, const Eenheid& unit) {
  const Getal all = std::get<Getal>(value) * Getal(unit.like(Eenheid::basis("uur")) ? kMinutesInHour : 1);
  const auto whole = all.as_int64();
  return whole && *whole > 0 && *whole <= kMostMinutes ? std::optional(static_cast<int>(*whole)) : std::nullopt;
}

class Lezer {
 public:
  Lezer(Geladen& loaded, const Opdrachtgegevens& given, Bevindingen& found)
      : r_(*loaded.regeling), loaded_(loaded), given_(given), found_(found) {}

  std::optional<Gespreksgegevens> read() {
    std::vector<std::string> names;
    bool sound = true;
    for (const Vormeis& asked : kVormen) {
      if (has_form(asked))
        names.emplace_back(asked.naam);
      else
        sound = sound && !asked.verplicht;
    }
    if (!sound) return std::nullopt;
    const Grootheidtabellen tables(loaded_, given_, names, found_);
    for (const Vormeis& asked : kVormen) {
      if (asked.verplicht && tables.find(asked.naam) == nullptr) return std::nullopt;  // why not was told
    }
    wishes(tables);
    chosen(tables);
    space(tables);
    tables.each(namen::kRitme, [&](const Ledennamen& of, const Waarde& value) {
      out_.ritmes[of.at(kAanbieder)] = std::get<std::string>(value);
    });
    return out_;
  }

 private:
  void report(const char* code, int line, std::string what, std::string remedy = "") {
    found_.push_back(
        {Ernst::fout, code, {r_.document.regels.bestand(), line, 0, 0}, std::move(what), std::move(remedy), ""});
  }

  bool has_form(const Vormeis& asked) {
    const int q = r_.grootheid(asked.naam);
    if (q < 0) {
      if (asked.verplicht)
        report("naam-onbekend", 0, fmt::format("Deze regeling plant geen gesprekken: zij heeft geen `{}`.", asked.naam),
               "De handleiding noemt onder `rapport gesprekken` wat een regeling daarvoor bepaalt.");
      return false;
    }
    const Grootheid& g = r_.grootheden[static_cast<std::size_t>(q)];
    const bool keys = g.per.size() == static_cast<std::size_t>(asked.aantal) &&
                      std::all_of(asked.sleutels.begin(), asked.sleutels.end(), [&](const char* key) {
                        return key == nullptr || std::any_of(g.per.begin(), g.per.end(),
                                                             [&](const SleutelNaam& k) { return k.naam == key; });
                      });
    if (keys && g.vorm.soort == asked.soort) return true;
    report("soort-fout", g.positie.regel,
           fmt::format("`{}` hoort {} te zijn, {}.", asked.naam, soort_naam(asked.soort), asked.per));
    return false;
  }

  void wishes(const Grootheidtabellen& tables) {
    std::map<std::pair<std::string, std::string>, Datum> until;
    std::map<std::pair<std::string, std::string>, int> minutes;
    tables.each(namen::kTot, [&](const Ledennamen& of, const Waarde& value) {
      until[{of.at(kAanbieder), of.at(kGesprek)}] = std::get<Datum>(value);
    });
    const Tabel& durations = *tables.find(namen::kDuur);
    tables.each(namen::kDuur, [&](const Ledennamen& of, const Waarde& value) {
      if (const auto read = minutes_of(value, durations.vorm.eenheid))
        minutes[{of.at(kAanbieder), of.at(kGesprek)}] = *read;
      else
        report("soort-fout", 0,
               fmt::format("Het gesprek {} met {} duurt {}; dat is geen heel aantal minuten van een dag.",
                           of.at(kGesprek), of.at(kAanbieder), format_nl(value, durations.vorm)));
    });
    std::map<std::string, std::vector<std::string>> comers;
    tables.each(namen::kDeelnemer, [&](const Ledennamen& of, const Waarde& value) {
      if (!of.contains(kAanbieder) || !std::get<bool>(value)) return;
      for (const auto& [key, member] : of) {
        if (key != kAanbieder) comers[of.at(kAanbieder)].push_back(member);
      }
    });
    tables.each(namen::kVanaf, [&](const Ledennamen& of, const Waarde& value) {
      const std::pair key(of.at(kAanbieder), of.at(kGesprek));
      const auto last = until.find(key);
      const auto lasts = minutes.find(key);
      if (last == until.end() || lasts == minutes.end()) return;
      const Periode within{std::get<Datum>(value), last->second};
      if (within.tot < within.van || (within.tot - within.van).count() > kMostDays)
        return report("soort-fout", 0,
                      fmt::format("Het gesprek {} met {} kan van {} tot en met {}; dat is geen tijd in een jaar.",
                                  key.second, key.first, format_datum_nl(within.van), format_datum_nl(within.tot)));
      add({key.first, key.second, within, lasts->second, comers[key.first], std::nullopt, std::nullopt});
    });
    comers_ = std::move(comers);
  }

  void add(Planwens wish) {
    place_[{wish.wie, wish.nummer}] = out_.wensen.size();
    out_.wensen.push_back(std::move(wish));
  }

  /// A day for a talk that the arrangement does not ask is a talk all the same.
  void chosen(const Grootheidtabellen& tables) {
    tables.each(namen::kDag, [&](const Ledennamen& of, const Waarde& value) {
      const std::pair key(of.at(kAanbieder), of.at(kGesprek));
      if (!place_.contains(key))
        add({key.first, key.second, std::nullopt, kMinutesInHour, comers_[key.first], std::nullopt, std::nullopt});
      out_.wensen[place_.at(key)].dag = std::get<Datum>(value);
    });
    tables.each(namen::kAanvang, [&](const Ledennamen& of, const Waarde& value) {
      const auto& text = std::get<std::string>(value);
      const auto at = place_.find({of.at(kAanbieder), of.at(kGesprek)});
      const auto time = parse_tijd(text);
      if (!time)
        report("soort-fout", 0,
               fmt::format("Het gesprek {} met {} begint om `{}`; schrijf een tijdstip als 09:30.", of.at(kGesprek),
                           of.at(kAanbieder), text));
      else if (at != place_.end() && out_.wensen[at->second].dag)
        out_.wensen[at->second].begin = time;
    });
  }

  void space(const Grootheidtabellen& tables) {
    tables.each(namen::kKan, [&](const Ledennamen& of, const Waarde& value) {
      if (!std::get<bool>(value)) return;
      const std::string& day = of.at(kWeekdag);
      const auto known = std::find(kWeekdagen.begin(), kWeekdagen.end(), day);
      if (known == kWeekdagen.end()) return report("lid-onbekend", 0, fmt::format("`{}` is geen weekdag.", day));
      for (const auto& [key, member] : of) {
        if (key == kWeekdag) continue;
        if (const auto time = parse_tijd(member))
          out_.ruimte.tijdstippen[static_cast<std::size_t>(known - kWeekdagen.begin())].push_back(*time);
        else
          report("lid-onbekend", 0, fmt::format("`{}` is geen tijdstip.", member), "Schrijf het als 09:30.");
      }
    });
    for (auto& times : out_.ruimte.tijdstippen) std::sort(times.begin(), times.end());
    for (const auto& [of, stretch] : stretches(tables, namen::kVrijVan, namen::kVrijTot))
      out_.ruimte.vrij.push_back(stretch);
    // The key that talks name too says who is away.
    std::string who;
    if (const Tabel* comers = tables.find(namen::kDeelnemer); comers != nullptr) {
      for (const SleutelKolom& key : comers->sleutels) {
        if (key.naam != kAanbieder) who = key.naam;
      }
    }
    for (const auto& [of, stretch] : stretches(tables, namen::kAfwezigVan, namen::kAfwezigTot)) {
      if (const auto person = of.find(who); person != of.end()) out_.ruimte.afwezig[person->second].push_back(stretch);
    }
    tables.each(namen::kPerDag, [&](const Ledennamen&, const Waarde& value) {
      if (const auto most = std::get<Getal>(value).as_int64(); most && *most > 0 && *most <= kMostMinutes)
        out_.ruimte.per_dag = static_cast<int>(*most);
    });
  }

  static std::map<Ledennamen, Periode> stretches(const Grootheidtabellen& tables, const char* van, const char* tot) {
    std::map<Ledennamen, Periode> out;
    tables.each(van, [&](const Ledennamen& of, const Waarde& value) {
      out[of] = {std::get<Datum>(value), kGeenEinde};
    });
    tables.each(tot, [&](const Ledennamen& of, const Waarde& value) {
      if (const auto at = out.find(of); at != out.end()) at->second.tot = std::get<Datum>(value);
    });
    return out;
  }

  const Regeling& r_;
  Geladen& loaded_;
  const Opdrachtgegevens& given_;
  Bevindingen& found_;
  Gespreksgegevens out_;
  std::map<std::pair<std::string, std::string>, std::size_t> place_;
  std::map<std::string, std::vector<std::string>> comers_;
};

}  // namespace

Grootheidtabellen::Grootheidtabellen(Geladen& geladen, const Opdrachtgegevens& gegevens,
                                     const std::vector<std::string>& namen, Bevindingen& found) {
  std::vector<std::string> asked;
  for (const std::string& name : namen) {
    const int q = geladen.regeling->grootheid(name);
    if (q >= 0 && geladen.run->has_facts(q)) asked.push_back(name);
  }
  if (asked.empty()) return;
  BerekenAntwoord made = bereken(geladen, gegevens, asked);
  for (Uitkomst& outcome : made.berekening.uitkomsten) tabellen_[outcome.tabel.naam] = std::move(outcome.tabel);
  found.insert(found.end(), made.bevindingen.begin(), made.bevindingen.end());
}

const Tabel* Grootheidtabellen::find(const std::string& naam) const {
  const auto at = tabellen_.find(naam);
  return at == tabellen_.end() ? nullptr : &at->second;
}

void Grootheidtabellen::each(const std::string& naam,
                             const std::function<void(const Ledennamen&, const Waarde&)>& take) const {
  const Tabel* table = find(naam);
  if (table == nullptr) return;
  for (std::size_t row = 0; row < table->size(); ++row) {
    Ledennamen members;
    for (const SleutelKolom& key : table->sleutels) members[key.naam] = key.at(row);
    take(members, table->waarden.at(row));
  }
}

std::optional<Gespreksgegevens> read_gespreksgegevens(Geladen& geladen, const Opdrachtgegevens& gegevens,
                                                      Bevindingen& found) {
  return Lezer(geladen, gegevens, found).read();
}

}  // namespace zorgkader
