// Lines of messages, contracts and occupation, as columns.
#include "dossier/tabellen.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "dossier/registertabel.hpp"
#include "dossier/tabelmaker.hpp"

namespace zorgkader::dossier {
namespace {

constexpr std::int64_t kHundredths = 100;

/// An open end stays open.
std::optional<Datum> known(Datum day) {
  return day == kGeenEinde || day == kGeenBegin ? std::nullopt : std::optional(day);
}

class Bron {
 public:
  Bron(const std::vector<const Stand*>& standen, const Registerstand& regio, const Contracten& contracten,
       const Pseudoniem& pseudoniem)
      : standen_(standen), regio_(regio), contracten_(contracten), pseudoniem_(pseudoniem) {}

  Dossiertabel prestaties() const {
    Tabelmaker out("prestaties", koppen_van("prestaties"));
    for (const Stand* stand : standen_)
      stand->archief().each_prestatie([&](const iwmo::Prestatieregel& p) { add(out, *stand, p); });
    return out.take();
  }

  Dossiertabel toewijzingen() const {
    Tabelmaker out("toewijzingen", koppen_van("toewijzingen"));
    for (const Stand* stand : standen_) {
      stand->archief().each_toewijzing([&](const iwmo::Toewijzing& t) {
        // An open end is a day that never comes, so that `eind >= 2022-01-01` holds.
        const Datum eind = t.einddatum.value_or(kGeenEinde);
        out.text(contracten_.gemeente(t.gemeente)).text(party(t.aanbieder, t.ingangsdatum)).text(t.aanbieder);
        out.text(pseudoniem_(t.gemeente, t.bsn)).day(born(*stand, t.bsn)).number(t.nummer).text(t.code);
        out.text(t.categorie).text(service(t.code, t.categorie)).day(t.ingangsdatum).day(eind);
        out.day(iwmo::parse_datum_iso(std::string_view(t.moment).substr(0, 10))).number(t.volume).text(t.eenheid);
        out.text(t.frequentie).number(t.budget_cent, kHundredths).yes(t.is_vervallen());
        out.text(form(t.aanbieder, t.code, t.gemeente, t.ingangsdatum).first).end_row();
      });
    }
    return out.take();
  }

  Dossiertabel leveringen() const {
    Tabelmaker out("leveringen", koppen_van("leveringen"));
    for (const Stand* stand : standen_) {
      stand->archief().each_levering([&](std::string_view gemeente, std::string_view agb, const iwmo::Levering& l) {
        const Datum when = l.einddatum.value_or(l.begindatum);
        const std::string code = code_of(*stand, gemeente, l);
        out.text(contracten_.gemeente(gemeente)).text(party(agb, l.begindatum)).text(agb);
        out.text(pseudoniem_(gemeente, l.bsn)).number(l.toewijzing).text(code).text(service(code));
        out.day(l.begindatum).day(l.einddatum).text(format_maand(when)).text(l.reden_beeindiging);
        out.text(!l.is_stop() ? "start" : l.is_tijdelijk() ? "tijdelijk" : "stop").end_row();
      });
    }
    return out.take();
  }

  Dossiertabel berichten() const {
    Tabelmaker out("berichten", koppen_van("berichten"));
    for (const Stand* stand : standen_) {
      for (const Dossierbericht& b : stand->berichten()) {
        out.text(contracten_.gemeente(stand->gemeente())).text(party(b.aanbieder, b.dagtekening)).text(b.aanbieder);
        out.text(b.soort->naam).text(b.kenmerk.identificatie).day(known(b.dagtekening)).day(dag_van(b.moment));
        out.yes(b.verzonden).yes(b.geweigerd).yes(b.antwoord != 0).end_row();
      }
    }
    return out.take();
  }

  Dossiertabel contractvakken() const;
  Dossiertabel bezetting() const;
  Dossiertabel rows_of(const Registersoort& soort) const;

