// Archief: what was exchanged before, as the rules across messages ask it. In memory here; a dossier answers the same
// questions.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "iwmo/prestatielijst.hpp"
#include "values/datum.hpp"

namespace zorgkader::iwmo {

/// A toewijzing as the newest accepted 301 has it (IV013).
struct Toewijzing {
  std::string gemeente, aanbieder, bsn;
  std::int64_t nummer = 0;
  std::string categorie, code;  ///< empty where it is aspecific or generic
  Datum ingangsdatum{};
  std::optional<Datum> einddatum;
  std::string moment;  ///< Toewijzingsdatum and -tijd as ISO text: it orders versions
  std::string reden_wijziging;
  std::optional<std::int64_t> volume;
  std::string eenheid, frequentie;
  std::optional<std::int64_t> budget_cent;

  Periode looptijd() const { return {ingangsdatum, einddatum.value_or(kGeenEinde)}; }
  /// Taken back: reason 13, which always means that (CS335), or the old 01 with equal dates.
  bool is_vervallen() const {
    return reden_wijziging == "13" || (reden_wijziging == "01" && einddatum == ingangsdatum);
  }
  /// In force on a day or later (TR349).
  bool is_actueel(Datum op) const { return !is_vervallen() && einddatum.value_or(kGeenEinde) >= op; }

  template <typename Vorm>
  void serialize(Vorm& vorm) {
    vorm(gemeente, aanbieder, bsn, nummer, categorie, code, ingangsdatum, einddatum, moment, reden_wijziging, volume,
         eenheid, frequentie, budget_cent);
  }
};

/// A start (without einddatum) or stop that was accepted and not deleted.
struct Levering {
  std::string bsn;
  std::int64_t toewijzing = 0;  ///< 0: by product (taakgericht)
  std::string categorie, code;
  Datum begindatum{};
  std::optional<Datum> einddatum;
  std::string reden_beeindiging;
  bool is_stop() const { return einddatum.has_value(); }
  bool is_tijdelijk() const { return reden_beeindiging == "20"; }
  /// Of the same client on the same toewijzing; without a number of the same product (IV096).
  bool same_opdracht(const Levering& other) const {
    return bsn == other.bsn && toewijzing == other.toewijzing &&
           (toewijzing != 0 || (categorie == other.categorie && code == other.code));
  }
  /// Of the same start: every part of the key that start and stop share.
  bool same_start(const Levering& other) const {
    return same_opdracht(other) && categorie == other.categorie && code == other.code && begindatum == other.begindatum;
  }
  friend bool operator==(const Levering&, const Levering&) = default;

  template <typename Vorm>
  void serialize(Vorm& vorm) {
    vorm(bsn, toewijzing, categorie, code, begindatum, einddatum, reden_beeindiging);
  }
};

/// One AangevraagdProduct of a 315, or a 317 as a whole.
struct Verzoek {
  std::string gemeente, aanbieder, bsn, referentie;
  bool toegewezen = false;    ///< a 301 carries its reference
  bool in_onderzoek = false;  ///< a 319 says so
  bool afgewezen = false;     ///< a 319 says so; nothing comes after that
  bool is_open() const { return !toegewezen && !afgewezen; }

  template <typename Vorm>
  void serialize(Vorm& vorm) {
    vorm(gemeente, aanbieder, bsn, referentie, toegewezen, in_onderzoek, afgewezen);
  }
};

/// The head of a message.
struct OntvangenBericht {
  std::string identificatie;
  Datum dagtekening{};
  std::string ontvanger, basis_xsd, bericht_xsd;
  std::string declaratienummer;  ///< of a 323
  Periode declaratieperiode{};
  bool afgewezen = false;       ///< of a 323: its 325 refused the whole of it
  bool niet_verzonden = false;  ///< of a 323: answered with 0001, and so never sent (OP286); an Archief gives none

  template <typename Vorm>
  void serialize(Vorm& vorm) {
    vorm(identificatie, dagtekening, ontvanger, basis_xsd, bericht_xsd, declaratienummer, declaratieperiode.van,
         declaratieperiode.tot, afgewezen, niet_verzonden);
  }
};

/// Some of what an Archief has, as it lies there: good until the Archief changes.
template <typename T>
class Gezien {
 public:
  class Lopend {
   public:
    explicit Lopend(const T* const* at) : at_(at) {}
    const T& operator*() const { return **at_; }
    Lopend& operator++() {
      ++at_;
      return *this;
    }
    bool operator!=(const Lopend& other) const { return at_ != other.at_; }

   private:
    const T* const* at_;
  };
  void add(const T& one) { alle_.push_back(&one); }
  Lopend begin() const { return Lopend(alle_.data()); }
  Lopend end() const { return Lopend(alle_.data() + alle_.size()); }
  const T& at(std::size_t number) const { return *alle_.at(number); }
  std::size_t size() const { return alle_.size(); }
  bool empty() const { return alle_.empty(); }

 private:
  std::vector<const T*> alle_;
};

/// The questions. All about Wmo and about accepted messages; a message that is being judged is not among them. Lists
/// without an order of their own are in the order of receipt.
class Archief {
 public:
  virtual ~Archief() = default;
  virtual Gezien<OntvangenBericht> berichten(int bericht, std::string_view afzender) const = 0;
  /// Whether there is one with this Identificatie among them.
  virtual bool has_bericht(int bericht, std::string_view afzender, std::string_view identificatie) const = 0;
  /// Nothing when there is none with this number.
  virtual const Toewijzing* toewijzing(std::string_view gemeente, std::int64_t nummer) const = 0;
  /// Newest versions, those that were taken back included, in order of number.
  virtual std::vector<Toewijzing> toewijzingen(std::string_view gemeente, std::string_view aanbieder,
                                               std::string_view bsn) const = 0;
  virtual std::vector<Levering> leveringen(std::string_view gemeente, std::string_view aanbieder,
                                           std::string_view bsn) const = 0;
  virtual Prestatieregels prestaties(std::string_view gemeente, std::int64_t toewijzing) const = 0;
  /// Every line with this ReferentieNummer; more than one where a later line was refused for using it again (TR314).
  virtual Prestatieregels prestaties_met(std::string_view aanbieder, std::string_view referentie) const = 0;
  virtual std::vector<Verzoek> verzoeken(std::string_view aanbieder) const = 0;
};

}  // namespace zorgkader::iwmo
