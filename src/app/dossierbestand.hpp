// Dossierbestand: a dossier where it lies: the database and, apart from it, the key.
#pragma once

#include <string>
#include <string_view>

#include "dossier/kluis.hpp"
#include "storage/sqlitelogboek.hpp"

namespace zorgkader {

struct Dossierpad {
  std::string dossier;  ///< path of the database
  std::string sleutel;  ///< path of the key; empty: `<dossier>.sleutel`
  std::string sleutelpad() const { return sleutel.empty() ? dossier + ".sleutel" : sleutel; }
};

/// A key as it stands in its file.
std::string in_hex(std::string_view key);

/// `key` in hexadecimal, for this account alone. False when something is there already: then that stays. Throws
/// dossier::OpslagFout when it cannot be written.
bool write_sleutel(const Dossierpad& pad, std::string_view key);

class Dossierbestand {
 public:
  enum class Hoe {
    lezen,      ///< it must be there
    bijwerken,  ///< it must be there
    maken       ///< a new one, with a new key, when neither database nor key is there
  };
  /// Throws dossier::OpslagFout: not there, a key that is missing, not readable or not 64 hexadecimal characters.
  Dossierbestand(const Dossierpad& pad, Hoe hoe);

  dossier::Logboek& logboek() { return open_; }
  const dossier::Logboek& logboek() const { return open_; }
  /// As it is stored: what the chain is over.
  const storage::SqliteLogboek& verzegeld() const { return base_; }
  const dossier::Kluis& kluis() const { return kluis_; }
  /// Adds one event to the end of the log of its gemeente; its number. Throws dossier::OpslagFout, also when others
  /// keep writing in between.
  std::int64_t append(dossier::Gebeurtenis gebeurtenis);

 private:
  dossier::Kluis kluis_;
  storage::SqliteLogboek base_;
  dossier::VerzegeldLogboek open_;
};

}  // namespace zorgkader
