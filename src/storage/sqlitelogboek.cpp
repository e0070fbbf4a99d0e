// Events as rows.
#include "storage/sqlitelogboek.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace zorgkader::storage {
namespace {

using dossier::Einde;
using dossier::Gebeurtenis;
using dossier::OpslagFout;
using dossier::Toevoeging;

/// Each step brings the tables one version further. A step that was published is never changed.
constexpr std::array kStappen = {
    // The gemeente stands first in every key, so that the rows can be spread over servers by it.
    "CREATE TABLE gebeurtenis ("
    "  gemeente TEXT NOT NULL, nummer INTEGER NOT NULL, moment INTEGER NOT NULL, soort TEXT NOT NULL,"
    "  door TEXT NOT NULL, corrigeert INTEGER, kenmerk BLOB, inhoud BLOB NOT NULL, afdruk BLOB NOT NULL,"
    "  PRIMARY KEY (gemeente, nummer), FOREIGN KEY (gemeente, corrigeert) REFERENCES gebeurtenis (gemeente, nummer)"
    ") STRICT, WITHOUT ROWID;"
    "CREATE UNIQUE INDEX gebeurtenis_kenmerk ON gebeurtenis (gemeente, kenmerk) WHERE kenmerk IS NOT NULL;"
    // What is written stays: also for who opens the file with another program.
    "CREATE TRIGGER gebeurtenis_blijft BEFORE UPDATE ON gebeurtenis BEGIN SELECT RAISE(ABORT, 'het logboek groeit "
    "alleen'); END;"
    "CREATE TRIGGER gebeurtenis_staat BEFORE DELETE ON gebeurtenis BEGIN SELECT RAISE(ABORT, 'het logboek groeit "
    "alleen'); END;",
    // What is taken back is asked at every start.
    "CREATE INDEX gebeurtenis_corrigeert ON gebeurtenis (gemeente, nummer, moment, corrigeert)"
    " WHERE corrigeert IS NOT NULL;",
    // Beside the log, and made from it: this one may be replaced or thrown away.
    "CREATE TABLE momentopname ("
    "  gemeente TEXT PRIMARY KEY, nummer INTEGER NOT NULL, afdruk BLOB NOT NULL, inhoud BLOB NOT NULL,"
    "  FOREIGN KEY (gemeente, nummer) REFERENCES gebeurtenis (gemeente, nummer)"
    ") STRICT;",
};

constexpr const char* kKolommen = "gemeente, nummer, moment, soort, door, corrigeert, kenmerk, inhoud, afdruk";

dossier::Afdruk print_of(const std::string& bytes) {
  dossier::Afdruk out{};
  if (bytes.size() == out.size()) std::copy(bytes.begin(), bytes.end(), out.begin());
  return out;
}

std::string_view view(const dossier::Afdruk& print) {
  return {reinterpret_cast<const char*>(print.data()), print.size()};
}

Moment moment_of(std::int64_t micros) {
  return Moment(std::chrono::microseconds(micros));
}

Einde end_of(Sqlite& base, const std::string& gemeente) {
  Opdracht last(base, "SELECT nummer, moment, afdruk FROM gebeurtenis WHERE gemeente = ? ORDER BY nummer DESC LIMIT 1");
  if (!last.bind(1, gemeente).step()) return {};
  return {last.number(0), moment_of(last.number(1)), print_of(last.bytes(2))};
}

bool is_known(Sqlite& base, const Gebeurtenis& g) {
  if (g.kenmerk.empty()) return false;
  Opdracht same(base, "SELECT 1 FROM gebeurtenis WHERE gemeente = ? AND kenmerk = ?");
  return same.bind(1, g.gemeente).bind_bytes(2, g.kenmerk).step();
}

void write(Opdracht& insert, const Gebeurtenis& g) {
  insert.bind(1, g.gemeente).bind(2, g.nummer).bind(3, g.moment.time_since_epoch().count());
  insert.bind(4, g.soort).bind(5, g.door);
  g.corrigeert == 0 ? insert.bind_null(6) : insert.bind(6, g.corrigeert);
  g.kenmerk.empty() ? insert.bind_null(7) : insert.bind_bytes(7, g.kenmerk);
  insert.bind_bytes(8, g.inhoud).bind_bytes(9, view(g.afdruk));
  insert.step();
  insert.reset();
}

}  // namespace

SqliteLogboek::SqliteLogboek(const std::string& pad, Sqlite::Toegang toegang, const char* vfs)
    : base_(pad, toegang, vfs) {
  migrate(pad, toegang, vfs);
}

void SqliteLogboek::migrate(const std::string& pad, Sqlite::Toegang toegang, const char* vfs) {
  const auto version = [&] {
    Opdracht there(base_, "SELECT count(*) FROM sqlite_master WHERE name = 'versie'");
    there.step();
    if (there.number(0) == 0) return std::int64_t{0};
    Opdracht newest(base_, "SELECT coalesce(max(nummer), 0) FROM versie");
    newest.step();
    return newest.number(0);
  };
  const auto newest = static_cast<std::int64_t>(kStappen.size());
  if (version() == newest) return;
  if (version() > newest)
    throw OpslagFout("Dit dossier is gemaakt met een nieuwere versie van Zorgkader; werk het programma bij.");
  if (toegang == Sqlite::Toegang::lezen) {
    if (version() == 0) throw OpslagFout(fmt::format("{} is geen dossier.", pad));
    try {
      const SqliteLogboek newer(pad, Sqlite::Toegang::schrijven, vfs);
    } catch (const OpslagFout& why) {
      throw OpslagFout(
          fmt::format("Dit dossier is van een oudere versie van Zorgkader en moet eerst bijgewerkt worden, waar "
                      "geschreven mag worden: {}",
                      why.what()));
    }
    return;
  }
  Transactie all(base_);
  base_.run("CREATE TABLE IF NOT EXISTS versie (nummer INTEGER PRIMARY KEY) STRICT");
  for (auto from = version(); from < newest; ++from) {
    base_.run(kStappen[static_cast<std::size_t>(from)]);
    Opdracht(base_, "INSERT INTO versie VALUES (?)").bind(1, from + 1).step();
  }
  all.commit();
}

