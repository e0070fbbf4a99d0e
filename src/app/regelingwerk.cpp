// The engine computes every term and judges every requirement; here they become lines that somebody can work on.
#include "app/regelingwerk.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "app/opdracht.hpp"

namespace zorgkader {
namespace {

/// Members by key, in the order of the arrangement.
using Rijleden = std::vector<std::pair<int, Code>>;

class Regelinglezer {
 public:
  Regelinglezer(const Geladen& loaded, const Werkvraag& vraag, const Dossierstand& dossier, Werklijst& out)
      : run_(*loaded.run), r_(*loaded.regeling), vraag_(vraag), out_(out) {
    const dossier::Dossiertabel& clients = dossier.tabel("clienten");
    const auto *name = clients.kolom("client"), *gemeente = clients.kolom("gemeente");
    for (std::size_t row = 0; row < clients.rijen; ++row)
      gemeente_[std::get<std::string>(name->waarden.at(row))] = std::get<std::string>(gemeente->waarden.at(row));
  }

  void read() {
    std::vector<int> wanted;
    for (const Termijn& term : r_.termijnen) {
      for (const std::string& name : {term.uiterlijk, term.binnen, term.op_tijd}) {
        if (const int q = r_.grootheid(name); q >= 0 && run_.has_facts(q)) wanted.push_back(q);
      }
    }
    run_.compute(wanted);
    run_.check_eisen(true);
    for (const Termijn& term : r_.termijnen) this->term(term);
    for (const Schending& failed : run_.schendingen()) requirement(failed);
  }

 private:
  const Column* column(const std::string& name) const {
    const int q = r_.grootheid(name);
    const Column* out = q < 0 ? nullptr : run_.column(q);
    return out == nullptr || out->onbruikbaar ? nullptr : out;
  }

  void note(const char* code, const Positie& at, std::string what, Ernst ernst) {
    Bevinding found = r_.document.regels.bevinding(code, at, std::move(what));
    found.ernst = ernst;
    out_.bevindingen.push_back(std::move(found));
  }

  void term(const Termijn& term) {
    const Column* latest = column(term.uiterlijk);
    if (latest == nullptr)
      return note("niet-berekend", term.positie,
                  fmt::format("De termijn `{}` is niet bepaald: er ontbreken feiten.", term.naam), Ernst::melding);
    const Index& index = *latest->index;
    const std::vector<std::set<std::vector<Code>>> blocks = blocked(term, index);
    std::optional<Node> done;
    if (term.gereed != nullptr && column(term.op_tijd) != nullptr) done = run_.compile(*term.gereed, index, false);
    std::optional<Evaluator> values;
    if (done) values.emplace(*done, index);
    bool waits = false;
    for (Rij row = 0; row < index.rows(); ++row) {
      waits = waits || latest->state(row) == Toestand::open;
      if (latest->state(row) != Toestand::goed) continue;
      Werkregel line = about(members(index, row), term.kop);
      line.bericht = "termijn " + term.naam;
      line.wat = term.wat.empty() ? spaced(term.naam) : term.wat;
      line.wie = term.wie;
      const Datum last = std::get<Datum>(run_.waarde(*latest, row));
      set_day(line, last);
      if (const auto aim = day_in(term.binnen, index.codes(row))) line.streven = format_datum(*aim);
      line.stand = stand(last, values ? day_done(*values, row) : std::nullopt, term.gereed != nullptr);
      const std::vector<Code> codes = index.codes(row);
      if (!is_af(line.stand) &&
          std::any_of(blocks.begin(), blocks.end(), [&](const auto& rows) { return rows.contains(codes); }))
        line.stand = Werkstand::geblokkeerd;
      if (vraag_.alles || !is_af(line.stand)) out_.regels.push_back(std::move(line));
    }
    if (waits)
      note("open-keuze", term.positie,
           fmt::format("De termijn `{}` is niet overal bepaald: er staat nog een keuze open.", term.naam),
           Ernst::melding);
  }

  /// What is dated later than now has not happened yet.
  std::optional<Datum> day_done(Evaluator& values, Rij row) const {
    const Vec v = values.run(0, 1, &row);
    if (v.state(0) != Toestand::goed) return std::nullopt;
    const Datum day = std::get<Datum>(run_.waarde(v, Soort::datum, -1));
    return day > vraag_.nu ? std::nullopt : std::optional(day);
  }

