// Regeling: an arrangement as the program holds it. Made by read_regeling, run by the engine, changed by nobody.
#pragma once

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "regeling/document.hpp"
#include "regeling/dossierbron.hpp"
#include "regeling/formule.hpp"
#include "regeling/rapportdeel.hpp"
#include "values/kalender.hpp"
#include "values/tabel.hpp"

namespace zorgkader {

/// A property of the members of a key: a column of the key table.
struct Attribuut {
  std::string naam;
  Vorm vorm;
  int verwijst = -1;                           ///< the key whose members it names, or -1
  std::vector<std::optional<Waarde>> waarden;  ///< a member; nothing where the cell is empty
};

struct Sleutel {
  std::string naam;
  bool open = false;  ///< facts may bring more members
  std::vector<std::string> leden;
  std::vector<Attribuut> attributen;
  std::optional<Tijdmaat> stap;  ///< a row of periods: how long each is
  Periode loop;                  ///< and from when to when they run
  int kop = -1;
  Positie positie;
  std::optional<int> lid(const std::string& naam) const;
};

/// One row of a value table. `codes` follow Grootheid::sleutels.
struct TabelRij {
  std::vector<int> codes;
  Waarde waarde;
  std::optional<Periode> geldig;
  Positie positie;
};

/// A published figure that replaces what the formula gives.
struct Vaststelling {
  std::vector<Keuze> keuzes;
  UitdrukkingPtr waarde;
  std::string reden;
  Positie positie;
  std::vector<int> codes;  ///< filled in by the checker, follow Grootheid::sleutels
};

/// Where a recurrence starts.
struct Begin {
  std::vector<Keuze> keuzes;
  UitdrukkingPtr waarde;
  Positie positie;
  int sleutel = -1;
  int lid = -1;
};

/// What a cell of a decision table asks of its column: `teken` waarde. `tekst` is the value as it stands there.
struct Beslisdeel {
  Teken teken = Teken::gelijk;
  std::string tekst;
  Waarde waarde;
};
/// One of these alternatives, each of which is one part or the two ends of a range; no alternatives: any value, `*`.
using Beslisvoorwaarde = std::vector<std::vector<Beslisdeel>>;

struct Beslisrij {
  std::vector<Beslisvoorwaarde> voorwaarden;  ///< a column
  std::string reden;
  Positie positie;
};

/// A decision table with conditions: a formula, kept as it stands to check for gaps and to tell which row counted.
struct Beslissing {
  std::vector<UitdrukkingPtr> kolommen;
  std::vector<Beslisrij> rijen;
  std::string tekst(const Beslisrij& rij) const;  ///< what a row asks; empty: nothing
  const Beslisrij* rij(int regel) const;          ///< the row at a line of the document, or nullptr
};

enum class Rol { parameter, invoer, tabel, formule };

/// Anything with a name and a value.
struct Grootheid {
  std::string naam;
  Rol rol = Rol::formule;
  std::vector<SleutelNaam> per;
  std::vector<int> sleutels;  ///< in the order of `per`
  Vorm vorm;
  bool vorm_gegeven = false;
  int lid_van = -1;           ///< tekst that names members of this key
  bool onbekend = false;      ///< form not known: open, or broken
  int recurrentie = -1;       ///< the key along which it refers to itself, or -1
  Sleutels sleutelset = 0;    ///< `sleutels` as a set
  std::string eenheid_tekst;  ///< as written between brackets
  Positie eenheid_positie;
  UitdrukkingPtr formule;  ///< parameter, formule
  UitdrukkingPtr waar;
  std::vector<Uitdrukking*> gezet;   ///< parameter: the parts of `formule` that came from outside
  Uitdrukking* grondslag = nullptr;  ///< and what the document itself says; nullptr: an open choice
  UitdrukkingPtr vervangen;          ///< holds that when it stands nowhere else
  bool is_open = false;              ///< `open "reden"`: a choice still to be made
  std::string open_reden;
  std::string toelichting;         ///< parameter of a table: why it has this value
  UitdrukkingPtr bij_leeg;         ///< invoer: what an absent row counts as
  bool mag_ontbreken = false;      ///< invoer: no file is an empty register
  std::optional<Datum> peildatum;  ///< invoer: the reference date the facts must have
  std::vector<TabelRij> rijen;     ///< tabel
  bool met_geldigheid = false;     ///< tabel: rows have periods
  std::vector<Vaststelling> vastgesteld;
  std::optional<Begin> begin;
  std::shared_ptr<Beslissing> beslissing;  ///< formule: the decision table it was made of
  bool gebruikt = false;                   ///< some formula, eis or uitkomst names it
  bool verplicht = false;                  ///< invoer: some use does not stand to the left of bij_leeg
  bool volledig = false;                   ///< invoer: and there `waar` does not say for which rows it is needed
  int kop = -1;
  Positie positie;
};

/// A requirement on the results; with `meld` a note instead of an error.
struct Eis {
  UitdrukkingPtr voorwaarde;
  UitdrukkingPtr waar;  ///< for which rows it holds; nullptr: all
  std::vector<SleutelNaam> per;
  bool is_melding = false;
  std::string meld;  ///< own words, for a note or an error; empty: the words of the condition
  int kop = -1;
  Positie positie;
};

/// A term that the program computes, as a row of a table `Termijnen` has it. The names are those of the quantities it
/// made; empty: there is none.
struct Termijn {
  std::string naam;
  std::string wat, wie;  ///< for people; may be empty
  std::string binnen, uiterlijk, op_tijd;
  const Uitdrukking* gereed = nullptr;  ///< the day on which it was done: a part of the formula of `op_tijd`
  int kop = -1;
  Positie positie;
};

/// Under which cause a change of a quantity counts when two runs are compared.
struct Oorzaak {
  std::string naam;  ///< the quantity
  std::string oorzaak;
  Positie positie;
};

/// A parameter set from outside: `--zet naam=waarde`.
struct Zet {
  std::string naam;
  std::string waarde;
};

/// A named set of parameter values; with scenarios, `scenario` becomes a key of what depends on them.
struct Scenario {
  std::string naam;
  std::vector<Zet> zetten;
};

struct Regeling {
  Document document;
  std::string titel;
  std::string versie;
  bool definitief = false;  ///< status definitief, decided and signed
  std::optional<Periode> geldig;
  std::optional<Datum> peildatum;  ///< from the front matter
  std::vector<Sleutel> sleutels;
  std::vector<Grootheid> grootheden;
  std::vector<Eis> eisen;
  std::vector<std::pair<std::string, Positie>> uitkomsten;
  std::set<std::string> eenheden;  ///< unit words that the document declares
  std::vector<int> volgorde;       ///< grootheden so that each comes after what it needs
  std::vector<Termijn> termijnen;
  std::vector<Oorzaak> oorzaken;
  std::vector<Dossierbron> dossierbronnen;  ///< in the order of the document; several of a fact add up
  std::vector<Rapportdeel> rapportdelen;    ///< in the order of the document; those of one name are a report
  int scenario_sleutel = -1;
  bool vraagt_peildatum = false;  ///< some formula depends on the reference date of the run

  int grootheid(const std::string& naam) const;  ///< index or -1
  int sleutel(const std::string& naam) const;    ///< index or -1
  const Kop* kop(int index) const { return index < 0 ? nullptr : &document.koppen[static_cast<std::size_t>(index)]; }
};

struct Opties {
  std::vector<Zet> zetten;
  std::vector<Scenario> scenarios;
};

/// The names of those quantities, as candidates for what a reader meant.
template <class Which>
std::vector<std::string> names_of(const Regeling& regeling, const Which& which) {
  std::vector<std::string> out;
  for (const Grootheid& g : regeling.grootheden) {
    if (which(g)) out.push_back(g.naam);
  }
  return out;
}

/// Document -> arrangement, with all findings of the document at once. An arrangement with errors must not be run.
Regeling read_regeling(const std::string& bestand, std::string_view text, const Opties& opties, Bevindingen& found);

}  // namespace zorgkader
