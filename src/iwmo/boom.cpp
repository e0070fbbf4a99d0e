// The tree of a message: parts in a row of nodes, texts in one string.
#include "iwmo/boom.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>

namespace zorgkader::iwmo {
namespace {

constexpr std::uint32_t kGeen = 0xFFFFFFFF;

std::string_view trim(std::string_view text) {
  constexpr std::string_view kSpaces = " \t\r\n";
  const auto begin = text.find_first_not_of(kSpaces);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kSpaces) - begin + 1);
}

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
  tekst = trim(tekst);
  if (tekst.size() > 1 && tekst.front() == '+' && tekst[1] != '-') tekst.remove_prefix(1);
  std::int64_t out = 0;
  const auto [end, fault] = std::from_chars(tekst.data(), tekst.data() + tekst.size(), out);
  if (fault != std::errc() || end != tekst.data() + tekst.size()) return std::nullopt;
  return out;
}

std::optional<Datum> parse_datum_iso(std::string_view tekst) {
  tekst = trim(tekst);
  if (tekst.size() != 10 || tekst[4] != '-' || tekst[7] != '-') return std::nullopt;
  int year = 0;
  unsigned month = 0, day = 0;
  const auto digits = [&](std::size_t from, std::size_t to, auto& into) {
    const auto [end, fault] = std::from_chars(tekst.data() + from, tekst.data() + to, into);
    return fault == std::errc() && end == tekst.data() + to && tekst[from] != '-';
  };
  if (!digits(0, 4, year) || !digits(5, 7, month) || !digits(8, 10, day)) return std::nullopt;
  const std::chrono::year_month_day ymd{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
  if (!ymd.ok() || year < 1) return std::nullopt;
  return Datum(ymd);
}

const Element& Deel::element() const {
  return boom_->soort().elementen[boom_->knopen_[nummer_].element];
}
std::string_view Deel::naam() const {
  return boom_ == nullptr ? std::string_view() : element().naam;
}
int Deel::regel() const {
  return boom_ == nullptr ? 0 : boom_->knopen_[nummer_].regel;
}

std::string_view Deel::tekst() const {
  if (boom_ == nullptr) return {};
  const auto& node = boom_->knopen_[nummer_];
  return std::string_view(boom_->teksten_).substr(node.tekst, node.lengte);
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
    const auto slash = pad.find('/');
    const std::string_view name = pad.substr(0, slash);
    pad = slash == std::string_view::npos ? "" : pad.substr(slash + 1);
    at = at.eerste();
    while (at && at.naam() != name) at = at.volgende();
  }
  return at;
}

Deel Deel::ouder() const {
  if (boom_ == nullptr || nummer_ == 0) return {};
  return {boom_, boom_->knopen_[nummer_].ouder};
}

Deel Deel::volgende() const {
  if (boom_ == nullptr || boom_->knopen_[nummer_].volgende == kGeen) return {};
  return {boom_, boom_->knopen_[nummer_].volgende};
}

Deel Deel::eerste() const {
  if (boom_ == nullptr || boom_->knopen_[nummer_].eerste == kGeen) return {};
  return {boom_, boom_->knopen_[nummer_].eerste};
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

Boom::Boom(const Berichtsoort& soort) : soort_(&soort) {
  knopen_.push_back({kGeen, kGeen, kGeen, kGeen, 0, 0, 0, 0});
}

Deel Boom::add(Deel ouder, int element, int regel) {
  const auto number = static_cast<std::uint32_t>(knopen_.size());
  knopen_.push_back({ouder.nummer_, kGeen, kGeen, kGeen, 0, 0, regel, static_cast<std::uint16_t>(element)});
  Knoop& parent = knopen_[ouder.nummer_];
  if (parent.laatste == kGeen)
    parent.eerste = number;
  else
    knopen_[parent.laatste].volgende = number;
  parent.laatste = number;
  return {this, number};
}

void Boom::set_tekst(Deel deel, std::string_view tekst) {
  Knoop& node = knopen_[deel.nummer_];
  node.tekst = static_cast<std::uint32_t>(teksten_.size());
  node.lengte = static_cast<std::uint32_t>(tekst.size());
  teksten_ += tekst;
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
