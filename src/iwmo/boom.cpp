// The tree of a message: parts in a row of nodes, texts in one string.
#include "iwmo/boom.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <utility>

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
  return fmt::format("{}[{}]", out, boom_->knopen_[nummer_].plaats + (naam() == "Client" ? boom_->weggelaten_ : 0));
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
  knopen_.push_back({kGeen, kGeen, kGeen, kGeen, 1, 0, 0, 0, 0});
}

Deel Boom::link(Deel ouder, std::uint32_t before, int element, int regel) {
  const auto number = static_cast<std::uint32_t>(knopen_.size());
  const bool again = before != kGeen && knopen_[before].element == element;
  const std::uint32_t place = again ? knopen_[before].plaats + 1 : 1;
  std::uint32_t& from = before == kGeen ? knopen_[ouder.nummer_].eerste : knopen_[before].volgende;
  const std::uint32_t after = std::exchange(from, number);
  if (after == kGeen) knopen_[ouder.nummer_].laatste = number;
  knopen_.push_back({ouder.nummer_, kGeen, kGeen, after, place, 0, 0, regel, static_cast<std::uint16_t>(element)});
  return {this, number};
}

std::uint32_t Boom::before(Deel deel) const {
  std::uint32_t out = kGeen;
  for (std::uint32_t i = knopen_[knopen_[deel.nummer_].ouder].eerste; i != deel.nummer_; i = knopen_[i].volgende)
    out = i;
  return out;
}

Deel Boom::add(Deel ouder, std::string_view naam, std::string_view tekst) {
  const int element = part_of(*soort_, ouder.element(), naam);
  if (element < 0) std::abort();  // the caller names a part that the class has not
  const Deel made = add(ouder, element);
  if (!tekst.empty()) set_tekst(made, std::string(tekst));  // a copy: `tekst` may stand in this tree
  return made;
}

void Boom::drop_last(Deel deel) {
  Knoop& parent = knopen_[knopen_[deel.nummer_].ouder];
  parent.laatste = before(deel);
  (parent.laatste == kGeen ? parent.eerste : knopen_[parent.laatste].volgende) = kGeen;
  std::uint32_t text = static_cast<std::uint32_t>(teksten_.size());
  for (std::size_t i = deel.nummer_; i < knopen_.size(); ++i) {
    if (knopen_[i].lengte > 0) text = std::min(text, knopen_[i].tekst);
  }
  teksten_.resize(text);
  knopen_.resize(deel.nummer_);
  ++weggelaten_;
}

namespace {

/// The part that a step names, or nowhere.
Deel part_at(Deel ouder, const Stap& step) {
  std::uint32_t left = step.nummer;
  for (Deel d : ouder.delen(step.naam)) {
    if (--left == 0) return d;
  }
  return {};
}

}  // namespace

Deel Boom::at(std::string_view pad) const {
  Deel at = take_step(pad).naam == "Bericht" ? wortel() : Deel();
  while (at && !pad.empty()) at = part_at(at, take_step(pad));
  return at;
}

std::uint32_t Boom::place_before(Deel ouder, int element) const {
  std::uint32_t out = kGeen;
  for (Deel d : ouder.delen()) {
    if (knopen_[d.nummer_].element <= element) out = d.nummer_;
  }
  return out;
}

bool Boom::put(std::string_view pad, std::string_view waarde) {
  const std::string value(waarde);
  if (take_step(pad).naam != "Bericht") return false;
  Deel at = wortel();
  while (!pad.empty()) {
    const Stap step = take_step(pad);
    Deel next = part_at(at, step);
    if (!next) {
      const int element = part_of(*soort_, at.element(), step.naam);
      if (element < 0) return false;
      next = link(at, place_before(at, element), element, at.regel());
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
    const std::uint32_t last = before(gone), after = knopen_[gone.nummer_].volgende;
    (last == kGeen ? node.eerste : knopen_[last].volgende) = after;
    if (after == kGeen) node.laatste = last;
    for (std::uint32_t i = after; i != kGeen && knopen_[i].element == knopen_[gone.nummer_].element;
         i = knopen_[i].volgende)
      --knopen_[i].plaats;
    if (node.eerste != kGeen || parent.nummer_ == 0) return true;
  }
}

void Boom::copy(Deel doel, Deel bron) {
  for (Deel part : bron.delen()) {
    const int element = part_of(*soort_, doel.element(), part.naam());
    if (element < 0) continue;
    const Deel made = add(doel, element, part.regel());
    if (part.element().type != nullptr)
      set_tekst(made, std::string(part.tekst()));
    else
      copy(made, part);
  }
}

}  // namespace zorgkader::iwmo
