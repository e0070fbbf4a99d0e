// The one file that calls SQLite.
#include "storage/sqlite.hpp"

#include <fmt/format.h>
#include <sqlite3.h>
#include <unistd.h>

#include <cctype>
#include <filesystem>

namespace zorgkader::storage {

using dossier::OpslagFout;

namespace {

namespace fs = std::filesystem;

/// Where nobody may write, as on a disc or in an archive: no other program changes the file, and a reader has no place
/// for the index that readers and writers share. What is in a log beside the file would not be seen.
bool lies_still(const std::string& pad) {
  std::error_code error;
  const std::string folder = fs::path(pad).has_parent_path() ? fs::path(pad).parent_path().string() : ".";
  return access(folder.c_str(), W_OK) != 0 && !fs::exists(pad + "-wal", error);
}

std::string uri_of(const std::string& pad) {
  std::string out = "file:";
  for (const char c : fs::absolute(pad).string()) {
    const bool plain = std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '/' || c == '-' || c == '_' || c == '.';
    out += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return out + "?immutable=1";
}

}  // namespace

Sqlite::Sqlite(const std::string& pad, Toegang toegang, const char* vfs) : pad_(pad) {
  const int flags = toegang == Toegang::lezen ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  const std::string name = toegang == Toegang::lezen && lies_still(pad) ? uri_of(pad) : pad;
  const int code = sqlite3_open_v2(name.c_str(), &handle_, flags | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_URI, vfs);
  if (code != SQLITE_OK) {
    sqlite3* broken = handle_;
    handle_ = nullptr;
    sqlite3_close(broken);
    throw OpslagFout(fmt::format("Het dossier {} kan niet geopend worden: bestaat het, en mag u het {}?", pad,
                                 toegang == Toegang::lezen ? "lezen" : "schrijven"));
  }
  try {
    constexpr int kWaitMs = 5000;
    sqlite3_busy_timeout(handle_, kWaitMs);
    if (toegang == Toegang::schrijven) run("PRAGMA journal_mode = WAL");
    run("PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF");
  } catch (...) {
    sqlite3_close(handle_);
    throw;
  }
}

Sqlite::~Sqlite() {
  sqlite3_close(handle_);
}

void Sqlite::fail(int code) const {
  switch (code & 0xFF) {
    case SQLITE_FULL:
      throw OpslagFout(
          fmt::format("De schijf met {} is vol; er is niets half vastgelegd. Maak ruimte en probeer opnieuw.", pad_));
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      throw OpslagFout(fmt::format("Een ander programma houdt {} bezet. Probeer het zo meteen opnieuw.", pad_));
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
      throw OpslagFout(fmt::format("{} is geen dossier, of is beschadigd. Zet de laatste reservekopie terug.", pad_));
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
      throw OpslagFout(fmt::format("In {} mag niet geschreven worden.", pad_));
    default:
      throw OpslagFout(fmt::format("Het dossier {} is niet te lezen of te schrijven ({}); er is niets half vastgelegd.",
                                   pad_, sqlite3_errmsg(handle_)));
  }
}

void Sqlite::run(const char* sql) {
  if (const int code = sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr); code != SQLITE_OK) fail(code);
}

void Sqlite::copy_to(const std::string& pad) const {
  Sqlite target(pad, Toegang::schrijven);
  sqlite3_backup* copy = sqlite3_backup_init(target.handle_, "main", handle_, "main");
  if (copy == nullptr) target.fail(sqlite3_errcode(target.handle_));
  constexpr int kPages = 1000;
  int code = SQLITE_OK;
  while (code == SQLITE_OK || code == SQLITE_BUSY || code == SQLITE_LOCKED) {
    code = sqlite3_backup_step(copy, kPages);
    if (code == SQLITE_BUSY || code == SQLITE_LOCKED) sqlite3_sleep(10);
  }
  sqlite3_backup_finish(copy);
  if (code != SQLITE_DONE) target.fail(code);
}

Opdracht::Opdracht(Sqlite& base, std::string_view sql) : base_(base) {
  const int code = sqlite3_prepare_v2(base.handle_, sql.data(), static_cast<int>(sql.size()), &statement_, nullptr);
  if (code != SQLITE_OK) base.fail(code);
}

Opdracht::~Opdracht() {
  sqlite3_finalize(statement_);
}

Opdracht& Opdracht::bind(int at, std::int64_t value) {
  if (const int code = sqlite3_bind_int64(statement_, at, value); code != SQLITE_OK) base_.fail(code);
  return *this;
}

Opdracht& Opdracht::bind(int at, std::string_view text) {
  const int code = sqlite3_bind_text64(statement_, at, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
  if (code != SQLITE_OK) base_.fail(code);
  return *this;
}

Opdracht& Opdracht::bind_bytes(int at, std::string_view bytes) {
  // A null pointer would bind NULL: an empty text has a place too.
  const char* from = bytes.data() == nullptr ? "" : bytes.data();
  const int code = sqlite3_bind_blob64(statement_, at, from, bytes.size(), SQLITE_TRANSIENT);
  if (code != SQLITE_OK) base_.fail(code);
  return *this;
}

Opdracht& Opdracht::bind_null(int at) {
  if (const int code = sqlite3_bind_null(statement_, at); code != SQLITE_OK) base_.fail(code);
  return *this;
}

bool Opdracht::step() {
  const int code = sqlite3_step(statement_);
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  sqlite3_reset(statement_);
  base_.fail(code);
}

void Opdracht::reset() {
  sqlite3_reset(statement_);
  sqlite3_clear_bindings(statement_);
}

std::int64_t Opdracht::number(int column) const {
  return sqlite3_column_int64(statement_, column);
}

std::string Opdracht::bytes(int column) const {
  const void* from = sqlite3_column_blob(statement_, column);
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_, column));
  return from == nullptr ? std::string() : std::string(static_cast<const char*>(from), size);
}

Transactie::Transactie(Sqlite& base) : base_(base) {
  base.run("BEGIN IMMEDIATE");
}

Transactie::~Transactie() {
  if (!open_) return;
  try {
    base_.run("ROLLBACK");
  } catch (const OpslagFout&) {
    // SQLite undid it already, as it does after a failed write.
  }
}

void Transactie::commit() {
  base_.run("COMMIT");
  open_ = false;
}

}  // namespace zorgkader::storage
