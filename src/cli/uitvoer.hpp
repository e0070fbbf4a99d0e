// What commands share: exit statuses, words of a call, and the way out for results and findings.
#pragma once

#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>
#include <stdexcept>
#include <string>

#include "app/opdracht.hpp"
#include "rapport/csv.hpp"
#include "rapport/json.hpp"
#include "rapport/terminal.hpp"
#include "rapport/xlsx.hpp"

namespace zorgkader {

enum Status { kGoed = 0, kBevindingen = 1, kVerkeerdGebruik = 2, kInterneFout = 3 };

/// A mistake in the words of the call: exit status 2.
struct VerkeerdGebruik : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// Form and place of results, as the options say.
struct Uitvoer {
  std::string vorm = "tabel", naar;
  std::size_t rijen = 200;
};

bool colour(int fd);
/// Columns of the terminal; 0 when standard output is none.
std::size_t width();

Zet parse_zet(const std::string& text);
std::vector<Zet> parse_zetten(const std::vector<std::string>& texts);
/// Nothing for an empty text.
std::optional<Datum> parse_peildatum(const std::string& text);

/// Findings to standard error; the exit status.
int finish(const Bevindingen& found, bool wrong_use = false);

/// The finding of a file that cannot be made or filled.
Bevinding write_fault(const std::string& naar, std::string what);

/// To that file, or where there is none to standard output; what failed.
Bevindingen write_to(const std::string& naar, const std::function<void(std::ostream&)>& write);

/// A workbook goes to a file; without --naar it goes through one to standard output, unless that is a terminal.
template <typename Resultaat>
Bevindingen show_workbook(const Resultaat& result, const std::string& naar) {
  if (!naar.empty()) {
    const auto written = write_xlsx(result, naar);
    return written ? Bevindingen{} : written.errors();
  }
  if (isatty(STDOUT_FILENO) != 0)
    throw VerkeerdGebruik("Een werkmap kan niet op het scherm; geef een bestand met --naar.");
  const auto path = std::filesystem::temp_directory_path() / ("zorgkader-" + std::to_string(getpid()) + ".xlsx");
  const auto written = write_xlsx(result, path.string());
  if (!written) return written.errors();
  std::cout << std::ifstream(path, std::ios::binary).rdbuf();
  std::filesystem::remove(path);
  return {};
}

/// A calculation or a comparison in the form that was asked for.
template <typename Resultaat>
Bevindingen show(const Resultaat& result, const Uitvoer& o) {
  if (o.vorm == "xlsx") return show_workbook(result, o.naar);
  return write_to(o.naar, [&](std::ostream& out) {
    if constexpr (requires { write_html(result, out); }) {
      if (o.vorm == "html") write_html(result, out);
    }
    if (o.vorm == "csv") write_csv(result, out);
    if (o.vorm == "json") write_json(result, out);
    if (o.vorm == "tabel")
      write_tabel(result, out, {o.naar.empty() && colour(STDOUT_FILENO), o.rijen, o.naar.empty() ? width() : 0});
  });
}

}  // namespace zorgkader
