// The choice looked up, the contract and the client beside it, and the message of the two.
#include "app/toewijzingmaken.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "app/berichten.hpp"
#include "app/clientgegevens.hpp"
#include "app/dossierstand.hpp"
#include "app/inzage.hpp"
#include "dossier/contracttoets.hpp"
#include "dossier/toewijzingtoets.hpp"
#include "iwmo/lezer.hpp"
#include "iwmo/regelhulp.hpp"
#include "iwmo/voorbeelden.hpp"

namespace zorgkader {
namespace {

using dossier::Standrij;
using iwmo::Boom;
using iwmo::Deel;

std::string names_of(const std::vector<Kandidaat>& all, int rang) {
  std::vector<std::string> out;
  for (const Kandidaat& one : all) {
    if (one.rang == rang) out.push_back(one.aanbieder);
  }
  return fmt::format("{}", fmt::join(out, ", "));
}

/// Name of the file and id of the message: no other toewijzing has this number.
std::string identificatie(std::int64_t nummer) {
  return fmt::format("T{:09}", nummer);
}

class Maker {
 public:
  Maker(const Toewijzingsvraag& vraag, const Dossierstand& dossier, Toewijzingsantwoord& out)
      : vraag_(vraag), out_(out), dossier_(dossier) {}

  /// False when another wrote in the log meanwhile: then all that was looked at may be different.
  bool make(const Onderzoekskeuze& keuze, const Kandidaat& kandidaat) {
    if (!find_onderzoek(keuze)) return true;
    check_eerder();
    check_voorstel(keuze);
    find_contract();
    find_agb();
    find_product(kandidaat);
    if (!out_.bezwaren.empty()) return true;
    const std::int64_t seen = leg_inzage_vast(
        vraag_.keuze.dossier, stand_->gemeente(), dossier_.bestand().kluis().pseudoniem(stand_->gemeente(), bsn_),
        fmt::format("toewijzing aan {} na onderzoek {}", vraag_.aanbieder, keuze.onderzoek), vraag_.door, vraag_.nu);
    const auto client = newest_client(dossier_.bestand(), *stand_, bsn_);
    if (!client)
      refuse(
          "Het dossier heeft geen toewijzing (301) of verzoek (315) over deze cliënt, en geen rij in het register "
          "persoonsgegevens; naam, geslacht en contactgegevens ontbreken. Neem eerst een van deze op.");
    if (!out_.bezwaren.empty()) return true;
    const std::int64_t number = next_number();
    judge(message(*client, number));
    const bool alone = seen == stand_->einde().nummer + 1;
    return !out_.bericht || (alone && leg_besluit_vast(vraag_.keuze.dossier, stand_->gemeente(), seen,
                                                       {keuze.onderzoek, vraag_.aanbieder, number, dag_van(vraag_.nu)},
                                                       vraag_.door, vraag_.nu));
  }

 private:
  void refuse(std::string wat) { out_.bezwaren.push_back(std::move(wat)); }

  bool find_onderzoek(const Onderzoekskeuze& keuze) {
    for (const auto& state : dossier_.standen()) {
      if (!keuze.gemeente.empty() && dossier_.contracten().gemeente(state->gemeente()) != keuze.gemeente) continue;
      const Standrij* row = state->registers().find("onderzoeken", {state->gemeente(), keuze.onderzoek});
      if (row == nullptr) continue;
      stand_ = state.get();
      onderzoek_ = row;
      const Standrij* report =
          state->registers().find("meldingen", {state->gemeente(), std::string(row->tekst("melding"))});
      bsn_ = report == nullptr ? "" : std::string(report->tekst("bsn"));
    }
    const Standrij* client =
        stand_ == nullptr ? nullptr : stand_->registers().find("clienten", {stand_->gemeente(), bsn_});
    if (client == nullptr) {
      refuse(
          fmt::format("Het dossier heeft onderzoek {} niet, of niet de cliënt waar het over gaat.", keuze.onderzoek));
      return false;
    }
    geboren_ = std::string(client->tekst("geboortedatum"));
    begin_ = onderzoek_->datum("ingangsdatum") ? *onderzoek_->datum("ingangsdatum") : *onderzoek_->datum("afgerond_op");
    return true;
  }

