// Omvang: how much may be declared on a toewijzing, in a period and in all (TR321, TR322; IV076 to IV081, IV089).
#pragma once

#include <cstdint>
#include <optional>

#include "iwmo/archief.hpp"
#include "iwmo/lijsten.hpp"

namespace zorgkader::iwmo {

/// Days of a period, both ends included; a period that ends before it begins has none, here and below.
std::int64_t dagen(Periode periode);
/// ISO weeks (Monday to Sunday) that a period touches, broken ones included.
std::int64_t weken(Periode periode);
std::int64_t zondagen(Periode periode);
/// Calendar months that a period touches.
std::int64_t maanden(Periode periode);

/// Whether a line in this unit can be compared with the toewijzing; TR341 says when it is not.
bool is_vergelijkbaar(const Toewijzing& toewijzing, std::string_view eenheid);
/// A volume in the unit in which it is compared with others on the toewijzing: hours in minutes, because either may be
/// declared.
std::int64_t vergelijkbaar(std::int64_t volume, std::string_view eenheid, const Toewijzing& toewijzing);

/// So many times the Volume of a toewijzing may be declared.
struct Grens {
  std::int64_t maal = 0;  ///< never negative
  std::int64_t volume = 0;
  enum class Maat : std::uint8_t { geheel, dagen, weken, maanden } maat = Maat::geheel;
  std::int64_t totaal() const { return maal * volume; }
  friend bool operator==(const Grens&, const Grens&) = default;
};

/// Most volume, in the unit of the toewijzing, that one Prestatie over `periode` may have (TR321, IV077, IV078): per
/// day the days, per month once, in all the whole volume; per week the weeks touched (inspanning; six for category 01),
/// or the Sundays (output) and one more in the period with the last Sunday of a toewijzing that does not end on one, or
/// with its last day when it has no Sunday.
/// Nothing when the toewijzing has no Omvang.
std::optional<Grens> max_per_periode(const Toewijzing& toewijzing, Variant variant, Periode periode);

/// Most volume over the whole toewijzing (TR322). Nothing without an Omvang, and without an end unless the volume is a
/// total.
std::optional<Grens> max_over_looptijd(const Toewijzing& toewijzing, Variant variant);

/// Minutes of a whole period as hours: half an hour counts as one, and anything at all as at least one (IV079). Zero
/// stays zero: then there is no Prestatie.
std::int64_t uren_uit_minuten(std::int64_t minuten);
/// What ProductTarief shows when an hour tariff is declared in minutes: to the cent, half up (IV081).
std::int64_t minuuttarief(std::int64_t uurtarief_cent);
/// Amount of minutes at an hour tariff, to the cent, half up: not from the minute tariff (IV081, TR346).
std::int64_t bedrag_van_minuten(std::int64_t uurtarief_cent, std::int64_t minuten);

/// The month of `dag` as far as the toewijzing lasts (IV089, TR387, TR388). Nothing when it does not touch the month.
std::optional<Periode> productperiode(const Toewijzing& toewijzing, Datum dag);

}  // namespace zorgkader::iwmo
