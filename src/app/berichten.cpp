// Folders and archives to messages.
#include "app/berichten.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <condition_variable>
#include <fstream>
#include <memory>
#include <mutex>
#include <thread>

#include "feiten/bestand.hpp"
#include "feiten/zip.hpp"
#include "values/naam.hpp"

namespace zorgkader {
namespace {

namespace fs = std::filesystem;

bool has_extension(const fs::path& pad, std::string_view extension) {
  return lower(pad.extension().string()) == extension;
}

void add_folder(const fs::path& map, std::vector<Berichtpad>& out) {
  std::vector<fs::path> found;
  std::error_code error;
  for (fs::recursive_directory_iterator it(map, fs::directory_options::skip_permission_denied, error), end;
       !error && it != end; it.increment(error)) {
    if (it->is_regular_file(error) && (has_extension(it->path(), ".xml") || has_extension(it->path(), ".zip")))
      found.push_back(it->path());
  }
  if (error) out.push_back({map, 0, fmt::format("De map kan niet gelezen worden: {}.", error.message())});
  if (!error && found.empty()) out.push_back({map, 0, "In deze map staat geen .xml of .zip."});
  std::sort(found.begin(), found.end());
  for (const auto& pad : found) out.push_back({pad, fs::file_size(pad, error), std::nullopt});
}

iwmo::Bron file_source(const fs::path& pad) {
  struct Lopend {
    std::ifstream in;
    std::array<char, 1 << 16> buffer;
  };
  auto reading = std::make_shared<Lopend>();
  reading->in.open(pad, std::ios::binary);
  return [reading] {
    reading->in.read(reading->buffer.data(), static_cast<std::streamsize>(reading->buffer.size()));
    return std::string_view(reading->buffer.data(), static_cast<std::size_t>(reading->in.gcount()));
  };
}

/// An entry is unpacked whole, up to just over what a message may be: then the reader says that it is too large.
void take_entry(const feiten::Zip& zip, const feiten::Zip::Plaats& entry, Berichtbestand bestand,
                const std::function<void(const Berichtbestand&)>& take) {
  if (has_extension(entry.naam, ".zip")) {
    bestand.fout = "Dit is een archief in een archief; pak het eerst uit.";
    return take(bestand);
  }
  const std::size_t most = iwmo::Leesgrenzen{}.bytes + 1;
  std::string bytes;
  bestand.fout = zip.read(entry, [&](std::string_view piece) {
    bytes += piece.substr(0, most - bytes.size());
    return bytes.size() < most;
  });
  bestand.open = [&bytes] { return iwmo::bron_van(bytes); };
  take(bestand);
}

/// In order of name; of entries with one name every next one is called `naam.xml (2)`.
void each_entry(const Berichtpad& pad, const std::function<void(const Berichtbestand&)>& take) {
  const auto refuse = [&](std::string why) { take({pad.pad.string(), std::move(why), {}, pad.bytes}); };
  const auto content = feiten::read_bestand(pad.pad);
  if (!content) return refuse(content.errors().front().wat);
  const feiten::Zip zip(content->view(), "archief");
  if (zip.fault()) return refuse(*zip.fault());
  std::vector<feiten::Zip::Plaats> entries = zip.plaatsen();
  std::erase_if(entries,
                [](const auto& e) { return !has_extension(e.naam, ".xml") && !has_extension(e.naam, ".zip"); });
  if (entries.empty()) return refuse("In dit archief staat geen .xml.");
  std::stable_sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) { return a.naam < b.naam; });
  std::size_t same = 1;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    same = i > 0 && entries[i].naam == entries[i - 1].naam ? same + 1 : 1;
    const std::string again = same > 1 ? fmt::format(" ({})", same) : "";
    const std::string naam = fmt::format("{}/{}{}", pad.pad.string(), entries[i].naam, again);
    take_entry(zip, entries[i], {naam, std::nullopt, {}, pad.bytes / entries.size()}, take);
  }
}

}  // namespace

std::vector<Berichtpad> find_berichten(const std::vector<std::string>& paden) {
  std::vector<Berichtpad> out;
  for (const std::string& text : paden) {
    const fs::path pad(text);
    std::error_code error;
    if (fs::is_directory(pad, error))
      add_folder(pad, out);
    else if (!fs::exists(pad, error))
      out.push_back({pad, 0, "Dit bestand bestaat niet."});
    else if (!fs::is_regular_file(pad, error))
      out.push_back({pad, 0, "Dit is geen gewoon bestand."});
    else
      out.push_back({pad, fs::file_size(pad, error), std::nullopt});
  }
  return out;
}

void each_bericht(const Berichtpad& pad, const std::function<void(const Berichtbestand&)>& take) {
  const std::string name = pad.pad.string();
  if (pad.fout) return take({name, pad.fout, {}, pad.bytes});
  if (has_extension(pad.pad, ".zip")) return each_entry(pad, take);
  if (!std::ifstream(pad.pad, std::ios::binary))
    return take({name, "Het bestand kan niet geopend worden.", {}, pad.bytes});
  take({name, std::nullopt, [&pad] { return file_source(pad.pad); }, pad.bytes});
}

Berichtteller::Berichtteller(const std::vector<Berichtpad>& paden, OpVoortgang op) : op_(std::move(op)) {
  for (const auto& pad : paden) stand_.totaal_bytes += pad.bytes;
}

void Berichtteller::add(const Berichtbestand& bestand) {
  ++stand_.gedaan;
  stand_.bytes += bestand.bytes;
  if (op_) op_(stand_);
}

void in_order(std::size_t count, unsigned threads, const std::function<void(std::size_t)>& work,
              const std::function<void(std::size_t)>& done) {
  threads = std::max(1U, threads);
  // In rows: to wake a thread costs more than to read a small message.
  const std::size_t row = std::clamp<std::size_t>(count / (8 * threads), 1, 16), rows = (count + row - 1) / row;
  const std::size_t ahead = threads + 2;
  std::mutex mutex;
  std::condition_variable changed;
  std::vector<bool> ready(rows);
  std::size_t next = 0, shown = 0;
  std::exception_ptr failure;
  const auto each = [&](std::size_t of, const std::function<void(std::size_t)>& call) -> std::exception_ptr {
    try {
      for (std::size_t at = of * row; at < std::min(count, (of + 1) * row); ++at) call(at);
    } catch (...) {
      return std::current_exception();
    }
    return nullptr;
  };
  const auto worker = [&] {
    std::unique_lock lock(mutex);
    while (true) {
      changed.wait(lock, [&] { return failure || next == rows || next < shown + ahead; });
      if (failure || next == rows) return;
      const std::size_t mine = next++;
      lock.unlock();
      const std::exception_ptr failed = each(mine, work);
      lock.lock();
      ready[mine] = true;
      if (failed && !failure) failure = failed;
      changed.notify_all();
    }
  };
  std::vector<std::thread> pool;
  for (unsigned i = 0; i < threads; ++i) pool.emplace_back(worker);
  for (std::unique_lock lock(mutex); shown < rows && !failure; ++shown) {
    changed.wait(lock, [&] { return failure || ready[shown]; });
    if (failure) break;
    lock.unlock();
    const std::exception_ptr failed = each(shown, done);
    lock.lock();
    if (failed && !failure) failure = failed;
    changed.notify_all();
  }
  changed.notify_all();
  for (auto& thread : pool) thread.join();
  if (failure) std::rethrow_exception(failure);
}

}  // namespace zorgkader
