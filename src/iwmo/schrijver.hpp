// Writes a message as a file: UTF-8 without BOM, CR/LF, no empty elements.
#pragma once

#include <string>

#include "iwmo/boom.hpp"

namespace zorgkader::iwmo {

/// The whole file. What was read without findings, or built in the order of the schema, is valid against it.
std::string write_xml(const Boom& boom);

}  // namespace zorgkader::iwmo
