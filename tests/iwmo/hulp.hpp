// Where the published standard lies, and messages to try.
#pragma once

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include "iwmo/berichtbevinding.hpp"

namespace zorgkader::iwmo {

inline std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// The folder with schemas, samples and judged cases; empty when it is not there.
inline std::filesystem::path standaard() {
  const char* named = std::getenv("ZORGKADER_IWMO");
  const std::filesystem::path path = named != nullptr ? named : ZORGKADER_ROOT "/../shared/iwmo";
  return std::filesystem::is_directory(path) ? path : std::filesystem::path();
}

/// Skips a test aloud where the standard is absent.
#define NEEDS_STANDAARD()                                                                        \
  if (standaard().empty()) {                                                                     \
    std::cerr << "SKIPPED: no folder with the published standard; name it in ZORGKADER_IWMO.\n"; \
    GTEST_SKIP() << "no folder with the published standard; name it in ZORGKADER_IWMO";          \
  }

/// Rows of a CSV file with semicolons, a row a line, header left out.
inline std::vector<std::vector<std::string>> read_rows(const std::filesystem::path& path) {
  std::vector<std::vector<std::string>> out;
  std::ifstream in(path);
  std::string line;
  std::getline(in, line);
  while (std::getline(in, line)) {
    std::vector<std::string> row(1);
    bool quoted = false;
    for (const char c : line) {
      if (c == '"')
        quoted = !quoted;
      else if (c == ';' && !quoted)
        row.emplace_back();
      else if (c != '\r')
        row.back() += c;
    }
    out.push_back(std::move(row));
  }
  return out;
}

/// Findings as a failing test shows them.
inline std::string shown(const Berichtbevinding& b) {
  return fmt::format("{} ({}) {} regel {}: {} -> {}", b.code, b.niveau, b.pad, b.regel, b.tekst, b.herstel);
}
inline std::string shown(const Berichtbevindingen& found) {
  std::string out;
  for (const auto& b : found) out += shown(b) + "\n";
  return out;
}

}  // namespace zorgkader::iwmo
