// The preprocessor carries the words of each language into the binary.
#include "EmbeddedMessages.h"

static const unsigned char en[] = {
#embed "../en.properties"
};

static const unsigned char kk[] = {
#embed "../kk.properties"
};

static const unsigned char ru[] = {
#embed "../ru.properties"
};

struct kosh_messages kosh_messages_en(void) { return (struct kosh_messages){en, sizeof en}; }
struct kosh_messages kosh_messages_kk(void) { return (struct kosh_messages){kk, sizeof kk}; }
struct kosh_messages kosh_messages_ru(void) { return (struct kosh_messages){ru, sizeof ru}; }
