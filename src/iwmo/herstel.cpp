// What must change in a declaration along with what is wrong in it.
#include "iwmo/herstel.hpp"

#include "iwmo/berichtenarchief.hpp"
#include "iwmo/omvang.hpp"
#include "iwmo/regelhulp.hpp"

namespace zorgkader::iwmo {
namespace {

/// What a line says, in the order of the schema; empty where it says nothing.
std::vector<std::pair<std::string_view, std::string>> values_of(const Prestatieregel& p) {
  return {{"ToewijzingNummer", std::to_string(p.toewijzing)},
          {"ProductCategorie", std::string(p.categorie)},
          {"ProductCode", std::string(p.code)},
          {"ProductPeriode/Begindatum", format_datum(p.periode.van)},
          {"ProductPeriode/Einddatum", format_datum(p.periode.tot)},
          {"GeleverdVolume", std::to_string(p.volume)},
          {"Eenheid", std::string(p.eenheid)},
          {"ProductTarief", p.tarief_cent ? std::to_string(*p.tarief_cent) : ""},
          {"IngediendBedrag/Bedrag", std::to_string(p.bedrag_cent)}};
}

/// Keeps the total right when the lines of a message add up to so much more: what a 323 asks, what a 325 grants.
void shift_total(std::vector<Wijziging>& changes, const Boom& message, std::int64_t more) {
  const bool answer = message.soort().nummer == 325;
  const Deel total = message[answer ? "DeclaratieAntwoord/TotaalToegekendBedrag" : "Declaratie/TotaalIngediendBedrag"];
  const auto change = zet_bedrag(total, met_teken(total) + (answer ? -more : more));
  changes.insert(changes.end(), change.begin(), change.end());
}

bool same_prestatie(const Prestatieregel& a, const Prestatieregel& b) {
  return a.periode == b.periode && a.categorie == b.categorie && a.code == b.code;
}

/// Above this many lines of a Client a remedy is told in words only: to compute it every line is laid beside all.
constexpr int kMeesteRegels = 100;

bool has_many_lines(Deel lijst) {
  int count = 0;
  for (Deel d = lijst.eerste(); d && count <= kMeesteRegels; d = d.volgende()) ++count;
  return count > kMeesteRegels;
}

/// Whether `als` may stand beside all that is declared on its toewijzing, before and in this message (TR321, TR322,
/// TR369, TR389, TR416).
bool fits(Deel regel, const Prestatieregel& als, const Toewijzing& known, Toetsing& t) {
  if (has_many_lines(regel.ouder())) return false;
  const Variant variant = variant_van(regel, known, t);
  std::int64_t volume = vergelijkbaar(als.volume, als.eenheid, known), cents = als.bedrag_cent;
  const auto most = max_per_periode(known, variant, als.periode), in_all = max_over_looptijd(known, variant);
  const auto limit = [&](const Grens& grens) { return vergelijkbaar(grens.totaal(), known.eenheid, known); };
  if (most && is_vergelijkbaar(known, als.eenheid) && volume > limit(*most)) return false;
  bool twice = false;
  const auto add = [&](const Prestatieregel& other) {
    twice = twice || same_prestatie(other, als);
    volume += vergelijkbaar(other.volume, other.eenheid, known);
    cents += other.bedrag_cent;
  };
  for (const Prestatieregel& p : t.gegevens().archief->prestaties(als.gemeente, als.toewijzing)) {
    if (p.telt()) add(p);
  }
  for (Deel other : regel.ouder().delen()) {
    if (other != regel && !is_credit(other) && other.getal("ToewijzingNummer") == als.toewijzing)
      add(prestatie_van(other));
  }
  return !twice && (!in_all || volume <= limit(*in_all)) && (!known.budget_cent || cents <= *known.budget_cent);
}

/// Whether the contract has another product at the tariff of the line (TR381, TR418).
bool in_contract(Deel regel, const Prestatieregel& als, Toetsing& t) {
  const Prestatieregel now = prestatie_van(regel);
  const bool same = now.categorie == als.categorie && now.code == als.code;
  if (same || t.gegevens().lijsten == nullptr || t.gegevens().lijsten->producten.empty()) return true;
  const Contractproduct* product = contractproduct(regel, als.categorie, als.code, t);
  return product != nullptr &&
         tarief_van(*product, als.eenheid).value_or(als.tarief_cent.value_or(0)) == als.tarief_cent.value_or(0);
}

}  // namespace

std::vector<Wijziging> zet_bedrag(Deel deel, std::int64_t cent) {
  const Bedrag want = bedrag(cent);
  std::vector<Wijziging> out;
  if (deel.eerste().getal() != parse_getal(want.cent)) out.push_back(zet(deel.eerste(), want.cent));
  if (deel.tekst("DebetCredit") != want.debet_credit) out.push_back(zet(deel["DebetCredit"], want.debet_credit));
  return out;
}

std::vector<Wijziging> zet_maand(Deel periode, Datum dag) {
  std::vector<Wijziging> out;
  if (last_of_month(dag) > dagtekening(periode)) return out;
  for (const auto& [name, day] :
       {std::pair("Begindatum", first_of_month(dag)), std::pair("Einddatum", last_of_month(dag))}) {
    if (periode.datum(name) != day) out.push_back(zet(periode, name, format_datum(day)));
  }
  return out;
}

std::vector<Wijziging> weg(Deel regel) {
  std::vector<Wijziging> out = when(static_cast<bool>(regel.ouder().eerste().volgende()), verwijder(regel));
  if (!out.empty() && regel.naam() == "Prestatie") shift_total(out, regel.boom(), -met_teken(regel["IngediendBedrag"]));
  return out;
}

std::vector<Wijziging> verschillen(Deel regel, const Prestatieregel& als) {
  std::vector<Wijziging> out;
  const Prestatieregel now = prestatie_van(regel);
  const auto own = values_of(now), want = values_of(als);
  for (std::size_t i = 0; i < own.size(); ++i) {
    if (own[i].second == want[i].second) continue;
    out.push_back(want[i].second.empty() ? verwijder(regel[own[i].first]) : zet(regel, own[i].first, want[i].second));
  }
  const std::int64_t more = als.bedrag_cent - now.bedrag_cent;
  if (more != 0) shift_total(out, regel.boom(), now.credit ? -more : more);
  return out;
}

std::vector<Wijziging> verbeterd(Deel regel, const Prestatieregel& als, Toetsing& toetsing) {
  const Toewijzing* known = toewijzing_van_debet(regel, toetsing);
  const bool period = als.periode.van <= als.periode.tot && als.periode.tot <= toetsing.dagtekening(regel);
  const bool good =
      period && in_contract(regel, als, toetsing) && (known == nullptr || fits(regel, als, *known, toetsing));
  return good ? verschillen(regel, als) : std::vector<Wijziging>{};
}

}  // namespace zorgkader::iwmo
