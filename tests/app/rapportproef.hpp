// What tests of reports share: the page as people see it, beside the one that was looked at before.
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "app/rapportage/regelingrapport.hpp"
#include "geval/proef.hpp"

namespace zorgkader {

inline std::string text_of(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// The report at the terminal, without the line that changes with every letter of the document.
inline std::string shown(const Rapport& rapport) {
  Rapport copy = rapport;
  std::erase_if(copy.gegevens, [](const auto& pair) { return pair.first == "vingerafdruk"; });
  std::ostringstream out;
  write_tabel(copy, out);
  return out.str();
}

/// With ZORGKADER_GALERIJ=1 the file is written anew: look at it before it goes in.
inline void expect_golden(const std::string& naam, const std::string& text) {
  const auto path = gevallen::root() / "tests" / "golden" / naam;
  if (std::getenv("ZORGKADER_GALERIJ") != nullptr) std::ofstream(path, std::ios::binary) << text;
  EXPECT_EQ(text_of(path), text) << naam;
}

inline std::string findings(const Rapportantwoord& made) {
  std::string out;
  for (const Bevinding& b : made.bevindingen) out += b.code + ": " + b.wat + " " + b.doe + "\n";
  return out;
}

}  // namespace zorgkader
