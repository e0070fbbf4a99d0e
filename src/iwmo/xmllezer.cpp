// The one file of this room that knows libxml2 as a reader: every limit, no DTD and nothing from elsewhere.
#include "iwmo/xmllezer.hpp"

#include <fmt/format.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/xmlerror.h>

#include <algorithm>
#include <exception>
#include <utility>

#include "iwmo/taggrens.hpp"
#include "iwmo/tekens.hpp"

namespace zorgkader::iwmo {
namespace {

const char* text_of(const xmlChar* text) {
  return reinterpret_cast<const char*>(text);
}
std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : text_of(text);
}

}  // namespace

struct XmlLezer::Staat {
  Lezing& lezing;
  xmlParserCtxtPtr context = nullptr;
  Taggrens tag = {};
  int depth = 0;
  int known = 0;                      ///< start tags to come that were read before
  int regel = 1;                      ///< the line after what was handed over
  bool broken = false;                ///< libxml2 gave up
  std::string wacht = {};             ///< bytes that are not handed over yet: a CR, or a part of a character
  std::exception_ptr exception = {};  ///< must not pass through C

  explicit Staat(Lezing& reading) : lezing(reading) {}
  bool goes_on() const { return !broken && !lezing.gestopt && !exception; }
  ~Staat() { xmlFreeParserCtxt(context); }
  Staat(const Staat&) = delete;
  Staat& operator=(const Staat&) = delete;

  template <typename Work>
  static void guarded(void* user, Work work) {
    auto& self = *static_cast<Staat*>(user);
    if (self.lezing.gestopt || self.exception) return;
    try {
      if (self.context->input != nullptr) self.lezing.regel = self.context->input->line;
      work(self, self.lezing);
    } catch (...) {
      self.exception = std::current_exception();
    }
    if (self.lezing.gestopt || self.exception) xmlStopParser(self.context);
  }

  void set_names() {
    lezing.toets->set_names([&](std::string_view text) {
      return text_of(
          xmlDictLookup(context->dict, reinterpret_cast<const xmlChar*>(text.data()), static_cast<int>(text.size())));
    });
  }
};

namespace {

constexpr std::string_view kGeenBericht = "Dit is geen bericht van iWmo 3.2";

void begin(Lezing& r, std::string_view name, std::string_view uri) {
  const Berichtsoort* kind = release_3_2().bericht_met_ruimte(uri);
  if (kind != nullptr && name == "Bericht") return r.begin(*kind);
  const std::string_view own = release_3_2().berichten.front().ruimte;
  const std::string what = kind != nullptr                                      ? ""
                           : uri.starts_with(own.substr(0, own.rfind('/') + 1)) ? ": zo'n soort bericht bestaat niet"
                           : uri.find("/ijw/") != std::string_view::npos        ? " maar van iJw"
                           : uri.find("/iwmo/") != std::string_view::npos ? " maar van een andere uitgave van iWmo"
                           : uri.empty()                                  ? ": het heeft geen naamruimte"
                                                                          : "";
  r.stop("XSD",
         fmt::format("{}{} (het begint met {} in naamruimte `{}`).", kGeenBericht, what, name, shortened(uri, 200)),
         "Lever een bericht aan dat begint met Bericht in de naamruimte van iWmo 3.2.");
}

/// Attributes that a schema may be named with are allowed everywhere; the standard has no others.
void check_attributes(Lezing& r, int count, const xmlChar** attributes) {
  for (int i = 0; i < count; ++i, attributes += 5) {
    const std::string_view name = view(attributes[0]), space = view(attributes[2]);
    if (space == "http://www.w3.org/2001/XMLSchema-instance" &&
        (name == "schemaLocation" || name == "noNamespaceSchemaLocation"))
      continue;
    r.toets->fault(r.regel, fmt::format("Een element van een bericht heeft geen attributen; hier staat {}.", name),
                   "Haal het attribuut weg.");
  }
}

}  // namespace

