// Making random arrangements, and the obvious way to compute them.
#include "engine/naief.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace naief {
namespace {

using Soort = Formule::Soort;

Getal power_of_ten(int n) {
  Getal out = 1;
  for (int i = 0; i < n; ++i) out *= 10;
  return out;
}

class Maker {
 public:
  explicit Maker(std::uint64_t seed) : random_(seed) {}

  Proef make() {
    const std::vector<std::pair<const char*, std::vector<int>>> shapes = {
        {"x", {0, 1}}, {"y", {0}}, {"z", {1, 2}}, {"w", {2, 0, 1}}, {"s", {}}};
    for (const auto& [name, keys] : shapes) out_.invoeren.push_back(invoer(name, keys));
    for (int i = 0; i < 5; ++i) out_.formules.push_back(formule(4));
    return out_;
  }

 private:
  std::size_t pick(std::size_t n) { return random_() % n; }

  /// Everyday amounts, and now and then numbers that leave 64 bits as soon as they are multiplied.
  Getal number() {
    const int decimals = static_cast<int>(pick(5));
    std::int64_t digits = static_cast<std::int64_t>(pick(2'000'000)) - 1'000'000;
    if (pick(8) == 0)
      digits = static_cast<std::int64_t>(random_() % 4'000'000'000'000'000'000) - 2'000'000'000'000'000'000;
    if (pick(6) == 0) digits = 0;
    return Getal(digits) / power_of_ten(decimals);
  }

  Invoer invoer(const char* name, const std::vector<int>& keys) {
    Invoer out{name, keys, {}};
    std::vector<int> tuple(keys.size());
    for (;;) {
      out.waarden[tuple] = number();
      std::size_t i = keys.size();
      while (i > 0 && ++tuple[i - 1] == kLeden[keys[i - 1]]) tuple[--i] = 0;
      if (i == 0) return out;
    }
  }

  FormulePtr leaf() {
    Formule f;
    if (pick(4) == 0) {
      f.soort = Soort::getal;
      const auto whole = pick(1000), part = pick(100);
      f.getal = Getal(whole) + Getal(part) / 100;
      f.tekst = fmt::format("{},{:02}", whole, part);
      return std::make_shared<Formule>(f);
    }
    f.soort = Soort::naam;
    f.naam = static_cast<int>(pick(out_.invoeren.size()));
    f.tekst = out_.invoeren[static_cast<std::size_t>(f.naam)].naam;
    for (int k : out_.invoeren[static_cast<std::size_t>(f.naam)].sleutels) f.sleutels |= 1U << k;
    return std::make_shared<Formule>(f);
  }

  FormulePtr formule(int depth) {
    if (depth == 0) return leaf();
    switch (pick(10)) {
      case 0:
        return rounding(formule(depth - 1));
      case 1:
      case 2:
        return along(formule(depth - 1));
      case 3:
        return choice(depth);
      case 4:
        return leaf();
      default:
        return binary(formule(depth - 1), formule(depth - 1));
    }
  }

  FormulePtr binary(const FormulePtr& left, const FormulePtr& right) {
    static constexpr std::pair<Soort, const char*> kAll[] = {{Soort::plus, "+"}, {Soort::min, "-"},
                                                             {Soort::maal, "*"}, {Soort::maal, "*"},
                                                             {Soort::max, ""},   {Soort::laagste, ""}};
    const auto& [soort, sign] = kAll[pick(std::size(kAll))];
    Formule f;
    f.soort = soort;
    f.delen = {left, right};
    f.sleutels = left->sleutels | right->sleutels;
    f.tekst = *sign == '\0' ? fmt::format("{}({}; {})", soort == Soort::max ? "max" : "min", left->tekst, right->tekst)
                            : fmt::format("({} {} {})", left->tekst, sign, right->tekst);
    return std::make_shared<Formule>(f);
  }

  FormulePtr rounding(const FormulePtr& of) {
    static const std::vector<std::pair<const char*, Getal>> kMultiples = {
        {"0,01", Getal(1) / 100}, {"5", 5}, {"0,1", Getal(1) / 10}, {"1000", 1000}, {"0,003", Getal(3) / 1000}};
    static constexpr std::pair<Soort, const char*> kModes[] = {
        {Soort::rond, "rond"}, {Soort::omhoog, "rond_omhoog"}, {Soort::omlaag, "rond_omlaag"}};
    const auto& [text, multiple] = kMultiples[pick(kMultiples.size())];
    const auto& [soort, name] = kModes[pick(3)];
    Formule f;
    f.soort = soort;
    f.getal = multiple;
    f.delen = {of};
    f.sleutels = of->sleutels;
    f.tekst = fmt::format("{}({}; {})", name, of->tekst, text);
    return std::make_shared<Formule>(f);
  }

  /// A sum or maximum over a key that it has, or the previous value along it.
  FormulePtr along(const FormulePtr& of) {
    std::vector<int> keys;
    for (int k = 0; k < 3; ++k) {
      if (of->sleutels >> k & 1U) keys.push_back(k);
    }
    if (keys.empty()) return of;
    Formule f;
    f.delen = {of};
    f.sleutel = keys[pick(keys.size())];
    static constexpr Soort kAll[] = {Soort::som, Soort::som, Soort::hoogste, Soort::vorige};
    f.soort = kAll[pick(4)];
    const char* key = kNamen[f.sleutel];
    f.sleutels = f.soort == Soort::vorige ? of->sleutels : of->sleutels & ~(1U << f.sleutel);
    f.tekst = f.soort == Soort::vorige
                  ? fmt::format("(vorige({} langs {}) bij_leeg 0)", of->tekst, key)
                  : fmt::format("{}({} over {})", f.soort == Soort::som ? "som" : "max", of->tekst, key);
    // Without a row of its own the first place has no previous value: something else must bring the row.
    return f.soort == Soort::vorige ? binary_plus(of, std::make_shared<Formule>(f)) : std::make_shared<Formule>(f);
  }

