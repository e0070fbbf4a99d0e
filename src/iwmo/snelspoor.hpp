// Snelspoor: reads messages in their customary form without a general XML parser, and stops before anything else.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "iwmo/lezing.hpp"

namespace zorgkader::iwmo {

/// Customary: namespaces on the first element only, no other attributes, no comments, instructions, CDATA or
/// empty-element tags, only names of the schema, and only the five named references. It takes whole tokens; the first
/// one that is not so is left, and start_tags() says where another reader goes on. What it takes is well-formed.
class Snelspoor {
 public:
  explicit Snelspoor(Lezing& lezing) : lezing_(lezing) {}

  /// Takes what it can of the bytes that were not taken before, followed by new ones; `last`: none follow. How many it
  /// took.
  std::size_t take(std::string_view bytes, bool last);
  bool unusual() const { return unusual_; }
  /// The message is at its end, and so is the file.
  bool complete() const { return complete_; }
  std::string start_tags() const;
  int open() const { return static_cast<int>(open_.size()); }

 private:
  /// A name as the file writes it, and what it stands for.
  struct Naam {
    std::string tekst;
    const char* naam = nullptr;
    const char* ruimte = nullptr;
  };
  bool begin();
  bool read_root(std::string_view tag);
  bool token(bool last);
  bool open_tag(std::string_view naam);
  bool close_tag(std::string_view naam, const char* after, bool last);
  bool text(std::string_view raw);
  bool between(std::string_view raw);
  bool value(std::string_view raw);
  std::size_t character(const char* at, const char* end, const char* begin);
  bool leave() {
    unusual_ = true;
    return false;
  }
  const Naam* find(std::string_view tekst);
  const Naam* resolve(std::string_view tekst);

  Lezing& lezing_;
  const char* at_ = nullptr;
  const char* end_ = nullptr;
  bool begun_ = false, unusual_ = false, complete_ = false;
  std::string root_;                                         ///< the first start tag, on one line
  std::vector<std::pair<std::string, const char*>> spaces_;  ///< prefix, and the namespace it stands for
  std::vector<Naam> names_;                                  ///< by hash of the text; empty places have no name
  std::size_t known_ = 0;
  std::vector<const Naam*> open_;
  std::string value_;
};

}  // namespace zorgkader::iwmo
