// Decision tables with conditions become formulas: a choice a row, the first that fits counts.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "regeling/parser.hpp"
#include "regeling/tabel_lezer.hpp"
#include "values/notatie.hpp"
#include "values/tekst.hpp"

namespace zorgkader {
namespace {

constexpr std::size_t kMostRows = 500;

UitdrukkingPtr node(Knoopsoort soort, const Positie& at) {
  auto out = std::make_unique<Uitdrukking>();
  out->soort = soort;
  out->positie = at;
  return out;
}

UitdrukkingPtr pair(Knoopsoort soort, const Positie& at, UitdrukkingPtr a, UitdrukkingPtr b) {
  auto out = node(soort, at);
  out->delen.push_back(std::move(a));
  out->delen.push_back(std::move(b));
  return out;
}

UitdrukkingPtr binary(Teken teken, const Positie& at, UitdrukkingPtr a, UitdrukkingPtr b) {
  auto out = pair(Knoopsoort::binair, at, std::move(a), std::move(b));
  out->teken = teken;
  return out;
}

UitdrukkingPtr join(Teken teken, UitdrukkingPtr a, UitdrukkingPtr b) {
  if (!a) return b;
  const Positie at = b->positie;
  return binary(teken, at, std::move(a), std::move(b));
}

class BeslisLezer : TabelLezer {
 public:
  BeslisLezer(Regeling& regeling, const TabelBlok& t, const Bijschrift& b, const BeslisKolommen& columns,
              Bevindingen& found)
      : TabelLezer(regeling, found), t_(t), b_(b), columns_(columns) {}

  void read() {
    auto beslissing = std::make_shared<Beslissing>();
    for (std::size_t c : columns_.voorwaarden) {
      if (t_.kop[c].tekst.starts_with("geldig_"))
        return report("tabel-fout", t_.kop[c].positie, "Een beslistabel met voorwaarden heeft geen geldigheid.",
                      "Maak van de datum een voorwaarde: een kolom `peildatum` met `< 2025-01-01`.");
      beslissing->kolommen.push_back(head(c));
      if (!beslissing->kolommen.back()) return;
    }
    if (t_.rijen.empty() || t_.rijen.size() > kMostRows)
      return report("tabel-fout", t_.positie,
                    fmt::format("Een beslistabel heeft 1 tot {} rijen; dit zijn er {}.", kMostRows, t_.rijen.size()));
    const std::size_t before = found_.size();
    Grootheid g = start(b_.naam, b_.eenheid);
    if (const auto form = parse_vorm(r_, b_.eenheid, g.lid_van))
      g.vorm = *form;
    else
      return report("eenheid-onbekend", t_.bijschrift_positie,
                    fmt::format("De eenheid `{}` bestaat niet.", b_.eenheid));
    for (const auto& row : t_.rijen) read_row(row, g, *beslissing);
    if (found_.size() != before) return keep_name(std::move(g));
    g.formule = formula(*beslissing, outcomes_);
    const auto reason = column(t_, "reden");
    if (reason) reasons(*beslissing);
    g.beslissing = std::move(beslissing);
    r_.grootheden.push_back(std::move(g));
  }

 private:
  Grootheid start(std::string name, std::string unit) const {
    Grootheid g;
    g.naam = std::move(name);
    g.rol = Rol::formule;
    g.kop = t_.kop_index;
    g.positie = t_.bijschrift_positie;
    g.per = b_.per;
    g.vorm_gegeven = true;
    g.eenheid_tekst = std::move(unit);
    g.eenheid_positie = t_.bijschrift_positie;
    return g;
  }

  /// A table that cannot be read still names something, so that its users are not reported as well.
  void keep_name(Grootheid g) {
    g.onbekend = true;
    r_.grootheden.push_back(std::move(g));
  }

  /// The expression above a column.
  UitdrukkingPtr head(std::size_t c) {
    std::string text = t_.kop[c].tekst;
    std::erase(text, '`');
    return parse_los(r_.document.regels, text, t_.kop[c].positie, r_.eenheden, found_);
  }

