// Everything goes into a folder beside the one that is asked for, which gets its name when all is well.
#include "app/rapportage/bundel.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <set>
#include <sstream>
#include <stdexcept>

#include "app/bereken.hpp"
#include "app/dossierfeiten.hpp"
#include "app/dossiertabel.hpp"
#include "app/logboeklijst.hpp"
#include "app/nieuwemap.hpp"
#include "dossier/sha256.hpp"
#include "engine/herleiden.hpp"
#include "feiten/bestand.hpp"
#include "rapport/bundelblad.hpp"
#include "rapport/csv.hpp"
#include "rapport/feitbestand.hpp"
#include "rapport/herleiding.hpp"
#include "rapport/json.hpp"
#include "rapport/xlsx.hpp"

namespace zorgkader {
namespace {

namespace fs = std::filesystem;

/// What stands in the way of a bundle.
struct Mislukt {
  Bevinding bevinding;
};

[[noreturn]] void fail(const std::string& where, std::string what, std::string remedy = "") {
  throw Mislukt{{Ernst::fout, "bestand-schrijffout", {where, 0, 0, 0}, std::move(what), std::move(remedy), ""}};
}

/// Files that come together under one name, or not at all.
class Bundelmap {
 public:
  explicit Bundelmap(fs::path naar) : naar_(std::move(naar)) {
    if (naar_.filename().empty()) naar_ = naar_.parent_path();
    map_ = naar_.string() + fmt::format(".deel-{}", getpid());
    std::error_code failed;
    fs::remove_all(map_, failed);
    if (!fs::create_directories(map_, failed)) fail(naar_.string(), "De map kan niet worden gemaakt.");
  }
  ~Bundelmap() {
    std::error_code ignored;
    fs::remove_all(map_, ignored);
  }
  Bundelmap(const Bundelmap&) = delete;
  Bundelmap& operator=(const Bundelmap&) = delete;

  fs::path pad(const std::string& file) const { return map_ / file; }
  std::size_t files() const { return prints_.size(); }

  void put(const std::string& file, const std::function<void(std::ostream&)>& write) {
    std::ostringstream text;
    write(text);
    put(file, std::move(text).str());
  }
  void put(const std::string& file, const std::string& bytes) {
    std::error_code failed;
    fs::create_directories(pad(file).parent_path(), failed);
    std::ofstream out(pad(file), std::ios::binary);
    out << bytes;
    out.close();
    if (!out) fail((naar_ / file).string(), "Het bestand kan niet worden geschreven.");
    prints_.emplace_back(dossier::sha256(bytes), file);
  }
  /// What was written in the folder by others.
  void take(const std::string& file) { prints_.emplace_back(dossier::sha256(content(pad(file))), file); }
  static std::string content(const fs::path& file) {
    const auto bytes = feiten::read_bestand(file);
    if (!bytes) throw Mislukt{bytes.errors().front()};
    return std::string(bytes->view());
  }
  /// Without where the folder stands for the moment.
  std::string shown(std::string text) const {
    const std::string before = map_.string() + "/";
    for (auto at = text.find(before); at != std::string::npos; at = text.find(before, at))
      text.erase(at, before.size());
    return text;
  }

  void finish() {
    std::sort(prints_.begin(), prints_.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    std::string sums;
    for (const auto& [print, file] : prints_) sums += fmt::format("{}  {}\n", print, file);
    put("SHA256SUMS", sums);
    std::error_code failed;
    fs::remove(naar_, failed);  // an empty folder
    fs::rename(map_, naar_, failed);
    if (failed) fail(naar_.string(), "De map kan haar naam niet krijgen.");
  }

 private:
  fs::path naar_, map_;
  std::vector<std::pair<std::string, std::string>> prints_;  // print and file
};

class Bundelmaker {
 public:
  Bundelmaker(const Bundelvraag& vraag, Bundelantwoord& out) : vraag_(vraag), out_(out), map_(vraag.naar) {}

  void make() {
    Opdrachtgegevens asked = vraag_.gegevens;
    if (asked.dossier) asked.stand = &dossier_.emplace(*asked.dossier, asked.bekend_op);
    Geladen loaded = laad(asked);
    out_.bevindingen = loaded.bevindingen;
    if (has_errors(loaded.bevindingen)) return;
    const BerekenAntwoord first = bereken(loaded, asked, vraag_.alleen);
    out_.bevindingen = first.bevindingen;
    if (first.berekening.uitkomsten.empty()) return;
    needed_ = facts_behind(*loaded.regeling, first.berekening);
    document_ = "regeling/" + fs::path(asked.regeling).filename().string();
    map_.put(document_, loaded.tekst);
    facts(loaded);
    again(first.berekening);
    outcomes();
    derivations();
    if (dossier_) {
      log();
      rows_behind_facts(loaded);
    }
    map_.put("LEESMIJ.html", [&](std::ostream& out) {
      write_html(Bundelblad{computed_, about(loaded), contents(), checks(), out_.bevindingen, dossier_.has_value()},
                 out);
    });
    map_.finish();
    out_.bestanden = map_.files();
  }

