// The files of the example region one after another.
#include "app/voorbeeldregio.hpp"

#include "app/regioberichten.hpp"

namespace zorgkader {

void each_bestand(const Regiovraag& vraag, const std::function<void(std::string pad, std::string bytes)>& take) {
  const Regioplan plan = make_regioplan(vraag);
  write_registers(plan, take);
  Regiopost post(plan, take);
  Regiotelling telling;
  Regioberichten berichten(post);
  Regiodeclaraties declaraties(post, telling);
  for (const Regiostap& stap : plan.stappen) {
    if (stap.soort == Regiostap::Soort::declaratie || stap.soort == Regiostap::Soort::te_vroeg)
      declaraties.send(stap);
    else
      berichten.send(stap);
  }
  write_feiten(plan, telling, take);
  std::string faults = "bestand;referentie;soort;codes\n";
  for (const std::string& row : telling.fouten) faults += row + "\n";
  take("fouten.csv", std::move(faults));
}

}  // namespace zorgkader
