// mutatie: changes every constant, operator, member and cell of an arrangement that counts, and sees whether a golden
// case notices. What no case notices is shown, unless gevallen/<map>/gelijkwaardig.md says why that is right.
#include <fmt/format.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <random>
#include <thread>

#include "mutatie/gelijkwaardig.hpp"
#include "mutatie/mutanten.hpp"
#include "mutatie/proefstand.hpp"

namespace mutatie {
namespace {

namespace fs = std::filesystem;

struct Keuzes {
  std::vector<std::string> documenten;
  std::vector<std::string> alleen;
  int processen = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
  std::size_t monster = 0;
  std::uint64_t zaad = 0;
  bool lijst = false;
};

struct Telling {
  std::size_t gemerkt = 0, geweigerd = 0, gelijkwaardig = 0, overleefd = 0, afgebroken = 0;
};

/// Documents under regelingen/, from the root; what voorbeeld.md describes is no arrangement.
std::vector<std::string> alle_documenten() {
  std::vector<std::string> out;
  for (const auto& entry : fs::recursive_directory_iterator(gevallen::root() / "regelingen")) {
    if (entry.path().extension() == ".md" && entry.path().filename() != "voorbeeld.md")
      out.push_back(entry.path().lexically_relative(gevallen::root()).generic_string());
  }
  std::sort(out.begin(), out.end());
  return out;
}

/// Overwrites one line on a terminal, and says nothing in a pipe.
class Balk {
 public:
  explicit Balk(std::size_t aantal) : aantal_(aantal), zichtbaar_(isatty(STDERR_FILENO) != 0) {}
  void operator()(const Oordeel& o) {
    ++klaar_;
    over_ += o.lot == Lot::overleefd;
    if (zichtbaar_) fmt::print(stderr, "\r{} van {}, niet gemerkt {} ", klaar_, aantal_, over_);
  }
  ~Balk() {
    if (zichtbaar_) fmt::print(stderr, "\r\033[K");
  }
  Balk(const Balk&) = delete;
  Balk& operator=(const Balk&) = delete;

 private:
  std::size_t aantal_, klaar_ = 0, over_ = 0;
  bool zichtbaar_;
};

/// The row that gelijkwaardig.md would have.
std::string rij(const std::string& plek, const std::string& mutatie) {
  std::string out = "| ";
  for (const char c : plek) out += c == '|' ? "\\|" : std::string(1, c);
  return out + " | " + mutatie + " | |";
}

class Document {
 public:
  Document(const std::string& naam, const Keuzes& keuzes) : naam_(naam), k_(keuzes) {}

  /// False when something is wrong that someone has to look at.
  bool run(const std::vector<gevallen::Geval>& gevallen) {
    const auto text = zorgkader::read_text_file((gevallen::root() / naam_).string(), std::size_t{4} << 20);
    if (!text) return complain("het bestand kan niet gelezen worden.");
    zorgkader::Bevindingen found;
    const zorgkader::Regeling regeling = read_regeling((gevallen::root() / naam_).string(), *text, {}, found);
    if (has_errors(found)) return complain("het document heeft fouten; zie `zorgkader controleer`.");
    const Tekst tekst(*text);
    mutanten_ = maak_mutanten(regeling, tekst);
    choose();
    if (k_.lijst) return list();
    Proefstand stand(naam_, regeling, gevallen);
    // A sample leaves this to the cases themselves, which run with it.
    const auto all_broken = k_.monster == 0 ? stand.zonder_kapotte() : std::vector<std::string>();
    for (const std::string& broken : all_broken) complain("dit geval faalt ook zonder mutatie: " + broken);
    if (stand.aantal() == 0) return complain("er zijn geen gevallen voor dit document.");
    oordelen_ = judged(stand, tekst);
    report(stand);
    return goed_;
  }

 private:
  bool complain(const std::string& what) {
    fmt::print("{}: {}\n", naam_, what);
    return goed_ = false;
  }

  void choose() {
    if (!k_.alleen.empty()) {
      std::erase_if(mutanten_, [&](const Mutant& m) {
        return std::find(k_.alleen.begin(), k_.alleen.end(), m.grootheid) == k_.alleen.end();
      });
    }
    for (const std::string& naam : k_.alleen) {
      const auto has = [&](const Mutant& m) { return m.grootheid == naam; };
      if (std::none_of(mutanten_.begin(), mutanten_.end(), has))
        complain("`" + naam + "` is hier niets om te veranderen.");
    }
    if (k_.monster == 0 || k_.monster >= mutanten_.size()) return;
    std::vector<Mutant> sample;
    std::mt19937_64 random(k_.zaad);
    std::sample(mutanten_.begin(), mutanten_.end(), std::back_inserter(sample), k_.monster, random);
    mutanten_ = std::move(sample);
  }

  bool list() {
    for (const Mutant& m : mutanten_)
      fmt::print("{}:{}:{}: {}\n", naam_, m.positie.regel, m.positie.kolom, m.pogingen[0].mutatie);
    return goed_;
  }

  std::vector<Oordeel> judged(Proefstand& stand, const Tekst& tekst) {
    Balk balk(mutanten_.size());
    const auto one = [&](int m, const fs::path& map) {
      return stand.keur(tekst, mutanten_[static_cast<std::size_t>(m)], map);
    };
    return keur_alle(static_cast<int>(mutanten_.size()), k_.processen, one, [&](const Oordeel& o) { balk(o); });
  }

