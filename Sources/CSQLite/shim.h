#pragma once
#include <sqlite3.h>

// What Swift cannot import by itself: variadic functions and casts to function pointers.

/// Text that SQLite copies before the call returns.
static inline int caseload_bind_text(sqlite3_stmt *statement, int index, const char *bytes, sqlite3_uint64 count) {
    return sqlite3_bind_text64(statement, index, bytes, count, SQLITE_TRANSIENT, SQLITE_UTF8);
}

/// Switches a setting of a connection on or off.
static inline int caseload_configure(sqlite3 *connection, int setting, int on) {
    int now = 0;
    return sqlite3_db_config(connection, setting, on, &now);
}

/// Names the folder of temporary files; to be called before the first connection is opened.
static inline int caseload_set_temporary_folder(const char *path) {
    char *copy = sqlite3_mprintf("%s", path);
    if (copy == 0) return SQLITE_NOMEM;
    sqlite3_temp_directory = copy;
    return SQLITE_OK;
}
