// Verdicts as text, messages to files.
#include "cli/berichtuitvoer.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <iostream>

#include "app/berichtvormen.hpp"
#include "rapport/csv.hpp"
#include "rapport/kleur.hpp"
#include "rapport/tekens.hpp"

namespace zorgkader {
namespace {

namespace fs = std::filesystem;

void write_finding(const iwmo::Berichtbevinding& found, std::ostream& out, bool kleur, const char* voor = "") {
  const std::string line = voor + (found.regel > 0 ? fmt::format("regel {}: ", found.regel) : "");
  out << fmt::format("  {}{} {}\n", line, paint(found.code, kleuren::kVet, kleur), to_printable(found.tekst));
  if (!found.pad.empty()) out << "    " << paint("in " + to_printable(found.pad), kleuren::kMat, kleur) << '\n';
  if (found.niveau > 1 && !found.bepaling.empty())
    out << "    " << paint("regel: " + found.bepaling, kleuren::kMat, kleur) << '\n';
  if (!found.herstel.empty()) out << "    herstel: " << to_printable(found.herstel) << '\n';
}

std::optional<std::string> write_file(const fs::path& pad, const std::string& bytes) {
  std::ofstream out(pad, std::ios::binary);
  out << bytes;
  out.close();
  if (out) return std::nullopt;
  return fmt::format("{} kan niet geschreven worden.", pad.string());
}

/// What stands there already stays: in a folder of answers it may be another's.
std::optional<std::string> write_new(const fs::path& pad, const std::string& bytes) {
  std::ifstream old(pad, std::ios::binary);
  if (!old) return write_file(pad, bytes);
  if (std::string(std::istreambuf_iterator<char>(old), {}) == bytes) return std::nullopt;
  return fmt::format("{} bestaat al en is anders; er wordt niets overschreven. Geef met --naar een lege map.",
                     pad.string());
}

bool is_folder(const std::string& naar) {
  return fs::is_directory(naar) || naar.ends_with('/');
}

std::string line_of(const std::vector<std::string>& cells) {
  std::string out;
  for (const auto& cell : cells) out += (&cell == cells.data() ? "" : ";") + csv_text(cell);
  return out + "\n";
}

}  // namespace

void write_verdict(const Berichtverdict& verdict, std::ostream& out, bool kleur) {
  const std::string kind = verdict.bericht.empty() ? "" : " " + verdict.bericht;
  const std::size_t count = verdict.bevindingen.size() + verdict.niet_getoond;
  const std::string total = count == 0 ? "goed" : count == 1 ? "1 bevinding" : fmt::format("{} bevindingen", count);
  out << fmt::format("{}:{} {}\n", to_printable(verdict.bestand), kind,
                     paint(total, verdict.goed() ? kleuren::kGroen : kleuren::kRood, kleur));
  for (const auto& found : verdict.bevindingen) write_finding(found, out, kleur);
  if (verdict.niet_getoond > 0) out << fmt::format("  en nog {} die niet getoond worden\n", verdict.niet_getoond);
}

void write_afwijkingen(const iwmo::Berichtbevindingen& found, std::ostream& out, bool kleur) {
  for (const auto& one : found) write_finding(one, out, kleur, "let op: ");
}

void Voortgangsregel::show(const Voortgang& at) {
  using std::chrono::milliseconds;
  if (isatty(STDERR_FILENO) == 0) return;
  const auto now = std::chrono::steady_clock::now();
  if (now - begin_ < milliseconds(500) || now - last_ < milliseconds(100)) return;
  last_ = now;
  tekst_ = fmt::format("{} berichten, {} van {} MB", at.gedaan, at.bytes / 1'000'000, at.totaal_bytes / 1'000'000);
  draw();
}

void Voortgangsregel::draw() const {
  fmt::print(stderr, "\r{}\x1b[K", tekst_);
  std::fflush(stderr);
}

void Voortgangsregel::around(const std::function<void()>& write) const {
  if (tekst_.empty()) return write();
  fmt::print(stderr, "\r\x1b[K");
  write();
  std::cout.flush();
  draw();
}

void Voortgangsregel::clear() {
  if (tekst_.empty()) return;
  tekst_.clear();
  draw();
}

std::optional<std::string> Berichtdoel::write(const iwmo::Boom& bericht) {
  const std::string bytes = message_bytes(bericht);
  const bool folder = is_folder(naar_);
  ++count_;
  if (folder) {
    std::error_code error;
    fs::create_directories(naar_, error);
    return write_new(fs::path(naar_) / file_name(bericht), bytes);
  }
  if (count_ > 1) return "Er is meer dan een bericht; geef met --naar een map.";
  if (!naar_.empty()) return write_file(naar_, bytes);
  std::cout << bytes;
  return std::nullopt;
}

std::optional<std::string> Tabeldoel::write(const std::string& bestand, const iwmo::Boom& bericht) {
  const bool folder = is_folder(naar_);
  const auto [at, fresh] = open_.try_emplace(bericht.soort().nummer);
  if (fresh && open_.size() > 1 && !folder) {
    open_.erase(at);
    return "Er zijn berichten van meer dan een soort; geef met --naar een map.";
  }
  if (fresh && !naar_.empty()) {
    std::error_code error;
    if (folder) fs::create_directories(naar_, error);
    at->second = std::make_unique<std::ofstream>(
        folder ? fs::path(naar_) / (bericht.soort().naam + ".csv") : fs::path(naar_), std::ios::binary);
  }
  std::ostream& out = at->second ? *at->second : std::cout;
  if (fresh) out << line_of(csv_columns(bericht.soort()));
  for (const auto& row : csv_rows(bestand, bericht)) out << line_of(row);
  return out ? std::nullopt : std::optional<std::string>("De tabel kan niet geschreven worden.");
}

}  // namespace zorgkader
