// States to bytes and back, by cereal.
#include "dossier/momentopname.hpp"

#include <fmt/format.h>

#include <bit>
#include <cereal/archives/binary.hpp>
#include <cereal/types/array.hpp>
#include <cereal/types/chrono.hpp>
#include <cereal/types/map.hpp>
#include <cereal/types/optional.hpp>
#include <cereal/types/string.hpp>
#include <cereal/types/utility.hpp>
#include <cereal/types/vector.hpp>
#include <sstream>

namespace zorgkader::dossier {
namespace {

static_assert(std::endian::native == std::endian::little, "a dossier may move to a machine of the other kind");

/// Of what is kept, and of how it is derived: a change of either needs the next number, and then every momentopname is
/// made again. The tests say when.
constexpr int kVersie = 1;

/// Reads where the bytes lie.
class Bytes : public std::streambuf {
 public:
  explicit Bytes(std::string_view bytes) {
    char* begin = const_cast<char*>(bytes.data());  // a get area is not written to
    setg(begin, begin, begin + bytes.size());
  }
};

/// Rows are kept by the places of their columns.
std::string version() {
  std::string columns;
  for (const Registersoort* soort : registersoorten()) {
    columns.append(soort->naam).push_back('\n');
    for (const Veld& veld : soort->velden) columns.append(veld.naam).push_back(' ');
  }
  return fmt::format("{} {}", kVersie, hex(afdruk_van(columns)));
}

}  // namespace

Gebeurtenis make_momentopname(const Stand& stand, const Einde& einde) {
  std::ostringstream out;
  cereal::BinaryOutputArchive form(out);
  form(version(), stand);
  Gebeurtenis made;
  made.gemeente = stand.gemeente();
  made.nummer = einde.nummer;
  made.moment = einde.moment;
  made.soort = soorten::kMomentopname;
  made.inhoud = std::move(out).str();
  made.afdruk = einde.afdruk;
  return made;
}

std::optional<Stand> open_momentopname(const Gebeurtenis& m, const Registerstand* regio) try {
  Bytes bytes(m.inhoud);
  std::istream in(&bytes);
  cereal::BinaryInputArchive form(in);
  std::string made_by;
  form(made_by);
  if (made_by != version()) return std::nullopt;
  Stand out(m.gemeente, regio);
  form(out);
  out.set_einde({m.nummer, m.moment, m.afdruk});
  return out;
} catch (const cereal::Exception&) {
  return std::nullopt;
}

void refresh_momentopname(Logboek& logboek, const Stand& stand) {
  constexpr std::int64_t kFew = 256, kPart = 4;
  const std::int64_t size = stand.einde().nummer, since = size - stand.bewaard();
  if (since < kFew || since < size / kPart) return;
  const Einde end = logboek.einde(stand.gemeente());
  if (end.nummer == size) logboek.keep_momentopname(make_momentopname(stand, end));
}

Stand read_stand(const Logboek& logboek, const std::string& gemeente, const Registerstand* regio,
                 const Loggrens& grens) {
  const auto kept = logboek.momentopname(gemeente);
  if (!kept || !grens.includes(kept->nummer, kept->moment)) return replay_stand(logboek, gemeente, regio, grens);
  for (const Correctie& c : logboek.correcties(gemeente)) {
    const bool after = c.gebeurtenis > kept->nummer && grens.includes(c.gebeurtenis, c.moment);
    if (after && c.corrigeert <= kept->nummer) return replay_stand(logboek, gemeente, regio, grens);
  }
  auto out = open_momentopname(*kept, regio);
  if (!out) return replay_stand(logboek, gemeente, regio, grens);
  const auto take = [&](const Gebeurtenis& g, bool taken_back) { out->apply(g, taken_back); };
  replay(logboek, gemeente, grens, take, kept->nummer + 1);
  return *std::move(out);
}

}  // namespace zorgkader::dossier
