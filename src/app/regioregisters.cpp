// Registers of the example region that name no person, and the lists that messages are judged against.
#include <fmt/format.h>

#include <algorithm>

#include "app/regioberichten.hpp"
#include "app/regiopersonen.hpp"
#include "rapport/csv.hpp"

namespace zorgkader {

void Regiotabel::add(std::initializer_list<std::string> cellen) {
  bool first = true;
  for (const std::string& cell : cellen) {
    if (!first) tekst_ += ';';
    first = false;
    tekst_ += csv_text(cell);
  }
  tekst_ += '\n';
}

std::string in_euros(std::int64_t cent) {
  return fmt::format("{}{},{:02}", cent < 0 ? "-" : "", (cent < 0 ? -cent : cent) / 100,
                     (cent < 0 ? -cent : cent) % 100);
}

namespace {

/// Partners that are closed in the last months, by number.
constexpr std::size_t kStopt = 2, kVol = 3;
constexpr const char* kBesluiten = "besluit;datum;orgaan;onderwerp;document";

/// One contract with what belongs to it.
struct Contract {
  std::string nummer;
  std::size_t partij = 0;
  bool groep = false, taakgericht = false;
  int jaar_nummer = 0;
};

class Registers {
 public:
  Registers(const Regioplan& plan, const OpBestand& take) : plan_(plan), take_(take) {
    for (std::size_t i = 0; i < plan.partijen.size(); ++i) add_contracten(i);
  }

  void write() {
    write_gemeenten();
    write_aanbieders();
    write_producten();
    write_contracten();
    write_rechten();
    write_capaciteit();
    write_budgetten();
    write_lijsten();
    write_besluit();
  }

 private:
  void give(std::string_view name, Regiotabel& table) { take_(fmt::format("registers/{}.csv", name), table.take()); }
  std::string day(unsigned month, unsigned day) const { return format_datum(plan_.dag(month, day)); }
  std::string year_begin(int number) const { return format_datum(plan_.maand(number * kMaandenPerJaar)); }
  std::string year_end(int number) const {
    return format_datum(plan_.maand((number + 1) * kMaandenPerJaar) - std::chrono::days(1));
  }

  /// In the second year a partner has a contract for the task and one for the other gemeenten.
  void add_contracten(std::size_t partij) {
    const Regiopartij& p = plan_.partijen[partij];
    for (const bool groep : {false, true}) {
      if (!p.levert(groep)) continue;
      const std::string stem = fmt::format("C{:02}-{}", partij + 1, dienst_naam(groep));
      for (int year = 0; year < 2; ++year)
        contracten_.push_back({fmt::format("{}-{}", stem, plan_.vraag.jaar - 1 + year), partij, groep, false, year});
      if (p.partner) contracten_.push_back({fmt::format("{}-{}-T", stem, plan_.vraag.jaar), partij, groep, true, 1});
    }
  }

  /// Whether a contract holds in a gemeente.
  bool holds(const Contract& c, std::size_t gemeente) const {
    const Regiopartij& p = plan_.partijen[c.partij];
    if (std::find(p.gemeenten.begin(), p.gemeenten.end(), gemeente) == p.gemeenten.end()) return false;
    const bool task = p.partner && c.jaar_nummer == 1 && plan_.vraag.gemeenten[gemeente].taakgericht;
    return task == c.taakgericht;
  }
  bool holds_anywhere(const Contract& c) const {
    for (std::size_t g = 0; g < plan_.vraag.gemeenten.size(); ++g) {
      if (holds(c, g)) return true;
    }
    return false;
  }

  void write_gemeenten() {
    Regiotabel out("code;naam;regio;van;tot");
    for (const auto& g : plan_.vraag.gemeenten) out.add({g.code, g.naam, plan_.vraag.regio, "", ""});
    give("gemeenten", out);
  }

  void write_aanbieders() {
    Regiotabel out("agb;naam;aanbieder;rol;van;tot");
    for (const auto& a : plan_.afzenders)
      out.add({a.agb, a.naam, plan_.partijen[a.partij].kort, a.lid ? "lid" : "zelf", "", ""});
    give("aanbieders", out);
  }

