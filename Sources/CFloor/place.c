#include "CFloor.h"
#include <glpk.h>
#include <stdlib.h>
#include <time.h>

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

/// One yes-or-no column for each family and region; a row for each family and region, and one
/// for the people who must be placed.
static glp_prob *model(const kosh_floor_queue *queue, int64_t least) {
  int families = queue->families, regions = queue->regions;
  glp_prob *problem = glp_create_prob();
  glp_set_obj_dir(problem, GLP_MAX);
  glp_add_rows(problem, families + regions + 1);
  for (int i = 1; i <= families; i++) glp_set_row_bnds(problem, i, GLP_UP, 0, 1);
  for (int i = 0; i < regions; i++) {
    glp_set_row_bnds(problem, families + 1 + i, GLP_UP, 0, (double)queue->places[i]);
  }
  int last = families + regions + 1;
  glp_set_row_bnds(problem, last, least > 0 ? GLP_LO : GLP_FR, (double)least, 0);
  for (int i = 0; i < families; i++) {
    for (int j = 0; j < regions; j++) {
      double people = (double)queue->people[i];
      int64_t gain = queue->gains[i * regions + j];
      if (gain < 0) continue;
      int column = glp_add_cols(problem, 1);
      glp_set_col_kind(problem, column, GLP_BV);
      glp_set_obj_coef(problem, column, least > 0 ? (double)gain : people);
      int rows[] = {0, i + 1, families + 1 + j, last};
      double values[] = {0, 1, people, people};
      glp_set_mat_col(problem, column, 3, rows, values);
    }
  }
  return problem;
}

/// Solves it; returns the value of the best plan found, or -1.
static double solve(glp_prob *problem, double gap, int seconds) {
  glp_iocp settings;
  glp_init_iocp(&settings);
  settings.msg_lev = GLP_MSG_OFF;
  settings.presolve = GLP_ON;
  settings.mip_gap = gap;
  settings.tm_lim = seconds * 1000;
  glp_intopt(problem, &settings);
  int status = glp_mip_status(problem);
  return status == GLP_OPT || status == GLP_FEAS ? glp_mip_obj_val(problem) : -1;
}

int kosh_floor_place(const kosh_floor_queue *queue, int seconds, kosh_floor_plan *plan) {
  *plan = (kosh_floor_plan){0};
  glp_term_out(GLP_OFF);
  double start = now();
  glp_prob *problem = model(queue, 0);
  plan->people = (int64_t)(solve(problem, 0, seconds) + 0.5);
  glp_delete_prob(problem);
  plan->people_seconds = now() - start;
  if (plan->people < 1) return -1;
  start = now();
  problem = model(queue, plan->people);
  double worth = solve(problem, 1e-4, seconds);
  glp_delete_prob(problem);
  plan->worth_seconds = now() - start;
  plan->worth = (int64_t)(worth + 0.5);
  return worth < 0 ? -1 : 0;
}
