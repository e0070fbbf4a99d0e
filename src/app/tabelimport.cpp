// A row that is there already changes nothing, so the same file twice is one file.
#include "app/tabelimport.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <string_view>

#include "dossier/registerinhoud.hpp"
#include "dossier/registerlezer.hpp"
#include "feiten/csvtekst.hpp"
#include "feiten/tekenset.hpp"
#include "feiten/werkmap.hpp"
#include "values/naam.hpp"
#include "values/tekst.hpp"

namespace zorgkader {
namespace {

namespace fs = std::filesystem;
using dossier::Registerblok;
using dossier::Registerrij;
using dossier::Registersoort;

constexpr std::string_view kGemeenten = "gemeenten";

std::string extension_of(const std::string& bestand) {
  return lower(fs::path(bestand).extension().string());
}

/// A CSV that is named after one, or a workbook with such a sheet.
bool holds_register(const Tabelbestand& file) {
  if (dossier::find_registersoort(lower(fs::path(file.bestand).stem().string())) != nullptr) return true;
  if (extension_of(file.bestand) != ".xlsx") return false;
  const feiten::Werkmap book(file.bytes);
  if (book.fault()) return false;
  return std::any_of(book.bladen().begin(), book.bladen().end(), [](const feiten::Werkblad& b) {
    return dossier::find_registersoort(lower(feiten::trim(b.naam))) != nullptr;
  });
}

Bevinding refused(const Tabelbestand& file, const char* code, std::string wat) {
  return {Ernst::fout, code, {file.bestand, 0, 0, 0}, std::move(wat), "", ""};
}

/// Why a file with facts may not go in. The cells of a workbook stand in it packed, so they must be asked one by one,
/// and one that cannot be read to its end may hold anything.
std::optional<Bevinding> fault_of(const Tabelbestand& file, const std::string& name) {
  bool person = dossier::contains_bsn(name);
  if (extension_of(file.bestand) != ".xlsx") {
    if (auto bad = feiten::check_tekenset(without_bom(file.bytes), file.bestand)) return bad;
    person = person || dossier::contains_bsn(file.bytes);
  } else {
    const feiten::Werkmap book(file.bytes);
    if (book.fault()) return refused(file, "bestand-onleesbaar", *book.fault());
    for (const feiten::Werkblad& sheet : book.bladen()) {
      auto fault = feiten::each_rij(book, sheet, file.bestand, [&](const feiten::Rij& row) {
        for (const feiten::Cel& cell : row.cellen) person = person || dossier::contains_bsn(cell.tekst);
      });
      if (fault) return fault;
    }
  }
  if (!person) return std::nullopt;
  return refused(file, "bsn-verboden",
                 "In dit bestand of in zijn naam staat een getal dat een BSN kan zijn: negen cijfers die de elfproef "
                 "doorstaan.");
}

/// Names of gemeenten are looked up in the register gemeenten, which a workbook holds beside others.
bool may_hold_gemeenten(const Tabelbestand& file) {
  return extension_of(file.bestand) == ".xlsx" || lower(fs::path(file.bestand).stem().string()) == kGemeenten;
}

std::size_t rank(const Registersoort& soort) {
  const auto all = dossier::registersoorten();
  return static_cast<std::size_t>(std::find(all.begin(), all.end(), &soort) - all.begin());
}

std::vector<std::string> key_of(const Registersoort& soort, const Registerrij& row) {
  std::vector<std::string> out;
  for (const std::size_t column : soort.sleutelkolommen()) out.push_back(row.waarden[column]);
  return out;
}

}  // namespace

std::vector<Tabeluitslag> Tabelimport::add(const std::vector<Tabelbestand>& bestanden) {
  std::vector<Tabeluitslag> out;
  std::vector<Registerblok> blocks;
  const auto codes = [&](std::string_view naam) { return regio_.registers().gemeentecodes(naam); };
  std::vector<const Tabelbestand*> registers;
  for (const Tabelbestand& file : bestanden) {
    if (holds_register(file))
      registers.push_back(&file);
    else
      out.push_back(add_facts(file));
  }
  // First what other files are read by; a workbook is read once more for its other sheets.
  for (const bool gemeenten : {true, false}) {
    for (const Tabelbestand* file : registers) {
      if (gemeenten && !may_hold_gemeenten(*file)) continue;
      auto read = dossier::read_registers(file->bytes, file->bestand, codes);
      if (!read && !gemeenten) out.push_back({file->bestand, "", "", 0, 0, 0, read.errors()});
      if (!read) continue;
      for (Registerblok& block : *read) {
        if ((block.soort->naam == kGemeenten) != gemeenten) continue;
        if (gemeenten)
          out.push_back(add_register(block));
        else
          blocks.push_back(std::move(block));
      }
    }
  }
  for (const Registerblok& block : blocks) ++leveringen_[block.soort];
  std::stable_sort(blocks.begin(), blocks.end(),
                   [](const auto& a, const auto& b) { return rank(*a.soort) < rank(*b.soort); });
  for (const Registerblok& block : blocks) out.push_back(add_register(block));
  return out;
}

Tabeluitslag Tabelimport::add_register(const Registerblok& blok) {
  Tabeluitslag out{blok.bestand, blok.blad, std::string(blok.soort->naam), 0, 0, 0, {}};
  if (!blok.soort->per_gemeente()) {
    add_rows(out, std::string(dossier::kRegio), regio_.registers(), blok);
    return out;
  }
  out.geweigerd = blok.geweigerd;
  out.bevindingen = blok.bevindingen;
  for (auto& [gemeente, part] : split_per_gemeente(blok))
    add_rows(out, gemeente, stand_(gemeente).registers(), std::move(part));
  return out;
}

void Tabelimport::add_rows(Tabeluitslag& out, const std::string& log, dossier::Registerstand& registers,
                           Registerblok blok) {
  // What a file does not have stays as it was; an empty cell empties.
  for (Registerrij& row : blok.rijen) {
    const dossier::Standrij* now = registers.find(blok.soort->naam, key_of(*blok.soort, row));
    for (const std::size_t column : now == nullptr ? std::vector<std::size_t>() : blok.afwezig)
      row.waarden[column] = now->rij.waarden[column];
  }
  Registerblok good = registers.check(std::move(blok));
  refuse_contradictions(good);
  out.geweigerd += good.geweigerd;
  out.bevindingen.insert(out.bevindingen.end(), good.bevindingen.begin(), good.bevindingen.end());
  const std::size_t all = good.rijen.size();
  std::erase_if(good.rijen, [&](const Registerrij& row) {
    const dossier::Standrij* now = registers.find(good.soort->naam, key_of(*good.soort, row));
    return now != nullptr && now->rij.waarden == row.waarden;
  });
  out.gelijk += all - good.rijen.size();
  out.nieuw += good.rijen.size();
  if (good.rijen.empty()) return;
  // Where the file lay is nobody's business, and would make two logs of the same files differ.
  good.bestand = fs::path(good.bestand).filename().string();
  const dossier::Gebeurtenis& event = record_(log, dossier::soorten::kRegister, write_inhoud(good));
  registers.apply(*good.soort, good.rijen, event.nummer);
}

/// Two files of one delivery that say different things of one key: which of them holds is not for us to say.
void Tabelimport::refuse_contradictions(Registerblok& blok) {
  // Of a register that comes once nothing need be remembered; gemeenten are taken in before all blocks are known.
  if (blok.soort->naam != kGemeenten && leveringen_[blok.soort] < 2) return;
  const std::string here = blok.blad.empty() ? blok.bestand : fmt::format("{} [{}]", blok.bestand, blok.blad);
  std::erase_if(blok.rijen, [&](const Registerrij& row) {
    const std::string key = fmt::format("{} {}", blok.soort->naam, sleutel_van(*blok.soort, row.waarden));
    const auto [first, fresh] = geleverd_.try_emplace(key, Geleverd{here, row.waarden});
    if (fresh || first->second.waar == here || first->second.waarden == row.waarden) return false;
    ++blok.geweigerd;
    blok.bevindingen.push_back(
        {Ernst::fout,
         "rij-dubbel",
         {blok.bestand, static_cast<int>(row.regel), 0, 0},
         fmt::format("Ook {} heeft deze sleutel, met een andere inhoud: {}.", first->second.waar,
                     sleutel_tekst(*blok.soort, row.waarden)),
         "Geef in een opdracht één bestand met deze sleutel; wat later ging gelden komt in een volgende opdracht.",
         ""});
    return true;
  });
}

Tabeluitslag Tabelimport::add_facts(const Tabelbestand& file) {
  Tabeluitslag out{file.bestand, "", "feiten", 0, 0, 0, {}};
  const std::string name = fs::path(file.bestand).filename().string();
  const auto known = regio_.feiten().find(name);
  if (known != regio_.feiten().end() && known->second.bytes == file.bytes) {
    out.gelijk = 1;
    return out;
  }
  if (auto fault = fault_of(file, name)) {
    out.geweigerd = 1;
    out.bevindingen.push_back(*std::move(fault));
    return out;
  }
  out.nieuw = 1;
  const std::string log(dossier::kRegio);
  regio_.apply(record_(log, dossier::soorten::kFeiten, dossier::write_feitbestand(name, file.bytes)));
  return out;
}

}  // namespace zorgkader
