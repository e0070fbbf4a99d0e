// From a saved outcome back to its files, with the fingerprint as proof.
#include "app/herhaal.hpp"

#include <fmt/format.h>

#include <filesystem>

#include "feiten/bestand.hpp"
#include "rapport/herhaling.hpp"

namespace zorgkader {
namespace {

Bevinding refused(const std::string& bestand, std::string wat) {
  return {Ernst::fout, "uitkomst-verouderd", {bestand, 0, 0, 0}, std::move(wat), "", ""};
}

std::optional<std::string> found(const std::string& path, const std::string& bestand, Waar waar) {
  std::error_code ignored;
  const auto normal = std::filesystem::path(path).lexically_normal();
  if (waar == Waar::ernaast && (normal.is_absolute() || normal.string().starts_with(".."))) return std::nullopt;
  if (waar == Waar::zoals_genoemd && std::filesystem::exists(path, ignored)) return path;
  const auto beside = std::filesystem::path(bestand).parent_path() / path;
  return std::filesystem::exists(beside, ignored) ? std::optional(beside.string()) : std::nullopt;
}

std::vector<Zet> zetten(const Zetparen& pairs) {
  std::vector<Zet> out;
  for (const auto& [naam, waarde] : pairs) out.push_back({naam, waarde});
  return out;
}

}  // namespace

Result<Herhaald> herhaal(const std::string& bestand, Waar waar) {
  const auto bytes = feiten::read_bestand(bestand);
  if (!bytes) return bytes.errors();
  const auto saved = lees_herhaling(bytes->view(), bestand);
  if (!saved) return saved.errors();
  const Oproep& o = saved->oproep;
  Herhaald out;
  out.bestand = bestand;
  const auto document = found(o.regeling, bestand, waar);
  if (!document) return refused(bestand, fmt::format("De regeling `{}` is er niet meer.", o.regeling));
  out.gegevens.regeling = *document;
  if (o.feiten) {
    out.gegevens.feiten = found(*o.feiten, bestand, waar);
    if (!out.gegevens.feiten) return refused(bestand, fmt::format("De feiten `{}` zijn er niet meer.", *o.feiten));
  }
  if (o.dossier) {
    const auto where = found(*o.dossier, bestand, waar);
    if (!where) return refused(bestand, fmt::format("Het dossier `{}` is er niet meer.", *o.dossier));
    out.gegevens.dossier = Dossierpad{*where, ""};
    if (o.bekend_op) out.gegevens.bekend_op = parse_datum(*o.bekend_op);
  }
  out.gegevens.zetten = zetten(o.gezet);
  for (const auto& [naam, gezet] : o.scenarios) out.gegevens.scenarios.push_back({naam, zetten(gezet)});
  if (o.peildatum) out.gegevens.peildatum = parse_datum(*o.peildatum);
  out.geladen.reset(new Geladen(laad(out.gegevens)));
  if (out.geladen->vingerafdruk != saved->vingerafdruk)
    return refused(bestand, fmt::format("De regeling `{}`{} is niet meer zoals toen deze uitkomst werd gemaakt.",
                                        o.regeling, o.feiten ? fmt::format(" of een feit in `{}`", *o.feiten) : ""));
  out.berekening = bereken(*out.geladen, out.gegevens, o.alleen).berekening;
  if (!out.geladen->run || !zelfde_uitkomsten(bytes->view(), out.berekening))
    return refused(bestand,
                   "Dezelfde regeling en feiten geven nu een andere uitkomst; is zij met een andere versie van "
                   "zorgkader gemaakt, of veranderd?");
  return out;
}

}  // namespace zorgkader
