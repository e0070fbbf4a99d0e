// The parts of a workbook other than its sheets, found by following relations from the root.
#include "feiten/werkmap.hpp"

#include <fmt/format.h>

#include <charconv>

#include "feiten/grenzen.hpp"
#include "feiten/xml.hpp"

namespace zorgkader::feiten {
namespace {

std::string_view last_word(std::string_view path) {
  return path.substr(path.rfind('/') + 1);
}

std::string folder_of(const std::string& deel) {
  return deel.substr(0, deel.rfind('/') + 1);
}

std::string absolute(const std::string& folder, std::string_view target) {
  return target.starts_with('/') ? std::string(target.substr(1)) : folder + std::string(target);
}

unsigned number(std::string_view text, unsigned otherwise) {
  unsigned value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} && end == text.data() + text.size() ? value : otherwise;
}

bool is_true(std::string_view text) {
  return text == "1" || text == "true";
}

/// The format of every cell style of styles.xml, custom format codes included.
class StijlLezer {
 public:
  Ontvanger ontvanger() {
    return {[this](std::string_view naam, const Attributen& a) { open(naam, a); },
            [this](std::string_view naam) { in_cel_ = in_cel_ && naam != "cellXfs"; }, nullptr};
  }
  std::vector<Opmaaksoort> take() { return std::move(stijlen_); }

 private:
  void open(std::string_view naam, const Attributen& a) {
    if (naam == "numFmt") eigen_[number(a.get("numFmtId"), 0)] = soort_of_code(a.get("formatCode"));
    if (naam == "cellXfs") in_cel_ = true;
    if (naam != "xf" || !in_cel_) return;
    const unsigned id = number(a.get("numFmtId"), 0);
    const auto own = eigen_.find(id);
    stijlen_.push_back(own != eigen_.end() ? own->second : soort_of_ingebouwd(id));
  }

  std::map<unsigned, Opmaaksoort> eigen_;
  std::vector<Opmaaksoort> stijlen_;
  bool in_cel_ = false;
};

/// The shared texts: the runs of rich text one after the other, without phonetic readings.
class TekstLezer {
 public:
  Ontvanger ontvanger() {
    return {[this](std::string_view naam, const Attributen&) { open(naam); },
            [this](std::string_view naam) { sluit(naam); },
            [this](std::string_view text) {
              if (in_t_ && teksten_.back().size() <= kMaxCelBytes) teksten_.back() += text;
            }};
  }
  bool too_many() const { return te_veel_; }
  std::vector<std::string> take() { return std::move(teksten_); }

 private:
  void open(std::string_view naam) {
    if (naam == "si") {
      te_veel_ = te_veel_ || teksten_.size() >= kMaxGedeeldeTeksten;
      if (!te_veel_) teksten_.emplace_back();
    }
    if (naam == "rPh") in_rph_ = true;
    if (naam == "t") in_t_ = !in_rph_ && !te_veel_ && !teksten_.empty();
  }
  void sluit(std::string_view naam) {
    if (naam == "rPh") in_rph_ = false;
    if (naam == "t") in_t_ = false;
  }

  std::vector<std::string> teksten_;
  bool in_t_ = false;
  bool in_rph_ = false;
  bool te_veel_ = false;
};

}  // namespace

Werkmap::Werkmap(std::string_view bytes) : zip_(bytes) {
  fault_ = zip_.fault() ? zip_.fault() : read_all();
}

std::optional<std::string> Werkmap::read_all() {
  Verwijzingen root;
  if (auto fault = read_verwijzingen("", root)) return fault;
  for (const auto& [id, link] : root) {
    if (link.soort != "officeDocument") continue;
    Verwijzingen links;
    if (auto fault = read_verwijzingen(link.deel, links)) return fault;
    for (const auto& [other_id, other] : links) {
      std::optional<std::string> fault;
      if (other.soort == "sharedStrings") fault = read_teksten(other.deel);
      if (other.soort == "styles") fault = read_stijlen(other.deel);
      if (fault) return fault;
    }
    return read_bladen(link.deel, links);
  }
  return "Het bestand is geen XLSX-werkmap.";
}

/// Relations of the part `van` stand in `_rels/<name>.rels` beside it; those of the archive in `_rels/.rels`.
std::optional<std::string> Werkmap::read_verwijzingen(const std::string& van, Verwijzingen& out) const {
  const std::string folder = folder_of(van);
  Ontvanger receiver;
  receiver.open = [&](std::string_view naam, const Attributen& a) {
    if (naam != "Relationship") return;
    out[std::string(a.get("Id"))] = {std::string(last_word(a.get("Type"))), absolute(folder, a.get("Target"))};
  };
  return read_xml(zip_, fmt::format("{}_rels/{}.rels", folder, last_word(van)), receiver);
}

std::optional<std::string> Werkmap::read_bladen(const std::string& deel, const Verwijzingen& links) {
  Ontvanger receiver;
  receiver.open = [&](std::string_view naam, const Attributen& a) {
    if (naam == "workbookPr") from_1904_ = is_true(a.get("date1904"));
    if (naam != "sheet") return;
    const auto link = links.find(std::string(a.get("id")));
    if (link != links.end()) bladen_.push_back({std::string(a.get("name")), link->second.deel});
  };
  return read_xml(zip_, deel, receiver);
}

std::optional<std::string> Werkmap::read_teksten(const std::string& deel) {
  TekstLezer reader;
  auto fault = read_xml(zip_, deel, reader.ontvanger());
  if (reader.too_many()) return fmt::format("De werkmap heeft meer dan {} teksten.", kMaxGedeeldeTeksten);
  teksten_ = reader.take();
  return fault;
}

std::optional<std::string> Werkmap::read_stijlen(const std::string& deel) {
  StijlLezer reader;
  auto fault = read_xml(zip_, deel, reader.ontvanger());
  stijlen_ = reader.take();
  return fault;
}

}  // namespace zorgkader::feiten
