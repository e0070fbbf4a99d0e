// The one table of findings: code, title, remedy. The gallery in the documentation is made from it.
#include "values/bevinding.hpp"

namespace zorgkader {

const std::vector<Melding>& meldingen() {
  static const std::vector<Melding> table = {
      // Documents
      {"document-onleesbaar", "Het document kan niet gelezen worden", "Controleer het pad en de rechten."},
      {"document-te-groot", "Het document is te groot", "Splits het document; de grens is 4 MB."},
      {"document-tekenset", "Het document is geen geldige UTF-8", "Bewaar het document als UTF-8."},
      {"voorwerk-fout", "Het voorwerk boven het document klopt niet", "Schrijf `sleutel: waarde` tussen twee regels met ---."},
      {"tabel-zonder-bijschrift", "Een tabel zonder bijschrift",
       "Zet direct boven de tabel een regel die begint met Sleutel, Tabel, Parameters, Beslistabel, Termijnen of Overzicht."},
      {"bijschrift-fout", "Een bijschrift dat niet te lezen is", "Schrijf bijvoorbeeld: Tabel `tarief` per product [€/uur]"},
      {"tabel-fout", "Een tabel die niet bij haar bijschrift past", "Maak de kopregel en de cellen gelijk aan wat het bijschrift zegt."},
      {"cel-fout", "Een cel die niet te lezen is", "Schrijf getallen op zijn Nederlands (1.265,00) en laat de cel leeg als er geen waarde is."},
      {"getal-dubbelzinnig", "Een getal dat twee dingen kan betekenen", "Schrijf het zonder punt (1265) of met een komma (1,265)."},
      {"geldigheid-overlap", "Geldigheidsperioden die elkaar overlappen", "Laat een periode eindigen op de dag voor de volgende begint."},
      {"geldigheid-gat", "Een gat tussen geldigheidsperioden", "Laat een periode beginnen op de dag na het einde van de vorige."},
      {"beslistabel-gat", "Een beslistabel die niet elk geval behandelt", "Voeg een regel toe, eventueel met * als vangnet."},
      {"beslistabel-overlap", "Een regel van een beslistabel die nooit aan de beurt komt", "Haal de regel weg of zet haar hoger."},
      // Formulas
      {"formule-fout", "Een formule die niet te lezen is", ""},
      {"naam-onbekend", "Een naam die nergens bepaald is", "Controleer de spelling, of bepaal de naam in een tabel of formule."},
      {"naam-dubbel", "Een naam die twee keer bepaald is", "Geef een van beide een andere naam."},
      {"sleutel-onbekend", "Een sleutel die niet bestaat", "Voeg een tabel `Sleutel` toe of verbeter de naam."},
      {"lid-onbekend", "Een waarde die geen lid van de sleutel is", "Kies een waarde uit de sleuteltabel, of voeg haar daar toe."},
      {"eenheid-onbekend", "Een eenheid die niet bestaat", "Kies een bekende eenheid, of voer er een in met `eenheid naam`."},
      {"eenheid-ongelijk", "Eenheden die niet bij elkaar passen", "Reken eerst om naar dezelfde eenheid, of verbeter de formule."},
      {"soort-fout", "Een waarde van de verkeerde soort", "Gebruik hier een waarde van de soort die de formule verwacht."},
      {"sleutel-verdwijnt", "Een sleutel die zonder keuze zou verdwijnen", "Sommeer, middel of kies: `som(x over sleutel)` of `x[sleutel = waarde]`."},
      {"sleutel-ontbreekt", "Een sleutel die de waarde niet heeft", "Controleer de sleutels van de grootheid."},
      {"kring", "Een bepaling die van zichzelf afhangt", "Verbreek de kring; alleen `vorige(x langs sleutel)` mag naar zichzelf wijzen."},
      {"onderdeel-fout", "Een toevoeging die hier niet past", ""},
      {"bron-ontbreekt", "Een bepaling zonder kop of bron", "Zet een kop en een regel `Bron: document, nummer en titel` boven het blok."},
      {"ongebruikt", "Een bepaling die nergens gebruikt wordt", "Gebruik haar, maak er een uitkomst van of haal haar weg."},
      {"status-zonder-ondertekening", "Definitief zonder besluit en ondertekening", "Vul `besluit` en `ondertekend` in, of zet de status op concept."},
      // Facts
      {"bestand-onleesbaar", "Een bestand kan niet gelezen worden", "Controleer het pad, de rechten en de bestandssoort."},
      {"bestand-te-groot", "Een bestand is te groot", "Splits het bestand."},
      {"kolom-ontbreekt", "Een kolom ontbreekt", "Voeg de kolom toe; de eerste regel noemt de kolommen."},
      {"kolom-onbekend", "Een kolom die niet verwacht is", "Verbeter de naam van de kolom of haal haar weg."},
      {"rij-fout", "Een rij met een verkeerd aantal cellen", "Maak het aantal cellen gelijk aan dat van de kopregel."},
      {"rij-dubbel", "Twee rijen met dezelfde sleutels", "Tel de rijen op of haal er een weg."},
      {"feit-ontbreekt", "Een feit ontbreekt", "Lever het feit aan, of schrijf 0 als het echt nul is."},
      {"feit-onbekend", "Een feitenbestand waar de regeling niet om vraagt", "Controleer de naam van het bestand."},
      {"feit-dubbel", "Twee bestanden voor hetzelfde feit", "Bewaar er een."},
      {"peildatum-anders", "Een peildatum die afwijkt van het document", "Lever het feit op de gevraagde peildatum aan, of leg de afwijking vast."},
      // Runs
      {"deling-door-nul", "Een deling door nul", "Controleer het feit dat nul is, of behandel dat geval met `als`."},
      {"rekenfout", "Een berekening die niet kan", ""},
      {"open-keuze", "Een keuze die nog open staat", "Neem het besluit en vul de waarde in, of probeer een waarde met --zet."},
      {"niet-van-kracht", "Op de peildatum is de regeling niet van kracht", "Kies een peildatum binnen de geldigheid van de regeling."},
      {"eis-niet-gehaald", "Een eis waaraan niet voldaan is", "Herstel de feiten of de tabel waar de eis over gaat."},
      {"eis-melding", "Een verschil dat het document meldt", ""},
      {"vastgesteld-afwijking", "Een vastgestelde waarde die afwijkt van de eigen regel", ""},
      {"verwijzing-fout", "Een verwijzing die niet gevonden wordt", "Neem de verwijzing over uit de uitvoer van bereken, met dezelfde feiten."},
      {"gebruik-fout", "Een opdracht die niet begrepen wordt", "Zie `zorgkader --help`."},
  };
  return table;
}

}  // namespace zorgkader
