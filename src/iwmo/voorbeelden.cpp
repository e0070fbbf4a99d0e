// Trees that fit the schema at random, and a year of declarations.
#include "iwmo/voorbeelden.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "iwmo/kop.hpp"
#include "iwmo/regelhulp.hpp"

namespace zorgkader::iwmo {
namespace {

constexpr std::uint64_t kEersteBsn = 999900006;
constexpr std::uint64_t kBsns = 9000;

bool passes(std::uint64_t bsn) {
  std::uint64_t sum = 0, left = bsn / 10;
  for (std::uint64_t weight = 2; weight <= 9; ++weight, left /= 10) sum += left % 10 * weight;
  return (sum + 110 - bsn % 10) % 11 == 0;
}

std::string text_of(const Datatype& type, Toeval& chance) {
  constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
  constexpr std::string_view kDigits = "0123456789";
  const auto shortest = static_cast<std::uint64_t>(std::max<std::int64_t>(1, type.minimum));
  const auto longest = static_cast<std::uint64_t>(type.maximum == 0 ? 300 : type.maximum);
  const std::uint64_t length = shortest + chance.below(longest - shortest + 1);
  if (type.patroon == Patroon::versie)
    return fmt::format("{}.{}.{}", chance.below(3), chance.below(20), chance.below(20));
  std::string out;
  for (std::uint64_t i = 0; i < length; ++i) {
    if (type.patroon == Patroon::cijfers)
      out += kDigits[chance.below(kDigits.size())];
    else if (type.patroon == Patroon::letters && chance.one_in(10))
      out += "ë";
    else if (type.patroon == Patroon::letters || type.patroon == Patroon::letters_cijfers)
      out += kLetters[chance.below(kLetters.size())];
    else if (i > 0 && i + 1 < length && chance.one_in(8))
      out += chance.one_in(2) ? " " : chance.one_in(2) ? "&" : "<";
    else
      out += chance.one_in(12) ? std::string("ï") : std::string(1, kLetters[chance.below(kLetters.size())]);
  }
  return out;
}

std::string value_of(const Element& element, Toeval& chance) {
  if (!element.vast.empty()) return std::string(element.vast);
  const Datatype& type = *element.type;
  if (!type.codes.empty()) return std::string(type.codes[chance.below(type.codes.size())].code);
  switch (type.basis) {
    case Basis::getal: {
      const auto most = static_cast<std::uint64_t>(type.maximum - type.minimum) + 1;
      return std::to_string(type.minimum + static_cast<std::int64_t>(chance.below(
                                               chance.one_in(3) ? most : std::min<std::uint64_t>(most, 100))));
    }
    case Basis::datum:
      return format_datum(Datum(std::chrono::days(static_cast<int>(chance.below(40'000)) - 15'000)));
    case Basis::tijd:
      return fmt::format("{:02}:{:02}:{:02}", chance.below(24), chance.below(60), chance.below(60));
    case Basis::tekst:
      break;
  }
  return text_of(type, chance);
}

void fill(Boom& boom, Deel parent, Toeval& chance) {
  const Element& e = parent.element();
  for (int i = e.eerste; i < e.eerste + e.aantal; ++i) {
    const Element& part = boom.soort().elementen[static_cast<std::size_t>(i)];
    if (!part.verplicht && chance.one_in(2)) continue;
    const std::uint64_t times = part.herhaald ? 1 + chance.below(3) : 1;
    for (std::uint64_t n = 0; n < times; ++n) {
      const Deel made = boom.add(parent, i);
      if (part.type != nullptr)
        boom.set_tekst(made, value_of(part, chance));
      else
        fill(boom, made, chance);
      if (part.type == nullptr && !made.eerste()) boom.take_away(made.pad());  // there are no empty elements
    }
  }
}

constexpr std::int64_t kUrenPerMaand = 40;

struct Inzet {
  std::uint64_t client, toewijzing;
  std::int64_t tarief_cent;
};

class Reeks {
 public:
  Reeks(const Declaratiereeks& reeks, const std::function<void(const std::string&, const Boom&)>& take)
      : reeks_(reeks), take_(take), chance_(reeks.zaad), pairs_(reeks.aanbieders * reeks.gemeenten) {
    for (std::uint64_t client = 0; client < reeks.clienten; ++client)
      pairs_[chance_.below(pairs_.size())].push_back(
          {client, client + 1, 4000 + 50 * static_cast<std::int64_t>(chance_.below(60))});
  }

  void run() {
    for (std::uint64_t pair = 0; pair < pairs_.size(); ++pair) {
      for (const Inzet& one : pairs_[pair]) assign(pair, one);
    }
    for (unsigned month = 1; month <= 12; ++month) {
      for (std::uint64_t pair = 0; pair < pairs_.size(); ++pair) {
        if (!pairs_[pair].empty()) declare(pair, month);
      }
    }
  }

 private:
  std::string gemeente(std::uint64_t pair) const { return fmt::format("{:04}", 9001 + pair % reeks_.gemeenten); }
  std::string aanbieder(std::uint64_t pair) const { return fmt::format("{:08}", 42420001 + pair / reeks_.gemeenten); }
  Datum day(unsigned month, unsigned day) const { return std::chrono::year(reeks_.jaar) / month / day; }
  std::string identificatie() { return fmt::format("V{:07}", ++berichten_); }

  void assign(std::uint64_t pair, const Inzet& one) {
    Boom out = with_header(301, gemeente(pair), aanbieder(pair), identificatie(), day(1, 1));
    const std::string_view bericht = "Bericht/Client/";
    const auto put = [&](std::string_view path, std::string_view value) {
      out.put(std::string(bericht) + std::string(path), value);
    };
    put("Bsn", test_bsn(one.client));
    put("Geboortedatum/Datum", fmt::format("{}-07-01", 1930 + one.client % 60));
    put("Geslacht", one.client % 2 == 0 ? "1" : "2");
    put("Naam/Geslachtsnaam/Achternaam", fmt::format("Voorbeeld{}", one.client));
    put("Naam/NaamGebruik", "1");
    put("Contactgegevens/Contact[1]/Soort", "01");
    put("Contactgegevens/Contact[1]/Adres/Huis/Huisnummer", std::to_string(1 + one.client % 200));
    put("Contactgegevens/Contact[1]/Adres/Postcode", "1234AB");
    put("Contactgegevens/Contact[1]/Adres/LandCode", "NL");
    const std::string line = "ToegewezenProducten/ToegewezenProduct[1]/";
    put(line + "ToewijzingNummer", std::to_string(one.toewijzing));
    put(line + "Product/Categorie", "02");
    put(line + "Product/Code", "02A05");
    put(line + "Toewijzingsdatum", format_datum(day(1, 1)));
    put(line + "Toewijzingstijd", "09:00:00");
    put(line + "Ingangsdatum", format_datum(day(1, 1)));
    put(line + "Einddatum", format_datum(day(12, 31)));
    put(line + "Omvang/Volume", std::to_string(kUrenPerMaand));
    put(line + "Omvang/Eenheid", "04");
    put(line + "Omvang/Frequentie", "4");
    take_(fmt::format("WMO301_{:07}.xml", berichten_), out);
  }

  void declare(std::uint64_t pair, unsigned month) {
    const Datum begin = day(month, 1), end = last_of_month(begin), dated = end + std::chrono::days(10);
    Boom out = with_header(323, gemeente(pair), aanbieder(pair), identificatie(), dated);
    const Deel declaration = out.add(out.wortel(), "Declaratie");
    out.add(declaration, "DeclaratieNummer", fmt::format("DN{:07}", berichten_));
    period(out, declaration, "DeclaratiePeriode", begin, end);
    out.add(declaration, "DeclaratieDagtekening", format_datum(dated));
    const Deel total = out.add(declaration, "TotaalIngediendBedrag");
    const Deel sum = out.add(total, "TotaalBedrag", "0");
    out.add(total, "DebetCredit", "D");
    const Deel clients = out.add(declaration, "Clienten");
    std::int64_t cents = 0;
    std::vector<bool> seen(kBsns);  // numbers begin again when there are more clients than test BSNs
    for (const Inzet& one : pairs_[pair]) {
      if (seen[one.client % kBsns]) continue;
      seen[one.client % kBsns] = true;
      cents += add_line(out, clients, one, begin, end);
    }
    out.set_tekst(sum, std::to_string(cents));
    take_(fmt::format("WMO323_{:07}.xml", berichten_), out);
  }

  static void period(Boom& out, Deel parent, std::string_view name, Datum begin, Datum end) {
    const Deel made = out.add(parent, name);
    out.add(made, "Begindatum", format_datum(begin));
    out.add(made, "Einddatum", format_datum(end));
  }

  /// What can be wrong with a line; those of levels 3 and 4 show against the 301 and a list of products.
  enum class Regelfout { geen, cs337, cd060, cd087, cs002, tr321, tr338, tr339, tr346, aantal };

  Regelfout draw_fault() {
    if (reeks_.fouten_per_duizend == 0 || chance_.below(1000) >= reeks_.fouten_per_duizend) return Regelfout::geen;
    return static_cast<Regelfout>(1 + chance_.below(static_cast<std::uint64_t>(Regelfout::aantal) - 1));
  }

  std::int64_t add_line(Boom& out, Deel clients, const Inzet& one, Datum begin, Datum end) {
    const Regelfout wrong = draw_fault();
    const Deel client = out.add(clients, "Client");
    std::string bsn = test_bsn(one.client);
    if (wrong == Regelfout::cs002) bsn.back() = bsn.back() == '9' ? '0' : static_cast<char>(bsn.back() + 1);
    out.add(client, "Bsn", bsn);
    const Deel line = out.add(out.add(client, "Prestaties"), "Prestatie"),
               reference = out.add(line, "ProductReferentie");
    out.add(reference, "ReferentieNummer", fmt::format("R{:010}", ++regels_));
    if (wrong == Regelfout::cd060) out.add(reference, "VorigReferentieNummer", fmt::format("C{:010}", regels_));
    out.add(line, "ToewijzingNummer", std::to_string(one.toewijzing + (wrong == Regelfout::tr338 ? 90'000'000 : 0)));
    out.add(line, "ProductCategorie", wrong == Regelfout::tr339 ? "03" : "02");
    out.add(line, "ProductCode", "02A05");
    const std::int64_t hours =
        1 + static_cast<std::int64_t>(chance_.below(kUrenPerMaand)) + (wrong == Regelfout::tr321 ? kUrenPerMaand : 0);
    period(out, line, "ProductPeriode", wrong == Regelfout::cs337 ? begin - std::chrono::days(1) : begin, end);
    out.add(line, "GeleverdVolume", std::to_string(hours));
    out.add(line, "Eenheid", "04");
    if (wrong != Regelfout::cd087) out.add(line, "ProductTarief", std::to_string(one.tarief_cent));
    const Deel amount = out.add(line, "IngediendBedrag");
    const std::int64_t cents = hours * one.tarief_cent + (wrong == Regelfout::tr346 ? 1 : 0);
    out.add(amount, "Bedrag", std::to_string(cents));
    out.add(amount, "DebetCredit", "D");
    return cents;
  }

  const Declaratiereeks& reeks_;
  const std::function<void(const std::string&, const Boom&)>& take_;
  Toeval chance_;
  std::vector<std::vector<Inzet>> pairs_;  ///< clients of each provider and municipality
  std::uint64_t berichten_ = 0, regels_ = 0;
};

}  // namespace

Boom with_header(int nummer, std::string_view gemeente, std::string_view aanbieder, std::string_view id, Datum dag) {
  const Berichtsoort& kind = *release_3_2().bericht(nummer);
  Boom out(kind);
  const bool from_gemeente = kind.van == Partij::gemeente;
  const Deel head = add_header(out, from_gemeente ? gemeente : aanbieder, from_gemeente ? aanbieder : gemeente);
  add_identificatie(out, head, "BerichtIdentificatie", id, format_datum(dag));
  add_xsd_versie(out, head, "XsdVersie");
  return out;
}

std::string test_bsn(std::uint64_t nummer) {
  static const std::vector<std::string> all = [] {
    std::vector<std::string> out;
    for (std::uint64_t bsn = kEersteBsn; out.size() < kBsns; ++bsn) {
      if (passes(bsn)) out.push_back(std::to_string(bsn));
    }
    return out;
  }();
  return all[nummer % kBsns];
}

Boom random_bericht(const Berichtsoort& soort, Toeval& toeval) {
  Boom out(soort);
  fill(out, out.wortel(), toeval);
  return out;
}

void each_declaratie(const Declaratiereeks& reeks, const std::function<void(const std::string&, const Boom&)>& take) {
  Reeks(reeks, take).run();
}

}  // namespace zorgkader::iwmo
