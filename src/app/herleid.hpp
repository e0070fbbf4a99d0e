// herleid: why this amount?
#pragma once

#include "app/opdracht.hpp"
#include "rapport/uitkomst.hpp"
#include "values/herleiding.hpp"

namespace zorgkader {

struct HerleidVraag {
  Opdrachtgegevens gegevens;
  Verwijzing amount;        ///< name, keys, and the fingerprint of the run that is meant (may be empty)
  std::size_t termen = 50;  ///< terms listed of one sum; 0: all
  bool opnieuw = false;     ///< compute a second time from the files and compare every step
};

struct HerleidAntwoord {
  Herleiding herleiding;
  Bevindingen bevindingen;
};

HerleidAntwoord herleid(const HerleidVraag& vraag);

}  // namespace zorgkader
