// From messages to what the rules ask.
#include "iwmo/berichtenarchief.hpp"

#include <algorithm>

#include "iwmo/regelhulp.hpp"

namespace zorgkader::iwmo {
namespace {

std::string key(std::string_view a, std::string_view b, std::string_view c = {}) {
  std::string out(a);
  ((out += '|') += b) += '|';
  return out += c;
}

template <typename Map, typename Key>
typename Map::mapped_type find_or_empty(const Map& map, const Key& at) {
  const auto found = map.find(at);
  return found == map.end() ? typename Map::mapped_type{} : found->second;
}

Periode periode_van(Deel period) {
  return {period.datum("Begindatum").value_or(kGeenBegin), period.datum("Einddatum").value_or(kGeenEinde)};
}

Toewijzing toewijzing_van(Deel line, std::string_view bsn) {
  Toewijzing out;
  out.gemeente = gemeente_van(line);
  out.aanbieder = aanbieder_van(line);
  out.bsn = bsn;
  out.nummer = line.getal("ToewijzingNummer").value_or(0);
  out.categorie = line.tekst("Product/Categorie");
  out.code = line.tekst("Product/Code");
  out.ingangsdatum = line.datum("Ingangsdatum").value_or(kGeenBegin);
  out.einddatum = line.datum("Einddatum");
  out.moment = std::string(line.tekst("Toewijzingsdatum")) + "T" + std::string(line.tekst("Toewijzingstijd"));
  out.reden_wijziging = line.tekst("RedenWijziging");
  out.volume = line.getal("Omvang/Volume");
  out.eenheid = line.tekst("Omvang/Eenheid");
  out.frequentie = line.tekst("Omvang/Frequentie");
  out.budget_cent = line.getal("Budget");
  return out;
}

}  // namespace

Levering levering_van(Deel line, std::string_view bsn) {
  Levering out;
  out.bsn = bsn;
  out.toewijzing = line.getal("ToewijzingNummer").value_or(0);
  out.categorie = line.tekst("Product/Categorie");
  out.code = line.tekst("Product/Code");
  out.begindatum = line.datum("Begindatum").value_or(kGeenBegin);
  out.einddatum = line.datum("Einddatum");
  out.reden_beeindiging = line.tekst("RedenBeeindiging");
  return out;
}

Prestatieregel prestatie_van(Deel line) {
  Prestatieregel out;
  out.gemeente = gemeente_van(line);
  out.aanbieder = aanbieder_van(line);
  out.bsn = bsn_van(line);
  out.declaratie =
      line.boom()["Header"].tekst(line.boom().soort().nummer == 325 ? "DeclaratieIdentificatie/Identificatie"
                                                                    : "BerichtIdentificatie/Identificatie");
  out.referentie = line.tekst("ProductReferentie/ReferentieNummer");
  out.vorig_referentie = line.tekst("ProductReferentie/VorigReferentieNummer");
  out.toewijzing = line.getal("ToewijzingNummer").value_or(0);
  out.categorie = line.tekst("ProductCategorie");
  out.code = line.tekst("ProductCode");
  out.periode = periode_van(line["ProductPeriode"]);
  out.volume = line.getal("GeleverdVolume").value_or(0);
  out.eenheid = line.tekst("Eenheid");
  out.tarief_cent = line.getal("ProductTarief");
  out.bedrag_cent = line.getal("IngediendBedrag/Bedrag").value_or(0);
  out.credit = is_credit(line);
  return out;
}

void Berichtenarchief::add(const Boom& bericht) {
  const Deel header = bericht["Header"];
  OntvangenBericht head{std::string(header.tekst("BerichtIdentificatie/Identificatie")),
                        dagtekening(header),
                        std::string(header.tekst("Ontvanger")),
                        std::string(header.tekst("XsdVersie/BasisschemaXsdVersie")),
                        std::string(header.tekst("XsdVersie/BerichtXsdVersie")),
                        std::string(bericht.wortel().tekst("Declaratie/DeclaratieNummer")),
                        periode_van(bericht["Declaratie/DeclaratiePeriode"]),
                        false};
  berichten_[{bericht.soort().nummer, std::string(header.tekst("Afzender"))}].push_back(std::move(head));
  const Deel client = bericht["Client"];
  const std::string_view bsn = client.tekst("Bsn");
  switch (bericht.soort().nummer) {
    case 301:
      for (Deel line : client["ToegewezenProducten"].delen()) add_toewijzing(line, bsn);
      break;
    case 305:
      for (Deel line : client["StartProducten"].delen()) add_levering(line, bsn);
      break;
    case 307:
      for (Deel line : client["StopProducten"].delen()) add_levering(line, bsn);
      break;
    case 315:
      for (Deel line : client["AangevraagdeProducten"].delen()) add_verzoek(line, bsn);
      break;
    case 317:
      add_verzoek(client["Verzoek"], bsn);
      break;
    case 319:
      add_antwoord(bericht["Antwoord"]);
      break;
    case 323:
      add_declaratie(bericht);
      break;
    case 325:
      add_declaratieantwoord(bericht);
      break;
    default:
      break;
  }
}

/// The latest moment of decision wins, whatever the order of receipt; a resend changes nothing.
void Berichtenarchief::add_toewijzing(Deel line, std::string_view bsn) {
  Toewijzing made = toewijzing_van(line, bsn);
  for (Verzoek& v : verzoeken_[made.aanbieder]) {
    if (v.referentie == line.tekst("ReferentieAanbieder")) v.toegewezen = true;
  }
  const Nummer number(made.gemeente, made.nummer);
  const auto [at, fresh] = toewijzingen_.try_emplace(number, made);
  if (fresh)
    per_client_[key(made.gemeente, made.aanbieder, bsn)].push_back(number);
  else if (made.moment >= at->second.moment)
    at->second = std::move(made);
}

void Berichtenarchief::add_levering(Deel line, std::string_view bsn) {
  auto& all = leveringen_[key(gemeente_van(line), aanbieder_van(line), bsn)];
  const Levering made = levering_van(line, bsn);
  if (line.tekst("StatusAanlevering") == "3")
    std::erase(all, made);
  else
    all.push_back(made);
}

void Berichtenarchief::add_verzoek(Deel at, std::string_view bsn) {
  verzoeken_[std::string(aanbieder_van(at))].push_back({std::string(gemeente_van(at)),
                                                        std::string(aanbieder_van(at)),
                                                        std::string(bsn),
                                                        std::string(at.tekst("ReferentieAanbieder")),
                                                        {},
                                                        false});
}

void Berichtenarchief::add_antwoord(Deel answer) {
  for (Verzoek& v : verzoeken_[std::string(aanbieder_van(answer))]) {
    if (v.referentie == answer.tekst("ReferentieAanbieder")) v.antwoorden.emplace_back(answer.tekst("VerzoekAntwoord"));
  }
}

void Berichtenarchief::add_declaratie(const Boom& bericht) {
  const Deel header = bericht["Header"];
  const Deel id = header["BerichtIdentificatie"];
  auto& own = per_declaratie_[key(aanbieder_van(header), id.tekst("Identificatie"), id.tekst("Dagtekening"))];
  for (Deel client : bericht["Declaratie/Clienten"].delen()) {
    for (Deel line : client["Prestaties"].delen()) {
      const std::size_t number = prestaties_.size();
      const Prestatieregel& made = prestaties_.emplace_back(prestatie_van(line));
      own.push_back(number);
      per_toewijzing_[{made.gemeente, made.toewijzing}].push_back(number);
      per_referentie_[key(made.aanbieder, made.referentie)].push_back(number);
      if (made.credit) per_credit_[key(made.aanbieder, made.vorig_referentie)].push_back(number);
    }
  }
}

/// Lines come back from their own declaration only: one that was refused for a reference that was used before must not
/// refuse the earlier one. Of lines with the same reference the later were refused.
void Berichtenarchief::add_declaratieantwoord(const Boom& bericht) {
  const Deel header = bericht["Header"], answer = bericht["DeclaratieAntwoord"];
  const std::string_view provider = aanbieder_van(header), id = header.tekst("DeclaratieIdentificatie/Identificatie"),
                         day = header.tekst("DeclaratieIdentificatie/Dagtekening");
  if (header.tekst("RetourCodes/RetourCode") == "0001")
    return forget_declaratie(provider, header["DeclaratieIdentificatie"]);
  const std::string_view verdict = answer.tekst("RetourCodes/RetourCode");
  const bool taken = verdict == "0200" || verdict == "8001";
  for (OntvangenBericht& b : berichten_[{323, std::string(provider)}]) {
    if (b.identificatie == id) b.afgewezen = !taken;
  }
  const auto lines = per_declaratie_.find(key(provider, id, day));
  if (lines == per_declaratie_.end()) return;
  using Stand = Prestatieregel::Stand;
  for (const std::size_t number : lines->second)
    prestaties_[number].stand = taken ? Stand::goedgekeurd : Stand::afgewezen;
  for (Deel client : answer["Clienten"].delen()) {
    for (Deel line : client["Prestaties"].delen()) {
      const auto is_this = [&](std::size_t number) {
        const Prestatieregel& p = prestaties_[number];
        return p.stand != Stand::afgewezen && p.referentie == line.tekst("ProductReferentie/ReferentieNummer");
      };
      const auto found = std::find_if(lines->second.rbegin(), lines->second.rend(), is_this);
      if (found != lines->second.rend()) prestaties_[*found].stand = Stand::afgewezen;
    }
  }
}

void Berichtenarchief::forget_declaratie(std::string_view aanbieder, Deel identificatie) {
  const std::string_view id = identificatie.tekst("Identificatie");
  std::erase_if(berichten_[{323, std::string(aanbieder)}], [&](const OntvangenBericht& b) {
    return b.identificatie == id && b.dagtekening == identificatie.datum("Dagtekening");
  });
  const auto lines = per_declaratie_.find(key(aanbieder, id, identificatie.tekst("Dagtekening")));
  if (lines == per_declaratie_.end()) return;
  for (const std::size_t number : lines->second) {
    const Prestatieregel& p = prestaties_[number];
    std::erase(per_toewijzing_[{p.gemeente, p.toewijzing}], number);
    std::erase(per_referentie_[key(p.aanbieder, p.referentie)], number);
    if (p.credit) std::erase(per_credit_[key(p.aanbieder, p.vorig_referentie)], number);
  }
  per_declaratie_.erase(lines);
}

/// With whether they were taken back: a credit line does that for as long as it is not refused.
std::vector<Prestatieregel> Berichtenarchief::lines_of(const Regelnummers& numbers) const {
  std::vector<Prestatieregel> out;
  for (const std::size_t number : numbers) {
    Prestatieregel& line = out.emplace_back(prestaties_[number]);
    const auto credits = per_credit_.find(key(line.aanbieder, line.referentie));
    if (line.credit || credits == per_credit_.end()) continue;
    line.gecrediteerd = std::any_of(credits->second.begin(), credits->second.end(), [&](std::size_t credit) {
      return prestaties_[credit].stand != Prestatieregel::Stand::afgewezen;
    });
  }
  return out;
}

std::vector<OntvangenBericht> Berichtenarchief::berichten(int bericht, std::string_view afzender) const {
  return find_or_empty(berichten_, std::pair(bericht, std::string(afzender)));
}

std::optional<Toewijzing> Berichtenarchief::toewijzing(std::string_view gemeente, std::int64_t nummer) const {
  const auto found = toewijzingen_.find({std::string(gemeente), nummer});
  return found == toewijzingen_.end() ? std::nullopt : std::optional(found->second);
}

std::vector<Toewijzing> Berichtenarchief::toewijzingen(std::string_view gemeente, std::string_view aanbieder,
                                                       std::string_view bsn) const {
  std::vector<Nummer> numbers = find_or_empty(per_client_, key(gemeente, aanbieder, bsn));
  std::sort(numbers.begin(), numbers.end());
  std::vector<Toewijzing> out;
  for (const Nummer& number : numbers) out.push_back(toewijzingen_.at(number));
  return out;
}

std::vector<Levering> Berichtenarchief::leveringen(std::string_view gemeente, std::string_view aanbieder,
                                                   std::string_view bsn) const {
  return find_or_empty(leveringen_, key(gemeente, aanbieder, bsn));
}

std::vector<Prestatieregel> Berichtenarchief::prestaties(std::string_view gemeente, std::int64_t toewijzing) const {
  return lines_of(find_or_empty(per_toewijzing_, Nummer(gemeente, toewijzing)));
}

std::vector<Prestatieregel> Berichtenarchief::prestaties_met(std::string_view aanbieder,
                                                             std::string_view referentie) const {
  return lines_of(find_or_empty(per_referentie_, key(aanbieder, referentie)));
}

std::vector<Verzoek> Berichtenarchief::verzoeken(std::string_view aanbieder) const {
  return find_or_empty(verzoeken_, aanbieder);
}

}  // namespace zorgkader::iwmo
