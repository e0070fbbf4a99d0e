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

std::string message_key(int bericht, std::string_view afzender, std::string_view identificatie) {
  return key(std::to_string(bericht), afzender, identificatie);
}

/// By what a 325 names its declaration.
std::string declaratie_key(Deel header, Deel identificatie) {
  const std::string day(identificatie.tekst("Dagtekening"));
  return key(aanbieder_van(header), key(gemeente_van(header), day, identificatie.tekst("Identificatie")));
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
  const Deel id =
      line.boom()["Header"][line.boom().soort().nummer == 325 ? "DeclaratieIdentificatie" : "BerichtIdentificatie"];
  out.declaratie = id.tekst("Identificatie");
  out.dagtekening = id.datum("Dagtekening").value_or(kGeenEinde);
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
  ++identificaties_[message_key(bericht.soort().nummer, header.tekst("Afzender"), head.identificatie)];
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

void Berichtenarchief::index() {
  for (const auto& [from, all] : berichten_) {
    for (const OntvangenBericht& one : all) {
      if (!one.niet_verzonden) ++identificaties_[message_key(from.first, from.second, one.identificatie)];
    }
  }
  for (const auto& [number, t] : toewijzingen_) per_client_[key(t.gemeente, t.aanbieder, t.bsn)].push_back(number);
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

/// On one day what is new and what is deleted may come in any order: the difference says what is left.
void Berichtenarchief::add_levering(Deel line, std::string_view bsn) {
  auto& all = leveringen_[key(gemeente_van(line), aanbieder_van(line), bsn)];
  const Levering made = levering_van(line, bsn);
  auto at = std::find_if(all.begin(), all.end(), [&](const Aangeleverd& a) { return a.levering == made; });
  if (at == all.end()) at = all.insert(at, {made, 0, kGeenBegin});
  const Datum day = dagtekening(line);
  if (at->dag < day) {
    at->dag = day;
    at->aantal = std::clamp(at->aantal, 0, 1);
  }
  at->aantal += line.tekst("StatusAanlevering") == "3" ? -1 : 1;
}

void Berichtenarchief::add_verzoek(Deel at, std::string_view bsn) {
  verzoeken_[std::string(aanbieder_van(at))].push_back({std::string(gemeente_van(at)), std::string(aanbieder_van(at)),
                                                        std::string(bsn),
                                                        std::string(at.tekst("ReferentieAanbieder"))});
}

void Berichtenarchief::add_antwoord(Deel answer) {
  for (Verzoek& v : verzoeken_[std::string(aanbieder_van(answer))]) {
    if (v.referentie == answer.tekst("ReferentieAanbieder"))
      (answer.tekst("VerzoekAntwoord") == "1" ? v.afgewezen : v.in_onderzoek) = true;
  }
}

void Berichtenarchief::add_declaratie(const Boom& bericht) {
  const Deel header = bericht["Header"];
  Declaratie& own = per_declaratie_[declaratie_key(header, header["BerichtIdentificatie"])].emplace_back();
  own.bericht = berichten_[{323, std::string(aanbieder_van(header))}].size() - 1;
  own.eerste = own.na = static_cast<Prestatielijst::Nummer>(prestaties_.size());
  for (Deel client : bericht["Declaratie/Clienten"].delen()) {
    for (Deel line : client["Prestaties"].delen()) {
      const Prestatieregel made = prestatie_van(line);
      own.na = prestaties_.add(made) + 1;
      count_besteed(made, 1);
      set_gecrediteerd(made.aanbieder, made.credit ? made.vorig_referentie : made.referentie);
    }
  }
}

/// Of several declarations with one identification an answer says the DeclaratieNummer; a refusal in the header does
/// not, so it is about the one that waits, and about none where more than one does.
void Berichtenarchief::add_declaratieantwoord(const Boom& bericht) {
  const Deel header = bericht["Header"], answer = bericht["DeclaratieAntwoord"];
  auto& sent = berichten_[{323, std::string(aanbieder_van(header))}];
  auto& all = per_declaratie_[declaratie_key(header, header["DeclaratieIdentificatie"])];
  std::vector<Declaratie*> about;
  for (Declaratie& d : all) {
    const bool same = all.size() == 1 || sent[d.bericht].declaratienummer == answer.tekst("DeclaratieNummer");
    if (answer ? same : !d.beantwoord) about.push_back(&d);
  }
  if (about.size() != 1) return;
  Declaratie& declaration = *about.front();
  if (header.tekst("RetourCodes/RetourCode") == "0001") {
    forget(declaration);
    sent[declaration.bericht].niet_verzonden = true;
    --identificaties_[message_key(323, aanbieder_van(header), sent[declaration.bericht].identificatie)];
    return void(all.erase(all.begin() + (&declaration - all.data())));
  }
  const std::string_view verdict = answer.tekst("RetourCodes/RetourCode");
  const bool taken = verdict == "0200" || verdict == "8001";
  declaration.beantwoord = true;
  sent[declaration.bericht].afgewezen = !taken;
  for (auto number = declaration.eerste; number < declaration.na; ++number)
    set_stand(number, taken ? Prestatieregel::Stand::goedgekeurd : Prestatieregel::Stand::afgewezen);
  for (Deel client : answer["Clienten"].delen()) {
    for (Deel line : client["Prestaties"].delen())
      refuse(declaration, line.tekst("ProductReferentie/ReferentieNummer"));
  }
}

/// Lines come back from their own declaration only: one that was refused for a reference that was used before must not
/// refuse the earlier one. Of lines with the same reference the later were refused.
void Berichtenarchief::refuse(const Declaratie& declaratie, std::string_view referentie) {
  for (auto number = declaratie.na; number-- > declaratie.eerste;) {
    const Prestatieregel line = prestaties_[number];
    if (line.stand != Prestatieregel::Stand::afgewezen && line.referentie == referentie)
      return set_stand(number, Prestatieregel::Stand::afgewezen);
  }
}

void Berichtenarchief::set_stand(Prestatielijst::Nummer regel, Prestatieregel::Stand stand) {
  const Prestatieregel line = prestaties_[regel];
  const bool counted = line.stand != Prestatieregel::Stand::afgewezen;
  prestaties_.set_stand(regel, stand);
  const bool counts = stand != Prestatieregel::Stand::afgewezen;
  if (counted != counts) count_besteed(line, counts ? 1 : -1);
  if (counted != counts && line.credit) set_gecrediteerd(line.aanbieder, line.vorig_referentie);
}

void Berichtenarchief::count_besteed(const Prestatieregel& regel, int teken) {
  besteed_[key(regel.aanbieder, regel.code)][regel.periode.van] +=
      (regel.credit ? -regel.bedrag_cent : regel.bedrag_cent) * teken;
}

void Berichtenarchief::forget(const Declaratie& declaratie) {
  for (auto number = declaratie.eerste; number < declaratie.na; ++number) {
    const Prestatieregel line = prestaties_[number];
    if (line.stand != Prestatieregel::Stand::afgewezen) count_besteed(line, -1);
    prestaties_.forget(number);
    if (line.credit) set_gecrediteerd(line.aanbieder, line.vorig_referentie);
  }
}

void Berichtenarchief::set_gecrediteerd(std::string_view aanbieder, std::string_view referentie) {
  bool taken_back = false;
  for (const Prestatieregel& credit : prestaties_.credits_op(aanbieder, referentie))
    taken_back = taken_back || credit.stand != Prestatieregel::Stand::afgewezen;
  const Prestatieregels lines = prestaties_.met_referentie(aanbieder, referentie);
  for (auto at = lines.begin(); at != lines.end(); ++at) {
    if (!(*at).credit) prestaties_.set_gecrediteerd(at.nummer(), taken_back);
  }
}

Gezien<OntvangenBericht> Berichtenarchief::berichten(int bericht, std::string_view afzender) const {
  Gezien<OntvangenBericht> out;
  const auto found = berichten_.find(std::pair(bericht, std::string(afzender)));
  if (found == berichten_.end()) return out;
  for (const OntvangenBericht& one : found->second) {
    if (!one.niet_verzonden) out.add(one);
  }
  return out;
}

bool Berichtenarchief::has_bericht(int bericht, std::string_view afzender, std::string_view identificatie) const {
  const auto found = identificaties_.find(message_key(bericht, afzender, identificatie));
  return found != identificaties_.end() && found->second > 0;
}

const Toewijzing* Berichtenarchief::toewijzing(std::string_view gemeente, std::int64_t nummer) const {
  const auto found = toewijzingen_.find({std::string(gemeente), nummer});
  return found == toewijzingen_.end() ? nullptr : &found->second;
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
  std::vector<Levering> out;
  for (const Aangeleverd& a : find_or_empty(leveringen_, key(gemeente, aanbieder, bsn))) {
    if (a.aantal > 0) out.push_back(a.levering);
  }
  return out;
}

Prestatieregels Berichtenarchief::prestaties(std::string_view gemeente, std::int64_t toewijzing) const {
  return prestaties_.op_toewijzing(gemeente, toewijzing);
}

Prestatieregels Berichtenarchief::prestaties_met(std::string_view aanbieder, std::string_view referentie) const {
  return prestaties_.met_referentie(aanbieder, referentie);
}

std::int64_t Berichtenarchief::besteed(std::string_view aanbieder, std::string_view code, const Periode& dagen) const {
  const auto found = besteed_.find(key(aanbieder, code));
  if (found == besteed_.end()) return 0;
  std::int64_t out = 0;
  const auto& days = found->second;
  for (auto at = days.lower_bound(dagen.van); at != days.end() && at->first <= dagen.tot; ++at) out += at->second;
  return out;
}

void Berichtenarchief::each_prestatie(const std::function<void(const Prestatieregel&)>& take) const {
  for (Prestatielijst::Nummer i = 0; i < prestaties_.size(); ++i) {
    if (!prestaties_.is_vergeten(i)) take(prestaties_[i]);
  }
}

void Berichtenarchief::each_toewijzing(const std::function<void(const Toewijzing&)>& take) const {
  for (const auto& [number, toewijzing] : toewijzingen_) take(toewijzing);
}

void Berichtenarchief::each_levering(
    const std::function<void(std::string_view, std::string_view, const Levering&)>& take) const {
  for (const auto& [of, all] : leveringen_) {
    const std::size_t first = of.find('|'), second = of.find('|', first + 1);
    for (const Aangeleverd& a : all) {
      if (a.aantal > 0) take(of.substr(0, first), of.substr(first + 1, second - first - 1), a.levering);
    }
  }
}

std::vector<Verzoek> Berichtenarchief::verzoeken(std::string_view aanbieder) const {
  return find_or_empty(verzoeken_, aanbieder);
}

}  // namespace zorgkader::iwmo
