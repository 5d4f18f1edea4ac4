// Each script of Migrations/SQLite is named here once, in the order of running.
#include "EmbeddedMigrations.h"

static const unsigned char m0001[] = {
#embed "../SQLite/0001-acts.sql"
};
static const unsigned char m0002[] = {
#embed "../SQLite/0002-families.sql"
};
static const unsigned char m0003[] = {
#embed "../SQLite/0003-quotas.sql"
};
static const unsigned char m0004[] = {
#embed "../SQLite/0004-allowances.sql"
};
static const unsigned char m0005[] = {
#embed "../SQLite/0005-append-only.sql"
};
static const unsigned char m0006[] = {
#embed "../SQLite/0006-families-over-time.sql"
};
static const unsigned char m0007[] = {
#embed "../SQLite/0007-name-search.sql"
};
static const unsigned char m0008[] = {
#embed "../SQLite/0008-name-packs.sql"
};
static const unsigned char m0009[] = {
#embed "../SQLite/0009-membership-of-person.sql"
};
static const unsigned char m0010[] = {
#embed "../SQLite/0010-inclusions-of-quota.sql"
};
static const unsigned char m0011[] = {
#embed "../SQLite/0011-waiting-list-and-commission.sql"
};
static const unsigned char m0012[] = {
#embed "../SQLite/0012-placement-decisions.sql"
};
static const unsigned char m0013[] = {
#embed "../SQLite/0013-dues.sql"
};
static const unsigned char m0014[] = {
#embed "../SQLite/0014-budgets.sql"
};
static const unsigned char m0015[] = {
#embed "../SQLite/0015-adopted-rules-and-terms.sql"
};
static const unsigned char m0016[] = {
#embed "../SQLite/0016-payments.sql"
};
static const unsigned char m0017[] = {
#embed "../SQLite/0017-bank-answers.sql"
};
static const unsigned char m0018[] = {
#embed "../SQLite/0018-recoveries.sql"
};
static const unsigned char m0019[] = {
#embed "../SQLite/0019-employers.sql"
};
static const unsigned char m0020[] = {
#embed "../SQLite/0020-labour-share.sql"
};
static const unsigned char m0021[] = {
#embed "../SQLite/0021-permits.sql"
};
static const unsigned char m0022[] = {
#embed "../SQLite/0022-status-and-residence.sql"
};

static const unsigned char m0023[] = {
#embed "../SQLite/0023-ends-of-permits.sql"
};

static const unsigned char m0024[] = {
#embed "../SQLite/0024-issued-reports.sql"
};

static const unsigned char m0025[] = {
#embed "../SQLite/0025-who-lives-abroad.sql"
};

#define MIGRATION(name, text) {name, text, sizeof text}

static const struct kosh_migration migrations[] = {
  MIGRATION("0001-acts", m0001),
  MIGRATION("0002-families", m0002),
  MIGRATION("0003-quotas", m0003),
  MIGRATION("0004-allowances", m0004),
  MIGRATION("0005-append-only", m0005),
  MIGRATION("0006-families-over-time", m0006),
  MIGRATION("0007-name-search", m0007),
  MIGRATION("0008-name-packs", m0008),
  MIGRATION("0009-membership-of-person", m0009),
  MIGRATION("0010-inclusions-of-quota", m0010),
  MIGRATION("0011-waiting-list-and-commission", m0011),
  MIGRATION("0012-placement-decisions", m0012),
  MIGRATION("0013-dues", m0013),
  MIGRATION("0014-budgets", m0014),
  MIGRATION("0015-adopted-rules-and-terms", m0015),
  MIGRATION("0016-payments", m0016),
  MIGRATION("0017-bank-answers", m0017),
  MIGRATION("0018-recoveries", m0018),
  MIGRATION("0019-employers", m0019),
  MIGRATION("0020-labour-share", m0020),
  MIGRATION("0021-permits", m0021),
  MIGRATION("0022-status-and-residence", m0022),
  MIGRATION("0023-ends-of-permits", m0023),
  MIGRATION("0024-issued-reports", m0024),
  MIGRATION("0025-who-lives-abroad", m0025),
};

size_t kosh_migration_count(void) { return sizeof migrations / sizeof *migrations; }
const struct kosh_migration *kosh_migration_at(size_t index) { return &migrations[index]; }