 private:
  void add(Tabelmaker& out, const Stand& stand, const iwmo::Prestatieregel& p) const {
    using St = iwmo::Prestatieregel::Stand;
    const std::int64_t amount = p.credit ? -p.bedrag_cent : p.bedrag_cent;
    const auto of = [&](St s) { return std::optional<std::int64_t>(p.stand == s ? amount : 0); };
    const auto [variant, payment] = form(p.aanbieder, p.code, p.gemeente, p.periode.van);
    out.text(contracten_.gemeente(p.gemeente)).text(party(p.aanbieder, p.periode.van));
    out.text(contracten_.rechtspersoon(p.aanbieder))
        .text(contracten_.rol(p.aanbieder))
        .text(p.aanbieder)
        .text(pseudoniem_(p.gemeente, p.bsn));
    out.day(born(stand, p.bsn)).text(p.code).text(p.categorie).text(service(p.code, p.categorie)).number(p.toewijzing);
    out.text(p.declaratie).text(p.referentie).day(p.periode.van).day(p.periode.tot).text(format_maand(p.periode.van));
    out.text(std::to_string(quarter_of(p.periode.van))).number(year_of(p.periode.van)).number(p.volume).text(p.eenheid);
    out.text(p.credit ? "credit" : "debet");
    out.text(p.stand == St::wacht ? "wacht" : p.stand == St::goedgekeurd ? "goedgekeurd" : "afgewezen");
    out.number(amount, kHundredths).number(of(St::goedgekeurd), kHundredths).number(of(St::afgewezen), kHundredths);
    out.number(of(St::wacht), kHundredths).text(variant).text(payment).end_row();
  }

  std::string_view party(std::string_view agb, Datum day) const { return contracten_.partij_of_code(agb, day); }
  std::string_view service(std::string_view code, std::string_view category = {}) const {
    return contracten_.dienst(code, category);
  }
  std::pair<std::string_view, std::string_view> form(std::string_view agb, std::string_view code,
                                                     std::string_view gemeente, Datum day) const {
    const Contract* contract = contracten_.contract(contracten_.partij(agb, day), service(code), gemeente, day);
    const Contract::Vorm* found = contract == nullptr ? nullptr : contract->vorm(day);
    if (found == nullptr) return {};
    return {found->variant, found->bekostiging};
  }
  static std::optional<Datum> born(const Stand& stand, std::string_view bsn) {
    const Standrij* row = stand.registers().find("clienten", {stand.gemeente(), std::string(bsn)});
    return row == nullptr ? std::nullopt : row->datum("geboortedatum");
  }
  static std::string code_of(const Stand& stand, std::string_view gemeente, const iwmo::Levering& l) {
    if (!l.code.empty() || l.toewijzing == 0) return l.code;
    const auto* found = stand.archief().toewijzing(gemeente, l.toewijzing);
    return found != nullptr ? found->code : "";
  }

