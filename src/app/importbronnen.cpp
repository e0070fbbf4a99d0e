// From paths to an order, by the headers of messages.
#include "app/importbronnen.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <fstream>

#include "app/berichten.hpp"
#include "dossier/gebeurtenis.hpp"
#include "feiten/bestand.hpp"
#include "values/naam.hpp"

namespace zorgkader {
namespace {

namespace fs = std::filesystem;

bool is_archive(const fs::path& pad) {
  return lower(pad.extension().string()) == ".zip";
}

/// Hidden files, and what an office program leaves beside an open workbook, are no tables.
bool is_table(const fs::path& pad) {
  const std::string kind = lower(pad.extension().string()), name = pad.filename().string();
  return (kind == ".csv" || kind == ".xlsx") && !name.starts_with('.') && !name.starts_with("~$");
}

/// What its header says; nothing where that cannot be read.
void look_into(Importbron& bron) {
  if (bron.fout) return;
  std::ifstream in(bron.pad, std::ios::binary);
  std::array<char, iwmo::kBerichtbegin> buffer;
  in.read(buffer.data(), buffer.size());
  const std::string_view begin(buffer.data(), static_cast<std::size_t>(in.gcount()));
  // A header that is followed by something is whole; most end in the first quarter.
  iwmo::Gelezen read = iwmo::read_bericht(iwmo::bron_van(begin.substr(0, begin.size() / 4)));
  if (read.soort == nullptr || !read.boom["Header"] || !read.boom["Header"].volgende())
    read = iwmo::read_bericht(iwmo::bron_van(begin));
  if (read.soort == nullptr || !read.boom["Header"]) return;
  bron.soort = read.soort;
  bron.kenmerk = iwmo::kenmerk_van(read.boom);
  // Of a 325 that was cut off here the DeclaratieAntwoord may be what is missing: what has codes in its header refuses.
  bron.weigert = iwmo::is_antwoord(*read.soort) && iwmo::refuses_all(read.boom) && read.boom["Header/RetourCodes"];
}

}  // namespace

Ingelezen read_one(const Importbron& bron) {
  Ingelezen out;
  out.fout = bron.fout;
  if (out.fout) return out;
  const auto content = feiten::read_bestand(bron.pad);
  if (!content) {
    out.fout = content.errors().front().wat;
    return out;
  }
  out.bytes = content->view();
  out.gelezen = iwmo::read_bericht(iwmo::bron_van(out.bytes));
  out.kenmerk = "bericht " + dossier::hex(dossier::afdruk_van(out.bytes));
  return out;
}

Importbronnen::Importbronnen(const std::vector<std::string>& paden, unsigned threads) {
  for (const std::string& pad : paden) find(pad);
  std::sort(tabellen_.begin(), tabellen_.end());
  in_order(
      bronnen_.size(), threads, [&](std::size_t i) { look_into(bronnen_[i]); },
      [&](std::size_t i) { count(bronnen_[i]); });
  sort();
}

/// A folder may hold tables, messages, or both.
void Importbronnen::find(const std::string& pad) {
  std::error_code error;
  if (is_table(pad) && fs::is_regular_file(pad, error)) return tabellen_.emplace_back(pad), void();
  const std::size_t before = tabellen_.size();
  if (fs::is_directory(pad, error)) {
    for (fs::recursive_directory_iterator at(pad, fs::directory_options::skip_permission_denied, error), end;
         !error && at != end; at.increment(error)) {
      if (at->is_regular_file(error) && is_table(at->path())) tabellen_.push_back(at->path());
    }
  }
  for (const Berichtpad& found : find_berichten({pad})) {
    const bool nothing_there = found.fout && fs::is_directory(found.pad, error);
    if (nothing_there && tabellen_.size() > before) continue;
    if (!found.fout && is_archive(found.pad))
      unpack(found.pad);
    else
      bronnen_.push_back({found.pad.string(), found.pad, found.bytes, found.fout, nullptr, {}, false});
  }
}

void Importbronnen::unpack(const fs::path& pad) {
  each_bericht({pad, 0, std::nullopt}, [&](const Berichtbestand& entry) {
    Importbron made{entry.naam, {}, 0, entry.fout, nullptr, {}, false};
    if (!entry.fout) {
      if (!tijdelijk_) tijdelijk_.emplace();
      made.pad = tijdelijk_->pad() / std::to_string(bronnen_.size());
      std::ofstream out(made.pad, std::ios::binary);
      const iwmo::Bron bytes = entry.open();
      for (std::string_view piece = bytes(); !piece.empty(); piece = bytes()) {
        out << piece;
        made.bytes += piece.size();
      }
      if (!out.flush())
        made.fout = "Het archief kan niet uitgepakt worden: is er nog ruimte voor tijdelijke bestanden?";
    }
    bronnen_.push_back(std::move(made));
  });
}

void Importbronnen::count(const Importbron& bron) {
  if (bron.soort == nullptr) return;
  Verkeer& of = verkeer_[bron.kenmerk];
  ++(!iwmo::is_antwoord(*bron.soort) ? of.berichten : bron.weigert ? of.afgewezen : of.aangenomen);
}

void Importbronnen::sort() {
  const auto stage = [&](const Importbron& b) {
    if (b.soort == nullptr) return 4;
    if (iwmo::is_antwoord(*b.soort)) return b.weigert && verkeer_.at(b.kenmerk).berichten == 0 ? 0 : 3;
    return b.soort->nummer == 315 || b.soort->nummer == 317 ? 1 : 2;
  };
  const auto key = [&](const Importbron& b) {
    const int at = stage(b);
    return std::tuple(at == 0 ? 0 : at == 4 ? 2 : 1, b.kenmerk.dagtekening, at, std::cref(b.kenmerk.identificatie));
  };
  std::stable_sort(bronnen_.begin(), bronnen_.end(), [&](const auto& a, const auto& b) {
    const auto [p, d, s, i] = key(a);
    const auto [q, e, t, j] = key(b);
    return std::tie(p, d, s, i.get(), a.naam) < std::tie(q, e, t, j.get(), b.naam);
  });
}

Beantwoord Importbronnen::answer_of(const iwmo::Berichtkenmerk& kenmerk) const {
  const auto at = verkeer_.find(kenmerk);
  if (at == verkeer_.end() || at->second.aangenomen + at->second.afgewezen == 0) return Beantwoord::nee;
  const bool all_refused = at->second.aangenomen == 0 && at->second.afgewezen >= at->second.berichten;
  return all_refused ? Beantwoord::afgewezen : Beantwoord::aangenomen;
}

}  // namespace zorgkader
