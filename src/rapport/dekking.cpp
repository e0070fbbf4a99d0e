// Clause coverage as text and as JSON.
#include "rapport/dekking.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json.hpp>
#include <ostream>

#include "rapport/kleur.hpp"
#include "rapport/tekens.hpp"
#include "values/datum.hpp"
#include "values/notatie.hpp"

namespace zorgkader {
namespace {

constexpr std::size_t kBreed = 80;
constexpr std::size_t kSoortBreed = 17;  // the longest kind, and two blanks

const char* soort_naam(Bepalingsoort soort) {
  switch (soort) {
    case Bepalingsoort::geautomatiseerd:
      return "geautomatiseerd";
    case Bepalingsoort::met_de_hand:
      return "met de hand";
    case Bepalingsoort::informatief:
      break;
  }
  return "informatief";
}

std::string_view colour_of(Bepalingsoort soort) {
  return soort == Bepalingsoort::geautomatiseerd ? kleuren::kGroen
         : soort == Bepalingsoort::met_de_hand   ? kleuren::kGeel
                                                 : kleuren::kMat;
}

std::string blanks(std::size_t count) {
  return std::string(count, ' ');
}

std::string padded(const std::string& text, std::size_t width) {
  return text + blanks(width - std::min(width, display_width(text)));
}

/// Words of a text in lines of at most `width` columns.
std::vector<std::string> wrap(const std::string& text, std::size_t width) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    const std::string word = text.substr(at, end - at);
    at = end + 1;
    if (word.empty()) continue;
    if (out.empty() || display_width(out.back()) + 1 + display_width(word) > width)
      out.push_back(word);
    else
      out.back() += " " + word;
  }
  return out;
}

std::size_t count(const Dekking& d, Bepalingsoort soort) {
  return static_cast<std::size_t>(std::count_if(d.bepalingen.begin(), d.bepalingen.end(),
                                                [&](const DekkingBepaling& b) { return b.soort == soort; }));
}

/// Clauses that tables or formulas and people do together.
std::size_t count_shared(const Dekking& d) {
  return static_cast<std::size_t>(std::count_if(d.bepalingen.begin(), d.bepalingen.end(), [](const DekkingBepaling& b) {
    return b.soort == Bepalingsoort::geautomatiseerd && !b.hand.empty();
  }));
}

class Overzichtschrijver {
 public:
  Overzichtschrijver(const Dekking& d, std::ostream& out, bool kleur) : d_(d), out_(out), kleur_(kleur) {
    for (const DekkingBepaling& b : d.bepalingen) {
      for (const DekkingOnderdeel& o : b.onderdelen) {
        naam_ = std::max(naam_, display_width(o.naam));
        rol_ = std::max(rol_, display_width(o.rol));
      }
    }
  }

  void write() {
    opening();
    for (const DekkingBepaling& b : d_.bepalingen) heading(b);
    closing();
  }

 private:
  void opening() {
    std::string title = to_printable(d_.regeling);
    if (!d_.versie.empty()) title += ", versie " + to_printable(d_.versie);
    if (const auto day = parse_datum(d_.peildatum)) title += ", peildatum " + format_datum_nl(*day);
    for (const std::string& line : wrap(title, kBreed)) out_ << paint(line, kleuren::kVet, kleur_) << '\n';
    out_ << "\n* is een uitkomst   - verandert geen uitkomst en geen eis\n";
    if (d_.met_feiten) out_ << "Rechts staat bij bedragen in euro het totaal van alle rijen.\n";
    out_ << '\n';
  }

  void heading(const DekkingBepaling& b) {
    const auto title = wrap(to_printable(b.titel), kBreed - kSoortBreed);
    const std::string kind = padded(soort_naam(b.soort), kSoortBreed);
    out_ << paint(kind, colour_of(b.soort), kleur_);
    for (std::size_t i = 0; i < title.size(); ++i)
      out_ << (i == 0 ? "" : blanks(kSoortBreed)) << paint(title[i], kleuren::kVet, kleur_) << '\n';
    if (title.empty()) out_ << '\n';
    for (const DekkingOnderdeel& o : b.onderdelen) part(o);
    if (b.eisen > 0) out_ << fmt::format("    {} {}\n", b.eisen, b.eisen == 1 ? "eis" : "eisen");
    if (!b.hand.empty()) {
      for (const std::string& line : wrap("Met de hand: " + to_printable(b.hand), kBreed - 4))
        out_ << "    " << line << '\n';
    }
  }

