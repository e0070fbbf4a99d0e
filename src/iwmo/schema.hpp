// The shape of every message: elements in order, their number and type, and which of them make up a logical key.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace zorgkader::iwmo {

enum class Basis : std::uint8_t { tekst, getal, datum, tijd };

/// What a text must look like besides its length.
enum class Patroon : std::uint8_t {
  vrij,
  zichtbaar,        ///< one line with at least one character that is no space
  alinea,           ///< any lines with at least one character that is no space
  cijfers,          ///< digits only
  letters_cijfers,  ///< a-z, A-Z, 0-9
  letters,          ///< letters with or without diacritics: a-z, A-Z, U+00C0 to U+1EF3
  versie            ///< three whole numbers with dots between them
};

struct Code {
  std::string_view code;
  std::string_view betekenis;  ///< a few Dutch words; empty where the list has none of its own
};

/// A type of single values; lengths count characters, amounts are whole cents.
struct Datatype {
  std::string_view naam;  ///< as in the standard, without `LDT_`
  Basis basis = Basis::tekst;
  std::int64_t minimum = 0;  ///< shortest length of a text, lowest number
  std::int64_t maximum = 0;  ///< longest length (0: no limit), highest number
  Patroon patroon = Patroon::vrij;
  std::span<const Code> codes = {};  ///< when not empty, the only values allowed
};

/// One element at one place of one message.
struct Element {
  std::string_view naam;           ///< equal names have one address, with a NUL behind them
  const Datatype* type = nullptr;  ///< nothing for a class, which has parts
  std::string_view vast = {};      ///< the one value allowed, when there is one
  bool verplicht = true;
  bool herhaald = false;
  bool basisschema = false;                         ///< in the namespace that all messages share
  std::span<const std::string_view> sleutel = {};   ///< paths of the parts of the logical key; empty when it has none
  std::uint16_t ouder = 0, eerste = 0, aantal = 0;  ///< the parts of a class are the elements [eerste, eerste + aantal)
};

enum class Partij : std::uint8_t { gemeente, aanbieder };

/// One of the messages; element 0 is `Bericht`.
struct Berichtsoort {
  int nummer = 0;                 ///< 301
  std::string naam;               ///< `WMO301`
  std::string_view titel;         ///< Dutch, for people
  std::string_view code;          ///< BerichtCode
  Partij van = Partij::gemeente;  ///< who sends the file
  int heen = 0;                   ///< of a return message: the message that it answers
  int antwoord = 0;               ///< the message that answers this one; 0 when none does
  std::string ruimte;             ///< XML namespace of the message's own elements
  std::vector<Element> elementen;
};

/// A version of the standard. Everything else in this room follows from it.
struct Release {
  std::string_view naam;           ///< `3.2`
  std::string_view versie;         ///< BerichtVersie
  std::string_view subversie;      ///< BerichtSubversie
  std::string_view xsd_versie;     ///< of the base schema and of each message
  std::string_view regels_versie;  ///< of the rule sheet whose verdicts level 2 follows (XsltVersie)
  std::string basisruimte;         ///< XML namespace of the parts that messages share
  std::vector<Berichtsoort> berichten;

  /// Nothing when there is no such message.
  const Berichtsoort* bericht(int nummer) const;
  const Berichtsoort* bericht_met_ruimte(std::string_view ruimte) const;
};

const Release& release_3_2();
/// A type by its name; asking for one that does not exist is a fault in the program.
const Datatype& datatype(std::string_view naam);
/// The meaning of a code in a type, or the code itself.
std::string_view betekenis(std::string_view type, std::string_view code);
/// Number of the part of a class with this name; -1 when it has none.
int part_of(const Berichtsoort& soort, const Element& klasse, std::string_view naam);

}  // namespace zorgkader::iwmo