 private:
  /// Those that the outcomes rest on, or a requirement on them; the others are nobody's business here.
  static std::set<std::string> facts_behind(const Regeling& r, const Berekening& b) {
    std::vector<int> asked;
    for (const Uitkomst& u : b.uitkomsten) asked.push_back(r.grootheid(u.tabel.naam));
    const std::vector<bool> under = behind(r, asked);
    for (const Eis& e : r.eisen) {
      std::vector<int> own;
      quantities_of(*e.voorwaarde, own);
      if (e.waar) quantities_of(*e.waar, own);
      if (std::any_of(own.begin(), own.end(), [&](int q) { return under[static_cast<std::size_t>(q)]; }))
        asked.insert(asked.end(), own.begin(), own.end());
    }
    const std::vector<bool> all = behind(r, asked);
    std::set<int> open;  // keys whose members are what any fact names
    for (std::size_t q = 0; q < all.size(); ++q) {
      for (const int key : r.grootheden[q].sleutels) {
        if (all[q] && r.sleutels[static_cast<std::size_t>(key)].open) open.insert(key);
      }
    }
    std::set<std::string> out;
    for (std::size_t q = 0; q < all.size(); ++q) {
      const Grootheid& g = r.grootheden[q];
      const bool names = std::any_of(g.sleutels.begin(), g.sleutels.end(), [&](int key) { return open.contains(key); });
      if (g.rol == Rol::invoer && (all[q] || names)) out.insert(g.naam);
    }
    return out;
  }

  void facts(const Geladen& loaded) {
    std::set<std::string> files;
    for (const auto& [naam, tabel] : loaded.feiten.tabellen) {
      if (!needed_.contains(naam)) continue;
      has_facts_ = true;
      if (!dossier_) {
        files.insert(tabel.herkomst.bestand);
        continue;
      }
      bool exact = true;
      map_.put("feiten/" + naam + ".csv", [&, &t = tabel](std::ostream& out) { exact = write_feitbestand(t, out); });
      if (!exact)
        fail(naam, fmt::format("Het feit `{}` heeft een waarde die niet als decimaal getal te schrijven is.", naam));
    }
    for (const std::string& file : files)
      map_.put("feiten/" + fs::path(file).filename().string(), Bundelmap::content(file));
  }

  /// From what the bundle holds, and from nothing else.
  void again(const Berekening& first) {
    own_ = vraag_.gegevens;
    own_.regeling = map_.pad(document_).string();
    own_.feiten = has_facts_ ? std::optional(map_.pad("feiten").string()) : std::nullopt;
    own_.dossier.reset();
    own_.bekend_op.reset();
    own_.stand = nullptr;
    loaded_ = laad(own_);
    computed_ = bereken(loaded_, own_, vraag_.alleen).berekening;
    std::ostringstream before, after;
    write_csv(first, before);
    write_csv(computed_, after);
    if (before.str() != after.str())
      throw std::logic_error("uit de bundel zelf volgen andere uitkomsten dan uit wat is opgegeven");
    computed_.bestand = computed_.oproep.regeling = document_;
    if (has_facts_) computed_.oproep.feiten = "feiten";
  }

  void outcomes() {
    map_.put("uitkomst.json", [&](std::ostream& out) { write_json(computed_, out); });
    Berekening one = computed_;
    for (const Uitkomst& u : computed_.uitkomsten) {
      one.uitkomsten = {u};
      map_.put("uitkomsten/" + u.tabel.naam + ".csv", [&](std::ostream& out) { write_csv(one, out); });
    }
    const auto written = write_xlsx(computed_, map_.pad("uitkomsten.xlsx").string());
    if (!written) throw Mislukt{written.errors().front()};
    map_.take("uitkomsten.xlsx");
  }

  void derivations() {
    for (const Uitkomst& u : computed_.uitkomsten) {
      const std::size_t most = vraag_.herleidingen == 0 ? u.tabel.size() : vraag_.herleidingen;
      std::vector<Herleiding> each;
      for (std::size_t row = 0; row < std::min(most, u.tabel.size()); ++row) {
        each.push_back(derive(*loaded_.run, loaded_.regeling->grootheid(u.tabel.naam), static_cast<Rij>(row)));
        for (HerleidingStap& s : each.back().stappen) s.herkomst = map_.shown(s.herkomst);
      }
      map_.put("herleidingen/" + u.tabel.naam + ".html",
               [&](std::ostream& out) { write_herleidingen_html(u, each, out); });
    }
  }

  void log() {
    Lijst list{{{"log", false},
                {"gemeente", false},
                {"nummer", true},
                {"moment", false},
                {"soort", false},
                {"wat", false},
                {"door", false},
                {"corrigeert", true},
                {"teruggenomen_door", true},
                {"afdruk", false}},
               {}};
    const auto number = [](std::int64_t n) { return n == 0 ? std::string() : std::to_string(n); };
    Logvraag all{*vraag_.gegevens.dossier, "", std::nullopt, vraag_.gegevens.bekend_op, "", std::nullopt};
    each_logregel(all, [&](const Logregel& line) {
      list.rijen.push_back({line.log, line.gemeente, number(line.nummer), format_moment(line.moment), line.soort,
                            line.wat, line.door, number(line.corrigeert), number(line.teruggenomen_door), line.afdruk});
      ends_[line.log] = line.afdruk;
    });
    map_.put("logboek.csv", [&](std::ostream& out) { write_csv(list, out); });
  }

