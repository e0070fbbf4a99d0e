// Kluis: what names a person is kept under lock, with a key that lies outside the store.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "dossier/logboek.hpp"

namespace zorgkader::dossier {

/// A key of 256 bits. Each gemeente gets a key of its own that is made from it, so that what one of them gives away
/// opens nothing of another.
class Kluis {
 public:
  static constexpr std::size_t kSleutelBytes = 32;
  /// `sleutel`: kSleutelBytes bytes.
  explicit Kluis(std::string_view sleutel);
  static std::string make_sleutel();

  /// Packed, then XChaCha20-Poly1305. The same event gives the same bytes with the same libraries: the nonce is a keyed
  /// print of all it protects.
  std::string seal(const Gebeurtenis& gebeurtenis) const;
  /// What stands for a bsn outside the dossier of its gemeente: `CL` and twelve signs. The same each time; without the
  /// key nobody can tell whose it is, nor that one client has it in two gemeenten.
  std::string pseudoniem(std::string_view gemeente, std::string_view bsn) const;
  /// Nothing when it was sealed with another key, for another event, or changed since.
  std::optional<std::string> open(const Gebeurtenis& gebeurtenis) const;

 private:
  std::string sleutel_;
};

/// A log whose events are sealed on their way in and opened on their way out.
class VerzegeldLogboek : public Logboek {
 public:
  VerzegeldLogboek(Logboek& binnen, Kluis kluis) : binnen_(binnen), kluis_(std::move(kluis)) {}
  std::vector<std::string> gemeenten() const override { return binnen_.gemeenten(); }
  Einde einde(const std::string& gemeente) const override { return binnen_.einde(gemeente); }
  Toevoeging add(const Einde& na, std::vector<Gebeurtenis>& gebeurtenissen) override;
  /// Throws OpslagFout at an event that this key does not open.
  void each(const std::string& gemeente, std::int64_t vanaf,
            const std::function<bool(const Gebeurtenis&)>& take) const override;
  std::vector<Correctie> correcties(const std::string& gemeente) const override { return binnen_.correcties(gemeente); }
  /// Nothing also where this key does not open it.
  std::optional<Gebeurtenis> momentopname(const std::string& gemeente) const override;
  void keep_momentopname(const Gebeurtenis& momentopname) override;

 private:
  Logboek& binnen_;
  Kluis kluis_;
};

}  // namespace zorgkader::dossier