  const Cel& cell(const std::vector<Cel>& row, std::size_t c) const {
    static const Cel kEmpty;
    return c < row.size() ? row[c] : kEmpty;
  }

  void read_row(const std::vector<Cel>& row, const Grootheid& g, Beslissing& out) {
    Beslisrij read;
    read.positie = row[0].positie;
    if (row.size() > t_.kop.size())
      return report("tabel-fout", row[0].positie,
                    fmt::format("Deze rij heeft {} cellen; de kop heeft er {}.", row.size(), t_.kop.size()));
    for (std::size_t c : columns_.voorwaarden) {
      if (cell(row, c).tekst.empty()) {
        report("cel-fout", row[0].positie, fmt::format("De voorwaarde `{}` is leeg.", t_.kop[c].tekst),
               "Schrijf * als elke waarde goed is.");
        return;
      }
      read.voorwaarden.push_back(condition(cell(row, c)));
    }
    const Cel& outcome = cell(row, columns_.uitslag);
    if (outcome.tekst.empty())
      return report("cel-fout", row[0].positie, "Deze rij heeft geen uitslag.", "Vul de uitslag van de rij in.");
    if (const auto reason = column(t_, "reden")) read.reden = cell(row, *reason).tekst;
    if (const auto value = parse_cel(r_, outcome, g.vorm, found_)) {
      outcomes_.push_back(literal(*value, outcome, g.vorm));
      out.rijen.push_back(std::move(read));
    }
  }

  Beslisvoorwaarde condition(const Cel& cel) {
    if (cel.tekst == "*") return {};
    constexpr std::string_view kThrough = " t/m ";
    Beslisvoorwaarde out;
    for (const std::string& one : split_list(cel.tekst, ';')) {
      if (const auto range = one.find(kThrough); range != std::string::npos) {
        out.push_back({part(Teken::groter_gelijk, one.substr(0, range), cel),
                       part(Teken::kleiner_gelijk, one.substr(range + kThrough.size()), cel)});
        continue;
      }
      constexpr std::array<std::pair<std::string_view, Teken>, 6> kSigns = {{{"<>", Teken::ongelijk},
                                                                             {"<=", Teken::kleiner_gelijk},
                                                                             {">=", Teken::groter_gelijk},
                                                                             {"<", Teken::kleiner},
                                                                             {">", Teken::groter},
                                                                             {"=", Teken::gelijk}}};
      const auto* sign =
          std::find_if(kSigns.begin(), kSigns.end(), [&](const auto& s) { return one.starts_with(s.first); });
      if (sign == kSigns.end())
        out.push_back({part(Teken::gelijk, one, cel)});
      else
        out.push_back({part(sign->second, one.substr(sign->first.size()), cel)});
    }
    return out;
  }

  /// A value of a condition: ja/nee, a date, a number, or else a member or text.
  Beslisdeel part(Teken teken, std::string_view text, const Cel& cel) {
    Beslisdeel out{teken, std::string(trim(text)), Waarde(std::string(trim(text)))};
    if (out.tekst == "ja" || out.tekst == "nee") {
      out.waarde = out.tekst == "ja";
    } else if (const auto date = parse_datum(out.tekst)) {
      out.waarde = *date;
    } else {
      const bool percent = out.tekst.ends_with('%');
      const auto number =
          parse_getal(trim(std::string_view(out.tekst).substr(0, out.tekst.size() - percent)), Notatie::nederlands);
      if (const auto* value = std::get_if<Getal>(&number))
        out.waarde = percent ? *value / Getal(100) : *value;
      else if (std::get<GetalFout>(number) == GetalFout::dubbelzinnig)
        report("getal-dubbelzinnig", cel.positie, "Dit getal kan duizend keer zo groot bedoeld zijn.");
    }
    return out;
  }

