// CSV: pieces that rows share are quoted once; rows gather in a buffer and leave in large writes.
#include "rapport/csv.hpp"

#include <algorithm>
#include <ostream>

#include "rapport/leden.hpp"
#include "rapport/waarden.hpp"

namespace zorgkader {
namespace {

constexpr std::size_t kBuffer = 1 << 18;

std::vector<std::string> union_of_keys(const Berekening& berekening) {
  std::vector<std::string> out;
  for (const Uitkomst& u : berekening.uitkomsten) {
    for (const SleutelKolom& key : u.tabel.sleutels) {
      if (std::find(out.begin(), out.end(), key.naam) == out.end()) out.push_back(key.naam);
    }
  }
  return out;
}

/// Where the codes and texts of a column stand; without codes the column is empty for this result.
struct SleutelCellen {
  const std::uint32_t* codes = nullptr;
  const std::string* teksten = nullptr;
};

std::vector<SleutelCellen> columns_of(const Tabel& tabel, const LidTeksten& texts,
                                      const std::vector<std::string>& names) {
  std::vector<SleutelCellen> out(names.size());
  for (std::size_t i = 0; i < names.size(); ++i) {
    for (std::size_t k = 0; k < tabel.sleutels.size(); ++k) {
      if (tabel.sleutels[k].naam == names[i]) out[i] = {tabel.sleutels[k].codes.data(), texts[k].data()};
    }
  }
  return out;
}

void append_value(std::string& out, const Tabel& tabel, const PlatteWaarden& values, std::size_t row) {
  if (tabel.vorm.soort == Soort::tekst) {
    out += csv_text(tabel.waarden.woorden[static_cast<std::size_t>(tabel.waarden.ints[row])]);
  } else {
    values.append(out, row);
  }
}

void write_rows(const Uitkomst& uitkomst, const std::string& before, const std::vector<std::string>& names,
                std::ostream& out) {
  const Tabel& tabel = uitkomst.tabel;
  const LidTeksten texts = lid_teksten(tabel, [](const auto&, const auto& lid) { return csv_text(lid); });
  const std::vector<SleutelCellen> columns = columns_of(tabel, texts, names);
  const PlatteWaarden values(tabel, Procent::honderdvoud);
  const std::string after = ";" + csv_text(eenheid_tekst(tabel.vorm)) + ";" + status_naam(uitkomst) + "\n";
  std::string buffer;
  buffer.reserve(kBuffer + 4096);
  for (std::size_t row = 0; row < tabel.size(); ++row) {
    buffer += before;
    for (const SleutelCellen& column : columns) {
      if (column.codes != nullptr) buffer += column.teksten[column.codes[row]];
      buffer += ';';
    }
    append_value(buffer, tabel, values, row);
    buffer += after;
    if (buffer.size() < kBuffer) continue;
    out.write(buffer.data(), static_cast<std::streamsize>(buffer.size()));
    buffer.clear();
  }
  out.write(buffer.data(), static_cast<std::streamsize>(buffer.size()));
}

}  // namespace

void write_csv(const Berekening& berekening, std::ostream& out) {
  const bool several = berekening.uitkomsten.size() > 1;
  const std::vector<std::string> names = union_of_keys(berekening);
  std::string header = several ? "naam;" : "";
  for (const std::string& naam : names) header += csv_text(naam) + ";";
  out << header << "waarde;eenheid;status\n";
  for (const Uitkomst& u : berekening.uitkomsten) {
    write_rows(u, several ? csv_text(u.tabel.naam) + ";" : "", names, out);
  }
}

}  // namespace zorgkader
