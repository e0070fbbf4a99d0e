// A scanner for what senders of messages write; every doubt is left to libxml2.
#include "iwmo/snelspoor.hpp"

#include <algorithm>
#include <cstring>

#include "iwmo/tekens.hpp"

namespace zorgkader::iwmo {
namespace {

constexpr std::size_t kLongestTag = 128, kLongestRoot = 2048, kPlaces = 512;
constexpr std::string_view kDeclaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

bool is_name_char(char c) {
  return is_letter(c) || is_digit(c);
}

/// `&amp;` and the like; 0 when it is another reference.
std::size_t reference(std::string_view text, char& into) {
  static constexpr std::pair<std::string_view, char> kKnown[] = {
      {"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}};
  for (const auto& [name, c] : kKnown) {
    if (!text.starts_with(name)) continue;
    into = c;
    return name.size();
  }
  return 0;
}

std::size_t place_of(std::string_view text) {
  std::size_t out = text.size();
  for (const char c : text.substr(text.size() > 8 ? text.size() - 8 : 0))
    out = out * 31 + static_cast<unsigned char>(c);
  return (out + (text.size() > 12 ? static_cast<unsigned char>(text[text.size() - 10]) * 7U : 0)) % kPlaces;
}

}  // namespace

std::size_t Snelspoor::take(std::string_view bytes, bool last) {
  at_ = bytes.data();
  end_ = at_ + bytes.size();
  const char* from = at_;
  if (!begun_ && !begin()) return 0;
  while (!complete_ && !unusual_ && !lezing_.gestopt && token(last)) {
  }
  return static_cast<std::size_t>(at_ - from);
}

std::string Snelspoor::start_tags() const {
  std::string out = root_;
  for (std::size_t i = 1; i < open_.size(); ++i) ((out += '<') += open_[i]->tekst) += '>';
  return out;
}

/// Declaration and first start tag together, or nothing yet.
bool Snelspoor::begin() {
  const std::string_view bytes(at_, static_cast<std::size_t>(end_ - at_));
  std::size_t at = 0;
  if (bytes.size() < kDeclaration.size()) return false;
  if (bytes.starts_with("<?")) {
    if (!bytes.starts_with(kDeclaration)) return leave();
    at = kDeclaration.size();
  }
  int lines = 0;
  for (; at < bytes.size() && is_space(bytes[at]); ++at) {
    if (bytes[at] == '\r' && (at + 1 == bytes.size() || bytes[at + 1] != '\n'))
      return at + 1 == bytes.size() ? false : leave();
    lines += bytes[at] == '\n' ? 1 : 0;
  }
  const auto close = bytes.find('>', at);
  if (close == std::string_view::npos) return bytes.size() - at > kLongestRoot ? leave() : false;
  if (bytes[at] != '<' || close - at > kLongestRoot) return leave();
  const std::string_view tag = bytes.substr(at, close + 1 - at);
  if (!read_root(tag)) return leave();
  lezing_.regel += lines + static_cast<int>(std::count(tag.begin(), tag.end(), '\n'));
  lezing_.toets->open(open_[0]->naam, open_[0]->ruimte, lezing_.regel);
  at_ += close + 1;
  begun_ = true;
  return true;
}

/// `<p:Bericht xmlns:p="..." xmlns:q="...">`
bool Snelspoor::read_root(std::string_view tag) {
  std::size_t at = 1;
  while (is_name_char(tag[at]) || tag[at] == ':') ++at;
  const std::string_view name = tag.substr(1, at - 1);
  const Berichtsoort* kind = nullptr;
  std::vector<std::pair<std::string_view, std::string_view>> found;
  while (tag[at] != '>') {
    if (!is_space(tag[at])) return false;
    while (is_space(tag[at])) ++at;
    if (tag[at] == '>') break;
    const auto equals = tag.find('=', at);
    if (equals == std::string_view::npos || equals + 1 >= tag.size()) return false;
    const std::string_view attribute = tag.substr(at, equals - at);
    const char quote = tag[equals + 1];
    const auto end = tag.find(quote, equals + 2);
    if ((quote != '"' && quote != '\'') || end == std::string_view::npos || !attribute.starts_with("xmlns"))
      return false;
    if (attribute.size() > 5 && (attribute[5] != ':' || attribute.size() == 6)) return false;
    const std::string_view uri = tag.substr(equals + 2, end - equals - 2);
    found.emplace_back(attribute.size() > 5 ? attribute.substr(6) : "", uri);
    if (const Berichtsoort* k = release_3_2().bericht_met_ruimte(uri)) kind = k;
    at = end + 1;
  }
  if (kind == nullptr) return false;
  for (const auto& [prefix, uri] : found) {
    const char* space = uri == kind->ruimte                ? kind->ruimte.c_str()
                        : uri == release_3_2().basisruimte ? release_3_2().basisruimte.c_str()
                                                           : nullptr;
    const bool odd = prefix.starts_with("xml") || !std::all_of(prefix.begin(), prefix.end(), is_name_char) ||
                     (!prefix.empty() && prefix[0] <= '9');
    const bool twice =
        std::any_of(spaces_.begin(), spaces_.end(), [&, p = prefix](const auto& s) { return s.first == p; });
    if (space == nullptr || odd || twice) return false;
    spaces_.emplace_back(prefix, space);
  }
  const auto colon = name.find(':');
  const std::string_view prefix = colon == std::string_view::npos ? "" : name.substr(0, colon);
  if (name.substr(colon == std::string_view::npos ? 0 : colon + 1) != "Bericht") return false;
  const auto own = std::find_if(spaces_.begin(), spaces_.end(), [&](const auto& s) { return s.first == prefix; });
  if (own == spaces_.end() || own->second != kind->ruimte.c_str()) return false;
  lezing_.begin(*kind);
  lezing_.toets->set_names([](std::string_view text) { return text.data(); });
  names_.resize(kPlaces);
  root_ = tag;
  std::replace_if(root_.begin(), root_.end(), is_space, ' ');
  open_.push_back(find(name));
  return true;
}

const Snelspoor::Naam* Snelspoor::find(std::string_view tekst) {
  for (std::size_t at = place_of(tekst);; at = (at + 1) % kPlaces) {
    if (names_[at].naam == nullptr) break;
    if (names_[at].tekst == tekst) return &names_[at];
  }
  return resolve(tekst);
}

/// A name that is met for the first time. There are far fewer names in the schema than places.
const Snelspoor::Naam* Snelspoor::resolve(std::string_view tekst) {
  const auto colon = tekst.find(':');
  const std::string_view prefix = colon == std::string_view::npos ? "" : tekst.substr(0, colon);
  const std::string_view local = tekst.substr(colon == std::string_view::npos ? 0 : colon + 1);
  const auto space = std::find_if(spaces_.begin(), spaces_.end(), [&](const auto& s) { return s.first == prefix; });
  const auto& elements = lezing_.out.soort->elementen;
  const auto element =
      std::find_if(elements.begin(), elements.end(), [&](const Element& e) { return e.naam == local; });
  if (space == spaces_.end() || element == elements.end() || (colon != std::string_view::npos && prefix.empty()) ||
      ++known_ > kPlaces / 2)
    return nullptr;
  std::size_t at = place_of(tekst);
  while (names_[at].naam != nullptr) at = (at + 1) % kPlaces;
  names_[at] = {std::string(tekst), element->naam.data(), space->second};
  return &names_[at];
}

/// Text up to the next tag, and that tag. False when there is none whole, or it is unusual.
bool Snelspoor::token(bool last) {
  const auto* tag = static_cast<const char*>(std::memchr(at_, '<', static_cast<std::size_t>(end_ - at_)));
  if (tag == nullptr || tag + 1 == end_) return false;
  if (tag[1] == '!' || tag[1] == '?') return leave();
  const auto reach = std::min(kLongestTag, static_cast<std::size_t>(end_ - tag));
  const auto* close = static_cast<const char*>(std::memchr(tag, '>', reach));
  if (close == nullptr) return reach == kLongestTag ? leave() : false;
  const bool closing = tag[1] == '/';
  const std::string_view name(tag + (closing ? 2 : 1), static_cast<std::size_t>(close - tag - (closing ? 2 : 1)));
  if (closing && open_.size() == 1 && !last) return false;  // what follows the message must be seen first
  if (tag != at_ && !text({at_, static_cast<std::size_t>(tag - at_)})) return false;
  at_ = tag;
  if (lezing_.gestopt || !(closing ? close_tag(name, close + 1, last) : open_tag(name))) return false;
  at_ = close + 1;
  return true;
}

bool Snelspoor::open_tag(std::string_view naam) {
  const Naam* known = find(naam);
  if (known == nullptr || open_.size() >= static_cast<std::size_t>(lezing_.grenzen.diepte)) return leave();
  open_.push_back(known);
  lezing_.toets->open(known->naam, known->ruimte, lezing_.regel);
  return true;
}

bool Snelspoor::close_tag(std::string_view naam, const char* after, bool last) {
  if (open_.back()->tekst != naam) return leave();
  if (open_.size() == 1) {
    if (!last || !std::all_of(after, end_, is_space)) return leave();
    complete_ = true;
  }
  open_.pop_back();
  lezing_.toets->close(lezing_.regel);
  return true;
}

bool Snelspoor::text(std::string_view raw) {
  return lezing_.toets->in_value() ? value(raw) : between(raw);
}

/// White space between elements.
bool Snelspoor::between(std::string_view raw) {
  int lines = 0;
  for (std::size_t i = 0; i < raw.size(); ++i) {
    if (!is_space(raw[i]) || (raw[i] == '\r' && (i + 1 == raw.size() || raw[i + 1] != '\n'))) return leave();
    lines += raw[i] == '\n' ? 1 : 0;
  }
  lezing_.regel += lines;
  return true;
}

bool Snelspoor::value(std::string_view raw) {
  const auto is_plain = [](char c) { return c >= 0x20 && c < 0x7F && c != '&' && c != '>'; };
  if (std::all_of(raw.begin(), raw.end(), is_plain)) {
    lezing_.text(raw);
    return true;
  }
  value_.clear();
  for (const char *at = raw.data(), *end = at + raw.size(); at < end;) {
    const std::size_t size = character(at, end, raw.data());
    if (size == 0) return leave();
    at += size;
  }
  lezing_.regel += static_cast<int>(std::count(value_.begin(), value_.end(), '\n'));
  lezing_.text(value_);
  return true;
}

/// Adds what stands here to the value; how many bytes it took, or 0 when it is for another reader.
std::size_t Snelspoor::character(const char* at, const char* end, const char* begin) {
  const char c = *at;
  if (c == '\r') return at + 1 < end && at[1] == '\n' ? 1 : 0;  // a line end is LF
  if (c == '&') {
    char shown = c;
    const std::size_t size = reference({at, static_cast<std::size_t>(end - at)}, shown);
    value_ += shown;
    return size;
  }
  const bool wide = static_cast<unsigned char>(c) >= 0x80;
  if (!wide && static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t') return 0;
  if (c == '>' && at - begin >= 2 && at[-1] == ']' && at[-2] == ']') return 0;
  const std::size_t size = wide ? wide_character({at, static_cast<std::size_t>(end - at)}).bytes : 1;
  value_.append(at, size);
  return size;
}

}  // namespace zorgkader::iwmo
