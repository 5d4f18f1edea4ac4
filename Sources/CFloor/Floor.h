#pragma once
#include "CFloor.h"
#include <sqlite3.h>
#include <stdbool.h>

#define FLOOR_STATEMENTS 64

typedef struct {
  char *sql;
  char *source;
  int places;
  int act_column;
} floor_statement;

struct kosh_floor {
  char *settings;
  floor_statement statements[FLOOR_STATEMENTS];
  int count;
  char problem[512];
};

/// Keeps a message; returns -1.
int floor_fail(kosh_floor *floor, const char *format, ...);
sqlite3 *floor_open(kosh_floor *floor, const char *path);
int floor_prepare(
    kosh_floor *floor, sqlite3 *database, bool sources, sqlite3_stmt **prepared);
void floor_close(kosh_floor *floor, sqlite3 *database, sqlite3_stmt **prepared);
