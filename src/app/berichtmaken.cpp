// From files to trees, from JSON to messages, from messages to answers.
#include "app/berichtmaken.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "app/berichtvormen.hpp"
#include "feiten/bestand.hpp"
#include "iwmo/antwoord.hpp"
#include "iwmo/schrijver.hpp"
#include "iwmo/voorbeelden.hpp"
#include "values/hash.hpp"

namespace zorgkader {
namespace {

Gemaakt unreadable(const std::string& naam, const std::string& fout) {
  return {verdict_of(naam, "BESTAND", fout), std::nullopt};
}

Gemaakt read_one(const Berichtbestand& file) {
  if (file.fout) return unreadable(file.naam, *file.fout);
  iwmo::Gelezen read = read_whole(file);
  Gemaakt out{{file.naam, read.soort == nullptr ? "" : read.soort->naam, read.bytes, std::move(read.bevindingen),
               read.niet_getoond},
              std::nullopt};
  if (out.verdict.goed()) out.bericht = std::move(read.boom);
  return out;
}

/// What levels 1 and 2 find in a message that is not a file yet.
iwmo::Berichtbevindingen faults_of(const iwmo::Boom& bericht) {
  const std::string bytes = iwmo::write_xml(bericht);
  iwmo::Oordeel judged = iwmo::judge(iwmo::bron_van(bytes), {2, nullptr, nullptr, std::nullopt});
  for (auto& found : judged.bevindingen) found.regel = 0;
  return std::move(judged.bevindingen);
}

/// A number for the answer that is the same each time and no other's. A retour keeps that of its message; a 325 is a
/// message of its own, and two providers may use one number for what it answers (TR056).
std::string own_number(const iwmo::Boom& heen) {
  const iwmo::Deel header = heen["Header"];
  const std::string_view id = header.tekst("BerichtIdentificatie/Identificatie");
  if (heen.soort().nummer != 323) return std::string(id);
  Hash hash;
  for (const auto part : {header.tekst("Afzender"), id, header.tekst("BerichtIdentificatie/Dagtekening")})
    hash.add(part);
  constexpr std::string_view kSigns = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";
  constexpr std::size_t kSize = 12;
  std::string out;
  for (auto left = hash.value(); out.size() < kSize; left /= kSigns.size()) out += kSigns[left % kSigns.size()];
  return out;
}

Gemaakt make_one(const std::string& naam, UitJson from) {
  Gemaakt out{{naam, from.bericht ? from.bericht->soort().naam : "", 0, std::move(from.bevindingen), 0}, std::nullopt};
  if (!from.bericht || !out.verdict.goed()) return out;
  out.verdict.bevindingen = faults_of(*from.bericht);
  if (out.verdict.goed()) out.bericht = std::move(from.bericht);
  return out;
}

Gemaakt answer_one(const Berichtbestand& file, const Toetsbronnen& bronnen, const Antwoordvraag& vraag) {
  Gemaakt out = read_one(file);
  if (!out.bericht) return out;
  const iwmo::Boom heen = std::move(*out.bericht);
  out.verdict.bevindingen = iwmo::judge(heen, bronnen.gegevens(vraag.dagtekening));
  Antwoord answer = make_antwoord(heen, out.verdict.bevindingen, vraag.dagtekening, vraag.identificatie);
  if (!answer.fouten.empty())
    return {{"het antwoord op " + file.naam, answer.bericht->soort().naam, 0, std::move(answer.fouten), 0},
            std::nullopt};
  if (!answer.bericht && out.verdict.goed())
    out.verdict = verdict_of(file.naam, "BESTAND", fmt::format("Op een {} hoort geen antwoord.", heen.soort().naam));
  out.bericht = std::move(answer.bericht);
  return out;
}

void each_counted(const std::vector<std::string>& paden, const OpVoortgang& voortgang,
                  const std::function<void(const Berichtbestand&)>& take) {
  const std::vector<Berichtpad> files = find_berichten(paden);
  Berichtteller teller(files, voortgang);
  for (const auto& path : files) {
    each_bericht(path, [&](const Berichtbestand& file) {
      take(file);
      teller.add(file);
    });
  }
}

}  // namespace

Antwoord make_antwoord(const iwmo::Boom& heen, const iwmo::Berichtbevindingen& found, Datum dagtekening,
                       const std::string& identificatie) {
  Antwoord out;
  out.bericht =
      iwmo::make_antwoord(heen, found, {identificatie.empty() ? own_number(heen) : identificatie, dagtekening});
  if (out.bericht) out.fouten = faults_of(*out.bericht);
  return out;
}

void lees_berichten(const std::vector<std::string>& paden, const OpGemaakt& take, const OpVoortgang& voortgang) {
  each_counted(paden, voortgang, [&](const Berichtbestand& file) { take(read_one(file)); });
}

void maak_berichten(const std::vector<std::string>& bestanden, const OpGemaakt& take) {
  for (const auto& name : bestanden) {
    const auto content = feiten::read_bestand(name);
    if (!content) {
      take(unreadable(name, content.errors().front().wat));
      continue;
    }
    for (UitJson& from : from_json(content->view())) take(make_one(name, std::move(from)));
  }
}

void beantwoord_berichten(const Antwoordvraag& vraag, const OpGemaakt& take, const OpVoortgang& voortgang) {
  const Toetsbronnen bronnen = read_toetsbronnen(vraag.bronnen);
  for (const auto& verdict : bronnen.fouten) take({verdict, std::nullopt});
  if (!bronnen.fouten.empty()) return;
  each_counted(vraag.paden, voortgang, [&](const Berichtbestand& file) { take(answer_one(file, bronnen, vraag)); });
}

Voorbeeldberichten maak_voorbeeldberichten(const Voorbeeldvraag& vraag, const std::string& map) {
  namespace fs = std::filesystem;
  Voorbeeldberichten out;
  std::error_code error;
  fs::create_directories(map, error);
  if (error || !fs::is_empty(map, error) || error) {
    out.fout = fmt::format("{} is geen lege map, of kan niet gemaakt worden.", map);
    return out;
  }
  iwmo::Declaratiereeks reeks{vraag.zaad,       vraag.jaar,      vraag.clienten,
                              vraag.aanbieders, vraag.gemeenten, vraag.fouten_per_duizend};
  iwmo::each_declaratie(reeks, [&](const std::string& name, const iwmo::Boom& message) {
    std::ofstream file(fs::path(map) / name, std::ios::binary);
    file << message_bytes(message);
    if (!file.flush()) out.fout = fmt::format("{} kan niet geschreven worden.", name);
    ++(message.soort().nummer == 301 ? out.toewijzingen : out.declaraties);
  });
  return out;
}

std::string message_bytes(const iwmo::Boom& bericht) {
  return iwmo::write_xml(bericht);
}

std::string file_name(const iwmo::Boom& bericht) {
  const iwmo::Deel header = bericht["Header"];
  std::string id(
      header.tekst(bericht.soort().heen == 0 ? "BerichtIdentificatie/Identificatie" : "IdentificatieRetour"));
  const auto odd = [](char c) { return c == '/' || c == '\\' || c == ':' || static_cast<unsigned char>(c) < 0x21; };
  std::replace_if(id.begin(), id.end(), odd, '_');
  return fmt::format("{}_{}_{}_{}.xml", bericht.soort().naam, header.tekst("Afzender"), header.tekst("Ontvanger"), id);
}

}  // namespace zorgkader
