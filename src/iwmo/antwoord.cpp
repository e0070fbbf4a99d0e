// Retour messages (IV028) and the answer to a declaration (IV087).
#include "iwmo/antwoord.hpp"

#include <algorithm>
#include <map>
#include <vector>

#include "iwmo/kop.hpp"
#include "iwmo/regelhulp.hpp"

namespace zorgkader::iwmo {
namespace {

constexpr std::string_view kGoed = "0200", kNietBeoordeeld = "0233", kGeheelToegekend = "8001", kTechnisch = "0001";

using Codes = std::vector<std::string>;

/// Findings by the class that carries their code: one with a logical key, or the header.
class Uitslag {
 public:
  Uitslag(const Boom& heen, const Berichtbevindingen& found) {
    for (const Berichtbevinding& b : found) {
      if (b.niveau <= 1) vorm_ = true;
      if (b.niveau == 2) technisch_ = true;
      if (b.retourcode.empty()) continue;
      const Deel at = drager_van(heen, b);
      Codes& codes = at ? per_deel_[at.nummer()] : header_;
      if (std::find(codes.begin(), codes.end(), b.retourcode) == codes.end()) codes.push_back(b.retourcode);
    }
  }
  bool vorm() const { return vorm_; }
  bool technisch() const { return technisch_; }
  bool good() const { return header_.empty() && per_deel_.empty(); }
  const Codes& header() const { return header_; }
  /// Codes of the class itself; empty when nothing was found in it.
  Codes of(Deel deel) const {
    const auto found = per_deel_.find(deel.nummer());
    return found == per_deel_.end() ? Codes{} : found->second;
  }
  bool wrong(Deel deel) const { return per_deel_.contains(deel.nummer()); }

 private:
  std::map<std::uint32_t, Codes> per_deel_;
  Codes header_;
  bool vorm_ = false, technisch_ = false;
};

void add_codes(Boom& out, Deel parent, const Codes& codes) {
  const Deel list = out.add(parent, "RetourCodes");
  for (const std::string& code : codes) out.add(list, "RetourCode", code);
}

/// Puts codes in the header. True when the answer ends there: the message was refused whole (IV028, IV087).
bool ends_in_header(Boom& out, const Uitslag& uitslag) {
  const Deel header = out["Header"];
  if (uitslag.technisch())
    add_codes(out, header, {std::string(kTechnisch)});
  else if (!uitslag.header().empty())
    add_codes(out, header, uitslag.header());
  else
    return false;
  return true;
}

class Retour {
 public:
  Retour(const Boom& heen, const Uitslag& uitslag, const Antwoordgegevens& gegevens)
      : heen_(heen), uitslag_(uitslag), out_(*release_3_2().bericht(heen.soort().antwoord)) {
    add_header(gegevens);
  }

  Boom build() && {
    if (ends_in_header(out_, uitslag_) || uitslag_.good()) return std::move(out_);
    add_codes(out_, out_["Header"], {std::string(kGoed)});
    for (Deel part : heen_.wortel().delen()) {
      if (part.naam() != "Header") add_whole(out_.wortel(), part, false);
    }
    return std::move(out_);
  }

 private:
  /// The header of the message that is answered, as it was, with what a retour adds.
  void add_header(const Antwoordgegevens& gegevens) {
    const Deel from = heen_["Header"];
    const Deel header = iwmo::add_header(out_, from.tekst("Afzender"), from.tekst("Ontvanger"));
    for (const std::string_view same : {"BerichtIdentificatie", "XsdVersie"})
      out_.copy(out_.add(header, same), from[same]);
    out_.add(header, "IdentificatieRetour", gegevens.identificatie);
    out_.add(header, "DagtekeningRetour", format_datum(gegevens.dagtekening));
    if (uitslag_.technisch()) out_.add(header, "XsltVersie", release_3_2().regels_versie);
    add_xsd_versie(out_, header, "XsdVersieRetour");
  }

  /// `part` with a code in every class that has a key; what lies below a class that is wrong was not judged.
  void add_whole(Deel parent, Deel part, bool below_wrong) {
    const Deel made = out_.add(parent, part.naam(), part.tekst());
    const bool wrong = uitslag_.wrong(part);
    for (Deel below : part.delen()) add_whole(made, below, below_wrong || wrong);
    if (part.element().sleutel.empty()) return;
    add_codes(out_, made, wrong ? uitslag_.of(part) : Codes{std::string(below_wrong ? kNietBeoordeeld : kGoed)});
  }