  /// A toewijzing that was made in another way counts too.
  void check_eerder() {
    const std::string_view service = onderzoek_->tekst("dienst");
    stand_->archief().each_toewijzing([&](const iwmo::Toewijzing& t) {
      if (t.bsn != bsn_ || t.is_vervallen() || t.ingangsdatum != begin_) return;
      if (dossier_.contracten().dienst(t.code, t.categorie) != service) return;
      refuse(fmt::format("De cliënt heeft vanaf {} al een toewijzing voor {}: nummer {}, aan {}.",
                         format_datum_nl(begin_), service, t.nummer,
                         dossier_.contracten().partij_of_code(t.aanbieder, begin_)));
    });
  }

  /// Consensus comes first (Ontwikkeling strategisch partnerschap Wmo begeleiding 2022, 3, Keuze aanbieder).
  void check_voorstel(const Onderzoekskeuze& keuze) {
    const Standrij* asked =
        stand_->registers().find("voorstellen", {stand_->gemeente(), keuze.onderzoek, vraag_.aanbieder});
    if (asked == nullptr || asked->tekst("antwoord") == "akkoord") return;
    refuse(asked->tekst("antwoord").empty()
               ? fmt::format("{} is gevraagd en heeft nog niet geantwoord; neem het antwoord eerst op in het register "
                             "voorstellen.",
                             vraag_.aanbieder)
               : fmt::format("{} neemt deze cliënt niet in zorg: {}.", vraag_.aanbieder, asked->tekst("reden")));
  }

  void find_contract() {
    const std::string service(onderzoek_->tekst("dienst"));
    contract_ = dossier_.contracten().contract(vraag_.aanbieder, service, stand_->gemeente(), begin_);
    vorm_ = contract_ == nullptr ? nullptr : contract_->vorm(begin_);
    if (vorm_ == nullptr)
      refuse(fmt::format("{} heeft op {} geen contract voor {} waarvan de bekostiging vaststaat.", vraag_.aanbieder,
                         format_datum_nl(begin_), service));
  }

  /// The contract party itself when it has one code, or the one that was asked for.
  void find_agb() {
    const dossier::Contracten& contracts = dossier_.contracten();
    std::vector<std::string> all, own;
    for (const std::string& agb : contracts.agb_codes(vraag_.aanbieder)) {
      if (contracts.partij(agb, begin_) != vraag_.aanbieder) continue;
      all.push_back(agb);
      if (contracts.rol(agb) == "zelf") own.push_back(agb);
    }
    if (!vraag_.agb.empty()) {
      agb_ = vraag_.agb;
      if (std::find(all.begin(), all.end(), agb_) == all.end())
        refuse(fmt::format("De AGB-code {} is niet van {}.", agb_, vraag_.aanbieder));
      return;
    }
    const std::vector<std::string>& from = own.empty() ? all : own;
    if (from.size() == 1)
      agb_ = from.front();
    else if (all.empty())
      refuse(fmt::format("Het register aanbieders heeft geen AGB-code van {}.", vraag_.aanbieder));
    else
      refuse(fmt::format("{} heeft meer dan een AGB-code: {}. Zeg aan welke de toewijzing gaat.", vraag_.aanbieder,
                         fmt::join(all, ", ")));
  }

  bool is_taak() const { return vorm_ != nullptr && vorm_->variant == "taakgericht"; }

  /// A code without a size is refused by the standard (CD041), and a task has no size: there only the category is said.
  void find_product(const Kandidaat& kandidaat) {
    if (vorm_ == nullptr) return;
    const std::string code = vraag_.product.empty() && is_taak() ? kandidaat.product : vraag_.product;
    if (is_taak() && vraag_.omvang)
      refuse(
          "Onder een taakgerichte opdracht heeft een toewijzing geen omvang: de aanbieder bepaalt hoe intensief de "
          "begeleiding is.");
    if (!is_taak() && (code.empty() || !vraag_.omvang))
      refuse(
          fmt::format("Het contract van {} is {}: noem het product en de omvang.", vraag_.aanbieder, vorm_->variant));
    if (code.empty() && is_taak()) refuse("De regeling noemt geen product bij deze aanbieder: noem het product.");
    if (code.empty()) return;
    product_ = dossier_.contracten().product(code);
    if (product_ == nullptr)
      refuse(fmt::format("Het register producten heeft geen product {}.", code));
    else if (product_->dienst != onderzoek_->tekst("dienst"))
      refuse(fmt::format("Het product {} is voor {}, en het onderzoek vraagt {}.", code, product_->dienst,
                         onderzoek_->tekst("dienst")));
    else
      check_omvang();
  }

