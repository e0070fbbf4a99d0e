// libical keeps the rules of the format: escapes, folded lines, order of properties.
#include "rapport/icalendar.hpp"

#include <libical/ical.h>

#include <memory>
#include <ostream>

#include "rapport/tekens.hpp"

namespace zorgkader {
namespace {

constexpr const char* kZone = "Europe/Amsterdam";

/// The clock in the Netherlands since 1996 (directive 2000/84/EC); the zones of the system differ from machine to
/// machine.
constexpr const char* kVtimezone =
    "BEGIN:VTIMEZONE\r\nTZID:Europe/Amsterdam\r\n"
    "BEGIN:DAYLIGHT\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nTZNAME:CEST\r\nDTSTART:19960331T020000\r\n"
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nEND:DAYLIGHT\r\n"
    "BEGIN:STANDARD\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nTZNAME:CET\r\nDTSTART:19961027T030000\r\n"
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nEND:STANDARD\r\n"
    "END:VTIMEZONE\r\n";

struct Vrijgave {
  void operator()(icalcomponent* c) const { icalcomponent_free(c); }
  void operator()(char* text) const { icalmemory_free_buffer(text); }
};

/// Lines stay lines; nothing else that commands a device.
std::string text_of(const std::string& text) {
  std::string out;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    out += (at == 0 ? "" : "\n") + to_printable(std::string_view(text).substr(at, end - at));
    at = end + 1;
  }
  return out;
}

icaltimetype time_of(Datum dag, int minuten) {
  const std::chrono::year_month_day ymd(dag + std::chrono::days(minuten / (24 * 60)));
  icaltimetype out = icaltime_null_time();
  out.year = static_cast<int>(ymd.year());
  out.month = static_cast<int>(static_cast<unsigned>(ymd.month()));
  out.day = static_cast<int>(static_cast<unsigned>(ymd.day()));
  out.hour = minuten / 60 % 24;
  out.minute = minuten % 60;
  return out;
}

icalproperty* in_zone(icalproperty* property) {
  icalproperty_add_parameter(property, icalparameter_new_tzid(kZone));
  return property;
}

icalcomponent* event(const Afspraak& a, icaltimetype made) {
  icalcomponent* out = icalcomponent_new(ICAL_VEVENT_COMPONENT);
  const auto add = [&](icalproperty* property) { icalcomponent_add_property(out, property); };
  add(icalproperty_new_uid(to_printable(a.uid).c_str()));
  add(icalproperty_new_dtstamp(made));
  add(in_zone(icalproperty_new_dtstart(time_of(a.dag, a.begin))));
  add(in_zone(icalproperty_new_dtend(time_of(a.dag, a.begin + a.minuten))));
  add(icalproperty_new_summary(to_printable(a.titel).c_str()));
  if (!a.omschrijving.empty()) add(icalproperty_new_description(text_of(a.omschrijving).c_str()));
  return out;
}

icaltimetype utc(Moment moment) {
  const auto day = std::chrono::floor<std::chrono::days>(moment);
  const auto seconds = std::chrono::floor<std::chrono::seconds>(moment - day).count();
  icaltimetype out = time_of(day, static_cast<int>(seconds / 60));
  out.second = static_cast<int>(seconds % 60);
  out.zone = icaltimezone_get_utc_timezone();
  return out;
}

}  // namespace

void write_ical(const Afsprakenlijst& lijst, std::ostream& out) {
  const std::unique_ptr<icalcomponent, Vrijgave> calendar(icalcomponent_new(ICAL_VCALENDAR_COMPONENT));
  const auto add = [&](icalproperty* property) { icalcomponent_add_property(calendar.get(), property); };
  add(icalproperty_new_version("2.0"));
  add(icalproperty_new_prodid("-//Zorgkader//Gesprekken//NL"));
  add(icalproperty_new_method(ICAL_METHOD_PUBLISH));
  icalproperty* name = icalproperty_new_x(to_printable(lijst.naam).c_str());
  icalproperty_set_x_name(name, "X-WR-CALNAME");
  add(name);
  icalcomponent_add_component(calendar.get(), icalparser_parse_string(kVtimezone));
  for (const Afspraak& a : lijst.afspraken) icalcomponent_add_component(calendar.get(), event(a, utc(lijst.nu)));
  const std::unique_ptr<char, Vrijgave> text(icalcomponent_as_ical_string_r(calendar.get()));
  out << text.get();
}

}  // namespace zorgkader
