// Regio: what is so in the log of the region: its registers, and the files with facts.
#pragma once

#include <map>
#include <string>

#include "dossier/logboek.hpp"
#include "dossier/registerstand.hpp"

namespace zorgkader::dossier {

/// A file with facts, as it came: which facts are in it only the arrangement that asks can say.
struct Feitbestand {
  std::int64_t gebeurtenis = 0;
  Moment moment{};
  std::string bytes;
};

class Regio {
 public:
  /// The next event of the log. Throws OpslagFout where rows in the log cannot be read.
  void apply(const Gebeurtenis& gebeurtenis, bool teruggenomen = false);
  const Registerstand& registers() const { return registers_; }
  Registerstand& registers() { return registers_; }
  /// The newest of every file name.
  const std::map<std::string, Feitbestand>& feiten() const { return feiten_; }
  const Einde& einde() const { return einde_; }

 private:
  Einde einde_;
  Registerstand registers_;
  std::map<std::string, Feitbestand> feiten_;
};

/// The content of an event `feiten ingelezen`: the name of the file, and what is in it.
std::string write_feitbestand(const std::string& naam, std::string_view bytes);

/// By the log as far as `grens`. Throws OpslagFout.
Regio read_regio(const Logboek& logboek, const Loggrens& grens = {});

/// The rows that an event `register ingelezen` brought. Throws OpslagFout.
Registerblok registerblok_van(const Gebeurtenis& gebeurtenis);

}  // namespace zorgkader::dossier