/// What libxml2 calls.
struct XmlLezer::Gebeurtenissen {
  static void on_open(void* user, const xmlChar* name, const xmlChar*, const xmlChar* space, int, const xmlChar**,
                      int count, int, const xmlChar** attributes) {
    Staat::guarded(user, [&](Staat& self, Lezing& r) {
      if (++self.depth > r.grenzen.diepte)
        return r.stop("XML", fmt::format("De elementen zijn dieper genest dan {}.", r.grenzen.diepte));
      if (self.known > 0) {
        --self.known;
        return;
      }
      if (!r.toets) {
        begin(r, view(name), view(space));
        if (r.gestopt) return;
        self.set_names();
      }
      if (count > 0) check_attributes(r, count, attributes);
      r.toets->open(text_of(name), text_of(space), r.regel);
    });
  }

  static void on_close(void* user, const xmlChar*, const xmlChar*, const xmlChar*) {
    Staat::guarded(user, [](Staat& self, Lezing& r) {
      --self.depth;
      r.toets->close(r.regel);
    });
  }

  static void on_text(void* user, const xmlChar* text, int length) {
    Staat::guarded(user, [&](Staat&, Lezing& r) {
      if (r.toets) r.text({text_of(text), static_cast<std::size_t>(length)});
    });
  }

  static void on_dtd(void* user, const xmlChar*, const xmlChar*, const xmlChar*) {
    Staat::guarded(user, [](Staat&, Lezing& r) {
      r.stop("XML", "Het bestand heeft een DTD (DOCTYPE), en die wordt geweigerd.", "Haal de DOCTYPE weg.");
    });
  }

  static void on_error(void*, xmlErrorPtr) {}

  static xmlSAXHandler all() {
    xmlSAXHandler out{};
    out.initialized = XML_SAX2_MAGIC;
    out.startElementNs = on_open;
    out.endElementNs = on_close;
    out.characters = on_text;
    out.ignorableWhitespace = on_text;
    out.cdataBlock = on_text;
    out.internalSubset = on_dtd;
    out.serror = on_error;
    return out;
  }
};

namespace {

constexpr const char* kSlechtTeken = "Hier staat een teken dat in XML in UTF-8 niet mag.";
constexpr const char* kOpnieuw = "Maak het bestand opnieuw met het programma waar het vandaan komt.";

/// The bytes up to the first character that may not stand in XML, or that is not whole yet.
struct Schoon {
  std::size_t bytes = 0;
  bool slecht = false;
};

Schoon clean_part(std::string_view text) {
  constexpr std::size_t kLongest = 4;
  std::size_t at = 0;
  while (at < text.size()) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) {
      if (byte < 0x20 && !is_space(text[at])) return {at, true};
      ++at;
      continue;
    }
    const Teken wide = wide_character(text.substr(at));
    if (wide.bytes == 0) return {at, text.size() - at >= kLongest || !may_begin(text.substr(at))};
    at += wide.bytes;
  }
  return {at, false};
}

/// `closed`: the first element had ended.
std::string xml_fault(const xmlError* error, bool closed) {
  if (error == nullptr) return "Het bestand is geen welgevormde XML.";
  switch (error->code) {
    case XML_ERR_DOCUMENT_EMPTY:
      return "Het bestand is geen XML: het begint niet met een element.";
    case XML_ERR_TAG_NAME_MISMATCH:
      return "Een sluitend element past niet bij het element dat open is.";
    case XML_ERR_TAG_NOT_FINISHED:
    case XML_ERR_DOCUMENT_END:
      return closed ? "Na het einde van het bericht staat nog iets."
                    : "Het bestand houdt op voordat het bericht af is.";
    case XML_ERR_INVALID_CHAR:
    case XML_ERR_INVALID_ENCODING:
      return kSlechtTeken;
    case XML_ERR_UNDECLARED_ENTITY:
      return "Hier staat een entiteit die niet bestaat.";
    case XML_NS_ERR_UNDEFINED_NAMESPACE:
      return "Hier staat een voorvoegsel zonder naamruimte.";
    default:
      return fmt::format("Het bestand is geen welgevormde XML (fout {} van libxml2).", error->code);
  }
}

}  // namespace

