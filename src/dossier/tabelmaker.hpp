// Tabelmaker: fills the columns of a Dossiertabel a row at a time.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "dossier/tabellen.hpp"
#include "values/getal.hpp"

namespace zorgkader::dossier {

/// Fills columns a row at a time. Words are found by hashing: a table may have millions of rows and thousands of words.
class Tabelmaker {
 public:
  Tabelmaker(std::string_view naam, const std::vector<Tabelkop>& columns) {
    out_.naam = naam;
    for (const Tabelkop& head : columns) {
      Dossierkolom column{head.naam, {}, {}};
      column.waarden.soort = head.soort;
      out_.kolommen.push_back(std::move(column));
    }
    words_.resize(columns.size());
  }

  Tabelmaker& text(std::string_view value) {
    Kolom& column = next();
    auto& known = words_[at_ - 1];
    const auto found = known.find(std::string(value));
    if (found != known.end()) {
      column.ints.push_back(found->second);
      return *this;
    }
    const auto number = static_cast<std::int64_t>(column.woorden.size());
    known.emplace(value, number);
    column.woorden.emplace_back(value);
    column.ints.push_back(number);
    return *this;
  }
  Tabelmaker& day(std::optional<Datum> value) {
    next().ints.push_back(value ? value->time_since_epoch().count() : 0);
    return present(value.has_value());
  }
  /// Whole, or in hundredths.
  Tabelmaker& number(std::optional<std::int64_t> value, std::int64_t noemer = 1) {
    Kolom& column = next();
    column.noemer = noemer;
    column.ints.push_back(value.value_or(0));
    return present(value.has_value());
  }
  Tabelmaker& exact(const std::optional<Getal>& value) {
    next().push_back(value.value_or(Getal(0)));
    return present(value.has_value());
  }
  Tabelmaker& yes(std::optional<bool> value) {
    next().ints.push_back(value.value_or(false) ? 1 : 0);
    return present(value.has_value());
  }
  void end_row() {
    ++out_.rijen;
    at_ = 0;
  }
  Dossiertabel take() { return std::move(out_); }

 private:
  Kolom& next() { return out_.kolommen[at_++].waarden; }
  Tabelmaker& present(bool there) {
    std::vector<bool>& absent = out_.kolommen[at_ - 1].geen;
    if (!there && absent.empty()) absent.resize(out_.rijen, false);
    if (!there || !absent.empty()) absent.push_back(!there);
    return *this;
  }

  Dossiertabel out_;
  std::vector<std::unordered_map<std::string, std::int64_t>> words_;
  std::size_t at_ = 0;
};

}  // namespace zorgkader::dossier
