// Boom: a message as a tree of values with their lines, in the shape that its Berichtsoort prescribes.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "iwmo/schema.hpp"
#include "values/datum.hpp"

namespace zorgkader::iwmo {

class Boom;
class Delen;

/// A place in a tree, or nowhere: what is absent can be asked like what is there and has nothing. Valid until the tree
/// changes.
class Deel {
 public:
  Deel() = default;
  explicit operator bool() const { return boom_ != nullptr; }
  std::string_view naam() const;
  const Element& element() const;
  std::uint32_t nummer() const { return nummer_; }
  const Boom& boom() const { return *boom_; }
  /// Line in the file; 0 in a tree that was not read from one.
  int regel() const;
  /// The value; empty for a class and for nowhere.
  std::string_view tekst() const;
  std::optional<Datum> datum() const;
  std::optional<std::int64_t> getal() const;

  /// The first part along a path of names: `ProductPeriode/Begindatum`.
  Deel operator[](std::string_view pad) const;
  std::string_view tekst(std::string_view pad) const { return (*this)[pad].tekst(); }
  std::optional<Datum> datum(std::string_view pad) const { return (*this)[pad].datum(); }
  std::optional<std::int64_t> getal(std::string_view pad) const { return (*this)[pad].getal(); }

  Deel ouder() const;
  /// The next part of the same parent.
  Deel volgende() const;
  Deel eerste() const;
  /// All parts, or those with this name: `for (Deel p : client["Prestaties"].delen("Prestatie"))`.
  Delen delen(std::string_view naam = {}) const;

  /// `Bericht/Client/ToegewezenProducten/ToegewezenProduct[2]`; numbers count from 1 and stand where elements repeat.
  std::string pad() const;
  friend bool operator==(const Deel&, const Deel&) = default;

 private:
  friend class Boom;
  Deel(const Boom* boom, std::uint32_t nummer) : boom_(boom), nummer_(nummer) {}
  const Boom* boom_ = nullptr;
  std::uint32_t nummer_ = 0;
};

class Delen {
 public:
  class Lopend {
   public:
    Lopend(Deel deel, std::string_view naam) : deel_(deel), naam_(naam) { skip(); }
    Deel operator*() const { return deel_; }
    Lopend& operator++() {
      deel_ = deel_.volgende();
      skip();
      return *this;
    }
    bool operator!=(const Lopend& other) const { return !(deel_ == other.deel_); }

   private:
    void skip() {
      while (deel_ && !naam_.empty() && deel_.naam() != naam_) deel_ = deel_.volgende();
    }
    Deel deel_;
    std::string_view naam_;
  };
  Delen(Deel eerste, std::string_view naam) : eerste_(eerste), naam_(naam) {}
  Lopend begin() const { return {eerste_, naam_}; }
  Lopend end() const { return {Deel(), naam_}; }

 private:
  Deel eerste_;
  std::string_view naam_;
};

class Boom {
 public:
  explicit Boom(const Berichtsoort& soort);
  const Berichtsoort& soort() const { return *soort_; }
  Deel wortel() const { return Deel(this, 0); }
  Deel operator[](std::string_view pad) const { return wortel()[pad]; }
  std::size_t size() const { return knopen_.size(); }

  /// Adds the element with this number (see Berichtsoort) as last part of `ouder`; the caller keeps the order of the
  /// schema.
  Deel add(Deel ouder, int element, int regel = 0);
  void set_tekst(Deel deel, std::string_view tekst);
  /// Adds a part with this name and text at the end of `ouder`.
  Deel add(Deel ouder, std::string_view naam, std::string_view tekst = {});
  /// Drops `deel`, the part that was begun last, with all below it; numbers in later paths go on counting.
  void drop_last(Deel deel);

  /// A place as pad() writes it; nowhere when it is not there.
  Deel at(std::string_view pad) const;
  /// Sets the value at `pad`, making it and the classes above it where they are absent, in the order of the schema.
  /// False when the schema has no such place.
  bool put(std::string_view pad, std::string_view waarde);
  /// Takes away what stands at `pad`, and the classes above that are then empty. False when there is nothing.
  bool take_away(std::string_view pad);
  /// Copies the parts of `bron` that the class at `doel` also has, by name, all the way down.
  void copy(Deel doel, Deel bron);

 private:
  friend class Deel;
  struct Knoop {
    std::uint32_t ouder, eerste, laatste, volgende;
    std::uint32_t plaats;  ///< among parts of the same name, from 1
    std::uint32_t tekst, lengte;
    int regel;
    std::uint16_t element;
  };
  static constexpr std::uint32_t kGeen = 0xFFFFFFFF;
  /// Puts a new part behind `before`, or first.
  Deel link(Deel ouder, std::uint32_t before, int element, int regel);
  /// The part of `ouder` that stands before this one, or none.
  std::uint32_t before(Deel deel) const;
  /// The last part of `ouder` that stands before a new `element`, or none.
  std::uint32_t place_before(Deel ouder, int element) const;
  const Berichtsoort* soort_;
  const Element* elementen_;  ///< of `soort_`
  std::vector<Knoop> knopen_;
  std::string teksten_;
  std::uint32_t weggelaten_ = 0;  ///< how many parts were dropped
};

inline Deel Boom::add(Deel ouder, int element, int regel) {
  return link(ouder, knopen_[ouder.nummer_].laatste, element, regel);
}
inline void Boom::set_tekst(Deel deel, std::string_view tekst) {
  Knoop& node = knopen_[deel.nummer_];
  node.tekst = static_cast<std::uint32_t>(teksten_.size());
  node.lengte = static_cast<std::uint32_t>(tekst.size());
  teksten_ += tekst;
}
inline const Element& Deel::element() const {
  return boom_->elementen_[boom_->knopen_[nummer_].element];
}
inline std::string_view Deel::naam() const {
  return boom_ == nullptr ? std::string_view() : element().naam;
}
inline int Deel::regel() const {
  return boom_ == nullptr ? 0 : boom_->knopen_[nummer_].regel;
}
inline std::string_view Deel::tekst() const {
  if (boom_ == nullptr) return {};
  const auto& node = boom_->knopen_[nummer_];
  return {boom_->teksten_.data() + node.tekst, node.lengte};
}
inline Deel Deel::ouder() const {
  return boom_ == nullptr || nummer_ == 0 ? Deel() : Deel(boom_, boom_->knopen_[nummer_].ouder);
}
inline Deel Deel::volgende() const {
  if (boom_ == nullptr || boom_->knopen_[nummer_].volgende == Boom::kGeen) return {};
  return {boom_, boom_->knopen_[nummer_].volgende};
}
inline Deel Deel::eerste() const {
  if (boom_ == nullptr || boom_->knopen_[nummer_].eerste == Boom::kGeen) return {};
  return {boom_, boom_->knopen_[nummer_].eerste};
}

/// Whether two parts have the same name, values and parts; lines do not count.
bool same_content(Deel a, Deel b);

/// A whole number as the schema reads one: sign and leading zeros allowed; nothing when it is none or too large for 64
/// bits.
std::optional<std::int64_t> parse_getal(std::string_view tekst);
/// `2023-04-01`; nothing else, and only days that exist.
std::optional<Datum> parse_datum_iso(std::string_view tekst);

}  // namespace zorgkader::iwmo
