// Places in a text, and values just beside a value.
#include "mutatie/mutant.hpp"

#include <algorithm>

#include "regeling/utf8.hpp"
#include "values/datum.hpp"

namespace mutatie {
namespace {

/// The sum of two rows of digits; `low` counts from the right.
std::string add(std::string digits, std::string other) {
  other.insert(0, digits.size() > other.size() ? digits.size() - other.size() : 0, '0');
  digits.insert(0, other.size() - digits.size(), '0');
  int carry = 0;
  for (std::size_t i = digits.size(); i-- > 0;) {
    const int sum = (digits[i] - '0') + (other[i] - '0') + carry;
    digits[i] = static_cast<char>('0' + sum % 10);
    carry = sum / 10;
  }
  return carry != 0 ? "1" + digits : digits;
}

/// One less, for digits that are not all zero.
std::string less_one(std::string digits) {
  std::size_t i = digits.size();
  while (i-- > 0 && digits[i] == '0') digits[i] = '9';
  --digits[i];
  const auto first = std::min(digits.find_first_not_of('0'), digits.size() - 1);
  return digits.substr(first);
}

struct Getaltekst {
  std::string geheel, rest;  ///< `rest` begins with the comma

  explicit Getaltekst(const std::string& cijfers) {
    const auto comma = cijfers.find(',');
    geheel = cijfers.substr(0, comma);
    rest = comma == std::string::npos ? "" : cijfers.substr(comma);
    geheel.erase(std::remove(geheel.begin(), geheel.end(), '.'), geheel.end());
  }
};

}  // namespace

Tekst::Tekst(std::string text) : tekst_(std::move(text)) {
  begin_.push_back(tekst_.starts_with("\xEF\xBB\xBF") ? 3 : 0);
  for (std::size_t i = 0; i < tekst_.size(); ++i) {
    if (tekst_[i] == '\n') begin_.push_back(i + 1);
  }
}

std::size_t Tekst::plaats(int regel, int kolom) const {
  std::size_t at = begin_.at(static_cast<std::size_t>(regel) - 1);
  for (; kolom > 1 && at < tekst_.size(); --kolom) {
    ++at;
    while (at < tekst_.size() && zorgkader::is_continuation(tekst_[at])) ++at;
  }
  return at;
}

Ingreep Tekst::ingreep(const zorgkader::Positie& waar, std::string door) const {
  const std::size_t begin = plaats(waar.regel, waar.kolom);
  return {begin, plaats(waar.regel, waar.kolom + waar.lengte) - begin, std::move(door)};
}

std::string Tekst::stuk(const zorgkader::Positie& waar) const {
  const Ingreep whole = ingreep(waar, "");
  return tekst_.substr(whole.begin, whole.lengte);
}

std::string Tekst::met(const Poging& poging) const {
  std::string out;
  std::size_t at = 0;
  for (const Ingreep& i : poging.ingrepen) {
    out += tekst_.substr(at, i.begin - at) + i.tekst;
    at = i.begin + i.lengte;
  }
  return out + tekst_.substr(at);
}

std::vector<std::string> andere_getallen(const std::string& cijfers) {
  const Getaltekst n(cijfers);
  std::vector<std::string> out{add(n.geheel, "1") + n.rest};
  if (n.geheel.find_first_not_of('0') != std::string::npos) out.push_back(less_one(n.geheel) + n.rest);
  return out;
}

std::string dubbel(const std::string& cijfers) {
  const Getaltekst n(cijfers);
  const std::string rest = n.rest.empty() ? "" : n.rest.substr(1);
  std::string digits = add(n.geheel + rest, n.geheel + rest);
  if (!rest.empty()) digits.insert(digits.size() - rest.size(), ",");
  return digits;
}

std::string dag_later(const std::string& datum) {
  const auto day = zorgkader::parse_datum(datum);
  if (!day) return datum;
  const zorgkader::Datum next = *day + std::chrono::days(1);
  if (datum.find(' ') != std::string::npos) return zorgkader::format_datum_nl(next);
  const std::string iso = zorgkader::format_datum(next);
  return datum[2] == '-' ? iso.substr(8, 2) + "-" + iso.substr(5, 2) + "-" + iso.substr(0, 4) : iso;
}

}  // namespace mutatie
