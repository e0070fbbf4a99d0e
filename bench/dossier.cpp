// The dossier: messages in beside only reading them, events one at a time beside bare SQLite, a year settled at three
// sizes beside DuckDB on the same lines (when ZORGKADER_NODE says where its package is). CLIENTEN sets the largest.
#include <fmt/format.h>
#include <sqlite3.h>
#include <sys/resource.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <thread>

#include "app/declaraties.hpp"
#include "app/importeer.hpp"
#include "iwmo/regelhulp.hpp"
#include "iwmo/schrijver.hpp"
#include "iwmo/toetsing.hpp"
#include "iwmo/voorbeelden.hpp"

namespace fs = std::filesystem;
using namespace zorgkader;

namespace {

struct Set {
  std::size_t bytes = 0, lines = 0, messages = 0;
  std::int64_t cents = 0;
};

/// The same lines as a table: what DuckDB reads.
class Tabellen {
 public:
  explicit Tabellen(const fs::path& map)
      : toewijzingen_(map / "toewijzingen.csv", std::ios::binary), regels_(map / "regels.csv", std::ios::binary) {
    toewijzingen_ << "gemeente;aanbieder;bsn;nummer;product;ingang;eind;volume\n";
    regels_ << "gemeente;aanbieder;bsn;nummer;product;begin;eind;volume;tarief;cent;credit;referentie;vorige\n";
  }
  void toewijzing(const iwmo::Boom& message) {
    const iwmo::Deel client = message["Client"];
    for (const iwmo::Deel t : client["ToegewezenProducten"].delen())
      toewijzingen_ << fmt::format("{};{};{};{};{};{};{};{}\n", iwmo::gemeente_van(message.wortel()),
                                   iwmo::aanbieder_van(message.wortel()), client.tekst("Bsn"),
                                   t.tekst("ToewijzingNummer"), t.tekst("Product/Code"), t.tekst("Ingangsdatum"),
                                   t.tekst("Einddatum"), t.tekst("Omvang/Volume"));
  }
  void regel(const iwmo::Boom& message, iwmo::Deel client, iwmo::Deel line) {
    regels_ << fmt::format("{};{};{};{};{};{};{};{};{};{};{};{};{}\n", iwmo::gemeente_van(message.wortel()),
                           iwmo::aanbieder_van(message.wortel()), client.tekst("Bsn"), line.tekst("ToewijzingNummer"),
                           line.tekst("ProductCode"), line.tekst("ProductPeriode/Begindatum"),
                           line.tekst("ProductPeriode/Einddatum"), line.tekst("GeleverdVolume"),
                           line.tekst("ProductTarief"), line.tekst("IngediendBedrag/Bedrag"), iwmo::is_credit(line),
                           line.tekst("ProductReferentie/ReferentieNummer"),
                           line.tekst("ProductReferentie/VorigReferentieNummer"));
  }