  /// A value as it would stand in a formula; a number has the given form, or else takes the unit beside it.
  static UitdrukkingPtr literal(const Waarde& value, const Cel& cel, const std::optional<Vorm>& form) {
    UitdrukkingPtr out;
    if (const auto* number = std::get_if<Getal>(&value)) {
      out = node(Knoopsoort::getal, cel.positie);
      out->getal = *number;
      if (form)
        out->vorm = *form;
      else if (cel.tekst.ends_with('%'))
        out->vorm.eenheid = Eenheid::procent();
      else
        out->neemt_eenheid = true;
    } else if (const auto* date = std::get_if<Datum>(&value)) {
      out = node(Knoopsoort::datum, cel.positie);
      out->datum = *date;
    } else if (const auto* yes = std::get_if<bool>(&value)) {
      out = node(Knoopsoort::ja_nee, cel.positie);
      out->ja = *yes;
    } else {
      out = node(Knoopsoort::tekst, cel.positie);
    }
    out->tekst = cel.tekst;
    return out;
  }

  /// What a row asks of all its columns; nothing when any value will do.
  UitdrukkingPtr test(const Beslisrij& row) {
    UitdrukkingPtr out;
    for (std::size_t i = 0; i < row.voorwaarden.size(); ++i) {
      UitdrukkingPtr any;
      for (const auto& all : row.voorwaarden[i]) {
        UitdrukkingPtr both;
        for (const Beslisdeel& d : all) {
          const Cel shown{d.tekst, row.positie};
          both = join(Teken::en, std::move(both),
                      binary(d.teken, row.positie, head(columns_.voorwaarden[i]), literal(d.waarde, shown, {})));
        }
        any = join(Teken::of, std::move(any), std::move(both));
      }
      if (any) out = join(Teken::en, std::move(out), std::move(any));
    }
    return out;
  }

  /// als row 1 dan outcome 1 anders als row 2 ...; the last row takes what is left, for a gap is an error.
  UitdrukkingPtr formula(const Beslissing& beslissing, std::vector<UitdrukkingPtr>& outcomes) {
    UitdrukkingPtr out;
    for (std::size_t i = beslissing.rijen.size(); i-- > 0;) {
      UitdrukkingPtr when = test(beslissing.rijen[i]);
      if (!when || !out) {
        out = std::move(outcomes[i]);
        continue;
      }
      auto choice = pair(Knoopsoort::als, beslissing.rijen[i].positie, std::move(when), std::move(outcomes[i]));
      choice->delen.push_back(std::move(out));
      out = std::move(choice);
    }
    return out;
  }

  /// The quantity that gives the reason of the row that counted.
  void reasons(const Beslissing& beslissing) {
    std::vector<UitdrukkingPtr> texts;
    for (const Beslisrij& row : beslissing.rijen)
      texts.push_back(literal(Waarde(row.reden), {row.reden, row.positie}, {}));
    Grootheid g = start(b_.naam + "_reden", "tekst");
    g.formule = formula(beslissing, texts);
    r_.grootheden.push_back(std::move(g));
  }

  const TabelBlok& t_;
  const Bijschrift& b_;
  const BeslisKolommen& columns_;
  std::vector<UitdrukkingPtr> outcomes_;
};

}  // namespace

const Beslisrij* Beslissing::rij(int regel) const {
  const auto at =
      std::find_if(rijen.begin(), rijen.end(), [&](const Beslisrij& r) { return r.positie.regel == regel; });
  return at == rijen.end() ? nullptr : &*at;
}

std::string Beslissing::tekst(const Beslisrij& rij) const {
  std::string out;
  for (std::size_t c = 0; c < rij.voorwaarden.size(); ++c) {
    std::string any;
    for (const auto& all : rij.voorwaarden[c]) {
      for (const Beslisdeel& d : all)
        any += fmt::format("{}{} {}",
                           any.empty()        ? ""
                           : &d == all.data() ? " of "
                                              : " en ",
                           teken_tekst(d.teken), d.tekst);
    }
    if (!any.empty()) out += fmt::format("{}{} {}", out.empty() ? "" : "; ", to_text(*kolommen[c]), any);
  }
  return out;
}

void read_beslissing(Regeling& regeling, const TabelBlok& t, const Bijschrift& b, const BeslisKolommen& columns,
                     Bevindingen& found) {
  BeslisLezer(regeling, t, b, columns, found).read();
}

}  // namespace zorgkader
