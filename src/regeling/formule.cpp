// Formula trees back to text.
#include "regeling/formule.hpp"

#include "values/notatie.hpp"

namespace zorgkader {
namespace {

constexpr int kTop = 100;

std::string keys_text(const std::vector<SleutelNaam>& keys) {
  std::string out;
  for (const auto& k : keys) out += (out.empty() ? "" : ", ") + k.naam;
  return out;
}

std::string join(const std::vector<UitdrukkingPtr>& parts) {
  std::string out;
  for (const auto& p : parts) out += (out.empty() ? "" : "; ") + to_text(*p);
  return out;
}

std::string quoted_if_needed(const std::string& word) {
  bool plain = !word.empty() && (word[0] < '0' || word[0] > '9');
  for (char c : word) {
    plain = plain && (c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                      static_cast<unsigned char>(c) >= 0x80);
  }
  return plain ? word : "\"" + word + "\"";
}

std::string wrapped(const Uitdrukking& e, int least) {
  const std::string text = to_text(e);
  return voorrang(e) < least ? "(" + text + ")" : text;
}

std::string literal(const Uitdrukking& e) {
  const auto& unit = e.vorm.eenheid;
  if (e.tekst == "cent" || e.eenheid_vrij) return e.eenheid_vrij ? "0" : "cent";
  if (unit.shows_percent()) return format_nl(e.getal * Getal(100)) + "%";
  return format_nl(e.getal) + (unit.is_bare() ? "" : " " + unit.text());
}

std::string choice_text(const std::vector<Keuze>& choices) {
  std::string out;
  for (const auto& k : choices) out += (out.empty() ? "" : ", ") + to_text(*k.voorwaarde);
  return "[" + out + "]";
}

std::string binary_text(const Uitdrukking& e) {
  const int own = voorrang(e);
  const bool right_tighter = e.teken == Teken::min || e.teken == Teken::deel;
  const std::string blank = e.teken == Teken::macht ? " " : " ";
  return wrapped(*e.delen[0], own) + blank + teken_tekst(e.teken) + blank + wrapped(*e.delen[1], right_tighter ? own + 1 : own);
}

}  // namespace

const char* teken_tekst(Teken teken) {
  switch (teken) {
    case Teken::plus: return "+";
    case Teken::min: return "-";
    case Teken::maal: return "*";
    case Teken::deel: return "/";
    case Teken::macht: return "^";
    case Teken::gelijk: return "=";
    case Teken::ongelijk: return "<>";
    case Teken::kleiner: return "<";
    case Teken::kleiner_gelijk: return "<=";
    case Teken::groter: return ">";
    case Teken::groter_gelijk: return ">=";
    case Teken::en: return "en";
    case Teken::of: return "of";
  }
  return "?";
}

int voorrang(const Uitdrukking& e) {
  switch (e.soort) {
    case Knoopsoort::als:
    case Knoopsoort::bij_leeg: return 0;  // binds tightly, but reads better between brackets
    case Knoopsoort::niet: return 3;
    case Knoopsoort::min_teken: return 7;
    case Knoopsoort::binair: break;
    default: return kTop;
  }
  switch (e.teken) {
    case Teken::of: return 1;
    case Teken::en: return 2;
    case Teken::plus:
    case Teken::min: return 5;
    case Teken::maal:
    case Teken::deel: return 6;
    case Teken::macht: return 8;
    default: return 4;
  }
}

std::string to_text(const Uitdrukking& e) {
  switch (e.soort) {
    case Knoopsoort::getal: return literal(e);
    case Knoopsoort::cent: return "cent";
    case Knoopsoort::tekst: return quoted_if_needed(e.tekst);
    case Knoopsoort::datum: return format_datum_nl(e.datum);
    case Knoopsoort::ja_nee: return e.ja ? "ja" : "nee";
    case Knoopsoort::naam: return e.tekst;
    case Knoopsoort::attribuut: return e.tekst + "." + e.tekst2;
    case Knoopsoort::kies: return wrapped(*e.delen[0], kTop) + choice_text(e.keuzes);
    case Knoopsoort::op: return wrapped(*e.delen[0], kTop) + " op(" + to_text(*e.delen[1]) + ")";
    case Knoopsoort::niet: return "niet " + wrapped(*e.delen[0], 3);
    case Knoopsoort::min_teken: return "-" + wrapped(*e.delen[0], 7);
    case Knoopsoort::binair: return binary_text(e);
    case Knoopsoort::als:
      return "als " + to_text(*e.delen[0]) + " dan " + to_text(*e.delen[1]) + " anders " + to_text(*e.delen[2]);
    case Knoopsoort::bij_leeg: return wrapped(*e.delen[0], kTop) + " bij_leeg " + wrapped(*e.delen[1], kTop);
    case Knoopsoort::functie: return e.tekst + "(" + join(e.delen) + ")";
    case Knoopsoort::som:
      return e.tekst + "(" + to_text(*e.delen[0]) + " over " + keys_text(e.over) +
             (e.naar.empty() ? "" : " per " + keys_text(e.naar)) + ")";
    case Knoopsoort::langs: return e.tekst + "(" + to_text(*e.delen[0]) + " langs " + e.over[0].naam + ")";
    case Knoopsoort::verdeel: return "verdeel(" + to_text(*e.delen[0]) + "; " + e.over[0].naam + "; " + to_text(*e.delen[1]) + ")";
    case Knoopsoort::naar_rato:
      return "naar_rato(" + to_text(*e.delen[0]) + "; " + to_text(*e.delen[1]) + " langs " + e.over[0].naam + "; " +
             to_text(*e.delen[2]) + ")";
  }
  return "?";
}

}  // namespace zorgkader
