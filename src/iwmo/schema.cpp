// From the tables of a release to the elements of each message, parts of one class side by side.
#include "iwmo/schema.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <deque>

#include "iwmo/bouwplan.hpp"

namespace zorgkader::iwmo {
namespace {

std::vector<std::string_view> split(std::string_view text, std::string_view between) {
  std::vector<std::string_view> out;
  while (!text.empty()) {
    const auto end = text.find(between);
    out.push_back(text.substr(0, end));
    text = end == std::string_view::npos ? "" : text.substr(end + between.size());
  }
  return out;
}

const Klasse* find(std::span<const Klasse> classes, std::string_view name) {
  const auto it = std::find_if(classes.begin(), classes.end(), [&](const Klasse& k) { return k.naam == name; });
  return it == classes.end() ? nullptr : &*it;
}

/// Texts made while building live as long as the program; the tables point into them.
std::string_view keep(std::string text) {
  static std::deque<std::string> kept;
  return kept.emplace_back(std::move(text));
}

/// The name of an element: equal names have one address, and end in a NUL.
std::string_view keep_name(std::string_view name) {
  static std::deque<std::string> kept;
  const auto known = std::find(kept.begin(), kept.end(), name);
  return known == kept.end() ? kept.emplace_back(name) : *known;
}

std::span<const std::string_view> keep_paths(std::string_view paths) {
  static std::deque<std::vector<std::string_view>> kept;
  return kept.emplace_back(split(paths, " "));
}

class Bouwer {
 public:
  Bouwer(const Releaseplan& release, const Berichtplan& plan, bool retour) : release_(release), plan_(plan) {
    soort_.nummer = retour ? plan.retour : plan.nummer;
    soort_.naam = fmt::format("WMO{}", soort_.nummer);
    soort_.titel = retour ? keep(fmt::format("{}, retour", plan.titel)) : plan.titel;
    soort_.code = retour ? plan.retour_code : plan.code;
    soort_.van = !retour ? plan.van : plan.van == Partij::gemeente ? Partij::aanbieder : Partij::gemeente;
    soort_.heen = retour ? plan.nummer : 0;
    soort_.antwoord = retour ? 0 : plan.nummer == 323 ? 325 : plan.retour;
    soort_.ruimte = fmt::format("{}wmo{}/schema", release.ruimte, soort_.nummer);
  }

  Berichtsoort build() && {
    soort_.elementen.push_back({keep_name("Bericht")});
    const bool may_lack = soort_.heen != 0 && plan_.inhoud.back() != '?';
    add_parts(0, keep(fmt::format("Header, {}{}", plan_.inhoud, may_lack ? "?" : "")), false);
    return std::move(soort_);
  }

 private:
  bool retour() const { return soort_.heen != 0; }

  std::string header() const {
    const bool sent_by_gemeente = plan_.van == Partij::gemeente;  // a return message keeps both (IV028)
    std::string out(release_.header);
    const std::string_view parties = "{partijen}";
    out.replace(out.find(parties), parties.size(),
                sent_by_gemeente ? "Afzender:Gemeente, Ontvanger:AgbCode" : "Afzender:AgbCode, Ontvanger:Gemeente");
    if (retour()) out += ", " + std::string(release_.header_retour);
    if (plan_.nummer == 325) out += ", " + std::string(release_.header_325);
    return out;
  }

  Element element(std::string_view part, bool shared) const {
    Element e;
    e.verplicht = part.back() != '?';
    e.herhaald = part.back() == '+';
    if (!e.verplicht || e.herhaald) part.remove_suffix(1);
    e.naam = keep_name(part.substr(0, part.find(':')));
    e.basisschema = shared;
    if (e.naam == "BerichtCode") e.vast = soort_.code;
    if (e.naam == "BerichtVersie") e.vast = release_.versie;
    if (e.naam == "BerichtSubversie") e.vast = release_.subversie;
    return e;
  }

  static std::string_view type_of(std::string_view part) {
    if (part.back() == '?' || part.back() == '+') part.remove_suffix(1);
    const auto colon = part.find(':');
    return colon == std::string_view::npos ? part : part.substr(colon + 1);
  }

  /// The parts side by side, then the parts of each of them.
  void add_parts(std::size_t parent, std::string_view parts, bool shared) {
    const auto names = split(parts, ", ");
    const auto first = soort_.elementen.size();
    soort_.elementen[parent].eerste = static_cast<std::uint16_t>(first);
    soort_.elementen[parent].aantal = static_cast<std::uint16_t>(names.size());
    for (const auto& name : names) {
      Element e = element(name, shared);
      e.ouder = static_cast<std::uint16_t>(parent);
      soort_.elementen.push_back(e);
    }
    for (std::size_t i = 0; i < names.size(); ++i) fill(first + i, type_of(names[i]));
  }

  void fill(std::size_t at, std::string_view type) {
    if (type == "Header") return add_parts(at, keep(header()), false);
    if (type == "RetourCodes") return add_parts(at, "RetourCode+", false);
    if (const Klasse* c = find(plan_.klassen, type)) {
      if (!c->sleutel.empty()) soort_.elementen[at].sleutel = keep_paths(c->sleutel);
      const bool codes = retour() && !c->sleutel.empty();
      return add_parts(at, codes ? keep(fmt::format("{}, RetourCodes", c->delen)) : c->delen, false);
    }
    if (const Klasse* c = find(release_.groepen, type)) return add_parts(at, c->delen, true);
    soort_.elementen[at].type = &datatype(type);
  }

  const Releaseplan& release_;
  const Berichtplan& plan_;
  Berichtsoort soort_;
};

}  // namespace

Release build_release(const Releaseplan& plan) {
  Release out{plan.naam,
              plan.versie,
              plan.subversie,
              plan.xsd_versie,
              plan.regels_versie,
              fmt::format("{}basisschema/schema", plan.ruimte),
              {}};
  for (const Berichtplan& b : plan.berichten) {
    out.berichten.push_back(Bouwer(plan, b, false).build());
    if (b.retour != 0) out.berichten.push_back(Bouwer(plan, b, true).build());
  }
  std::sort(out.berichten.begin(), out.berichten.end(), [](auto& a, auto& b) { return a.nummer < b.nummer; });
  return out;
}

const Berichtsoort* Release::bericht(int nummer) const {
  const auto it = std::find_if(berichten.begin(), berichten.end(), [&](auto& b) { return b.nummer == nummer; });
  return it == berichten.end() ? nullptr : &*it;
}

const Berichtsoort* Release::bericht_met_ruimte(std::string_view ruimte) const {
  const auto it = std::find_if(berichten.begin(), berichten.end(), [&](auto& b) { return b.ruimte == ruimte; });
  return it == berichten.end() ? nullptr : &*it;
}

int part_of(const Berichtsoort& soort, const Element& klasse, std::string_view naam) {
  for (int i = klasse.eerste; i < klasse.eerste + klasse.aantal; ++i) {
    if (soort.elementen[static_cast<std::size_t>(i)].naam == naam) return i;
  }
  return -1;
}

}  // namespace zorgkader::iwmo
