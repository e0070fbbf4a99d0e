// Lines of messages and rows of registers, as columns.
#include "dossier/tabellen.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "values/notatie.hpp"

namespace zorgkader::dossier {
namespace {

/// Fills columns a row at a time. Words are found by hashing: a table may have millions of rows and thousands of words.
class Tabelmaker {
 public:
  Tabelmaker(std::string_view naam, const std::vector<std::pair<std::string, Soort>>& columns) {
    out_.naam = naam;
    for (const auto& [name, kind] : columns) {
      Dossierkolom column{name, {}, {}};
      column.waarden.soort = kind;
      out_.kolommen.push_back(std::move(column));
    }
    words_.resize(columns.size());
  }

  Tabelmaker& text(std::string_view value) {
    Kolom& column = next();
    auto& known = words_[at_ - 1];
    const auto found = known.find(std::string(value));
    if (found != known.end()) {
      column.ints.push_back(found->second);
      return *this;
    }
    const auto number = static_cast<std::int64_t>(column.woorden.size());
    known.emplace(value, number);
    column.woorden.emplace_back(value);
    column.ints.push_back(number);
    return *this;
  }
  Tabelmaker& day(std::optional<Datum> value) {
    next().ints.push_back(value ? value->time_since_epoch().count() : 0);
    return present(value.has_value());
  }
  /// Whole, or in hundredths.
  Tabelmaker& number(std::optional<std::int64_t> value, std::int64_t noemer = 1) {
    Kolom& column = next();
    column.noemer = noemer;
    column.ints.push_back(value.value_or(0));
    return present(value.has_value());
  }
  Tabelmaker& exact(const std::optional<Getal>& value) {
    next().push_back(value.value_or(Getal(0)));
    return present(value.has_value());
  }
  Tabelmaker& yes(std::optional<bool> value) {
    next().ints.push_back(value.value_or(false) ? 1 : 0);
    return present(value.has_value());
  }
  void end_row() {
    ++out_.rijen;
    at_ = 0;
  }
  Dossiertabel take() { return std::move(out_); }

 private:
  Kolom& next() { return out_.kolommen[at_++].waarden; }
  Tabelmaker& present(bool there) {
    std::vector<bool>& absent = out_.kolommen[at_ - 1].geen;
    if (!there && absent.empty()) absent.resize(out_.rijen, false);
    if (!there || !absent.empty()) absent.push_back(!there);
    return *this;
  }

  Dossiertabel out_;
  std::vector<std::unordered_map<std::string, std::int64_t>> words_;
  std::size_t at_ = 0;
};

using Kolommen = std::vector<std::pair<std::string, Soort>>;

const Kolommen kPrestaties = {
    {"gemeente", Soort::tekst},      {"aanbieder", Soort::tekst},  {"rechtspersoon", Soort::tekst},
    {"rol", Soort::tekst},           {"agb", Soort::tekst},        {"client", Soort::tekst},
    {"geboortedatum", Soort::datum}, {"product", Soort::tekst},    {"categorie", Soort::tekst},
    {"dienst", Soort::tekst},        {"toewijzing", Soort::getal}, {"declaratie", Soort::tekst},
    {"referentie", Soort::tekst},    {"begin", Soort::datum},      {"eind", Soort::datum},
    {"maand", Soort::tekst},         {"kwartaal", Soort::tekst},   {"jaar", Soort::getal},
    {"volume", Soort::getal},        {"eenheid", Soort::tekst},    {"debetcredit", Soort::tekst},
    {"stand", Soort::tekst},         {"ingediend", Soort::getal},  {"goedgekeurd", Soort::getal},
    {"afgewezen", Soort::getal},     {"wacht", Soort::getal},      {"variant", Soort::tekst},
    {"bekostiging", Soort::tekst}};

const Kolommen kToewijzingen = {
    {"gemeente", Soort::tekst}, {"aanbieder", Soort::tekst},     {"agb", Soort::tekst},
    {"client", Soort::tekst},   {"geboortedatum", Soort::datum}, {"toewijzing", Soort::getal},
    {"product", Soort::tekst},  {"categorie", Soort::tekst},     {"dienst", Soort::tekst},
    {"begin", Soort::datum},    {"eind", Soort::datum},          {"besloten", Soort::datum},
    {"volume", Soort::getal},   {"eenheid", Soort::tekst},       {"frequentie", Soort::tekst},
    {"budget", Soort::getal},   {"vervallen", Soort::ja_nee},    {"variant", Soort::tekst}};

const Kolommen kLeveringen = {{"gemeente", Soort::tekst}, {"aanbieder", Soort::tekst},  {"agb", Soort::tekst},
                              {"client", Soort::tekst},   {"toewijzing", Soort::getal}, {"product", Soort::tekst},
                              {"dienst", Soort::tekst},   {"begin", Soort::datum},      {"eind", Soort::datum},
                              {"maand", Soort::tekst},    {"reden", Soort::tekst},      {"soort", Soort::tekst}};

const Kolommen kBerichten = {{"gemeente", Soort::tekst},      {"aanbieder", Soort::tekst},
                             {"agb", Soort::tekst},           {"soort", Soort::tekst},
                             {"identificatie", Soort::tekst}, {"dagtekening", Soort::datum},
                             {"vastgelegd", Soort::datum},    {"verzonden", Soort::ja_nee},
                             {"geweigerd", Soort::ja_nee},    {"beantwoord", Soort::ja_nee}};

constexpr std::int64_t kHundredths = 100;

std::string month_of(Datum day) {
  const std::chrono::year_month_day d(day);
  return fmt::format("{:04}-{:02}", static_cast<int>(d.year()), static_cast<unsigned>(d.month()));
}

std::string quarter_of(Datum day) {
  const std::chrono::year_month_day d(day);
  return std::to_string((static_cast<unsigned>(d.month()) + 2) / 3);
}

std::int64_t year_of(Datum day) {
  return static_cast<int>(std::chrono::year_month_day(day).year());
}

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
    Tabelmaker out("prestaties", kPrestaties);
    for (const Stand* stand : standen_)
      stand->archief().each_prestatie([&](const iwmo::Prestatieregel& p) { add(out, *stand, p); });
    return out.take();
  }

