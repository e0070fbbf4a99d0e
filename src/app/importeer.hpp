// What comes in: tables into registers, messages judged against what is in the dossier, recorded and answered.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "app/berichten.hpp"
#include "app/bestedingsruimte.hpp"
#include "app/dossierbestand.hpp"
#include "app/tabelimport.hpp"
#include "app/toetsbronnen.hpp"

namespace zorgkader {

struct Importvraag {
  Dossierpad dossier;
  std::vector<std::string> paden;  ///< messages, tables, folders with either, archives with messages
  std::string naar;                ///< folder for the answers; empty: they are recorded only
  std::string lijsten;             ///< as `Toetspaden`; empty: by the registers
  Moment nu{};                     ///< when all this comes in
  std::string door;                ///< who does it
  unsigned threads = 1;
};

enum class Importuitslag {
  vastgelegd,
  geweigerd,    ///< recorded as refused, with the answer that says why
  bekend,       ///< it was recorded before: nothing changed
  overgeslagen  ///< not recorded: no message, or one that cannot be true
};

struct Importregel {
  Importuitslag uitslag = Importuitslag::vastgelegd;
  Berichtverdict verdict;  ///< of the file; its findings are what the answer tells, or why it was passed over
  std::optional<Tabeluitslag> tabel;          ///< of a file with a table; then there is no verdict
  std::string antwoord;                       ///< name of the file of the answer; empty: none, or no folder was given
  iwmo::Berichtbevindingen afwijkingen = {};  ///< of a toewijzing: what is not as contracted; it counts all the same
  std::vector<Ruimte> ruimtes = {};  ///< of a declaration: what is left of the ceilings of its provider after it
};

/// First the tables, then the messages. Every file once, in the order in which they were recorded, after they are safe
/// on disk. What went in before stays when the run is broken off, and the same call goes on from there. Where another
/// program writes in between, what is so is read anew and the run goes on from what was told. Throws
/// dossier::OpslagFout.
void importeer(const Importvraag& vraag, const std::function<void(const Importregel&)>& take,
               const OpVoortgang& voortgang = {});

}  // namespace zorgkader
