// The calendar over batches, cell by cell.
#include "engine/tijd.hpp"

#include <algorithm>

namespace zorgkader {
namespace {

template <typename T>
void room(std::vector<T>& v, std::size_t count) {
  if (v.size() < count) v.resize(count);
}

Datum day(const Vec& v, std::size_t i) {
  return Datum(std::chrono::days(v.num[v.at(i)]));
}

bool answers_with_date(Kalendervraag vraag) {
  return vraag == Kalendervraag::werkdag || vraag == Kalendervraag::begin_van_maand ||
         vraag == Kalendervraag::einde_van_maand;
}

constexpr std::uint64_t kDateBound = std::uint64_t{1} << 40;

}  // namespace

Vec step_dates(const Vec& date, const Vec& steps, Tijdmaat maat, int sign, std::size_t count, Buffer& out) {
  room(out.num, count);
  room(out.toestand, count);
  for (std::size_t i = 0; i < count; ++i) {
    out.num[i] = 0;
    out.toestand[i] = std::max(date.state(i), steps.state(i));
    if (out.toestand[i] != Toestand::goed) continue;
    constexpr std::int64_t kFarthest = 4'000'000;
    const auto whole = steps.value(i).as_int64();
    const bool near = whole && *whole > -kFarthest && *whole < kFarthest;
    const auto to = near ? step(day(date, i), sign * *whole, maat) : std::nullopt;
    if (to)
      out.num[i] = to->time_since_epoch().count();
    else
      out.toestand[i] = Toestand::fout;
  }
  Vec v;
  v.num = out.num.data();
  v.bound = kDateBound;
  v.toestand = out.toestand.data();
  return v;
}

Vec ask_dates(Kalendervraag vraag, const Vec& van, const Vec& tot, std::size_t count, Buffer& out) {
  room(out.num, count);
  room(out.exact, count);
  room(out.toestand, count);
  const bool fractions =
      vraag == Kalendervraag::jaar_365 || vraag == Kalendervraag::jaar_werkelijk || vraag == Kalendervraag::jaar_30_360;
  for (std::size_t i = 0; i < count; ++i) {
    out.num[i] = 0;
    out.exact[i] = Getal();
    out.toestand[i] = std::max(van.state(i), tot.state(i));
    if (out.toestand[i] != Toestand::goed) continue;
    const Getal answer = ask(vraag, day(van, i), day(tot, i));
    if (fractions)
      out.exact[i] = answer;
    else
      out.num[i] = *answer.as_int64();
  }
  Vec v;
  v.num = out.num.data();
  if (fractions) v.exact = out.exact.data();
  v.bound = answers_with_date(vraag) ? kDateBound : std::uint64_t{1} << 32;
  v.toestand = out.toestand.data();
  return v;
}

}  // namespace zorgkader
