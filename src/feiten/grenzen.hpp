// The limits of the readers of facts, in one place: whatever a file holds, memory and time stay bounded.
#pragma once

#include <cstddef>
#include <cstdint>

namespace zorgkader::feiten {

inline constexpr std::uint64_t kMaxBestandBytes = 2ULL << 30;    ///< a fact file
inline constexpr std::size_t kMaxBestanden = 10'000;             ///< files in a folder
inline constexpr std::size_t kMaxBevindingenPerBestand = 1'000;  ///< the rest is counted, not shown
inline constexpr std::size_t kMaxKolommen = 256;
inline constexpr std::size_t kMaxCelBytes = 64 << 10;
inline constexpr std::size_t kMaxSleutelTekens = 200;
inline constexpr std::size_t kMaxFragmentTekens = 200;

inline constexpr std::uint64_t kMaxUitgepaktBytes = 1ULL << 30;  ///< all entries of a workbook together
inline constexpr std::uint64_t kMaxUitpakVerhouding = 200;       ///< of one entry, when over kVerhoudingVanafBytes
inline constexpr std::uint64_t kVerhoudingVanafBytes = 10 << 20;
inline constexpr std::size_t kMaxZipDelen = 10'000;
inline constexpr std::size_t kMaxGedeeldeTeksten = 10'000'000;
inline constexpr std::uint32_t kMaxWerkbladRijen = 1'048'576;

}  // namespace zorgkader::feiten
