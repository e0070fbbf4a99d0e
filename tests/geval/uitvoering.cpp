// From a case to findings and outcomes, by the same use cases as the command line.
#include "geval/uitvoering.hpp"

#include <algorithm>

#include "app/controleer.hpp"
#include "app/herleid.hpp"
#include "geval/waarde.hpp"

namespace gevallen {
namespace {

using zorgkader::Opdrachtgegevens;

/// Words that follow `verwacht:` and are no quantity.
bool is_algemeen(const std::string& naam) {
  return naam == "geen" || naam == "bevinding" || naam == "status" || naam == "uitkomsten";
}

/// Whether the case expects something that starts with one of these words.
bool has_line(const Geval& geval, std::initializer_list<const char*> words) {
  const auto lines = geval.met("verwacht");
  return std::any_of(lines.begin(), lines.end(), [&](const Regel* r) {
    return std::any_of(words.begin(), words.end(), [&](const char* w) { return r->tekst.starts_with(w); });
  });
}

/// `herleid naam sleutel=waarde; sleutel=waarde`, or with a reference instead of a name.
Uitvoering run_herleid(const Opdrachtgegevens& gegevens, const std::string& text) {
  const auto blank = text.find(' ');
  zorgkader::Verwijzing asked{text.substr(0, blank), {}, ""};
  if (const auto reference = zorgkader::parse_verwijzing(text)) asked = *reference;
  for (const std::string& one : split(blank == std::string::npos ? "" : text.substr(blank), ';')) {
    const auto equals = one.find('=');
    if (equals != std::string::npos)
      asked.sleutels.emplace_back(trim(one.substr(0, equals)), trim(one.substr(equals + 1)));
  }
  return {{}, zorgkader::herleid({gegevens, asked, 0, true}).bevindingen};
}

}  // namespace

std::vector<std::string> named(const Geval& geval) {
  std::vector<std::string> out;
  for (const Regel* r : geval.met("verwacht")) {
    const auto cel = parse_cel(r->tekst);
    if (!cel || is_algemeen(cel->naam) || std::find(out.begin(), out.end(), cel->naam) != out.end()) continue;
    out.push_back(cel->naam);
  }
  return out;
}

bool is_breed(const Geval& geval) {
  return geval.eerste("opdracht") != nullptr || has_line(geval, {"bevinding ", "geen ", "status ", "uitkomsten"});
}

Uitvoering run(const Geval& geval, const Opdrachtgegevens& gegevens) {
  const Regel* opdracht = geval.eerste("opdracht");
  if (opdracht != nullptr && opdracht->tekst == "controleer") return {{}, zorgkader::controleer(gegevens)};
  if (opdracht != nullptr && opdracht->tekst.starts_with("herleid "))
    return run_herleid(gegevens, trim(opdracht->tekst.substr(8)));
  const auto names = has_line(geval, {"uitkomsten"}) ? std::vector<std::string>() : named(geval);
  zorgkader::BerekenAntwoord answer = zorgkader::bereken(gegevens, names);
  // Findings are those of the whole arrangement, also where a case looks at a few quantities.
  if (!names.empty() && has_line(geval, {"bevinding ", "geen "}))
    answer.bevindingen = zorgkader::bereken(gegevens, {}).bevindingen;
  return {std::move(answer.berekening), std::move(answer.bevindingen)};
}

namespace {

class Toets {
 public:
  Toets(const Geval& geval, const Opdrachtgegevens& gegevens, Diepte diepte)
      : geval_(geval), gegevens_(gegevens), diepte_(diepte), done_(run(geval, gegevens)) {}

  std::vector<Probleem> run_all() {
    const auto lines = geval_.met("verwacht");
    if (lines.empty()) report(geval_.regel, "Dit geval verwacht niets.");
    for (const Regel* r : lines) expectation(*r);
    unexpected();
    return std::move(out_);
  }

 private:
  void report(int line, std::string what) { out_.push_back({geval_.bestand, line, std::move(what)}); }

  std::string all_findings() const {
    std::string out;
    for (const auto& b : done_.bevindingen) out += "\n" + to_text(b);
    return out.empty() ? "\n(geen bevindingen)" : out;
  }

  void expectation(const Regel& r) {
    if (r.tekst == "geen fouten" || r.tekst == "geen bevindingen") return none(r);
    if (r.tekst.starts_with("geen bevinding ")) return absent(r, trim(r.tekst.substr(15)));
    if (r.tekst.starts_with("bevinding ")) return finding(r, trim(r.tekst.substr(10)));
    if (r.tekst.starts_with("status ")) return status(r, trim(r.tekst.substr(7)));
    if (r.tekst.starts_with("uitkomsten")) return outcomes(r, split(trim(r.tekst.substr(10)), ','));
    const auto cel = parse_cel(r.tekst);
    if (!cel) return report(r.nummer, "Deze verwachting is niet te lezen: " + r.tekst);
    quantity(r, *cel);
  }

  void none(const Regel& r) {
    // A case gives the facts that it is about: that others could not be judged is no finding about it.
    const bool any = std::any_of(done_.bevindingen.begin(), done_.bevindingen.end(),
                                 [](const auto& b) { return b.code != "niet-getoetst"; });
    const bool bad = r.tekst == "geen fouten" ? has_errors(done_.bevindingen) : any;
    if (bad) report(r.nummer, "Er zijn bevindingen:" + all_findings());
  }

