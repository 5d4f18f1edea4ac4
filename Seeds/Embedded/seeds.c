// Each file of Seeds/ is named here once; the preprocessor carries its bytes into the binary.
// A test holds this list against the folder.
#include "EmbeddedSeeds.h"

static const unsigned char reference_mci[] = {
#embed "../Reference/mci.csv"
};

#define SEED(path, bytes) {path, bytes, sizeof bytes}

static const struct kosh_seed seeds[] = {
  SEED("Reference/mci.csv", reference_mci),
};

size_t kosh_seed_count(void) { return sizeof seeds / sizeof *seeds; }
const struct kosh_seed *kosh_seed_at(size_t index) { return &seeds[index]; }
