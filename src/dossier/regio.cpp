// Events of the region to registers and files.
#include "dossier/regio.hpp"

#include <fmt/format.h>

#include "dossier/registerinhoud.hpp"

namespace zorgkader::dossier {

std::string write_feitbestand(const std::string& naam, std::string_view bytes) {
  return naam + '\n' + std::string(bytes);
}

Registerblok registerblok_van(const Gebeurtenis& g) {
  auto read = read_inhoud(g.inhoud);
  if (!read)
    throw OpslagFout(
        fmt::format("Gebeurtenis {} van {} hoort regels van een register te hebben, maar is niet te lezen: "
                    "{} `zorgkader verifieer` zegt of het dossier heel is.",
                    g.nummer, g.gemeente, read.errors().front().wat));
  return *std::move(read);
}

void Regio::apply(const Gebeurtenis& g, bool teruggenomen) {
  einde_ = {g.nummer, g.moment, g.afdruk};
  if (teruggenomen) return;
  if (g.soort == soorten::kRegister) {
    const Registerblok rows = registerblok_van(g);
    registers_.apply(*rows.soort, rows.rijen, g.nummer);
  }
  if (g.soort == soorten::kFeiten) {
    const std::size_t end = g.inhoud.find('\n');
    if (end == std::string::npos)
      throw OpslagFout(fmt::format("Gebeurtenis {} van de regio noemt geen bestand.", g.nummer));
    feiten_[g.inhoud.substr(0, end)] = {g.nummer, g.moment, g.inhoud.substr(end + 1)};
  }
}

Regio read_regio(const Logboek& logboek, const Loggrens& grens) {
  Regio out;
  replay(logboek, std::string(kRegio), grens, [&](const Gebeurtenis& g, bool taken_back) { out.apply(g, taken_back); });
  return out;
}

}  // namespace zorgkader::dossier