  Dossiertabel toewijzingen() const {
    Tabelmaker out("toewijzingen", kToewijzingen);
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
    Tabelmaker out("leveringen", kLeveringen);
    for (const Stand* stand : standen_) {
      stand->archief().each_levering([&](std::string_view gemeente, std::string_view agb, const iwmo::Levering& l) {
        const Datum when = l.einddatum.value_or(l.begindatum);
        const std::string code = code_of(*stand, gemeente, l);
        out.text(contracten_.gemeente(gemeente)).text(party(agb, l.begindatum)).text(agb);
        out.text(pseudoniem_(gemeente, l.bsn)).number(l.toewijzing).text(code).text(service(code));
        out.day(l.begindatum).day(l.einddatum).text(month_of(when)).text(l.reden_beeindiging);
        out.text(!l.is_stop() ? "start" : l.is_tijdelijk() ? "tijdelijk" : "stop").end_row();
      });
    }
    return out.take();
  }

  Dossiertabel berichten() const {
    Tabelmaker out("berichten", kBerichten);
    for (const Stand* stand : standen_) {
      for (const Dossierbericht& b : stand->berichten()) {
        out.text(contracten_.gemeente(stand->gemeente())).text(party(b.aanbieder, b.dagtekening)).text(b.aanbieder);
        out.text(b.soort->naam).text(b.kenmerk.identificatie).day(known(b.dagtekening)).day(dag_van(b.moment));
        out.yes(b.verzonden).yes(b.geweigerd).yes(b.antwoord != 0).end_row();
      }
    }
    return out.take();
  }

  Dossiertabel register_(const Registersoort& soort) const;

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
    out.text(p.declaratie).text(p.referentie).day(p.periode.van).day(p.periode.tot).text(month_of(p.periode.van));
    out.text(quarter_of(p.periode.van)).number(year_of(p.periode.van)).number(p.volume).text(p.eenheid);
    out.text(p.credit ? "credit" : "debet");
    out.text(p.stand == St::wacht ? "wacht" : p.stand == St::goedgekeurd ? "goedgekeurd" : "afgewezen");
    out.number(amount, kHundredths).number(of(St::goedgekeurd), kHundredths).number(of(St::afgewezen), kHundredths);
    out.number(of(St::wacht), kHundredths).text(variant).text(payment).end_row();
  }

  std::string_view party(std::string_view agb, Datum day) const {
    const std::string_view found = contracten_.partij(agb, day);
    return found.empty() ? agb : found;
  }
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
  static std::optional<Datum> born(const Stand& stand, const std::string& bsn) {
    const Standrij* row = stand.registers().find("clienten", {stand.gemeente(), bsn});
    return row == nullptr ? std::nullopt : row->datum("geboortedatum");
  }
  static std::string code_of(const Stand& stand, std::string_view gemeente, const iwmo::Levering& l) {
    if (!l.code.empty() || l.toewijzing == 0) return l.code;
    const auto found = stand.archief().toewijzing(gemeente, l.toewijzing);
    return found ? found->code : "";
  }

  const std::vector<const Stand*>& standen_;
  const Registerstand& regio_;
  const Contracten& contracten_;
  const Pseudoniem& pseudoniem_;
};

