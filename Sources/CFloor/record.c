#include "Floor.h"
#include <stdio.h>
#include <string.h>

static void write_value(sqlite3_stmt *row, int column, FILE *out) {
  int32_t length;
  switch (sqlite3_column_type(row, column)) {
  case SQLITE_NULL:
    fputc(KOSH_FLOOR_NULL, out);
    return;
  case SQLITE_INTEGER: {
    int64_t integer = sqlite3_column_int64(row, column);
    fputc(KOSH_FLOOR_INTEGER, out);
    fwrite(&integer, sizeof integer, 1, out);
    return;
  }
  case SQLITE_TEXT:
    fputc(KOSH_FLOOR_TEXT, out);
    break;
  default:
    fputc(KOSH_FLOOR_BLOB, out);
  }
  const void *bytes = sqlite3_column_blob(row, column);
  length = sqlite3_column_bytes(row, column);
  fwrite(&length, sizeof length, 1, out);
  fwrite(bytes, 1, (size_t)length, out);
}

/// Writes the rows that one act made in one table; returns whether more rows follow.
static bool write_rows(
    sqlite3_stmt *row, const floor_statement *statement, int number, int64_t act, FILE *out) {
  while (sqlite3_column_int64(row, statement->act_column) == act) {
    fputc(number, out);
    for (int column = 0; column < statement->places; column++) write_value(row, column, out);
    if (sqlite3_step(row) != SQLITE_ROW) return false;
  }
  return true;
}

static void write_acts(
    kosh_floor *floor, sqlite3_stmt **rows, int64_t acts_per_unit, FILE *out) {
  bool has_row[FLOOR_STATEMENTS] = {false};
  int64_t acts = 0;
  for (int i = 0; i < floor->count; i++) {
    has_row[i] = rows[i] && sqlite3_step(rows[i]) == SQLITE_ROW;
  }
  // The last source is that of the acts themselves.
  int last = floor->count - 1;
  while (has_row[last]) {
    int64_t act = sqlite3_column_int64(rows[last], floor->statements[last].act_column);
    for (int i = 0; i < floor->count; i++) {
      if (has_row[i]) has_row[i] = write_rows(rows[i], &floor->statements[i], i, act, out);
    }
    if (++acts % acts_per_unit == 0) fputc(KOSH_FLOOR_END, out);
  }
  if (acts % acts_per_unit != 0) fputc(KOSH_FLOOR_END, out);
}

int kosh_floor_record(
    kosh_floor *floor, const char *database, int64_t acts_per_unit, const char *recording) {
  sqlite3 *connection = floor_open(floor, database);
  if (!connection) return -1;
  sqlite3_stmt *rows[FLOOR_STATEMENTS] = {NULL};
  int result = floor_prepare(floor, connection, true, rows);
  if (result == 0) {
    FILE *out = fopen(recording, "wb");
    if (out) {
      write_acts(floor, rows, acts_per_unit, out);
      bool failed = ferror(out);
      if (fclose(out) != 0 || failed) result = floor_fail(floor, "writing %s", recording);
    } else {
      result = floor_fail(floor, "making %s", recording);
    }
  }
  floor_close(floor, connection, rows);
  return result;
}

static bool is_equal(sqlite3_stmt *one, sqlite3_stmt *other, int column) {
  int kind = sqlite3_column_type(one, column);
  if (kind != sqlite3_column_type(other, column)) return false;
  if (kind == SQLITE_NULL) return true;
  if (kind == SQLITE_INTEGER) {
    return sqlite3_column_int64(one, column) == sqlite3_column_int64(other, column);
  }
  int length = sqlite3_column_bytes(one, column);
  return length == sqlite3_column_bytes(other, column) &&
         memcmp(sqlite3_column_blob(one, column), sqlite3_column_blob(other, column),
                (size_t)length) == 0;
}

/// Compares one source; returns its rows, or -1.
static int64_t compare_rows(
    kosh_floor *floor, const char *source, sqlite3_stmt *one, sqlite3_stmt *other) {
  int64_t rows = 0;
  while (true) {
    int step = sqlite3_step(one);
    if (step != sqlite3_step(other)) {
      return floor_fail(floor, "“%s” differs after %lld rows", source, (long long)rows);
    }
    if (step != SQLITE_ROW) return rows;
    rows++;
    for (int column = 0; column < sqlite3_column_count(one); column++) {
      if (is_equal(one, other, column)) continue;
      return floor_fail(floor, "“%s” differs in row %lld", source, (long long)rows);
    }
  }
}

int64_t kosh_floor_compare(kosh_floor *floor, const char *one, const char *other) {
  sqlite3 *first = floor_open(floor, one);
  if (!first) return -1;
  sqlite3 *second = floor_open(floor, other);
  if (!second) {
    sqlite3_close(first);
    return -1;
  }
  sqlite3_stmt *first_rows[FLOOR_STATEMENTS] = {NULL}, *second_rows[FLOOR_STATEMENTS] = {NULL};
  int64_t rows = 0;
  if (floor_prepare(floor, first, true, first_rows) != 0 ||
      floor_prepare(floor, second, true, second_rows) != 0) {
    rows = -1;
  }
  for (int i = 0; i < floor->count && rows >= 0; i++) {
    if (!first_rows[i]) continue;
    int64_t more =
        compare_rows(floor, floor->statements[i].source, first_rows[i], second_rows[i]);
    rows = more < 0 ? -1 : rows + more;
  }
  floor_close(floor, first, first_rows);
  floor_close(floor, second, second_rows);
  return rows;
}
