// The dossier: messages in beside only reading them, events one at a time beside bare SQLite, a year settled at three
// sizes. CLIENTEN sets the largest.
#include <fmt/format.h>
#include <sqlite3.h>
#include <sys/resource.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>

#include "app/declaraties.hpp"
#include "app/importeer.hpp"
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

Set make_set(const fs::path& map, std::uint64_t clienten) {
  Set out;
  iwmo::Declaratiereeks reeks;
  reeks.clienten = clienten;
  reeks.aanbieders = 30;
  fs::create_directories(map);
  iwmo::each_declaratie(reeks, [&](const std::string& name, const iwmo::Boom& message) {
    const std::string bytes = iwmo::write_xml(message);
    std::ofstream(map / name, std::ios::binary) << bytes;
    out.bytes += bytes.size();
    ++out.messages;
    for (const iwmo::Deel client : message["Declaratie/Clienten"].delen()) {
      for (const iwmo::Deel line : client["Prestaties"].delen()) {
        ++out.lines;
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
  std::int64_t claimed = 0;
  const double settled = seconds([&] {
    for (const auto& [cell, amounts] : reken_declaraties_af({pad, 2023, {}, {}, false}).vakken)
      claimed += amounts.ingediend;
  });
  if (claimed != set.cents) std::abort();
  const double mb = static_cast<double>(set.bytes) / 1e6;
  fmt::print(
      "{:>9} lines, {:>7.1f} MB: read {:>6.1f} MB/s; import {:>6.1f} MB/s ({:.2f} of reading); settled in {:.2f} s "
      "({:.2f} us a line); peak {} MB; on disk {:.1f} MB\n",
      set.lines, mb, mb / read, mb / in, read / in, settled, settled * 1e6 / static_cast<double>(set.lines), peak_mb(),
      static_cast<double>(fs::file_size(pad.dossier)) / 1e6);
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

int main() {
  const char* wanted = std::getenv("CLIENTEN");
  const std::uint64_t largest = wanted == nullptr ? 8000 : std::strtoull(wanted, nullptr, 10);
  const fs::path root = fs::temp_directory_path() / fmt::format("zorgkader-bench-{}", getpid());
  measure_events(root);
  for (const std::uint64_t size : {largest / 16, largest / 4, largest}) measure_import(root, size);
}
