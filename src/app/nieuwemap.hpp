// A folder that is to be made, and what stands where it should come.
#pragma once

#include <filesystem>
#include <optional>

#include "values/bevinding.hpp"

namespace zorgkader {

/// Nothing when files can be put here without touching what is there.
std::optional<Bevinding> in_the_way(const std::filesystem::path& map);

}  // namespace zorgkader
