// Registersoort: what a register is made of: its columns, its key, and what must hold of a row. Data, no code.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace zorgkader::dossier {

enum class Veldsoort : std::uint8_t {
  tekst,
  code,      ///< exactly `cijfers` digits
  datum,     ///< kept as `2022-03-01`
  ja_nee,    ///< `ja` or `nee`
  bedrag,    ///< euros, kept with two decimals: `12.50`
  getal,     ///< a whole number
  decimaal,  ///< a number that may have decimals, kept as `7.5`
  procent,   ///< kept as the percentage: `3.87`
  bsn,       ///< nine digits that pass the elfproef
  gemeente   ///< CBS code of four digits; the name is read too where the register gemeenten has it
};

/// One column of a register. Every register keeps its columns for good: the log holds rows by their names.
struct Veld {
  std::string_view naam;
  Veldsoort soort = Veldsoort::tekst;
  bool sleutel = false;    ///< part of the key
  bool verplicht = false;  ///< must be filled
  bool mag_leeg = false;   ///< part of the key that may be empty
  int cijfers = 0;         ///< exactly so many, of a code or a year; 0: any number
  std::int64_t vanaf = 0;  ///< lowest number, for the kinds that are numbers
  bool ook_negatief = false;
  bool toewijzingnummer = false;   ///< up to nine digits, some of which pass the elfproef: no sign of a bsn
  std::string_view keuzes = {};    ///< the only values allowed, with `|` between; empty: any
  std::string_view verwijst = {};  ///< register of which this value, behind the key columns of the same name, is a key
  std::string_view komt_uit = {};  ///< `register kolom`: when filled, a value of that column
  bool altijd = false;             ///< of `komt_uit`: also while that register has no rows
  std::string_view toelichting = {};  ///< one Dutch sentence, where the name does not say enough

  bool gevuld() const { return verplicht || (sleutel && !mag_leeg); }
};

enum class Regelvorm : std::uint8_t {
  volgorde,     ///< of the dates that are filled none is before the one in front of it
  stappen,      ///< the same, and a date is filled only when all in front of it are
  gevuld,       ///< all are filled
  gelijk,       ///< all have `waarde`
  eerste_dag,   ///< all are the first day of a month
  een_tegelijk  ///< no two rows with equal values here have a day of `van` to `tot` in common; asked of the state
};

/// What must hold of more than one column, or of more than one row.
struct Registerregel {
  Regelvorm vorm;
  std::string_view velden;       ///< names of columns, with blanks between
  std::string_view als = {};     ///< only when all of this holds: `a` (is filled) or `a=ja`, with blanks between
  std::string_view waarde = {};  ///< of `gelijk`
  std::string_view zegt;         ///< the rule, one Dutch sentence
  std::string_view bron;         ///< where it comes from
};

struct Registersoort {
  std::string_view naam;
  bool gemeentelijk = false;     ///< about persons: lives in the log of a gemeente
  std::string_view toelichting;  ///< one Dutch sentence
  std::vector<Veld> velden;
  std::vector<Registerregel> regels = {};
  bool besloten = false;      ///< says who people are: no table for arrangements
  bool met_duur = false;      ///< as a table it also says in which month `van` falls, and how long it lasts
  bool met_kwartaal = false;  ///< as a table it also says in which quarter and year `maand` falls

  bool per_gemeente() const { return gemeentelijk; }
  std::optional<std::size_t> kolom(std::string_view naam) const;
  bool has_looptijd() const { return kolom("van") && kolom("tot"); }
  /// The columns of the key, in their order.
  std::vector<std::size_t> sleutelkolommen() const;
};

/// All registers; none refers to one that comes after it, so in this order a delivery can be taken in.
std::span<const Registersoort* const> registersoorten();
/// Nothing when there is no such register.
const Registersoort* find_registersoort(std::string_view naam);

/// The registers of the region, and those of a gemeente: the two halves of the table.
const std::vector<Registersoort>& registers_van_regio();
const std::vector<Registersoort>& registers_van_gemeente();

/// Where the value of a column comes from: its `komt_uit`, and of a gemeente the register gemeenten.
std::string_view herkomst_van(const Veld& veld);

/// The log of what is not about persons. No CBS code, so no gemeente has it.
inline constexpr std::string_view kRegio = "regio";

/// `tekst`, `8 cijfers`, `ja of nee`: for people.
std::string soort_naam(const Veld& veld);
/// The parts of a list such as `keuzes`.
std::vector<std::string> split(std::string_view text, char scheiding);
/// The parts of a cell `a; b`, without the spaces around them.
std::vector<std::string> words_of(std::string_view text);

}  // namespace zorgkader::dossier
