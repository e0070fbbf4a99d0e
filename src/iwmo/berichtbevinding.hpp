// What a check found in a message: which rule, where, what is wrong, and the smallest change that mends it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace zorgkader::iwmo {

/// One step of a remedy that a program can carry out (Boom::put, Boom::take_away). `voeg_toe` puts what is not there
/// yet.
struct Wijziging {
  enum class Actie { zet, voeg_toe, verwijder };
  Actie actie = Actie::zet;
  std::string pad;
  std::string waarde;
  friend bool operator==(const Wijziging&, const Wijziging&) = default;
};

struct Berichtbevinding {
  std::string code;  ///< of the rule: `TR302`; `XSD` for a fault against the schema; `OP179` and the like for the file
  int niveau = 1;    ///< 1 schema, 2 inside the message, 3 earlier messages, 4 outside lists
  std::string retourcode;  ///< what the answer carries: `0001` at level 2, the rule's own code at 3 and 4; else empty
  std::string pad;         ///< of the part that is wrong (Deel::pad)
  int regel = 0;
  std::string tekst;                   ///< one Dutch sentence
  std::string bepaling;                ///< what the rule asks, one Dutch sentence
  std::string herstel;                 ///< what to do, in Dutch
  std::vector<Wijziging> wijzigingen;  ///< the same for a program; empty when no change is known to mend it all
};

using Berichtbevindingen = std::vector<Berichtbevinding>;

/// A finding that no rule makes: about the file or its form.
Berichtbevinding make_bevinding(std::string code, std::string pad, int regel, std::string tekst,
                                std::string herstel = {});

/// `Zet ToegewezenProduct[1]/Einddatum op 2023-04-30 en haal Budget weg.` for a reader who stands at `pad`.
std::string herstel_tekst(const std::vector<Wijziging>& wijzigingen, std::string_view pad);

}  // namespace zorgkader::iwmo