  /// What the standard calls output in pieces; the codes of the task have no unit.
  void write_producten() {
    Regiotabel products("code;categorie;omschrijving;dienst;schema;eenheid;maximumleeftijd;minimumleeftijd;van;tot");
    Regiotabel tariffs("code;aanbieder;van;tot;tarief;eenheid");
    for (const Regioproduct& p : regioproducten()) {
      const std::string code(p.code), category(p.categorie), description(p.omschrijving), service(dienst_naam(p.groep));
      products.add({code, category, description, service, p.is_taakgericht() ? "preferred supplier" : "cliëntprofiel",
                    p.is_taakgericht() ? "" : "82", "", "18", p.is_taakgericht() ? year_begin(1) : "", ""});
      for (int year = 0; year < 2 && !p.is_taakgericht(); ++year)
        tariffs.add({code, "", year_begin(year), year_end(year), in_euros(p.tarief_in(year)), "82"});
    }
    give("producten", products);
    give("tarieven", tariffs);
  }

  void write_contracten() {
    Regiotabel contracts(
        "contract;aanbieder;dienst;gegund_op;ingangsdatum;einddatum;uiterste_einddatum;bestedingsruimte;signaal");
    Regiotabel places("contract;gemeente;van;tot"), forms("contract;van;tot;variant;bekostiging");
    for (const Contract& c : contracten_) {
      if (!holds_anywhere(c)) continue;
      const bool last_round = c.jaar_nummer == 1;
      const std::string awarded = last_round ? format_datum(plan_.dag(1, 1) - std::chrono::days(16)) : "";
      const std::string latest =
          last_round ? format_datum(plan_.maand(5 * kMaandenPerJaar) - std::chrono::days(1)) : "";
      contracts.add({c.nummer, plan_.partijen[c.partij].kort, std::string(dienst_naam(c.groep)), awarded,
                     year_begin(c.jaar_nummer), year_end(c.jaar_nummer == 0 ? 0 : 2), latest, "", ""});
      for (std::size_t g = 0; g < plan_.vraag.gemeenten.size(); ++g) {
        if (holds(c, g)) places.add({c.nummer, plan_.vraag.gemeenten[g].code, "", ""});
      }
      forms.add({c.nummer, year_begin(c.jaar_nummer), "", "outputgericht", "maandtarief"});
    }
    give("contracten", contracts);
    give("contractgemeenten", places);
    give("contractvormen", forms);
  }

  /// Until it was decided in April the contracts were as before; then they are task-based from 1 January on.
  void write_besluit() {
    Regiotabel forms("contract;van;addendum;variant;bekostiging"), decisions(kBesluiten);
    Regiotabel addenda("addendum;contract;in_overleg_op;akkoord_op;besluit_op;getekend_op");
    for (const Contract& c : contracten_) {
      if (!c.taakgericht || !holds_anywhere(c)) continue;
      forms.add({c.nummer, year_begin(c.jaar_nummer), "A-" + c.nummer, "taakgericht", "lumpsum"});
      addenda.add({"A-" + c.nummer, c.nummer, day(1, 20), day(3, 8), day(4, 12), day(4, 21)});
    }
    decisions.add(
        {"B3", day(4, 12), "colleges", "Taakgerichte opdracht aan de strategische partners", "Collegenota 2"});
    const std::string folder = fmt::format("besluit-{}-04", plan_.vraag.jaar);
    take_(folder + "/contractvormen.csv", forms.take());
    take_(folder + "/addenda.csv", addenda.take());
    take_(folder + "/besluiten.csv", decisions.take());
  }

  bool is_eerste_taak(std::size_t gemeente) const {
    for (std::size_t g = 0; g < gemeente; ++g) {
      if (plan_.vraag.gemeenten[g].taakgericht) return false;
    }
    return plan_.vraag.gemeenten[gemeente].taakgericht;
  }

  void write_rechten() {
    Regiotabel decisions(kBesluiten);
    decisions.add({"B1", format_datum(plan_.maand(9)), "colleges", "Inkoopstrategie begeleiding", "Collegenota 1"});
    decisions.add({"B2", format_datum(plan_.dag(1, 1) - std::chrono::days(16)), "colleges",
                   "Definitieve gunning begeleiding individueel en groep", "Gunningsbesluit"});
    give("besluiten", decisions);
    Regiotabel exempt("dispensatie;gemeente;dienst;populatie;aanbieder;van;tot");
    for (std::size_t g = 0; g < plan_.vraag.gemeenten.size(); ++g) {
      const std::string& code = plan_.vraag.gemeenten[g].code;
      if (plan_.ouderen_uitgezonderd(g))
        exempt.add({"D-" + code + "-1", code, "BGG", std::string(kOuderenPopulatie), "", day(1, 1), ""});
      if (plan_.vraag.gemeenten[g].taakgericht)
        exempt.add(
            {"D-" + code + "-2", code, "BGI", std::string(kPartnerPopulatie), plan_.partijen[0].kort, day(1, 1), ""});
      if (is_eerste_taak(g))
        exempt.add({"D-" + code + "-3", code, "BGI", std::string(kVrijgesteldePopulatie), "", day(1, 1), ""});
    }
    give("dispensaties", exempt);
  }

