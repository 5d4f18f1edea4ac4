#pragma once
#include <sqlite3.h>

// sqlite3_db_config is variadic, which Swift does not import.

/// Turns one boolean option of a connection on or off; returns SQLite's result code.
int kosh_sqlite_option(sqlite3 *connection, int option, int on);
