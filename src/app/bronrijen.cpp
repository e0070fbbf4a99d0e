// Cells by their members: codes of one source mean nothing to another.
#include "app/bronrijen.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace zorgkader {
namespace {

std::vector<std::string> members(const Tabel& table, std::size_t row) {
  std::vector<std::string> out;
  for (const SleutelKolom& key : table.sleutels) out.push_back(key.at(row));
  return out;
}

std::string in_words(const Tabel& table, std::size_t row) {
  std::string out;
  for (const SleutelKolom& key : table.sleutels)
    out += fmt::format("{}{} {}", out.empty() ? "" : ", ", key.naam, key.at(row));
  return out.empty() ? "het geheel" : out;
}

}  // namespace

bool Bronrijen::add(Tabel deel, const Dossierbron& bron, Bevindingen& found) {
  if (out_.naam.empty()) {
    out_ = std::move(deel);
    for (std::size_t row = 0; row < out_.size(); ++row) {
      plaats_[members(out_, row)] = row;
      waarden_.push_back(out_.waarden.at(row));
    }
    return true;
  }
  bool good = true;
  for (std::size_t row = 0; row < deel.size(); ++row) {
    const auto known = plaats_.find(members(deel, row));
    if (known == plaats_.end()) {
      add_row(deel, row);
      continue;
    }
    Waarde& value = waarden_[known->second];
    const Waarde more = deel.waarden.at(row);
    if (vorm_.soort == Soort::getal)
      value = std::get<Getal>(value) + std::get<Getal>(more);
    else if (value != more) {
      good = false;
      found.push_back({Ernst::fout, "dossierbron-rij", bron.plaats,
                       fmt::format("`{}` heeft voor {} meer dan een waarde: {} en {}.", bron.feit, in_words(deel, row),
                                   format_nl(value, vorm_), format_nl(more, vorm_)),
                       "Zorg dat elke rij van het dossier in een van de bronnen valt.", ""});
    }
    out_.herkomst.bron[known->second] += ", " + deel.herkomst.bron[row];
  }
  return good;
}

void Bronrijen::add_row(const Tabel& deel, std::size_t rij) {
  plaats_[members(deel, rij)] = waarden_.size();
  waarden_.push_back(deel.waarden.at(rij));
  out_.herkomst.bron.push_back(deel.herkomst.bron[rij]);
  for (std::size_t k = 0; k < out_.sleutels.size(); ++k) {
    SleutelKolom& column = out_.sleutels[k];
    const std::string& member = deel.sleutels[k].at(rij);
    auto found = std::find(column.leden.begin(), column.leden.end(), member);
    if (found == column.leden.end()) found = column.leden.insert(found, member);
    column.codes.push_back(static_cast<std::uint32_t>(found - column.leden.begin()));
  }
}

Tabel Bronrijen::take() {
  Kolom values;
  values.soort = vorm_.soort;
  for (const Waarde& value : waarden_) values.push_back(value);
  out_.waarden = std::move(values);
  return std::move(out_);
}

}  // namespace zorgkader
