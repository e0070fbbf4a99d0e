// The messages of the example region: steps of the plan as 301 to 319, and months as 323.
#pragma once

#include <map>
#include <vector>

#include "app/regioplan.hpp"

namespace zorgkader {

using OpBestand = std::function<void(std::string pad, std::string bytes)>;

/// What the messages so far say of a Traject.
struct Trajectstand {
  bool toegewezen = false;
  Datum besluit{};                   ///< Toewijzingsdatum of the newest version
  std::optional<Datum> eind;         ///< Einddatum of that
  std::string reden_wijziging;       ///< while the message is being made that changes it
  Datum start{};                     ///< of the delivery that goes on
  int gedeclareerd = -1;             ///< month of the last line that was right
  std::string referentie;            ///< of that line
  std::string vorige;                ///< any earlier reference
  std::int64_t volume = 0;           ///< of that line
  std::optional<int> achterstallig;  ///< month to declare later
};

/// What a check grants in the end, in cents.
struct Regiototaal {
  std::size_t gemeente = 0, afzender = 0;
  bool groep = false;
  int jaar_nummer = 0;
  friend auto operator<=>(const Regiototaal&, const Regiototaal&) = default;
};
struct Regiobedrag {
  std::int64_t cent = 0, ouderen_cent = 0;
};

/// What messages leave behind for the other files.
struct Regiotelling {
  std::map<Regiototaal, Regiobedrag> bedragen;
  std::vector<std::string> fouten;  ///< rows of fouten.csv
};

/// What all messages share: numbers, and where their files go.
class Regiopost {
 public:
  Regiopost(const Regioplan& plan, const OpBestand& take) : plan_(plan), take_(take), standen_(plan.trajecten.size()) {}
  const Regioplan& plan() const { return plan_; }
  Trajectstand& stand(std::size_t traject) { return standen_[traject]; }
  std::string gemeente_code(std::size_t client) const {
    return plan_.vraag.gemeenten[plan_.clienten[client].gemeente].code;
  }
  std::int64_t berichten() const { return berichten_; }
  /// Begins the next message.
  iwmo::Boom begin(int soort, const std::string& gemeente, std::size_t afzender, Datum dag);
  /// Hands over a message; returns where.
  std::string send(const iwmo::Boom& bericht, Datum dag);
  /// The same for what the gemeente sends; the provider answers it two days later, but now and then forgets.
  void send_and_answer(const iwmo::Boom& bericht, Datum dag);

 private:
  const Regioplan& plan_;
  const OpBestand& take_;
  std::vector<Trajectstand> standen_;
  std::int64_t berichten_ = 0;
};

/// The messages about one client: 301 to 319.
class Regioberichten {
 public:
  explicit Regioberichten(Regiopost& post) : post_(post), plan_(post.plan()) {}
  void send(const Regiostap& stap);

 private:
  void send_toewijzing(const Regiostap& stap);
  void add_toegewezen(iwmo::Boom& out, iwmo::Deel lines, std::size_t number, bool anew);
  void send_start(const Regiostap& stap);
  void send_stop(const Regiostap& stap);
  void send_verzoek(const Regiostap& stap);
  void send_wijzigingsverzoek(const Regiostap& stap);
  void send_antwoord(const Regiostap& stap);

  Regiopost& post_;
  const Regioplan& plan_;
};

/// The declarations, with the faults.
class Regiodeclaraties {
 public:
  Regiodeclaraties(Regiopost& post, Regiotelling& telling);
  void send(const Regiostap& stap);

 private:
  /// One line as it is declared.
  struct Regel {
    std::size_t traject = 0;
    int maand = 0;
    std::string referentie, vorige;
    std::int64_t toewijzing = 0, volume = 1, tarief_cent = 0;
    std::string_view categorie, code;
    Periode periode{};
    bool credit = false;
    const char* fout = nullptr;  ///< what is wrong, as fouten.csv has it
    const char* codes = "";
    std::int64_t cent() const { return (credit ? -1 : 1) * volume * tarief_cent; }
  };

  void add_lines(std::size_t traject, int maand);
  Regel line(std::size_t traject, int maand);
  void add_correction(std::size_t traject, int maand);
  void add_month(std::size_t traject, int maand);
  void add_outside(std::size_t traject, int maand);
  void add_task(std::size_t traject, int maand);
  void add_right(const Regel& made);
  bool spoil(Regel& made);
  bool draw_fault(std::uint64_t times = 1);
  std::string reference();
  void send_lines(const Regioroute& route, int maand, Datum dag, bool te_vroeg);
  void tell(const std::string& pad, bool te_vroeg);

  Regiopost& post_;
  const Regioplan& plan_;
  Regiotelling& telling_;
  iwmo::Toeval chance_;
  std::vector<Regel> regels_;  ///< of the message that is being made
  std::int64_t referenties_ = 0;
};

/// `registers/` and `lijsten/`.
void write_registers(const Regioplan& plan, const OpBestand& take);
/// `feiten/`.
void write_feiten(const Regioplan& plan, const Regiotelling& telling, const OpBestand& take);

/// A CSV file row by row.
class Regiotabel {
 public:
  explicit Regiotabel(std::string_view kop) : tekst_(std::string(kop) + "\n") {}
  void add(std::initializer_list<std::string> cellen);
  std::string take() { return std::move(tekst_); }

 private:
  std::string tekst_;
};

/// Cents as euros: `1234,50`.
std::string in_euros(std::int64_t cent);

/// Support by PGB of one client in a month, in cents.
std::int64_t pgb_cent(const Regioplan& plan, std::size_t client, int maand);

}  // namespace zorgkader
