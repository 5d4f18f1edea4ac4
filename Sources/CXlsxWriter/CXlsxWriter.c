#include "CXlsxWriter.h"

#include <dlfcn.h>
#include <pthread.h>

/// The library whose structures the header describes, and no later one.
#define LIBRARY "libxlsxwriter.so." LXW_SOVERSION

static struct kosh_xlsx functions;
static const char *missing;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) {
  void *library = dlopen(LIBRARY, RTLD_NOW | RTLD_LOCAL);
  if (!library) {
    missing = LIBRARY " cannot be opened";
    return;
  }
#define LOAD(name)                                            \
  functions.name = (__typeof__(name) *)dlsym(library, #name); \
  if (!functions.name) {                                      \
    missing = LIBRARY " is too old: no " #name;               \
    return;                                                   \
  }
  KOSH_XLSX_FUNCTIONS(LOAD)
}

const struct kosh_xlsx *kosh_xlsx(const char **problem) {
  pthread_once(&once, load);
  *problem = missing;
  return missing ? 0 : &functions;
}
