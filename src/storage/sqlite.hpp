// SQLite as this program uses it: a connection, statements, transactions; every failure is a Dutch sentence.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "dossier/logboek.hpp"

struct sqlite3;
struct sqlite3_stmt;

namespace zorgkader::storage {

class Sqlite;

/// A prepared statement. Parameters count from 1, columns from 0, as in SQL.
class Opdracht {
 public:
  Opdracht(Sqlite& base, std::string_view sql);
  ~Opdracht();
  Opdracht(const Opdracht&) = delete;
  Opdracht& operator=(const Opdracht&) = delete;

  Opdracht& bind(int at, std::int64_t value);
  Opdracht& bind(int at, std::string_view text);
  Opdracht& bind_bytes(int at, std::string_view bytes);
  Opdracht& bind_null(int at);
  /// True while there is a row.
  bool step();
  /// For the next run.
  void reset();
  std::int64_t number(int column) const;
  std::string bytes(int column) const;  ///< text too; empty for NULL

 private:
  Sqlite& base_;
  sqlite3_stmt* statement_ = nullptr;
};

class Sqlite {
 public:
  enum class Toegang { lezen, schrijven };  ///< `schrijven` makes the file when it is not there
  /// WAL, synchronous=FULL, foreign keys; waits five seconds for another's lock. `vfs`: for tests that break the disk.
  Sqlite(const std::string& pad, Toegang toegang, const char* vfs = nullptr);
  ~Sqlite();
  Sqlite(const Sqlite&) = delete;
  Sqlite& operator=(const Sqlite&) = delete;

  void run(const char* sql);
  /// Page by page into a new file, while others write on.
  void copy_to(const std::string& pad) const;
  [[noreturn]] void fail(int code) const;

 private:
  friend class Opdracht;
  std::string pad_;
  sqlite3* handle_ = nullptr;
};

/// BEGIN IMMEDIATE; undone unless `commit` was reached.
class Transactie {
 public:
  explicit Transactie(Sqlite& base);
  ~Transactie();
  Transactie(const Transactie&) = delete;
  Transactie& operator=(const Transactie&) = delete;
  void commit();

 private:
  Sqlite& base_;
  bool open_ = true;
};

}  // namespace zorgkader::storage
