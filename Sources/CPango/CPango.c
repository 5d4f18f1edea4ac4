#include "CPango.h"

#include <dlfcn.h>
#include <pthread.h>

static struct kosh_pango functions;
static const char *missing;
static pthread_once_t once = PTHREAD_ONCE_INIT;

/// pangocairo stands on all the others, so a search that starts there finds the functions of each.
static void load(void) {
  void *library = dlopen("libpangocairo-1.0.so.0", RTLD_NOW | RTLD_LOCAL);
  if (!library) {
    missing = "libpangocairo-1.0.so.0 cannot be opened";
    return;
  }
#define LOAD(name)                                                  \
  functions.name = (__typeof__(name) *)dlsym(library, #name);       \
  if (!functions.name) {                                            \
    missing = "libpangocairo-1.0.so.0 is too old: no " #name;       \
    return;                                                         \
  }
  KOSH_PANGO_FUNCTIONS(LOAD)
}

const struct kosh_pango *kosh_pango(const char **problem) {
  pthread_once(&once, load);
  *problem = missing;
  return missing ? 0 : &functions;
}
