// Accounts as a list; below it what is left of ceilings, what changed, and why lines were refused.
#include "cli/declaraties.hpp"

#include <fmt/format.h>

#include <array>

#include "cli/dossier.hpp"
#include "rapport/kleur.hpp"
#include "rapport/lijst.hpp"
#include "rapport/tekens.hpp"
#include "values/notatie.hpp"
#include "values/tabel.hpp"

namespace zorgkader {
namespace {

std::string euros(std::int64_t cents) {
  return format_plain(Getal::breuk(cents, 100), 2);
}

/// `€ 1.234,50`: for people.
std::string in_euro(std::int64_t cents) {
  return format_nl(Waarde(Getal::breuk(cents, 100)), {Soort::getal, Eenheid::basis("€")});
}

using Bedrag = std::pair<const char*, std::int64_t (*)(const Boeking&)>;

/// The accounts in the order in which they are shown.
constexpr std::array<Bedrag, 10> kBedragen = {{{"ingediend", [](const Boeking& b) { return b.ingediend; }},
                                               {"gecrediteerd", [](const Boeking& b) { return b.gecrediteerd; }},
                                               {"goedgekeurd", [](const Boeking& b) { return b.goedgekeurd; }},
                                               {"afgewezen", [](const Boeking& b) { return b.afgewezen; }},
                                               {"wacht", [](const Boeking& b) { return b.wacht; }},
                                               {"betaald", [](const Boeking& b) { return b.betaald; }},
                                               {"voorlopig", [](const Boeking& b) { return b.voorlopig; }},
                                               {"nog_te_betalen", [](const Boeking& b) { return b.nog_te_betalen(); }},
                                               {"voorgeschoten", [](const Boeking& b) { return b.voorgeschoten; }},
                                               {"teruggevorderd", [](const Boeking& b) { return b.teruggevorderd; }}}};

using Vakken = std::map<Boekingsvak, Boeking>;

/// Cells taken together, so far as `per` does not tell them apart.
Vakken gathered(const Vakken& cells, const std::string& per) {
  Vakken out;
  for (const auto& [cell, amounts] : cells) {
    Boekingsvak wider = cell;
    if (per != "maand") wider.maand.clear();
    if (per == "gemeente") wider.aanbieder.clear();
    out[wider] += amounts;
  }
  return out;
}

Lijst list_of(const Vakken& cells, const std::string& per) {
  Lijst out;
  out.kolommen.push_back({"gemeente", false});
  if (per != "gemeente") out.kolommen.push_back({"aanbieder", false});
  if (per == "maand") out.kolommen.push_back({"maand", false});
  for (const auto& [name, amount] : kBedragen) out.kolommen.push_back({name, true});
  for (const auto& [cell, b] : cells) {
    auto& row = out.rijen.emplace_back();
    row.push_back(cell.gemeente);
    if (per != "gemeente") row.push_back(cell.aanbieder);
    if (per == "maand") row.push_back(cell.maand);
    for (const auto& [name, amount] : kBedragen) row.push_back(euros(amount(b)));
  }
  return out;
}

void write_total(const Vakken& cells, std::ostream& out) {
  Boeking all;
  for (const auto& [cell, amounts] : cells) all += amounts;
  Lijst total{{}, {{}}};
  for (const auto& [name, amount] : kBedragen) {
    total.kolommen.push_back({name, true});
    total.rijen[0].push_back(euros(amount(all)));
  }
  out << "\nAlles samen\n";
  write_tabel(total, out, false);
}

void write_ceilings(const std::vector<Ruimte>& ceilings, std::ostream& out, bool kleur) {
  if (ceilings.empty()) return;
  out << "\nBestedingsruimte\n";
  write_tabel(lijst_van(ceilings), out, kleur);
}

void write_refusal(const Afwijzing& a, std::ostream& out, bool kleur) {
  out << fmt::format("{}  {}  {}  {}  {}  declaratie {}  {}\n", paint(to_printable(a.referentie), kleuren::kVet, kleur),
                     a.gemeente, a.aanbieder, a.maand, a.client, to_printable(a.declaratie), in_euro(a.bedrag_cent));
  for (const auto& reason : a.redenen) {
    out << fmt::format("  {} {}\n", reason.code, to_printable(reason.tekst));
    if (!reason.bepaling.empty())
      out << paint("    regel: " + to_printable(reason.bepaling), kleuren::kMat, kleur) << '\n';
    if (!reason.herstel.empty()) out << "    herstel: " << to_printable(reason.herstel) << '\n';
  }
}

/// Lines that the accounts count as refused, and those of declarations that count as never sent.
void write_refusals(const std::vector<Afwijzing>& all, std::ostream& out, bool kleur) {
  for (const bool counts : {true, false}) {
    std::int64_t cents = 0;
    std::size_t lines = 0;
    for (const Afwijzing& a : all) {
      if (a.telt != counts) continue;
      cents += a.bedrag_cent;
      ++lines;
    }
    if (lines == 0) continue;
    out << fmt::format(
        "\n{}: {} {}, samen {}\n",
        counts ? "Afgewezen" : "Van declaraties die in hun geheel geweigerd zijn; zij gelden als niet ingediend", lines,
        lines == 1 ? "regel" : "regels", in_euro(cents));
    for (const Afwijzing& a : all) {
      if (a.telt == counts) write_refusal(a, out, kleur);
    }
  }
}

/// A reason a row, for programs.
Lijst refusals(const std::vector<Afwijzing>& all) {
  Lijst out{{{"gemeente", false},
             {"aanbieder", false},
             {"maand", false},
             {"client", false},
             {"declaratie", false},
             {"referentie", false},
             {"product", false},
             {"bedrag", true},
             {"telt_mee", false},
             {"code", false},
             {"reden", false},
             {"regel", false},
             {"herstel", false}},
            {}};
  for (const Afwijzing& a : all) {
    for (const auto& r : a.redenen)
      out.rijen.push_back({a.gemeente, a.aanbieder, a.maand, a.client, a.declaratie, a.referentie, a.product,
                           euros(a.bedrag_cent), a.telt ? "ja" : "nee", r.code, r.tekst, r.bepaling, r.herstel});
  }
  return out;
}

}  // namespace

Lijst lijst_van(const std::vector<Ruimte>& ruimtes) {
  Lijst out{{{"gemeente", false},
             {"aanbieder", false},
             {"contract", false},
             {"dienst", false},
             {"jaar", false},
             {"bestedingsruimte", true},
             {"besteed", true},
             {"over", true},
             {"signaal", false}},
            {}};
  for (const Ruimte& r : ruimtes)
    out.rijen.push_back({r.gemeente, r.aanbieder, r.contract, r.dienst, std::to_string(r.jaar), euros(r.plafond_cent),
                         euros(r.besteed_cent), euros(r.over_cent()), r.signaal ? "in gesprek gaan" : ""});
  return out;
}

Declaratieopdracht::Declaratieopdracht(CLI::App& app) {
  auto* c = add_command(app, "declaraties", "reken de declaraties van een jaar af");
  add_dossier(*c, vraag_.dossier);
  c->add_option("--jaar", vraag_.jaar, "zorg in dit jaar")
      ->required()
      ->check(CLI::Range(2021, 2099).description(""))
      ->type_name("JAAR");
  c->add_option("--per", per_, "een regel per gemeente, per gemeente en aanbieder, of ook per maand van zorg")
      ->check(CLI::IsMember({"gemeente", "aanbieder", "maand"}).description(""))
      ->type_name("gemeente|aanbieder|maand");
  c->add_option("--bekend-op", bekend_op_, "naar wat aan het eind van deze dag bekend was")->type_name("DATUM");
  c->add_option("--sinds", sinds_, "alleen wat na deze dag veranderde; anders dan met --per: per maand")
      ->type_name("DATUM");
  c->add_flag("--redenen", vraag_.redenen, "noem elke afgewezen regel, met alle redenen");
  c->add_option("--als", vorm_, "vorm van de uitvoer")
      ->check(CLI::IsMember({"tabel", "csv", "json"}).description(""))
      ->type_name("tabel|csv|json");
  declaraties_ = c;
}

std::optional<int> Declaratieopdracht::run() const {
  if (!*declaraties_) return std::nullopt;
  Declaratievraag vraag = vraag_;
  vraag.bekend_op = parse_peildatum(bekend_op_);
  vraag.sinds = parse_peildatum(sinds_);
  if (vraag.sinds && vraag.bekend_op && *vraag.sinds > *vraag.bekend_op)
    throw VerkeerdGebruik("--sinds ligt na --bekend-op: daartussen is er niets veranderd.");
  const Declaratieafrekening settled = reken_declaraties_af(vraag);
  const bool kleur = colour(STDOUT_FILENO);
  const std::string per = !per_.empty() ? per_ : vraag.sinds ? "maand" : "aanbieder";
  const Vakken cells = gathered(vraag.sinds ? settled.verschillen : settled.vakken, per);
  if (vorm_ != "tabel") {
    write_lijst(vraag.redenen ? refusals(settled.afwijzingen) : list_of(cells, per), vorm_, std::cout, kleur);
  } else if (cells.empty()) {
    std::cout << (vraag.sinds ? "Er is sindsdien niets veranderd.\n" : "Er zijn geen declaraties over dit jaar.\n");
  } else {
    write_tabel(list_of(cells, per), std::cout, kleur);
    write_total(cells, std::cout);
    write_ceilings(settled.ruimtes, std::cout, kleur);
    write_refusals(settled.afwijzingen, std::cout, kleur);
  }
  for (const std::string& fault : settled.fouten) fmt::print(stderr, "fout: {}\n", fault);
  const int written = finish({});
  return written != kGoed || settled.fouten.empty() ? written : kBevindingen;
}

}  // namespace zorgkader
