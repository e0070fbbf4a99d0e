// Rows of the dossier for people and programs.
#pragma once

#include "app/dossierstand.hpp"
#include "rapport/lijst.hpp"

namespace zorgkader {

/// Columns in which nothing stands are left out; an end that is open is empty; only euros are numbers, as a number such
/// as a toewijzing is a name.
Lijst lijst_van(const dossier::Dossiertabel& table);

}  // namespace zorgkader
