// XLSX: the sheets of a calculation, and a file that is either whole or not there.
#include "rapport/xlsx.hpp"

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>

#include "rapport/blad.hpp"
#include "rapport/werkboek.hpp"
#include "values/notatie.hpp"

namespace zorgkader {
namespace {

constexpr std::size_t kMostRows = 1'048'575;  // below the header
constexpr std::size_t kRowsInMemory = 50'000;

/// The first sheet: what was calculated and which sheet holds what.
class Overzicht {
 public:
  Overzicht(Werkboek& boek, const Berekening& b)
      : boek_(boek), b_(b), blad_(boek.add_sheet(boek.free_name("Overzicht"))) {}

  void write(const std::vector<std::string>& bladen) {
    pair("regeling", b_.regeling);
    pair("document", b_.bestand);
    pair("versie", b_.versie);
    pair("peildatum", b_.peildatum);
    for (const auto& [naam, waarde] : b_.gezet) pair("gezet", naam + "=" + waarde);
    ++row_;
    write_list(bladen);
    if (const std::string end = slotzin(b_); !end.empty())
      boek_.write_text(blad_, ++row_, 0, end, boek_.opmaak().is_concept);
    set_widths();
  }

 private:
  void pair(const char* naam, const std::string& value) {
    boek_.write_text(blad_, row_, 0, naam, boek_.opmaak().kop);
    boek_.write_text(blad_, row_++, 1, value);
  }

  void write_list(const std::vector<std::string>& bladen) {
    std::uint16_t column = 0;
    for (const char* naam :
         {"naam", "blad", "status", "soort", "eenheid", "rijen", "kop", "bron", "regel", "vingerafdruk"}) {
      boek_.write_text(blad_, row_, column++, naam, boek_.opmaak().kop);
    }
    ++row_;
    for (std::size_t i = 0; i < bladen.size(); ++i) write_uitkomst(b_.uitkomsten[i], bladen[i]);
  }

  void write_uitkomst(const Uitkomst& u, const std::string& blad) {
    const Vorm& vorm = u.tabel.vorm;
    boek_.write_text(blad_, row_, 0, u.tabel.naam);
    boek_.write_text(blad_, row_, 1, blad);
    boek_.write_text(blad_, row_, 2, status_naam(u), u.is_voorbehoud() ? boek_.opmaak().is_concept : nullptr);
    boek_.write_text(blad_, row_, 3, soort_naam(vorm.soort));
    boek_.write_text(blad_, row_, 4, vorm.soort == Soort::getal ? vorm.eenheid.text() : "");
    boek_.write_number(blad_, row_, 5, static_cast<double>(u.tabel.size()), boek_.opmaak().getal);
    boek_.write_text(blad_, row_, 6, u.kop);
    boek_.write_text(blad_, row_, 7, u.bron);
    if (u.regel > 0) boek_.write_number(blad_, row_, 8, u.regel, boek_.opmaak().getal);
    boek_.write_text(blad_, row_++, 9, u.vingerafdruk);
  }

  void set_widths() {
    constexpr double kWidths[] = {28, 32, 12, 10, 12, 10, 40, 60, 8, 20};
    lxw_col_t column = 0;
    for (double width : kWidths) {
      worksheet_set_column(blad_, column, column, width, nullptr);
      ++column;
    }
  }

  Werkboek& boek_;
  const Berekening& b_;
  lxw_worksheet* blad_;
  std::uint32_t row_ = 0;
};

Bevinding not_written(const std::string& pad, const std::string& reason) {
  return {Ernst::fout,
          "bestand-onleesbaar",
          {pad, 0, 0, 0},
          "Het bestand kan niet geschreven worden: " + reason,
          "Controleer het pad, de rechten en de ruimte op de schijf.",
          ""};
}

std::string write_workbook(const Berekening& b, const std::string& pad) {
  const bool large = std::any_of(b.uitkomsten.begin(), b.uitkomsten.end(),
                                 [](const Uitkomst& u) { return u.tabel.size() > kRowsInMemory; });
  Werkboek boek(pad, large, b.regeling);
  Overzicht overzicht(boek, b);
  std::vector<std::string> bladen;
  for (const Uitkomst& u : b.uitkomsten) bladen.push_back(boek.free_name(u.tabel.naam));
  overzicht.write(bladen);
  for (std::size_t i = 0; i < bladen.size(); ++i) write_blad(boek, bladen[i], b.uitkomsten[i]);
  return boek.close();
}

}  // namespace

Result<std::uintmax_t> write_whole(const std::string& pad,
                                   const std::function<std::string(const std::string&)>& write) {
  const std::string beside = pad + ".deel-" + std::to_string(getpid());
  // libxlsxwriter says on standard error, in English, what it cannot open: so that is tried first.
  if (!std::ofstream(beside)) return not_written(pad, "de map bestaat niet, of schrijven mag daar niet.");
  std::error_code error;
  std::string reason = write(beside);
  const std::uintmax_t bytes = std::filesystem::file_size(beside, error);
  if (reason.empty() && !error) std::filesystem::rename(beside, pad, error);
  if (reason.empty() && error) reason = "het kan zijn naam niet krijgen (" + error.message() + ").";
  if (reason.empty()) return bytes;
  std::filesystem::remove(beside, error);
  return not_written(pad, reason);
}

std::optional<Bevinding> too_many_rows(const std::string& naam, std::size_t rijen, const std::string& pad) {
  if (rijen <= kMostRows) return std::nullopt;
  const std::string count = format_nl(Getal(static_cast<std::int64_t>(rijen)));
  return Bevinding{Ernst::fout,
                   "bestand-te-groot",
                   {pad, 0, 0, 0},
                   "`" + naam + "` heeft " + count + " rijen; een XLSX-blad houdt er ten hoogste 1.048.575.",
                   "Kies --als csv, of beperk de uitkomsten met --alleen.",
                   ""};
}

Result<std::uintmax_t> write_xlsx(const Berekening& berekening, const std::string& pad) {
  for (const Uitkomst& u : berekening.uitkomsten) {
    if (const auto found = too_many_rows(u.tabel.naam, u.tabel.size(), pad)) return *found;
  }
  return write_whole(pad, [&](const std::string& beside) { return write_workbook(berekening, beside); });
}

}  // namespace zorgkader
