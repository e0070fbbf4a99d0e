// Surnames are looked for as whole words: `Smit` does not stand in `Smitshoek`.
#include "app/rapportage/persoonstoets.hpp"

#include <fmt/format.h>

#include "dossier/registerlezer.hpp"
#include "iwmo/boom.hpp"

namespace zorgkader {
namespace {

/// Shorter surnames are words of the language too often.
constexpr std::size_t kShortest = 3;

/// Letters, and every byte of what is not ASCII.
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0;
}

}  // namespace

std::optional<Bevinding> Persoonstoets::check(std::string_view text, const std::string& wat) {
  const auto fault = [&](const char* code, const char* what, const char* remedy) {
    return Bevinding{Ernst::fout, code, {"", 0, 0, 0}, fmt::format("{} {}; de tekst is niet opgenomen.", wat, what),
                     remedy,      ""};
  };
  if (dossier::contains_bsn(text)) return fault("bsn-verboden", "bevat een getal dat een BSN kan zijn", "");
  if (has_surname(text)) return fault("naam-verboden", "bevat de achternaam van een cliënt", "");
  return std::nullopt;
}

bool Persoonstoets::has_surname(std::string_view text) {
  if (dossier_ == nullptr) return false;
  if (!is_read_) read_surnames();
  for (std::size_t at = 0; at < text.size();) {
    if (!is_letter(text[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && (is_letter(text[end]) || text[end] == '-')) ++end;
    if (namen_.contains(text.substr(at, end - at))) return true;
    at = end;
  }
  return false;
}

void Persoonstoets::read_surnames() {
  is_read_ = true;
  const auto add = [&](std::string_view name) {
    if (name.size() >= kShortest) namen_.emplace(name);
  };
  for (const auto& stand : dossier_->standen()) {
    stand->registers().each("persoonsgegevens", [&](const dossier::Standrij& row) {
      add(row.tekst("achternaam"));
      add(row.tekst("partnernaam"));
      return true;
    });
    for (const dossier::Dossierbericht& message : stand->berichten()) {
      if (message.soort == nullptr || (message.soort->nummer != 301 && message.soort->nummer != 315)) continue;
      dossier_->bestand().logboek().each(stand->gemeente(), message.gebeurtenis, [&](const auto& event) {
        const iwmo::Boom content = dossier::bericht_van(event);
        for (const char* part : {"Client/Naam/Geslachtsnaam/Achternaam", "Client/Naam/Partnernaam/Achternaam"})
          add(content[part].tekst());
        return false;
      });
    }
  }
}

}  // namespace zorgkader
