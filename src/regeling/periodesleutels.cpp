// Keys whose members are periods: days, weeks, months, quarters or years that follow each other.
#include <fmt/format.h>

#include "regeling/tabel_lezer.hpp"

namespace zorgkader {
namespace {

constexpr std::size_t kMostPeriods = 5'000;

/// `2025-01`, `2025-K1`, `2025`, `2025-W05`; a year that does not begin in January: `2023-2024`.
std::string name_of(Datum begin, Tijdmaat maat) {
  const int year = year_of(begin);
  const unsigned month = static_cast<unsigned>(std::chrono::year_month_day(begin).month());
  switch (maat) {
    case Tijdmaat::jaar:
      return month == 1 ? fmt::format("{:04}", year) : fmt::format("{:04}-{:04}", year, year + 1);
    case Tijdmaat::kwartaal:
      return fmt::format("{:04}-K{}", year, (month + 2) / 3);
    case Tijdmaat::maand:
      return format_maand(begin);
    case Tijdmaat::week: {
      // The week belongs to the year of its Thursday.
      const Datum thursday = begin + std::chrono::days(3);
      const int of = year_of(thursday);
      const auto days = (thursday - Datum(std::chrono::year(of) / 1 / 1)).count();
      return fmt::format("{:04}-W{:02}", of, days / 7 + 1);
    }
    case Tijdmaat::dag:
    case Tijdmaat::werkdag:
      break;
  }
  return format_datum(begin);
}

/// Weeks begin on Monday, months and years on a first day, quarters in January, April, July or October.
bool may_begin(Datum d, Tijdmaat maat) {
  const std::chrono::year_month_day ymd(d);
  if (maat == Tijdmaat::dag) return true;
  if (maat == Tijdmaat::week) return std::chrono::weekday(d) == std::chrono::Monday;
  return ymd.day() == std::chrono::day(1) &&
         (maat != Tijdmaat::kwartaal || static_cast<unsigned>(ymd.month()) % 3 == 1);
}

class PeriodeLezer : TabelLezer {
 public:
  using TabelLezer::TabelLezer;

  void names() {
    for (Sleutel& s : r_.sleutels) {
      if (!s.stap) continue;
      if (!may_begin(s.loop.van, *s.stap)) {
        report("formule-fout", s.positie, fmt::format("Op {} begint zo'n periode niet.", format_datum_nl(s.loop.van)),
               "Weken beginnen op maandag, maanden en jaren op de eerste, kwartalen op 1 januari, april, juli of "
               "oktober.");
        continue;
      }
      for (auto day = std::optional(s.loop.van); day && *day <= s.loop.tot;
           day = step(s.loop.van, static_cast<std::int64_t>(s.leden.size()), *s.stap)) {
        s.leden.push_back(name_of(*day, *s.stap));
        if (s.leden.size() > kMostPeriods) break;
      }
      if (s.leden.empty() || s.leden.size() > kMostPeriods)
        report("formule-fout", s.positie, fmt::format("Dit zijn geen 1 tot {} perioden.", kMostPeriods));
    }
  }

  void properties() {
    for (std::size_t k = 0; k < r_.sleutels.size(); ++k) {
      if (!r_.sleutels[k].stap) continue;
      const Tijdmaat maat = *r_.sleutels[k].stap;
      const Datum first = r_.sleutels[k].loop.van;
      Attribuut begin{"begin", {Soort::datum, {}}, -1, {}}, end{"einde", {Soort::datum, {}}, -1, {}};
      Attribuut days{"dagen", {Soort::getal, Eenheid::basis("dag")}, -1, {}};
      for (std::size_t i = 0; i < r_.sleutels[k].leden.size(); ++i) {
        const Datum from = *step(first, static_cast<std::int64_t>(i), maat);
        const Datum next = step(first, static_cast<std::int64_t>(i) + 1, maat).value_or(from);
        begin.waarden.emplace_back(from);
        end.waarden.emplace_back(next - std::chrono::days(1));
        days.waarden.emplace_back(Getal((next - from).count()));
      }
      std::vector<Attribuut> all{begin, std::move(end), std::move(days)};
      for (const auto& [name, wider] :
           {std::pair{"maand", Tijdmaat::maand}, {"kwartaal", Tijdmaat::kwartaal}, {"jaar", Tijdmaat::jaar}})
        larger(k, name, wider, begin, all);
      auto& to = r_.sleutels[k].attributen;
      to.insert(to.end(), std::make_move_iterator(all.begin()), std::make_move_iterator(all.end()));
    }
  }

 private:
  /// The month, quarter or year that each period begins in, when a key of that name has them all.
  void larger(std::size_t own, const char* name, Tijdmaat wider, const Attribuut& begin, std::vector<Attribuut>& all) {
    const int key = r_.sleutel(name);
    if (key < 0 || static_cast<std::size_t>(key) == own) return;
    const Sleutel& s = r_.sleutels[static_cast<std::size_t>(key)];
    Attribuut a{name, {Soort::tekst, {}}, key, {}};
    for (const auto& from : begin.waarden) {
      const std::string member = name_of(std::get<Datum>(*from), wider);
      const auto first = name_of(Datum(std::chrono::year_month_day(std::get<Datum>(*from)).year() / 1 / 1), wider);
      const std::string& wanted = wider == Tijdmaat::jaar ? first : member;
      if (!s.lid(wanted)) return;
      a.waarden.emplace_back(Waarde(wanted));
    }
    all.push_back(std::move(a));
  }
};

}  // namespace

void name_periods(Regeling& regeling, Bevindingen& found) {
  PeriodeLezer(regeling, found).names();
}

void describe_periods(Regeling& regeling) {
  Bevindingen none;
  PeriodeLezer(regeling, none).properties();
}

}  // namespace zorgkader