 private:
  std::ofstream toewijzingen_, regels_;
};

Set make_set(const fs::path& map, std::uint64_t clienten) {
  Set out;
  iwmo::Declaratiereeks reeks;
  reeks.clienten = clienten;
  reeks.aanbieders = 30;
  fs::create_directories(map);
  Tabellen tables(map.parent_path());
  iwmo::each_declaratie(reeks, [&](const std::string& name, const iwmo::Boom& message) {
    const std::string bytes = iwmo::write_xml(message);
    std::ofstream(map / name, std::ios::binary) << bytes;
    out.bytes += bytes.size();
    ++out.messages;
    if (message.soort().nummer == 301) tables.toewijzing(message);
    for (const iwmo::Deel client : message["Declaratie/Clienten"].delen()) {
      for (const iwmo::Deel line : client["Prestaties"].delen()) {
        ++out.lines;
        tables.regel(message, client, line);
        out.cents += line.getal("IngediendBedrag/Bedrag").value_or(0);
      }
    }
  });
  return out;
}

double seconds(const std::function<void()>& work) {
  const auto begin = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

long peak_mb() {
  rusage use{};
  getrusage(RUSAGE_SELF, &use);
  return use.ru_maxrss / 1024;
}

/// Every file read whole and judged on levels 1 and 2, one thread: the rate that an import is held against.
void only_read(const fs::path& map) {
  for (const auto& at : fs::directory_iterator(map)) {
    std::ifstream in(at.path(), std::ios::binary);
    const std::string bytes(std::istreambuf_iterator<char>(in), {});
    if (!iwmo::judge(iwmo::bron_van(bytes), {2, nullptr, nullptr, std::nullopt}).goed()) std::abort();
  }
}

/// A year in a process of its own: from a closed file to totals.
int settle(const Dossierpad& pad) {
  std::int64_t cents = 0;
  std::size_t lines = 0;
  const double taken = seconds([&] {
    for (const auto& [cell, amounts] : reken_declaraties_af({pad, 2023, {}, {}, false}).vakken)
      cents += amounts.ingediend;
  });
  const long peak = peak_mb();
  for (const Dossierstand all(pad); const auto& stand : all.standen())
    stand->archief().each_prestatie([&](const iwmo::Prestatieregel&) { ++lines; });
  fmt::print("{{\"regels\":{},\"cent\":{},\"seconden\":{:.4f},\"mb\":{}}}\n", lines, cents, taken, peak);
  return 0;
}

/// Another process on the same lines. Aborts when it grants other ones.
void measure(const std::string& command, const char* name, const Set& set) {
  FILE* pipe = popen(command.c_str(), "r");
  if (pipe == nullptr) return;
  char text[512] = {};
  const bool there = std::fgets(text, sizeof text, pipe) != nullptr;
  pclose(pipe);
  double seconds = 0;
  long long lines = 0, cents = 0;
  int mb = 0;
  if (!there || std::sscanf(text, "{\"regels\":%lld,\"cent\":%lld,\"seconden\":%lf,\"mb\":%d}", &lines, &cents,
                            &seconds, &mb) != 4)
    return;
  if (static_cast<std::size_t>(lines) != set.lines || cents != set.cents) std::abort();
  fmt::print("          {}: {:.3f} s ({:.2f} us a line), peak {} MB\n", name, seconds,
             seconds * 1e6 / static_cast<double>(lines), mb);
}

void measure_import(const fs::path& root, std::uint64_t clienten) {
  const fs::path map = root / "berichten";
  const Set set = make_set(map, clienten);
  const Dossierpad pad{(root / "d.db").string(), ""};
  const double read = seconds([&] { only_read(map); });
  std::size_t recorded = 0;
  const double in = seconds([&] {
    importeer(
        {pad, {map.string()}, "", "", Moment(std::chrono::sys_days(std::chrono::year(2024) / 1 / 10)), "bench", 2},
        [&](const Importregel& line) { recorded += line.uitslag == Importuitslag::vastgelegd ? 1 : 0; });
  });
  if (recorded != set.messages) std::abort();
  const double mb = static_cast<double>(set.bytes) / 1e6;
  fmt::print(
      "{:>9} lines, {:>7.1f} MB: read {:>6.1f} MB/s; import {:>6.1f} MB/s ({:.2f} of reading); on disk {:.1f} MB\n",
      set.lines, mb, mb / read, mb / in, read / in, static_cast<double>(fs::file_size(pad.dossier)) / 1e6);
  const double replayed = seconds([&] {
    const Dossierbestand file(pad, Dossierbestand::Hoe::lezen);
    for (const std::string& log : file.logboek().gemeenten()) dossier::replay_stand(file.logboek(), log);
  });
  fmt::print("          every event replayed, one thread: {:.3f} s\n", replayed);
  measure(fmt::format("{} afrekenen {}", fs::read_symlink("/proc/self/exe").string(), pad.dossier), "settled", set);
  if (std::getenv("ZORGKADER_NODE") != nullptr)
    measure(fmt::format("node {}/bench/afrekenen.mjs {} {}", ZORGKADER_ROOT, root.string(),
                        std::thread::hardware_concurrency()),
            "DuckDB from CSV", set);
  fs::remove_all(root);
}

void bare_sqlite(const fs::path& pad, const std::string& content, int count) {
  sqlite3* base = nullptr;
  sqlite3_open(pad.c_str(), &base);
  sqlite3_exec(base, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE g (n INTEGER PRIMARY KEY, b BLOB)",
               nullptr, nullptr, nullptr);
  sqlite3_stmt* insert = nullptr;
  sqlite3_prepare_v2(base, "INSERT INTO g (b) VALUES (?)", -1, &insert, nullptr);
  for (int i = 0; i < count; ++i) {
    sqlite3_bind_blob(insert, 1, content.data(), static_cast<int>(content.size()), SQLITE_STATIC);
    sqlite3_step(insert);
    sqlite3_reset(insert);
  }
  sqlite3_finalize(insert);
  sqlite3_close(base);
}

void measure_events(const fs::path& root) {
  constexpr int kCount = 1000;
  fs::create_directories(root);
  std::string content;
  for (int i = 0; content.size() < 1500; ++i) content += fmt::format("<regel nr='{}'/>", i * 7919 % 1009);
  const double bare = seconds([&] { bare_sqlite(root / "bare.db", content, kCount); });
  Dossierbestand file({(root / "e.db").string(), ""}, Dossierbestand::Hoe::maken);
  const double ours = seconds([&] {
    dossier::Einde end;
    for (int i = 0; i < kCount; ++i) {
      std::vector<dossier::Gebeurtenis> one(1);
      one[0].gemeente = "0935";
      one[0].soort = dossier::soorten::kFeiten;
      one[0].inhoud = content;
      if (file.logboek().add(end, one) != dossier::Toevoeging::gelukt) std::abort();
      end = {one[0].nummer, one[0].moment, one[0].afdruk};
    }
  });
  fmt::print("events, one a transaction, durable: bare SQLite {:.0f}/s, the log {:.0f}/s ({:.2f})\n", kCount / bare,
             kCount / ours, bare / ours);
  fs::remove_all(root);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc == 3 && std::string_view(argv[1]) == "afrekenen") return settle({argv[2], ""});
  const char* wanted = std::getenv("CLIENTEN");
  const std::uint64_t largest = wanted == nullptr ? 8000 : std::strtoull(wanted, nullptr, 10);
  const fs::path root = fs::temp_directory_path() / fmt::format("zorgkader-bench-{}", getpid());
  measure_events(root);
  for (const std::uint64_t size : {largest / 16, largest / 4, largest}) measure_import(root, size);
}
