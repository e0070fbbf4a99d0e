// How clients of the example region come to a provider: proposals, and the ways in which one is chosen.
#include <fmt/format.h>

#include <algorithm>

#include "app/regiopersonen.hpp"

namespace zorgkader {
namespace {

using std::chrono::days;

constexpr std::size_t kMeesteHeraanmeldingen = 44;
/// One in so many clients was refused by a partner first.
constexpr std::size_t kEerstAfgewezen = 6;

/// Each way in which a choice can go.
enum class Weg : std::uint8_t {
  gewoon,
  voorkeur_partner,
  voorkeur,
  geworven,
  dispensatie_partner,
  dispensatie,
  niemand_over,
  gevraagd,
  pgb,
  volgend_jaar,
  afgewezen,
  aantal
};

class Heraanmeldingen {
 public:
  Heraanmeldingen(const Regioplan& plan, Regiotabel& meldingen, Regiotabel& onderzoeken, Regiotabel& voorstellen)
      : plan_(plan), meldingen_(meldingen), onderzoeken_(onderzoeken), voorstellen_(voorstellen) {}

  void add() {
    std::size_t count = 0;
    for (std::size_t i = 0; i < plan_.clienten.size() && count < kMeesteHeraanmeldingen; ++i) {
      if (!is_back(i)) continue;
      add_client(i, static_cast<Weg>(count % static_cast<std::size_t>(Weg::aantal)));
      ++count;
    }
  }

 private:
  /// In care before, and all of it ended in time to ask again where partners have the first right.
  bool is_back(std::size_t client) const {
    const Regioclient& c = plan_.clienten[client];
    if (c.trajecten == 0 || !plan_.vraag.gemeenten[c.gemeente].taakgericht) return false;
    bool served = false;
    for (std::size_t t = c.eerste; t < c.eerste + c.trajecten; ++t) {
      if (plan_.trajecten[t].afgewezen) continue;
      served = true;
      if (plan_.trajecten[t].einde.value_or(plan_.laatste_dag()) > plan_.dag(10, 15)) return false;
    }
    return served;
  }

  void add_client(std::size_t client, Weg way) {
    const Regioclient& c = plan_.clienten[client];
    const std::string code = plan_.vraag.gemeenten[c.gemeente].code, number = fmt::format("{:05}-2", client + 1);
    const Datum received = plan_.dag(11, 1) + days(static_cast<int>(client % 14)), done = received + days(21);
    const bool elderly = plan_.is_oudere(c) || c.psychogeriatrisch;
    const bool group = elderly || way == Weg::niemand_over;
    const bool next_year = way == Weg::volgend_jaar;
    const Datum begin = next_year ? plan_.laatste_dag() + days(9) : done + days(14);
    const std::string wish = wish_of(c, way, group);
    const bool needs_reason = !wish.empty();
    meldingen_.add({code, "M" + number, iwmo::test_bsn(client), format_datum(received)});
    onderzoeken_.add(
        {code, "O" + number, "M" + number, format_datum(done), fmt::format("consulent {}", 1 + client % 9), "ja",
         way == Weg::pgb ? "PGB" : "ZIN", std::string(dienst_naam(group)), group ? "daginvulling" : "zelfstandig wonen",
         "begeleiding", wish, needs_reason ? "De client kent deze aanbieder van eerdere begeleiding." : "",
         needs_reason ? (way == Weg::geworven ? "ja" : "nee") : "", population_of(way, group),
         "Eigen kracht, netwerk en algemene voorzieningen zijn besproken en niet genoeg.", "", format_datum(begin)});
    propose(c, way, group, code, "O" + number, done);
  }

  bool serves(const Regiopartij& p, std::size_t gemeente, bool group) const {
    return p.levert(group) && std::find(p.gemeenten.begin(), p.gemeenten.end(), gemeente) != p.gemeenten.end();
  }

  /// The second partner, or the first other provider.
  std::string wish_of(const Regioclient& c, Weg way, bool group) const {
    if (way == Weg::voorkeur_partner) return plan_.partijen[1].kort;
    if (way != Weg::voorkeur && way != Weg::geworven) return "";
    for (const Regiopartij& p : plan_.partijen) {
      if (!p.partner && serves(p, c.gemeente, group)) return p.kort;
    }
    return "";
  }

  static std::string population_of(Weg way, bool group) {
    if (group) return "";
    if (way == Weg::dispensatie_partner) return std::string(kPartnerPopulatie);
    return way == Weg::dispensatie ? std::string(kVrijgesteldePopulatie) : "";
  }

  void propose(const Regioclient& c, Weg way, bool group, const std::string& code, const std::string& study,
               Datum done) {
    const std::string asked = format_datum(done + days(1)), answered = format_datum(done + days(4));
    for (const Regiopartij& p : plan_.partijen) {
      if (!p.partner || !serves(p, c.gemeente, group)) continue;
      if (way == Weg::gevraagd) return voorstellen_.add({code, study, p.kort, asked, "", "", ""});
      if (way != Weg::afgewezen && way != Weg::niemand_over) return;
      voorstellen_.add({code, study, p.kort, asked, "afgewezen", answered, "De hulpvraag past niet bij het team."});
      if (way == Weg::afgewezen) return;
    }
  }

  const Regioplan& plan_;
  Regiotabel &meldingen_, &onderzoeken_, &voorstellen_;
};

}  // namespace

void add_voorstellen(const Regioplan& plan, std::size_t client, const std::string& onderzoek, Datum afgerond,
                     Regiotabel& voorstellen) {
  const Regioclient& c = plan.clienten[client];
  const Traject& t = plan.trajecten[c.eerste];
  if (t.afgewezen || plan.jaar_nummer(afgerond) == 0) return;
  const std::string& code = plan.vraag.gemeenten[c.gemeente].code;
  const auto day = [&](int after) { return format_datum(afgerond + days(after)); };
  const Regiopartij& taken = plan.partij(t);
  for (const Regiopartij& p : plan.partijen) {
    const bool here = std::find(p.gemeenten.begin(), p.gemeenten.end(), c.gemeente) != p.gemeenten.end();
    if (client % kEerstAfgewezen != 0 || !p.partner || p.kort == taken.kort || !here || !p.levert(t.groep)) continue;
    voorstellen.add({code, onderzoek, p.kort, day(1), "afgewezen", day(3), "De hulpvraag past niet bij het team."});
    break;
  }
  voorstellen.add({code, onderzoek, taken.kort, day(4), "akkoord", day(6), ""});
}

void add_heraanmeldingen(const Regioplan& plan, Regiotabel& meldingen, Regiotabel& onderzoeken,
                         Regiotabel& voorstellen) {
  Heraanmeldingen(plan, meldingen, onderzoeken, voorstellen).add();
}

}  // namespace zorgkader
