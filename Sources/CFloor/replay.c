#include "Floor.h"
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

/// Binds the values that follow; returns the place behind them.
static const uint8_t *bind(sqlite3_stmt *statement, int places, const uint8_t *next) {
  for (int place = 1; place <= places; place++) {
    int kind = *next++;
    if (kind == KOSH_FLOOR_NULL) {
      sqlite3_bind_null(statement, place);
    } else if (kind == KOSH_FLOOR_INTEGER) {
      int64_t integer;
      memcpy(&integer, next, sizeof integer);
      next += sizeof integer;
      sqlite3_bind_int64(statement, place, integer);
    } else {
      int32_t length;
      memcpy(&length, next, sizeof length);
      next += sizeof length;
      if (kind == KOSH_FLOOR_TEXT) {
        sqlite3_bind_text(statement, place, (const char *)next, length, SQLITE_STATIC);
      } else {
        sqlite3_bind_blob(statement, place, next, length, SQLITE_STATIC);
      }
      next += length;
    }
  }
  return next;
}

/// Touches every value of the current row.
static void read_row(sqlite3_stmt *statement) {
  int columns = sqlite3_column_count(statement);
  for (int column = 0; column < columns; column++) {
    switch (sqlite3_column_type(statement, column)) {
    case SQLITE_NULL:
      break;
    case SQLITE_INTEGER:
      (void)sqlite3_column_int64(statement, column);
      break;
    default:
      (void)sqlite3_column_blob(statement, column);
      (void)sqlite3_column_bytes(statement, column);
    }
  }
}

typedef struct {
  sqlite3 *connection;
  sqlite3_stmt *statements[FLOOR_STATEMENTS];
  const uint8_t *start;
  const uint8_t *end;
} loop;

/// Runs every unit; returns a result code of SQLite.
static int run(
    kosh_floor *floor, loop *loop, const char *begin, double *unit_seconds, int64_t capacity,
    kosh_floor_time *time) {
  const uint8_t *next = loop->start;
  double start = now();
  while (next < loop->end) {
    double unit_start = unit_seconds ? now() : 0;
    int result = sqlite3_exec(loop->connection, begin, NULL, NULL, NULL);
    if (result != SQLITE_OK) return result;
    while (*next != KOSH_FLOOR_END) {
      int number = *next++;
      sqlite3_stmt *statement = loop->statements[number];
      next = bind(statement, floor->statements[number].places, next);
      while ((result = sqlite3_step(statement)) == SQLITE_ROW) {
        read_row(statement);
        time->rows++;
      }
      if (result != SQLITE_DONE) return result;
      if (sqlite3_column_count(statement) == 0) time->rows++;
      sqlite3_reset(statement);
    }
    next++;
    result = sqlite3_exec(loop->connection, "COMMIT", NULL, NULL, NULL);
    if (result != SQLITE_OK) return result;
    if (unit_seconds && time->units < capacity) unit_seconds[time->units] = now() - unit_start;
    time->units++;
  }
  time->seconds = now() - start;
  return SQLITE_OK;
}

int kosh_floor_replay(
    kosh_floor *floor, const char *database, const char *recording, const char *begin,
    double *unit_seconds, int64_t capacity, kosh_floor_time *time) {
  *time = (kosh_floor_time){0};
  int file = open(recording, O_RDONLY);
  struct stat facts;
  if (file < 0 || fstat(file, &facts) != 0) return floor_fail(floor, "opening %s", recording);
  size_t size = (size_t)facts.st_size;
  void *bytes = mmap(NULL, size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, file, 0);
  close(file);
  if (bytes == MAP_FAILED) return floor_fail(floor, "mapping %s", recording);
  loop loop = {.start = bytes, .end = (const uint8_t *)bytes + size};
  loop.connection = floor_open(floor, database);
  int result = -1;
  if (loop.connection) {
    result = floor_prepare(floor, loop.connection, false, loop.statements);
    if (result == 0 && run(floor, &loop, begin, unit_seconds, capacity, time) != SQLITE_OK) {
      result = floor_fail(floor, "replaying: %s", sqlite3_errmsg(loop.connection));
    }
    floor_close(floor, loop.connection, loop.statements);
  }
  munmap(bytes, size);
  return result;
}
