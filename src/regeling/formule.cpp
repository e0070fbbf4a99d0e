// Formula trees back to text.
#include "regeling/formule.hpp"

namespace zorgkader {
namespace {

constexpr int kTop = 100;

std::string keys_text(const std::vector<SleutelNaam>& keys) {
  std::string out;
  for (const auto& k : keys) out += (out.empty() ? "" : ", ") + k.naam;
  return out;
}

std::string join(const std::vector<UitdrukkingPtr>& parts, const Invulling& fill) {
  std::string out;
  for (const auto& p : parts) out += (out.empty() ? "" : "; ") + to_text(*p, fill);
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

std::string wrapped(const Uitdrukking& e, int least, const Invulling& fill) {
  const std::string text = to_text(e, fill);
  return voorrang(e) < least ? "(" + text + ")" : text;
}

std::string literal(const Uitdrukking& e) {
  const auto& unit = e.vorm.eenheid;
  if (e.eenheid_vrij && !e.neemt_eenheid) return "0";
  if (e.tekst == "cent") return "cent";
  // The digits as written: 1265 shown as 1.265 could mean two things.
  if (unit.shows_percent()) return e.tekst + (e.tekst.ends_with('%') ? "" : "%");
  return e.tekst + (unit.is_bare() ? "" : " " + unit.text());
}

std::string choice_text(const std::vector<Keuze>& choices, const Invulling& fill) {
  std::string out;
  for (const auto& k : choices) out += (out.empty() ? "" : ", ") + to_text(*k.voorwaarde, fill);
  return "[" + out + "]";
}

std::string binary_text(const Uitdrukking& e, const Invulling& fill) {
  const int own = voorrang(e);
  const bool compares = own == 4;
  // Everything leans to the left but powers, and comparisons do not chain: brackets that the document has stay.
  const int left = compares || e.teken == Teken::macht ? own + 1 : own;
  const int right = e.teken == Teken::macht ? own : own + 1;
  return wrapped(*e.delen[0], left, fill) + " " + teken_tekst(e.teken) + " " + wrapped(*e.delen[1], right, fill);
}

}  // namespace

const char* teken_tekst(Teken teken) {
  switch (teken) {
    case Teken::plus:
      return "+";
    case Teken::min:
      return "-";
    case Teken::maal:
      return "*";
    case Teken::deel:
      return "/";
    case Teken::macht:
      return "^";
    case Teken::gelijk:
      return "=";
    case Teken::ongelijk:
      return "<>";
    case Teken::kleiner:
      return "<";
    case Teken::kleiner_gelijk:
      return "<=";
    case Teken::groter:
      return ">";
    case Teken::groter_gelijk:
      return ">=";
    case Teken::en:
      return "en";
    case Teken::of:
      return "of";
  }
  return "?";
}

int voorrang(const Uitdrukking& e) {
  switch (e.soort) {
    case Knoopsoort::als:
    case Knoopsoort::bij_leeg:
      return 0;  // binds tightly, but reads better between brackets
    case Knoopsoort::niet:
      return 3;
    case Knoopsoort::min_teken:
      return 7;
    case Knoopsoort::binair:
      break;
    default:
      return kTop;
  }
  switch (e.teken) {
    case Teken::of:
      return 1;
    case Teken::en:
      return 2;
    case Teken::plus:
    case Teken::min:
      return 5;
    case Teken::maal:
    case Teken::deel:
      return 6;
    case Teken::macht:
      return 8;
    default:
      return 4;
  }
}

std::string to_text(const Uitdrukking& e) {
  return to_text(e, nullptr);
}

std::string to_text(const Uitdrukking& e, const Invulling& fill) {
  if (fill) {
    if (std::string value = fill(e); !value.empty()) return value;
  }
  switch (e.soort) {
    case Knoopsoort::getal:
      return literal(e);
    case Knoopsoort::cent:
      return "cent";
    case Knoopsoort::tekst:
      return e.lid_van >= 0 ? quoted_if_needed(e.tekst) : "\"" + e.tekst + "\"";
    case Knoopsoort::datum:
      return format_datum_nl(e.datum);
    case Knoopsoort::ja_nee:
      return e.ja ? "ja" : "nee";
    case Knoopsoort::naam:
    case Knoopsoort::peildatum:
      return e.tekst;
    case Knoopsoort::attribuut:
      return e.tekst + "." + e.tekst2;
    case Knoopsoort::kies:
      return wrapped(*e.delen[0], kTop, fill) + choice_text(e.keuzes, fill);
    case Knoopsoort::op:
      return wrapped(*e.delen[0], kTop, fill) + " op(" + to_text(*e.delen[1], fill) + ")";
    case Knoopsoort::niet:
      return "niet " + wrapped(*e.delen[0], 3, fill);
    case Knoopsoort::min_teken:
      return "-" + wrapped(*e.delen[0], 7, fill);
    case Knoopsoort::binair:
      return binary_text(e, fill);
    case Knoopsoort::als:
      return "als " + to_text(*e.delen[0], fill) + " dan " + to_text(*e.delen[1], fill) + " anders " +
             to_text(*e.delen[2], fill);
    case Knoopsoort::bij_leeg:
      return wrapped(*e.delen[0], kTop, fill) + " bij_leeg " + wrapped(*e.delen[1], kTop, fill);
    case Knoopsoort::functie:
      return e.tekst + "(" + join(e.delen, fill) + ")";
    case Knoopsoort::som:
      return e.tekst + "(" + to_text(*e.delen[0], fill) + " over " + keys_text(e.over) +
             (e.naar.empty() ? "" : " per " + keys_text(e.naar)) + ")";
    case Knoopsoort::langs:
      return e.tekst + "(" + to_text(*e.delen[0], fill) + " langs " + e.over[0].naam +
             (e.over.size() > 1 ? " binnen " + e.over[1].naam : "") + (e.tekst2.empty() ? "" : " " + e.tekst2) +
             (e.getal.is_zero() ? "" : "; laatste " + std::to_string(*e.getal.as_int64())) + ")";
    case Knoopsoort::verdeel:
      return "verdeel(" + to_text(*e.delen[0], fill) + "; " + e.over[0].naam + "; " + to_text(*e.delen[1], fill) + ")";
    case Knoopsoort::naar_rato:
      return "naar_rato(" + to_text(*e.delen[0], fill) + "; " + to_text(*e.delen[1], fill) + " langs " +
             e.over[0].naam + "; " + to_text(*e.delen[2], fill) + ")";
  }
  return "?";
}

bool is_so(Teken vergelijking, std::strong_ordering orde) {
  switch (vergelijking) {
    case Teken::gelijk:
      return orde == 0;
    case Teken::ongelijk:
      return orde != 0;
    case Teken::kleiner:
      return orde < 0;
    case Teken::kleiner_gelijk:
      return orde <= 0;
    case Teken::groter:
      return orde > 0;
    default:
      return orde >= 0;
  }
}

void quantities_of(const Uitdrukking& e, std::vector<int>& out) {
  if (e.soort == Knoopsoort::naam && e.grootheid >= 0) out.push_back(e.grootheid);
  for (const SleutelNaam& k : e.naar) {
    if (k.grootheid >= 0) out.push_back(k.grootheid);
  }
  for (const auto& part : e.delen) quantities_of(*part, out);
  for (const Keuze& k : e.keuzes) quantities_of(*k.voorwaarde, out);
}

}  // namespace zorgkader
