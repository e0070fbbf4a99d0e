// Functions over keys: what stands between the brackets of som, vorige, verdeel and their likes.
#include <fmt/format.h>

#include "regeling/uitdrukking_parser.hpp"

namespace zorgkader {

UitdrukkingPtr UitdrukkingParser::aggregate(const Woord& name, UitdrukkingPtr first) {
  auto out = node(Knoopsoort::som, name.positie);
  out->tekst = name.tekst;
  out->delen.push_back(std::move(first));
  take();  // over
  out->over = key_list();
  if (accept_name("per")) out->naar = key_list();
  expect_sign(")", "na de sleutels");
  return out;
}

UitdrukkingPtr UitdrukkingParser::along(const Woord& name) {
  auto out = node(Knoopsoort::langs, name.positie);
  out->tekst = name.tekst;
  out->delen.push_back(expression());
  if (!accept_name("langs"))
    fail(fmt::format("Bij `{}` hoort een sleutel met een volgorde.", name.tekst),
         fmt::format("Schrijf {}(x langs jaar).", name.tekst));
  out->over.push_back(key());
  if (name.tekst != "vorige") within(*out);
  if (name.tekst == "cumulatief" && accept_name("aflopend")) out->tekst2 = "aflopend";
  expect_sign(")", "na de sleutel");
  return out;
}

/// `binnen jaar`: a property of the key at which a stretch starts anew.
void UitdrukkingParser::within(Uitdrukking& langs) {
  if (accept_name("binnen")) langs.over.push_back(key());
}

/// som(x langs kwartaal; laatste 4): over a place of a key and the ones before it.
UitdrukkingPtr UitdrukkingParser::window(const Woord& name, UitdrukkingPtr first) {
  constexpr std::int64_t kWidest = 1000;
  auto out = node(Knoopsoort::langs, name.positie);
  out->tekst = name.tekst;
  out->delen.push_back(std::move(first));
  take();  // langs
  out->over.push_back(key());
  within(*out);
  expect_sign(";", "na de sleutel");
  const bool last = accept_name("laatste");
  const auto width = peek().soort == Woordsoort::getal && !peek().procent ? peek().getal.as_int64() : std::nullopt;
  if (!last || !width || *width < 1 || *width > kWidest || name.tekst == "product")
    fail(fmt::format("Zo is `{}` langs een sleutel niet te gebruiken.", name.tekst),
         "Schrijf bijvoorbeeld som(x langs kwartaal; laatste 4); ook gemiddelde, tel, min en max.");
  out->getal = take().getal;
  expect_sign(")", "na het aantal");
  return out;
}

UitdrukkingPtr UitdrukkingParser::spread(const Woord& name) {
  auto out = node(Knoopsoort::verdeel, name.positie);
  out->delen.push_back(expression());
  expect_sign(";", "na het bedrag");
  out->over.push_back(key());
  expect_sign(";", "na de sleutel");
  out->delen.push_back(expression());
  expect_sign(")", "na het veelvoud");
  return out;
}

UitdrukkingPtr UitdrukkingParser::shares(const Woord& name) {
  auto out = node(Knoopsoort::naar_rato, name.positie);
  out->delen.push_back(expression());
  expect_sign(";", "na het bedrag");
  out->delen.push_back(expression());
  if (!accept_name("langs"))
    fail("Bij `naar_rato` hoort de sleutel waarlangs verdeeld wordt.",
         "Schrijf naar_rato(bedrag; gewicht langs aanbieder; cent).");
  out->over.push_back(key());
  expect_sign(";", "na de sleutel");
  out->delen.push_back(expression());
  expect_sign(")", "na het veelvoud");
  return out;
}

}  // namespace zorgkader
