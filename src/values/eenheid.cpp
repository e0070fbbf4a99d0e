// Unit words of Dutch care arrangements and their algebra.
#include "values/eenheid.hpp"
#include "values/tekst.hpp"

#include <array>
#include <utility>

namespace zorgkader {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 24> kWords = {{
    {"€", "€"},
    {"euro", "€"},
    {"uur", "uur"},
    {"uren", "uur"},
    {"minuut", "minuut"},
    {"minuten", "minuut"},
    {"dag", "dag"},
    {"dagen", "dag"},
    {"werkdag", "werkdag"},
    {"werkdagen", "werkdag"},
    {"week", "week"},
    {"weken", "week"},
    {"maand", "maand"},
    {"maanden", "maand"},
    {"kwartaal", "kwartaal"},
    {"kwartalen", "kwartaal"},
    {"jaar", "jaar"},
    {"jaren", "jaar"},
    {"client", "client"},
    {"clienten", "client"},
    {"cliënt", "client"},
    {"cliënten", "client"},
    {"getal", ""},
    {"%", "%"},
}};

}  // namespace

std::optional<std::string> Eenheid::canonical(std::string_view word, const std::set<std::string>& extra) {
  for (const auto& [known, base] : kWords) {
    if (known == word) return std::string(base);
  }
  if (extra.contains(std::string(word))) return std::string(word);
  return std::nullopt;
}

Eenheid Eenheid::basis(const std::string& word) {
  Eenheid out;
  out.machten_[word] = 1;
  return out;
}

Eenheid Eenheid::procent() {
  Eenheid out;
  out.procent_ = true;
  return out;
}

std::optional<Eenheid> Eenheid::parse(std::string_view text, const std::set<std::string>& extra) {
  constexpr std::string_view kTimes = "·";
  text = trim(text);
  if (text.empty()) return Eenheid();
  if (text == "%") return procent();
  if (text == "1") return std::nullopt;  // a one only stands above a stroke: `1/uur`
  Eenheid out;
  for (bool above = true;;) {
    const auto end = std::min(text.find('/'), text.find(kTimes));
    std::string_view word = trim(text.substr(0, end));
    const auto known = word == "1" ? std::optional<std::string>("") : canonical(word, extra);
    if (!known || *known == "%") return std::nullopt;
    if (!known->empty()) out = above ? out * basis(*known) : out / basis(*known);
    if (end == std::string_view::npos) return out;
    // What follows a slash is divided by, what follows a dot is multiplied with: `€·uur/client`.
    above = text[end] != '/';
    text.remove_prefix(end + (above ? kTimes.size() : 1));
  }
}

bool Eenheid::has_euro() const {
  return machten_.contains("€");
}

std::string Eenheid::text() const {
  if (procent_) return "%";
  std::string above, below;
  for (const auto& [word, power] : machten_) {
    for (int i = 0; i < power; ++i) above += (above.empty() ? "" : "·") + word;
    for (int i = 0; i > power; --i) below += "/" + word;
  }
  return (above.empty() && !below.empty() ? "1" : above) + below;
}

std::string Eenheid::naam() const {
  return is_bare() && !procent_ ? "getal" : text();
}

Eenheid operator*(const Eenheid& a, const Eenheid& b) {
  Eenheid out;
  out.machten_ = a.machten_;
  for (const auto& [word, power] : b.machten_) {
    if ((out.machten_[word] += power) == 0) out.machten_.erase(word);
  }
  return out;
}

Eenheid operator/(const Eenheid& a, const Eenheid& b) {
  return a * b.pow(-1);
}

Eenheid Eenheid::pow(int exponent) const {
  Eenheid out;
  if (exponent == 0) return out;
  for (const auto& [word, power] : machten_) out.machten_[word] = power * exponent;
  return out;
}

}  // namespace zorgkader
