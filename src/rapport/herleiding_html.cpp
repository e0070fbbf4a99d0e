// Derivations as a page: an amount a line, which opens to the tree of what it was made of.
#include <fmt/format.h>

#include <ostream>
#include <set>

#include "rapport/bladzijde.hpp"
#include "rapport/herleiding.hpp"
#include "rapport/uitkomst.hpp"

namespace zorgkader {
namespace {

class Tak {
 public:
  Tak(const Herleiding& h, std::size_t number, std::ostream& out) : h_(h), number_(number), out_(out) {}

  void write(std::size_t step) {
    const HerleidingStap& s = h_.stappen[step];
    const bool repeated = !shown_.insert(step).second && !s.van.empty();
    out_ << (repeated ? "<li>" : fmt::format("<li id=\"{}\">", anchor(step))) << "<b>" << html(s.naam) << "</b>"
         << html(key_text(s, " · ")) << " = <span class=\"bedrag\">" << html(shown_value(s)) << "</span> " << role(s);
    if (repeated) {
      out_ << fmt::format(" <a href=\"#{}\">zie hierboven</a></li>\n", anchor(step));
      return;
    }
    details(s);
    if (!s.van.empty() || s.weggelaten > 0) {
      out_ << "\n<ul>\n";
      for (const std::size_t from : s.van) write(from);
      if (s.weggelaten > 0) out_ << fmt::format("<li class=\"noot\">en nog {} rijen</li>\n", s.weggelaten);
      out_ << "</ul>";
    }
    out_ << "</li>\n";
  }

 private:
  std::string anchor(std::size_t step) const { return fmt::format("r{}s{}", number_, step); }

  static std::string role(const HerleidingStap& s) {
    std::string out = "<span class=\"noot\">" + html(s.rol);
    if (!s.herkomst.empty()) out += ": " + html(s.herkomst);
    if (s.rol == "parameter" && s.van.empty()) out += html(fmt::format(": {} (regel {})", s.kop, s.regel));
    return out + "</span>";
  }

  void details(const HerleidingStap& s) {
    const bool plain = is_plain(s);
    if (!plain && s.formule != s.naam) out_ << "<div class=\"formule\">" << html(s.formule) << "</div>";
    if (!plain && !s.ingevuld.empty() && s.ingevuld != s.formule)
      out_ << "<div class=\"formule\">= " << html(s.ingevuld) << "</div>";
    if (!s.toelichting.empty()) out_ << "<div class=\"noot\">" << html(s.toelichting) << "</div>";
    if (!s.kop.empty() && !plain)
      out_ << "<div class=\"noot\">" << html(fmt::format("{} (regel {})", s.kop, s.regel))
           << (s.bron.empty() ? "" : "; bron: " + html(s.bron)) << "</div>";
  }

  const Herleiding& h_;
  std::size_t number_;
  std::ostream& out_;
  std::set<std::size_t> shown_;
};

}  // namespace

void write_herleidingen_html(const Uitkomst& u, const std::vector<Herleiding>& each, std::ostream& out) {
  begin_bladzijde(u.tabel.naam, status_naam(u), out);
  out << "<dl>\n<dt>staat in</dt><dd>" << html(fmt::format("{} (regel {})", u.kop, u.regel)) << "</dd>\n";
  if (!u.bron.empty()) out << "<dt>bron</dt><dd>" << html(u.bron) << "</dd>\n";
  out << "</dl>\n<p>Open een regel om te zien hoe het bedrag tot stand kwam: van de formule in de regeling tot de "
         "cijfers die "
         "zijn aangeleverd.</p>\n";
  for (std::size_t i = 0; i < each.size(); ++i) {
    if (each[i].stappen.empty()) continue;
    const HerleidingStap& asked = each[i].stappen.back();
    const std::string keys = key_text(asked, "");
    out << "<details><summary>" << html(keys.empty() ? asked.naam : keys) << ": <span class=\"bedrag\">"
        << html(shown_value(asked)) << "</span></summary>\n<ul class=\"boom\">\n";
    Tak(each[i], i, out).write(each[i].stappen.size() - 1);
    out << "</ul></details>\n";
  }
  if (each.size() < u.tabel.size())
    out << fmt::format("<p class=\"noot\">En nog {} rijen, waarvan de herleiding hier niet staat.</p>\n",
                       u.tabel.size() - each.size());
  end_bladzijde(out);
}

}  // namespace zorgkader
