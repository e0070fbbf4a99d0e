// Regelregister: every rule of the standard that is no row of regels(), and where it went.
#pragma once

#include <span>
#include <string_view>

namespace zorgkader::iwmo {

/// Rules that are kept in another way than by a check of their own, or that a program cannot check.
struct Regeltoelichting {
  std::string_view codes;  ///< with spaces between
  std::string_view
      wijze;  ///< `schema`, `lezen en schrijven`, `antwoord`, `andere regel`, `afspraak`, `termijn`, `mensen`
  std::string_view toelichting;  ///< one Dutch sentence
};

std::span<const Regeltoelichting> regeltoelichtingen();

}  // namespace zorgkader::iwmo
