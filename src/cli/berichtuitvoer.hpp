// Verdicts, messages and progress as the commands on messages show them.
#pragma once

#include <chrono>
#include <fstream>
#include <functional>
#include <map>
#include <memory>
#include <string>

#include "app/berichtcontrole.hpp"
#include "app/berichtmaken.hpp"

namespace zorgkader {

void write_verdict(const Berichtverdict& verdict, std::ostream& out, bool kleur);
/// What a good message asks attention for.
void write_afwijkingen(const iwmo::Berichtbevindingen& found, std::ostream& out, bool kleur);

/// A line on the terminal that is written over; nothing when standard error is no terminal, or the run is short.
class Voortgangsregel {
 public:
  ~Voortgangsregel() { clear(); }
  void show(const Voortgang& at);
  /// Runs what writes other text, which takes the place of the line; the line comes back below it.
  void around(const std::function<void()>& write) const;
  void clear();

 private:
  void draw() const;
  std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now(), last_ = begin_;
  std::string tekst_;  ///< as it stands there; empty when nothing does
};

/// Where messages go: a file, a folder (a file for each), or standard output for one.
class Berichtdoel {
 public:
  explicit Berichtdoel(std::string naar) : naar_(std::move(naar)) {}
  /// Nothing, or a Dutch sentence. Bytes go out whole or not at all.
  std::optional<std::string> write(const iwmo::Boom& bericht);

 private:
  std::string naar_;
  std::size_t count_ = 0;
};

/// Rows of messages, a table for each kind: on standard output or in a file for one kind, in a folder for more.
class Tabeldoel {
 public:
  explicit Tabeldoel(std::string naar) : naar_(std::move(naar)) {}
  std::optional<std::string> write(const std::string& bestand, const iwmo::Boom& bericht);

 private:
  std::string naar_;
  std::map<int, std::unique_ptr<std::ofstream>> open_;  ///< by kind; no file stands for standard output
};

}  // namespace zorgkader
