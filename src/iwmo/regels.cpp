// Which files hold rules.
#include "iwmo/regels.hpp"

namespace zorgkader::iwmo {

std::vector<std::span<const Regel>> regellijsten() {
  return {regels_client(),     regels_contact(),           regels_product(),  regels_verzoek(),
          regels_declaratie(), regels_toewijzing(),        regels_levering(), regels_verzoek_eerder(),
          regels_prestatie(),  regels_declaratie_eerder(), regels_antwoord(), regels_lijsten()};
}

}  // namespace zorgkader::iwmo
