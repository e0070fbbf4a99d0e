// Where the system keeps such folders.
#include "app/tijdelijkemap.hpp"

#include <stdlib.h>

#include <string>
#include <system_error>

#include "dossier/logboek.hpp"

namespace zorgkader {

namespace fs = std::filesystem;

Tijdelijkemap::Tijdelijkemap() {
  std::string name = (fs::temp_directory_path() / "zorgkader-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr)
    throw dossier::OpslagFout("De map voor tijdelijke bestanden is niet te schrijven.");
  pad_ = name;
}

Tijdelijkemap::~Tijdelijkemap() {
  std::error_code ignored;
  fs::remove_all(pad_, ignored);
}

}  // namespace zorgkader
