// Declarations of the example region: lines that are right, lines with one fault, corrections and arrears.
#include <fmt/format.h>

#include <algorithm>

#include "app/regioberichten.hpp"
#include "values/kalender.hpp"

namespace zorgkader {
namespace {

using iwmo::Boom;
using iwmo::Deel;

// One in so many lines, where nothing else is said.
constexpr std::uint64_t kLater = 100, kCorrectie = 150, kMinderVolume = 10, kOpnieuw = 3;
/// Lines that only a fault brings about come so many times as often as their share: otherwise there are hardly any.
constexpr std::uint64_t kVaker = 8;
constexpr std::int64_t kAnderTarief = 1250, kVreemdNummer = 90'000'000;
constexpr std::size_t kVroegeClienten = 3;

enum class Fout : std::uint8_t { tarief, volume, nummer, referentie, product, aantal };

void add_periode(Boom& out, Deel parent, std::string_view name, Periode period) {
  const Deel made = out.add(parent, name);
  out.add(made, "Begindatum", format_datum(period.van));
  out.add(made, "Einddatum", format_datum(period.tot));
}

void add_bedrag(Boom& out, Deel parent, std::string_view name, std::string_view value, std::int64_t cent) {
  const Deel made = out.add(parent, name);
  out.add(made, value, std::to_string(cent < 0 ? -cent : cent));
  out.add(made, "DebetCredit", cent < 0 ? "C" : "D");
}

}  // namespace

Regiodeclaraties::Regiodeclaraties(Regiopost& post, Regiotelling& telling)
    : post_(post), plan_(post.plan()), telling_(telling), chance_(post.plan().vraag.zaad + 1) {}

void Regiodeclaraties::send(const Regiostap& stap) {
  const std::size_t route = stap.nummer % plan_.routes.size();
  const auto month = static_cast<int>(stap.nummer / plan_.routes.size());
  const bool early = stap.soort == Regiostap::Soort::te_vroeg;
  regels_.clear();
  std::size_t clients = 0;
  for (const std::size_t traject : plan_.routes[route].trajecten) {
    if (!early) {
      add_lines(traject, month);
    } else if (clients < kVroegeClienten && post_.stand(traject).toegewezen &&
               plan_.is_te_declareren(plan_.trajecten[traject], month) && !plan_.trajecten[traject].einde) {
      regels_.push_back(line(traject, month));
      ++clients;
    }
  }
  if (!regels_.empty()) send_lines(plan_.routes[route], month, stap.dag, early);
}

bool Regiodeclaraties::draw_fault(std::uint64_t times) {
  return chance_.below(1000) < plan_.vraag.fouten_per_duizend * times;
}

std::string Regiodeclaraties::reference() {
  return fmt::format("R{:010}", ++referenties_);
}

Regiodeclaraties::Regel Regiodeclaraties::line(std::size_t traject, int maand) {
  const Traject& t = plan_.trajecten[traject];
  const Regioproduct& product = plan_.product(t);
  const Datum first = plan_.maand(maand);
  Regel out;
  out.traject = traject;
  out.maand = maand;
  out.referentie = reference();
  out.toewijzing = t.nummer;
  out.volume = t.volume;
  out.tarief_cent = product.tarief_in(plan_.jaar_nummer(first));
  out.categorie = product.categorie;
  out.code = product.code;
  out.periode = {std::max(first, t.ingang),
                 std::min(last_of_month(first), post_.stand(traject).eind.value_or(kGeenEinde))};
  return out;
}

/// All lines of one Traject in a declaration: what stayed behind, a correction, the month itself, and what should not
/// be there.
void Regiodeclaraties::add_lines(std::size_t traject, int maand) {
  Trajectstand& state = post_.stand(traject);
  const Traject& t = plan_.trajecten[traject];
  if (!state.toegewezen) return;
  const std::size_t before = regels_.size();
  const bool goes_on = !plan_.is_taak(t) || maand < kMaandenPerJaar + kNogGedeclareerd;
  if (state.achterstallig && goes_on) {
    add_right(line(traject, *state.achterstallig));
    state.achterstallig.reset();
  } else if (state.gedeclareerd == maand - 1 && maand > 0 && goes_on && chance_.one_in(kCorrectie)) {
    add_correction(traject, maand - 1);
  }
  if (plan_.is_te_declareren(t, maand))
    add_month(traject, maand);
  else if (regels_.size() == before)
    t.volume == 0 ? add_task(traject, maand) : add_outside(traject, maand);
}

void Regiodeclaraties::add_month(std::size_t traject, int maand) {
  Trajectstand& state = post_.stand(traject);
  if (chance_.one_in(kLater)) return void(state.achterstallig = maand);
  Regel made = line(traject, maand);
  if (made.volume > 1 && chance_.one_in(kMinderVolume)) --made.volume;
  const bool alone = regels_.empty() || regels_.back().traject != traject;
  if (!alone || !draw_fault() || !spoil(made)) return add_right(made);
  if (!chance_.one_in(kOpnieuw)) state.achterstallig = maand;
  regels_.push_back(made);
}

void Regiodeclaraties::add_right(const Regel& made) {
  Trajectstand& state = post_.stand(made.traject);
  const Regioclient& client = plan_.clienten[plan_.trajecten[made.traject].client];
  Regiobedrag& sum = telling_.bedragen[{client.gemeente, plan_.trajecten[made.traject].afzender,
                                        plan_.trajecten[made.traject].groep, plan_.jaar_nummer(made.periode.van)}];
  sum.cent += made.cent();
  if (plan_.is_oudere(client)) sum.ouderen_cent += made.cent();
  state.vorige = made.referentie;
  if (!made.credit) {
    state.gedeclareerd = made.maand;
    state.referentie = made.referentie;
    state.volume = made.volume;
  } else {
    state.gedeclareerd = -1;
  }
  regels_.push_back(made);
}

/// Takes the line of a month back, and declares it with another volume where it can have one.
void Regiodeclaraties::add_correction(std::size_t traject, int maand) {
  const std::string previous = post_.stand(traject).referentie;
  const std::int64_t volume = post_.stand(traject).volume;
  Regel credit = line(traject, maand);
  credit.credit = true;
  credit.vorige = previous;
  credit.volume = volume;
  add_right(credit);
  if (plan_.trajecten[traject].volume == 1) return;
  Regel again = line(traject, maand);
  again.volume = volume == 1 ? 2 : 1;
  add_right(again);
}

/// Puts one fault in a line; false when it cannot have the one that was drawn.
bool Regiodeclaraties::spoil(Regel& made) {
  const Traject& t = plan_.trajecten[made.traject];
  const auto put = [&](const char* what, const char* codes) {
    made.fout = what;
    made.codes = codes;
    return true;
  };
  switch (static_cast<Fout>(chance_.below(static_cast<std::uint64_t>(Fout::aantal)))) {
    case Fout::tarief:
      made.tarief_cent += kAnderTarief;
      return put("verkeerd tarief", "TR418");
    case Fout::volume:
      made.volume = t.volume + 1;
      return put("te hoog volume", "TR321");
    case Fout::nummer:
      made.toewijzing += kVreemdNummer;
      return put("onbekende toewijzing", "TR338");
    case Fout::referentie:
      if (post_.stand(made.traject).vorige.empty()) return false;
      made.referentie = post_.stand(made.traject).vorige;
      return put("dubbele referentie", "TR314");
    case Fout::product:
    case Fout::aantal:
      break;
  }
  const auto all = regioproducten();
  const std::size_t other = t.product == 0 || all[t.product - 1].groep != t.groep ? t.product + 1 : t.product - 1;
  made.code = all[other].code;
  made.tarief_cent = all[other].tarief_in(plan_.jaar_nummer(made.periode.van));
  return put("verkeerd product", "TR340");
}

/// The broken month in which a toewijzing began as if it were whole, or the month after it ended.
void Regiodeclaraties::add_outside(std::size_t traject, int maand) {
  const Traject& t = plan_.trajecten[traject];
  const Datum first = plan_.maand(maand);
  const std::optional<Datum> end = post_.stand(traject).eind;
  const bool begins = t.ingang > first && t.ingang <= last_of_month(first);
  const bool ended = t.einde && end == t.einde && first_of_month(*end) == first_of_month(first - std::chrono::days(1));
  const bool task = plan_.is_taak(t) && maand >= kMaandenPerJaar + kNogGedeclareerd;
  if (task || (!begins && !ended) || !draw_fault(kVaker)) return;
  Regel made = line(traject, maand);
  made.periode = {first, last_of_month(first)};
  made.fout = "buiten de toewijzing";
  made.codes = begins ? "TR307" : "TR308";
  regels_.push_back(made);
}

/// Support under the task of a partner is not declared at all; before it was decided that could not be known.
void Regiodeclaraties::add_task(std::size_t traject, int maand) {
  if (maand < kMaandenPerJaar + kNogGedeclareerd) return;
  const Traject& t = plan_.trajecten[traject];
  const Datum first = plan_.maand(maand);
  if (t.ingang > first || t.einde.value_or(kGeenEinde) < last_of_month(first) || !draw_fault()) return;
  Regel made = line(traject, maand);
  made.volume = 1;
  made.tarief_cent = regioproducten()[t.groep ? 4 : 0].tarief_in(1);
  made.fout = "taakgericht gedeclareerd";
  made.codes = "MSP-038";
  regels_.push_back(made);
}

void Regiodeclaraties::send_lines(const Regioroute& route, int maand, Datum dag, bool te_vroeg) {
  const Datum first = plan_.maand(maand);
  Boom out = post_.begin(323, plan_.vraag.gemeenten[route.gemeente].code, route.afzender, dag);
  const Deel declaration = out.add(out.wortel(), "Declaratie");
  out.add(declaration, "DeclaratieNummer", fmt::format("D{:07}", post_.berichten()));
  add_periode(out, declaration, "DeclaratiePeriode", {first, last_of_month(first)});
  out.add(declaration, "DeclaratieDagtekening", format_datum(dag));
  std::int64_t total = 0;
  for (const Regel& r : regels_) total += r.cent();
  add_bedrag(out, declaration, "TotaalIngediendBedrag", "TotaalBedrag", total);
  const Deel clients = out.add(declaration, "Clienten");
  Deel lines;
  std::optional<std::size_t> client;
  for (const Regel& r : regels_) {
    const std::size_t of = plan_.trajecten[r.traject].client;
    if (client != of) {
      const Deel made = out.add(clients, "Client");
      out.add(made, "Bsn", iwmo::test_bsn(of));
      lines = out.add(made, "Prestaties");
      client = of;
    }
    const Deel line = out.add(lines, "Prestatie"), reference = out.add(line, "ProductReferentie");
    out.add(reference, "ReferentieNummer", r.referentie);
    if (r.credit) out.add(reference, "VorigReferentieNummer", r.vorige);
    out.add(line, "ToewijzingNummer", std::to_string(r.toewijzing));
    out.add(line, "ProductCategorie", r.categorie);
    out.add(line, "ProductCode", r.code);
    add_periode(out, line, "ProductPeriode", r.periode);
    out.add(line, "GeleverdVolume", std::to_string(r.volume));
    out.add(line, "Eenheid", "82");
    out.add(line, "ProductTarief", std::to_string(r.tarief_cent));
    add_bedrag(out, line, "IngediendBedrag", "Bedrag", r.cent());
  }
  tell(post_.send(out, dag), te_vroeg);
}

void Regiodeclaraties::tell(const std::string& pad, bool te_vroeg) {
  const auto add = [&](const std::string& reference, const char* what, const char* codes) {
    telling_.fouten.push_back(fmt::format("{};{};{};{}", pad, reference, what, codes));
  };
  if (te_vroeg) add("", "maand niet voorbij", "TR137");
  for (const Regel& r : regels_) {
    if (te_vroeg)
      add(r.referentie, "maand niet voorbij", "TR137");
    else if (r.fout != nullptr)
      add(r.referentie, r.fout, r.codes);
  }
}

}  // namespace zorgkader