Soort kind_of(Veldsoort soort) {
  switch (soort) {
    case Veldsoort::datum:
      return Soort::datum;
    case Veldsoort::ja_nee:
      return Soort::ja_nee;
    case Veldsoort::bedrag:
    case Veldsoort::getal:
    case Veldsoort::decimaal:
    case Veldsoort::procent:
      return Soort::getal;
    default:
      return Soort::tekst;
  }
}

Kolommen columns_of(const Registersoort& soort) {
  Kolommen out;
  for (const Veld& field : soort.velden)
    out.emplace_back(field.soort == Veldsoort::bsn ? "client" : std::string(field.naam), kind_of(field.soort));
  return out;
}

Dossiertabel Bron::register_(const Registersoort& soort) const {
  Tabelmaker out(soort.naam, columns_of(soort));
  const auto add_rows = [&](const Registerstand& state) {
    state.each(soort.naam, [&](const Standrij& row) {
      for (const Veld& field : soort.velden) {
        const std::string_view text = row.tekst(field.naam);
        const auto number = row.getal(field.naam);
        if (field.soort == Veldsoort::bsn)
          out.text(pseudoniem_(row.tekst("gemeente"), text));
        else if (field.soort == Veldsoort::gemeente)
          out.text(contracten_.gemeente(text));
        else if (kind_of(field.soort) == Soort::datum)
          out.day(row.datum(field.naam));
        else if (kind_of(field.soort) == Soort::ja_nee)
          out.yes(text.empty() ? std::nullopt : std::optional(text == "ja"));
        else if (field.soort == Veldsoort::procent)
          out.exact(number ? std::optional(*number / Getal(100)) : number);
        else if (kind_of(field.soort) == Soort::getal)
          out.exact(number);
        else
          out.text(text);
      }
      out.end_row();
      return true;
    });
  };
  if (!soort.per_gemeente()) add_rows(regio_);
  for (const Stand* stand : standen_) {
    if (soort.per_gemeente()) add_rows(stand->registers());
  }
  return out.take();
}

}  // namespace

const Dossierkolom* Dossiertabel::kolom(std::string_view gezocht) const {
  const auto found = std::find_if(kolommen.begin(), kolommen.end(), [&](const auto& k) { return k.naam == gezocht; });
  return found == kolommen.end() ? nullptr : &*found;
}

const std::vector<std::string>& tabellen_uit_berichten() {
  static const std::vector<std::string> names = {"prestaties", "toewijzingen", "leveringen", "berichten"};
  return names;
}

std::vector<std::string> kolommen_van(std::string_view tabel) {
  Kolommen columns;
  if (tabel == "prestaties") columns = kPrestaties;
  if (tabel == "toewijzingen") columns = kToewijzingen;
  if (tabel == "leveringen") columns = kLeveringen;
  if (tabel == "berichten") columns = kBerichten;
  if (const Registersoort* soort = find_registersoort(tabel)) columns = columns_of(*soort);
  std::vector<std::string> out;
  for (const auto& [name, kind] : columns) out.push_back(name);
  return out;
}

Dossiertabel make_tabel(std::string_view naam, const std::vector<const Stand*>& standen, const Registerstand& regio,
                        const Contracten& contracten, const Pseudoniem& pseudoniem) {
  const Bron source(standen, regio, contracten, pseudoniem);
  if (naam == "prestaties") return source.prestaties();
  if (naam == "toewijzingen") return source.toewijzingen();
  if (naam == "leveringen") return source.leveringen();
  if (naam == "berichten") return source.berichten();
  const Registersoort* soort = find_registersoort(naam);
  return soort == nullptr ? Dossiertabel{} : source.register_(*soort);
}

}  // namespace zorgkader::dossier
