// Gebeurtenis: one thing that happened, as the log of a gemeente holds it for good.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "values/moment.hpp"

namespace zorgkader::dossier {

using Afdruk = std::array<unsigned char, 32>;  ///< BLAKE2b, 256 bits

/// What the log says of the world. Names are part of the log: they are never changed, only added to.
namespace soorten {
inline constexpr std::string_view kOntvangen = "bericht ontvangen";  ///< `inhoud`: the file as it came
inline constexpr std::string_view kVerzonden = "bericht verzonden";  ///< `inhoud`: the file as it went
inline constexpr std::string_view kGeweigerd = "bericht geweigerd";  ///< received or sent; its answer refuses it
inline constexpr std::string_view kRegister = "register ingelezen";  ///< `inhoud`: the rows that changed
inline constexpr std::string_view kFeiten = "feiten ingelezen";      ///< `inhoud`: the name of the file, and the file
inline constexpr std::string_view kInzage = "ingezien";              ///< `inhoud`: of whom, and why
inline constexpr std::string_view kCorrectie = "correctie";          ///< takes back the event it names; `inhoud`: why
inline constexpr std::string_view kMomentopname = "momentopname";    ///< no event: the state after one, beside the log
inline constexpr std::array kAlle = {kOntvangen, kVerzonden, kGeweigerd, kRegister, kFeiten, kInzage, kCorrectie};
}  // namespace soorten

struct Gebeurtenis {
  std::string gemeente;         ///< CBS code: each has a log of its own
  std::int64_t nummer = 0;      ///< place in that log, from 1 without gaps
  Moment moment{};              ///< when it was recorded; never before that of its predecessor
  std::string soort;            ///< one of `soorten`
  std::string door;             ///< who recorded it: an account, or the command
  std::int64_t corrigeert = 0;  ///< the event it takes back; 0: none
  std::string kenmerk;          ///< makes it unique in its log, so that the same file counts once; may be empty
  std::string inhoud;           ///< bytes; in storage encrypted
  Afdruk afdruk{};              ///< over all of this as it is stored, and the afdruk of its predecessor
};

/// The end of a log, after which a next event comes.
struct Einde {
  std::int64_t nummer = 0;  ///< 0: the log is empty
  Moment moment{};
  Afdruk afdruk{};
};

/// The afdruk of an event that follows `vorige`. Fields are told apart by their length: no two events share one text.
Afdruk afdruk_van(const Gebeurtenis& gebeurtenis, const Afdruk& vorige);
/// Of any bytes; a file by its content.
Afdruk afdruk_van(std::string_view bytes);
std::string hex(const Afdruk& afdruk);

}  // namespace zorgkader::dossier
