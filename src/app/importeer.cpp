// One writer: messages are read by many, and judged and recorded one after another.
#include "app/importeer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <memory>
#include <thread>
#include <utility>

#include "app/antwoordmap.hpp"
#include "app/berichtmaken.hpp"
#include "app/importbronnen.hpp"
#include "app/logschrijver.hpp"
#include "app/naloop.hpp"
#include "dossier/contracttoets.hpp"
#include "dossier/momentopname.hpp"
#include "dossier/stand.hpp"
#include "dossier/toewijzingtoets.hpp"
#include "feiten/bestand.hpp"
#include "iwmo/regelhulp.hpp"

namespace zorgkader {
namespace {

using dossier::Gebeurtenis;
const std::string kRegio(dossier::kRegio);
namespace soorten = dossier::soorten;

/// A gemeente during the run.
struct Lopend {
  dossier::Stand stand;
  bool achterhaald = false;  ///< what is so must be read anew: something was taken back
};

/// What the user heard of: a run that another program was in the way of goes on behind that.
struct Verteld {
  bool tabellen = false;
  std::vector<bool> bronnen;  ///< by number
  friend bool operator==(const Verteld&, const Verteld&) = default;
};

class Import {
 public:
  /// `lijsten`: given ones; nothing: those of the registers.
  Import(const Importvraag& vraag, const Importbronnen& bronnen, const iwmo::Lijsten* lijsten, Verteld& verteld,
         const std::function<void(const Importregel&)>& take)
      : vraag_(vraag),
        bronnen_(bronnen),
        lijsten_(lijsten),
        verteld_(verteld),
        take_(take),
        bestand_(vraag.dossier, Dossierbestand::Hoe::maken),
        uit_(vraag.naar),
        regio_(dossier::read_regio(bestand_.logboek())),
        contracten_(regio_.registers()),
        schrijver_(bestand_.logboek(), vraag.door, vraag.nu) {
    schrijver_.open(kRegio, regio_.einde());
  }

  /// Tables go before messages.
  void add_tables();
  /// The source with this number.
  void add(std::size_t nummer, Ingelezen read);
  /// Hands over what is ready; the user hears of it when it is on disk.
  void flush();
  void finish() {
    flush();
    schrijver_.finish();
  }
  /// After all is safe: what the next command begins with.
  void refresh() {
    for (const auto& [gemeente, in] : per_gemeente_) {
      if (!in.achterhaald) dossier::refresh_momentopname(bestand_.logboek(), in.stand);
    }
  }

 private:
  struct Klaar {
    Importregel regel;
    std::optional<iwmo::Boom> antwoord;
    std::optional<std::size_t> bron;  ///< its number; none: a table
    std::string log = {};
    std::int64_t laatste = 0;  ///< when this event is safe, so is all that this rests on
  };
  /// A table touches the logs of many: it is safe when all that was added is.
  bool is_safe(const Klaar& one) const {
    return one.log.empty() ? !one.regel.tabel || schrijver_.is_safe() : one.laatste <= schrijver_.veilig(one.log);
  }
  Lopend& at(const std::string& gemeente);
  bool is_vreemd(const Lopend& in) const;
  const Gebeurtenis& record(const Lopend& in, std::string_view soort, std::string kenmerk, std::string inhoud,
                            std::int64_t corrigeert = 0);
  void take_received(Lopend& in, const iwmo::Boom& bericht, std::string kenmerk, std::string bytes, Klaar& done);
  void take_answered(Lopend& in, const iwmo::Boom& bericht, std::string kenmerk, std::string bytes, bool refused,
                     Klaar& done);
  void take_own(Lopend& in, const iwmo::Boom& bericht, std::string kenmerk, std::string bytes, Klaar& done);
  void take_answer(Lopend& in, const iwmo::Boom& bericht, std::string kenmerk, std::string bytes, Klaar& done);
  void take_again(const Lopend& in, const std::string& kenmerk, Klaar& done);
  void note_afwijkingen(const Lopend& in, const iwmo::Boom& bericht, Klaar& done) const;
  std::vector<Ruimte> rooms_after(const Lopend& in, const iwmo::Boom& declaratie) const;
  iwmo::Berichtbevindingen judge(const Lopend& in, const iwmo::Boom& bericht) const {
    return dossier::judge(bericht, in.stand, contracten_, lijsten_ == nullptr ? contracten_.lijsten() : *lijsten_,
                          day_of(in));
  }
  Datum day_of(const Lopend& in) const { return dag_van(schrijver_.moment(in.stand.gemeente())); }

