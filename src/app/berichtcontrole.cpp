// Each file through the reader and the rules, and through the official schemas when asked.
#include "app/berichtcontrole.hpp"

#include <fmt/format.h>

#include <memory>
#include <mutex>

#include "iwmo/xsd.hpp"
#include "rapport/json_tekst.hpp"

namespace zorgkader {
namespace {

class Controle {
 public:
  Controle(const Berichtvraag& vraag, const Toetsbronnen& bronnen) : gegevens_(bronnen.gegevens(vraag.nu)) {
    if (!vraag.xsd.empty()) xsd_ = std::make_unique<iwmo::Xsd>(vraag.xsd);
  }

  Berichtverdict judge(const Berichtbestand& file) {
    if (file.fout) return verdict_of(file.naam, "BESTAND", *file.fout);
    iwmo::Oordeel judged = iwmo::judge(file.open(), gegevens_);
    Berichtverdict out{file.naam, judged.soort == nullptr ? "" : judged.soort->naam, judged.bytes,
                       std::move(judged.bevindingen), judged.niet_getoond};
    if (xsd_ && judged.soort != nullptr) {
      const std::lock_guard lock(one_at_a_time_);
      for (auto& found : xsd_->check(*judged.soort, file.open())) out.bevindingen.push_back(std::move(found));
    }
    return out;
  }

 private:
  iwmo::Toetsgegevens gegevens_;
  std::unique_ptr<iwmo::Xsd> xsd_;
  std::mutex one_at_a_time_;
};

}  // namespace

void controleer_berichten(const Berichtvraag& vraag, const std::function<void(const Berichtverdict&)>& take,
                          const OpVoortgang& voortgang) {
  const Toetsbronnen bronnen = read_toetsbronnen(vraag.bronnen);
  for (const auto& verdict : bronnen.fouten) take(verdict);
  if (!bronnen.fouten.empty()) return;
  const std::vector<Berichtpad> files = find_berichten(vraag.paden);
  Controle controle(vraag, bronnen);
  Berichtteller teller(files, voortgang);
  std::mutex telling;
  std::vector<std::vector<Berichtverdict>> verdicts(files.size());
  in_order(
      files.size(), vraag.threads,
      [&](std::size_t i) {
        each_bericht(files[i], [&](const Berichtbestand& file) {
          verdicts[i].push_back(controle.judge(file));
          const std::lock_guard lock(telling);
          teller.add(file);
        });
      },
      [&](std::size_t i) {
        const std::lock_guard lock(telling);
        for (const auto& verdict : verdicts[i]) take(verdict);
        verdicts[i] = {};
      });
}

namespace {

std::string to_json(const iwmo::Berichtbevinding& b) {
  return fmt::format(
      R"({{"code": {}, "niveau": {}, "pad": {}, "regel": {}, "tekst": {}, "bepaling": {}, "herstel": {}}})",
      json_text(b.code), b.niveau, json_text(b.pad), b.regel, json_text(b.tekst), json_text(b.bepaling),
      json_text(b.herstel));
}

}  // namespace

std::string to_json(const Berichtverdict& verdict) {
  std::string findings;
  for (const auto& found : verdict.bevindingen) findings += (findings.empty() ? "" : ", ") + to_json(found);
  const std::string bericht = verdict.bericht.empty() ? "null" : json_text(verdict.bericht);
  const std::string more = verdict.niet_getoond == 0 ? "" : fmt::format(", \"niet_getoond\": {}", verdict.niet_getoond);
  return fmt::format(R"({{"bestand": {}, "bericht": {}, "uitslag": "{}", "bevindingen": [{}]{}}})",
                     json_text(verdict.bestand), bericht, verdict.goed() ? "goed" : "fout", findings, more);
}

}  // namespace zorgkader
