// Words of a call to values, findings to standard error.
#include "cli/uitvoer.hpp"

#include <fmt/format.h>
#include <sys/ioctl.h>

#include <cstdlib>

#include "rapport/bevindingen.hpp"

namespace zorgkader {

bool colour(int fd) {
  return isatty(fd) != 0 && std::getenv("NO_COLOR") == nullptr;
}

std::size_t width() {
  winsize w{};
  return ioctl(STDOUT_FILENO, TIOCGWINSZ, &w) == 0 ? w.ws_col : 0;
}

Zet parse_zet(const std::string& text) {
  const auto equals = text.find('=');
  if (equals == std::string::npos || equals == 0) throw VerkeerdGebruik(fmt::format("`{}` is geen NAAM=WAARDE.", text));
  return {text.substr(0, equals), text.substr(equals + 1)};
}

std::vector<Zet> parse_zetten(const std::vector<std::string>& texts) {
  std::vector<Zet> out;
  for (const std::string& text : texts) out.push_back(parse_zet(text));
  return out;
}

std::optional<Datum> parse_peildatum(const std::string& text) {
  if (text.empty()) return std::nullopt;
  const auto out = parse_datum(text);
  if (!out) throw VerkeerdGebruik(fmt::format("`{}` is geen datum; schrijf bijvoorbeeld 2022-03-01.", text));
  return out;
}

int finish(const Bevindingen& found, bool wrong_use) {
  if (!found.empty()) write_bevindingen(std::cerr, found, colour(STDERR_FILENO));
  std::cout.flush();
  if (!std::cout.good()) {
    fmt::print(stderr, "zorgkader: de uitvoer kon niet geschreven worden.\n");
    return kBevindingen;
  }
  return wrong_use ? kVerkeerdGebruik : has_errors(found) ? kBevindingen : kGoed;
}

Bevinding write_fault(const std::string& naar, std::string what) {
  return {Ernst::fout, "bestand-schrijffout", {naar, 0, 0, 0}, std::move(what), "", ""};
}

Bevindingen write_to(const std::string& naar, const std::function<void(std::ostream&)>& write) {
  std::ofstream file;
  if (!naar.empty()) {
    file.open(naar, std::ios::binary);
    if (!file) return {write_fault(naar, "Het bestand kan niet worden gemaakt.")};
  }
  std::ostream& out = naar.empty() ? std::cout : file;
  write(out);
  out.flush();
  if (!out.good()) return {write_fault(naar, "De uitvoer kon niet geheel worden geschreven.")};
  return {};
}

}  // namespace zorgkader
