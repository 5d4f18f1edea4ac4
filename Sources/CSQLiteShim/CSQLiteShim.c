#include "CSQLiteShim.h"

int kosh_sqlite_option(sqlite3 *connection, int option, int on) {
  return sqlite3_db_config(connection, option, on, (int *)0);
}
