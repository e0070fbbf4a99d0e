// Rows that count, gathered by the keys of the fact.
#include "app/dossierfeiten.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <unordered_map>

#include "app/bronrijen.hpp"
#include "app/dossiervoorwaarden.hpp"
#include "app/feitbestanden.hpp"
#include "values/naam.hpp"

namespace zorgkader {
namespace {

using dossier::Dossierkolom;
using dossier::Dossiertabel;

/// What was seen of the rows of one cell.
struct Gevonden {
  std::vector<std::uint32_t> leden;
  std::size_t rijen = 0;
  Getal som;
  std::optional<Waarde> waarde;        ///< the one value, the smallest, or the largest
  std::set<std::string> verschillend;  ///< of `aantal` and `waarde`
};

/// A key of the fact and the column that gives it, or the member that every row has.
struct Sleutelbron {
  const Dossierkolom* kolom = nullptr;
  std::optional<std::string> vast;
  SleutelKolom sleutel;
  bool gesloten = false;
  std::unordered_map<std::string, std::uint32_t> codes;
  std::size_t genoemd = 0;  ///< members that the document names; they come first
};

/// Members that the document does not have, by key; of all facts together.
using Buiten = std::map<std::string, std::set<std::string>>;

constexpr std::size_t kMostZeros = 1'000'000;

class Feitmaker {
 public:
  /// `leden`: per key of the fact the members that the document names, of open keys too.
  Feitmaker(const Dossiertabel& table, const Dossierbron& source, const FeitVorm& form,
            const std::vector<std::vector<std::string>>& leden, Buiten& buiten, Bevindingen& found)
      : table_(table), source_(source), form_(form), leden_(leden), buiten_(buiten), found_(found) {}

  std::optional<Tabel> make() {
    if (!prepare()) return std::nullopt;
    for (std::size_t row = 0; row < table_.rijen; ++row) take(row);
    report();
    if (wrong_) return std::nullopt;
    if (source_.telling == Telling::som || source_.telling == Telling::aantal) add_zeros();
    return table();
  }

  /// The rows behind the cells with these members; of a key without one any will do.
  std::vector<std::size_t> rows_with(const std::map<std::string, std::string>& gezocht) {
    std::vector<std::size_t> out;
    if (!prepare()) return out;
    for (std::size_t row = 0; row < table_.rijen; ++row) {
      const auto names = names_of(row);
      bool fits = names.has_value();
      for (std::size_t k = 0; fits && k < keys_.size(); ++k) {
        const auto wanted = gezocht.find(keys_[k].sleutel.naam);
        fits = wanted == gezocht.end() || wanted->second == (*names)[k];
      }
      if (fits) out.push_back(row);
    }
    return out;
  }

 private:
  void report(const char* code, const Plaats& at, std::string wat, std::string doe = "", Ernst ernst = Ernst::fout) {
    found_.push_back({ernst, code, at, std::move(wat), std::move(doe), ""});
    wrong_ = wrong_ || ernst == Ernst::fout;
  }

  const Dossierkolom* column(const std::string& naam, const Plaats& at) {
    const Dossierkolom* out = table_.kolom(naam);
    if (out == nullptr) {
      std::vector<std::string> names;
      for (const auto& k : table_.kolommen) names.push_back(k.naam);
      report("dossierbron-kolom", at,
             fmt::format("De tabel `{}` van het dossier heeft geen kolom `{}`.", table_.naam, naam),
             fmt::format("Kies uit: {}.", fmt::join(names, ", ")));
    }
    return out;
  }

