// The one file of this room that knows libxml2.
#include "feiten/xml.hpp"

#include <fmt/format.h>
#include <libxml/parser.h>
#include <libxml/xmlerror.h>

#include <exception>
#include <memory>

namespace zorgkader::feiten {
namespace {

struct Lezer {
  const Ontvanger& ontvanger;
  Attributen attributen;
  xmlParserCtxtPtr context = nullptr;
  bool had_dtd = false;
  std::exception_ptr exception;  // an exception must not pass through C
};

std::string_view view(const xmlChar* text) {
  return text == nullptr ? "" : reinterpret_cast<const char*>(text);
}

std::string_view view(const xmlChar* begin, const xmlChar* end) {
  return {reinterpret_cast<const char*>(begin), static_cast<std::size_t>(end - begin)};
}

template <typename Work>
void guarded(void* user, Work work) {
  auto& reader = *static_cast<Lezer*>(user);
  if (reader.exception || reader.had_dtd) return;
  try {
    work(reader);
  } catch (...) {
    reader.exception = std::current_exception();
    xmlStopParser(reader.context);
  }
}

void on_open(void* user, const xmlChar* name, const xmlChar*, const xmlChar*, int, const xmlChar**, int count, int,
             const xmlChar** attributes) {
  guarded(user, [&](Lezer& reader) {
    if (!reader.ontvanger.open) return;
    reader.attributen.clear();
    for (int i = 0; i < count; ++i, attributes += 5)
      reader.attributen.add(view(attributes[0]), view(attributes[3], attributes[4]));
    reader.ontvanger.open(view(name), reader.attributen);
  });
}

void on_close(void* user, const xmlChar* name, const xmlChar*, const xmlChar*) {
  guarded(user, [&](Lezer& reader) {
    if (reader.ontvanger.sluit) reader.ontvanger.sluit(view(name));
  });
}

void on_text(void* user, const xmlChar* text, int length) {
  guarded(user, [&](Lezer& reader) {
    if (reader.ontvanger.tekst) reader.ontvanger.tekst(view(text, text + length));
  });
}

void on_dtd(void* user, const xmlChar*, const xmlChar*, const xmlChar*) {
  auto& reader = *static_cast<Lezer*>(user);
  reader.had_dtd = true;
  xmlStopParser(reader.context);
}

/// Errors are asked for afterwards; nothing is printed.
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

struct Vrijgever {
  void operator()(xmlParserCtxtPtr context) const { xmlFreeParserCtxt(context); }
};

}  // namespace

std::optional<std::string> read_xml(const Zip& zip, const std::string& deel, const Ontvanger& ontvanger) {
  xmlSAXHandler sax = handlers();
  Lezer reader{ontvanger, {}, nullptr, false, nullptr};
  static const bool ready = (xmlInitParser(), true);  // once, before threads need it at the same time
  static_cast<void>(ready);
  const std::unique_ptr<xmlParserCtxt, Vrijgever> context(xmlCreatePushParserCtxt(&sax, &reader, nullptr, 0, nullptr));
  if (!context) return "Er is geen geheugen om de werkmap te lezen.";
  reader.context = context.get();
  xmlCtxtUseOptions(context.get(), XML_PARSE_NONET);
  auto fault = zip.read(deel, [&](std::string_view piece) {
    return xmlParseChunk(context.get(), piece.data(), static_cast<int>(piece.size()), 0) == 0;
  });
  if (reader.exception) std::rethrow_exception(reader.exception);
  if (reader.had_dtd) return fmt::format("Het deel {} van de werkmap heeft een DTD, en die wordt geweigerd.", deel);
  if (fault) return fault;
  xmlParseChunk(context.get(), nullptr, 0, 1);
  if (reader.exception) std::rethrow_exception(reader.exception);
  if (context->wellFormed == 0) return fmt::format("Het deel {} van de werkmap is geen geldige XML.", deel);
  return std::nullopt;
}

}  // namespace zorgkader::feiten
