// A ZIP archive in memory, by minizip, with limits against archives that unpack to more than they should.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zorgkader::feiten {

class Zip {
 public:
  /// `bytes` outlives the archive; findings call it `wat`. Check fault() before anything else.
  explicit Zip(std::string_view bytes, std::string wat = "werkmap");
  ~Zip();
  Zip(const Zip&) = delete;
  Zip& operator=(const Zip&) = delete;

  /// A Dutch sentence when the archive cannot be used.
  const std::optional<std::string>& fault() const { return fault_; }
  bool contains(const std::string& deel) const;
  /// Where an entry stands; two may have one name.
  struct Plaats {
    std::string naam;
    std::uint64_t in_inhoudsopgave, nummer;
  };
  /// The entries that are files, in the order of the archive.
  std::vector<Plaats> plaatsen() const;
  /// Gives the unpacked bytes of an entry piece by piece to `take` until that returns false; a sentence when it fails.
  std::optional<std::string> read(const std::string& deel, const std::function<bool(std::string_view)>& take) const;
  std::optional<std::string> read(const Plaats& plaats, const std::function<bool(std::string_view)>& take) const;

 private:
  struct Archief;
  std::optional<std::string> check_limits() const;
  std::optional<std::string> read_current(const std::string& deel,
                                          const std::function<bool(std::string_view)>& take) const;
  std::string_view article() const;
  std::string the() const;

  std::unique_ptr<Archief> archief_;
  std::string wat_;
  std::optional<std::string> fault_;
};

}  // namespace zorgkader::feiten
