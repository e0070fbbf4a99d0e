// Reading a workbook that a test wrote: it is unzipped and its XML read, as another program would.
#pragma once

#include <unistd.h>
#include <unzip.h>

#include <filesystem>
#include <iterator>
#include <regex>
#include <string>
#include <vector>

namespace zorgkader {

using Rij = std::vector<std::string>;

/// A directory of this test alone, gone afterwards.
class Map {
 public:
  Map() : pad_(std::filesystem::temp_directory_path() / ("zorgkader-xlsx-" + std::to_string(getpid()))) {
    std::filesystem::create_directories(pad_);
  }
  ~Map() { std::filesystem::remove_all(pad_); }
  Map(const Map&) = delete;
  Map& operator=(const Map&) = delete;
  std::string file(const std::string& naam) const { return (pad_ / naam).string(); }
  std::size_t files() const {
    return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(pad_), {}));
  }

 private:
  std::filesystem::path pad_;
};

inline std::string part(const std::string& pad, const std::string& naam) {
  unzFile zip = unzOpen(pad.c_str());
  if (zip == nullptr) return "geen zip";
  std::string out;
  if (unzLocateFile(zip, naam.c_str(), 1) == UNZ_OK && unzOpenCurrentFile(zip) == UNZ_OK) {
    char buffer[4096];
    for (int n = 0; (n = unzReadCurrentFile(zip, buffer, sizeof buffer)) > 0;)
      out.append(buffer, static_cast<std::size_t>(n));
    unzCloseCurrentFile(zip);
  }
  unzClose(zip);
  return out;
}

inline std::vector<std::string> all(const std::string& xml, const char* pattern) {
  const std::regex regex(pattern);
  std::vector<std::string> out;
  for (std::sregex_iterator it(xml.begin(), xml.end(), regex), end; it != end; ++it) out.push_back((*it)[1]);
  return out;
}

/// The cells of a sheet as text: shared and inline strings between single quotes, numbers as they stand.
inline std::vector<Rij> sheet(const std::string& pad, int number) {
  const auto shared = all(part(pad, "xl/sharedStrings.xml"), "<si><t[^>]*>([^<]*)</t></si>");
  const std::string xml = part(pad, "xl/worksheets/sheet" + std::to_string(number) + ".xml");
  std::vector<Rij> out;
  for (const std::string& row : all(xml, "<row [^>]*>(.*?)</row>")) {
    Rij& cells = out.emplace_back();
    for (const std::string& cell : all(row, "(<c .*?</c>)")) {
      const auto value = all(cell, "<[vt](?: [^>]*)?>([^<]*)</[vt]>");
      const bool is_shared = cell.find("t=\"s\"") != std::string::npos;
      const bool is_inline = cell.find("inlineStr") != std::string::npos;
      cells.push_back(is_shared   ? "'" + shared.at(std::stoul(value.at(0))) + "'"
                      : is_inline ? "'" + value.at(0) + "'"
                                  : value.at(0));
    }
  }
  return out;
}

}  // namespace zorgkader
