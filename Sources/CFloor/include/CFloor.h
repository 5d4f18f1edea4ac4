#pragma once
#include <stdint.h>

// The floor: what SQLite itself takes for the same statements, run by a bare C loop.
//
// A floor holds statements. A recording is a file that says which statement runs with which
// values, cut into units; replaying it binds, steps and resets, and does nothing else.

typedef struct kosh_floor kosh_floor;

/// What a replay took.
typedef struct {
  /// Without opening the database and preparing the statements.
  double seconds;
  int64_t units;
  int64_t rows;
} kosh_floor_time;

/// A floor whose connections run `settings` first; both texts are copied.
kosh_floor *kosh_floor_new(const char *settings);
void kosh_floor_free(kosh_floor *floor);

/// Adds a statement; returns its number, from 0.
///
/// Where the statement writes a table, `source` reads the rows that it writes, in order: first
/// one column for each of its `places`, and in `act_column` the act that made the row.
int kosh_floor_add(
    kosh_floor *floor, const char *sql, const char *source, int places, int act_column);

/// Records every row of the sources, act by act; a unit is so many acts. Returns 0, or -1.
int kosh_floor_record(
    kosh_floor *floor, const char *database, int64_t acts_per_unit, const char *recording);

/// Runs a recording, each unit between `begin` and COMMIT. Returns 0, or -1.
///
/// The seconds of the first `capacity` units are kept in `unit_seconds`.
int kosh_floor_replay(
    kosh_floor *floor, const char *database, const char *recording, const char *begin,
    double *unit_seconds, int64_t capacity, kosh_floor_time *time);

/// Compares what the sources read in two databases, value by value; returns the number of rows
/// where they are equal, or -1.
int64_t kosh_floor_compare(kosh_floor *floor, const char *one, const char *other);

/// What went wrong in the last call that returned -1.
const char *kosh_floor_problem(const kosh_floor *floor);

// Marks in a recording: a statement's number and its values, each a kind and then 8 bytes of an
// integer, or 4 bytes of a length and the bytes; or the end of a unit.
enum {
  KOSH_FLOOR_NULL = 0,
  KOSH_FLOOR_INTEGER = 1,
  KOSH_FLOOR_TEXT = 2,
  KOSH_FLOOR_BLOB = 3,
  KOSH_FLOOR_END = 255,
};

/// Families that wait for places: `gains` has a row for each family and a column for each
/// region, -1 where it may not go.
typedef struct {
  int families;
  int regions;
  const int64_t *people;
  const int64_t *places;
  const int64_t *gains;
} kosh_floor_queue;

typedef struct {
  int64_t people;
  int64_t worth;
  double people_seconds;
  double worth_seconds;
} kosh_floor_plan;

/// GLPK alone, on the plain model: the most people, then the most worth within a ten-thousandth.
/// Returns 0, or -1 where it finds no plan in so many seconds for each.
int kosh_floor_place(const kosh_floor_queue *queue, int seconds, kosh_floor_plan *plan);
