// Every golden case under gevallen/ is a test of its own, named after the requirement and its title.
#include <gtest/gtest.h>

#include <set>

#include "geval/uitvoering.hpp"

namespace gevallen {
namespace {

std::vector<Probleem>& leesproblemen() {
  static std::vector<Probleem> out;
  return out;
}

const std::vector<Geval>& alle() {
  static const std::vector<Geval> out = read_map(root() / "gevallen", leesproblemen());
  return out;
}

void tell(const std::vector<Probleem>& problemen) {
  for (const Probleem& p : problemen) ADD_FAILURE_AT((root() / p.bestand).c_str(), p.regel) << p.wat;
}

class Gevallen : public testing::TestWithParam<std::size_t> {};

TEST_P(Gevallen, Klopt) {
  tell(check(alle()[GetParam()]));
}

TEST(Gevallenbestanden, ZijnTeLezen) {
  EXPECT_GT(alle().size(), 100U);
  tell(leesproblemen());
}

TEST(Gevallenbestanden, HebbenEenEigenNaam) {
  std::set<std::string> seen;
  for (const Geval& g : alle())
    EXPECT_TRUE(seen.insert(g.titel).second) << g.bestand << ":" << g.regel << " " << g.titel;
}

std::string naam(const testing::TestParamInfo<std::size_t>& info) {
  const Geval& g = alle()[info.param];
  return g.slak() + "_" + std::to_string(info.param);
}

INSTANTIATE_TEST_SUITE_P(, Gevallen, testing::Range(std::size_t{0}, alle().size()), naam);

}  // namespace
}  // namespace gevallen
