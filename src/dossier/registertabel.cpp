// References are followed once for a kind of register, and then for every row.
#include "dossier/registertabel.hpp"

#include <algorithm>

#include "dossier/tabelmaker.hpp"
#include "values/kalender.hpp"

namespace zorgkader::dossier {
namespace {

constexpr std::int64_t kDaysInWeek = 7;

/// What of a client counts for an arrangement; until when his data are kept does not.
constexpr std::string_view kVanClient = "geboortedatum wijk psychogeriatrisch";

std::string column_name(const Veld& veld) {
  return veld.soort == Veldsoort::bsn ? "client" : std::string(veld.naam);
}

Soort kind_of(Veldsoort soort) {
  switch (soort) {
    case Veldsoort::datum:
      return Soort::datum;
    case Veldsoort::ja_nee:
      return Soort::ja_nee;
    case Veldsoort::bedrag:
    case Veldsoort::getal:
    case Veldsoort::decimaal:
    case Veldsoort::procent:
      return Soort::getal;
    default:
      return Soort::tekst;
  }
}

/// What the row names in that column: its value is the last of the key there, before it go columns of the same names.
const Standrij* referred(const Registerstand& state, const Standrij& row, const Veld& veld, const Registersoort& naar) {
  std::vector<std::string> key;
  const auto columns = naar.sleutelkolommen();
  for (const std::size_t column : columns) {
    const std::string_view name = naar.velden[column].naam;
    key.emplace_back(row.tekst(column == columns.back() ? veld.naam : name));
  }
  return state.find(naar.naam, key);
}

/// Beside `van` and `tot`: the month of `van`, its first day, and the weeks up to and including `tot`.
std::vector<Tabelkop> duration_heads() {
  return {{"maand", Soort::tekst, "De maand waarin het begint, zoals 2022-01."},
          {"begin_maand", Soort::datum, "De eerste dag van die maand."},
          {"weken", Soort::getal,
           "Hoeveel weken het duurt: de dagen van van tot en met tot, gedeeld door zeven; leeg zolang "
           "er geen einde is."}};
}

void add_duration(Tabelmaker& out, const Standrij& row) {
  const auto from = row.datum("van"), until = row.datum("tot");
  out.text(from ? format_maand(*from) : std::string());
  out.day(from ? std::optional(first_of_month(*from)) : from);
  out.exact(from && until ? std::optional(Getal::breuk((*until - *from).count() + 1, kDaysInWeek)) : std::nullopt);
}

/// Beside `maand`: the quarter and the year that it is in.
std::vector<Tabelkop> quarter_heads() {
  return {{"kwartaal", Soort::tekst, "Het kwartaal van die maand: 1, 2, 3 of 4."},
          {"jaar", Soort::getal, "Het jaar van die maand."}};
}

void add_quarter(Tabelmaker& out, const Standrij& row) {
  const auto month = row.datum("maand");
  out.text(month ? std::to_string(quarter_of(*month)) : std::string());
  out.number(month ? std::optional<std::int64_t>(year_of(*month)) : std::nullopt);
}

/// An absent row gives an empty cell.
void add_cell(Tabelmaker& out, const Standrij* row, const Veld& veld, const Contracten& contracten,
              const Pseudoniem& pseudoniem) {
  const std::string_view text = row == nullptr ? std::string_view() : row->tekst(veld.naam);
  const auto number = row == nullptr || text.empty() ? std::nullopt : row->getal(veld.naam);
  switch (kind_of(veld.soort)) {
    case Soort::datum:
      out.day(row == nullptr ? std::nullopt : row->datum(veld.naam));
      return;
    case Soort::ja_nee:
      out.yes(text.empty() ? std::nullopt : std::optional(text == "ja"));
      return;
    case Soort::getal:
      out.exact(number && veld.soort == Veldsoort::procent ? std::optional(*number / Getal(100)) : number);
      return;
    case Soort::tekst:
      if (veld.soort == Veldsoort::bsn && !text.empty())
        out.text(pseudoniem(row->tekst("gemeente"), text));
      else
        out.text(veld.soort == Veldsoort::gemeente ? contracten.gemeente(text) : text);
  }
}

}  // namespace

Registertabel::Registertabel(const Registersoort& soort) : soort_(soort) {
  add_columns(0, soort, "");
  follow(0, soort);
}

bool Registertabel::has(std::string_view naam) const {
  return std::any_of(kolommen_.begin(), kolommen_.end(),
                     [&](const Kolombron& known) { return column_name(*known.veld) == naam; });
}

void Registertabel::add_columns(std::size_t rij, const Registersoort& soort, std::string_view only) {
  const auto chosen = split(only, ' ');
  for (const Veld& veld : soort.velden) {
    const bool asked = only.empty() || std::find(chosen.begin(), chosen.end(), veld.naam) != chosen.end();
    if (asked && !has(column_name(veld))) kolommen_.push_back({rij, &veld});
  }
}

void Registertabel::follow(std::size_t rij, const Registersoort& soort) {
  const Registersoort* clients = find_registersoort("clienten");
  for (const Veld& veld : soort.velden) {
    const bool of_client = veld.soort == Veldsoort::bsn;
    if ((veld.verwijst.empty() && !of_client) || &soort == clients) continue;
    const Registersoort* to = of_client ? clients : find_registersoort(veld.verwijst);
    verwijzingen_.push_back({rij, &veld, to});
    const std::size_t place = verwijzingen_.size();
    add_columns(place, *to, of_client ? kVanClient : "");
    follow(place, *to);
  }
}

std::vector<Tabelkop> Registertabel::koppen() const {
  std::vector<Tabelkop> out;
  for (const Kolombron& column : kolommen_) {
    std::string text(column.veld->soort == Veldsoort::bsn
                         ? "Pseudoniem van de cliënt, in zijn gemeente altijd hetzelfde."
                         : column.veld->toelichting);
    if (column.rij > 0) {
      const Verwijzing& from = verwijzingen_[column.rij - 1];
      text += (text.empty() ? "" : " ") + ("Uit het register " + std::string(from.naar->naam) + ".");
    }
    out.push_back({column_name(*column.veld), kind_of(column.veld->soort), std::move(text)});
  }
  if (soort_.met_duur) {
    for (Tabelkop& head : duration_heads()) out.push_back(std::move(head));
  }
  if (soort_.met_kwartaal) {
    for (Tabelkop& head : quarter_heads()) out.push_back(std::move(head));
  }
  return out;
}

void Registertabel::add_rows(Tabelmaker& out, const Registerstand& state, const Contracten& contracten,
                             const Pseudoniem& pseudoniem) const {
  std::vector<const Standrij*> rows(verwijzingen_.size() + 1);
  state.each(soort_.naam, [&](const Standrij& row) {
    rows[0] = &row;
    for (std::size_t i = 0; i < verwijzingen_.size(); ++i) {
      const Verwijzing& to = verwijzingen_[i];
      rows[i + 1] = rows[to.van] == nullptr ? nullptr : referred(state, *rows[to.van], *to.veld, *to.naar);
    }
    for (const Kolombron& column : kolommen_) add_cell(out, rows[column.rij], *column.veld, contracten, pseudoniem);
    if (soort_.met_duur) add_duration(out, row);
    if (soort_.met_kwartaal) add_quarter(out, row);
    out.end_row();
    return true;
  });
}

}  // namespace zorgkader::dossier