  bool prepare() {
    if (!source_.kolom.empty()) counted_ = column(source_.kolom, source_.telling_plaats);
    if (counted_ != nullptr && source_.telling == Telling::som && counted_->waarden.soort != Soort::getal)
      report("dossierbron-kolom", source_.telling_plaats,
             fmt::format("`{}` is geen getal en telt niet op.", source_.kolom));
    const bool one_of_column =
        source_.telling == Telling::waarde || source_.telling == Telling::eerste || source_.telling == Telling::laatste;
    if (one_of_column && counted_ != nullptr && counted_->waarden.soort != form_.vorm.soort)
      report("dossierbron-kolom", source_.telling_plaats,
             fmt::format("`{}` is {}, en `{}` vraagt {}.", source_.kolom, soort_naam(counted_->waarden.soort),
                         form_.naam, form_.vorm.text()));
    for (const Dossiervoorwaarde& condition : source_.waar) {
      if (const Dossierkolom* k = column(condition.kolom, condition.plaats))
        conditions_.emplace_back(*k, condition, found_);
    }
    for (std::size_t k = 0; k < form_.sleutels.size(); ++k) {
      Sleutelbron key;
      if (const std::string* member = source_.vast_lid(form_.sleutels[k]))
        key.vast = *member;
      else
        key.kolom = column(source_.kolom_van(form_.sleutels[k]),
                           source_.sleutels_plaats.regel > 0 ? source_.sleutels_plaats : source_.plaats);
      key.sleutel.naam = form_.sleutels[k];
      key.gesloten = k < form_.leden.size() && !form_.leden[k].empty();
      key.sleutel.leden = leden_[k];
      key.genoemd = leden_[k].size();
      for (std::uint32_t i = 0; i < key.sleutel.leden.size(); ++i) key.codes.emplace(key.sleutel.leden[i], i);
      keys_.push_back(std::move(key));
    }
    for (const auto& condition : conditions_) wrong_ = wrong_ || !condition.is_good();
    return !wrong_;
  }

  /// The month, quarter or year that a day lies in, when the key has it; else the day.
  static std::string period_of(const Sleutelbron& key, std::string day) {
    const std::string year = day.substr(0, 4), month = day.substr(0, 7);
    const std::string quarter = fmt::format("{}-K{}", year, (std::stoi(day.substr(5, 2)) + 2) / 3);
    for (const std::string& period : {month, quarter, year}) {
      if (key.codes.contains(period)) return period;
    }
    return day;
  }

  /// The members of a row that counts; nothing for another.
  std::optional<std::vector<std::string>> names_of(std::size_t row) {
    for (const auto& condition : conditions_) {
      if (!condition.holds(row)) return std::nullopt;
    }
    std::vector<std::string> out;
    for (Sleutelbron& key : keys_) {
      std::string member = key.vast ? *key.vast : key.kolom->has(row) ? key_text(*key.kolom, row) : "";
      if (member.empty()) {
        ++without_[key.sleutel.naam];
        return std::nullopt;
      }
      if (key.gesloten && key.kolom != nullptr && key.kolom->waarden.soort == Soort::datum)
        member = period_of(key, std::move(member));
      if (key.gesloten && !key.codes.contains(member)) {
        buiten_[key.sleutel.naam].insert(member);
        return std::nullopt;
      }
      out.push_back(std::move(member));
    }
    return out;
  }

  void take(std::size_t row) {
    const auto names = names_of(row);
    if (!names) return;
    std::vector<std::uint32_t> members;
    for (std::size_t k = 0; k < keys_.size(); ++k) members.push_back(code(keys_[k], (*names)[k]));
    add(members, row);
  }

  Gevonden& cell(const std::vector<std::uint32_t>& members) {
    const std::string at(reinterpret_cast<const char*>(members.data()), members.size() * sizeof(std::uint32_t));
    const auto [place, fresh] = cell_.try_emplace(at, cells_.size());
    if (fresh) cells_.push_back({members, 0, Getal(0), std::nullopt, {}});
    return cells_[place->second];
  }

  void add(const std::vector<std::uint32_t>& members, std::size_t row) {
    Gevonden& cell = this->cell(members);
    ++cell.rijen;
    if (source_.vast) cell.waarde = *source_.vast;
    if (counted_ == nullptr || !is_filled(*counted_, row)) return;
    if (source_.telling == Telling::som) {
      cell.som = cell.som + counted_->waarden.getal(row);
      return;
    }
    Waarde value = counted_->waarden.at(row);
    if (source_.telling == Telling::aantal || source_.telling == Telling::waarde)
      cell.verschillend.insert(value_text(value));
    const bool first = !cell.waarde,
               better = !first && (source_.telling == Telling::eerste ? value < *cell.waarde : *cell.waarde < value);
    if (first || (better && source_.telling != Telling::waarde)) cell.waarde = std::move(value);
  }

