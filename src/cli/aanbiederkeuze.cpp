// Options of the choice, and what comes of it: a list, or a message in a folder.
#include "cli/aanbiederkeuze.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "app/antwoordmap.hpp"
#include "cli/dossier.hpp"
#include "rapport/lijst.hpp"
#include "rapport/tekens.hpp"

namespace zorgkader {
namespace {

/// `4/82/4`: volume, unit, frequency.
Toegewezenomvang parse_omvang(const std::string& text) {
  const auto first = text.find('/'), second = text.find('/', first == std::string::npos ? first : first + 1);
  const std::string volume = text.substr(0, first);
  const bool digits = !volume.empty() && volume.size() <= 8 &&
                      std::all_of(volume.begin(), volume.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (second == std::string::npos || !digits)
    throw VerkeerdGebruik(fmt::format("`{}` is geen omvang: schrijf volume/eenheid/frequentie, zoals 1/82/4.", text));
  return {std::stoll(volume), text.substr(first + 1, second - first - 1), text.substr(second + 1)};
}

void add_rows(Lijst& out, const Onderzoekskeuze& choice, const std::vector<Kandidaat>& all) {
  for (const Kandidaat& k : all)
    out.rijen.push_back({choice.gemeente, choice.onderzoek, choice.dienst, k.rang == 0 ? "" : std::to_string(k.rang),
                         k.aanbieder, k.reden});
}

/// Why there are no candidates: the reason that all share.
std::string shared_reason(const Onderzoekskeuze& choice) {
  const auto& all = choice.anderen;
  const bool same = std::all_of(all.begin(), all.end(), [&](const auto& k) { return k.reden == all.front().reden; });
  return same && !all.empty() ? all.front().reden : "geen kandidaten; --alles noemt van elke aanbieder de reden";
}

Lijst list_of(const Keuzeantwoord& made, bool alles) {
  Lijst out{{{"gemeente", false},
             {"onderzoek", false},
             {"dienst", false},
             {"rang", true},
             {"aanbieder", false},
             {"reden", false}},
            {}};
  for (const Onderzoekskeuze& choice : made.keuzes) {
    if (const auto& decided = choice.besluit)
      out.rijen.push_back(
          {choice.gemeente, choice.onderzoek, choice.dienst, "", decided->aanbieder,
           fmt::format("toegewezen op {}: toewijzing {}", format_datum_nl(decided->besloten_op), decided->toewijzing)});
    if (choice.besluit && !alles) continue;
    add_rows(out, choice, choice.kandidaten);
    if (alles)
      add_rows(out, choice, choice.anderen);
    else if (choice.kandidaten.empty())
      out.rijen.push_back({choice.gemeente, choice.onderzoek, choice.dienst, "", "", shared_reason(choice)});
  }
  return out;
}

}  // namespace

Keuzeopdracht::Keuzeopdracht(CLI::App& app) {
  auto* c = add_command(app, "aanbiederkeuze", "welke aanbieders komen in aanmerking, in welke volgorde en waarom");
  Keuzevraag& of = vraag_.keuze;
  c->add_option("regeling", of.regeling, "het document van de regeling (Markdown)")->required()->type_name("REGELING");
  add_dossier(*c, of.dossier);
  auto* one = c->add_option("--onderzoek", of.onderzoek, "alleen dit onderzoek")->type_name("NUMMER");
  c->add_option("--gemeente", of.gemeente, "alleen in deze gemeente")->type_name("NAAM");
  auto* known = c->add_option("--bekend-op", bekend_op_, "naar wat aan het eind van deze dag in het dossier stond")
                    ->type_name("DATUM");
  c->add_option("--peildatum", peildatum_, "wat op deze dag van kracht is")->type_name("DATUM");
  c->add_option("--zet", zet_, "zet een parameter voor deze keer; mag vaker")->type_name("NAAM=WAARDE");
  c->add_flag("--alles", alles_, "noem ook wie geen kandidaat is, met de reden");
  c->add_option("--als", vorm_, "vorm van de uitvoer")
      ->check(CLI::IsMember({"tabel", "csv", "json"}).description(""))
      ->type_name("tabel|csv|json");
  auto* to = c->add_option("--naar", naar_, "leg de toewijzing in deze map klaar")->type_name("MAP");
  auto* whom = c->add_option("--wijs", vraag_.aanbieder, "maak de toewijzing (301) aan deze kandidaat")
                   ->needs(one)
                   ->needs(to)
                   ->excludes(known)
                   ->type_name("AANBIEDER");
  to->needs(whom);
  c->add_option("--agb", vraag_.agb, "aan welke AGB-code van de aanbieder")->needs(whom)->type_name("CODE");
  c->add_option("--product", vraag_.product, "de productcode; anders die van de regeling")
      ->needs(whom)
      ->type_name("CODE");
  c->add_option("--omvang", omvang_, "volume/eenheid/frequentie, als het contract niet taakgericht is")
      ->needs(whom)
      ->type_name("V/E/F");
  c->add_option("--nu", nu_, "de dag van het besluit; anders vandaag")->needs(whom)->type_name("DATUM");
  keuze_ = c;
}

std::optional<int> Keuzeopdracht::run() const {
  if (!*keuze_) return std::nullopt;
  Toewijzingsvraag vraag = vraag_;
  vraag.keuze.bekend_op = parse_peildatum(bekend_op_);
  vraag.keuze.peildatum = parse_peildatum(peildatum_);
  vraag.keuze.zetten = parse_zetten(zet_);
  return vraag.aanbieder.empty() ? list(vraag.keuze) : assign(std::move(vraag));
}

int Keuzeopdracht::list(const Keuzevraag& vraag) const {
  const Keuzeantwoord made = kies_aanbieders(vraag);
  const bool broken = has_errors(made.bevindingen) && made.keuzes.empty();
  if (!made.keuzes.empty() || (vorm_ != "tabel" && !broken))
    write_lijst(list_of(made, alles_), vorm_, std::cout, colour(STDOUT_FILENO));
  else if (!broken)
    std::cout << (vraag.onderzoek.empty() ? "Er zijn geen onderzoeken waar de regeling een aanbieder bij kiest.\n"
                                          : "Bij dit onderzoek kiest de regeling geen aanbieder.\n");
  return finish(made.bevindingen);
}

int Keuzeopdracht::assign(Toewijzingsvraag vraag) const {
  if (!omvang_.empty()) vraag.omvang = parse_omvang(omvang_);
  vraag.nu = moment_to_record(nu_);
  vraag.door = account();
  vraag.naar = naar_;
  const Toewijzingsantwoord made = maak_toewijzing(vraag);
  for (const std::string& why : made.bezwaren) fmt::print(stderr, "fout: {}\n", to_printable(why));
  for (const auto& found : made.fouten)
    fmt::print(stderr, "fout: {} {} {}\n", found.code, to_printable(found.pad), to_printable(found.tekst));
  if (made.bericht)
    std::cout << fmt::format("{}\n", (std::filesystem::path(naar_) / Antwoordmap(naar_).put(*made.bericht)).string());
  const int status = finish(made.bevindingen);
  return status == kGoed && !made.bericht ? kBevindingen : status;
}

}  // namespace zorgkader