  Werkstand stand(Datum last, std::optional<Datum> done, bool is_told) const {
    if (done) return *done > last ? Werkstand::te_laat_klaar : Werkstand::klaar;
    if (vraag_.nu <= last) return Werkstand::op_tijd;
    return is_told ? Werkstand::te_laat : Werkstand::voorbij;
  }

  std::optional<Datum> day_in(const std::string& name, const std::vector<Code>& codes) const {
    const Column* found = name.empty() ? nullptr : column(name);
    const Rij row = found == nullptr ? kGeenRij : codes.empty() ? 0 : found->index->find(codes.data());
    if (row == kGeenRij || found->state(row) != Toestand::goed) return std::nullopt;
    return std::get<Datum>(run_.waarde(*found, row));
  }

  /// Facts with at least these keys that the quantities rest on.
  std::set<int> facts_behind(const std::vector<int>& quantities, Sleutels keys) const {
    std::set<int> out;
    const std::vector<bool> all = behind(r_, quantities);
    for (std::size_t q = 0; q < all.size(); ++q) {
      const Grootheid& g = r_.grootheden[q];
      if (all[q] && g.rol == Rol::invoer && (g.sleutelset & keys) == keys) out.insert(static_cast<int>(q));
    }
    return out;
  }

  /// For every requirement that fails on a fact that the term rests on too: the members of the term for whom it does.
  std::vector<std::set<std::vector<Code>>> blocked(const Termijn& term, const Index& index) const {
    std::map<std::size_t, std::set<std::vector<Code>>> out;
    std::vector<int> own = {r_.grootheid(term.uiterlijk)};
    if (!term.op_tijd.empty()) own.push_back(r_.grootheid(term.op_tijd));
    const std::set<int> facts = facts_behind(own, index.key_set());
    std::map<std::size_t, bool> shares;
    for (const Schending& failed : run_.schendingen()) {
      const Eis& e = r_.eisen[failed.eis];
      if (index.keys().empty() || e.is_melding) continue;
      const auto [known, fresh] = shares.try_emplace(failed.eis, false);
      if (fresh) {
        std::vector<int> named;
        quantities_of(*e.voorwaarde, named);
        const std::set<int> theirs = facts_behind(named, index.key_set());
        known->second = std::any_of(theirs.begin(), theirs.end(), [&](int q) { return facts.contains(q); });
      }
      if (const auto codes = part_of(failed, index); known->second && codes) out[failed.eis].insert(*codes);
    }
    std::vector<std::set<std::vector<Code>>> sets;
    for (auto& [eis, rows] : out) sets.push_back(std::move(rows));
    return sets;
  }

  /// The members of the term among those of a failed row; nothing when it lacks a key.
  static std::optional<std::vector<Code>> part_of(const Schending& failed, const Index& index) {
    std::vector<Code> out;
    for (const int key : index.keys()) {
      const auto at =
          std::find_if(failed.leden.begin(), failed.leden.end(), [&](const auto& pair) { return pair.first == key; });
      if (at == failed.leden.end()) return std::nullopt;
      out.push_back(at->second);
    }
    return out;
  }

  void requirement(const Schending& failed) {
    const Eis& e = r_.eisen[failed.eis];
    const bool about_someone = std::any_of(failed.leden.begin(), failed.leden.end(), [&](const auto& pair) {
      return r_.sleutels[static_cast<std::size_t>(pair.first)].open;
    });
    if (!about_someone) {
      if (!e.is_melding) note("eis-niet-gehaald", e.positie, capital(failed.wat), Ernst::fout);
      return;
    }
    Werkregel line = about(failed.leden, e.kop);
    line.bericht = "eis";
    line.wat = capital(failed.wat);
    line.stand = e.is_melding ? Werkstand::na_te_gaan : Werkstand::te_herstellen;
    out_.regels.push_back(std::move(line));
  }

  Rijleden members(const Index& index, Rij row) const {
    Rijleden out;
    const std::vector<Code> codes = index.codes(row);
    for (std::size_t i = 0; i < codes.size(); ++i) out.emplace_back(index.keys()[i], codes[i]);
    return out;
  }

