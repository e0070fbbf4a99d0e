// A tree to XML in the customary serialisation: prefix of the message, prefix `iwmo` for shared parts, two spaces a
// level.
#include "iwmo/schrijver.hpp"

#include <algorithm>

namespace zorgkader::iwmo {
namespace {

class Uitvoer {
 public:
  explicit Uitvoer(const Boom& boom) : prefix_(boom.soort().naam) {
    std::transform(prefix_.begin(), prefix_.end(), prefix_.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  }

  std::string write(const Boom& boom) && {
    out_ = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n";
    out_ += "<" + prefix_ + ":Bericht xmlns:iwmo=\"" + release_3_2().basisruimte + "\" xmlns:" + prefix_ + "=\"" +
            boom.soort().ruimte + "\">\r\n";
    for (Deel part : boom.wortel().delen()) element(part, 1);
    out_ += "</" + prefix_ + ":Bericht>\r\n";
    return std::move(out_);
  }

 private:
  void element(Deel deel, std::size_t depth) {
    const bool leaf = deel.element().type != nullptr;
    if (leaf ? deel.tekst().empty() : !deel.eerste()) return;
    out_.append(2 * depth, ' ');
    tag(deel, "<");
    if (leaf) {
      text(deel.tekst());
    } else {
      out_ += "\r\n";
      for (Deel part : deel.delen()) element(part, depth + 1);
      out_.append(2 * depth, ' ');
    }
    tag(deel, "</");
    out_ += "\r\n";
  }

  void tag(Deel deel, std::string_view opening) {
    out_ += opening;
    out_ += deel.element().basisschema ? std::string_view("iwmo") : std::string_view(prefix_);
    out_ += ':';
    out_ += deel.naam();
    out_ += '>';
  }

  /// A bare CR would be read back as a line end, so it is written as a reference.
  void text(std::string_view value) {
    for (const char c : value) {
      switch (c) {
        case '&':
          out_ += "&amp;";
          break;
        case '<':
          out_ += "&lt;";
          break;
        case '>':
          out_ += "&gt;";
          break;
        case '\r':
          out_ += "&#13;";
          break;
        default:
          out_ += c;
      }
    }
  }

  std::string prefix_;
  std::string out_;
};

}  // namespace

std::string write_xml(const Boom& boom) {
  return Uitvoer(boom).write(boom);
}

}  // namespace zorgkader::iwmo
