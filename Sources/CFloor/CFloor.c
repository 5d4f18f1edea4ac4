#include "CFloor.h"
#include "Floor.h"
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

kosh_floor *kosh_floor_new(const char *settings) {
  kosh_floor *floor = calloc(1, sizeof(kosh_floor));
  if (floor) floor->settings = strdup(settings);
  return floor;
}

void kosh_floor_free(kosh_floor *floor) {
  if (!floor) return;
  for (int i = 0; i < floor->count; i++) {
    free(floor->statements[i].sql);
    free(floor->statements[i].source);
  }
  free(floor->settings);
  free(floor);
}

int kosh_floor_add(
    kosh_floor *floor, const char *sql, const char *source, int places, int act_column) {
  if (floor->count == FLOOR_STATEMENTS) return floor_fail(floor, "too many statements");
  floor->statements[floor->count] = (floor_statement){
      .sql = strdup(sql),
      .source = source ? strdup(source) : NULL,
      .places = places,
      .act_column = act_column,
  };
  return floor->count++;
}

const char *kosh_floor_problem(const kosh_floor *floor) { return floor->problem; }

int floor_fail(kosh_floor *floor, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(floor->problem, sizeof floor->problem, format, arguments);
  va_end(arguments);
  return -1;
}

sqlite3 *floor_open(kosh_floor *floor, const char *path) {
  sqlite3 *database = NULL;
  int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  if (sqlite3_open_v2(path, &database, flags, NULL) != SQLITE_OK ||
      sqlite3_exec(database, floor->settings, NULL, NULL, NULL) != SQLITE_OK) {
    floor_fail(floor, "opening %s: %s", path, sqlite3_errmsg(database));
    sqlite3_close(database);
    return NULL;
  }
  return database;
}

/// Prepares every statement, or every source; gives up at the first that fails.
int floor_prepare(
    kosh_floor *floor, sqlite3 *database, bool sources, sqlite3_stmt **prepared) {
  for (int i = 0; i < floor->count; i++) {
    const char *sql = sources ? floor->statements[i].source : floor->statements[i].sql;
    prepared[i] = NULL;
    if (!sql) continue;
    int result =
        sqlite3_prepare_v3(database, sql, -1, SQLITE_PREPARE_PERSISTENT, &prepared[i], NULL);
    if (result != SQLITE_OK) {
      return floor_fail(floor, "“%s”: %s", sql, sqlite3_errmsg(database));
    }
  }
  return 0;
}

void floor_close(kosh_floor *floor, sqlite3 *database, sqlite3_stmt **prepared) {
  for (int i = 0; i < floor->count; i++) sqlite3_finalize(prepared[i]);
  sqlite3_close(database);
}
