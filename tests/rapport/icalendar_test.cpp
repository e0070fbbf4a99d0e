// A calendar file, read back by the library that wrote it.
#include "rapport/icalendar.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <libical/ical.h>

#include <memory>
#include <sstream>

namespace {

using namespace zorgkader;
using namespace std::chrono;
using testing::HasSubstr;

Datum dag(int jaar, unsigned maand, unsigned d) {
  return year(jaar) / month(maand) / day(d);
}

std::string ical(std::vector<Afspraak> afspraken) {
  std::ostringstream out;
  write_ical({"Gesprekken", Moment(dag(2023, 1, 2)) + hours(11) + seconds(5), std::move(afspraken)}, out);
  return out.str();
}

struct Vrij {
  void operator()(icalcomponent* c) const { icalcomponent_free(c); }
};
using Onderdeel = std::unique_ptr<icalcomponent, Vrij>;

TEST(Icalendar, ZegtWatErStaat) {
  EXPECT_EQ(ical({{"a1@zorgkader", "Gesprek met De Brug; één, twee", "Agenda\n- punt", dag(2023, 3, 15), 570, 90}}),
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Zorgkader//Gesprekken//NL\r\nMETHOD:PUBLISH\r\n"
            "X-WR-CALNAME:Gesprekken\r\n"
            "BEGIN:VTIMEZONE\r\nTZID:Europe/Amsterdam\r\n"
            "BEGIN:DAYLIGHT\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nTZNAME:CEST\r\nDTSTART:19960331T020000\r\n"
            "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\r\nEND:DAYLIGHT\r\n"
            "BEGIN:STANDARD\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nTZNAME:CET\r\nDTSTART:19961027T030000\r\n"
            "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
            "BEGIN:VEVENT\r\nUID:a1@zorgkader\r\nDTSTAMP:20230102T110005Z\r\n"
            "DTSTART;TZID=Europe/Amsterdam:20230315T093000\r\nDTEND;TZID=Europe/Amsterdam:20230315T110000\r\n"
            "SUMMARY:Gesprek met De Brug\\; één\\, twee\r\nDESCRIPTION:Agenda\\n- punt\r\n"
            "END:VEVENT\r\nEND:VCALENDAR\r\n");
}

TEST(Icalendar, LeestTerugZoalsHetBedoeldWas) {
  const std::string titel =
      "Aanhalings\"tekens, komma's; punten \\ en een regel die langer is dan vijfenzeventig tekens ëëëë";
  const Onderdeel read(
      icalparser_parse_string(ical({{"b@z", titel, "een\ntwee", dag(2023, 7, 3), 23 * 60, 120}}).c_str()));
  ASSERT_NE(read, nullptr);
  EXPECT_EQ(icalcomponent_count_errors(read.get()), 0);
  icalcomponent* event = icalcomponent_get_first_component(read.get(), ICAL_VEVENT_COMPONENT);
  EXPECT_EQ(icalcomponent_get_summary(event), titel);
  EXPECT_STREQ(icalcomponent_get_description(event), "een\ntwee");
  EXPECT_STREQ(icalcomponent_get_uid(event), "b@z");
  // 23:00 in summer is 21:00 UTC; two hours later it is the next day.
  EXPECT_STREQ(icaltime_as_ical_string(
                   icaltime_convert_to_zone(icalcomponent_get_dtstart(event), icaltimezone_get_utc_timezone())),
               "20230703T210000Z");
  EXPECT_EQ(icalcomponent_get_dtend(event).day, 4);
}

TEST(Icalendar, RegelsZijnKortEnEindigenZoalsHetHoort) {
  std::string lang;
  for (int i = 0; i < 60; ++i) lang += "ë\xF0\x9F\x98\x80 ";
  const std::string text = ical({{"c@z", lang, lang, dag(2023, 3, 15), 570, 60}});
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find("\r\n", at);
    ASSERT_NE(end, std::string::npos);
    EXPECT_LE(end - at, 75u);
    EXPECT_EQ(text.substr(at, end - at).find('\n'), std::string::npos);
    at = end + 2;
  }
}

/// A text cannot add properties: line ends are escaped, other control characters are replaced.
TEST(Icalendar, TekstBlijftTekst) {
  const std::string text = ical({{"d\r\nEND:VEVENT", "x\r\nBEGIN:VALARM", "y\rz\x07", dag(2023, 3, 15), 570, 60}});
  EXPECT_EQ(text.find("\nBEGIN:VALARM"), std::string::npos);
  EXPECT_EQ(text.find("\r\nEND:VEVENT\r\nDTSTAMP"), std::string::npos);
  EXPECT_EQ(text.find('\x07'), std::string::npos);
  EXPECT_THAT(text, HasSubstr("DESCRIPTION:y z"));
}

TEST(Icalendar, ZonderAfsprakenIsHetEenLegeAgenda) {
  const Onderdeel read(icalparser_parse_string(ical({}).c_str()));
  EXPECT_EQ(icalcomponent_count_components(read.get(), ICAL_VEVENT_COMPONENT), 0);
}

}  // namespace
