// The worklist of a dossier: what is due, by whom and until when.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/dossierbestand.hpp"
#include "values/bevinding.hpp"

namespace zorgkader {

/// How it stands with what has to be done.
enum class Werkstand {
  op_tijd,
  te_laat,
  geblokkeerd,    ///< a requirement fails on what the term rests on, for the same members: that comes first
  te_herstellen,  ///< a requirement that fails
  na_te_gaan,     ///< one that only notes
  klaar,
  te_laat_klaar,
  voorbij  ///< the day has passed, and the document does not say how one knows that it was done
};
/// `op tijd`: for people.
std::string_view werkstand_naam(Werkstand stand);
/// Whether nobody has to do anything about it any more.
bool is_af(Werkstand stand);

struct Werkregel {
  std::string gemeente, aanbieder;
  std::string bericht, identificatie;  ///< what it is about: a message; a term or requirement, and its members
  std::string ontvangen;               ///< the day on which a message came or went, ISO
  std::string wat;                     ///< what has to come or to be done, Dutch
  std::string wie;                     ///< `gemeente` or `aanbieder`, or as the arrangement says
  std::string uiterlijk;               ///< the last day, ISO; empty: there is none
  int werkdagen = 0;                   ///< left, the last day included; negative: late by so many
  std::string bepaling;                ///< code of the rule; of an arrangement the heading
  Werkstand stand = Werkstand::op_tijd;
  std::string streven;         ///< the day to aim at, ISO; empty: there is none
  int dagen = 0;               ///< as `werkdagen`, in days
  std::string regeling, bron;  ///< title of the arrangement, and the source of the clause; empty: of the standard
};

struct Werkvraag {
  Dossierpad dossier;
  Datum nu{};
  std::optional<Datum> bekend_op = {};       ///< by what was known at the end of that day
  std::vector<std::string> regelingen = {};  ///< paths of documents
  bool alles = false;                        ///< also what is done
  std::string wie = {};                      ///< only what this party must do: `gemeente`, `aanbieder`; empty: all
  std::string gemeente = {};                 ///< only of this one, by code or name; empty: all
};

struct Werklijst {
  std::vector<Werkregel> regels;  ///< in order of the last day; what has none comes last
  Bevindingen bevindingen;        ///< of the arrangements and their facts
};

/// Open messages, and of each arrangement its terms per member and the requirements that fail for someone. An
/// arrangement that is no longer in force is taken on its last day, with a finding; days are counted from `nu`. Throws
/// dossier::OpslagFout.
Werklijst maak_werklijst(const Werkvraag& vraag);

/// Open messages only.
std::vector<Werkregel> maak_werklijst(const Dossierpad& pad, Datum nu, std::optional<Datum> bekend_op = std::nullopt);

}  // namespace zorgkader
