#pragma once
#include <stddef.h>

/// The words of one language, carried inside the binary.
struct kosh_messages {
  const unsigned char *_Nonnull text;
  size_t count;
};

struct kosh_messages kosh_messages_en(void);
struct kosh_messages kosh_messages_kk(void);
struct kosh_messages kosh_messages_ru(void);
