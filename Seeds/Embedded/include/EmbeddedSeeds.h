#pragma once
#include <stddef.h>

/// A seed file carried inside the binary.
struct kosh_seed {
  const char *_Nonnull name;
  const unsigned char *_Nonnull bytes;
  size_t count;
};

/// How many files there are.
size_t kosh_seed_count(void);
/// A file by its place in Seeds/Embedded/seeds.c; `index` is below the count.
const struct kosh_seed *_Nonnull kosh_seed_at(size_t index);
