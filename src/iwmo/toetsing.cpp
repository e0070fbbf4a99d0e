// The walk: rules by element, deepest parts first, and the order of the levels.
#include "iwmo/toetsing.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "iwmo/berichtenarchief.hpp"
#include "iwmo/regelhulp.hpp"
#include "iwmo/regels.hpp"

namespace zorgkader::iwmo {
namespace {

/// Whether `word` is one of the words of `list`, which has spaces between them.
bool among(std::string_view word, std::string_view list) {
  for (auto at = list.find(word); at != std::string_view::npos; at = list.find(word, at + 1)) {
    const auto end = at + word.size();
    if ((at == 0 || list[at - 1] == ' ') && (end == list.size() || list[end] == ' ')) return true;
  }
  return false;
}

bool is_there(Vraagt what, const Toetsgegevens& given) {
  switch (what) {
    case Vraagt::bericht:
      return true;
    case Vraagt::archief:
      return given.archief != nullptr;
    case Vraagt::dag:
      return given.nu.has_value();
    case Vraagt::gemeenten:
      return given.lijsten != nullptr && !given.lijsten->gemeenten.empty();
    case Vraagt::producten:
      return given.lijsten != nullptr && !given.lijsten->producten.empty();
  }
  return false;
}

}  // namespace

const std::vector<Regel>& regels() {
  static const std::vector<Regel> all = [] {
    std::vector<Regel> out;
    for (const auto list : regellijsten()) out.insert(out.end(), list.begin(), list.end());
    std::stable_sort(out.begin(), out.end(), [](const Regel& a, const Regel& b) { return a.code < b.code; });
    return out;
  }();
  return all;
}

namespace {

/// The rules of each element of every kind of message.
const Elementregels& rules_of(const Berichtsoort& soort) {
  static const std::map<int, Elementregels> all = [] {
    std::map<int, Elementregels> out;
    for (const Berichtsoort& kind : release_3_2().berichten) {
      Elementregels& per_element = out[kind.nummer];
      per_element.resize(kind.elementen.size());
      for (const Regel& rule : regels()) {
        if (!among(std::to_string(kind.nummer), rule.berichten)) continue;
        for (std::size_t i = 0; i < kind.elementen.size(); ++i) {
          if (among(kind.elementen[i].naam, rule.op)) per_element[i].push_back(&rule);
        }
      }
    }
    return out;
  }();
  return all.at(soort.nummer);
}

}  // namespace

Toetsing::Toetsing(const Berichtsoort& soort, const Toetsgegevens& gegevens, std::size_t meeste)
    : soort_(soort), gegevens_(gegevens), meeste_(meeste), per_element_(rules_of(soort)) {
  for (const Vraagt what : {Vraagt::bericht, Vraagt::archief, Vraagt::dag, Vraagt::gemeenten, Vraagt::producten})
    heeft_[static_cast<std::size_t>(what)] = is_there(what, gegevens);
}

const Toewijzing* Toetsing::toewijzing(Deel regel) {
  if (gegevens_.archief == nullptr) return nullptr;
  const std::int64_t number = regel.getal("ToewijzingNummer").value_or(0);
  if (number != gezocht_) gevonden_ = gegevens_.archief->toewijzing(gemeente_van(regel), number);
  gezocht_ = number;
  return gevonden_;
}

Prestatieregel Toetsing::prestatie(Deel regel) {
  const auto [at, fresh] = prestaties_.try_emplace(regel.nummer());
  if (fresh) at->second = prestatie_van(regel);
  return at->second;
}

Datum Toetsing::dagtekening(Deel deel) {
  if (!dagtekening_) dagtekening_ = iwmo::dagtekening(deel);
  return *dagtekening_;
}

/// Without what it asks a rule is silent.
void Toetsing::walk(Deel deel) {
  for (Deel part = deel.eerste(); part; part = part.volgende()) walk(part);
  for (const Regel* rule : per_element_[static_cast<std::size_t>(&deel.element() - soort_.elementen.data())]) {
    if (rule->niveau > gegevens_.tot_niveau || !heeft_[static_cast<std::size_t>(rule->vraagt)]) continue;
    bezig_ = rule;
    rule->toets(deel, *this);
  }
}

void Toetsing::meld(Deel deel, std::string tekst, std::vector<Wijziging> wijzigingen, std::string raad) {
  meld(deel.pad(), deel.regel(), std::move(tekst), std::move(wijzigingen), std::move(raad));
}

void Toetsing::meld(std::string pad, int regel, std::string tekst, std::vector<Wijziging> wijzigingen,
                    std::string raad) {
  if (bezig_->niveau > 2 && binnen_fout_) return;
  if (bezig_->niveau <= 2 && !std::exchange(binnen_fout_, true)) {
    bevindingen.clear();  // of levels 3 and 4: they only count when level 2 is clean
    niet_getoond = 0;
  }
  if (bevindingen.size() >= meeste_) {
    ++niet_getoond;
    return;
  }
  std::string remedy = wijzigingen.empty() ? std::move(raad) : herstel_tekst(wijzigingen, pad);
  bevindingen.push_back({std::string(bezig_->code), bezig_->niveau, std::string(bezig_->retourcode), std::move(pad),
                         regel, std::move(tekst), std::string(bezig_->eis), std::move(remedy), std::move(wijzigingen)});
}

namespace {

void sort_by_line(Berichtbevindingen& found) {
  std::stable_sort(found.begin(), found.end(), [](auto& a, auto& b) { return a.regel < b.regel; });
}

}  // namespace

Oordeel judge(const Bron& bron, const Toetsgegevens& gegevens, const Leesgrenzen& grenzen) {
  std::optional<Toetsing> rules;
  const auto on_client = [&](Deel client) {
    if (!rules) rules.emplace(client.boom().soort(), gegevens, grenzen.bevindingen);
    rules->next_client();
    rules->walk(client);
  };
  Gelezen read =
      read_bericht(bron, grenzen, gegevens.tot_niveau > 1 ? on_client : std::function<void(Deel)>([](Deel) {}));
  Oordeel out{read.soort, std::move(read.bevindingen), read.niet_getoond, read.bytes};
  if (!out.bevindingen.empty() || read.soort == nullptr || gegevens.tot_niveau < 2) return out;
  if (!rules) rules.emplace(*read.soort, gegevens, grenzen.bevindingen);
  rules->walk(read.boom.wortel());
  out.bevindingen = std::move(rules->bevindingen);
  out.niet_getoond = rules->niet_getoond;
  sort_by_line(out.bevindingen);
  return out;
}

Berichtbevindingen judge(const Boom& boom, const Toetsgegevens& gegevens) {
  Toetsing rules(boom.soort(), gegevens);
  rules.walk(boom.wortel());
  sort_by_line(rules.bevindingen);
  return std::move(rules.bevindingen);
}

}  // namespace zorgkader::iwmo