  void check_omvang() {
    if (!vraag_.omvang) return;
    if (vraag_.omvang->volume < 1) refuse("Een omvang van nul wijst niets toe: het volume is ten minste 1.");
    if (!product_->eenheid.empty() && vraag_.omvang->eenheid != product_->eenheid)
      refuse(fmt::format("Het product {} gaat per eenheid {}; de omvang noemt {}.", product_->code, product_->eenheid,
                         vraag_.omvang->eenheid));
  }

  std::int64_t next_number() const {
    std::int64_t highest = hoogste_toewijzing(*stand_);
    for (const Berichtpad& made : vraag_.naar.empty() ? std::vector<Berichtpad>() : find_berichten({vraag_.naar})) {
      if (made.fout) continue;
      each_bericht(made, [&](const Berichtbestand& file) {
        if (file.fout) return;
        const iwmo::Gelezen read = iwmo::read_bericht(file.open());
        if (read.soort == nullptr || read.soort->nummer != 301) return;
        if (iwmo::gemeente_van(read.boom.wortel()) != stand_->gemeente()) return;
        for (const Deel line : read.boom["Client/ToegewezenProducten"].delen())
          highest = std::max(highest, line.getal("ToewijzingNummer").value_or(0));
      });
    }
    return highest + 1;
  }

  Boom message(const Clientgegevens& known, std::int64_t number) const {
    const Datum today = dag_van(vraag_.nu);
    Boom out = iwmo::with_header(301, stand_->gemeente(), agb_, identificatie(number), today);
    const Deel client = out.add(out.wortel(), "Client");
    out.add(client, "Bsn", bsn_);
    out.add(out.add(client, "Geboortedatum"), "Datum", geboren_);
    known.add_to(out, client);
    const Deel lines = out.add(client, "ToegewezenProducten");
    for (const iwmo::Toewijzing& t : stand_->archief().toewijzingen(stand_->gemeente(), agb_, bsn_)) {
      if (t.is_actueel(today)) add_known(out, lines, t);
    }
    add_new(out, lines, number);
    return out;
  }

  static void add_omvang(Boom& out, Deel line, std::int64_t volume, std::string_view unit, std::string_view frequency) {
    const Deel size = out.add(line, "Omvang");
    out.add(size, "Volume", std::to_string(volume));
    out.add(size, "Eenheid", unit);
    out.add(size, "Frequentie", frequency);
  }

  /// As the newest 301 has it: nothing changes.
  static void add_known(Boom& out, Deel lines, const iwmo::Toewijzing& t) {
    const Deel line = out.add(lines, "ToegewezenProduct");
    out.add(line, "ToewijzingNummer", std::to_string(t.nummer));
    if (!t.categorie.empty()) {
      const Deel product = out.add(line, "Product");
      out.add(product, "Categorie", t.categorie);
      if (!t.code.empty()) out.add(product, "Code", t.code);
    }
    constexpr std::size_t kDate = 10;
    out.add(line, "Toewijzingsdatum", t.moment.substr(0, kDate));
    out.add(line, "Toewijzingstijd", t.moment.substr(kDate + 1));
    out.add(line, "Ingangsdatum", format_datum(t.ingangsdatum));
    if (t.einddatum) out.add(line, "Einddatum", format_datum(*t.einddatum));
    if (!t.reden_wijziging.empty()) out.add(line, "RedenWijziging", t.reden_wijziging);
    if (t.volume) add_omvang(out, line, *t.volume, t.eenheid, t.frequentie);
    if (t.budget_cent) out.add(line, "Budget", std::to_string(*t.budget_cent));
  }

  void add_new(Boom& out, Deel lines, std::int64_t number) const {
    const Deel line = out.add(lines, "ToegewezenProduct");
    out.add(line, "ToewijzingNummer", std::to_string(number));
    const Deel product = out.add(line, "Product");
    out.add(product, "Categorie", product_->categorie);
    if (vraag_.omvang) out.add(product, "Code", product_->code);
    const Datum today = dag_van(vraag_.nu);
    const auto time = std::chrono::floor<std::chrono::seconds>(vraag_.nu - einde_van_dag(today - std::chrono::days(1)));
    const std::chrono::hh_mm_ss<std::chrono::seconds> clock(time);
    out.add(line, "Toewijzingsdatum", format_datum(today));
    out.add(line, "Toewijzingstijd",
            fmt::format("{:02}:{:02}:{:02}", clock.hours().count(), clock.minutes().count(), clock.seconds().count()));
    out.add(line, "Ingangsdatum", format_datum(begin_));
    if (vraag_.omvang) add_omvang(out, line, vraag_.omvang->volume, vraag_.omvang->eenheid, vraag_.omvang->frequentie);
  }