  void absent(const Regel& r, const std::string& text) {
    const auto unwanted = parse_bevinding(text);
    if (!unwanted) return report(r.nummer, "Schrijf `geen bevinding code regel 3 kolom 5 in bestand met tekst`.");
    for (const auto& b : done_.bevindingen) {
      if (unwanted->matches(b)) return report(r.nummer, "Die bevinding is er wel:\n" + to_text(b));
    }
  }

  void finding(const Regel& r, const std::string& text) {
    const auto wanted = parse_bevinding(text);
    if (!wanted) return report(r.nummer, "Schrijf `bevinding code regel 3 kolom 5 in bestand met tekst`.");
    expected_.push_back(*wanted);
    const bool there = std::any_of(done_.bevindingen.begin(), done_.bevindingen.end(),
                                   [&](const auto& b) { return wanted->matches(b); });
    if (!there) report(r.nummer, "Die bevinding is er niet. Wel:" + all_findings());
  }

  void status(const Regel& r, const std::string& wanted) {
    if (done_.berekening.uitkomsten.empty()) report(r.nummer, "Er zijn geen uitkomsten." + all_findings());
    for (const auto& u : done_.berekening.uitkomsten) {
      if (zorgkader::status_naam(u) != wanted)
        report(r.nummer, "`" + u.tabel.naam + "` heeft status " + zorgkader::status_naam(u) + ".");
    }
  }

  void outcomes(const Regel& r, const std::vector<std::string>& wanted) {
    std::vector<std::string> got;
    for (const auto& u : done_.berekening.uitkomsten) got.push_back(u.tabel.naam);
    if (got == wanted) return;
    std::string text;
    for (const auto& name : got) text += (text.empty() ? "" : ", ") + name;
    report(r.nummer, "De uitkomsten zijn: " + text + all_findings());
  }

  void quantity(const Regel& r, const Cel& cel) {
    const auto& all = done_.berekening.uitkomsten;
    const auto u = std::find_if(all.begin(), all.end(), [&](const auto& o) { return o.tabel.naam == cel.naam; });
    if (cel.rest == "niet berekend") {
      if (u != all.end()) report(r.nummer, "`" + cel.naam + "` is wel berekend.");
      return;
    }
    if (u == all.end()) return report(r.nummer, "`" + cel.naam + "` is niet berekend." + all_findings());
    for (std::string& what : check_cellen(gegevens_, u->tabel, cel, diepte_ == Diepte::met_herleiding))
      report(r.nummer, std::move(what));
  }

  /// An error that the case does not name makes it fail: a case says everything that is wrong.
  void unexpected() {
    const bool quiet = geval_.eerste("opdracht") == nullptr && !expected_.empty();
    for (const auto& b : done_.bevindingen) {
      const bool named =
          std::any_of(expected_.begin(), expected_.end(), [&](const auto& e) { return e.code == b.code; });
      if (b.ernst == zorgkader::Ernst::fout && !named)
        report(geval_.regel,
               std::string("Deze fout staat niet in het geval") + (quiet ? " (wel andere)" : "") + ":\n" + to_text(b));
    }
  }

  const Geval& geval_;
  const Opdrachtgegevens& gegevens_;
  Diepte diepte_;
  Uitvoering done_;
  std::vector<Probleem> out_;
  std::vector<VerwachteBevinding> expected_;
};

}  // namespace

bool VerwachteBevinding::matches(const zorgkader::Bevinding& found) const {
  return found.code == code && (regel < 0 || found.plaats.regel == regel) &&
         (kolom < 0 || found.plaats.kolom == kolom) &&
         (bestand.empty() || found.plaats.bestand == bestand || found.plaats.bestand.ends_with("/" + bestand)) &&
         (tekst.empty() || found.wat.find(tekst) != std::string::npos);
}

std::optional<VerwachteBevinding> parse_bevinding(const std::string& text) {
  VerwachteBevinding out;
  std::string head = text;
  if (const auto with = text.find(" met "); with != std::string::npos) {
    out.tekst = trim(text.substr(with + 5));
    head = text.substr(0, with);
  }
  const auto words = split(head, ' ');
  out.code = words[0];
  for (std::size_t i = 1; i < words.size(); i += 2) {
    if (i + 1 == words.size()) return std::nullopt;
    if (words[i] == "regel")
      out.regel = std::atoi(words[i + 1].c_str());
    else if (words[i] == "kolom")
      out.kolom = std::atoi(words[i + 1].c_str());
    else if (words[i] == "in")
      out.bestand = words[i + 1];
    else
      return std::nullopt;
  }
  return out;
}

std::vector<Probleem> check(const Geval& geval, const Opdrachtgegevens& gegevens, Diepte diepte) {
  return Toets(geval, gegevens, diepte).run_all();
}

std::vector<Probleem> check(const Geval& geval) {
  const Proef proef(geval);
  if (!proef.problemen().empty()) return proef.problemen();
  return check(geval, proef.gegevens(), Diepte::met_herleiding);
}

}  // namespace gevallen
