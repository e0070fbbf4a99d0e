// Filling templates: the same rows give the same letters.
#include "app/rapportage/brieven.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>

#include "regeling/document.hpp"
#include "values/naam.hpp"
#include "values/tekst.hpp"

namespace zorgkader {
namespace {

constexpr std::size_t kMostTemplateBytes = 256 * 1024;

/// What the fields of one letter are; a value that is not there is an empty text.
using Velden = std::map<std::string, std::string>;

class Sjabloon {
 public:
  Sjabloon(std::string bestand, const std::string& tekst, Bevindingen& found)
      : regels_(std::move(bestand), tekst), tekst_(tekst), found_(found) {}

  std::string fill(const Velden& fields, const std::string& wie) {
    std::string out;
    std::size_t at = 0;
    for (std::size_t open; (open = tekst_.find("{{", at)) != std::string::npos;) {
      out += tekst_.substr(at, open - at);
      const std::size_t close = tekst_.find("}}", open);
      const std::size_t line = tekst_.find('\n', open);
      if (close == std::string::npos || close > line) {
        report(open, 2, "Na `{{` hoort op dezelfde regel `}}` te staan.", "Schrijf een veld als `{{naam}}`.");
        return out;
      }
      at = close + 2;
      const std::string name(trim(std::string_view(tekst_).substr(open + 2, close - open - 2)));
      out += value(fields, name, wie, open, at - open);
    }
    return out + tekst_.substr(at);
  }

 private:
  std::string value(const Velden& fields, const std::string& name, const std::string& wie, std::size_t at,
                    std::size_t length) {
    const auto field = fields.find(name);
    if (field == fields.end()) {
      std::vector<std::string> all;
      for (const auto& [known, text] : fields) all.push_back(known);
      report(at, length, fmt::format("Het rapport heeft geen veld `{}`.", name),
             fmt::format("Kies uit: {}.", fmt::join(all, ", ")));
      return "";
    }
    if (field->second.empty())
      report(at, length, fmt::format("Voor {} heeft `{}` geen waarde.", wie, name),
             "Vul het feit aan, of haal het veld uit het sjabloon.");
    return field->second;
  }

  void report(std::size_t at, std::size_t length, std::string what, std::string remedy) {
    const auto before = std::string_view(tekst_).substr(0, at);
    const auto line = static_cast<int>(std::count(before.begin(), before.end(), '\n')) + 1;
    const std::size_t start = before.rfind('\n') + 1;  // npos + 1 is 0
    found_.push_back(regels_.bevinding("sjabloon-veld",
                                       {line, static_cast<int>(at - start) + 1, static_cast<int>(length)},
                                       std::move(what), std::move(remedy)));
  }

  Regels regels_;
  const std::string& tekst_;
  Bevindingen& found_;
};

/// Fields as people write them: amounts and dates in words of the reader.
std::string in_letter(const Rapportcel& cel, const Vorm& vorm) {
  if (!cel.waarde || cel.weggelaten) return "";
  if (const auto* day = std::get_if<Datum>(&*cel.waarde)) return format_datum_nl(*day);
  return format_nl(*cel.waarde, vorm);
}

/// A file name that every system takes.
std::string file_name(const std::string& text) {
  std::string out;
  for (const char c : lower(text)) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (static_cast<unsigned char>(c) & 0x80U) != 0;
    if (plain)
      out += c;
    else if (!out.empty() && out.back() != '-')
      out += '-';
  }
  while (out.ends_with('-')) out.pop_back();
  return out.empty() ? "brief" : out;
}

}  // namespace

std::vector<Brief> vul_brieven(const Rapport& rapport, const std::string& sjabloon, const std::string& tekst,
                               Bevindingen& found) {
  std::vector<Brief> out;
  Sjabloon form(sjabloon, tekst, found);
  std::map<std::string, int> used;
  for (const Rapporttabel& t : rapport.tabellen) {
    for (const Rapportrij& row : t.rijen) {
      if (row.soort != Rijsoort::rij) continue;
      Velden fields(rapport.gegevens.begin(), rapport.gegevens.end());
      for (std::size_t i = 0; i < t.kolommen.size(); ++i) {
        const std::string value = in_letter(row.cellen[i], t.kolommen[i].vorm);
        for (const std::string& name : {t.kolommen[i].naam, t.kolommen[i].kop}) {
          if (!name.empty()) fields[name] = value;
        }
      }
      const std::string wie = row.cellen.empty() ? "" : tekst_van(row.cellen[0], t.kolommen[0].vorm);
      const std::string base = file_name(rapport.naam + " " + wie);
      const int number = ++used[base];
      out.push_back({(number == 1 ? base : fmt::format("{}-{}", base, number)) + ".md", form.fill(fields, wie)});
    }
  }
  sort_and_unique(found);
  return out;
}

Brievenantwoord schrijf_brieven(const Rapport& rapport, const std::string& sjabloon, const std::string& map) {
  Brievenantwoord out;
  const auto text = read_text_file(sjabloon, kMostTemplateBytes);
  if (!text) {
    out.bevindingen = text.errors();
    return out;
  }
  const std::vector<Brief> letters = vul_brieven(rapport, sjabloon, *text, out.bevindingen);
  if (has_errors(out.bevindingen)) return out;
  std::error_code error;
  std::filesystem::create_directories(map, error);
  for (const Brief& letter : letters) {
    const std::string path = (std::filesystem::path(map) / letter.naam).string();
    std::ofstream file(path, std::ios::binary);
    file << letter.tekst;
    file.close();
    if (file) {
      out.bestanden.push_back(path);
      continue;
    }
    out.bevindingen.push_back(
        {Ernst::fout, "bestand-schrijffout", {path, 0, 0, 0}, "De brief kan niet worden geschreven.", "", ""});
    return out;
  }
  return out;
}

}  // namespace zorgkader