  void judge(Boom made) {
    const dossier::Contracten& contracts = dossier_.contracten();
    out_.fouten = dossier::judge(made, *stand_, contracts, contracts.lijsten(), dag_van(vraag_.nu));
    for (auto& found : dossier::toets_toewijzing(made, *stand_, contracts)) out_.fouten.push_back(std::move(found));
    if (out_.fouten.empty()) out_.bericht = std::move(made);
  }

  const Toewijzingsvraag& vraag_;
  Toewijzingsantwoord& out_;
  const Dossierstand& dossier_;
  const dossier::Stand* stand_ = nullptr;
  const Standrij* onderzoek_ = nullptr;
  std::string bsn_, geboren_, agb_;
  Datum begin_{};
  const dossier::Contract* contract_ = nullptr;
  const dossier::Contract::Vorm* vorm_ = nullptr;
  const dossier::Productsoort* product_ = nullptr;
};

/// Why this provider cannot be chosen; empty when it can.
std::string objection(const Onderzoekskeuze& keuze, const std::string& aanbieder) {
  if (const auto& decided = keuze.besluit)
    return fmt::format(
        "Onderzoek {} is op {} al toegewezen, aan {}: toewijzing {}. Klopt dat niet, neem het besluit dan terug met "
        "corrigeer: gebeurtenis {}{}.",
        keuze.onderzoek, format_datum_nl(decided->besloten_op), decided->aanbieder, decided->toewijzing,
        decided->gebeurtenis, keuze.gemeente.empty() ? "" : " van " + keuze.gemeente);
  const auto same = [&](const Kandidaat& k) { return k.aanbieder == aanbieder; };
  const auto& first = keuze.kandidaten;
  const auto found = std::find_if(first.begin(), first.end(), same);
  if (found != first.end()) {
    if (found->rang == keuze.beste_rang()) return {};
    return fmt::format("{} staat niet vooraan: eerst {} ({}).", aanbieder, names_of(first, keuze.beste_rang()),
                       first.front().reden);
  }
  const auto other = std::find_if(keuze.anderen.begin(), keuze.anderen.end(), same);
  if (other != keuze.anderen.end()) return fmt::format("{} is geen kandidaat: {}.", aanbieder, other->reden);
  return fmt::format("{} komt in deze keuze niet voor.", aanbieder);
}

/// False when it must be done again.
bool attempt(const Toewijzingsvraag& vraag, Toewijzingsantwoord& out) {
  const Dossierstand dossier(vraag.keuze.dossier);
  Keuzeantwoord made = kies_aanbieders(vraag.keuze, &dossier);
  out.bevindingen = std::move(made.bevindingen);
  if (has_errors(out.bevindingen)) return true;
  if (made.keuzes.size() != 1) {
    out.bezwaren.push_back(
        made.keuzes.empty()
            ? fmt::format("Er is geen onderzoek {} waar de regeling een aanbieder bij kiest.", vraag.keuze.onderzoek)
            : fmt::format("Onderzoek {} is er in meer dan een gemeente; zeg in welke.", vraag.keuze.onderzoek));
    return true;
  }
  const Onderzoekskeuze& choice = made.keuzes.front();
  if (std::string why = objection(choice, vraag.aanbieder); !why.empty()) {
    out.bezwaren.push_back(std::move(why));
    return true;
  }
  const auto chosen = std::find_if(choice.kandidaten.begin(), choice.kandidaten.end(),
                                   [&](const Kandidaat& k) { return k.aanbieder == vraag.aanbieder; });
  return Maker(vraag, dossier, out).make(choice, *chosen);
}

}  // namespace

Toewijzingsantwoord maak_toewijzing(const Toewijzingsvraag& vraag) {
  Toewijzingsantwoord out;
  if (vraag.keuze.bekend_op) {
    out.bezwaren.emplace_back("Een toewijzing volgt uit wat nu bekend is, niet uit wat eerder bekend was.");
    return out;
  }
  constexpr int kMost = 5;
  for (int tries = 0; tries < kMost; ++tries) {
    out = {};
    if (attempt(vraag, out)) return out;
  }
  throw dossier::OpslagFout("Er wordt steeds tussendoor geschreven; er is niets toegewezen. Probeer het zo meteen.");
}

}  // namespace zorgkader