  fs::path lijst_pad() const {
    return gevallen::root() / "gevallen" / fs::path(naam_).parent_path().filename() / "gelijkwaardig.md";
  }

  void report(const Proefstand& stand) {
    std::vector<std::string> wrong_rows;
    auto equal = lees_gelijkwaardig(lijst_pad(), wrong_rows);
    for (const std::string& wrong : wrong_rows) complain(wrong);
    for (const Oordeel& o : oordelen_) tell(mutanten_[static_cast<std::size_t>(o.mutant)], o, equal);
    if (k_.alleen.empty() && k_.monster == 0) stale(equal);
    fmt::print(
        "{}: {} mutanten, {} gevallen: {} gemerkt, {} geweigerd door de taal, {} gelijkwaardig, {} niet gemerkt{}\n",
        naam_, mutanten_.size(), stand.aantal(), t_.gemerkt, t_.geweigerd, t_.gelijkwaardig, t_.overleefd,
        t_.afgebroken == 0 ? "" : fmt::format(", {} keer brak het programma af", t_.afgebroken));
  }

  void tell(const Mutant& m, const Oordeel& o, std::vector<Gelijkwaardig>& equal) {
    const std::string& change = m.pogingen[static_cast<std::size_t>(o.poging)].mutatie;
    switch (o.lot) {
      case Lot::geweigerd:
        ++t_.geweigerd;
        return;
      case Lot::gemerkt:
      case Lot::te_lang:
        ++t_.gemerkt;
        return;
      case Lot::afgebroken:
        ++t_.afgebroken;
        return void(
            complain(fmt::format("{}:{}: het programma brak af bij {}", m.positie.regel, m.positie.kolom, change)));
      case Lot::overleefd:
        break;
    }
    if (staat_in(equal, m.plek, change)) return void(++t_.gelijkwaardig);
    ++t_.overleefd;
    goed_ = false;
    fmt::print("{}:{}:{}: geen geval merkt dat {}\n    {}\n", naam_, m.positie.regel, m.positie.kolom, change,
               rij(m.plek, change));
  }

  /// A row that no surviving mutant of any document of the folder needs; seen only when this one is the only document.
  void stale(const std::vector<Gelijkwaardig>& equal) {
    for (const Gelijkwaardig& g : equal) {
      if (!g.gevonden && mentions(g))
        complain(
            fmt::format("{}:{}: deze rij is niet meer nodig: {}", lijst_pad().filename().string(), g.regel, g.mutatie));
    }
  }

  bool mentions(const Gelijkwaardig& g) const {
    std::vector<Gelijkwaardig> one{g};
    return std::any_of(mutanten_.begin(), mutanten_.end(), [&](const Mutant& m) {
      return std::any_of(m.pogingen.begin(), m.pogingen.end(),
                         [&](const Poging& p) { return staat_in(one, m.plek, p.mutatie); });
    });
  }

  std::string naam_;
  const Keuzes& k_;
  std::vector<Mutant> mutanten_;
  std::vector<Oordeel> oordelen_;
  Telling t_;
  bool goed_ = true;
};

std::string from_root(const std::string& path) {
  if (fs::path(path).is_relative() && fs::exists(gevallen::root() / path)) return path;
  return fs::absolute(path).lexically_normal().lexically_relative(gevallen::root()).generic_string();
}

int run(int argc, char** argv) {
  CLI::App app{"Verandert een regeling op elke plaats die telt, en kijkt of een geval dat merkt.", "mutatie"};
  Keuzes k;
  app.add_option("document,--document", k.documenten, "alleen deze documenten; standaard alles onder regelingen/");
  app.add_option("--alleen", k.alleen, "alleen deze grootheden")->delimiter(',');
  app.add_option("--monster", k.monster, "zoveel mutanten van elk document, door het lot gekozen");
  const auto* seed = app.add_option("--zaad", k.zaad, "getal waaruit de keuze volgt");
  app.add_option("-j", k.processen, "aantal processen")->check(CLI::Range(1, 64));
  app.add_flag("--lijst", k.lijst, "toon de mutanten en doe verder niets");
  CLI11_PARSE(app, argc, argv);
  if (k.monster > 0 && seed->count() == 0) k.zaad = std::random_device{}();
  if (k.monster > 0) fmt::print("Een monster van {} met --zaad {}.\n", k.monster, k.zaad);
  for (std::string& d : k.documenten) d = from_root(d);
  if (k.documenten.empty()) k.documenten = alle_documenten();

  std::vector<gevallen::Probleem> problems;
  const auto cases = gevallen::read_map(gevallen::root() / "gevallen", problems);
  bool good = true;
  for (const auto& p : problems) {
    fmt::print("{}:{}: {}\n", p.bestand, p.regel, p.wat);
    good = false;
  }
  for (const std::string& d : k.documenten) {
    good = Document(d, k).run(cases) && good;
    std::fflush(stdout);
  }
  return good ? 0 : 1;
}

}  // namespace
}  // namespace mutatie

int main(int argc, char** argv) {
  try {
    return mutatie::run(argc, argv);
  } catch (const std::exception& e) {
    fmt::print(stderr, "mutatie: {}\n", e.what());
    return 2;
  }
}
