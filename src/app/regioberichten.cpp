// Steps of the example region as messages about one client.
#include "app/regioberichten.hpp"

#include <fmt/format.h>

#include "iwmo/antwoord.hpp"
#include "iwmo/schrijver.hpp"
#include "values/hash.hpp"

namespace zorgkader {
namespace {

using iwmo::Boom;
using iwmo::Deel;
using Soort = Regiostap::Soort;

constexpr std::string_view kNamen[] = {"Verzonnen", "Voorbeeld", "Fictief", "Bedacht", "Denkbeeld"};
/// One in so many messages of a gemeente is never answered.
constexpr std::uint64_t kVergeten = 200;
constexpr std::string_view kOutput = "82", kPerMaand = "4";

std::string geslacht(std::size_t client) {
  return client % 2 == 0 ? "1" : "2";
}
std::string achternaam(std::size_t client) {
  return fmt::format("{}{}", kNamen[client % std::size(kNamen)], client + 1);
}

/// Bsn, Geboortedatum, Geslacht and Naam; a 301 says how the name is used.
Deel add_client(Boom& out, const Regioplan& plan, std::size_t number) {
  const Deel client = out.add(out.wortel(), "Client");
  out.add(client, "Bsn", iwmo::test_bsn(number));
  out.add(out.add(client, "Geboortedatum"), "Datum", format_datum(plan.clienten[number].geboren));
  out.add(client, "Geslacht", geslacht(number));
  const Deel name = out.add(client, "Naam");
  out.add(out.add(name, "Geslachtsnaam"), "Achternaam", achternaam(number));
  if (out.soort().nummer == 301) out.add(name, "NaamGebruik", "1");
  return client;
}

void add_adres(Boom& out, Deel client, std::size_t number) {
  const Deel contact = out.add(out.add(client, "Contactgegevens"), "Contact");
  out.add(contact, "Soort", "01");
  const Deel address = out.add(contact, "Adres");
  out.add(out.add(address, "Huis"), "Huisnummer", std::to_string(1 + number % 200));
  out.add(address, "Postcode", "1234AB");
  out.add(address, "LandCode", "NL");
}

void add_omvang(Boom& out, Deel line, const Traject& t) {
  if (t.volume == 0) return;
  const Deel size = out.add(line, "Omvang");
  out.add(size, "Volume", std::to_string(t.volume));
  out.add(size, "Eenheid", kOutput);
  out.add(size, "Frequentie", kPerMaand);
}

void add_einde(Boom& out, Deel line, std::string_view name, std::optional<Datum> day) {
  if (day) out.add(line, name, format_datum(*day));
}

/// The standard wants an Omvang with every Code in a toewijzing (CD041), and a task has none: there only the category
/// is said. Starts and stops say the code.
void add_product(Boom& out, Deel line, const Regioproduct& product, bool with_code) {
  const Deel made = out.add(line, "Product");
  out.add(made, "Categorie", product.categorie);
  if (with_code) out.add(made, "Code", product.code);
}

}  // namespace

Boom Regiopost::begin(int soort, const std::string& gemeente, std::size_t afzender, Datum dag) {
  return iwmo::with_header(soort, gemeente, plan_.afzenders[afzender].agb, fmt::format("V{:07}", ++berichten_), dag);
}

std::string Regiopost::send(const Boom& bericht, Datum dag) {
  const std::string path =
      fmt::format("berichten/{}/{}_{:07}.xml", format_maand(dag), bericht.soort().naam, berichten_);
  take_(path, iwmo::write_xml(bericht));
  return path;
}

void Regiopost::send_and_answer(const Boom& bericht, Datum dag) {
  send(bericht, dag);
  Hash chance;
  chance.add(static_cast<std::uint64_t>(berichten_));
  if (chance.value() % kVergeten == 0) return;
  const Datum day = dag + std::chrono::days(2);
  send(iwmo::make_antwoord(bericht, {}, {fmt::format("R{:07}", berichten_), day}).value(), day);
}

void Regioberichten::send(const Regiostap& stap) {
  switch (stap.soort) {
    case Soort::verzoek:
      return send_verzoek(stap);
    case Soort::wijzigingsverzoek:
      return send_wijzigingsverzoek(stap);
    case Soort::toewijzing:
    case Soort::verlenging:
    case Soort::verkorting:
      return send_toewijzing(stap);
    case Soort::start:
    case Soort::herstart:
      return send_start(stap);
    case Soort::tijdelijk:
    case Soort::stop:
      return send_stop(stap);
    case Soort::onderzoek:
    case Soort::afwijzing:
      return send_antwoord(stap);
    case Soort::declaratie:
    case Soort::te_vroeg:
      return;
  }
}

/// All toewijzingen of the client at this provider that last, those that change now among them (OP087).
void Regioberichten::send_toewijzing(const Regiostap& stap) {
  const Traject& own = plan_.trajecten[stap.nummer];
  const Regioclient& of = plan_.clienten[own.client];
  const auto change = [&](std::size_t number, std::optional<Datum> end, std::string_view why) {
    Trajectstand& state = post_.stand(number);
    state.toegewezen = true;
    state.besluit = stap.dag;
    state.eind = end;
    state.reden_wijziging = why;
  };
  if (stap.soort == Soort::verkorting) change(stap.nummer, own.einde, own.reden_wijziging);
  if (stap.soort == Soort::verlenging) change(stap.nummer, plan_.laatste_dag(), "04");
  if (stap.soort == Soort::toewijzing) change(stap.nummer, own.gepland, "");
  if (own.voorganger && stap.soort == Soort::toewijzing)
    change(*own.voorganger, plan_.trajecten[*own.voorganger].einde, plan_.trajecten[*own.voorganger].reden_wijziging);
  for (std::size_t i = of.eerste; i < of.eerste + of.trajecten; ++i) {
    if (stap.soort == Soort::toewijzing && plan_.trajecten[i].samen == stap.nummer)
      change(i, plan_.trajecten[i].gepland, "");
  }
  Boom out = post_.begin(301, post_.gemeente_code(own.client), own.afzender, stap.dag);
  const Deel client = add_client(out, plan_, own.client);
  add_adres(out, client, own.client);
  const Deel lines = out.add(client, "ToegewezenProducten");
  for (std::size_t i = of.eerste; i < of.eerste + of.trajecten; ++i) {
    const Trajectstand& state = post_.stand(i);
    const bool changed = state.besluit == stap.dag, lasts = state.eind.value_or(kGeenEinde) >= stap.dag;
    if (plan_.trajecten[i].afzender == own.afzender && state.toegewezen && (changed || lasts))
      add_toegewezen(out, lines, i, stap.soort == Soort::toewijzing && changed);
    post_.stand(i).reden_wijziging.clear();
  }
  post_.send_and_answer(out, stap.dag);
}

void Regioberichten::add_toegewezen(Boom& out, Deel lines, std::size_t number, bool anew) {
  const Traject& t = plan_.trajecten[number];
  const Trajectstand& state = post_.stand(number);
  const Deel line = out.add(lines, "ToegewezenProduct");
  out.add(line, "ToewijzingNummer", std::to_string(t.nummer));
  const bool ended_by_request = anew && t.opvolger && !state.reden_wijziging.empty();
  const std::string& reference = ended_by_request ? plan_.trajecten[*t.opvolger].verzoek : t.verzoek;
  if (anew && !reference.empty()) out.add(line, "ReferentieAanbieder", reference);
  add_product(out, line, plan_.product(t), t.volume > 0);
  out.add(line, "Toewijzingsdatum", format_datum(state.besluit));
  out.add(line, "Toewijzingstijd", "10:00:00");
  out.add(line, "Ingangsdatum", format_datum(t.ingang));
  add_einde(out, line, "Einddatum", state.eind);
  if (!state.reden_wijziging.empty()) out.add(line, "RedenWijziging", state.reden_wijziging);
  add_omvang(out, line, t);
}

void Regioberichten::send_start(const Regiostap& stap) {
  const Traject& t = plan_.trajecten[stap.nummer];
  Datum& start = post_.stand(stap.nummer).start;
  start = stap.soort == Soort::herstart ? t.onderbroken->tot : t.start;
  Boom out = post_.begin(305, post_.gemeente_code(t.client), t.afzender, stap.dag);
  const Deel line = out.add(out.add(add_client(out, plan_, t.client), "StartProducten"), "StartProduct");
  out.add(line, "ToewijzingNummer", std::to_string(t.nummer));
  add_product(out, line, plan_.product(t), true);
  out.add(line, "Begindatum", format_datum(start));
  out.add(line, "StatusAanlevering", "1");
  post_.send(out, stap.dag);
}

void Regioberichten::send_stop(const Regiostap& stap) {
  const Traject& t = plan_.trajecten[stap.nummer];
  const bool pause = stap.soort == Soort::tijdelijk;
  Boom out = post_.begin(307, post_.gemeente_code(t.client), t.afzender, stap.dag);
  const Deel line = out.add(out.add(add_client(out, plan_, t.client), "StopProducten"), "StopProduct");
  out.add(line, "ToewijzingNummer", std::to_string(t.nummer));
  add_product(out, line, plan_.product(t), true);
  out.add(line, "Begindatum", format_datum(post_.stand(stap.nummer).start));
  out.add(line, "RedenBeeindiging", pause ? "20" : t.reden_stop);
  out.add(line, "Einddatum", format_datum(pause ? t.onderbroken->van : *t.einde));
  out.add(line, "StatusAanlevering", "1");
  post_.send(out, stap.dag);
}

void Regioberichten::send_verzoek(const Regiostap& stap) {
  const Traject& t = plan_.trajecten[stap.nummer];
  Boom out = post_.begin(315, post_.gemeente_code(t.client), t.afzender, stap.dag);
  const Deel line = out.add(out.add(add_client(out, plan_, t.client), "AangevraagdeProducten"), "AangevraagdProduct");
  out.add(line, "ReferentieAanbieder", t.verzoek);
  add_product(out, line, plan_.product(t), true);
  out.add(line, "ToewijzingIngangsdatum", format_datum(t.ingang));
  add_einde(out, line, "ToewijzingEinddatum", t.gepland);
  add_omvang(out, line, t);
  out.add(out.add(line, "Verwijzer"), "Type", "06");
  post_.send(out, stap.dag);
}

/// The toewijzing until the end of a month, and a heavier product after it.
void Regioberichten::send_wijzigingsverzoek(const Regiostap& stap) {
  const Traject& next = plan_.trajecten[stap.nummer];
  const Traject& now = plan_.trajecten[*next.voorganger];
  Boom out = post_.begin(317, post_.gemeente_code(next.client), next.afzender, stap.dag);
  const Deel client = out.add(out.wortel(), "Client");
  out.add(client, "Bsn", iwmo::test_bsn(next.client));
  const Deel request = out.add(client, "Verzoek");
  out.add(request, "ReferentieAanbieder", next.verzoek);
  out.add(request, "RedenVerzoek", "1");
  const Deel changed = out.add(out.add(request, "TeWijzigenProducten"), "TeWijzigenProduct");
  out.add(changed, "ToewijzingNummer", std::to_string(now.nummer));
  out.add(changed, "GewensteIngangsdatum", format_datum(now.ingang));
  out.add(changed, "Einddatum", format_datum(next.ingang - std::chrono::days(1)));
  add_omvang(out, changed, now);
  const Deel made = out.add(out.add(request, "NieuweProducten"), "NieuwProduct");
  add_product(out, made, plan_.product(next), true);
  out.add(made, "GewensteIngangsdatum", format_datum(next.ingang));
  add_einde(out, made, "Einddatum", next.gepland);
  add_omvang(out, made, next);
  post_.send(out, stap.dag);
}

void Regioberichten::send_antwoord(const Regiostap& stap) {
  const Traject& t = plan_.trajecten[stap.nummer];
  const bool refused = stap.soort == Soort::afwijzing;
  Boom out = post_.begin(319, post_.gemeente_code(t.client), t.afzender, stap.dag);
  const Deel answer = out.add(out.wortel(), "Antwoord");
  out.add(answer, "ReferentieAanbieder", t.verzoek);
  out.add(answer, "VerzoekAntwoord", refused ? "1" : "2");
  if (refused) out.add(answer, "RedenAfwijzingVerzoek", t.voorganger ? "7" : "6");
  post_.send_and_answer(out, stap.dag);
}

}  // namespace zorgkader