  /// Whom or what a line is about, and where that stands. Gemeente and aanbieder have a column of their own.
  Werkregel about(const Rijleden& leden, int kop) const {
    Werkregel out;
    for (const auto& [key, code] : leden) {
      const std::string& name = r_.sleutels[static_cast<std::size_t>(key)].naam;
      const std::string& member = run_.leden().name(key, code);
      if (name == "gemeente")
        out.gemeente = member;
      else if (name == "aanbieder")
        out.aanbieder = member;
      else
        out.identificatie += fmt::format("{}{} {}", out.identificatie.empty() ? "" : ", ", name, member);
      if (const auto home = gemeente_.find(member); name == "client" && home != gemeente_.end() && out.gemeente.empty())
        out.gemeente = home->second;
    }
    out.regeling = r_.titel;
    if (const Kop* k = r_.kop(kop)) {
      out.bepaling = k->titel;
      out.bron = k->bron;
    }
    return out;
  }

  void set_day(Werkregel& line, Datum last) const {
    line.uiterlijk = format_datum(last);
    line.dagen = static_cast<int>((last - vraag_.nu).count());
    line.werkdagen = static_cast<int>(ask(Kalendervraag::werkdagen, vraag_.nu, last).small_num());
  }

  static std::string spaced(std::string name) {
    std::replace(name.begin(), name.end(), '_', ' ');
    return name;
  }
  static std::string capital(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
  }

  Run& run_;
  const Regeling& r_;
  const Werkvraag& vraag_;
  Werklijst& out_;
  std::map<std::string, std::string> gemeente_;  ///< of a client
};

/// The day on which the arrangement is taken: its last one when that has passed. Nothing when it is not yet in force.
std::optional<Datum> reference_date(const std::string& regeling, Datum nu, Bevindingen& notes) {
  const auto text = read_text_file(regeling, kMostDocumentBytes);
  Bevindingen ignored;  // told when it is loaded
  const auto in_force = text ? read_regeling(regeling, *text, {}, ignored).geldig : std::nullopt;
  if (!in_force || in_force->contains(nu)) return nu;
  const bool over = nu > in_force->tot;
  notes.push_back(
      {Ernst::let_op,
       "niet-van-kracht",
       {regeling, 0, 0, 0},
       over ? fmt::format("Op {} is deze regeling niet meer van kracht; de lijst is die van {}, haar laatste dag.",
                          format_datum_nl(nu), format_datum_nl(in_force->tot))
            : fmt::format("Op {} is deze regeling nog niet van kracht; zij geldt vanaf {}.", format_datum_nl(nu),
                          format_datum_nl(in_force->van)),
       "",
       ""});
  return over ? std::optional(in_force->tot) : std::nullopt;
}

}  // namespace

void take_findings(const std::string& regeling, Bevindingen& found, Bevindingen& out) {
  std::size_t unjudged = 0;
  for (Bevinding& b : found) {
    unjudged += b.code == "niet-getoetst" ? 1 : 0;
    const bool has_line = b.code == "eis-niet-gehaald" || b.code == "eis-melding";
    if (!has_line && b.ernst != Ernst::melding) out.push_back(std::move(b));
  }
  if (unjudged == 0) return;
  out.push_back({Ernst::melding,
                 "niet-getoetst",
                 {regeling, 0, 0, 0},
                 unjudged == 1 ? "Een eis is niet getoetst, want er ontbreken feiten."
                               : fmt::format("{} eisen zijn niet getoetst, want er ontbreken feiten.", unjudged),
                 "`zorgkader bereken` met dit dossier noemt ze.",
                 ""});
}

void add_regelingwerk(const std::string& regeling, const Werkvraag& vraag, const Dossierstand& dossier,
                      Werklijst& out) {
  const auto day = reference_date(regeling, vraag.nu, out.bevindingen);
  if (!day) return;
  Opdrachtgegevens asked;
  asked.regeling = regeling;
  asked.dossier = vraag.dossier;
  asked.bekend_op = vraag.bekend_op;
  asked.peildatum = day;
  asked.stand = &dossier;
  Geladen loaded = laad(asked);
  if (loaded.run) Regelinglezer(loaded, vraag, dossier, out).read();
  take_findings(regeling, loaded.bevindingen, out.bevindingen);
}

}  // namespace zorgkader