  /// A cell for every combination of members that the document names; of a key with one member for all rows only that.
  void add_zeros() {
    const auto members_of = [](const Sleutelbron& key) { return key.vast ? std::size_t{1} : key.genoemd; };
    std::size_t all = 1;
    for (const Sleutelbron& key : keys_) all *= all > kMostZeros ? 0 : members_of(key);
    if (all > kMostZeros) return;
    for (std::size_t number = 0; number < all; ++number) {
      std::vector<std::uint32_t> members(keys_.size());
      std::size_t left = number;
      for (std::size_t k = keys_.size(); k-- > 0; left /= members_of(keys_[k]))
        members[k] =
            keys_[k].vast ? code(keys_[k], *keys_[k].vast) : static_cast<std::uint32_t>(left % members_of(keys_[k]));
      cell(members);
    }
  }

  /// Of a key that is open, or has the member.
  static std::uint32_t code(Sleutelbron& key, const std::string& member) {
    const auto [at, fresh] = key.codes.try_emplace(member, static_cast<std::uint32_t>(key.sleutel.leden.size()));
    if (fresh) key.sleutel.leden.push_back(member);
    return at->second;
  }

  void report() {
    for (const auto& [key, rows] : without_)
      report("dossierbron-rij", source_.plaats,
             fmt::format("Van {} {} van `{}` is niet bekend welke {} erbij hoort.", rows, rows == 1 ? "rij" : "rijen",
                         table_.naam, key),
             "Vul de registers van het dossier aan, of sluit deze rijen uit in de kolom `waar`.");
    for (const Gevonden& cell : cells_) {
      if (source_.telling == Telling::waarde && cell.verschillend.size() > 1)
        report("dossierbron-rij", source_.plaats,
               fmt::format("`{}` heeft voor {} meer dan een waarde: {} en {}.", source_.feit, words(cell),
                           *cell.verschillend.begin(), *cell.verschillend.rbegin()),
               "Neem een sleutel meer, of kies met `eerste` of `laatste`.");
    }
  }

  std::string words(const Gevonden& cell) const {
    std::string out;
    for (std::size_t k = 0; k < keys_.size(); ++k)
      out +=
          fmt::format("{}{} {}", out.empty() ? "" : ", ", keys_[k].sleutel.naam, keys_[k].sleutel.leden[cell.leden[k]]);
    return out.empty() ? "het geheel" : out;
  }

  std::optional<Waarde> value_of(const Gevonden& cell) const {
    switch (source_.telling) {
      case Telling::som:
        return cell.som;
      case Telling::aantal:
        return Getal(static_cast<std::int64_t>(counted_ == nullptr ? cell.rijen : cell.verschillend.size()));
      case Telling::bestaat:
        return true;
      default:
        return cell.waarde;
    }
  }

  Tabel table() const {
    Tabel out{form_.naam, form_.vorm, {}, {}, {}};
    out.waarden.soort = form_.vorm.soort;
    out.herkomst.bestand = "dossier";
    for (const Sleutelbron& key : keys_) out.sleutels.push_back(key.sleutel);
    for (const Gevonden& cell : cells_) {
      const auto value = value_of(cell);
      if (!value) continue;
      out.waarden.push_back(*value);
      for (std::size_t k = 0; k < keys_.size(); ++k) out.sleutels[k].codes.push_back(cell.leden[k]);
      out.herkomst.bron.push_back(
          fmt::format("{} {} van {}", cell.rijen, cell.rijen == 1 ? "rij" : "rijen", table_.naam));
    }
    return out;
  }

