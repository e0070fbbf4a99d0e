// One sheet of a workbook, streamed: cells as they come, a row to its taker when it closes.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <utility>

#include "feiten/grenzen.hpp"
#include "feiten/werkmap.hpp"
#include "feiten/xml.hpp"

namespace zorgkader::feiten {
namespace {

/// `12` of `B12`, and 2 of its letters; 0 where there are none.
struct CelAdres {
  std::uint32_t kolom = 0;
  std::uint32_t rij = 0;
};

std::uint32_t number(std::string_view text) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} && end == text.data() + text.size() ? value : 0;
}

CelAdres parse_adres(std::string_view text) {
  CelAdres out;
  std::size_t i = 0;
  for (; i < text.size() && i < 3 && text[i] >= 'A' && text[i] <= 'Z'; ++i) {
    out.kolom = out.kolom * 26 + static_cast<std::uint32_t>(text[i] - 'A' + 1);
  }
  out.rij = number(text.substr(i));
  return out;
}

class BladLezer {
 public:
  BladLezer(const Werkmap& werkmap, const std::function<void(const Rij&)>& take)
      : werkmap_(werkmap), take_(take), opslag_(kMaxKolommen + 1) {}

  Ontvanger ontvanger() {
    return {[this](std::string_view naam, const Attributen& a) { open(naam, a); },
            [this](std::string_view naam) { sluit(naam); },
            [this](std::string_view text) {
              if (leest_ && ruw_.size() <= kMaxCelBytes) ruw_ += text;
            }};
  }
  /// A sheet whose rows or cells do not come in order.
  bool disordered() const { return wanorde_; }
  /// A sheet without any row still needs its header missed.
  void finish() {
    if (!had_kop_) give_kop(Rij{1, {}, {}});
  }

 private:
  void open(std::string_view naam, const Attributen& a);
  void sluit(std::string_view naam);
  void open_rij(const Attributen& a);
  void open_cel(const Attributen& a);
  void close_cel();
  void close_rij();
  void give_kop(const Rij& rij);
  void read_number(Cel& cel, std::string& text) const;
  void read_shared(Cel& cel, std::string& text) const;

  const Werkmap& werkmap_;
  const std::function<void(const Rij&)>& take_;
  std::vector<std::string> opslag_;  // text of the cells of the current row, by column
  Rij rij_;
  std::uint32_t vorige_rij_ = 0;
  std::size_t breedte_ = 0;  // cells of the header
  std::uint32_t kolom_ = 0;  // of the current cell
  std::string type_, ruw_;
  std::size_t stijl_ = 0;
  bool in_rij_ = false, in_cel_ = false, in_rph_ = false, leest_ = false, had_kop_ = false, wanorde_ = false;
};

void BladLezer::open(std::string_view naam, const Attributen& a) {
  if (wanorde_) return;
  if (naam == "row") return open_rij(a);
  if (naam == "c" && in_rij_) return open_cel(a);
  if (naam == "rPh") in_rph_ = true;
  leest_ = in_cel_ && !in_rph_ && (naam == "v" || naam == "t");
}

void BladLezer::sluit(std::string_view naam) {
  if (naam == "rPh") in_rph_ = false;
  leest_ = false;
  if (wanorde_) return;
  if (naam == "c" && in_cel_) close_cel();
  if (naam == "row" && in_rij_) close_rij();
}

void BladLezer::open_rij(const Attributen& a) {
  rij_.regel = a.get("r").empty() ? vorige_rij_ + 1 : number(a.get("r"));
  wanorde_ = in_rij_ || rij_.regel <= vorige_rij_ || rij_.regel > kMaxWerkbladRijen;
  rij_.cellen.clear();
  kolom_ = 0;
  in_rij_ = true;
}

void BladLezer::open_cel(const Attributen& a) {
  const CelAdres adres = parse_adres(a.get("r"));
  const std::uint32_t before = kolom_;
  kolom_ = a.get("r").empty() ? kolom_ + 1 : adres.kolom;
  wanorde_ = in_cel_ || kolom_ <= before || (adres.rij != rij_.regel && !a.get("r").empty());
  type_ = a.get("t");
  stijl_ = number(a.get("s"));
  ruw_.clear();
  in_cel_ = true;
}