  const Importvraag& vraag_;
  const Importbronnen& bronnen_;
  const iwmo::Lijsten* lijsten_;
  Verteld& verteld_;
  const std::function<void(const Importregel&)>& take_;
  Dossierbestand bestand_;
  Antwoordmap uit_;
  dossier::Regio regio_;
  dossier::Contracten contracten_;
  Logschrijver schrijver_;
  std::map<std::string, Lopend> per_gemeente_;
  std::vector<Klaar> klaar_;
};

Lopend& Import::at(const std::string& gemeente) {
  auto found = per_gemeente_.find(gemeente);
  if (found != per_gemeente_.end() && found->second.achterhaald) {
    finish();
    per_gemeente_.erase(found);
    found = per_gemeente_.end();
  }
  if (found == per_gemeente_.end()) {
    dossier::Stand stand = dossier::read_stand(bestand_.logboek(), gemeente, &regio_.registers());
    schrijver_.open(gemeente, stand.einde());
    found = per_gemeente_.emplace(gemeente, Lopend{std::move(stand)}).first;
  }
  return found->second;
}

const Gebeurtenis& Import::record(const Lopend& in, std::string_view soort, std::string kenmerk, std::string inhoud,
                                  std::int64_t corrigeert) {
  return schrijver_.add(in.stand.gemeente(), soort, std::move(inhoud), std::move(kenmerk), corrigeert);
}

/// A gemeente that the register does not have gets no log of its own. One that has a log goes on with it.
bool Import::is_vreemd(const Lopend& in) const {
  const dossier::Registerstand& known = regio_.registers();
  return in.stand.einde().nummer == 0 && known.size("gemeenten") > 0 &&
         known.find("gemeenten", {in.stand.gemeente()}) == nullptr;
}

/// From the other side and not answered yet: judged, and answered by what was found.
void Import::take_received(Lopend& in, const iwmo::Boom& bericht, std::string kenmerk, std::string bytes, Klaar& done) {
  done.regel.verdict.bevindingen = judge(in, bericht);
  Antwoord answer = make_antwoord(bericht, done.regel.verdict.bevindingen, day_of(in));
  if (!answer.bericht || !answer.fouten.empty()) {
    if (!answer.fouten.empty()) done.regel.verdict.bevindingen = std::move(answer.fouten);
    done.regel.uitslag = Importuitslag::overgeslagen;
    return;
  }
  const bool never_sent = answer.bericht->wortel().tekst("Header/RetourCodes/RetourCode") == "0001";
  const bool refused = bericht.soort().nummer == 323 ? never_sent : iwmo::refuses_all(*answer.bericht);
  const Gebeurtenis& came =
      record(in, refused ? soorten::kGeweigerd : soorten::kOntvangen, std::move(kenmerk), std::move(bytes));
  in.stand.apply(came, bericht);
  const std::string about = kenmerk_antwoord(came.nummer, schrijver_.laatste(kRegio), lijsten_ != nullptr);
  in.stand.apply(record(in, soorten::kVerzonden, about, message_bytes(*answer.bericht)), *answer.bericht);
  if (refused) done.regel.uitslag = Importuitslag::geweigerd;
  if (bericht.soort().nummer == 323) done.regel.ruimtes = rooms_after(in, bericht);
  done.antwoord = std::move(answer.bericht);
}

/// What is left of the ceilings of this provider in the year of the declaration.
std::vector<Ruimte> Import::rooms_after(const Lopend& in, const iwmo::Boom& declaratie) const {
  std::vector<Ruimte> out;
  const Datum day = declaratie["Declaratie/DeclaratiePeriode"].datum("Begindatum").value_or(kGeenBegin);
  const std::string_view party = contracten_.partij(iwmo::aanbieder_van(declaratie.wortel()), day);
  for (const dossier::Contract* contract : contracten_.contracten_van(party, in.stand.gemeente(), day)) {
    if (auto room = ruimte_van(*contract, year_of(day), in.stand, contracten_)) out.push_back(*std::move(room));
  }
  return out;
}

/// Another program answered it: that it was right is not for this one to say.
void Import::take_answered(Lopend& in, const iwmo::Boom& bericht, std::string kenmerk, std::string bytes, bool refused,
                           Klaar& done) {
  const bool sent = bericht.soort().van == iwmo::Partij::gemeente;
  const bool never_counted = refused && bericht.soort().nummer != 323;
  const auto kind = never_counted ? soorten::kGeweigerd : sent ? soorten::kVerzonden : soorten::kOntvangen;
  if (!never_counted) note_afwijkingen(in, bericht, done);
  in.stand.apply(record(in, kind, std::move(kenmerk), std::move(bytes)), bericht);
}

void Import::take_own(Lopend& in, const iwmo::Boom& bericht, std::string kenmerk, std::string bytes, Klaar& done) {
  done.regel.verdict.bevindingen = judge(in, bericht);
  if (!done.regel.verdict.goed()) {
    done.regel.uitslag = Importuitslag::overgeslagen;
    return;
  }
  note_afwijkingen(in, bericht, done);
  in.stand.apply(record(in, soorten::kVerzonden, std::move(kenmerk), std::move(bytes)), bericht);
}

/// A toewijzing that went out is there, whatever was contracted (ADR 0029).
void Import::note_afwijkingen(const Lopend& in, const iwmo::Boom& bericht, Klaar& done) const {
  if (bericht.soort().nummer == 301) done.regel.afwijkingen = dossier::toets_toewijzing(bericht, in.stand, contracten_);
}

/// A message that is refused stays in the log; its answer takes it back.
void Import::take_answer(Lopend& in, const iwmo::Boom& bericht, std::string kenmerk, std::string bytes, Klaar& done) {
  const iwmo::Berichtkenmerk about = iwmo::kenmerk_van(bericht);
  const dossier::Dossierbericht* heen = in.stand.wachtend(about);
  auto& found = done.regel.verdict.bevindingen;
  if (heen == nullptr)
    found.push_back(iwmo::make_bevinding(
        "ANTWOORD", "", 0,
        fmt::format("In het dossier wacht geen WMO{} met identificatie {} van {} op dit antwoord.", about.soort,
                    about.identificatie, about.dagtekening),
        "Lees eerst het bericht in dat beantwoord wordt; is het er al, dan is het al beantwoord."));
  else
    found = judge(in, bericht);
  if (!found.empty()) {
    done.regel.uitslag = Importuitslag::overgeslagen;
    return;
  }
  const bool takes_back = iwmo::refuses_all(bericht) && bericht.soort().nummer != 325;
  in.achterhaald = takes_back && !heen->geweigerd;
  const bool sent = bericht.soort().van == iwmo::Partij::gemeente;
  const auto kind = sent ? soorten::kVerzonden : soorten::kOntvangen;
  in.stand.apply(record(in, kind, std::move(kenmerk), std::move(bytes), takes_back ? heen->gebeurtenis : 0), bericht);
}

/// The answer that was made then is put out again, unless it lies there still.
void Import::take_again(const Lopend& in, const std::string& kenmerk, Klaar& done) {
  done.regel.uitslag = Importuitslag::bekend;
  const dossier::Dossierbericht* answer = in.stand.antwoord_op(kenmerk);
  if (vraag_.naar.empty() || answer == nullptr || !answer->verzonden) return;
  if (answer->gebeurtenis > schrijver_.veilig(in.stand.gemeente())) return;  // made in this run
  bestand_.logboek().each(in.stand.gemeente(), answer->gebeurtenis, [&](const Gebeurtenis& g) {
    done.antwoord = iwmo::read_bericht(iwmo::bron_van(g.inhoud)).boom;
    return false;
  });
}

void Import::add(std::size_t nummer, Ingelezen read) {
  const Importbron& bron = bronnen_.bronnen()[nummer];
  Klaar done;
  done.bron = nummer;
  done.regel.verdict.bestand = bron.naam;
  const bool whole = read.gelezen && read.gelezen->soort != nullptr && read.gelezen->bevindingen.empty();
  if (read.gelezen) {
    done.regel.verdict.bytes = read.gelezen->bytes;
    done.regel.verdict.bericht = read.gelezen->soort == nullptr ? "" : read.gelezen->soort->naam;
    done.regel.verdict.bevindingen = std::move(read.gelezen->bevindingen);
    done.regel.verdict.niet_getoond = read.gelezen->niet_getoond;
  }
  if (read.fout) done.regel.verdict = verdict_of(bron.naam, "BESTAND", *read.fout);
  if (!whole) {
    done.regel.uitslag = Importuitslag::overgeslagen;
    return klaar_.push_back(std::move(done));
  }
  const iwmo::Boom& bericht = read.gelezen->boom;
  Lopend& in = at(iwmo::kenmerk_van(bericht).gemeente());
  if (is_vreemd(in)) {
    done.regel.uitslag = Importuitslag::overgeslagen;
    done.regel.verdict.bevindingen.push_back(iwmo::make_bevinding(
        "GEMEENTE", "", 0, fmt::format("Gemeente {} staat niet in het register gemeenten.", in.stand.gemeente()),
        "Klopt de code, lever haar dan eerst aan in het register; anders hoort dit bericht in een ander dossier."));
    return klaar_.push_back(std::move(done));
  }
  std::string kenmerk = std::move(read.kenmerk);
  const Beantwoord elsewhere = bronnen_.answer_of(bron.kenmerk);
  if (in.stand.is_bekend(kenmerk))
    take_again(in, kenmerk, done);
  else if (iwmo::is_antwoord(bericht.soort()))
    take_answer(in, bericht, std::move(kenmerk), std::move(read.bytes), done);
  else if (elsewhere != Beantwoord::nee && iwmo::judge(bericht, {2, nullptr, nullptr, std::nullopt}).empty())
    take_answered(in, bericht, std::move(kenmerk), std::move(read.bytes), elsewhere == Beantwoord::afgewezen, done);
  else if (bericht.soort().van == iwmo::Partij::gemeente)
    take_own(in, bericht, std::move(kenmerk), std::move(read.bytes), done);
  else
    take_received(in, bericht, std::move(kenmerk), std::move(read.bytes), done);
  done.log = in.stand.gemeente();
  done.laatste = schrijver_.laatste(done.log);
  klaar_.push_back(std::move(done));
  // While the disk is busy more is gathered: what is written together waits for it once.
  constexpr std::size_t kMany = 100, kMost = 2000, kLarge = 16'000'000;
  const bool due = klaar_.size() >= kMany && (klaar_.size() >= kMost || !schrijver_.is_bezig());
  if (due || schrijver_.bytes() >= kLarge) flush();
}

void Import::add_tables() {
  if (bronnen_.tabellen().empty()) return;
  std::vector<Tabelbestand> files;
  for (const auto& pad : bronnen_.tabellen()) {
    const auto content = feiten::read_bestand(pad);
    if (content) {
      files.push_back({pad.string(), std::string(content->view())});
      continue;
    }
    klaar_.push_back(
        {{Importuitslag::overgeslagen, {}, Tabeluitslag{pad.string(), "", "", 0, 0, 0, content.errors()}, ""}, {}, {}});
  }
  Tabelimport import(
      regio_, [&](const std::string& gemeente) -> dossier::Stand& { return at(gemeente).stand; },
      [&](const std::string& log, std::string_view soort, std::string inhoud) -> const Gebeurtenis& {
        return schrijver_.add(log, soort, std::move(inhoud));
      });
  for (Tabeluitslag& done : import.add(files)) {
    const Importuitslag outcome = done.nieuw > 0    ? Importuitslag::vastgelegd
                                  : done.gelijk > 0 ? Importuitslag::bekend
                                                    : Importuitslag::overgeslagen;
    klaar_.push_back({{outcome, {}, std::move(done), ""}, {}, {}});
  }
  contracten_ = dossier::Contracten(regio_.registers());
}

/// What is told and put out is on disk.
void Import::flush() {
  schrijver_.write([this, ready = std::make_shared<std::vector<Klaar>>(std::exchange(klaar_, {}))] {
    for (Klaar& one : *ready) {
      if (!is_safe(one)) continue;
      if (one.antwoord) one.regel.antwoord = uit_.put(*one.antwoord);
      if (one.bron)
        verteld_.bronnen[*one.bron] = true;
      else
        verteld_.tabellen = true;
      take_(one.regel);
    }
  });
}

/// All that was not told yet.
void take_in(Import& run, const Importvraag& vraag, const Importbronnen& bronnen, const Verteld& verteld,
             const OpVoortgang& voortgang) {
  const std::vector<Importbron>& all = bronnen.bronnen();
  if (!verteld.tabellen) run.add_tables();
  Voortgang at;
  std::vector<std::size_t> todo;
  for (std::size_t i = 0; i < all.size(); ++i) {
    at.totaal_bytes += all[i].bytes;
    if (!verteld.bronnen[i])
      todo.push_back(i);
    else
      at.bytes += all[i].bytes;
  }
  at.gedaan = all.size() - todo.size();
  std::vector<Ingelezen> read(todo.size());
  in_order(
      todo.size(), vraag.threads, [&](std::size_t i) { read[i] = read_one(all[todo[i]]); },
      [&](std::size_t i) {
        run.add(todo[i], std::move(read[i]));
        read[i] = {};
        ++at.gedaan;
        at.bytes += all[todo[i]].bytes;
        if (voortgang) voortgang(at);
      });
  run.finish();
  run.refresh();
}

}  // namespace

void importeer(const Importvraag& vraag, const std::function<void(const Importregel&)>& take,
               const OpVoortgang& voortgang) {
  const Toetsbronnen lists = read_toetsbronnen({"", vraag.lijsten});
  for (const Berichtverdict& fault : lists.fouten) take({Importuitslag::overgeslagen, fault, {}, ""});
  if (!lists.fouten.empty()) return;
  const Importbronnen sources(vraag.paden, vraag.threads);
  const auto& all = sources.bronnen();
  // No dossier is made where there is nothing to put in it.
  if (sources.tabellen().empty() && std::all_of(all.begin(), all.end(), [](const auto& b) { return b.fout; })) {
    for (const Importbron& b : all) take({Importuitslag::overgeslagen, verdict_of(b.naam, "BESTAND", *b.fout), {}, ""});
    return;
  }
  Verteld told{false, std::vector<bool>(all.size())};
  constexpr int kMostWithoutProgress = 10;
  for (int tries = 1;; ++tries) {
    const Verteld before = told;
    try {
      Import run(vraag, sources, vraag.lijsten.empty() ? nullptr : &lists.lijsten, told, take);
      return take_in(run, vraag, sources, told, voortgang);
    } catch (const Ingehaald&) {
      if (told != before) tries = 0;
      if (tries == kMostWithoutProgress) throw;
      std::this_thread::sleep_for(std::chrono::milliseconds(20) * tries);
    }
  }
}

}  // namespace zorgkader