  const Dossiertabel& table_;
  const Dossierbron& source_;
  const FeitVorm& form_;
  const std::vector<std::vector<std::string>>& leden_;
  Buiten& buiten_;
  Bevindingen& found_;
  const Dossierkolom* counted_ = nullptr;
  std::vector<Dossiertoets> conditions_;
  std::vector<Sleutelbron> keys_;
  std::unordered_map<std::string, std::size_t> cell_;
  std::vector<Gevonden> cells_;
  std::map<std::string, std::size_t> without_;
  bool wrong_ = false;
};

/// A register that says who people are is none: outside the dossier a client goes by a pseudonym.
bool is_for_rules(const Dossierbron& source, const Dossiertabel& table) {
  const dossier::Registersoort* kind = dossier::find_registersoort(source.tabel);
  return !table.kolommen.empty() && (kind == nullptr || !kind->besloten);
}

std::optional<Tabel> from_source(const Dossierstand& dossier, const Dossierbron& source, const FeitVorm& form,
                                 const std::vector<std::vector<std::string>>& leden, Buiten& buiten,
                                 Bevindingen& found) {
  const Dossiertabel& table = dossier.tabel(source.tabel);
  if (is_for_rules(source, table)) return Feitmaker(table, source, form, leden, buiten, found).make();
  found.push_back({Ernst::fout, "dossierbron-tabel", source.tabel_plaats,
                   fmt::format("Het dossier heeft geen tabel `{}`.", source.tabel), "", ""});
  return std::nullopt;
}

std::vector<std::vector<std::string>> members_of(const Regeling& regeling, const FeitVorm& form) {
  std::vector<std::vector<std::string>> out;
  for (const std::string& key : form.sleutels)
    out.push_back(regeling.sleutels[static_cast<std::size_t>(regeling.sleutel(key))].leden);
  return out;
}

/// On the day that was asked for nothing was recorded yet.
bool knows_nothing(const Dossierstand& dossier) {
  const auto& all = dossier.standen();
  return dossier.regio().einde().nummer == 0 &&
         std::all_of(all.begin(), all.end(), [](const auto& stand) { return stand->einde().nummer == 0; });
}

/// The word `peildatum` in a condition as the day that it is.
std::vector<Dossierbron> on_day(std::vector<Dossierbron> sources, std::optional<Datum> peildatum) {
  const Datum day = peildatum.value_or(Datum{});
  for (Dossierbron& source : sources) {
    for (Dossiervoorwaarde& condition : source.waar) {
      for (Dossierwaarde& value : condition.waarden) {
        if (value.peildatum) value.dagen = Periode{day, day};
      }
    }
  }
  return sources;
}

}  // namespace

std::vector<Feitbron> rows_behind(const Dossierstand& dossier, const Regeling& regeling, const FeitVorm& feit,
                                  std::optional<Datum> peildatum, const std::map<std::string, std::string>& gezocht,
                                  Bevindingen& found) {
  std::vector<Feitbron> out;
  Buiten outside;
  const auto members = members_of(regeling, feit);
  for (const Dossierbron& source : on_day(regeling.dossierbronnen, peildatum)) {
    if (source.feit != feit.naam) continue;
    const Dossiertabel& table = dossier.tabel(source.tabel);
    if (!is_for_rules(source, table)) continue;
    out.push_back({&table, source.kolom, Feitmaker(table, source, feit, members, outside, found).rows_with(gezocht)});
  }
  return out;
}

Feiten facts_from(const Dossierstand& dossier, const Regeling& regeling, const std::vector<FeitVorm>& gevraagd,
                  std::optional<Datum> peildatum, const std::set<std::string>& elders) {
  Feiten out;
  if (knows_nothing(dossier)) {
    for (const FeitVorm& form : gevraagd) out.onbruikbaar.insert(form.naam);
    out.bevindingen.push_back({Ernst::fout,
                               "dossier-leeg",
                               {dossier.pad(), 0, 0, 0},
                               "Het dossier wist op deze dag nog niets, dus ook niet dat iets nul is.",
                               "Kies met --bekend-op een latere dag.",
                               ""});
    return out;
  }
  Buiten outside;
  std::vector<FeitVorm> from_files;
  const std::vector<Dossierbron> sources = on_day(regeling.dossierbronnen, peildatum);
  for (const FeitVorm& form : gevraagd) {
    Bronrijen rows(form.vorm);
    bool asked = false, good = true;
    const auto members = members_of(regeling, form);
    for (const Dossierbron& source : sources) {
      if (source.feit != form.naam) continue;
      asked = true;
      auto made = from_source(dossier, source, form, members, outside, out.bevindingen);
      good = good && made && rows.add(*std::move(made), source, out.bevindingen);
    }
    if (!asked)
      from_files.push_back(form);
    else if (good)
      out.tabellen.emplace(form.naam, rows.take());
    else
      out.onbruikbaar.insert(form.naam);
  }
  for (const auto& [key, members] : outside)
    out.bevindingen.push_back(
        {Ernst::melding, "dossierbron-buiten", regeling.dossierbronnen.front().plaats,
         fmt::format("Wat het dossier over {} {} heeft, telt niet mee: de regeling heeft {} niet.", key,
                     fmt::join(members, ", "), members.size() == 1 ? "dat lid" : "die leden"),
         "", ""});
  read_feitbestanden(dossier.regio(), from_files, elders, out);
  return out;
}

}  // namespace zorgkader
