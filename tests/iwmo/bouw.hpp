// Small good messages to change a value in.
#pragma once

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "hulp.hpp"
#include "iwmo/schrijver.hpp"
#include "iwmo/toetsing.hpp"

namespace zorgkader::iwmo {

/// Paths below `Bericht` and their values.
using Waarden = std::vector<std::pair<std::string, std::string>>;

inline void put(Boom& boom, const Waarden& values) {
  for (const auto& [path, value] : values) {
    const std::string whole = "Bericht/" + path;
    if (value == "-")
      EXPECT_TRUE(boom.take_away(whole)) << path;
    else
      EXPECT_TRUE(boom.put(whole, value)) << path;
  }
}

/// The message as a finding would have it.
inline Boom mended(Boom message, const Berichtbevinding& finding) {
  for (const Wijziging& w : finding.wijzigingen) {
    EXPECT_EQ(static_cast<bool>(message.at(w.pad)), w.actie != Wijziging::Actie::voeg_toe)
        << finding.code << " " << w.pad;
    EXPECT_TRUE(w.actie == Wijziging::Actie::verwijder ? message.take_away(w.pad) : message.put(w.pad, w.waarde))
        << finding.code << " " << w.pad;
  }
  return message;
}

/// A remedy makes its own finding go away and brings no other, and what is left fits the schema. Places are not
/// compared: they shift when a part goes.
inline void expect_mends(const Boom& message, const Berichtbevinding& finding, const Toetsgegevens& given) {
  const auto counted = [&](const Boom& of) {
    std::map<std::string, int> out;
    for (const auto& b : judge(of, given)) ++out[b.code];
    return out;
  };
  const Boom better = mended(message, finding);
  auto before = counted(message);
  --before[finding.code];
  for (const auto& [code, times] : counted(better))
    EXPECT_LE(times, before[code]) << finding.code << ": " << finding.herstel << " gives " << code;
  const std::string bytes = write_xml(better);
  for (const auto& b : judge(bron_van(bytes), {1, nullptr, nullptr, std::nullopt}).bevindingen)
    ADD_FAILURE() << finding.code << ": " << finding.herstel << "\n" << shown(b);
}

/// A message with a header of 2 May 2023 between municipality 9999 and provider 42420001, and these values.
inline Boom made(int nummer, const Waarden& values) {
  const Berichtsoort& kind = *release_3_2().bericht(nummer);
  Boom out(kind);
  const bool from_gemeente = kind.van == Partij::gemeente;
  put(out, {{"Header/BerichtCode", std::string(kind.code)},
            {"Header/BerichtVersie", "3"},
            {"Header/BerichtSubversie", "2"},
            {"Header/Afzender", from_gemeente ? "9999" : "42420001"},
            {"Header/Ontvanger", from_gemeente ? "42420001" : "9999"},
            {"Header/BerichtIdentificatie/Identificatie", "HEEN7"},
            {"Header/BerichtIdentificatie/Dagtekening", "2023-05-02"},
            {"Header/XsdVersie/BasisschemaXsdVersie", "1.0.0"},
            {"Header/XsdVersie/BerichtXsdVersie", "1.0.1"}});
  put(out, values);
  return out;
}

/// Client of the messages with a name.
inline Waarden client(const std::string& bsn = "999900006") {
  return {{"Client/Bsn", bsn},
          {"Client/Geboortedatum/Datum", "1950-02-03"},
          {"Client/Geslacht", "2"},
          {"Client/Naam/Geslachtsnaam/Achternaam", "Test"}};
}

inline Waarden operator+(Waarden a, const Waarden& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

/// Every value below a place.
inline Waarden below(const std::string& place, const Waarden& values) {
  Waarden out;
  for (const auto& [path, value] : values) out.emplace_back(place + "/" + path, value);
  return out;
}

}  // namespace zorgkader::iwmo
