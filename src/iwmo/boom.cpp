// The tree of a message: parts in a row of nodes, texts in one string.
#include "iwmo/boom.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>

#include "iwmo/tekens.hpp"

namespace zorgkader::iwmo {
namespace {

/// One step of a path: its name, and the number behind it (1 when there is none).
struct Stap {
  std::string_view naam;
  std::uint32_t nummer = 1;
};

Stap take_step(std::string_view& pad) {
  const auto slash = pad.find('/');
  std::string_view word = pad.substr(0, slash);
  pad = slash == std::string_view::npos ? "" : pad.substr(slash + 1);
  Stap out{word, 1};
  const auto bracket = word.find('[');
  if (bracket == std::string_view::npos) return out;
  out.naam = word.substr(0, bracket);
  std::from_chars(word.data() + bracket + 1, word.data() + word.size(), out.nummer);
  return out;
}

}  // namespace

std::optional<std::int64_t> parse_getal(std::string_view tekst) {
  tekst = without_space(tekst);
  if (tekst.size() > 1 && tekst.front() == '+' && tekst[1] != '-') tekst.remove_prefix(1);
  std::int64_t out = 0;
  const auto [end, fault] = std::from_chars(tekst.data(), tekst.data() + tekst.size(), out);
  if (fault != std::errc() || end != tekst.data() + tekst.size()) return std::nullopt;
  return out;
}

std::optional<Datum> parse_datum_iso(std::string_view tekst) {
  if (tekst.size() != 10) tekst = without_space(tekst);
  if (tekst.size() != 10 || tekst[4] != '-' || tekst[7] != '-') return std::nullopt;
  unsigned digits[8], bad = 0;
  constexpr int kPlaces[] = {0, 1, 2, 3, 5, 6, 8, 9};
  for (int i = 0; i < 8; ++i) {
    digits[i] = static_cast<unsigned>(tekst[static_cast<std::size_t>(kPlaces[i])]) - '0';
    bad |= digits[i] > 9 ? 1U : 0U;
  }
  const unsigned year = ((digits[0] * 10 + digits[1]) * 10 + digits[2]) * 10 + digits[3];
  const std::chrono::year_month_day ymd{std::chrono::year(static_cast<int>(year)),
                                        std::chrono::month(digits[4] * 10 + digits[5]),
                                        std::chrono::day(digits[6] * 10 + digits[7])};
  if (bad != 0 || year == 0 || !ymd.ok()) return std::nullopt;
  return Datum(ymd);
}

std::optional<Datum> Deel::datum() const {
  return parse_datum_iso(tekst());
}
std::optional<std::int64_t> Deel::getal() const {
  return parse_getal(tekst());
}

Deel Deel::operator[](std::string_view pad) const {
  Deel at = *this;
  while (at && !pad.empty()) {
    Deel part = at.eerste();
    std::size_t size = 0;
    for (; part; part = part.volgende()) {
      const std::string_view name = part.element().naam;
      size = name.size();
      if (size > pad.size() || name[0] != pad[0] || (size < pad.size() && pad[size] != '/')) continue;
      if (pad.substr(0, size) == name) break;
    }
    at = part;
    pad.remove_prefix(std::min(pad.size(), size + 1));
  }
  return at;
}

Delen Deel::delen(std::string_view naam) const {
  return {eerste(), naam};
}

std::string Deel::pad() const {
  if (boom_ == nullptr) return {};
  if (nummer_ == 0) return "Bericht";
  std::string out = fmt::format("{}/{}", ouder().pad(), naam());
  if (!element().herhaald) return out;
  std::uint32_t number = naam() == "Client" ? boom_->weggelaten_ : 0;
  for (Deel d : ouder().delen(naam())) {
    ++number;
    if (d == *this) break;
  }
  return fmt::format("{}[{}]", out, number);
}

bool same_content(Deel a, Deel b) {
  if (a.naam() != b.naam() || a.tekst() != b.tekst()) return false;
  Deel x = a.eerste(), y = b.eerste();
  for (; x && y; x = x.volgende(), y = y.volgende()) {
    if (!same_content(x, y)) return false;
  }
  return !x && !y;
}

Boom::Boom(const Berichtsoort& soort) : soort_(&soort), elementen_(soort.elementen.data()) {
  knopen_.push_back({kGeen, kGeen, kGeen, kGeen, 0, 0, 0, 0});
}

Deel Boom::add(Deel ouder, std::string_view naam, std::string_view tekst) {
  const Element& parent = ouder.element();
  for (int i = 0; i < parent.aantal; ++i) {
    if (soort_->elementen[static_cast<std::size_t>(parent.eerste + i)].naam != naam) continue;
    const Deel made = add(ouder, parent.eerste + i);
    if (!tekst.empty()) set_tekst(made, std::string(tekst));  // a copy: `tekst` may stand in this tree
    return made;
  }
  std::abort();  // the caller names a part that the class has not
}

void Boom::drop_last(Deel deel) {
  Knoop& parent = knopen_[knopen_[deel.nummer_].ouder];
  std::uint32_t before = kGeen;
  for (std::uint32_t i = parent.eerste; i != deel.nummer_; i = knopen_[i].volgende) before = i;
  if (before == kGeen)
    parent.eerste = kGeen;
  else
    knopen_[before].volgende = kGeen;
  parent.laatste = before;
  std::uint32_t text = static_cast<std::uint32_t>(teksten_.size());
  for (std::size_t i = deel.nummer_; i < knopen_.size(); ++i) {
    if (knopen_[i].lengte > 0) text = std::min(text, knopen_[i].tekst);
  }
  teksten_.resize(text);
  knopen_.resize(deel.nummer_);
  ++weggelaten_;
}

Deel Boom::at(std::string_view pad) const {
  Deel at;
  for (bool first = true; !pad.empty(); first = false) {
    const Stap step = take_step(pad);
    if (first) {
      at = step.naam == "Bericht" ? wortel() : Deel();
      continue;
    }
    std::uint32_t left = step.nummer;
    Deel found;
    for (Deel d : at.delen(step.naam)) {
      if (--left == 0) {
        found = d;
        break;
      }
    }
    at = found;
  }
  return at;
}

/// The last part of `ouder` that stands before a new `element`, or none.
std::uint32_t Boom::place_before(Deel ouder, int element) const {
  std::uint32_t before = kGeen;
  for (Deel d : ouder.delen()) {
    if (knopen_[d.nummer_].element <= element) before = d.nummer_;
  }
  return before;
}

bool Boom::put(std::string_view pad, std::string_view waarde) {
  const std::string value(waarde);
  if (take_step(pad).naam != "Bericht") return false;
  Deel at = wortel();
  while (!pad.empty()) {
    const Stap step = take_step(pad);
    std::uint32_t left = step.nummer;
    Deel next;
    for (Deel d : at.delen(step.naam)) {
      if (--left == 0) next = d;
    }
    if (!next) {
      const Element& parent = at.element();
      int element = -1;
      for (int i = 0; i < parent.aantal; ++i) {
        if (soort_->elementen[static_cast<std::size_t>(parent.eerste + i)].naam == step.naam)
          element = parent.eerste + i;
      }
      if (element < 0) return false;
      const std::uint32_t before = place_before(at, element);
      const auto number = static_cast<std::uint32_t>(knopen_.size());
      const std::uint32_t after = before == kGeen ? knopen_[at.nummer_].eerste : knopen_[before].volgende;
      knopen_.push_back({at.nummer_, kGeen, kGeen, after, 0, 0, at.regel(), static_cast<std::uint16_t>(element)});
      if (before == kGeen)
        knopen_[at.nummer_].eerste = number;
      else
        knopen_[before].volgende = number;
      if (after == kGeen) knopen_[at.nummer_].laatste = number;
      next = {this, number};
    }
    at = next;
  }
  if (at.element().type == nullptr) return false;
  set_tekst(at, value);
  return true;
}

bool Boom::take_away(std::string_view pad) {
  Deel gone = at(pad);
  if (!gone || gone.nummer_ == 0) return false;
  for (Deel parent = gone.ouder();; gone = parent, parent = gone.ouder()) {
    Knoop& node = knopen_[parent.nummer_];
    std::uint32_t before = kGeen;
    for (std::uint32_t i = node.eerste; i != gone.nummer_; i = knopen_[i].volgende) before = i;
    const std::uint32_t after = knopen_[gone.nummer_].volgende;
    if (before == kGeen)
      node.eerste = after;
    else
      knopen_[before].volgende = after;
    if (after == kGeen) node.laatste = before;
    if (node.eerste != kGeen || parent.nummer_ == 0) return true;
  }
}

void Boom::copy(Deel doel, Deel bron) {
  for (Deel part : bron.delen()) {
    const Element& parent = doel.element();
    for (int i = 0; i < parent.aantal; ++i) {
      if (soort_->elementen[static_cast<std::size_t>(parent.eerste + i)].naam != part.naam()) continue;
      const Deel made = add(doel, parent.eerste + i, part.regel());
      if (part.element().type != nullptr)
        set_tekst(made, std::string(part.tekst()));
      else
        copy(made, part);
    }
  }
}

}  // namespace zorgkader::iwmo
