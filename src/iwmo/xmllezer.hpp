// XmlLezer: libxml2 as the reader of a message, from the first byte or from where another reader left it.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "iwmo/lezing.hpp"

namespace zorgkader::iwmo {

class XmlLezer {
 public:
  /// `begin` are the start tags that were read before, in order; `open` says how many.
  XmlLezer(Lezing& lezing, const std::string& begin, int open);
  ~XmlLezer();
  XmlLezer(const XmlLezer&) = delete;
  XmlLezer& operator=(const XmlLezer&) = delete;

  /// False when the rest need not be read.
  bool feed(std::string_view piece);
  /// There is no more. What is not well-formed becomes a finding.
  void finish();

 private:
  bool parse(std::string_view piece);
  void stop_at_character();
  struct Staat;
  struct Gebeurtenissen;
  std::unique_ptr<Staat> staat_;
};

}  // namespace zorgkader::iwmo
