// A page that stands alone: nothing is fetched, nothing runs, and it prints on A4.
#pragma once

#include <iosfwd>
#include <string>

namespace zorgkader {

/// A text within a page or a drawing: what would be read as markup is not.
std::string html(const std::string& text);

/// Up to and including the heading, with the status behind it when there is one: `concept`.
void begin_bladzijde(const std::string& titel, const std::string& status, std::ostream& out);
void end_bladzijde(std::ostream& out);

}  // namespace zorgkader