  const std::vector<const Stand*>& standen_;
  const Registerstand& regio_;
  const Contracten& contracten_;
  const Pseudoniem& pseudoniem_;
};

Dossiertabel Bron::contractvakken() const {
  Tabelmaker out("contractvakken", koppen_van("contractvakken"));
  const auto add = [&](const Contract& c, const std::string& gemeente, std::optional<Periode> days,
                       const Contract::Vorm& form) {
    if (!days) return;
    out.text(contracten_.gemeente(gemeente)).text(c.aanbieder).text(c.dienst).text(c.nummer);
    out.day(days->van).day(days->tot).text(form.variant).text(form.bekostiging).end_row();
  };
  for (const Contract& c : contracten_.contracten()) {
    for (const auto& [gemeente, valid] : c.gemeenten) {
      const auto days = common_days(c.looptijd, valid);
      if (c.vormen.empty()) add(c, gemeente, days, {});
      for (const Contract::Vorm& form : c.vormen) add(c, gemeente, days ? common_days(*days, form.geldig) : days, form);
    }
  }
  return out.take();
}

/// Clients of one provider in one gemeente for one service, by the first day of a month.
using Bezet = std::map<std::tuple<std::string, std::string, std::string, std::string>, std::set<std::string>>;

void count_months(Bezet& out, const iwmo::Toewijzing& t, const std::string& party, const std::string& service,
                  std::chrono::year_month last) {
  const std::chrono::year_month_day begin(t.ingangsdatum);
  for (auto month = begin.year() / begin.month(); month <= last; month += std::chrono::months(1)) {
    const Datum first(month / 1);
    if (first < t.ingangsdatum) continue;
    if (first > t.einddatum.value_or(kGeenEinde)) return;
    out[{t.gemeente, party, service, format_maand(first)}].insert(t.bsn);
  }
}

Dossiertabel Bron::bezetting() const {
  Datum latest = kGeenBegin;
  for (const Stand* stand : standen_)
    stand->archief().each_toewijzing([&](const iwmo::Toewijzing& t) { latest = std::max(latest, t.ingangsdatum); });
  const auto last = std::chrono::year_month_day(latest).year() / std::chrono::December + std::chrono::years(1);
  Bezet cells;
  for (const Stand* stand : standen_) {
    stand->archief().each_toewijzing([&](const iwmo::Toewijzing& t) {
      if (!t.is_vervallen())
        count_months(cells, t, std::string(party(t.aanbieder, t.ingangsdatum)),
                     std::string(service(t.code, t.categorie)), last);
    });
  }
  Tabelmaker out("bezetting", koppen_van("bezetting"));
  for (const auto& [cell, clients] : cells) {
    const auto& [gemeente, provider, what, month] = cell;
    out.text(contracten_.gemeente(gemeente)).text(provider).text(what).text(month);
    out.number(static_cast<std::int64_t>(clients.size())).end_row();
  }
  return out.take();
}

Dossiertabel Bron::rows_of(const Registersoort& soort) const {
  const Registertabel table(soort);
  Tabelmaker out(soort.naam, table.koppen());
  if (!soort.per_gemeente()) table.add_rows(out, regio_, contracten_, pseudoniem_);
  for (const Stand* stand : standen_) {
    if (soort.per_gemeente()) table.add_rows(out, stand->registers(), contracten_, pseudoniem_);
  }
  return out.take();
}

}  // namespace

const Dossierkolom* Dossiertabel::kolom(std::string_view gezocht) const {
  const auto found = std::find_if(kolommen.begin(), kolommen.end(), [&](const auto& k) { return k.naam == gezocht; });
  return found == kolommen.end() ? nullptr : &*found;
}

Dossiertabel cut(const Dossiertabel& tabel, const std::vector<std::size_t>& rijen) {
  Dossiertabel out{tabel.naam, {}, rijen.size()};
  for (const Dossierkolom& column : tabel.kolommen) {
    Dossierkolom& made = out.kolommen.emplace_back();
    made.naam = column.naam;
    made.waarden.soort = column.waarden.soort;
    made.waarden.noemer = column.waarden.noemer;
    for (const std::size_t row : rijen) {
      made.waarden.push_back(column.waarden.at(row));
      made.geen.push_back(!column.has(row));
    }
  }
  return out;
}

Dossiertabel make_tabel(std::string_view naam, const std::vector<const Stand*>& standen, const Registerstand& regio,
                        const Contracten& contracten, const Pseudoniem& pseudoniem) {
  const Bron source(standen, regio, contracten, pseudoniem);
  if (naam == "prestaties") return source.prestaties();
  if (naam == "toewijzingen") return source.toewijzingen();
  if (naam == "leveringen") return source.leveringen();
  if (naam == "berichten") return source.berichten();
  if (naam == "contractvakken") return source.contractvakken();
  if (naam == "bezetting") return source.bezetting();
  const Registersoort* soort = find_registersoort(naam);
  return soort == nullptr ? Dossiertabel{} : source.rows_of(*soort);
}

}  // namespace zorgkader::dossier