std::vector<std::string> SqliteLogboek::gemeenten() const {
  const std::lock_guard lock(one_at_a_time_);
  std::vector<std::string> out;
  Opdracht all(base_, "SELECT DISTINCT gemeente FROM gebeurtenis ORDER BY gemeente");
  while (all.step()) out.push_back(all.bytes(0));
  return out;
}

Einde SqliteLogboek::einde(const std::string& gemeente) const {
  const std::lock_guard lock(one_at_a_time_);
  return end_of(base_, gemeente);
}

Toevoeging SqliteLogboek::add(const Einde& na, std::vector<Gebeurtenis>& gebeurtenissen) {
  if (gebeurtenissen.empty()) return Toevoeging::gelukt;
  const std::lock_guard lock(one_at_a_time_);
  std::vector<Gebeurtenis> linked = gebeurtenissen;
  schakel(na, linked);
  Transactie all(base_);
  for (const Gebeurtenis& g : linked) {
    if (is_known(base_, g)) return Toevoeging::bekend;
  }
  const Einde end = end_of(base_, linked.front().gemeente);
  if (end.nummer != na.nummer || end.afdruk != na.afdruk) return Toevoeging::achterhaald;
  Opdracht insert(base_, fmt::format("INSERT INTO gebeurtenis ({}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", kKolommen));
  for (const Gebeurtenis& g : linked) write(insert, g);
  all.commit();
  gebeurtenissen = std::move(linked);
  return Toevoeging::gelukt;
}

void SqliteLogboek::each(const std::string& gemeente, std::int64_t vanaf,
                         const std::function<bool(const Gebeurtenis&)>& take) const {
  const std::lock_guard lock(one_at_a_time_);
  Opdracht all(base_,
               fmt::format("SELECT {} FROM gebeurtenis WHERE gemeente = ? AND nummer >= ? ORDER BY nummer", kKolommen));
  all.bind(1, gemeente).bind(2, vanaf);
  while (all.step()) {
    const Gebeurtenis g{all.bytes(0), all.number(1), moment_of(all.number(2)),
                        all.bytes(3), all.bytes(4),  all.number(5),
                        all.bytes(6), all.bytes(7),  print_of(all.bytes(8))};
    if (!take(g)) return;
  }
}

std::vector<dossier::Correctie> SqliteLogboek::correcties(const std::string& gemeente) const {
  const std::lock_guard lock(one_at_a_time_);
  Opdracht all(base_,
               "SELECT nummer, moment, corrigeert FROM gebeurtenis "
               "WHERE gemeente = ? AND corrigeert IS NOT NULL ORDER BY nummer");
  all.bind(1, gemeente);
  std::vector<dossier::Correctie> out;
  while (all.step()) out.push_back({all.number(0), moment_of(all.number(1)), all.number(2)});
  return out;
}

std::optional<Gebeurtenis> SqliteLogboek::momentopname(const std::string& gemeente) const {
  const std::lock_guard lock(one_at_a_time_);
  Opdracht kept(base_,
                "SELECT m.nummer, g.moment, m.inhoud, m.afdruk FROM momentopname m JOIN gebeurtenis g "
                "ON g.gemeente = m.gemeente AND g.nummer = m.nummer AND g.afdruk = m.afdruk WHERE m.gemeente = ?");
  if (!kept.bind(1, gemeente).step()) return std::nullopt;
  Gebeurtenis out;
  out.gemeente = gemeente;
  out.nummer = kept.number(0);
  out.moment = moment_of(kept.number(1));
  out.soort = dossier::soorten::kMomentopname;
  out.inhoud = kept.bytes(2);
  out.afdruk = print_of(kept.bytes(3));
  return out;
}

void SqliteLogboek::keep_momentopname(const Gebeurtenis& m) {
  constexpr std::size_t kMost = 900'000'000;  // what SQLite keeps in one place; what is larger is made from the log
  if (m.inhoud.size() > kMost) return;
  const std::lock_guard lock(one_at_a_time_);
  Transactie all(base_);
  Opdracht write(
      base_,
      "INSERT INTO momentopname (gemeente, nummer, afdruk, inhoud) VALUES (?, ?, ?, ?) ON CONFLICT (gemeente) "
      "DO UPDATE SET nummer = excluded.nummer, afdruk = excluded.afdruk, inhoud = excluded.inhoud");
  write.bind(1, m.gemeente).bind(2, m.nummer).bind_bytes(3, view(m.afdruk)).bind_bytes(4, m.inhoud).step();
  all.commit();
}

std::optional<std::string> SqliteLogboek::fault() const {
  const std::lock_guard lock(one_at_a_time_);
  Opdracht check(base_, "PRAGMA integrity_check(1)");
  check.step();
  if (const std::string found = check.bytes(0); found != "ok")
    return fmt::format("Het bestand zelf is beschadigd ({}). Zet de laatste reservekopie terug.", found);
  return std::nullopt;
}

void SqliteLogboek::copy_to(const std::string& pad) const {
  const std::lock_guard lock(one_at_a_time_);
  base_.copy_to(pad);
}

}  // namespace zorgkader::storage
