// Database and key together, or a sentence that says what is amiss.
#include "app/dossierbestand.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <charconv>
#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace zorgkader {
namespace {

namespace fs = std::filesystem;
using dossier::Kluis;
using dossier::OpslagFout;

std::string from_hex(const std::string& pad, const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i + 1 < text.size(); i += 2) {
    unsigned value = 0;
    const char* end = text.data() + i + 2;
    if (std::from_chars(text.data() + i, end, value, 16).ptr != end) break;
    out += static_cast<char>(value);
  }
  if (text.size() != 2 * Kluis::kSleutelBytes || out.size() != Kluis::kSleutelBytes)
    throw OpslagFout(
        fmt::format("{} is geen sleutel: daarin staan {} hexadecimale tekens.", pad, 2 * Kluis::kSleutelBytes));
  return out;
}

/// The key that goes with the database; a new one where both are new.
std::string key_of(const Dossierpad& pad, Dossierbestand::Hoe hoe) {
  if (pad.dossier.starts_with("postgresql://") || pad.dossier.starts_with("postgres://"))
    throw OpslagFout("Deze versie bewaart een dossier in een bestand; PostgreSQL kan zij nog niet.");
  const std::string where = pad.sleutelpad();
  const bool there = fs::exists(pad.dossier), key_there = fs::exists(where);
  if (!there && hoe != Dossierbestand::Hoe::maken)
    throw OpslagFout(fmt::format("Het dossier {} bestaat niet. `zorgkader importeer` maakt er een.", pad.dossier));
  if (there && !key_there)
    throw OpslagFout(
        fmt::format("De sleutel {} ontbreekt; zonder de sleutel van dit dossier is het niet te lezen. Zet "
                    "haar terug, of wijs haar aan met --sleutel.",
                    where));
  if (!key_there) {
    std::string made = Kluis::make_sleutel();
    if (write_sleutel(pad, made)) return made;  // else another program was first: its key is the one
  }
  std::ifstream in(where, std::ios::binary);
  std::string text;
  std::getline(in, text);
  if (!in) throw OpslagFout(fmt::format("De sleutel {} kan niet gelezen worden.", where));
  return from_hex(where, text);
}

}  // namespace

std::string in_hex(std::string_view key) {
  std::string out;
  for (const char c : key) out += fmt::format("{:02x}", static_cast<unsigned char>(c));
  return out;
}

bool write_sleutel(const Dossierpad& pad, std::string_view key) {
  const std::string text = in_hex(key) + '\n', naar = pad.sleutelpad();
  std::string beside = naar + ".XXXXXX";
  const int file = ::mkstemp(beside.data());  // for this account alone
  const bool written =
      file >= 0 && ::write(file, text.data(), text.size()) == static_cast<ssize_t>(text.size()) && ::fsync(file) == 0;
  if (file >= 0) ::close(file);
  // A link is there as a whole or not at all, and never in the place of another; not every file system has links.
  bool there = written && ::link(beside.c_str(), naar.c_str()) == 0;
  const bool taken = written && !there && fs::exists(naar);
  if (written && !there && !taken) there = ::rename(beside.c_str(), naar.c_str()) == 0;
  if (file >= 0) ::unlink(beside.c_str());
  if (!there && !taken) throw OpslagFout(fmt::format("De sleutel {} kan niet geschreven worden.", naar));
  return there;
}

Dossierbestand::Dossierbestand(const Dossierpad& pad, Hoe hoe)
    : kluis_(key_of(pad, hoe)),
      base_(pad.dossier, hoe == Hoe::lezen ? storage::Sqlite::Toegang::lezen : storage::Sqlite::Toegang::schrijven),
      open_(base_, kluis_) {}

std::int64_t Dossierbestand::append(dossier::Gebeurtenis gebeurtenis) {
  for (int tries = 0; tries < 5; ++tries) {
    std::vector<dossier::Gebeurtenis> events{gebeurtenis};
    if (open_.add(open_.einde(gebeurtenis.gemeente), events) == dossier::Toevoeging::gelukt) return events[0].nummer;
  }
  throw OpslagFout("Er wordt steeds tussendoor geschreven; dit is niet vastgelegd. Probeer het zo meteen.");
}

}  // namespace zorgkader