  const Boom& heen_;
  const Uitslag& uitslag_;
  Boom out_;
};

class Declaratieantwoord {
 public:
  Declaratieantwoord(const Boom& heen, const Uitslag& uitslag, const Antwoordgegevens& gegevens)
      : declaratie_(heen["Declaratie"]), uitslag_(uitslag), out_(*release_3_2().bericht(325)) {
    const Deel from = heen["Header"];
    const Deel header = add_header(out_, from.tekst("Ontvanger"), from.tekst("Afzender"));
    add_identificatie(out_, header, "BerichtIdentificatie", gegevens.identificatie, format_datum(gegevens.dagtekening));
    add_xsd_versie(out_, header, "XsdVersie");
    const Deel id = from["BerichtIdentificatie"];
    add_identificatie(out_, header, "DeclaratieIdentificatie", id.tekst("Identificatie"), id.tekst("Dagtekening"));
    if (uitslag_.technisch()) out_.add(header, "XsltVersie", release_3_2().regels_versie);
    out_.copy(out_.add(header, "XsdVersieDeclaratie"), from["XsdVersie"]);
  }

  Boom build() && {
    if (ends_in_header(out_, uitslag_)) return std::move(out_);
    add_codes(out_, out_["Header"], {std::string(kGoed)});
    add_answer();
    return std::move(out_);
  }

 private:
  void add_answer() {
    const Deel asked = declaratie_["TotaalIngediendBedrag"];
    const Deel answer = out_.add(out_.wortel(), "DeclaratieAntwoord");
    out_.add(answer, "DeclaratieNummer", declaratie_.tekst("DeclaratieNummer"));
    out_.copy(out_.add(answer, "TotaalIngediendBedrag"), asked);
    if (uitslag_.wrong(declaratie_)) {
      add_granted(answer, 0);
      return add_codes(out_, answer, uitslag_.of(declaratie_));
    }
    add_granted(answer, met_teken(asked) - refused());
    if (uitslag_.good()) return add_codes(out_, answer, {std::string(kGeheelToegekend)});
    const Deel clients = out_.add(answer, "Clienten");
    for (Deel client : declaratie_["Clienten"].delen()) add_client(clients, client);
    add_codes(out_, answer, {std::string(kGoed)});
  }

  void add_granted(Deel answer, std::int64_t cent) {
    const Deel total = out_.add(answer, "TotaalToegekendBedrag");
    out_.add(total, "TotaalBedrag", bedrag(cent).cent);
    out_.add(total, "DebetCredit", bedrag(cent).debet_credit);
  }

  bool refuses(Deel client, Deel line) const { return uitslag_.wrong(client) || uitslag_.wrong(line); }

  /// Sum of the lines that are sent back, debit minus credit (TR342).
  std::int64_t refused() const {
    std::int64_t out = 0;
    for (Deel client : declaratie_["Clienten"].delen()) {
      for (Deel line : client["Prestaties"].delen()) {
        if (!refuses(client, line)) continue;
        out += met_teken(line["IngediendBedrag"]);
      }
    }
    return out;
  }

  /// Only the lines that are refused; of a client that is wrong itself all of them, not judged.
  void add_client(Deel clients, Deel client) {
    Deel made, lines;
    for (Deel line : client["Prestaties"].delen()) {
      if (!refuses(client, line)) continue;
      if (!made) {
        made = out_.add(clients, "Client");
        out_.add(made, "Bsn", client.tekst("Bsn"));
        lines = out_.add(made, "Prestaties");
      }
      const Deel returned = out_.add(lines, "Prestatie");
      out_.copy(returned, line);
      add_codes(out_, returned, uitslag_.wrong(line) ? uitslag_.of(line) : Codes{std::string(kNietBeoordeeld)});
    }
    if (made) add_codes(out_, made, uitslag_.wrong(client) ? uitslag_.of(client) : Codes{std::string(kGoed)});
  }

  Deel declaratie_;
  const Uitslag& uitslag_;
  Boom out_;
};

}  // namespace

Deel drager_van(const Boom& heen, const Berichtbevinding& bevinding) {
  Deel at = heen.at(bevinding.pad);
  while (at && at.element().sleutel.empty()) at = at.ouder();
  return at;
}

std::optional<Boom> make_antwoord(const Boom& heen, const Berichtbevindingen& found, const Antwoordgegevens& gegevens) {
  if (heen.soort().antwoord == 0) return std::nullopt;
  const Uitslag uitslag(heen, found);
  const bool silent = std::any_of(found.begin(), found.end(), [](auto& b) { return b.retourcode.empty(); });
  if (uitslag.vorm() || silent) return std::nullopt;
  if (heen.soort().nummer == 323) return Declaratieantwoord(heen, uitslag, gegevens).build();
  return Retour(heen, uitslag, gegevens).build();
}

}  // namespace zorgkader::iwmo
