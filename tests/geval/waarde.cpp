// Comparing cells exactly, with the derivation at hand when they differ.
#include "geval/waarde.hpp"

#include <sstream>

#include "app/herleid.hpp"
#include "rapport/herleiding.hpp"
#include "values/notatie.hpp"

namespace gevallen {
namespace {

using namespace zorgkader;

std::optional<Getal> parse_breuk(const std::string& text) {
  const auto slash = text.find('/');
  if (text.starts_with('-')) {
    const auto positive = parse_breuk(text.substr(1));
    return positive ? std::optional(-*positive) : std::nullopt;
  }
  const auto top = parse_getal(text.substr(0, slash), Notatie::nederlands);
  if (!std::holds_alternative<Getal>(top)) return std::nullopt;
  if (slash == std::string::npos) return std::get<Getal>(top);
  const auto bottom = parse_getal(text.substr(slash + 1), Notatie::nederlands);
  if (!std::holds_alternative<Getal>(bottom) || std::get<Getal>(bottom).is_zero()) return std::nullopt;
  return std::get<Getal>(top) / std::get<Getal>(bottom);
}

class Cellentoets {
 public:
  Cellentoets(const Opdrachtgegevens& gegevens, const Tabel& tabel, const Cel& cel, bool herleid)
      : gegevens_(gegevens), tabel_(tabel), cel_(cel), herleid_(herleid) {}

  std::vector<std::string> run() {
    if (!cel_.leden.empty() && cel_.leden.size() != tabel_.sleutels.size())
      return {"`" + cel_.naam + "` heeft " + std::to_string(tabel_.sleutels.size()) + " sleutels."};
    const auto rows = matching();
    if (cel_.rest == "bestaat niet") return rows.empty() ? out_ : std::vector{"Die rij bestaat:\n" + why(rows[0])};
    if (cel_.rest.starts_with("heeft ")) {
      const auto count = static_cast<std::size_t>(std::atoi(cel_.rest.c_str() + 6));
      return count == rows.size() ? out_ : std::vector{"Er zijn " + std::to_string(rows.size()) + " rijen."};
    }
    if (!cel_.rest.starts_with('=')) return {"Schrijf `naam[lid; lid] = waarde`, `bestaat niet` of `heeft 3 rijen`."};
    values(rows, trim(cel_.rest.substr(1)));
    return out_;
  }

 private:
  static constexpr std::size_t kMostDerived = 2;  // of the rows that one line with * stands for

  std::vector<std::size_t> matching() const {
    std::vector<std::size_t> out;
    for (std::size_t row = 0; row < tabel_.size(); ++row) {
      bool match = true;
      for (std::size_t i = 0; i < cel_.leden.size(); ++i)
        match = match && (cel_.leden[i] == "*" || cel_.leden[i] == tabel_.sleutels[i].at(row));
      if (match) out.push_back(row);
    }
    return out;
  }

  void values(const std::vector<std::size_t>& rows, const std::string& text) {
    const auto wanted = parse_waarde(text, tabel_.vorm);
    if (!wanted) return out_.push_back("`" + text + "` is geen waarde in " + tabel_.vorm.text() + ".");
    if (rows.empty()) return out_.push_back("Die rij bestaat niet; er zijn er " + std::to_string(tabel_.size()) + ".");
    if (cel_.leden.empty() && rows.size() > 1) return out_.push_back("Noem de sleutels, of schrijf * voor elk lid.");
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const Waarde got = tabel_.waarden.at(rows[i]);
      if (got != *wanted)
        out_.push_back("Verwacht " + format_nl(*wanted, tabel_.vorm) + ", gekregen " + format_nl(got, tabel_.vorm) +
                       "\n" + why(rows[i]));
      if (herleid_ && i < kMostDerived) derived(rows[i], got);
    }
  }

  HerleidAntwoord herleid_rij(std::size_t row) const {
    Verwijzing v{tabel_.naam, {}, ""};
    for (const SleutelKolom& k : tabel_.sleutels) v.sleutels.emplace_back(k.naam, k.at(row));
    return herleid({gegevens_, v, 50, false});
  }

  std::string why(std::size_t row) const {
    if (!herleid_) return "";
    std::ostringstream text;
    write_herleiding(herleid_rij(row).herleiding, text, false);
    return text.str();
  }

  /// The last step of the derivation is the value itself.
  void derived(std::size_t row, const Waarde& value) {
    const HerleidAntwoord answer = herleid_rij(row);
    if (answer.herleiding.stappen.empty()) return out_.push_back("Er is geen herleiding.");
    const HerleidingStap& last = answer.herleiding.stappen.back();
    if (last.naam != tabel_.naam || last.waarde != value) out_.push_back("De herleiding eindigt elders:\n" + why(row));
  }

  const Opdrachtgegevens& gegevens_;
  const Tabel& tabel_;
  const Cel& cel_;
  bool herleid_;
  std::vector<std::string> out_;
};

}  // namespace

std::optional<Waarde> parse_waarde(const std::string& text, const Vorm& vorm) {
  switch (vorm.soort) {
    case Soort::tekst:
      return Waarde(text);
    case Soort::datum: {
      const auto day = parse_datum(text);
      return day ? std::optional<Waarde>(*day) : std::nullopt;
    }
    case Soort::ja_nee:
      return text == "ja" || text == "nee" ? std::optional<Waarde>(text == "ja") : std::nullopt;
    case Soort::getal:
      break;
  }
  const bool percent = text.ends_with('%');
  const auto number = parse_breuk(percent ? text.substr(0, text.size() - 1) : text);
  if (!number || (percent != vorm.eenheid.shows_percent() && !number->is_zero())) return std::nullopt;
  return Waarde(percent ? *number / Getal(100) : *number);
}

std::vector<std::string> check_cellen(const Opdrachtgegevens& gegevens, const Tabel& tabel, const Cel& cel,
                                      bool herleid) {
  return Cellentoets(gegevens, tabel, cel, herleid).run();
}

}  // namespace gevallen
