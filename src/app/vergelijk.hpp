// vergelijk: the same facts under several arrangements, side by side.
#pragma once

#include "app/opdracht.hpp"
#include "rapport/vergelijking.hpp"

namespace zorgkader {

struct VergelijkVraag {
  std::vector<std::string> regelingen;  ///< paths of the documents, at least two; the first is what others differ from
  std::optional<std::string> feiten;
  std::vector<Zet> zetten;  ///< each for the documents that have the parameter
  std::vector<std::string> alleen;
  std::optional<Datum> peildatum;
};

struct VergelijkAntwoord {
  Vergelijking vergelijking;
  Bevindingen bevindingen;
};

/// Every quantity that is an outcome of all documents (or, with `alleen`, a quantity of all of them) with the same keys
/// and form. The folder of facts is shared: a file may be for some of the documents only.
VergelijkAntwoord vergelijk(const VergelijkVraag& vraag);

}  // namespace zorgkader
