// Berichtenarchief: an Archief in memory that is filled with messages.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "iwmo/archief.hpp"
#include "iwmo/boom.hpp"

namespace zorgkader::iwmo {

class Berichtenarchief : public Archief {
 public:
  /// Takes in a message that fits the schema, in the order of Dagtekening; on one day a request goes before what
  /// answers it. One that was answered with return codes must not be given; of a 323 the 325 that came back says which
  /// lines were refused, and it may be given at any time after.
  void add(const Boom& bericht);

  Gezien<OntvangenBericht> berichten(int bericht, std::string_view afzender) const override;
  bool has_bericht(int bericht, std::string_view afzender, std::string_view identificatie) const override;
  const Toewijzing* toewijzing(std::string_view gemeente, std::int64_t nummer) const override;
  std::vector<Toewijzing> toewijzingen(std::string_view gemeente, std::string_view aanbieder,
                                       std::string_view bsn) const override;
  std::vector<Levering> leveringen(std::string_view gemeente, std::string_view aanbieder,
                                   std::string_view bsn) const override;
  Prestatieregels prestaties(std::string_view gemeente, std::int64_t toewijzing) const override;
  Prestatieregels prestaties_met(std::string_view aanbieder, std::string_view referentie) const override;
  std::vector<Verzoek> verzoeken(std::string_view aanbieder) const override;

  /// Cents that a provider declared for a product in lines that begin in these days and were not refused, credits taken
  /// off.
  std::int64_t besteed(std::string_view aanbieder, std::string_view code, const Periode& dagen) const;
  /// Every line, in the order of receipt; those of declarations that were never sent are not among them.
  void each_prestatie(const std::function<void(const Prestatieregel&)>& take) const;
  /// The newest version of every toewijzing, by gemeente and number.
  void each_toewijzing(const std::function<void(const Toewijzing&)>& take) const;
  /// Every start and stop that stands.
  void each_levering(
      const std::function<void(std::string_view gemeente, std::string_view aanbieder, const Levering&)>& take) const;

  /// All that it knows, in one order.
  template <typename Vorm>
  void save(Vorm& vorm) const {
    vorm(berichten_, toewijzingen_, leveringen_, prestaties_, per_declaratie_, verzoeken_, besteed_);
  }
  template <typename Vorm>
  void load(Vorm& vorm) {
    vorm(berichten_, toewijzingen_, leveringen_, prestaties_, per_declaratie_, verzoeken_, besteed_);
    index();
  }

 private:
  /// What follows from the rest.
  void index();
  void add_toewijzing(Deel line, std::string_view bsn);
  void add_levering(Deel line, std::string_view bsn);
  void add_verzoek(Deel at, std::string_view bsn);
  void add_antwoord(Deel answer);
  void add_declaratie(const Boom& bericht);
  void add_declaratieantwoord(const Boom& bericht);
  using Nummer = std::pair<std::string, std::int64_t>;  ///< gemeente and ToewijzingNummer
  /// A 323 as its answers find it.
  struct Declaratie {
    std::size_t bericht = 0;                    ///< place among the 323s of its provider
    Prestatielijst::Nummer eerste = 0, na = 0;  ///< its lines, from one to before another
    bool beantwoord = false;
    template <typename Vorm>
    void serialize(Vorm& vorm) {
      vorm(bericht, eerste, na, beantwoord);
    }
  };
  /// What of one start or stop came: new less deleted, of which an earlier day leaves one or none.
  struct Aangeleverd {
    Levering levering;
    int aantal = 0;
    Datum dag{};
    template <typename Vorm>
    void serialize(Vorm& vorm) {
      vorm(levering, aantal, dag);
    }
  };
  void refuse(const Declaratie& declaratie, std::string_view referentie);
  void set_stand(Prestatielijst::Nummer regel, Prestatieregel::Stand stand);
  void count_besteed(const Prestatieregel& regel, int teken);
  /// Of a declaration that was answered with 0001: it was never sent (OP286).
  void forget(const Declaratie& declaratie);
  /// Whether lines with a reference are taken back: a credit line does that for as long as it is not refused.
  void set_gecrediteerd(std::string_view aanbieder, std::string_view referentie);

  std::map<std::pair<int, std::string>, std::vector<OntvangenBericht>, std::less<>> berichten_;
  std::map<Nummer, Toewijzing> toewijzingen_;
  std::map<std::string, std::vector<Nummer>, std::less<>> per_client_;  ///< by client_key
  std::map<std::string, std::vector<Aangeleverd>, std::less<>> leveringen_;
  Prestatielijst prestaties_;
  std::map<std::string, std::vector<Declaratie>, std::less<>> per_declaratie_;  ///< by declaratie_key
  std::map<std::string, std::vector<Verzoek>, std::less<>> verzoeken_;
  std::unordered_map<std::string, int> identificaties_;  ///< how many messages by kind, sender and Identificatie
  std::map<std::string, std::map<Datum, std::int64_t>, std::less<>> besteed_;  ///< by aanbieder and code
};

/// The line as a Levering; also for messages that are being judged.
Levering levering_van(Deel line, std::string_view bsn);
/// The line of a 323, or of a 325 as the line that it answers.
Prestatieregel prestatie_van(Deel line);

}  // namespace zorgkader::iwmo
