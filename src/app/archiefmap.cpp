// Files to messages, answers to what they answer.
#include "app/archiefmap.hpp"

#include <algorithm>
#include <filesystem>

#include "iwmo/regelhulp.hpp"
#include "iwmo/schrijver.hpp"

namespace zorgkader {

Archiefmap::Archiefmap(const std::string& map) {
  if (std::filesystem::is_empty(map)) return;
  for (const auto& path : find_berichten({map})) each_bericht(path, [&](const Berichtbestand& file) { take(file); });
}

/// Answers to declarations last, and of those what names its declaration least; on one day requests first.
Archiefmap::Volgorde Archiefmap::volgorde_van(const iwmo::Boom& boom) {
  const int kind = boom.soort().nummer;
  return {kind != 325               ? 0
          : iwmo::refuses_all(boom) ? 2
                                    : 1,
          iwmo::dagtekening(boom.wortel()), kind != 315 && kind != 317, iwmo::kenmerk_van(boom)};
}

void Archiefmap::take(const Berichtbestand& bestand) {
  if (bestand.fout) return fouten_.push_back({{}, verdict_of(bestand.naam, "BESTAND", *bestand.fout)});
  iwmo::Gelezen read = read_whole(bestand);
  Berichtverdict verdict{bestand.naam, read.soort == nullptr ? "" : read.soort->naam, read.bytes,
                         std::move(read.bevindingen), read.niet_getoond};
  if (verdict.goed()) verdict.bevindingen = iwmo::judge(read.boom, {2, nullptr, nullptr, std::nullopt});
  if (read.soort != nullptr) count(read.boom);
  if (!verdict.goed())
    fouten_.push_back(
        {read.soort == nullptr ? iwmo::Berichtkenmerk{} : iwmo::kenmerk_van(read.boom), std::move(verdict)});
  else if (read.soort->heen == 0)
    berichten_.push_back({volgorde_van(read.boom), std::move(read.boom)});
}

void Archiefmap::count(const iwmo::Boom& boom) {
  Verkeer& of = verkeer_[iwmo::kenmerk_van(boom)];
  if (iwmo::is_antwoord(boom.soort()))
    ++(iwmo::refuses_all(boom) ? of.afgewezen : of.aangenomen);
  else
    ++of.berichten;
}

/// Where messages share a Berichtkenmerk nobody can tell which of them an answer refuses, unless it refuses all: what
/// is not known to be refused stays.
bool Archiefmap::is_left_out(const iwmo::Boom& boom) const {
  const Verkeer& of = verkeer_.at(iwmo::kenmerk_van(boom));
  if (boom.soort().nummer == 325 && iwmo::refuses_all(boom)) return of.afgewezen + of.aangenomen < of.berichten;
  if (boom.soort().nummer == 323 || boom.soort().nummer == 325) return false;
  return of.aangenomen == 0 && of.afgewezen >= of.berichten;
}

std::vector<Berichtverdict> Archiefmap::fouten() const {
  std::vector<Berichtverdict> out;
  for (const auto& [kenmerk, verdict] : fouten_) {
    const auto of = verkeer_.find(kenmerk);
    if (of != verkeer_.end() && of->second.afgewezen > 0) continue;
    auto& found = out.emplace_back(verdict).bevindingen;
    found.insert(
        found.begin(),
        iwmo::make_bevinding("ARCHIEF", "", 0, "Dit bestand in het archief klopt niet; daarom is er niets getoetst.",
                             "Zet een goed bestand in het archief, of haal dit eruit."));
  }
  return out;
}

void Archiefmap::fill(iwmo::Berichtenarchief& archief) {
  const auto before = [](const Bericht& a, const Bericht& b) {
    if (a.volgorde != b.volgorde) return a.volgorde < b.volgorde;
    return iwmo::write_xml(a.boom) < iwmo::write_xml(b.boom);
  };
  const auto same = [](const Bericht& a, const Bericht& b) {
    return a.volgorde == b.volgorde && iwmo::same_content(a.boom.wortel(), b.boom.wortel());
  };
  std::sort(berichten_.begin(), berichten_.end(), before);
  berichten_.erase(std::unique(berichten_.begin(), berichten_.end(), same), berichten_.end());
  for (const Bericht& bericht : berichten_) {
    if (!is_left_out(bericht.boom)) archief.add(bericht.boom);
  }
}

}  // namespace zorgkader
