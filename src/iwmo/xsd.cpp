// Validation by libxml2 while it parses, against schema files in a folder.
#include "iwmo/xsd.hpp"

#include <fmt/format.h>
#include <libxml/parser.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlschemas.h>

namespace zorgkader::iwmo {
namespace {

template <auto Free>
struct Vrijgever {
  template <typename T>
  void operator()(T* thing) const {
    Free(thing);
  }
};

template <typename T, auto Free>
using Eigen = std::unique_ptr<T, Vrijgever<Free>>;

std::string one_line(const char* message) {
  std::string out = message == nullptr ? "" : message;
  while (!out.empty() && (out.back() == '\n' || out.back() == ' ')) out.pop_back();
  return out;
}

Berichtbevinding finding(std::string code, int regel, std::string tekst) {
  Berichtbevinding out = make_bevinding(std::move(code), "Bericht", regel, std::move(tekst));
  out.bepaling = "Het bericht past in het officiële schema.";
  return out;
}

struct Verzameling {
  Berichtbevindingen found;
  std::size_t most;
};

// libxml2 2.9 hands out errors as xmlErrorPtr, later versions as const xmlError*.
#if LIBXML_VERSION >= 21200
using Fout = const xmlError*;
#else
using Fout = xmlErrorPtr;
#endif

void collect(void* user, Fout error) {
  auto& out = *static_cast<Verzameling*>(user);
  if (out.found.size() < out.most)
    out.found.push_back(
        finding("XSD", error->line, fmt::format("Het officiële schema meldt: {}", one_line(error->message))));
}

void first_message(void* user, Fout error) {
  auto& out = *static_cast<std::string*>(user);
  if (out.empty()) out = one_line(error->message);
}

void refuse_dtd(void* user, const xmlChar*, const xmlChar*, const xmlChar*) {
  xmlStopParser(static_cast<xmlParserCtxtPtr>(user));
}
xmlEntityPtr no_entity(void*, const xmlChar*) {
  return nullptr;
}

/// Nothing is built: the events only pass to the validator.
xmlSAXHandler quiet() {
  xmlSAXHandler out{};
  out.initialized = XML_SAX2_MAGIC;
  out.internalSubset = refuse_dtd;
  out.getEntity = no_entity;
  return out;
}

}  // namespace

struct Xsd::Schema {
  Eigen<xmlSchema, xmlSchemaFree> schema;
  std::string fault;
};

Xsd::Xsd(std::filesystem::path map) : map_(std::move(map)) {}
Xsd::~Xsd() = default;

const Xsd::Schema& Xsd::schema(const Berichtsoort& soort) {
  auto& made = schemas_[soort.nummer];
  if (made) return *made;
  made = std::make_unique<Schema>();
  const auto file = map_ / (soort.naam + ".xsd");
  if (!std::filesystem::is_regular_file(file)) {
    made->fault = fmt::format("In {} staat geen {}.xsd.", map_.string(), soort.naam);
    return *made;
  }
  static const bool ready = (xmlInitParser(), true);  // once, before threads need it at the same time
  static_cast<void>(ready);
  const Eigen<xmlSchemaParserCtxt, xmlSchemaFreeParserCtxt> parser(xmlSchemaNewParserCtxt(file.c_str()));
  std::string why;
  xmlSchemaSetParserStructuredErrors(parser.get(), first_message, &why);
  made->schema.reset(xmlSchemaParse(parser.get()));
  if (!made->schema) made->fault = fmt::format("{} is geen bruikbaar schema: {}", file.string(), why);
  return *made;
}

Berichtbevindingen Xsd::check(const Berichtsoort& soort, const Bron& bron, const Leesgrenzen& grenzen) {
  const Schema& rules = schema(soort);
  if (!rules.schema) return {finding("BESTAND", 0, rules.fault)};
  Verzameling out{{}, grenzen.bevindingen};
  const Eigen<xmlSchemaValidCtxt, xmlSchemaFreeValidCtxt> valid(xmlSchemaNewValidCtxt(rules.schema.get()));
  xmlSchemaSetValidStructuredErrors(valid.get(), collect, &out);
  xmlSAXHandler sax = quiet();
  const Eigen<xmlParserCtxt, xmlFreeParserCtxt> parser(xmlCreatePushParserCtxt(&sax, nullptr, nullptr, 0, nullptr));
  if (!parser || !valid) throw std::bad_alloc();
  xmlCtxtUseOptions(parser.get(), XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  parser->userData = parser.get();
  const xmlSchemaSAXPlugPtr plug = xmlSchemaSAXPlug(valid.get(), &parser->sax, &parser->userData);
  xmlSchemaValidateSetLocator(
      valid.get(),
      [](void* context, const char** file, unsigned long* line) {
        if (file != nullptr) *file = nullptr;
        if (line != nullptr) *line = static_cast<unsigned long>(xmlSAX2GetLineNumber(context));
        return 0;
      },
      parser.get());
  std::size_t bytes = 0;
  for (std::string_view piece = bron(); !piece.empty() && bytes <= grenzen.bytes; piece = bron()) {
    bytes += piece.size();
    if (xmlParseChunk(parser.get(), piece.data(), static_cast<int>(piece.size()), 0) != 0) break;
  }
  xmlParseChunk(parser.get(), nullptr, 0, 1);
  xmlSchemaSAXUnplug(plug);
  return std::move(out.found);
}

}  // namespace zorgkader::iwmo
