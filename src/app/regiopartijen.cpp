// Parties of the example region: gemeenten, partners with their members, and nineteen other providers.
#include <fmt/format.h>

#include <algorithm>

#include "app/regioplan.hpp"

namespace zorgkader {
namespace {

constexpr Regioproduct kProducten[] = {
    {"02A06", "02", "Begeleiding individueel, licht", "licht", false, 28500},
    {"02A07", "02", "Begeleiding individueel, middel", "middel", false, 47125},
    {"02A08", "02", "Begeleiding individueel, middelzwaar", "middelzwaar", false, 69850},
    {"02A09", "02", "Begeleiding individueel, zwaar", "zwaar", false, 102475},
    {"07A05", "07", "Begeleiding groep, licht", "licht", true, 31840},
    {"07A06", "07", "Begeleiding groep, middel", "middel", true, 54060},
    {"07A07", "07", "Begeleiding groep, zwaar", "zwaar", true, 81290},
    {"21200", "02", "Begeleiding individueel, preferred supplier", "preferred supplier", false, 0},
    {"71100", "07", "Begeleiding groep, preferred supplier", "preferred supplier", true, 0},
};

/// What tariffs rise by, in hundredths of a percent.
constexpr std::int64_t kIndex = 387;
constexpr std::int64_t kGeheel = 10'000;

std::vector<Voorbeeldgemeente> invented_gemeenten() {
  return {{"9001", "Verzonnenstad", true}, {"9002", "Bedachtdorp", true}, {"9003", "Fictiedal aan de Stroom", true},
          {"9004", "Denkbeeldingen"},      {"9005", "Nergenshuizen"},     {"9006", "Voorbeeldrade"}};
}

std::vector<Voorbeeldpartner> invented_partners() {
  return {{"Stichting De Bedachte Brug", "Bedachte Brug", true, {}},
          {"Combinatie Vier Verzonnen Winden",
           "Vier Winden",
           true,
           {"Stichting Verzonnen Noordenwind", "Stichting Verzonnen Oostenwind", "Stichting Verzonnen Zuidenwind",
            "Stichting Verzonnen Westenwind"}},
          {"Fictief Ambulant", "Fictief", false, {}},
          {"Stichting Denkbeeldig", "Denkbeeldig", true, {}},
          {"Voorbeeldkracht", "Voorbeeldkracht", false, {}}};
}

/// Of the others the first deliver only individual support, the last only support in a group.
struct Ander {
  std::string_view naam;
  bool individueel, groep;
  std::uint64_t gewicht;
};
constexpr Ander kAnderen[] = {
    {"Zorghuis Nergensland", true, true, 12},
    {"Het Papieren Anker", true, false, 10},
    {"Atelier Luchtkasteel", true, true, 9},
    {"Begeleiding Kabouterbos", true, false, 8},
    {"Groepshuis Eenhoorn", false, true, 8},
    {"Droomdal Begeleiding", true, false, 6},
    {"Dagplek Wolkendek", false, true, 6},
    {"Stichting Zevenmijlslaars", true, false, 5},
    {"De Glazen Fiets", true, true, 5},
    {"Fantasiewerf", true, false, 4},
    {"Mistig Eiland Voorbeeldzorg", true, false, 3},
    {"Werkplaats Luchtbel", false, true, 3},
    {"Regenboogpad Voorbeeld", true, false, 2},
    {"Sprookjesoever", true, true, 2},
    {"De Bedachte Boom", true, false, 2},
    {"Dagtuin Nimmerland", false, true, 2},
    {"Sterrenstof Voorbeeld", true, false, 1},
    {"Praktijk Niemand", true, false, 1},
    {"Maanlicht Verzonnen Zorg", true, false, 1},
};
constexpr std::uint64_t kGewichtPartners[] = {40, 30, 20, 14, 10};
constexpr std::uint64_t kMeesteGemeenten = 6;

std::vector<std::size_t> all_gemeenten(const Regioplan& plan) {
  std::vector<std::size_t> out(plan.vraag.gemeenten.size());
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = i;
  return out;
}

/// From one to six gemeenten.
std::vector<std::size_t> some_gemeenten(const Regioplan& plan, iwmo::Toeval& chance) {
  std::vector<std::size_t> out = all_gemeenten(plan);
  for (std::size_t i = out.size(); i > 1; --i) std::swap(out[i - 1], out[chance.below(i)]);
  out.resize(1 + chance.below(std::min<std::uint64_t>(kMeesteGemeenten, out.size())));
  std::sort(out.begin(), out.end());
  return out;
}

void add_afzender(Regioplan& plan, std::string naam, std::size_t partij, bool lid) {
  const std::size_t number = lid ? 100 + plan.afzenders.size() - plan.partijen.size() : plan.afzenders.size();
  plan.afzenders.push_back({fmt::format("4242{:04}", number + 1), std::move(naam), partij, lid});
}

}  // namespace

std::int64_t Regioproduct::tarief_in(int jaar_nummer) const {
  return jaar_nummer == 0 ? tarief_cent : (tarief_cent * (kGeheel + kIndex) + kGeheel / 2) / kGeheel;
}

std::span<const Regioproduct> regioproducten() {
  return kProducten;
}

std::string_view dienst_naam(bool groep) {
  return groep ? "BGG" : "BGI";
}

/// Every service has somebody in every gemeente: partners work everywhere, and the largest others of both services.
void add_partijen(Regioplan& plan, iwmo::Toeval& toeval) {
  Regiovraag& asked = plan.vraag;
  if (asked.gemeenten.empty()) asked.gemeenten = invented_gemeenten();
  if (asked.partners.empty()) asked.partners = invented_partners();
  for (const Voorbeeldpartner& p : asked.partners) {
    const std::size_t rank = std::min(plan.partijen.size(), std::size(kGewichtPartners) - 1);
    plan.partijen.push_back({p.naam, p.kort, true, true, p.groep, all_gemeenten(plan), kGewichtPartners[rank], 0, 0});
  }
  for (const Ander& other : kAnderen) {
    const bool everywhere = &other == &kAnderen[0];
    plan.partijen.push_back({std::string(other.naam), std::string(other.naam), false, other.individueel, other.groep,
                             everywhere ? all_gemeenten(plan) : some_gemeenten(plan, toeval), other.gewicht, 0, 0});
  }
  for (std::size_t i = 0; i < plan.partijen.size(); ++i) add_afzender(plan, plan.partijen[i].naam, i, false);
  for (std::size_t i = 0; i < asked.partners.size(); ++i) {
    plan.partijen[i].eerste_lid = plan.afzenders.size();
    plan.partijen[i].leden = asked.partners[i].leden.size();
    for (const std::string& name : asked.partners[i].leden) add_afzender(plan, name, i, true);
  }
}

}  // namespace zorgkader
