// Tekening: a raster drawn line by line, with columns aligned on the comma and thin rules.
#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>
#include <vector>

#include "rapport/raster.hpp"

namespace zorgkader {

/// Columns before the comma and from the comma on; a text without comma has only the first.
struct Maat {
  std::size_t voor = 0;
  std::size_t achter = 0;
  std::size_t heel() const { return voor + achter; }
};

/// A raster with the width of its columns. The raster must outlive it.
class Tekening {
 public:
  Tekening(const Raster& raster, bool kleur);

  std::size_t width() const { return start_of(maten_.size()) - kBetween; }
  void draw(std::ostream& out) const;

 private:
  static constexpr std::size_t kBetween = 2;
  std::size_t start_of(std::size_t column) const;
  void draw_rule(std::ostream& out) const;
  void draw_left_out(std::ostream& out) const;
  std::string padded(std::size_t column, const std::string& cell) const;
  std::string heading(std::size_t line) const;
  std::string line(std::size_t row) const;
  template <typename Text>
  std::string join(Text text) const;

  const Raster* raster_;
  bool kleur_;
  std::vector<Maat> maten_;
  std::vector<std::vector<std::string>> koppen_;  // the lines of each heading
  std::size_t kopregels_ = 1;
};

}  // namespace zorgkader
