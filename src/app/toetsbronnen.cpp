// Folders to an archive and to lists.
#include "app/toetsbronnen.hpp"

#include <fmt/format.h>

#include <map>

#include "app/archiefmap.hpp"
#include "feiten/bestand.hpp"
#include "feiten/csv.hpp"
#include "values/notatie.hpp"
#include "values/tekst.hpp"

namespace zorgkader {
namespace {

namespace fs = std::filesystem;

/// Rows of a list by column name; what cannot be read is told with its line.
class Lijstlezer {
 public:
  Lijstlezer(fs::path pad, std::vector<Berichtverdict>& fouten) : pad_(std::move(pad)), fouten_(fouten) {}

  template <typename Take>
  void each_row(std::initializer_list<const char*> columns, Take take) {
    if (!fs::exists(pad_)) return;
    const auto content = feiten::read_bestand(pad_);
    if (!content) return fault(0, content.errors().front().wat);
    const std::string_view text = without_bom(content->view());
    feiten::CsvLezer reader(text, text.substr(0, text.find('\n')).find(';') != std::string_view::npos ? ';' : ',');
    feiten::Rij row;
    if (!reader.next(row)) return fault(1, "De lijst is leeg.");
    for (std::size_t i = 0; i < row.cellen.size(); ++i) place_[std::string(row.cellen[i].tekst)] = i;
    for (const char* column : columns) {
      if (!place_.contains(column)) return fault(1, fmt::format("De kolom {} ontbreekt.", column));
    }
    while (reader.next(row)) {
      row_ = &row;
      line_ = static_cast<int>(row.regel);
      if (row.cellen.size() > 1 || !cell(columns.begin()[0]).empty()) take();
    }
  }

  std::string cell(const std::string& column) const {
    const std::size_t at = place_.at(column);
    return at < row_->cellen.size() ? std::string(row_->cellen[at].tekst) : "";
  }

  Periode period() {
    Periode out{kGeenBegin, kGeenEinde};
    for (const auto& [column, into] : {std::pair{"van", &out.van}, {"tot", &out.tot}}) {
      const std::string text = cell(column);
      if (text.empty()) continue;
      if (const auto day = parse_datum(text))
        *into = *day;
      else
        fault(line_, fmt::format("`{}` in kolom {} is geen datum zoals 2023-01-31.", text, column));
    }
    return out;
  }

  /// Euros as cents; nothing in an empty cell.
  std::optional<std::int64_t> cents(const std::string& column) {
    const std::string text = cell(column);
    if (text.empty()) return std::nullopt;
    const auto value = parse_getal(text, Notatie::nederlands_of_punt);
    if (const auto* number = std::get_if<Getal>(&value)) {
      if (const auto whole = (*number * Getal(100)).as_int64(); whole && *whole >= 0) return *whole;
    }
    fault(line_, fmt::format("`{}` in kolom {} is geen bedrag in euro's met hoogstens twee decimalen.", text, column));
    return std::nullopt;
  }

  /// A unit of the code list, or none.
  std::string eenheid() {
    const std::string text = cell("eenheid");
    std::string known;
    for (const auto& code : iwmo::datatype("Eenheid").codes) {
      if (text == code.code) return text;
      known += fmt::format("{}{}", known.empty() ? "" : ", ", code.code);
    }
    if (!text.empty()) fault(line_, fmt::format("`{}` is geen eenheid; kies uit {}.", text, known));
    return text;
  }

  /// A product of a provider has one row on a day.
  void once(const iwmo::Contractproduct& product) {
    auto& rows = seen_[{product.aanbieder, product.categorie, product.code}];
    for (const auto& [period, line] : rows) {
      if (period.van <= product.geldig.tot && product.geldig.van <= period.tot)
        fault(line_,
              fmt::format("Product {} {} staat voor dezelfde dagen ook op regel {}; geef een van beide een andere "
                          "van of tot.",
                          product.categorie, product.code, line));
    }
    rows.emplace_back(product.geldig, line_);
  }

  iwmo::Variant variant() {
    const std::string text = cell("variant");
    if (text == "output" || text == "outputgericht") return iwmo::Variant::output;
    if (text == "taakgericht") return iwmo::Variant::taakgericht;
    if (!text.empty() && text != "inspanning" && text != "inspanningsgericht")
      fault(line_, fmt::format("`{}` is geen variant; kies uit inspanning, output, taakgericht.", text));
    return iwmo::Variant::inspanning;
  }

 private:
  void fault(int line, std::string text) {
    if (fouten_.empty() || fouten_.back().bestand != pad_.string())
      fouten_.push_back(verdict_of(pad_.string(), "LIJST", std::move(text), line));
    else
      fouten_.back().bevindingen.push_back(iwmo::make_bevinding("LIJST", "", line, std::move(text)));
  }

  fs::path pad_;
  std::vector<Berichtverdict>& fouten_;
  std::map<std::string, std::size_t> place_;
  std::map<std::tuple<std::string, std::string, std::string>, std::vector<std::pair<Periode, int>>> seen_;
  const feiten::Rij* row_ = nullptr;
  int line_ = 0;
};

void read_lists(const fs::path& map, Toetsbronnen& out) {
  if (!fs::exists(map / "producten.csv") && !fs::exists(map / "gemeenten.csv"))
    return out.fouten.push_back(
        verdict_of(map.string(), "LIJST", "In deze map staat geen producten.csv en geen gemeenten.csv."));
  Lijstlezer products(map / "producten.csv", out.fouten);
  products.each_row({"aanbieder", "categorie", "code", "eenheid", "tarief", "variant", "van", "tot"}, [&] {
    out.lijsten.producten.push_back({products.cell("aanbieder"), products.cell("categorie"), products.cell("code"),
                                     products.eenheid(), products.cents("tarief"), products.variant(),
                                     products.period()});
    products.once(out.lijsten.producten.back());
  });
  Lijstlezer municipalities(map / "gemeenten.csv", out.fouten);
  municipalities.each_row({"code", "naam", "van", "tot"}, [&] {
    out.lijsten.gemeenten.push_back(
        {municipalities.cell("code"), municipalities.cell("naam"), municipalities.period()});
  });
}

}  // namespace

iwmo::Toetsgegevens Toetsbronnen::gegevens(std::optional<Datum> nu) const {
  return {4, met_archief ? &archief : nullptr, &lijsten, nu};
}

Toetsbronnen read_toetsbronnen(const Toetspaden& paden) {
  Toetsbronnen out;
  out.met_archief = !paden.archief.empty();
  if (out.met_archief) {
    Archiefmap map(paden.archief);
    out.fouten = map.fouten();
    map.fill(out.archief);
  }
  if (!paden.lijsten.empty()) read_lists(paden.lijsten, out);
  return out;
}

iwmo::Gelezen read_whole(const Berichtbestand& bestand) {
  return iwmo::read_bericht(bestand.open());
}

Berichtverdict verdict_of(const std::string& bestand, std::string code, std::string tekst, int regel) {
  return {bestand, "", 0, {iwmo::make_bevinding(std::move(code), "", regel, std::move(tekst))}, 0};
}

}  // namespace zorgkader