  static FormulePtr binary_plus(const FormulePtr& left, const FormulePtr& right) {
    Formule f;
    f.soort = Soort::plus;
    f.delen = {left, right};
    f.sleutels = left->sleutels | right->sleutels;
    f.tekst = fmt::format("({} + {})", left->tekst, right->tekst);
    return std::make_shared<Formule>(f);
  }

  FormulePtr choice(int depth) {
    Formule f;
    f.soort = Soort::als;
    f.delen = {formule(depth - 1), leaf(), formule(depth - 1), formule(depth - 1)};
    for (const auto& part : f.delen) f.sleutels |= part->sleutels;
    f.tekst = fmt::format("(als {} > {} dan {} anders {})", f.delen[0]->tekst, f.delen[1]->tekst, f.delen[2]->tekst,
                          f.delen[3]->tekst);
    return std::make_shared<Formule>(f);
  }

  std::mt19937_64 random_;
  Proef out_;
};

zorgkader::GrootGeheel floor_of(const Getal& x) {
  const zorgkader::GrootGeheel num = numerator(x), den = denominator(x);
  zorgkader::GrootGeheel out = num / den;
  return num < 0 && out * den != num ? zorgkader::GrootGeheel(out - 1) : out;
}

Getal rounded(const Formule& f, const Getal& x) {
  const Getal q = x / f.getal;
  if (f.soort == Soort::omlaag) return Getal(floor_of(q)) * f.getal;
  if (f.soort == Soort::omhoog) return -Getal(floor_of(-q)) * f.getal;
  const Getal half = Getal(1) / 2;
  return q < 0 ? Getal(-Getal(floor_of(-q + half)) * f.getal) : Getal(Getal(floor_of(q + half)) * f.getal);
}

Getal over(const Proef& proef, const Formule& f, Cel cel) {
  Getal out;
  for (int member = 0; member < kLeden[f.sleutel]; ++member) {
    cel[f.sleutel] = member;
    const Getal one = value(proef, *f.delen[0], cel);
    if (f.soort == Soort::som)
      out += one;
    else if (member == 0 || one > out)
      out = one;
  }
  return out;
}

}  // namespace

Proef make(std::uint64_t seed) {
  return Maker(seed).make();
}

Getal value(const Proef& proef, const Formule& f, const Cel& cel) {
  const auto part = [&](std::size_t i) { return value(proef, *f.delen[i], cel); };
  switch (f.soort) {
    case Soort::getal:
      return f.getal;
    case Soort::naam: {
      const Invoer& in = proef.invoeren[static_cast<std::size_t>(f.naam)];
      std::vector<int> tuple;
      for (int k : in.sleutels) tuple.push_back(cel.at(k));
      return in.waarden.at(tuple);
    }
    case Soort::plus:
      return part(0) + part(1);
    case Soort::min:
      return part(0) - part(1);
    case Soort::maal:
      return part(0) * part(1);
    case Soort::max:
      return std::max(part(0), part(1));
    case Soort::laagste:
      return std::min(part(0), part(1));
    case Soort::rond:
    case Soort::omhoog:
    case Soort::omlaag:
      return rounded(f, part(0));
    case Soort::som:
    case Soort::hoogste:
      return over(proef, f, cel);
    case Soort::als:
      return part(0) > part(1) ? part(2) : part(3);
    case Soort::vorige:
      break;
  }
  Cel earlier = cel;
  return --earlier[f.sleutel] < 0 ? Getal(0) : value(proef, *f.delen[0], earlier);
}

std::vector<Cel> cellen(unsigned sleutels) {
  std::vector<Cel> out{{}};
  for (int k = 0; k < 3; ++k) {
    if ((sleutels >> k & 1U) == 0) continue;
    std::vector<Cel> next;
    for (const Cel& begun : out) {
      for (int member = 0; member < kLeden[k]; ++member) {
        next.push_back(begun);
        next.back()[k] = member;
      }
    }
    out = std::move(next);
  }
  return out;
}

std::string document(const Proef& proef) {
  std::string out = "# Proef\nBron: Proef, 1\n";
  for (int k = 0; k < 3; ++k) {
    out += fmt::format("\nSleutel `{0}`\n\n| {0} |\n|---|\n", kNamen[k]);
    for (int member = 0; member < kLeden[k]; ++member) out += fmt::format("| {}{} |\n", kNamen[k], member);
  }
  const auto keys = [](const std::vector<int>& all) {
    std::string text;
    for (int k : all) text += fmt::format("{}{}", text.empty() ? " per " : ", ", kNamen[k]);
    return text;
  };
  out += "\n```regel\n";
  for (const Invoer& in : proef.invoeren) out += fmt::format("invoer {}{} [getal]\n", in.naam, keys(in.sleutels));
  for (std::size_t i = 0; i < proef.formules.size(); ++i) {
    std::vector<int> all;
    for (int k = 0; k < 3; ++k) {
      if (proef.formules[i]->sleutels >> k & 1U) all.push_back(k);
    }
    out += fmt::format("f{}{} = {}\n", i, keys(all), proef.formules[i]->tekst);
  }
  return out + "```\n";
}

}  // namespace naief