  void part(const DekkingOnderdeel& o) {
    const char* mark = o.gebruik == Gebruik::uitkomst ? "*" : o.gebruik == Gebruik::geen ? "-" : " ";
    std::string left = fmt::format("  {} {}  {}  {}", mark, padded(to_printable(o.naam), naam_), padded(o.rol, rol_),
                                   to_printable(o.eenheid));
    left.erase(left.find_last_not_of(' ') + 1);
    out_ << left;
    if (o.totaal) {
      // What goes on beyond the cents ends in an ellipsis; the others leave room for it.
      std::string total = format_nl(*o.totaal, 2, 2);
      if (!total.ends_with("…")) total += ' ';
      const std::size_t used = display_width(left) + display_width(total);
      out_ << blanks(used + 2 < kBreed ? kBreed - used : 2) << total.substr(0, total.find_last_not_of(' ') + 1);
    }
    out_ << '\n';
  }

  void closing() {
    const std::size_t all = d_.bepalingen.size(), shared = count_shared(d_);
    out_ << fmt::format("\n{} {}: {} geautomatiseerd{}, {} met de hand, {} informatief.\n", all,
                        all == 1 ? "bepaling" : "bepalingen", count(d_, Bepalingsoort::geautomatiseerd),
                        shared == 0 ? "" : fmt::format(" (waarvan {} ook met de hand)", shared),
                        count(d_, Bepalingsoort::met_de_hand), count(d_, Bepalingsoort::informatief));
  }

  const Dekking& d_;
  std::ostream& out_;
  bool kleur_;
  std::size_t naam_ = 0, rol_ = 0;
};

std::string text(const std::string& value) {
  return boost::json::serialize(boost::json::string_view(to_valid_utf8(value)));
}

std::string member(const char* naam, const std::string& value) {
  return std::string("\"") + naam + "\":" + text(value);
}

const char* gebruik_naam(Gebruik gebruik) {
  return gebruik == Gebruik::uitkomst ? "uitkomst" : gebruik == Gebruik::telt_mee ? "telt mee" : "geen";
}

std::string to_json(const DekkingOnderdeel& o) {
  std::string out = "{" + member("naam", o.naam) + "," + member("rol", o.rol) + "," + member("eenheid", o.eenheid) +
                    ",\"regel\":" + std::to_string(o.regel) + "," + member("gebruik", gebruik_naam(o.gebruik));
  if (o.totaal) {
    out += "," + member("totaal", format_plain(*o.totaal, 2));
    if (!ends(*o.totaal))
      out +=
          "," + member("teller", o.totaal->numerator().str()) + "," + member("noemer", o.totaal->denominator().str());
  }
  return out + "}";
}

std::string to_json(const DekkingBepaling& b) {
  std::string out = "{\"niveau\":" + std::to_string(b.niveau) + "," + member("titel", b.titel) + "," +
                    member("bron", b.bron) + ",\"regel\":" + std::to_string(b.regel) + "," +
                    member("soort", soort_naam(b.soort)) + "," + member("met_de_hand", b.hand) +
                    ",\"heeft_gebruik\":" + (b.heeft_gebruik ? "true" : "false") +
                    ",\"eisen\":" + std::to_string(b.eisen) + ",\"onderdelen\":[";
  for (const DekkingOnderdeel& o : b.onderdelen) out += (&o == b.onderdelen.data() ? "\n" : ",\n") + to_json(o);
  return out + "]}";
}

}  // namespace

void write_dekking(const Dekking& dekking, std::ostream& out, bool kleur) {
  Overzichtschrijver(dekking, out, kleur).write();
}

void write_dekking_json(const Dekking& dekking, std::ostream& out) {
  out << "{\"formaat\":\"zorgkader-dekking\",\"formaatversie\":1,\n"
      << member("regeling", dekking.regeling) << ",\n"
      << member("document", dekking.bestand) << ",\n"
      << member("versie", dekking.versie) << ",\n"
      << member("peildatum", dekking.peildatum) << ",\n\"bepalingen\":[";
  for (const DekkingBepaling& b : dekking.bepalingen)
    out << (&b == dekking.bepalingen.data() ? "\n" : ",\n") << to_json(b);
  out << "\n],\n\"telling\":{";
  for (const Bepalingsoort s : {Bepalingsoort::geautomatiseerd, Bepalingsoort::met_de_hand, Bepalingsoort::informatief})
    out << '"' << soort_naam(s) << "\":" << count(dekking, s) << (s == Bepalingsoort::informatief ? "" : ",");
  out << "}}\n";
}

}  // namespace zorgkader