  /// Source by source, in the order of the document.
  void rows_behind_facts(const Geladen& loaded) {
    for (const FeitVorm& fact : gevraagde_feiten(*loaded.regeling)) {
      if (!needed_.contains(fact.naam)) continue;
      Bevindingen ignored;  // they are those of reading the facts
      const auto sources = rows_behind(*dossier_, *loaded.regeling, fact, loaded.peildatum, {}, ignored);
      for (std::size_t i = 0; i < sources.size(); ++i) {
        const std::string number = sources.size() > 1 ? fmt::format("-{}", i + 1) : "";
        map_.put(fmt::format("bronrijen/{}{}.csv", fact.naam, number), [&](std::ostream& out) {
          write_csv(lijst_van(dossier::cut(*sources[i].tabel, sources[i].rijen)), out);
        });
      }
    }
  }

  std::vector<std::pair<std::string, std::string>> about(const Geladen& loaded) const {
    std::vector<std::pair<std::string, std::string>> out;
    if (!computed_.versie.empty()) out.emplace_back("versie", computed_.versie);
    for (const char* field : {"status", "besluit", "ondertekend", "bronnen"}) {
      const auto [from, to] = loaded.regeling->document.voorwerk.velden.equal_range(field);
      for (auto at = from; at != to; ++at) out.emplace_back(field, at->second.tekst);
    }
    if (loaded.peildatum) out.emplace_back("peildatum", format_datum_nl(*loaded.peildatum));
    if (const auto& day = vraag_.gegevens.bekend_op) out.emplace_back("bekend op", format_datum_nl(*day));
    for (const auto& [naam, waarde] : computed_.gezet) out.emplace_back("gezet", naam + " = " + waarde);
    for (const auto& [naam, gezet] : computed_.oproep.scenarios) {
      for (const auto& [parameter, waarde] : gezet) out.emplace_back("scenario " + naam, parameter + " = " + waarde);
    }
    out.emplace_back("vingerafdruk", computed_.vingerafdruk);
    if (loaded.vingerafdruk != computed_.vingerafdruk)
      out.emplace_back("met alle feiten", loaded.vingerafdruk + ", ook met die waar deze uitkomsten niet op rusten");
    out.emplace_back("gemaakt met", "Zorgkader " + vraag_.programma);
    return out;
  }

  std::vector<std::pair<std::string, std::string>> contents() const {
    std::vector<std::pair<std::string, std::string>> out = {{document_, "de regeling, zoals er mee gerekend is"}};
    if (has_facts_)
      out.emplace_back("feiten", dossier_ ? "de cijfers waar mee gerekend is, zoals zij uit het dossier volgen"
                                          : "de cijfers waar mee gerekend is, zoals zij zijn aangeleverd");
    if (dossier_) {
      out.emplace_back("bronrijen", "van elk cijfer de rijen van het dossier erachter; cliënten onder een pseudoniem");
      out.emplace_back("logboek.csv",
                       "wat er wanneer in het dossier kwam en door wie, besluiten en correcties inbegrepen");
    }
    out.emplace_back("uitkomsten", "elke uitkomst als CSV");
    out.emplace_back("uitkomsten.xlsx", "dezelfde uitkomsten als werkmap");
    out.emplace_back("uitkomst.json", "dezelfde uitkomsten voor programma's, met de opdracht die ze gaf");
    out.emplace_back("herleidingen", "van elke uitkomst hoe de bedragen tot stand kwamen");
    return out;
  }

  std::vector<std::string> checks() const {
    std::vector<std::string> out = {"zorgkader verifieer --bundel DEZE_MAP"};
    for (const auto& [log, print] : ends_)
      out.push_back(fmt::format("zorgkader verifieer --dossier DOSSIER --afdruk {}={}", log, print.substr(0, 32)));
    return out;
  }

  const Bundelvraag& vraag_;
  Bundelantwoord& out_;
  Bundelmap map_;
  std::optional<Dossierstand> dossier_;
  std::set<std::string> needed_;  ///< facts
  std::string document_;          ///< within the bundle
  bool has_facts_ = false;        ///< some are needed, and there
  Opdrachtgegevens own_;
  Geladen loaded_;  ///< from the bundle
  Berekening computed_;
  std::map<std::string, std::string> ends_;  ///< print of the last event of each log
};

}  // namespace

Bundelantwoord maak_bundel(const Bundelvraag& vraag) {
  Bundelantwoord out;
  if (auto b = in_the_way(vraag.naar)) {
    out.bevindingen.push_back(std::move(*b));
    return out;
  }
  try {
    Bundelmaker(vraag, out).make();
  } catch (Mislukt& m) {
    out.bestanden = 0;
    out.bevindingen.push_back(std::move(m.bevinding));
  }
  return out;
}

}  // namespace zorgkader
