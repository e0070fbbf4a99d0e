// Derivations as a tree of text and as JSON.
#include "rapport/herleiding.hpp"

#include <fmt/format.h>
#include <boost/json.hpp>

#include <ostream>
#include <set>

#include "rapport/kleur.hpp"
#include "rapport/tekens.hpp"
#include "rapport/uitkomst.hpp"
#include "values/notatie.hpp"

namespace zorgkader {
namespace {

class Boom {
 public:
  Boom(const Herleiding& h, std::ostream& out, bool kleur) : h_(h), out_(out), kleur_(kleur) {}

  void write(std::size_t step, const std::string& lead, const std::string& below) {
    const HerleidingStap& s = h_.stappen[step];
    const bool repeated = !shown_.insert(step).second && !s.van.empty();
    const bool branches = !repeated && !s.van.empty();
    out_ << lead << headline(s) << (repeated ? dim("  (zie hierboven)") : "") << '\n';
    if (!repeated) details(s, below + (branches || s.weggelaten > 0 ? "│  " : "   "));
    if (repeated) return;
    for (std::size_t i = 0; i < s.van.size(); ++i) {
      const bool last = i + 1 == s.van.size() && s.weggelaten == 0;
      write(s.van[i], below + (last ? "└─ " : "├─ "), below + (last ? "   " : "│  "));
    }
    if (s.weggelaten > 0)
      out_ << below << "└─ " << dim(fmt::format("… en nog {} rijen (alle met --als json --termen 0)", s.weggelaten))
           << '\n';
  }

 private:
  std::string dim(std::string_view text) const { return paint(text, kleuren::kMat, kleur_); }

  std::string headline(const HerleidingStap& s) const {
    const std::string keys = key_text(s, " · ");
    const bool fact = s.rol == "feit";
    std::string out = paint(s.naam, kleuren::kVet, kleur_);
    out += keys;
    out += " = " + paint(shown_value(s), kleuren::kGroen, kleur_);
    if (fact) out += dim(s.herkomst.empty() ? "  feit" : "  feit: " + s.herkomst);
    if (s.rol == "tabel") out += dim("  tabel: " + s.herkomst);
    if (s.rol == "parameter")
      out += dim(is_plain(s) ? fmt::format("  parameter: {} (regel {})", s.kop, s.regel) : "  parameter");
    if (s.rol == "vastgesteld") out += paint("  vastgesteld", kleuren::kGeel, kleur_);
    return out;
  }

  void details(const HerleidingStap& s, const std::string& lead) const {
    const bool simple = is_plain(s);
    if (!simple && s.formule != s.naam) out_ << lead << s.formule << '\n';
    if (!simple && !s.ingevuld.empty() && s.ingevuld != s.formule) out_ << lead << "= " << s.ingevuld << '\n';
    if (!s.toelichting.empty()) out_ << lead << dim(s.toelichting) << '\n';
    if (!s.kop.empty() && !simple)
      out_ << lead << dim(fmt::format("{} (regel {}){}{}", s.kop, s.regel, s.bron.empty() ? "" : " — bron: ", s.bron))
           << '\n';
  }

  const Herleiding& h_;
  std::ostream& out_;
  bool kleur_;
  std::set<std::size_t> shown_;
};

boost::json::object step_json(const HerleidingStap& s) {
  boost::json::object keys;
  for (const auto& [naam, lid] : s.sleutels) keys[naam] = to_valid_utf8(lid);
  boost::json::object out{{"naam", s.naam}, {"rol", s.rol}, {"sleutels", keys}, {"eenheid", s.vorm.text()}};
  if (s.waarde) {
    out["waarde"] = format_plain(*s.waarde, s.vorm);
    if (const auto* g = std::get_if<Getal>(&*s.waarde); g != nullptr && !ends(*g)) {
      out["teller"] = g->numerator().str();
      out["noemer"] = g->denominator().str();
    }
  } else {
    out["waarde"] = nullptr;
  }
  for (const auto& [name, text] : {std::pair{"formule", s.formule},
                                   {"ingevuld", s.ingevuld},
                                   {"kop", s.kop},
                                   {"bron", s.bron},
                                   {"herkomst", s.herkomst},
                                   {"toelichting", s.toelichting}}) {
    if (!text.empty()) out[name] = to_valid_utf8(text);
  }
  out["regel"] = s.regel;
  out["van"] = boost::json::array(s.van.begin(), s.van.end());
  if (s.weggelaten > 0) out["weggelaten"] = s.weggelaten;
  return out;
}

}  // namespace

std::string key_text(const HerleidingStap& s, const std::string& before) {
  std::string out;
  for (const auto& [naam, lid] : s.sleutels) out += (out.empty() ? before : ", ") + naam + " " + lid;
  return out;
}

std::string shown_value(const HerleidingStap& s) {
  return s.waarde ? format_nl(*s.waarde, s.vorm) : s.rol == "feit" ? "niet aangeleverd" : "niet berekend";
}

bool is_plain(const HerleidingStap& s) {
  return s.rol == "feit" || s.rol == "tabel" || (s.rol == "parameter" && s.van.empty());
}

void write_herleiding(const Herleiding& h, std::ostream& out, bool kleur) {
  if (h.stappen.empty()) return;
  out << paint(h.regeling, kleuren::kVet, kleur) << (h.is_concept ? paint("  CONCEPT", kleuren::kGeel, kleur) : "")
      << "\n\n";
  Boom(h, out, kleur).write(h.stappen.size() - 1, "", "");
  if (h.is_concept) out << '\n' << kConceptZin << '\n';
}

void write_herleiding_json(const Herleiding& h, std::ostream& out) {
  out << "{\"formaat\":\"zorgkader-herleiding\",\"formaatversie\":1,\n\"regeling\":"
      << boost::json::serialize(boost::json::string_view(h.regeling))
      << ",\n\"document\":" << boost::json::serialize(boost::json::string_view(h.bestand)) << ",\n\"status\":\""
      << (h.is_concept ? "concept" : "definitief") << "\",\n\"stappen\":[";
  for (std::size_t i = 0; i < h.stappen.size(); ++i)
    out << (i == 0 ? "\n" : ",\n") << boost::json::serialize(step_json(h.stappen[i]));
  out << "\n]}\n";
}

}  // namespace zorgkader
