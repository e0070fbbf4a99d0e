// A message from its bytes: the customary way of writing is read at once, everything else by libxml2.
#include "iwmo/lezer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "iwmo/snelspoor.hpp"
#include "iwmo/tekens.hpp"
#include "iwmo/xmllezer.hpp"

namespace zorgkader::iwmo {
namespace {

/// Encoding that the XML declaration names or the first bytes show; nothing when it may be UTF-8.
std::string_view encoding_of(std::string_view first) {
  if (first.starts_with("\xFE\xFF") || first.starts_with("\xFF\xFE") ||
      first.substr(0, 4).find('\0') != std::string_view::npos)
    return "UTF-16 of UTF-32";
  if (first.front() == '\x4C') return "EBCDIC";  // its `<`
  if (!first.starts_with("<?xml")) return {};
  const std::string_view declaration = first.substr(0, first.find("?>"));
  const auto word = declaration.find("encoding");
  const auto open = declaration.find_first_of("\"'", word);
  if (word == std::string_view::npos || open == std::string_view::npos) return {};
  return declaration.substr(open + 1, declaration.find(declaration[open], open + 1) - open - 1);
}

bool is_utf8(std::string_view encoding) {
  constexpr std::string_view kName = "utf-8";
  return encoding.empty() || std::equal(encoding.begin(), encoding.end(), kName.begin(), kName.end(),
                                        [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b; });
}

/// False when the first bytes say that the rest need not be read.
bool check_encoding(Lezing& r, std::string_view first) {
  const std::string_view encoding = encoding_of(first);
  if (first.starts_with("\xEF\xBB\xBF"))
    r.stop("OP192", "Het bestand begint met een byte order mark.", "Bewaar het als UTF-8 zonder BOM.");
  else if (!is_utf8(encoding))
    r.stop("OP192", fmt::format("Het bestand is in {} geschreven en niet in UTF-8.", shortened(encoding, 40)),
           "Bewaar het als UTF-8 zonder BOM.");
  else if (first.starts_with("<?xml") && first.find("?>") == std::string_view::npos)
    r.stop("XML", "De eerste regel van het bestand, <?xml ... ?>, is te lang.",
           R"(Schrijf <?xml version="1.0" encoding="UTF-8"?>.)");
  return !r.gestopt;
}

/// Bytes to whichever reader is at work; what the fast one cannot take goes to libxml2, with all that follows.
class Invoer {
 public:
  explicit Invoer(Lezing& lezing) : lezing_(lezing), snel_(lezing) {
    if (!lezing.grenzen.snelspoor) hand_over();
  }

  /// False when the rest need not be read.
  bool feed(std::string_view piece) {
    if (xml_) return xml_->feed(piece);
    rest_ += piece;
    take(false);
    return xml_ ? !xml_done_ : !lezing_.gestopt;
  }

  void finish() {
    if (!xml_ && !lezing_.gestopt) take(true);
    if (!xml_ && !lezing_.gestopt && !snel_.complete()) hand_over();
    if (xml_) xml_->finish();
  }

 private:
  void take(bool last) {
    rest_.erase(0, snel_.take(rest_, last));
    if (!lezing_.gestopt && (snel_.unusual() || rest_.size() > kMostWaiting)) hand_over();
  }

  void hand_over() {
    xml_.emplace(lezing_, snel_.start_tags(), snel_.open());
    xml_done_ = !rest_.empty() && !xml_->feed(rest_);
    rest_.clear();
  }

  static constexpr std::size_t kMostWaiting = 1 << 17;  ///< for the end of a value or a tag
  Lezing& lezing_;
  Snelspoor snel_;
  std::optional<XmlLezer> xml_;
  bool xml_done_ = false;
  std::string rest_;
};

/// The source with its first pieces put together, so that a declaration is seen whole.
class Stukken {
 public:
  explicit Stukken(const Bron& bron) : bron_(bron) {
    while (head_.size() < kHead) {
      const std::string_view piece = bron();
      if (piece.empty()) break;
      head_ += piece;
    }
  }
  const std::string& head() const { return head_; }
  std::string_view next() {
    if (std::exchange(fresh_, false)) return head_;
    return bron_();
  }

 private:
  static constexpr std::size_t kHead = 256;
  const Bron& bron_;
  std::string head_;
  bool fresh_ = true;
};

void read_all(Lezing& r, const Bron& bron) {
  Stukken pieces(bron);
  if (pieces.head().empty()) return r.stop("XML", "Het bestand is leeg.");
  if (!check_encoding(r, pieces.head())) return;
  Invoer input(r);
  for (std::string_view piece = pieces.next(); !piece.empty(); piece = pieces.next()) {
    r.out.bytes += piece.size();
    if (r.out.bytes > r.grenzen.bytes)
      return r.stop("OP179", fmt::format("Het bestand is groter dan {} MB.", r.grenzen.bytes / 1'000'000),
                    "Verdeel het over meer berichten.");
    if (!input.feed(piece)) break;
  }
  input.finish();
}

}  // namespace

Bron bron_van(std::string_view bytes) {
  return [bytes]() mutable {
    const std::string_view piece = bytes.substr(0, 1 << 16);
    bytes.remove_prefix(piece.size());
    return piece;
  };
}

Gelezen read_bericht(const Bron& bron, const Leesgrenzen& grenzen, const std::function<void(Deel)>& op_client) {
  Lezing reading{grenzen, op_client};
  read_all(reading, bron);
  return std::move(reading.out);
}

}  // namespace zorgkader::iwmo
