// The one file of this room that knows libxml2: XML to elements, with every limit, no DTD and nothing from elsewhere.
#include "iwmo/lezer.hpp"

#include <fmt/format.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/xmlerror.h>

#include <algorithm>
#include <exception>
#include <memory>
#include <optional>

#include "iwmo/vormtoets.hpp"

namespace zorgkader::iwmo {
namespace {

const char* text_of(const xmlChar* text) {
  return reinterpret_cast<const char*>(text);
}
std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : text_of(text);
}

struct Lezing {
  const Leesgrenzen& grenzen;
  const std::function<void(Deel)>& op_client;
  Gelezen out{nullptr, Boom(release_3_2().berichten.front()), {}, 0, 0};
  std::optional<Vormtoets> toets = {};
  xmlParserCtxtPtr context = nullptr;
  int depth = 0;
  bool stopped = false;
  std::exception_ptr exception = {};  // must not pass through C

  int regel() const { return context->input == nullptr ? 0 : context->input->line; }

  /// A fault after which nothing of the file can be trusted.
  void stop(std::string code, std::string tekst, std::string herstel = {}) {
    if (stopped) return;
    stopped = true;
    Berichtbevinding found;
    found.code = std::move(code);
    found.pad = "Bericht";
    found.regel = regel();
    found.tekst = std::move(tekst);
    found.herstel = std::move(herstel);
    out.bevindingen.push_back(std::move(found));
    xmlStopParser(context);
  }
};

template <typename Work>
void guarded(void* user, Work work) {
  auto& reading = *static_cast<Lezing*>(user);
  if (reading.stopped || reading.exception) return;
  try {
    work(reading);
  } catch (...) {
    reading.exception = std::current_exception();
    xmlStopParser(reading.context);
  }
}

constexpr std::string_view kGeenBericht = "Dit is geen bericht van iWmo 3.2";

void begin(Lezing& r, const xmlChar* name, const xmlChar* space) {
  r.out.soort = release_3_2().bericht_met_ruimte(view(space));
  if (r.out.soort == nullptr || view(name) != "Bericht") {
    r.out.soort = nullptr;
    const std::string_view uri = view(space);
    const std::string what = uri.find("/ijw/") != std::string_view::npos    ? " maar van iJw"
                             : uri.find("/iwmo/") != std::string_view::npos ? " maar van een andere uitgave van iWmo"
                             : uri.empty()                                  ? ": het heeft geen naamruimte"
                                                                            : "";
    return r.stop(
        "XSD",
        fmt::format("{}{} (het begint met {} in naamruimte `{}`).", kGeenBericht, what, view(name), uri.substr(0, 200)),
        "Lever een bericht aan dat begint met Bericht in de naamruimte van iWmo 3.2.");
  }
  r.out.boom = Boom(*r.out.soort);
  r.toets.emplace(*r.out.soort, r.grenzen, r.out, r.op_client);
  r.toets->set_names([&](std::string_view text) {
    return text_of(
        xmlDictLookup(r.context->dict, reinterpret_cast<const xmlChar*>(text.data()), static_cast<int>(text.size())));
  });
}

/// Attributes that a schema may be named with are allowed everywhere; the standard has no others.
void check_attributes(Lezing& r, int count, const xmlChar** attributes) {
  for (int i = 0; i < count; ++i, attributes += 5) {
    const std::string_view name = view(attributes[0]), space = view(attributes[2]);
    if (space == "http://www.w3.org/2001/XMLSchema-instance" &&
        (name == "schemaLocation" || name == "noNamespaceSchemaLocation"))
      continue;
    r.toets->fault(r.regel(), fmt::format("Een element van een bericht heeft geen attributen; hier staat {}.", name),
                   "Haal het attribuut weg.");
  }
}

void on_open(void* user, const xmlChar* name, const xmlChar*, const xmlChar* space, int, const xmlChar**, int count,
             int, const xmlChar** attributes) {
  guarded(user, [&](Lezing& r) {
    if (++r.depth > r.grenzen.diepte)
      return r.stop("XML", fmt::format("De elementen zijn dieper genest dan {}.", r.grenzen.diepte));
    if (!r.toets) begin(r, name, space);
    if (r.stopped) return;
    if (count > 0) check_attributes(r, count, attributes);
    r.toets->open(text_of(name), text_of(space), r.regel());
  });
}

void on_close(void* user, const xmlChar*, const xmlChar*, const xmlChar*) {
  guarded(user, [&](Lezing& r) {
    --r.depth;
    r.toets->close(r.regel());
  });
}

void on_text(void* user, const xmlChar* text, int length) {
  guarded(user, [&](Lezing& r) {
    if (!r.toets) return;
    if (!r.toets->text({text_of(text), static_cast<std::size_t>(length)}, r.regel()))
      r.stop("XML", fmt::format("Een waarde is langer dan {} bytes.", r.grenzen.waarde_bytes));
  });
}

void on_dtd(void* user, const xmlChar*, const xmlChar*, const xmlChar*) {
  guarded(user, [](Lezing& r) {
    r.stop("XML", "Het bestand heeft een DTD (DOCTYPE), en die wordt geweigerd.", "Haal de DOCTYPE weg.");
  });
}

void on_error(void*, xmlErrorPtr) {}

xmlSAXHandler handlers() {
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

std::string xml_fault(const xmlError* error) {
  if (error == nullptr) return "Het bestand is geen welgevormde XML.";
  switch (error->code) {
    case XML_ERR_DOCUMENT_EMPTY:
      return "Het bestand is geen XML: het begint niet met een element.";
    case XML_ERR_TAG_NAME_MISMATCH:
      return "Een sluitend element past niet bij het element dat open is.";
    case XML_ERR_TAG_NOT_FINISHED:
    case XML_ERR_DOCUMENT_END:
      return "Het bestand houdt op voordat het bericht af is.";
    case XML_ERR_INVALID_CHAR:
    case XML_ERR_INVALID_ENCODING:
      return "Hier staat een teken dat in XML in UTF-8 niet mag.";
    case XML_ERR_UNDECLARED_ENTITY:
      return "Hier staat een entiteit die niet bestaat.";
    case XML_NS_ERR_UNDEFINED_NAMESPACE:
      return "Hier staat een voorvoegsel zonder naamruimte.";
    default:
      return fmt::format("Het bestand is geen welgevormde XML (fout {} van libxml2).", error->code);
  }
}

struct Vrijgever {
  void operator()(xmlParserCtxtPtr context) const { xmlFreeParserCtxt(context); }
};

/// Encoding that the XML declaration names; nothing when it names none, `UTF-16` for text that has a NUL in every
/// character.
std::string_view declared_encoding(std::string_view first) {
  if (first.starts_with("\xFE\xFF") || first.starts_with("\xFF\xFE") ||
      first.substr(0, 4).find('\0') != std::string_view::npos)
    return "UTF-16";
  if (!first.starts_with("<?xml")) return {};
  const std::string_view declaration = first.substr(0, first.find("?>"));
  const auto word = declaration.find("encoding");
  const auto open = declaration.find_first_of("\"'", word);
  if (word == std::string_view::npos || open == std::string_view::npos) return {};
  return declaration.substr(open + 1, declaration.find(declaration[open], open + 1) - open - 1);
}

bool is_utf8(std::string_view encoding) {
  constexpr std::string_view kName = "utf-8";
  return encoding.empty() || std::equal(encoding.begin(), encoding.end(), kName.begin(), kName.end(),
                                        [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b; });
}

/// False when the first bytes say that the rest need not be read.
bool check_encoding(Lezing& r, std::string_view first) {
  const std::string_view encoding = declared_encoding(first);
  if (first.starts_with("\xEF\xBB\xBF"))
    r.stop("OP192", "Het bestand begint met een byte order mark.", "Bewaar het als UTF-8 zonder BOM.");
  else if (!is_utf8(encoding))
    r.stop("OP192", fmt::format("Het bestand is in {} geschreven en niet in UTF-8.", encoding.substr(0, 40)),
           "Bewaar het als UTF-8 zonder BOM.");
  return !r.stopped;
}

/// False when libxml2 gave up.
bool feed(Lezing& r, const Bron& bron) {
  bool first = true;
  for (std::string_view piece = bron(); !piece.empty(); piece = bron()) {
    r.out.bytes += piece.size();
    if (first && !check_encoding(r, piece)) return true;
    first = false;
    if (r.out.bytes > r.grenzen.bytes) {
      r.stop("OP179", fmt::format("Het bestand is groter dan {} MB.", r.grenzen.bytes / 1'000'000),
             "Verdeel het over meer berichten.");
      return true;
    }
    const int status = xmlParseChunk(r.context, piece.data(), static_cast<int>(piece.size()), 0);
    if (r.stopped || r.exception || status != 0) return status == 0;
  }
  return xmlParseChunk(r.context, nullptr, 0, 1) == 0;
}

}  // namespace

Bron bron_van(std::string_view bytes) {
  return [bytes]() mutable {
    const std::string_view piece = bytes.substr(0, 1 << 16);
    bytes.remove_prefix(piece.size());
    return piece;
  };
}

Gelezen read_bericht(const Bron& bron, const Leesgrenzen& grenzen, const std::function<void(Deel)>& op_client) {
  xmlSAXHandler sax = handlers();
  Lezing reading{grenzen, op_client};
  const std::unique_ptr<xmlParserCtxt, Vrijgever> context(xmlCreatePushParserCtxt(&sax, &reading, nullptr, 0, nullptr));
  if (!context) throw std::bad_alloc();
  reading.context = context.get();
  xmlCtxtUseOptions(context.get(), XML_PARSE_NONET);
  const bool complete = feed(reading, bron);
  if (reading.exception) std::rethrow_exception(reading.exception);
  const bool namespaces_good = context->nsWellFormed != 0;
  if (!reading.stopped && (!complete || context->wellFormed == 0 || !namespaces_good || reading.out.bytes == 0)) {
    const xmlError* last = xmlCtxtGetLastError(context.get());
    reading.stop("XML", reading.out.bytes == 0 ? "Het bestand is leeg." : xml_fault(last));
    if (last != nullptr && last->line > 0) reading.out.bevindingen.back().regel = last->line;
  }
  return std::move(reading.out);
}

}  // namespace zorgkader::iwmo
