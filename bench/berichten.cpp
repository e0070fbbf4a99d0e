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

double seconds(const std::function<void()>& work) {
  std::vector<double> times;
  for (int run = 0; run < 3; ++run) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    times.push_back(std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
  }
  std::sort(times.begin(), times.end());
  return times[1];
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

void show(const Set& set, const std::string& what, double time, double base) {
  fmt::print("{:<46} {:8.2f} s {:8.0f} MB/s {:10.0f} lines/s {:6.2f}\n", what, time,
             static_cast<double>(set.bytes) / 1e6 / time, static_cast<double>(set.lines) / time, base / time);
}

/// xmllint by the hundred files, as a person would call it.
double xmllint(const Set& set, const fs::path& map, const std::string& options) {
  std::ofstream list(map / "list");
  for (const auto& file : set.files) list << file.string() << '\n';
  list.close();
  const std::string call =
      fmt::format("xargs -n 100 xmllint --noout {} < {}/list > /dev/null 2>&1", options, map.string());
  return seconds([&] { [[maybe_unused]] const int status = std::system(call.c_str()); });
}

}  // namespace

int main() {
  const char* size = std::getenv("CLIENTEN");
  const fs::path map = fs::temp_directory_path() / fmt::format("zorgkader-bench-{}", getpid());
  fs::create_directories(map);
  const Set set = make_set(map, size == nullptr ? 12'000 : std::strtoull(size, nullptr, 10));
  fmt::print("\nMessages: {} files, {:.0f} MB, {} lines\n{:<46} {:>10} {:>13} {:>18} {:>6}\n", set.files.size(),
             static_cast<double>(set.bytes) / 1e6, set.lines, "", "median", "", "", "ratio");
  each(set, 1, bare_sax);
  const double sax = seconds([&] { each(set, 1, bare_sax); });
  show(set, "libxml2, bare SAX", sax, sax);
  rusage before{};
  getrusage(RUSAGE_SELF, &before);
  const double level1 = seconds([&] { each(set, 1, [](const fs::path& p) { ours(p, 1); }); });
  show(set, "read, model, level 1", level1, sax);
  found = 0;
  const double level2 = seconds([&] { each(set, 1, [](const fs::path& p) { ours(p, 2); }); });
  show(set, "read, model, levels 1 and 2", level2, sax);
  const std::size_t once = found / 3;
  rusage after{};
  getrusage(RUSAGE_SELF, &after);
  found = 0;
  const double two = seconds([&] { each(set, 2, [](const fs::path& p) { ours(p, 2); }); });
  show(set, "the same, two threads", two, sax);
  if (found / 3 != once) fmt::print("the two runs do not agree: {} and {} findings\n", once, found / 3);
  const double noout = xmllint(set, map, "");
  show(set, "xmllint --noout", noout, sax);
  const char* standard = std::getenv("ZORGKADER_IWMO");
  const fs::path schemas =
      fs::path(standard == nullptr ? ZORGKADER_ROOT "/../shared/iwmo" : standard) / "xsd" / "WMO323.xsd";
  if (fs::exists(schemas)) {
    const double schema = xmllint(set, map, "--schema " + schemas.string());
    show(set, "xmllint --schema", schema, sax);
    fmt::print("against xmllint --schema: {:.2f} x (bar 2.5)\n", schema / level2);
  } else {
    fmt::print("SKIPPED: xmllint --schema; no official schemas, name their folder in ZORGKADER_IWMO\n");
  }
  fmt::print("against bare SAX: {:.2f} x (bar 0.6); two threads: {:.2f} x one (bar 1.8)\n", sax / level2, level2 / two);
  fmt::print("{} findings; peak memory of this process {} MB, {} MB before reading (bar 64)\n", once,
             after.ru_maxrss / 1024, before.ru_maxrss / 1024);
  fs::remove_all(map);
  return 0;
}
