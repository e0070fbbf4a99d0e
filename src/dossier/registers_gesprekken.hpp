// The registers of the region that talks with providers leave; they stand behind its other ones.
#pragma once

#include <vector>

#include "dossier/registersoort.hpp"

namespace zorgkader::dossier {

const std::vector<Registersoort>& registers_van_gesprekken();

}  // namespace zorgkader::dossier
