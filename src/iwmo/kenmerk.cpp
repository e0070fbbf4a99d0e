// Headers to what they say of their message.
#include "iwmo/kenmerk.hpp"

#include <utility>

namespace zorgkader::iwmo {

Berichtkenmerk kenmerk_van(const Boom& bericht) {
  const Berichtsoort& kind = bericht.soort();
  const Deel header = bericht["Header"];
  std::string from(header.tekst("Afzender")), to(header.tekst("Ontvanger"));
  if (kind.nummer == 325) std::swap(from, to);
  const Deel id = header[kind.nummer == 325 ? "DeclaratieIdentificatie" : "BerichtIdentificatie"];
  return {kind.nummer == 325 ? 323
          : kind.heen != 0   ? kind.heen
                             : kind.nummer,
          std::move(from), std::move(to), std::string(id.tekst("Identificatie")), std::string(id.tekst("Dagtekening"))};
}

bool refuses_all(const Boom& antwoord) {
  if (antwoord.soort().nummer == 325) return !antwoord["DeclaratieAntwoord"];
  return antwoord.soort().heen != 0 && antwoord["Header/RetourCodes"];
}

}  // namespace zorgkader::iwmo
