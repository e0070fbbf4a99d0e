// Remedies for amounts, periods and lines of a declaration: what must change along with what is wrong.
#pragma once

#include "iwmo/toetsing.hpp"

namespace zorgkader::iwmo {

/// Gives an amount with its sign this many cents; only what differs, here and below.
std::vector<Wijziging> zet_bedrag(Deel bedrag, std::int64_t cent);

/// Makes a period the whole month of a day; nothing when that is not over on the day of the message (TR137).
std::vector<Wijziging> zet_maand(Deel periode, Datum dag);

/// Takes a line away when its list keeps another, because without any the message would not fit the schema. The amount
/// of a Prestatie goes from the total with it.
std::vector<Wijziging> weg(Deel regel);

/// What must change in a line of a 323 or 325 for it to have the product, period, volume and amounts of `als`, and in
/// the total of the message; empty when it has them (TR323, TR367).
std::vector<Wijziging> verschillen(Deel regel, const Prestatieregel& als);

/// The same for a debit line of a 323 that is refused; empty when it could be refused as `als` too, because of its
/// period, product or tariff, or as too much or twice the same. Every other line on the toewijzing counts then, even
/// when it is refused itself.
std::vector<Wijziging> verbeterd(Deel regel, const Prestatieregel& als, Toetsing& toetsing);

}  // namespace zorgkader::iwmo
