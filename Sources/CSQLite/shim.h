#pragma once
#include <malloc.h>
#include <sqlite3.h>

// What Swift cannot import by itself: variadic functions and casts to function pointers.

/// Text that SQLite copies before the call returns.
/* One heap for all threads. */
static inline void caseload_share_memory(void) { mallopt(M_ARENA_MAX, 1); }

static inline int caseload_bind_text(sqlite3_stmt *statement, int index, const char *bytes, sqlite3_uint64 count) {
    return sqlite3_bind_text64(statement, index, bytes, count, SQLITE_TRANSIENT, SQLITE_UTF8);
}

/// Bytes that SQLite copies before the call returns; no bytes are bytes too.
static inline int caseload_bind_bytes(sqlite3_stmt *statement, int index, const void *bytes, sqlite3_uint64 count) {
    return sqlite3_bind_blob64(statement, index, bytes == 0 ? "" : bytes, count, SQLITE_TRANSIENT);
}

/// Answers a function of SQL with a text that SQLite copies.
static inline void caseload_result_text(sqlite3_context *context, const char *text) {
    sqlite3_result_text(context, text, -1, SQLITE_TRANSIENT);
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

#include <fcntl.h>
#include <string.h>
#include <sys/vfs.h>

/// The magic number of the file system that a path lies on; -1 when it cannot be told.
static inline long caseload_file_system(const char *path) {
    struct statfs facts;
    return statfs(path, &facts) == 0 ? (long)facts.f_type : -1;
}

/// Says on a descriptor that a store is in use (shared), or asks whether nobody else says so (exclusive).
static inline int caseload_mark_presence(int descriptor, int exclusive) {
    struct flock range;
    memset(&range, 0, sizeof range);
    range.l_type = exclusive ? F_WRLCK : F_RDLCK;
    range.l_whence = SEEK_SET;
    range.l_start = 1 << 20;
    range.l_len = 1;
    // 37 is F_OFD_SETLK: a lock of the descriptor, not of the process, so that two stores of one process both count.
    return fcntl(descriptor, 37, &range);
}