void BladLezer::read_number(Cel& cel, std::string& text) const {
  const auto dutch = dutch_decimal(text);
  if (!dutch) {
    cel.soort = CelSoort::fout;
    return;
  }
  text = *dutch;
  cel.soort = CelSoort::getal;
  const Opmaaksoort opmaak = werkmap_.opmaak(stijl_);
  cel.procent = opmaak == Opmaaksoort::procent;
  if (opmaak != Opmaaksoort::datum) return;
  // A date format on a number that is no day (a time, a fraction) leaves a date that cannot be read.
  cel.soort = CelSoort::datum;
  if (auto day = date_of_serial(text, werkmap_.from_1904())) text = *std::move(day);
}

void BladLezer::read_shared(Cel& cel, std::string& text) const {
  std::size_t index = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), index);
  if (error == std::errc{} && end == text.data() + text.size() && index < werkmap_.teksten().size()) {
    text = werkmap_.teksten()[index];
  } else {
    cel.soort = CelSoort::fout;
  }
}

/// Types of ECMA-376 part 1, 18.18.11. A formula has its stored outcome in `v`.
void BladLezer::close_cel() {
  in_cel_ = false;
  if (ruw_.empty()) return;
  // Past the limit only the fact that something stands there counts: the row is wrong whatever it is.
  const std::size_t place = std::min<std::size_t>(kolom_, kMaxKolommen + 1);
  while (rij_.cellen.size() < place) {
    Cel& empty = rij_.cellen.emplace_back();
    empty.plek = static_cast<std::uint32_t>(rij_.cellen.size());
  }
  Cel& cel = rij_.cellen[place - 1];
  std::string& text = opslag_[place - 1];
  text.swap(ruw_);
  if (type_.empty() || type_ == "n") read_number(cel, text);
  if (type_ == "s") read_shared(cel, text);
  if (type_ == "e") cel.soort = CelSoort::fout;
  if (type_ == "b") {
    cel.soort = CelSoort::ja_nee;
    text = text == "1" ? "ja" : "nee";
  }
  if (type_ == "d") {
    cel.soort = CelSoort::datum;
    if (text.ends_with("T00:00:00")) text.resize(text.size() - std::string_view("T00:00:00").size());
  }
  if (text.size() > kMaxCelBytes) cel.gebrek = Gebrek::te_lang;
  cel.tekst = text;
}

void BladLezer::close_rij() {
  in_rij_ = false;
  if (!had_kop_) {
    // A sheet whose first rows are empty has no header in row 1.
    give_kop(rij_.regel == 1 ? rij_ : Rij{1, {}, {}});
  } else {
    if (rij_.regel > vorige_rij_ + 1) take_(Rij{vorige_rij_ + 1, {}, {}});
    // Cells that are not written are empty cells, up to the width of the header.
    while (rij_.cellen.size() < breedte_) {
      Cel& empty = rij_.cellen.emplace_back();
      empty.plek = static_cast<std::uint32_t>(rij_.cellen.size());
    }
    take_(rij_);
  }
  vorige_rij_ = rij_.regel;
}

void BladLezer::give_kop(const Rij& rij) {
  had_kop_ = true;
  breedte_ = rij.cellen.size();
  take_(rij);
}

}  // namespace

std::optional<Bevinding> each_rij(const Werkmap& werkmap, const Werkblad& blad, const std::string& bestand,
                                  const std::function<void(const Rij&)>& take) {
  BladLezer reader(werkmap, take);
  auto fault = read_xml(werkmap.zip(), blad.deel, reader.ontvanger());
  if (!fault && reader.disordered()) fault = "De rijen of cellen staan niet op volgorde.";
  if (!fault) {
    reader.finish();
    return std::nullopt;
  }
  return Bevinding{
      Ernst::fout, "bestand-onleesbaar", {bestand, 0, 0, 0}, fmt::format("Blad `{}`: {}", blad.naam, *fault), "", ""};
}

Gelezen read_werkblad(const Werkmap& werkmap, const Werkblad& blad, const std::string& bestand, const FeitVorm& vorm) {
  TabelBouwer bouwer(vorm, {bestand, blad.naam, 0});
  bool had_kop = false;
  auto fault = each_rij(werkmap, blad, bestand, [&](const Rij& rij) {
    std::exchange(had_kop, true) ? bouwer.add_rij(rij) : bouwer.add_kop(rij);
  });
  if (fault) return {std::nullopt, {*std::move(fault)}};
  return bouwer.take([](std::uint32_t) { return std::string(); });
}

}  // namespace zorgkader::feiten
