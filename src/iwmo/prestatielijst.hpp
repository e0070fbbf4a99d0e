// Prestatielijst: every line that was declared, in little room: a region declares millions of them a year.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "values/datum.hpp"

namespace zorgkader::iwmo {

/// A line of a declaration, and what became of it. Its texts are those of the message or of the list that it comes
/// from, and good until that changes.
struct Prestatieregel {
  enum class Stand : std::uint8_t { wacht, goedgekeurd, afgewezen };
  std::string_view gemeente, aanbieder, bsn;
  std::string_view declaratie;  ///< Identificatie of the 323
  Datum dagtekening{};          ///< and its day
  std::string_view referentie, vorig_referentie;
  std::int64_t toewijzing = 0;
  std::string_view categorie, code;
  Periode periode{};
  std::int64_t volume = 0;
  std::string_view eenheid;
  std::optional<std::int64_t> tarief_cent;
  std::int64_t bedrag_cent = 0;  ///< never negative
  bool credit = false;
  bool gecrediteerd = false;  ///< a credit line that was not refused takes it back
  Stand stand = Stand::wacht;
  /// Whether it counts: a debit line that was not refused and not taken back.
  bool telt() const { return !credit && !gecrediteerd && stand != Stand::afgewezen; }
};

/// Texts that come back, each kept once; by number.
class Woorden {
 public:
  std::uint32_t add(std::string_view woord);
  std::optional<std::uint32_t> find(std::string_view woord) const;
  std::string_view operator[](std::uint32_t nummer) const { return woorden_[nummer]; }

  template <typename Vorm>
  void save(Vorm& vorm) const {
    vorm(woorden_);
  }
  template <typename Vorm>
  void load(Vorm& vorm) {
    vorm(woorden_);
    for (std::size_t n = 0; n < woorden_.size(); ++n) nummers_.emplace(woorden_[n], static_cast<std::uint32_t>(n));
  }

 private:
  struct Druk {
    using is_transparent = void;
    std::size_t operator()(std::string_view woord) const { return std::hash<std::string_view>()(woord); }
  };
  std::vector<std::string> woorden_;
  boost::unordered_flat_map<std::string, std::uint32_t, Druk, std::equal_to<>> nummers_;
};

class Prestatieregels;

class Prestatielijst {
 public:
  using Nummer = std::uint32_t;  ///< in the order of receipt, from 0

  Nummer add(const Prestatieregel& regel);
  std::size_t size() const { return regels_.size(); }
  Prestatieregel operator[](Nummer nummer) const;
  void set_stand(Nummer nummer, Prestatieregel::Stand stand) { regels_[nummer].stand = stand; }
  void set_gecrediteerd(Nummer nummer, bool gecrediteerd) { regels_[nummer].gecrediteerd = gecrediteerd; }
  /// It was never sent: from now on nothing below finds it.
  void forget(Nummer nummer) { regels_[nummer].vergeten = true; }
  bool is_vergeten(Nummer nummer) const { return regels_[nummer].vergeten != 0; }

  /// In the order of receipt.
  Prestatieregels op_toewijzing(std::string_view gemeente, std::int64_t nummer) const;
  Prestatieregels met_referentie(std::string_view aanbieder, std::string_view referentie) const;
  /// Credit lines that name this reference as the one that they take back.
  Prestatieregels credits_op(std::string_view aanbieder, std::string_view referentie) const;

  template <typename Vorm>
  void save(Vorm& vorm) const {
    vorm(woorden_, teksten_, static_cast<std::uint64_t>(regels_.size()));
    vorm.saveBinary(regels_.data(), static_cast<std::streamsize>(regels_.size() * sizeof(Regel)));
  }
  template <typename Vorm>
  void load(Vorm& vorm) {
    std::uint64_t count = 0;
    vorm(woorden_, teksten_, count);
    regels_.resize(count);
    vorm.loadBinary(regels_.data(), static_cast<std::streamsize>(count * sizeof(Regel)));
    for (Nummer n = 0; n < regels_.size(); ++n) link(n);
  }

 private:
  friend class Prestatieregels;
  enum Soort : std::uint8_t { kToewijzing, kReferentie, kCredit };
  static constexpr Nummer kGeen = 0xFFFFFFFF;
  struct Tekst {
    std::uint32_t begin, lengte;
  };
  /// Words and texts by their places, days by their count. Without holes: equal lines are equal bytes.
  struct Regel {
    std::int64_t toewijzing, volume, tarief_cent, bedrag_cent;
    std::uint32_t gemeente, aanbieder, bsn, declaratie, categorie, code, eenheid;
    Tekst referentie, vorig_referentie;
    std::int32_t dagtekening, van, tot;
    Nummer volgende[3];  ///< the next of the same Soort of chain
    std::uint8_t heeft_tarief, credit, gecrediteerd, vergeten;
    Prestatieregel::Stand stand;
    std::uint8_t leeg[7];
  };
  struct Keten {
    Nummer eerste, laatste;
  };
  Tekst keep(std::string_view tekst);
  std::string_view tekst(const Tekst& of) const { return std::string_view(teksten_).substr(of.begin, of.lengte); }
  /// Puts a line at the end of its chains.
  void link(Nummer nummer);
  /// By what a line is found in one kind of chain.
  struct Sleutel {
    std::uint32_t eigenaar;  ///< number of the word for the gemeente or the provider
    std::int64_t toewijzing;
    std::string_view referentie;
    friend bool operator==(const Sleutel&, const Sleutel&) = default;
  };
  Sleutel key_of(const Regel& regel, Soort soort) const;
  static std::uint64_t print_of(const Sleutel& sleutel);
  Prestatieregels chain(Soort soort, std::string_view eigenaar, std::int64_t toewijzing,
                        std::string_view referentie) const;

  Woorden woorden_;
  std::string teksten_;  ///< references: every line has its own
  std::vector<Regel> regels_;
  boost::unordered_flat_map<std::uint64_t, Keten> ketens_[3];  ///< by a print of their key
};

/// Some lines of a list, each made when it is asked for. Good until the list changes.
class Prestatieregels {
 public:
  class Lopend {
   public:
    Lopend(const Prestatieregels* van, Prestatielijst::Nummer at) : van_(van), at_(at) {}
    Prestatieregel operator*() const { return (*van_->lijst_)[at_]; }
    Prestatielijst::Nummer nummer() const { return at_; }
    Lopend& operator++() {
      at_ = van_->from(van_->lijst_->regels_[at_].volgende[van_->soort_]);
      return *this;
    }
    bool operator!=(const Lopend& other) const { return at_ != other.at_; }

   private:
    const Prestatieregels* van_;
    Prestatielijst::Nummer at_;
  };
  Lopend begin() const { return {this, eerste_}; }
  Lopend end() const { return {this, Prestatielijst::kGeen}; }
  bool empty() const { return eerste_ == Prestatielijst::kGeen; }
  std::size_t size() const;
  Prestatieregel at(std::size_t plaats) const;

 private:
  friend class Prestatielijst;
  Prestatieregels(const Prestatielijst& lijst, Prestatielijst::Soort soort) : lijst_(&lijst), soort_(soort) {}
  /// The first from here on with this key that was not forgotten.
  Prestatielijst::Nummer from(Prestatielijst::Nummer at) const;
  const Prestatielijst* lijst_;
  Prestatielijst::Soort soort_;
  Prestatielijst::Sleutel sleutel_{};
  Prestatielijst::Nummer eerste_ = Prestatielijst::kGeen;
};

}  // namespace zorgkader::iwmo
