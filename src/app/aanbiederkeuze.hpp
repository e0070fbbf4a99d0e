// Aanbiederkeuze: for every onderzoek that asks for support, which providers come first and why, as a document decides.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/keuzebesluit.hpp"
#include "app/opdracht.hpp"

namespace zorgkader {

struct Kandidaat {
  std::string aanbieder;  ///< short name of the contract party
  int rang = 0;           ///< 1 comes first; 0: no candidate
  std::string reden;
  std::string product;  ///< code that the document gives; empty: it gives none
};

/// What became of one onderzoek.
struct Onderzoekskeuze {
  std::string gemeente;  ///< name; empty when the document does not tell gemeenten apart
  std::string onderzoek;
  std::string dienst;                        ///< empty when the document does not tell services apart
  std::vector<Kandidaat> kandidaten;         ///< by rank, then by name
  std::vector<Kandidaat> anderen;            ///< rank 0, by name
  std::optional<Keuzebesluit> besluit = {};  ///< when it is decided already
  /// The lowest rank; 0: there are no candidates.
  int beste_rang() const { return kandidaten.empty() ? 0 : kandidaten.front().rang; }
};

struct Keuzevraag {
  std::string regeling;
  Dossierpad dossier;
  std::optional<Datum> bekend_op;  ///< by what the dossier knew at the end of that day
  std::optional<Datum> peildatum;
  std::vector<Zet> zetten;
  std::string gemeente, onderzoek;  ///< only this one; empty: all
};

struct Keuzeantwoord {
  std::vector<Onderzoekskeuze> keuzes;  ///< by gemeente, then by onderzoek
  Bevindingen bevindingen;
};

/// The names under which a document gives its choice: the rank and, as its decision table does, the reason; a number
/// and a text per `onderzoek` and `aanbieder`, and it may tell `gemeente` and `dienst` apart. The product may be
/// absent.
namespace keuzenamen {
inline constexpr const char* kRang = "kandidaat_rang";
inline constexpr const char* kReden = "kandidaat_rang_reden";
inline constexpr const char* kProduct = "kandidaat_product";
}  // namespace keuzenamen

/// Nothing of the choice itself is decided here. `dossier`: that of the question, when it is open already. Throws
/// dossier::OpslagFout.
Keuzeantwoord kies_aanbieders(const Keuzevraag& vraag, const Dossierstand* dossier = nullptr);

}  // namespace zorgkader
