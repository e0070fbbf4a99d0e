// Proef: a golden case set up in a folder of its own: document, facts as CSV, options.
#pragma once

#include "app/opdracht.hpp"
#include "geval/geval.hpp"

namespace gevallen {

/// Makes and removes the folder, and works from inside it, so that findings name plain file names.
class Proef {
 public:
  explicit Proef(const Geval& geval);
  ~Proef();
  Proef(const Proef&) = delete;
  Proef& operator=(const Proef&) = delete;

  /// Works from inside the folder again, after other cases were set up.
  void enter() const { std::filesystem::current_path(map_); }
  const zorgkader::Opdrachtgegevens& gegevens() const { return gegevens_; }
  /// What could not be set up: unknown words, facts the arrangement does not ask for.
  const std::vector<Probleem>& problemen() const { return problemen_; }

 private:
  void set_up();
  void report(const Regel& regel, std::string what);
  std::string document(const Regel& regel);
  void opties();
  void zet(const Regel& regel);
  void scenario(const Regel& regel);

  const Geval& geval_;
  std::filesystem::path map_, before_;
  zorgkader::Opdrachtgegevens gegevens_;
  std::vector<Probleem> problemen_;
};

/// The `feit:` lines of a case (and of the files it names with `basis:`) as CSV files in `map`.
void write_feiten(const Geval& geval, const std::string& document, const std::filesystem::path& map,
                  std::vector<Probleem>& problemen);

}  // namespace gevallen
