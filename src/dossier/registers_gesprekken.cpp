// The registers of the region that talks with providers leave: who comes, when, what was said, what is open.
#include "dossier/registers_gesprekken.hpp"

namespace zorgkader::dossier {
namespace {

using enum Veldsoort;

constexpr std::string_view kAanbieder = "Korte naam van de contractpartij, zoals de regeling haar noemt.";
constexpr std::string_view kGesprek = "Het hoeveelste gesprek van dat jaar.";
constexpr std::string_view kAfspraak = "Afspraak van deze registers";
constexpr std::string_view kPeriodiek = "Uitvoeringsplan 2023, 3. Contractmanagement, onder Periodieke gesprekken";

}  // namespace

const std::vector<Registersoort>& registers_van_gesprekken() {  // table
  static const std::vector<Registersoort> table = {
      {.naam = "deskundigen",
       .toelichting = "Wie namens het team, een gemeente of een aanbieder over een onderwerp gaat, en aan tafel kan.",
       .velden =
           {{.naam = "deskundige", .sleutel = true, .toelichting = "Functie of naam, voor ieder een andere."},
            {.naam = "deskundigheid", .sleutel = true, .toelichting = "Zoals de regeling haar noemt."},
            {.naam = "aanbieder",
             .sleutel = true,
             .mag_leeg = true,
             .toelichting = "De aanbieder waar hij bij hoort of aanschuift; leeg: bij allen die de regeling noemt."},
            {.naam = "kant", .verplicht = true, .keuzes = "team|gemeente|aanbieder", .toelichting = "Namens wie."},
            {.naam = "gemeente", .soort = gemeente},
            {.naam = "van", .soort = datum},
            {.naam = "tot", .soort = datum}},
       .regels = {{.vorm = Regelvorm::gevuld,
                   .velden = "gemeente",
                   .als = "kant=gemeente",
                   .zegt = "Wie namens een gemeente komt, heeft een gemeente.",
                   .bron = kAfspraak},
                  {.vorm = Regelvorm::gevuld,
                   .velden = "aanbieder",
                   .als = "kant=aanbieder",
                   .zegt = "Wie namens een aanbieder komt, heeft een aanbieder.",
                   .bron = kAfspraak}}},
      {.naam = "afwezigheid",
       .toelichting = "Wanneer een deskundige niet aan een gesprek kan deelnemen.",
       .velden = {{.naam = "nummer", .sleutel = true, .toelichting = "Nummer of naam van de afwezigheid."},
                  {.naam = "deskundige", .verplicht = true, .komt_uit = "deskundigen deskundige"},
                  {.naam = "van", .soort = datum, .verplicht = true},
                  {.naam = "tot", .soort = datum, .verplicht = true}}},
      {.naam = "gesprekken",
       .toelichting = "De gesprekken met aanbieders die een dag hebben: vastgelegd, verzet of gehouden.",
       .velden = {{.naam = "aanbieder", .sleutel = true, .toelichting = kAanbieder},
                  {.naam = "jaar", .soort = getal, .sleutel = true, .cijfers = 4},
                  {.naam = "gesprek", .soort = getal, .sleutel = true, .vanaf = 1, .toelichting = kGesprek},
                  {.naam = "datum", .soort = datum, .verplicht = true},
                  {.naam = "aanvang", .toelichting = "Zoals 09:30; leeg: het programma kiest een tijdstip."},
                  {.naam = "duur", .soort = decimaal, .toelichting = "In uren; leeg: zoals de regeling zegt."},
                  {.naam = "ingewikkeld", .soort = ja_nee},
                  {.naam = "reden", .toelichting = "Waarom het gesprek verzet is."},
                  {.naam = "rode_draad", .toelichting = "De belangrijkste bevindingen, zonder gegevens van cliënten."},
                  {.naam = "rode_draad_verstuurd_op", .soort = datum}},
       .regels = {{.vorm = Regelvorm::volgorde,
                   .velden = "datum rode_draad_verstuurd_op",
                   .zegt = "De rode draad wordt niet voor het gesprek verstuurd.",
                   .bron = "Uitvoeringsplan 2023, 3. Contractmanagement, onder Terugkoppeling periodieke gesprekken"}}},
      {.naam = "gespreksinformatie",
       .toelichting = "Wat gemeenten voor een gesprek hebben aangeleverd, en wanneer.",
       .velden = {{.naam = "aanbieder", .sleutel = true, .toelichting = kAanbieder},
                  {.naam = "jaar", .soort = getal, .sleutel = true, .cijfers = 4},
                  {.naam = "gesprek", .soort = getal, .sleutel = true, .vanaf = 1, .toelichting = kGesprek},
                  {.naam = "gemeente", .soort = gemeente, .sleutel = true},
                  {.naam = "onderwerp", .sleutel = true, .toelichting = "Zoals omzet of klachten."},
                  {.naam = "ontvangen_op", .soort = datum, .verplicht = true},
                  {.naam = "document", .toelichting = "Waar het stuk te vinden is."}}},
      {.naam = "gespreksantwoorden",
       .toelichting = "De antwoorden op de vragen die voor elk gesprek gesteld worden.",
       .velden = {{.naam = "aanbieder", .sleutel = true, .toelichting = kAanbieder},
                  {.naam = "jaar", .soort = getal, .sleutel = true, .cijfers = 4},
                  {.naam = "gesprek", .soort = getal, .sleutel = true, .vanaf = 1, .toelichting = kGesprek},
                  {.naam = "vraag", .sleutel = true, .toelichting = "Zoals de regeling haar noemt."},
                  {.naam = "antwoord", .verplicht = true, .toelichting = "Zonder gegevens van cliënten."}}},
      {.naam = "gesprekspunten",
       .toelichting = "Afwijkingen, acties en punten van gemeenten die met een aanbieder te bespreken zijn.",
       .velden = {{.naam = "punt", .sleutel = true, .toelichting = "Nummer of naam van het punt."},
                  {.naam = "aanbieder", .verplicht = true, .toelichting = kAanbieder},
                  {.naam = "soort", .verplicht = true, .keuzes = "afwijking|actie|punt"},
                  {.naam = "omschrijving", .verplicht = true, .toelichting = "Zonder gegevens van cliënten."},
                  {.naam = "gemeente", .soort = gemeente, .toelichting = "Wie het aandraagt; leeg: het team."},
                  {.naam = "gemeld_op", .soort = datum, .verplicht = true},
                  {.naam = "wie", .toelichting = "Wie ervoor zorgt."},
                  {.naam = "uiterlijk", .soort = datum},
                  {.naam = "afgehandeld_op", .soort = datum, .toelichting = "Leeg zolang het openstaat."}},
       .regels = {{.vorm = Regelvorm::volgorde,
                   .velden = "gemeld_op afgehandeld_op",
                   .zegt = "Een punt wordt niet afgehandeld voordat het gemeld is.",
                   .bron = kPeriodiek}}},
  };
  return table;
}

}  // namespace zorgkader::dossier
