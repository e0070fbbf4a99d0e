// Messages: reading, the model and levels 1 and 2, beside libxml2 and xmllint on the same files in the same run.
//
// ZORGKADER_IWMO names the folder with the official schemas for `xmllint --schema`; CLIENTEN sets the size.
#include <fmt/format.h>
#include <libxml/parser.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <memory>
#include <thread>
#include <vector>

#include "iwmo/schrijver.hpp"
#include "iwmo/toetsing.hpp"
#include "iwmo/voorbeelden.hpp"

namespace fs = std::filesystem;
using namespace zorgkader::iwmo;

namespace {

struct Set {
  std::vector<fs::path> files;
  std::size_t bytes = 0, lines = 0;
};

Set make_set(const fs::path& map, std::uint64_t clienten) {
  Set out;
  Declaratiereeks reeks;
  reeks.clienten = clienten;
  reeks.aanbieders = 40;
  reeks.fouten_per_duizend = 2;
  each_declaratie(reeks, [&](const std::string& name, const Boom& message) {
    if (message.soort().nummer != 323) return;
    const std::string bytes = write_xml(message);
    std::ofstream(map / name, std::ios::binary) << bytes;
    out.files.push_back(map / name);
    out.bytes += bytes.size();
    for (Deel client : message["Declaratie/Clienten"].delen()) out.lines += client ? 1 : 0;
  });
  return out;
}

/// The file as the reader of the program takes it.
Bron source(const fs::path& path) {
  struct Lopend {
    std::ifstream in;
    std::array<char, 1 << 16> buffer;
  };
  auto reading = std::make_shared<Lopend>();
  reading->in.open(path, std::ios::binary);
  return [reading] {
    reading->in.read(reading->buffer.data(), static_cast<std::streamsize>(reading->buffer.size()));
    return std::string_view(reading->buffer.data(), static_cast<std::size_t>(reading->in.gcount()));
  };
}

std::size_t touched = 0;

void bare_sax(const fs::path& path) {
  xmlSAXHandler sax{};
  sax.initialized = XML_SAX2_MAGIC;
  sax.startElementNs = [](void*, const xmlChar*, const xmlChar*, const xmlChar*, int, const xmlChar**, int, int,
                          const xmlChar**) { ++touched; };
  sax.endElementNs = [](void*, const xmlChar*, const xmlChar*, const xmlChar*) {};
  sax.characters = [](void*, const xmlChar* text, int size) { touched += static_cast<std::size_t>(size) + text[0]; };
  xmlParserCtxtPtr context = xmlCreatePushParserCtxt(&sax, nullptr, nullptr, 0, nullptr);
  const Bron bron = source(path);
  for (std::string_view piece = bron(); !piece.empty(); piece = bron())
    xmlParseChunk(context, piece.data(), static_cast<int>(piece.size()), 0);
  xmlParseChunk(context, nullptr, 0, 1);
  xmlFreeParserCtxt(context);
}

std::atomic<std::size_t> found = 0;
void ours(const fs::path& path, int niveau) {
  found += judge(source(path), {niveau, nullptr, nullptr, std::nullopt}).bevindingen.size();
}

void each(const Set& set, unsigned threads, const std::function<void(const fs::path&)>& work) {
  std::atomic<std::size_t> next = 0;
  std::vector<std::thread> pool;
  for (unsigned i = 0; i < threads; ++i) {
    pool.emplace_back([&] {
      for (std::size_t at = next++; at < set.files.size(); at = next++) work(set.files[at]);
    });
  }
  for (auto& thread : pool) thread.join();
}

/// xmllint by the hundred files, as a person would call it.
void xmllint(const fs::path& map, const std::string& options) {
  const std::string call =
      fmt::format("xargs -n 100 xmllint --noout {} < {}/list > /dev/null 2>&1", options, map.string());
  [[maybe_unused]] const int status = std::system(call.c_str());
}

struct Contender {
  std::string what;
  std::function<void()> work;
  std::vector<double> times = {};
  double median() const {
    std::vector<double> sorted = times;
    std::sort(sorted.begin(), sorted.end());
    return sorted[sorted.size() / 2];
  }
};

/// By turns, so that a slow moment of the machine hits all of them.
void measure(std::vector<Contender>& all, int rounds) {
  for (int round = 0; round < rounds; ++round) {
    for (Contender& c : all) {
      const auto begin = std::chrono::steady_clock::now();
      c.work();
      c.times.push_back(std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
    }
  }
}

std::size_t peak_megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<std::size_t>(usage.ru_maxrss) / 1024;
}

}  // namespace

int main() {
  const char* size = std::getenv("CLIENTEN");
  const fs::path map = fs::temp_directory_path() / fmt::format("zorgkader-bench-{}", getpid());
  fs::create_directories(map);
  const Set set = make_set(map, size == nullptr ? 12'000 : std::strtoull(size, nullptr, 10));
  std::ofstream list(map / "list");
  for (const auto& file : set.files) list << file.string() << '\n';
  list.close();
  const std::size_t before = peak_megabytes();
  each(set, 1, [](const fs::path& p) { ours(p, 2); });
  const std::size_t findings = found, after = peak_megabytes();

  std::vector<Contender> all = {
      {"libxml2, bare SAX", [&] { each(set, 1, bare_sax); }},
      {"read, model, level 1", [&] { each(set, 1, [](const fs::path& p) { ours(p, 1); }); }},
      {"read, model, levels 1 and 2", [&] { each(set, 1, [](const fs::path& p) { ours(p, 2); }); }},
      {"libxml2, bare SAX, two threads", [&] { each(set, 2, bare_sax); }},
      {"read, model, levels 1 and 2, two threads", [&] { each(set, 2, [](const fs::path& p) { ours(p, 2); }); }},
      {"xmllint --noout", [&] { xmllint(map, ""); }}};
  const char* standard = std::getenv("ZORGKADER_IWMO");
  const fs::path schema =
      fs::path(standard == nullptr ? ZORGKADER_ROOT "/../shared/iwmo" : standard) / "xsd" / "WMO323.xsd";
  if (fs::exists(schema)) all.push_back({"xmllint --schema", [&] { xmllint(map, "--schema " + schema.string()); }});
  measure(all, 5);

  fmt::print("\nMessages: {} files, {:.0f} MB, {} lines, {} findings; medians of 5, by turns\n", set.files.size(),
             static_cast<double>(set.bytes) / 1e6, set.lines, findings);
  const double sax = all[0].median(), both = all[2].median();
  for (const Contender& c : all)
    fmt::print("{:<42} {:6.2f} s {:6.0f} MB/s {:9.0f} lines/s {:6.2f}\n", c.what, c.median(),
               static_cast<double>(set.bytes) / 1e6 / c.median(), static_cast<double>(set.lines) / c.median(),
               sax / c.median());
  fmt::print("against bare SAX {:.2f} x (bar 0.6)\n", sax / both);
  if (fs::exists(schema))
    fmt::print("against xmllint --schema {:.2f} x (bar 2.5)\n", all[6].median() / both);
  else
    fmt::print("SKIPPED: xmllint --schema; no official schemas, name their folder in ZORGKADER_IWMO\n");
  fmt::print("two threads {:.2f} x one (bar 1.8); bare SAX on this machine {:.2f} x\n", both / all[4].median(),
             sax / all[3].median());
  fmt::print("peak memory {} MB, of which {} MB before reading (bar 64)\n", after, before);
  fs::remove_all(map);
  return 0;
}
