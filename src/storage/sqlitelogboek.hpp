// SqliteLogboek: the log of a region in one SQLite file.
#pragma once

#include <mutex>
#include <optional>
#include <string>

#include "storage/sqlite.hpp"

namespace zorgkader::storage {

class SqliteLogboek : public dossier::Logboek {
 public:
  /// Opens or makes it, and brings it to the newest version of its tables, also to read. Throws OpslagFout.
  explicit SqliteLogboek(const std::string& pad, Sqlite::Toegang toegang = Sqlite::Toegang::schrijven,
                         const char* vfs = nullptr);

  std::vector<std::string> gemeenten() const override;
  dossier::Einde einde(const std::string& gemeente) const override;
  dossier::Toevoeging add(const dossier::Einde& na, std::vector<dossier::Gebeurtenis>& gebeurtenissen) override;
  void each(const std::string& gemeente, std::int64_t vanaf,
            const std::function<bool(const dossier::Gebeurtenis&)>& take) const override;
  std::vector<dossier::Correctie> correcties(const std::string& gemeente) const override;
  std::optional<dossier::Gebeurtenis> momentopname(const std::string& gemeente) const override;
  void keep_momentopname(const dossier::Gebeurtenis& momentopname) override;
  /// What SQLite finds amiss in its own file: a Dutch sentence, or nothing.
  std::optional<std::string> fault() const;
  /// A whole copy, as of now, in a new file.
  void copy_to(const std::string& pad) const;

 private:
  void migrate(const std::string& pad, Sqlite::Toegang toegang, const char* vfs);
  mutable std::recursive_mutex one_at_a_time_;  ///< a connection is for one thread; who reads may read more
  mutable Sqlite base_;
};

}  // namespace zorgkader::storage
