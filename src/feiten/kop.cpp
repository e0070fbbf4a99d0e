// Matching column names exactly, with a hint where a name was nearly right.
#include "feiten/kop.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "feiten/grenzen.hpp"
#include "feiten/tekenset.hpp"
#include "values/naam.hpp"

namespace zorgkader::feiten {
namespace {

constexpr const char* kWaarde = "waarde";

struct Vrijwillig {
  const char* naam;
  Rol rol;
};
constexpr Vrijwillig kVrijwillig[] = {{"bron", Rol::bron}, {"peildatum", Rol::peildatum}, {"status", Rol::status}};

/// A column that nobody asked for, until a missing name claims it.
struct Vreemd {
  const Cel* cel;
  std::string naam;
};

KolomRol rol_of(std::string_view naam, const FeitVorm& vorm) {
  const auto key = std::find(vorm.sleutels.begin(), vorm.sleutels.end(), naam);
  if (key != vorm.sleutels.end()) return {Rol::sleutel, static_cast<std::size_t>(key - vorm.sleutels.begin())};
  if (naam == kWaarde) return {Rol::waarde, 0};
  for (const Vrijwillig& optional : kVrijwillig) {
    if (naam == optional.naam) return {optional.rol, 0};
  }
  return {};
}

bool same(const KolomRol& a, const KolomRol& b) {
  return a.rol == b.rol && a.sleutel == b.sleutel;
}

bool contains(const std::vector<KolomRol>& kolommen, const KolomRol& wanted) {
  return std::any_of(kolommen.begin(), kolommen.end(), [&](const KolomRol& k) { return same(k, wanted); });
}

std::vector<std::string> required(const FeitVorm& vorm) {
  std::vector<std::string> out = vorm.sleutels;
  out.emplace_back(kWaarde);
  return out;
}

std::string name_of(std::string_view naam) {
  return "`" + shown(naam, kMaxSleutelTekens) + "`";
}

void report_missing(const Rij& rij, const std::string& naam, std::vector<Vreemd>& vreemd, Meldlijst& meldlijst) {
  std::vector<std::string> others;
  for (const Vreemd& v : vreemd) others.push_back(v.naam);
  const Bedoeld meant = find_bedoeld(naam, others);
  std::string wat = fmt::format("De kolom {} ontbreekt", name_of(naam));
  if (meant.gelijkenis == Gelijkenis::geen) {
    const char sep = meldlijst.oorsprong().scheiding;
    if (sep != 0) wat += fmt::format(" (gelezen met `{}` als scheidingsteken)", sep);
    return meldlijst.add(rij, nullptr, {"kolom-ontbreekt", wat + ".", ""});
  }
  const auto near = std::find_if(vreemd.begin(), vreemd.end(), [&](const Vreemd& v) { return v.naam == meant.naam; });
  wat += fmt::format("; er staat wel {}{}.", name_of(near->naam),
                     meant.gelijkenis == Gelijkenis::hoofdletters ? ", en hoofdletters tellen mee" : "");
  meldlijst.add(rij, near->cel, {"kolom-ontbreekt", wat, fmt::format("Noem de kolom {}.", name_of(naam))});
  vreemd.erase(near);
}

void report_unknown(const Rij& rij, const Vreemd& vreemd, const Kop& kop, Meldlijst& meldlijst) {
  if (vreemd.naam.empty()) {
    return meldlijst.add(rij, vreemd.cel,
                         {"kolom-onbekend", "Een kolom heeft geen naam.", "Geef haar een naam of haal haar weg."});
  }
  std::vector<std::string> free;
  for (const Vrijwillig& optional : kVrijwillig) {
    if (!kop.has(optional.rol)) free.emplace_back(optional.naam);
  }
  const Bedoeld meant = find_bedoeld(vreemd.naam, free);
  std::string wat = fmt::format("De kolom {} is niet verwacht", name_of(vreemd.naam));
  if (meant.gelijkenis == Gelijkenis::hoofdletters)
    wat += fmt::format("; hoofdletters tellen mee: {}", name_of(meant.naam));
  if (meant.gelijkenis == Gelijkenis::bijna) wat += fmt::format("; is {} bedoeld?", name_of(meant.naam));
  // A sentence that ends with a question needs no full stop.
  if (!wat.ends_with('?')) wat += '.';
  meldlijst.add(rij, vreemd.cel, {"kolom-onbekend", wat, ""});
}

/// The roles of the cells; collects columns without one.
std::vector<Vreemd> assign_roles(const Rij& rij, const FeitVorm& vorm, Kop& kop, Meldlijst& meldlijst) {
  std::vector<Vreemd> vreemd;
  for (const Cel& cel : rij.cellen) {
    KolomRol rol;
    if (auto read = read_tekst(cel); std::holds_alternative<CelFout>(read) && !is_leeg(cel)) {
      meldlijst.add(rij, &cel, std::get<CelFout>(std::move(read)));
    } else if (rol = rol_of(trim(cel.tekst), vorm); rol.rol == Rol::onbekend) {
      vreemd.push_back({&cel, std::string(trim(cel.tekst))});
    } else if (contains(kop.kolommen, rol)) {
      meldlijst.add(rij, &cel,
                    {"kolom-onbekend", fmt::format("De kolom {} staat er twee keer.", name_of(trim(cel.tekst))), ""});
      rol = {};
    }
    kop.kolommen.push_back(rol);
  }
  return vreemd;
}

}  // namespace

bool Kop::has(Rol rol) const {
  return std::any_of(kolommen.begin(), kolommen.end(), [rol](const KolomRol& k) { return k.rol == rol; });
}

std::size_t count_gevraagd(const Rij& rij, const FeitVorm& vorm) {
  std::vector<KolomRol> seen;
  for (const Cel& cel : rij.cellen) {
    const KolomRol rol = rol_of(trim(cel.tekst), vorm);
    if ((rol.rol == Rol::sleutel || rol.rol == Rol::waarde) && !contains(seen, rol)) seen.push_back(rol);
  }
  return seen.size();
}

Kop read_kop(const Rij& rij, const FeitVorm& vorm, Meldlijst& meldlijst) {
  Kop kop;
  if (rij.cellen.size() > kMaxKolommen) {
    meldlijst.add(rij, nullptr, {"kolom-onbekend", fmt::format("Er zijn meer dan {} kolommen.", kMaxKolommen), ""});
    return kop;
  }
  std::vector<Vreemd> vreemd = assign_roles(rij, vorm, kop, meldlijst);
  kop.compleet = true;
  for (const std::string& naam : required(vorm)) {
    if (contains(kop.kolommen, rol_of(naam, vorm))) continue;
    kop.compleet = false;
    report_missing(rij, naam, vreemd, meldlijst);
  }
  for (const Vreemd& v : vreemd) report_unknown(rij, v, kop, meldlijst);
  return kop;
}

}  // namespace zorgkader::feiten
