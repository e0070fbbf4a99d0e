// SHA-256: the print of a file that every system has a program for.
#pragma once

#include <string>
#include <string_view>

namespace zorgkader::dossier {

/// 64 hexadecimal characters.
std::string sha256(std::string_view bytes);

}  // namespace zorgkader::dossier
