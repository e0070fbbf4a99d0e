// The line above a table: what it is, its name, keys and unit.
#include <fmt/format.h>

#include <algorithm>

#include "regeling/tabel_lezer.hpp"
#include "values/tekst.hpp"

namespace zorgkader {
namespace {

using Soortnaam = std::pair<std::string_view, Bijschrift::Soort>;
constexpr Soortnaam kCaptions[] = {
    {"Sleutel", Bijschrift::Soort::sleutel},
    {"Tabel", Bijschrift::Soort::tabel},
    {"Reeks", Bijschrift::Soort::tabel},
    {"Parameters", Bijschrift::Soort::parameters},
    {"Beslistabel", Bijschrift::Soort::beslistabel},
    {"Termijnen", Bijschrift::Soort::termijnen},
    {"Uit het dossier", Bijschrift::Soort::dossierbronnen},
    {"Rapport", Bijschrift::Soort::rapport},
    {"Overzicht", Bijschrift::Soort::overzicht},
};

class BijschriftLezer {
 public:
  BijschriftLezer(const Regeling& regeling, Bevindingen& found) : r_(regeling), found_(found) {}

  std::optional<Bijschrift> read(const TabelBlok& t) {
    const std::string_view caption = t.bijschrift;
    const auto* known = std::find_if(std::begin(kCaptions), std::end(kCaptions),
                                     [&](const Soortnaam& k) { return starts_with_words(caption, k.first); });
    if (known == std::end(kCaptions)) {
      report("tabel-zonder-bijschrift", t.positie, "Boven deze tabel staat niet wat zij is.");
      return std::nullopt;
    }
    Bijschrift out;
    out.soort = known->second;
    const std::string_view word = known->first;
    std::string_view rest = trim(caption.substr(word.size()));
    if (rest.ends_with(':')) rest = trim(rest.substr(0, rest.size() - 1));
    if (out.soort == Bijschrift::Soort::parameters || out.soort == Bijschrift::Soort::overzicht) return out;
    if (out.soort == Bijschrift::Soort::termijnen) return terms(t, std::move(out), rest);
    if (out.soort == Bijschrift::Soort::dossierbronnen) return sources(t, std::move(out), rest);
    const auto close = rest.size() > 1 && rest[0] == '`' ? rest.find('`', 1) : std::string_view::npos;
    if (close == std::string_view::npos) {
      report("bijschrift-fout", t.bijschrift_positie,
             fmt::format("Na `{}` hoort een naam tussen accenten (`naam`).", word));
      return std::nullopt;
    }
    out.naam = rest.substr(1, close - 1);
    return tail(t, std::move(out), trim(rest.substr(close + 1)));
  }

 private:
  void report(const char* code, const Positie& at, std::string what, std::string remedy = {}) {
    found_.push_back(r_.document.regels.bevinding(code, at, std::move(what), std::move(remedy)));
  }

  static bool starts_with_words(std::string_view caption, std::string_view words) {
    if (!caption.starts_with(words)) return false;
    caption.remove_prefix(words.size());
    return caption.empty() || caption.front() == ' ' || caption.front() == ':';
  }

  /// A restriction behind the caption would not be kept: conditions stand in the table.
  std::optional<Bijschrift> sources(const TabelBlok& t, Bijschrift out, std::string_view rest) {
    if (rest.empty() || rest.starts_with('(')) return out;
    report("bijschrift-fout", t.bijschrift_positie,
           fmt::format("Na `Uit het dossier` staat nog `{}`, en dat doet niets.", rest),
           "Haal het weg, zet het tussen ronde haken, of schrijf het in de kolom `waar`.");
    return std::nullopt;
  }

  /// Terms are computed when they have names; a caption of terms for the reader may say anything.
  std::optional<Bijschrift> terms(const TabelBlok& t, Bijschrift out, std::string_view rest) {
    const bool named = std::any_of(t.kop.begin(), t.kop.end(), [](const Cel& c) { return c.tekst == "naam"; });
    if (!named) out.soort = Bijschrift::Soort::overzicht;
    return named ? tail(t, std::move(out), rest) : out;
  }

  std::optional<Bijschrift> tail(const TabelBlok& t, Bijschrift out, std::string_view rest) {
    if (const auto open = rest.find('('); open != std::string_view::npos) {
      out.open = rest.substr(open + 1).starts_with("open");
      rest = trim(rest.substr(0, open));
    }
    if (const auto bracket = rest.find('['); bracket != std::string_view::npos) {
      const auto end = rest.find(']', bracket);
      out.eenheid = rest.substr(bracket + 1, end == std::string_view::npos ? end : end - bracket - 1);
      rest = trim(rest.substr(0, bracket));
    }
    if (rest.starts_with("per ")) {
      for (const std::string& k : split_list(rest.substr(4), ',')) out.per.push_back({k, t.bijschrift_positie, -1});
    } else if (!rest.empty()) {
      report("bijschrift-fout", t.bijschrift_positie,
             fmt::format("Dit deel van het bijschrift is niet te lezen: `{}`.", rest));
      return std::nullopt;
    }
    return out;
  }

  const Regeling& r_;
  Bevindingen& found_;
};

}  // namespace

std::optional<Bijschrift> read_bijschrift(const Regeling& regeling, const TabelBlok& t, Bevindingen& found) {
  return BijschriftLezer(regeling, found).read(t);
}

}  // namespace zorgkader
