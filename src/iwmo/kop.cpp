// Parts of a Header, in the order of the schema.
#include "iwmo/kop.hpp"

namespace zorgkader::iwmo {

Deel add_header(Boom& out, std::string_view afzender, std::string_view ontvanger) {
  const Deel header = out.add(out.wortel(), "Header");
  out.add(header, "BerichtCode", out.soort().code);
  out.add(header, "BerichtVersie", release_3_2().versie);
  out.add(header, "BerichtSubversie", release_3_2().subversie);
  out.add(header, "Afzender", afzender);
  out.add(header, "Ontvanger", ontvanger);
  return header;
}

void add_identificatie(Boom& out, Deel header, std::string_view naam, std::string_view identificatie,
                       std::string_view dag) {
  const Deel id = out.add(header, naam);
  out.add(id, "Identificatie", identificatie);
  out.add(id, "Dagtekening", dag);
}

void add_xsd_versie(Boom& out, Deel header, std::string_view naam) {
  const Deel version = out.add(header, naam);
  for (const std::string_view part : {"BasisschemaXsdVersie", "BerichtXsdVersie"})
    out.add(version, part, release_3_2().xsd_versie);
}

}  // namespace zorgkader::iwmo
