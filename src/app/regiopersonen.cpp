// Clients, their profiles, reports and plans, all about people who do not exist.
#include "app/regiopersonen.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace zorgkader {
namespace {

using std::chrono::days;

constexpr std::string_view kWijken[] = {"Noord", "Oost", "Zuid", "West", "Midden"};
/// One in so many: profiles that are missing, and what there are only a few of.
constexpr std::uint64_t kZonderProfiel = 100, kWachtlijst = 8, kResultaat = 10, kPlanregels = 10, kZonderPlan = 12;
constexpr std::int64_t kPgbCent = 31'000, kPgbCentGroep = 42'000;

class Persoonsregisters {
 public:
  Persoonsregisters(const Regioplan& plan, const OpBestand& take)
      : plan_(plan), take_(take), chance_(plan.vraag.zaad + 2) {}

  void write() {
    write_clienten();
    write_profielen();
    write_meldingen();
    write_plannen();
    write_pgb();
    write_wachtlijst();
    write_resultaten();
  }

 private:
  void give(std::string_view name, Regiotabel& table) { take_(fmt::format("registers/{}.csv", name), table.take()); }
  const std::string& code(std::size_t client) const {
    return plan_.vraag.gemeenten[plan_.clienten[client].gemeente].code;
  }
  static std::string yes(bool value) { return value ? "ja" : "nee"; }

  /// A day as text, when it is in the two years.
  std::string until_end(Datum day) const { return day <= plan_.laatste_dag() ? format_datum(day) : ""; }

  /// Trajecten that were assigned.
  template <typename Take>
  void each_traject(Take take) {
    for (const Traject& t : plan_.trajecten) {
      if (!t.afgewezen) take(t);
    }
  }

  void write_clienten() {
    Regiotabel out("gemeente;bsn;geboortedatum;wijk;psychogeriatrisch;bewaren_tot");
    for (std::size_t i = 0; i < plan_.clienten.size(); ++i) {
      const Regioclient& c = plan_.clienten[i];
      out.add({code(i), iwmo::test_bsn(i), format_datum(c.geboren), std::string(kWijken[i % std::size(kWijken)]),
               yes(c.psychogeriatrisch), ""});
    }
    give("clienten", out);
  }

  /// One for every client and service; a later one of the same client takes its place. About one in a hundred has none.
  void write_profielen() {
    Regiotabel out("gemeente;bsn;dienst;profiel;van");
    each_traject([&](const Traject& t) {
      const bool replaced = t.opvolger && !plan_.trajecten[*t.opvolger].afgewezen;
      if (chance_.one_in(kZonderProfiel) || replaced) return;
      const auto all = regioproducten();
      const std::size_t profile = t.volume > 0 ? t.product : (t.groep ? 4 : 0) + chance_.below(3);
      out.add({code(t.client), iwmo::test_bsn(t.client), std::string(dienst_naam(t.groep)),
               std::string(all[profile].profiel), format_datum(t.ingang)});
    });
    give("profielen", out);
  }

  struct Onderzoek {
    std::string leveringsvorm, voorkeur, motivering, geworven, populatie;
    bool nodig = true;
  };

  Onderzoek found_for(const Regioclient& c) {
    Onderzoek out;
    out.nodig = c.soort != Regioclient::Soort::geen;
    if (!out.nodig) return out;
    out.leveringsvorm = c.soort == Regioclient::Soort::pgb ? "PGB" : "ZIN";
    if (c.trajecten == 0) return out;
    const Traject& t = plan_.trajecten[c.eerste];
    if (t.reden == Instroomreden::ouderen) out.populatie = kOuderenPopulatie;
    if (t.reden != Instroomreden::voorkeur) return out;
    out.voorkeur = plan_.partij(t).kort;
    out.motivering = "De client kent deze aanbieder van eerdere begeleiding.";
    out.geworven = yes(chance_.one_in(5));
    return out;
  }

  void write_meldingen() {
    Regiotabel reports("gemeente;melding;bsn;ontvangen_op");
    Regiotabel studies(
        "gemeente;onderzoek;melding;afgerond_op;consulent;begeleiding_nodig;leveringsvorm;dienst;zorgbehoefte;"
        "deskundigheid;voorkeur;voorkeur_motivering;voorkeur_geworven;populatie;eerdere_lagen;"
        "mantelzorger_gesproken_op;ingangsdatum");
    Regiotabel proposals("gemeente;onderzoek;aanbieder;voorgesteld_op;antwoord;beantwoord_op;reden");
    for (std::size_t i = 0; i < plan_.clienten.size(); ++i) {
      const Regioclient& c = plan_.clienten[i];
      if (!c.instroom) continue;
      const Datum received = *c.instroom - days(45) - days(static_cast<int>(chance_.below(30)));
      const Datum done = received + days(14) + days(static_cast<int>(chance_.below(12)));
      const Onderzoek study = found_for(c);
      const std::string number = fmt::format("{:05}", i + 1);
      reports.add({code(i), "M" + number, iwmo::test_bsn(i), format_datum(received)});
      const auto when_needed = [&](std::string text) { return study.nodig ? text : ""; };
      studies.add({code(i), "O" + number, "M" + number, format_datum(done), fmt::format("consulent {}", 1 + i % 9),
                   yes(study.nodig), study.leveringsvorm, when_needed(std::string(dienst_naam(c.groep))),
                   when_needed(c.groep ? "daginvulling" : "zelfstandig wonen"), when_needed("begeleiding"),
                   study.voorkeur, study.motivering, study.geworven, study.populatie,
                   when_needed("Eigen kracht, netwerk en algemene voorzieningen zijn besproken en niet genoeg."),
                   chance_.one_in(3) ? format_datum(done - days(3)) : "", format_datum(*c.instroom)});
      if (c.trajecten > 0) add_voorstellen(plan_, i, "O" + number, done, proposals);
    }
    add_heraanmeldingen(plan_, reports, studies, proposals);
    give("meldingen", reports);
    give("onderzoeken", studies);
    give("voorstellen", proposals);
  }

