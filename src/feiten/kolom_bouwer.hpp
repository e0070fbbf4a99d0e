// KolomBouwer: values of one kind to a Kolom, faster than Kolom::push_back for what files hold most.
#pragma once

#include "feiten/cel.hpp"
#include "feiten/woordenboek.hpp"
#include "values/tabel.hpp"

namespace zorgkader::feiten {

class KolomBouwer {
 public:
  explicit KolomBouwer(Soort soort) { kolom_.soort = soort; }

  void add(const Decimaal& value);
  void add(const Getal& value);
  void add(bool value) { kolom_.ints.push_back(value ? 1 : 0); }
  void add(Datum value) { kolom_.ints.push_back(value.time_since_epoch().count()); }
  void add(std::string_view value) { kolom_.ints.push_back(woorden_.code(value)); }

  void reserve(std::size_t rijen) { kolom_.ints.reserve(rijen); }

  /// The column with the smallest shared denominator, whatever notation the file had.
  Kolom take();

 private:
  bool raise_decimals(int decimals);

  Kolom kolom_;
  Woordenboek woorden_;
  int decimalen_ = 0;  // kolom_.noemer is 10^decimalen_ as long as vrij_ is false
  bool vrij_ = false;  // the column left powers of ten: Kolom::push_back decides
};

}  // namespace zorgkader::feiten
