// Facts that follow from the example region when its faults are refused, for the gemeenten that are taakgericht.
#include <fmt/format.h>

#include <set>

#include "app/regioberichten.hpp"

namespace zorgkader {
namespace {

class Feitbestanden {
 public:
  Feitbestanden(const Regioplan& plan, const Regiotelling& telling, const OpBestand& take)
      : plan_(plan), telling_(telling), take_(take) {}

  void write() {
    write_omzet();
    write_leden();
    write_betaald();
    write_overig();
    write_pgb();
    write_toewijzingen();
  }

 private:
  using Sleutel = std::tuple<std::size_t, bool, std::string>;  ///< gemeente, groep, name

  /// Adds up what `of` says of every total of a year in a gemeente that is taakgericht.
  template <typename Of>
  void each_total(int year, Of of) {
    for (const auto& [total, amount] : telling_.bedragen) {
      if (total.jaar_nummer == year && plan_.vraag.gemeenten[total.gemeente].taakgericht) of(total, amount);
    }
  }
  const Regiopartij& partij(const Regiototaal& total) const {
    return plan_.partijen[plan_.afzenders[total.afzender].partij];
  }

  void give(std::string_view fact, int year, std::string_view key, const std::map<Sleutel, std::int64_t>& cents) {
    Regiotabel out(fmt::format("gemeente;dienst;{}{}waarde;bron", key, key.empty() ? "" : ";"));
    for (const auto& [at, amount] : cents) {
      const std::string &place = plan_.vraag.gemeenten[std::get<0>(at)].naam, service(dienst_naam(std::get<1>(at)));
      if (key.empty())
        out.add({place, service, in_euros(amount), kBron});
      else
        out.add({place, service, std::get<2>(at), in_euros(amount), kBron});
    }
    take_(fmt::format("feiten/{}_{}.csv", fact, plan_.vraag.jaar - 1 + year), out.take());
  }

  void write_omzet() {
    std::map<Sleutel, std::int64_t> all, old;
    each_total(0, [&](const Regiototaal& total, const Regiobedrag& amount) {
      all[{total.gemeente, total.groep, partij(total).kort}] += amount.cent;
      if (total.groep) old[{total.gemeente, total.groep, partij(total).kort}] += amount.ouderen_cent;
    });
    give("omzet", 0, "aanbieder", all);
    give("omzet_70plus", 0, "aanbieder", old);
  }

  void write_leden() {
    std::map<Sleutel, std::int64_t> out;
    each_total(0, [&](const Regiototaal& total, const Regiobedrag& amount) {
      const Regioafzender& sender = plan_.afzenders[total.afzender];
      if (sender.lid) out[{total.gemeente, total.groep, sender.naam}] += amount.cent;
    });
    give("omzet_leden", 0, "rechtspersoon", out);
  }

  void write_betaald() {
    std::map<Sleutel, std::int64_t> out;
    each_total(1, [&](const Regiototaal& total, const Regiobedrag& amount) {
      if (partij(total).partner) out[{total.gemeente, total.groep, partij(total).kort}] += amount.cent;
    });
    give("betaald", 1, "aanbieder", out);
  }

  /// Other providers and PGB, without support in a group of the elderly where that has partners of its own.
  void write_overig() {
    std::map<Sleutel, std::int64_t> out;
    for (std::size_t g = 0; g < plan_.vraag.gemeenten.size(); ++g) {
      if (!plan_.vraag.gemeenten[g].taakgericht) continue;
      for (const bool groep : {false, true}) out[{g, groep, ""}] = 0;
    }
    each_total(1, [&](const Regiototaal& total, const Regiobedrag& amount) {
      const bool without = total.groep && plan_.ouderen_uitgezonderd(total.gemeente);
      if (!partij(total).partner)
        out[{total.gemeente, total.groep, ""}] += amount.cent - (without ? amount.ouderen_cent : 0);
    });
    for (std::size_t i = 0; i < plan_.clienten.size(); ++i) {
      const Regioclient& c = plan_.clienten[i];
      if (!plan_.vraag.gemeenten[c.gemeente].taakgericht) continue;
      for (int month = kMaandenPerJaar; month < kRegiomaanden; ++month)
        out[{c.gemeente, c.groep, ""}] += pgb_cent(plan_, i, month);
    }
    give("uitgaven_overig", 1, "", out);
  }

  /// A year of what is spent in February of the second year.
  void write_pgb() {
    std::map<std::size_t, std::int64_t> cents;
    for (std::size_t i = 0; i < plan_.clienten.size(); ++i)
      cents[plan_.clienten[i].gemeente] += kMaandenPerJaar * pgb_cent(plan_, i, kMaandenPerJaar + 1);
    Regiotabel out("gemeente;waarde;peildatum;bron");
    for (const auto& [place, amount] : cents) {
      if (plan_.vraag.gemeenten[place].taakgericht)
        out.add({plan_.vraag.gemeenten[place].naam, in_euros(amount), format_datum(plan_.dag(3, 1)), kBron});
    }
    take_("feiten/pgb_peildatum.csv", out.take());
  }

  /// Clients with a toewijzing in the second year.
  void write_toewijzingen() {
    std::map<std::pair<std::size_t, bool>, std::set<std::size_t>> found;
    for (const Traject& t : plan_.trajecten) {
      const bool lasts = t.ingang <= plan_.laatste_dag() && t.einde.value_or(kGeenEinde) >= plan_.dag(1, 1);
      if (!t.afgewezen && lasts && plan_.gemeente(t).taakgericht)
        found[{plan_.clienten[t.client].gemeente, t.groep}].insert(t.client);
    }
    Regiotabel out("gemeente;dienst;waarde;bron");
    for (const auto& [at, clients] : found)
      out.add({plan_.vraag.gemeenten[at.first].naam, std::string(dienst_naam(at.second)),
               std::to_string(clients.size()), kBron});
    take_("feiten/toewijzingen.csv", out.take());
  }

  static constexpr const char* kBron = "verzonnen";
  const Regioplan& plan_;
  const Regiotelling& telling_;
  const OpBestand& take_;
};

}  // namespace

void write_feiten(const Regioplan& plan, const Regiotelling& telling, const OpBestand& take) {
  Feitbestanden(plan, telling, take).write();
}

}  // namespace zorgkader
