// Proefstand: the golden cases of one document, each set up once and run against changed copies of it.
#pragma once

#include <atomic>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "geval/proef.hpp"
#include "mutatie/mutant.hpp"
#include "mutatie/werkers.hpp"
#include "regeling/regeling.hpp"

namespace mutatie {

/// Counters that all processes of one run see.
class Tellers {
 public:
  explicit Tellers(std::size_t aantal);
  ~Tellers();
  Tellers(const Tellers&) = delete;
  Tellers& operator=(const Tellers&) = delete;
  std::atomic<unsigned>& operator[](std::size_t i) const { return at_[i]; }

 private:
  std::size_t bytes_;
  std::atomic<unsigned>* at_;
};

class Proefstand {
 public:
  /// `document`: from the root of the project.
  Proefstand(const std::string& document, const zorgkader::Regeling& regeling,
             const std::vector<gevallen::Geval>& alle);

  std::size_t aantal() const { return gevallen_.size(); }
  const gevallen::Geval& geval(std::size_t i) const { return gevallen_[i]; }
  /// Leaves out the cases that fail before anything is changed, and says which.
  std::vector<std::string> zonder_kapotte();

  /// Cases that can notice the mutant are run until one does, those that noticed most before first.
  /// `map`: where changed copies go.
  Oordeel keur(const Tekst& tekst, const Mutant& mutant, const std::filesystem::path& map);

 private:
  std::vector<std::size_t> volgorde(const Mutant& mutant) const;
  const gevallen::Proef& proef(std::size_t geval);
  bool merkt(std::size_t geval, const std::string& regeling);

  std::string document_;
  const zorgkader::Regeling& r_;
  std::vector<gevallen::Geval> gevallen_;
  std::vector<std::unique_ptr<gevallen::Proef>> proeven_;  ///< nullptr: not set up yet
  std::vector<std::vector<bool>> ziet_;                    ///< case, quantity
  Tellers gemerkt_;                                        ///< how often each case noticed
  std::map<std::string, std::size_t> laatste_;             ///< by quantity: the case that noticed last
};

}  // namespace mutatie
