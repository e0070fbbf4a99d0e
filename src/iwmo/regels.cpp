// Which files hold rules.
#include "iwmo/regels.hpp"

namespace zorgkader::iwmo {

std::vector<std::span<const Regel>> regellijsten() {
  return {regels_client(), regels_contact(), regels_product(), regels_verzoek(), regels_declaratie()};
}

}  // namespace zorgkader::iwmo