  /// Plans of new clients of the second year; of some only the toewijzing was received so far.
  void write_plannen() {
    Regiotabel plans(
        "gemeente;plan;bsn;toewijzing;soort;toewijzing_ontvangen_op;plan_ontvangen_op;getoetst_op;goedgekeurd_op;"
        "goedgekeurd_door;naar_inwoner_op;begin;maanden;minuten_per_maand;reden_lager;reden_hoger;hoger_tot");
    Regiotabel lines("gemeente;plan;activiteit;maand;uren");
    each_traject([&](const Traject& t) {
      if (!t.instroom || plan_.jaar_nummer(t.ingang) == 0) return;
      const Datum made = t.toegewezen + days(14) + days(static_cast<int>(chance_.below(28))), tested = made + days(5);
      const bool ready = tested + days(5) <= plan_.laatste_dag() && !chance_.one_in(kZonderPlan);
      const std::string number = fmt::format("P{:05}", t.nummer);
      const auto when_ready = [&](std::string text) { return ready ? text : ""; };
      plans.add({code(t.client), number, iwmo::test_bsn(t.client), std::to_string(t.nummer),
                 t.groep ? "ondersteuningsplan" : "begeleidingsplan", format_datum(t.toegewezen),
                 when_ready(format_datum(made)), when_ready(format_datum(tested)),
                 when_ready(format_datum(tested + days(2))), when_ready(fmt::format("consulent {}", 1 + t.client % 9)),
                 when_ready(format_datum(tested + days(5))), format_datum(t.start), "12",
                 std::to_string(60 * (4 + chance_.below(20))), "", "", ""});
      if (!ready || !chance_.one_in(kPlanregels)) return;
      for (int month = 1; month <= 3; ++month)
        lines.add({code(t.client), number, t.groep ? "dagdeel in de groep" : "gesprek thuis", std::to_string(month),
                   fmt::format("{},5", 3 + chance_.below(6))});
    });
    give("plannen", plans);
    give("planregels", lines);
  }

  void write_pgb() {
    Regiotabel out("gemeente;bsn;dienst;maand;bedrag");
    for (std::size_t i = 0; i < plan_.clienten.size(); ++i) {
      for (int month = 0; month < kRegiomaanden; ++month) {
        if (const std::int64_t cents = pgb_cent(plan_, i, month); cents > 0)
          out.add({code(i), iwmo::test_bsn(i), std::string(dienst_naam(plan_.clienten[i].groep)),
                   format_datum(plan_.maand(month)), in_euros(cents)});
      }
    }
    give("pgb", out);
  }

  void write_wachtlijst() {
    Regiotabel out("gemeente;bsn;aanbieder;van;tot");
    for (const Regioclient& c : plan_.clienten) {
      if (!c.instroom || c.trajecten == 0 || !chance_.one_in(kWachtlijst)) continue;
      const Traject& t = plan_.trajecten[c.eerste];
      out.add({code(t.client), iwmo::test_bsn(t.client), plan_.partij(t).kort, format_datum(t.ingang - days(21)),
               format_datum(t.ingang - days(1))});
    }
    give("wachtlijst", out);
  }

  void write_resultaten() {
    Regiotabel out(
        "gemeente;bsn;resultaat;resultaatgebied;streefdatum;akkoord_toegang;akkoord_client;akkoord_aanbieder;"
        "behaald_op;gesloten_door");
    each_traject([&](const Traject& t) {
      if (!t.instroom || !chance_.one_in(kResultaat)) return;
      const bool reached = t.reden_stop == "19" && t.einde;
      out.add({code(t.client), iwmo::test_bsn(t.client), fmt::format("R{:05}", t.nummer),
               t.groep ? "daginvulling" : "zelfstandig wonen", format_datum(t.ingang + days(365)), "ja", "ja", "ja",
               reached ? until_end(*t.einde) : "", reached ? "toegang" : ""});
    });
    give("resultaten", out);
  }

  const Regioplan& plan_;
  const OpBestand& take_;
  iwmo::Toeval chance_;
};

}  // namespace

/// From the month of inflow on, with a small difference between people.
std::int64_t pgb_cent(const Regioplan& plan, std::size_t client, int maand) {
  const Regioclient& c = plan.clienten[client];
  if (c.soort != Regioclient::Soort::pgb || *c.instroom > plan.maand(maand)) return 0;
  return (c.groep ? kPgbCentGroep : kPgbCent) + static_cast<std::int64_t>(client % 17) * 1'150;
}

void write_persoonsregisters(const Regioplan& plan, const OpBestand& take) {
  Persoonsregisters(plan, take).write();
}

}  // namespace zorgkader
