// A disk that breaks: an SQLite VFS in front of the usual one, whose writes fail from a chosen one on.
#pragma once

#include <sqlite3.h>

#include <cstring>
#include <limits>

namespace zorgkader::storage {

/// Counts writes, truncations and syncs, or with `bij_lezen` reads; from number `goed` on each fails with `code`, until
/// it is set anew.
struct StukkeSchijf {
  static inline int goed = std::numeric_limits<int>::max();
  static inline int code = SQLITE_IOERR_WRITE;
  static inline int geteld = 0;
  static inline bool bij_lezen = false;
  static bool breaks() { return ++geteld > goed; }

  struct Bestand {
    sqlite3_file base;
    sqlite3_file* inner() { return reinterpret_cast<sqlite3_file*>(this + 1); }
  };
  static sqlite3_file* inner(sqlite3_file* f) { return reinterpret_cast<Bestand*>(f)->inner(); }
  static sqlite3_vfs* usual() { return sqlite3_vfs_find(nullptr); }

  static const sqlite3_io_methods* methods() {
    static const sqlite3_io_methods table = [] {
      sqlite3_io_methods m{};
      m.iVersion = 2;
      m.xClose = [](sqlite3_file* f) { return inner(f)->pMethods->xClose(inner(f)); };
      m.xRead = [](sqlite3_file* f, void* to, int n, sqlite3_int64 at) {
        return bij_lezen && breaks() ? SQLITE_IOERR_READ : inner(f)->pMethods->xRead(inner(f), to, n, at);
      };
      m.xWrite = [](sqlite3_file* f, const void* from, int n, sqlite3_int64 at) {
        return !bij_lezen && breaks() ? code : inner(f)->pMethods->xWrite(inner(f), from, n, at);
      };
      m.xTruncate = [](sqlite3_file* f, sqlite3_int64 size) {
        return !bij_lezen && breaks() ? SQLITE_IOERR_TRUNCATE : inner(f)->pMethods->xTruncate(inner(f), size);
      };
      m.xSync = [](sqlite3_file* f, int flags) {
        return !bij_lezen && breaks() ? SQLITE_IOERR_FSYNC : inner(f)->pMethods->xSync(inner(f), flags);
      };
      m.xFileSize = [](sqlite3_file* f, sqlite3_int64* size) { return inner(f)->pMethods->xFileSize(inner(f), size); };
      m.xLock = [](sqlite3_file* f, int level) { return inner(f)->pMethods->xLock(inner(f), level); };
      m.xUnlock = [](sqlite3_file* f, int level) { return inner(f)->pMethods->xUnlock(inner(f), level); };
      m.xCheckReservedLock = [](sqlite3_file* f, int* out) {
        return inner(f)->pMethods->xCheckReservedLock(inner(f), out);
      };
      m.xFileControl = [](sqlite3_file* f, int op, void* arg) {
        return inner(f)->pMethods->xFileControl(inner(f), op, arg);
      };
      m.xSectorSize = [](sqlite3_file* f) { return inner(f)->pMethods->xSectorSize(inner(f)); };
      m.xDeviceCharacteristics = [](sqlite3_file* f) { return inner(f)->pMethods->xDeviceCharacteristics(inner(f)); };
      m.xShmMap = [](sqlite3_file* f, int page, int size, int extend, void volatile** out) {
        return inner(f)->pMethods->xShmMap(inner(f), page, size, extend, out);
      };
      m.xShmLock = [](sqlite3_file* f, int at, int n, int flags) {
        return inner(f)->pMethods->xShmLock(inner(f), at, n, flags);
      };
      m.xShmBarrier = [](sqlite3_file* f) { inner(f)->pMethods->xShmBarrier(inner(f)); };
      m.xShmUnmap = [](sqlite3_file* f, int gone) { return inner(f)->pMethods->xShmUnmap(inner(f), gone); };
      return m;
    }();
    return &table;
  }

  /// The name to open a base with.
  static const char* naam() {
    static sqlite3_vfs vfs = [] {
      sqlite3_vfs v = *usual();
      v.zName = "stuk";
      v.pNext = nullptr;
      v.szOsFile += static_cast<int>(sizeof(Bestand));
      v.xOpen = [](sqlite3_vfs*, const char* name, sqlite3_file* f, int flags, int* out) {
        f->pMethods = nullptr;
        const int opened = usual()->xOpen(usual(), name, inner(f), flags, out);
        if (opened == SQLITE_OK) f->pMethods = methods();
        return opened;
      };
      return v;
    }();
    static const int registered = sqlite3_vfs_register(&vfs, 0);
    return registered == SQLITE_OK ? vfs.zName : nullptr;
  }
};

}  // namespace zorgkader::storage
