#pragma once
#include <stddef.h>

/// A migration script carried inside the binary.
struct kosh_migration {
  const char *_Nonnull name;
  const unsigned char *_Nonnull text;
  size_t count;
};

/// How many there are.
size_t kosh_migration_count(void);
/// A migration by its place in the order of running; `index` is below the count.
const struct kosh_migration *_Nonnull kosh_migration_at(size_t index);
