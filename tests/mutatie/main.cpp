// mutatie: changes every constant, operator, member and cell of an arrangement that counts, and sees whether a golden
// case notices. What no case notices is shown, unless gevallen/<map>/gelijkwaardig.md says why that is right.
#include <fmt/format.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <memory>
#include <random>
#include <set>
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

/// An arrangement has front matter, unlike a text beside it; what voorbeeld.md describes is no arrangement either.
bool is_regeling(const fs::path& path) {
  std::string first;
  std::getline(std::ifstream(path), first);
  return path.extension() == ".md" && path.filename() != "voorbeeld.md" && first.starts_with("---");
}

/// Documents under regelingen/ and the one that new arrangements begin with, from the root.
std::vector<std::string> alle_documenten() {
  std::vector<std::string> out{"sjablonen/regeling.md"};
  for (const auto& entry : fs::recursive_directory_iterator(gevallen::root() / "regelingen")) {
    if (is_regeling(entry.path())) out.push_back(entry.path().lexically_relative(gevallen::root()).generic_string());
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

  /// Reads the document and makes its mutants; false when that cannot be done.
  bool read() {
    const std::string path = (gevallen::root() / naam_).string();
    const auto text = zorgkader::read_text_file(path, std::size_t{4} << 20);
    if (!text) return complain("het bestand kan niet gelezen worden.");
    zorgkader::Bevindingen found;
    regeling_ = read_regeling(path, *text, {}, found);
    if (has_errors(found)) return complain("het document heeft fouten; zie `zorgkader controleer`.");
    tekst_ = std::make_unique<Tekst>(*text);
    mutanten_ = maak_mutanten(regeling_, *tekst_);
    only_named();
    return goed_;
  }

  std::size_t aantal() const { return mutanten_.size(); }
  bool heeft(const std::string& grootheid) const {
    return std::any_of(mutanten_.begin(), mutanten_.end(), [&](const Mutant& m) { return m.grootheid == grootheid; });
  }

  /// Leaves the mutants with these numbers, counted on from `first`.
  void keep(const std::set<std::size_t>& numbers, std::size_t first) {
    std::vector<Mutant> kept;
    for (std::size_t i = 0; i < mutanten_.size(); ++i) {
      if (numbers.contains(first + i)) kept.push_back(std::move(mutanten_[i]));
    }
    mutanten_ = std::move(kept);
  }

  /// False when something is wrong that someone has to look at.
  bool run(const std::vector<gevallen::Geval>& gevallen) {
    if (k_.lijst) return list();
    Proefstand stand(naam_, regeling_, gevallen);
    // A sample leaves this to the cases themselves, which run with it.
    const auto all_broken = k_.monster == 0 ? stand.zonder_kapotte() : std::vector<std::string>();
    for (const std::string& broken : all_broken) complain("dit geval faalt ook zonder mutatie: " + broken);
    if (stand.aantal() == 0) return complain("er zijn geen gevallen voor dit document.");
    oordelen_ = judged(stand);
    report(stand);
    return goed_;
  }

 private:
  bool complain(const std::string& what) {
    fmt::print("{}: {}\n", naam_, what);
    return goed_ = false;
  }

  void only_named() {
    if (k_.alleen.empty()) return;
    std::erase_if(mutanten_, [&](const Mutant& m) {
      return std::find(k_.alleen.begin(), k_.alleen.end(), m.grootheid) == k_.alleen.end();
    });
  }

  bool list() {
    for (const Mutant& m : mutanten_)
      fmt::print("{}:{}:{}: {}\n", naam_, m.positie.regel, m.positie.kolom, m.pogingen[0].mutatie);
    return goed_;
  }

  std::vector<Oordeel> judged(Proefstand& stand) {
    Balk balk(mutanten_.size());
    const auto one = [&](int m, const fs::path& map) {
      return stand.keur(*tekst_, mutanten_[static_cast<std::size_t>(m)], map);
    };
    return keur_alle(static_cast<int>(mutanten_.size()), k_.processen, one, [&](const Oordeel& o) { balk(o); });
  }

  /// In the folder under gevallen/ that is named as the one of the document, or else in the nearest above it.
  fs::path lijst_pad() const {
    fs::path map = fs::path(naam_).parent_path();
    if (naam_.starts_with("regelingen/")) map = map.lexically_relative("regelingen");
    const auto file = [&] { return (gevallen::root() / "gevallen" / map / "gelijkwaardig.md").lexically_normal(); };
    while (!map.empty() && !fs::exists(file())) map = map.parent_path();
    return file();
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
  zorgkader::Regeling regeling_;
  std::unique_ptr<Tekst> tekst_;
  std::vector<Mutant> mutanten_;
  std::vector<Oordeel> oordelen_;
  Telling t_;
  bool goed_ = true;
};

std::string from_root(const std::string& path) {
  if (fs::path(path).is_relative() && fs::exists(gevallen::root() / path)) return path;
  return fs::absolute(path).lexically_normal().lexically_relative(gevallen::root()).generic_string();
}

/// Mutants of all documents together, so many, by lot.
void take_sample(std::vector<std::unique_ptr<Document>>& documents, const Keuzes& k) {
  std::vector<std::size_t> all;
  for (const auto& d : documents) {
    for (std::size_t i = 0; i < d->aantal(); ++i) all.push_back(all.size());
  }
  std::set<std::size_t> chosen;
  std::mt19937_64 random(k.zaad);
  std::sample(all.begin(), all.end(), std::inserter(chosen, chosen.end()), k.monster, random);
  std::size_t first = 0;
  for (const auto& d : documents) {
    const std::size_t own = d->aantal();
    d->keep(chosen, first);
    first += own;
  }
  std::erase_if(documents, [](const auto& d) { return d->aantal() == 0; });
  fmt::print("Een monster van {} uit {} mutanten, met --zaad {}.\n", chosen.size(), all.size(), k.zaad);
  std::fflush(stdout);
}

bool run_all(Keuzes& k) {
  std::vector<gevallen::Probleem> problems;
  const auto cases = gevallen::read_map(gevallen::root() / "gevallen", problems);
  for (const auto& p : problems) fmt::print("{}:{}: {}\n", p.bestand, p.regel, p.wat);
  bool good = problems.empty();
  std::vector<std::unique_ptr<Document>> documents;
  for (const std::string& name : k.documenten) {
    documents.push_back(std::make_unique<Document>(name, k));
    if (documents.back()->read()) continue;
    good = false;
    documents.pop_back();
  }
  for (const std::string& name : k.alleen) {
    if (std::any_of(documents.begin(), documents.end(), [&](const auto& d) { return d->heeft(name); })) continue;
    fmt::print("`{}` is nergens te veranderen.\n", name);
    good = false;
  }
  if (k.monster > 0) take_sample(documents, k);
  for (const auto& d : documents) {
    if (d->aantal() > 0) good = d->run(cases) && good;
    std::fflush(stdout);
  }
  return good;
}

int run(int argc, char** argv) {
  CLI::App app{"Verandert een regeling op elke plaats die telt, en kijkt of een geval dat merkt.", "mutatie"};
  Keuzes k;
  app.add_option("document,--document", k.documenten, "alleen deze documenten; standaard alles onder regelingen/");
  app.add_option("--alleen", k.alleen, "alleen deze grootheden")->delimiter(',');
  app.add_option("--monster", k.monster, "zoveel mutanten, door het lot gekozen");
  const auto* seed = app.add_option("--zaad", k.zaad, "getal waaruit de keuze volgt");
  app.add_option("-j", k.processen, "aantal processen")->check(CLI::Range(1, 64));
  app.add_flag("--lijst", k.lijst, "toon de mutanten en doe verder niets");
  CLI11_PARSE(app, argc, argv);
  if (k.monster > 0 && seed->count() == 0) k.zaad = std::random_device{}();
  for (std::string& d : k.documenten) d = from_root(d);
  if (k.documenten.empty()) k.documenten = alle_documenten();
  return run_all(k) ? 0 : 1;
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
