// Messages in archives: every entry, and how far a run over them is.
#include "app/berichten.hpp"

#include <gmock/gmock.h>
#include <unistd.h>

#include <fstream>

#include "app/berichtcontrole.hpp"
#include "app/berichtmaken.hpp"
#include "feiten/zipbouwer.hpp"

namespace zorgkader {
namespace {

using testing::ElementsAre;

class Ziptest : public testing::Test {
 protected:
  Ziptest() : pad_(std::filesystem::temp_directory_path() / ("zk-berichten-" + std::to_string(getpid()) + ".zip")) {
    feiten::write_zip(pad_.string(), {{"a.xml", "een"}, {"b.xml", "twee"}, {"c.txt", "niets"}, {"d.xml", "drie"}});
  }
  ~Ziptest() override { std::filesystem::remove(pad_); }

  std::filesystem::path pad_;
};

TEST_F(Ziptest, EntriesWithOneNameAreAllRead) {
  std::ifstream in(pad_, std::ios::binary);
  std::string bytes((std::istreambuf_iterator<char>(in)), {});
  for (auto at = bytes.find("b.xml"); at != std::string::npos; at = bytes.find("b.xml")) bytes[at] = 'a';
  std::ofstream(pad_, std::ios::binary) << bytes;
  std::vector<std::string> names, contents;
  for (const auto& path : find_berichten({pad_.string()})) {
    each_bericht(path, [&](const Berichtbestand& file) {
      names.push_back(file.naam.substr(pad_.string().size()));
      contents.emplace_back(file.open()());
    });
  }
  EXPECT_THAT(names, ElementsAre("/a.xml", "/a.xml (2)", "/d.xml"));
  EXPECT_THAT(contents, ElementsAre("een", "twee", "drie"));
}

TEST_F(Ziptest, EveryEntryIsProgress) {
  std::vector<std::size_t> done;
  std::uintmax_t bytes = 0;
  const OpVoortgang progress = [&](const Voortgang& at) {
    done.push_back(at.gedaan);
    EXPECT_EQ(at.totaal_bytes, std::filesystem::file_size(pad_));
    EXPECT_GT(at.bytes, bytes);
    EXPECT_LE(at.bytes, at.totaal_bytes);
    bytes = at.bytes;
  };
  controleer_berichten(
      {{pad_.string()}, "", std::nullopt, {}, 2}, [](const Berichtverdict&) {}, progress);
  EXPECT_THAT(done, ElementsAre(1, 2, 3));
  bytes = 0;
  lees_berichten(
      {pad_.string()}, [](const Gemaakt&) {}, progress);
  bytes = 0;
  beantwoord_berichten(
      {{pad_.string()}, Datum{}, "", {}}, [](const Gemaakt&) {}, progress);
  EXPECT_THAT(done, ElementsAre(1, 2, 3, 1, 2, 3, 1, 2, 3));
}

}  // namespace
}  // namespace zorgkader
