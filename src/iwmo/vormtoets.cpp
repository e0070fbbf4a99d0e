// Level 1: which element may come where, how often, and with which values.
#include "iwmo/vormtoets.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "iwmo/tekens.hpp"
#include "iwmo/waarde.hpp"

namespace zorgkader::iwmo {

Vormtoets::Vormtoets(const Berichtsoort& soort, const Leesgrenzen& grenzen, Gelezen& out,
                     const std::function<void(Deel)>& op_client)
    : soort_(soort), grenzen_(grenzen), out_(out), op_client_(op_client) {
  for (const Element& e : soort.elementen) {
    if (e.naam == "Client") client_ = &e;
  }
}

void Vormtoets::fault(int regel, std::string tekst, std::string herstel) {
  if (out_.bevindingen.size() >= grenzen_.bevindingen) {
    ++out_.niet_getoond;
    return;
  }
  out_.bevindingen.push_back(make_bevinding("XSD", levels_.empty() ? "Bericht" : levels_.back().deel.pad(), regel,
                                            std::move(tekst), std::move(herstel)));
  out_.bevindingen.back().bepaling = "Het bericht past in het schema van de standaard.";
}

bool Vormtoets::matches(int element, const char* naam, const char* ruimte) const {
  const auto i = static_cast<std::size_t>(element);
  return names_[i] == naam && ruimte == (soort_.elementen[i].basisschema ? shared_space_ : own_space_);
}

/// Which part of the class this is, or -1; the next one in order is tried first.
int Vormtoets::place(const Niveau& level, const char* naam, const char* ruimte) const {
  const Element& parent = *level.element;
  for (int i = level.volgende; i < parent.aantal; ++i) {
    if (matches(parent.eerste + i, naam, ruimte)) return i;
  }
  for (int i = 0; i < level.volgende; ++i) {
    if (matches(parent.eerste + i, naam, ruimte)) return i;
  }
  return -1;
}

void Vormtoets::enter(int element, int regel) {
  const Deel made = levels_.empty() ? out_.boom.wortel() : out_.boom.add(levels_.back().deel, element, regel);
  levels_.push_back({made, &soort_.elementen[static_cast<std::size_t>(element)]});
  text_.clear();
}

void Vormtoets::open(const char* naam, const char* ruimte, int regel) {
  if (skipping_ > 0) {
    ++skipping_;
    return;
  }
  if (levels_.empty()) return enter(0, regel);
  Niveau& level = levels_.back();
  const Element& parent = *level.element;
  level.gevuld = true;
  const int at = parent.type != nullptr ? -1 : place(level, naam, ruimte);
  const bool again =
      at >= 0 && at == level.volgende - 1 && soort_.elementen[parent.eerste + static_cast<std::size_t>(at)].herhaald;
  if (at < 0 || (at < level.volgende && !again)) {
    unexpected(naam, ruimte, regel);
    skipping_ = 1;
    return;
  }
  if (at > level.volgende) missing(level, at, regel, naam);
  level.volgende = std::max(level.volgende, at + 1);
  enter(parent.eerste + at, regel);
}

void Vormtoets::unexpected(const char* naam, const char* ruimte, int regel) {
  const Niveau& level = levels_.back();
  const Element& parent = *level.element;
  if (parent.type != nullptr)
    return fault(regel, fmt::format("{} heeft een waarde en geen onderdelen; hier staat {}.", parent.naam, naam));
  for (int i = 0; i < parent.aantal; ++i) {
    const Element& part = soort_.elementen[static_cast<std::size_t>(parent.eerste + i)];
    if (part.naam != naam) continue;
    if (!matches(parent.eerste + i, names_[static_cast<std::size_t>(parent.eerste + i)], ruimte)) {
      const std::string& want = part.basisschema ? release_3_2().basisruimte : soort_.ruimte;
      return fault(regel, fmt::format("{} staat in de verkeerde naamruimte.", naam),
                   fmt::format("Gebruik de naamruimte {}.", want));
    }
    if (i == level.volgende - 1) return fault(regel, fmt::format("{} mag hier maar een keer staan.", naam));
    return fault(regel, fmt::format("{} staat niet op zijn plaats in {}.", naam, parent.naam),
                 fmt::format("Zet {} op de plaats die de volgorde van het schema geeft.", naam));
  }
  fault(regel, fmt::format("{} hoort niet in {}.", naam, parent.naam), fmt::format("Haal {} weg.", naam));
}

/// The obligatory parts from where the class is to before part `tot`.
void Vormtoets::missing(const Niveau& level, int tot, int regel, std::string_view voor) {
  const Element& parent = *level.element;
  for (int i = level.volgende; i < tot; ++i) {
    const Element& part = soort_.elementen[static_cast<std::size_t>(parent.eerste + i)];
    if (!part.verplicht) continue;
    fault(regel, fmt::format("{} ontbreekt in {}.", part.naam, parent.naam),
          voor.empty() ? fmt::format("Voeg {} toe.", part.naam) : fmt::format("Voeg {} toe voor {}.", part.naam, voor));
  }
}

void Vormtoets::close_leaf(const Niveau& level) {
  const Element& element = *level.element;
  const std::string_view value = significant(element, text_);
  if (level.gevuld && value.empty()) return;  // its parts were refused already
  const std::string wrong = value_fault(element, value);
  if (!wrong.empty()) {
    const std::string shown(shortened(value, 60));
    const std::string remedy = !element.vast.empty() ? fmt::format("Zet {} op {}.", element.naam, element.vast)
                               : value.empty() && !element.verplicht ? fmt::format("Haal {} weg.", element.naam)
                                                                     : "";
    fault(level.deel.regel(),
          shown.empty() ? fmt::format("{} {}.", element.naam, wrong)
                        : fmt::format("{} `{}` {}.", element.naam, shown, wrong),
          remedy);
  }
  out_.boom.set_tekst(level.deel, value);
}

void Vormtoets::close(int regel) {
  if (skipping_ > 0) {
    --skipping_;
    return;
  }
  const Niveau level = levels_.back();
  const Element& element = *level.element;
  if (element.type != nullptr)
    close_leaf(level);
  else
    missing(level, element.aantal, regel, {});
  levels_.pop_back();
  text_.clear();
  if (op_client_ && &element == client_) {
    if (out_.bevindingen.empty()) op_client_(level.deel);
    out_.boom.drop_last(level.deel);
  }
}

bool Vormtoets::text(std::string_view piece, int regel) {
  if (skipping_ > 0 || levels_.empty()) return true;
  if (levels_.back().element->type != nullptr) {
    text_ += piece;
    return text_.size() <= grenzen_.waarde_bytes;
  }
  if (!std::all_of(piece.begin(), piece.end(), is_space))
    fault(regel, fmt::format("Tussen de onderdelen van {} staat tekst.", levels_.back().deel.naam()),
          "Haal de tekst weg.");
  return true;
}

}  // namespace zorgkader::iwmo