  /// Trajecten that last on a day.
  std::size_t in_care(std::size_t partij, std::size_t gemeente, bool groep, Datum day) const {
    std::size_t out = 0;
    for (const Traject& t : plan_.trajecten) {
      const bool here = plan_.afzenders[t.afzender].partij == partij && t.groep == groep &&
                        plan_.clienten[t.client].gemeente == gemeente;
      if (here && !t.afgewezen && t.ingang <= day && t.einde.value_or(kGeenEinde) >= day) ++out;
    }
    return out;
  }

  void write_capaciteit() {
    Regiotabel out("aanbieder;gemeente;dienst;van;tot;plaatsen;clientstop");
    std::size_t row = 0;
    for (std::size_t i = 0; i < plan_.partijen.size(); ++i) {
      const Regiopartij& p = plan_.partijen[i];
      for (const std::size_t g : p.gemeenten) {
        for (const bool groep : {false, true}) {
          if (!p.levert(groep)) continue;
          const std::size_t now = in_care(i, g, groep, plan_.dag(1, 1));
          const std::string code = plan_.vraag.gemeenten[g].code, service(dienst_naam(groep));
          const bool stop = !p.partner && ++row % 12 == 0;
          // From October on one partner takes nobody, and another has no place left.
          const bool closes = !groep && is_eerste_taak(g) && (i == kStopt || i == kVol) && p.partner;
          out.add({p.kort, code, service, day(1, 1), closes ? day(9, 30) : "", std::to_string(now * 2 + 2),
                   stop ? "ja" : "nee"});
          if (closes) out.add({p.kort, code, service, day(10, 1), "", "0", i == kStopt ? "ja" : "nee"});
        }
      }
    }
    give("capaciteit", out);
  }

  /// What the plan would cost in the first year, with the index of the second.
  std::int64_t expected_cent(std::size_t gemeente, bool groep) const {
    std::int64_t out = 0;
    for (const Traject& t : plan_.trajecten) {
      if (t.groep != groep || plan_.clienten[t.client].gemeente != gemeente) continue;
      for (int month = 0; month < kMaandenPerJaar; ++month) {
        if (plan_.is_te_declareren(t, month)) out += t.volume * plan_.product(t).tarief_in(1);
      }
    }
    return out;
  }

  /// No ceiling is fixed: then an arrangement computes it.
  void write_budgetten() {
    constexpr std::int64_t kHeleEuros = 100'000;  // cents: rounded to thousands of euros
    Regiotabel out("gemeente;dienst;jaar;versie;plafond;status");
    for (std::size_t g = 0; g < plan_.vraag.gemeenten.size(); ++g) {
      for (const bool groep : {false, true}) {
        const std::int64_t cost = expected_cent(g, groep);
        const std::string service(dienst_naam(groep)), year = std::to_string(plan_.vraag.jaar);
        const std::string& code = plan_.vraag.gemeenten[g].code;
        out.add({code, service, year, "1", in_euros((cost / kHeleEuros + 1) * kHeleEuros), "voorlopig"});
        out.add({code, service, year, "2", in_euros((cost / kHeleEuros + 2) * kHeleEuros), "voorlopig"});
      }
    }
    give("budgetten", out);
  }

  void write_lijsten() {
    Regiotabel products("aanbieder;categorie;code;eenheid;tarief;variant;van;tot"), places("code;naam;van;tot");
    for (const Regioproduct& p : regioproducten()) {
      const std::string category(p.categorie), code(p.code);
      if (p.is_taakgericht()) products.add({"", category, code, "", "", "taakgericht", year_begin(1), ""});
      for (int year = 0; year < 2 && !p.is_taakgericht(); ++year)
        products.add({"", category, code, "82", in_euros(p.tarief_in(year)), "output", year_begin(year),
                      year == 0 ? year_end(year) : ""});
    }
    for (const auto& g : plan_.vraag.gemeenten) places.add({g.code, g.naam, "", ""});
    take_("lijsten/producten.csv", products.take());
    take_("lijsten/gemeenten.csv", places.take());
  }

  const Regioplan& plan_;
  const OpBestand& take_;
  std::vector<Contract> contracten_;
};

}  // namespace

void write_registers(const Regioplan& plan, const OpBestand& take) {
  Registers(plan, take).write();
  write_persoonsregisters(plan, take);
}

}  // namespace zorgkader