XmlLezer::XmlLezer(Lezing& lezing, const std::string& begin, int open) : staat_(std::make_unique<Staat>(lezing)) {
  xmlSAXHandler sax = Gebeurtenissen::all();
  static const bool ready = (xmlInitParser(), true);  // once, before threads need it at the same time
  static_cast<void>(ready);
  staat_->context = xmlCreatePushParserCtxt(&sax, staat_.get(), nullptr, 0, nullptr);
  if (staat_->context == nullptr) throw std::bad_alloc();
  // What the first bytes or the declaration say of the encoding does not count: it is UTF-8, or there are faults.
  xmlCtxtUseOptions(staat_->context, XML_PARSE_NONET | XML_PARSE_IGNORE_ENC);
  if (open == 0) return;
  staat_->known = open;
  staat_->set_names();
  const int line = lezing.regel;
  feed(begin);
  staat_->context->input->line = line;
  staat_->regel = line;
  lezing.regel = line;
}

XmlLezer::~XmlLezer() = default;

/// libxml2 stumbles over a CR at the end of what it gets, when the file ends there, and what it says of a character
/// that may not be there depends on where the pieces end. So a CR, and a character that is not whole, wait for what
/// follows; and the first bad character is found here.
bool XmlLezer::feed(std::string_view piece) {
  const std::string joined = staat_->wacht.empty() ? "" : std::exchange(staat_->wacht, {}) + std::string(piece);
  if (!joined.empty()) piece = joined;
  const Schoon clean = clean_part(piece);
  if (!clean.slecht) {
    staat_->wacht = piece.substr(clean.bytes);
    if (staat_->wacht.empty() && piece.ends_with('\r')) staat_->wacht = "\r";
    piece.remove_suffix(staat_->wacht.size());
    return piece.empty() || parse(piece);
  }
  piece = piece.substr(0, clean.bytes);
  if (piece.empty() || parse(piece)) stop_at_character();
  return false;
}

void XmlLezer::stop_at_character() {
  staat_->lezing.regel = staat_->regel;
  staat_->lezing.stop("XML", kSlechtTeken, kOpnieuw);
}

bool XmlLezer::parse(std::string_view piece) {
  // libxml2 first gets what comes before the end of our patience: what it finds there does not depend on the pieces.
  const std::size_t size = staat_->tag.take(piece);
  staat_->regel += static_cast<int>(std::count(piece.begin(), piece.begin() + static_cast<std::ptrdiff_t>(size), '\n'));
  staat_->broken = xmlParseChunk(staat_->context, piece.data(), static_cast<int>(size), 0) != 0;
  if (size < piece.size() && !staat_->broken)
    staat_->lezing.stop("XML",
                        fmt::format("Hier staat een element met meer dan {} tekens tussen < en >.", Taggrens::kMost),
                        "Een element van een bericht heeft geen attributen; haal ze weg.");
  return staat_->goes_on();
}

void XmlLezer::finish() {
  xmlParserCtxtPtr context = staat_->context;
  // Alone at the end a CR is the end of a line, as XML has it; a character that is not whole is none.
  if (staat_->goes_on() && !staat_->wacht.empty()) {
    if (staat_->wacht == "\r")
      parse("\n");
    else
      stop_at_character();
  }
  if (staat_->goes_on()) staat_->broken = xmlParseChunk(context, nullptr, 0, 1) != 0;
  if (staat_->exception) std::rethrow_exception(staat_->exception);
  const bool good = !staat_->broken && context->wellFormed != 0 && context->nsWellFormed != 0;
  if (good || staat_->lezing.gestopt) return;
  const xmlError* last = xmlCtxtGetLastError(context);
  if (last != nullptr && last->line > 0) staat_->lezing.regel = last->line;
  staat_->lezing.stop("XML", xml_fault(last, staat_->depth == 0 && staat_->lezing.toets.has_value()), kOpnieuw);
}

}  // namespace zorgkader::iwmo
