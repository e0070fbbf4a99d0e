// The program as users start it: a process of its own in a folder of its own.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace cli {

struct Afloop {
  int status = -1;
  std::string uit;   ///< standard output
  std::string fout;  ///< standard error
};

/// A temporary folder with a small arrangement and its facts; removed at the end.
class Map {
 public:
  Map();
  ~Map();
  Map(const Map&) = delete;
  Map& operator=(const Map&) = delete;

  const std::filesystem::path& pad() const { return pad_; }
  void write(const std::string& naam, const std::string& text) const;
  std::string read(const std::string& naam) const;
  /// Runs the program in this folder, with nothing on standard input and both outputs through pipes or files.
  Afloop run(const std::vector<std::string>& arguments) const;

 private:
  std::filesystem::path pad_;
};

}  // namespace cli
