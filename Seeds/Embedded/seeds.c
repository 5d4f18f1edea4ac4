// Each file of Seeds/ is named here once; the preprocessor carries its bytes into the binary.
// A test holds this list against the folder.
#include "EmbeddedSeeds.h"

static const unsigned char reference_budget_programmes[] = {
#embed "../Reference/budget-programmes.csv"
};

static const unsigned char reference_age_groups[] = {
#embed "../Reference/age-groups.csv"
};

static const unsigned char reference_protection[] = {
#embed "../Reference/protection.csv"
};

static const unsigned char reference_calendar[] = {
#embed "../Reference/calendar.csv"
};

static const unsigned char reference_countries[] = {
#embed "../Reference/countries.csv"
};

static const unsigned char reference_districts[] = {
#embed "../Reference/districts.csv"
};

static const unsigned char reference_languages[] = {
#embed "../Reference/languages.csv"
};

static const unsigned char reference_mci[] = {
#embed "../Reference/mci.csv"
};

static const unsigned char reference_oked_sections[] = {
#embed "../Reference/oked-sections.csv"
};

static const unsigned char reference_needs[] = {
#embed "../Reference/needs.csv"
};

static const unsigned char statistics_arrivals_1991_2000[] = {
#embed "../Statistics/arrivals-1991-2000.csv"
};

static const unsigned char statistics_arrivals_2019[] = {
#embed "../Statistics/arrivals-2019.csv"
};

static const unsigned char statistics_arrivals_series[] = {
#embed "../Statistics/arrivals-series.csv"
};

static const unsigned char statistics_checks[] = {
#embed "../Statistics/checks.csv"
};

static const unsigned char statistics_education_1991_2013[] = {
#embed "../Statistics/education-1991-2013.csv"
};

static const unsigned char statistics_notes[] = {
#embed "../Statistics/notes.csv"
};

static const unsigned char statistics_nurly_kosh_dollars[] = {
#embed "../Statistics/nurly-kosh-dollars.csv"
};

static const unsigned char statistics_paper_text[] = {
#embed "../Statistics/paper-text.csv"
};

static const unsigned char statistics_table_1[] = {
#embed "../Statistics/table-1.csv"
};

static const unsigned char statistics_table_2[] = {
#embed "../Statistics/table-2.csv"
};

static const unsigned char statistics_table_3[] = {
#embed "../Statistics/table-3.csv"
};

static const unsigned char statistics_table_4[] = {
#embed "../Statistics/table-4.csv"
};

static const unsigned char statistics_table_5[] = {
#embed "../Statistics/table-5.csv"
};

static const unsigned char statistics_table_6[] = {
#embed "../Statistics/table-6.csv"
};

static const unsigned char statistics_table_7[] = {
#embed "../Statistics/table-7.csv"
};

static const unsigned char statistics_table_8[] = {
#embed "../Statistics/table-8.csv"
};

static const unsigned char statistics_table_9[] = {
#embed "../Statistics/table-9.csv"
};

static const unsigned char statistics_table_10[] = {
#embed "../Statistics/table-10.csv"
};

static const unsigned char statistics_tables[] = {
#embed "../Statistics/tables.csv"
};

static const unsigned char statistics_words[] = {
#embed "../Statistics/words.csv"
};

static const unsigned char permits_permit_rules[] = {
#embed "../Permits/permit-rules.csv"
};

static const unsigned char permits_permit_fees[] = {
#embed "../Permits/permit-fees.csv"
};

static const unsigned char permits_content_exemptions[] = {
#embed "../Permits/content-exemptions.csv"
};

static const unsigned char permits_grounds[] = {
#embed "../Permits/grounds.csv"
};

static const unsigned char permits_transitions[] = {
#embed "../Permits/transitions.csv"
};

static const unsigned char reference_commission_rules[] = {
#embed "../Reference/commission-rules.csv"
};
static const unsigned char reference_allowance_conditions[] = {
#embed "../Reference/allowance-conditions.csv"
};
static const unsigned char reference_law_coverage[] = {
#embed "../Reference/law-coverage.csv"
};
static const unsigned char reference_permit_employers[] = {
#embed "../Reference/permit-employers.csv"
};
static const unsigned char reference_permit_exemptions[] = {
#embed "../Reference/permit-exemptions.csv"
};
static const unsigned char reference_permit_posts[] = {
#embed "../Reference/permit-posts.csv"
};
static const unsigned char reference_person_statuses[] = {
#embed "../Reference/person-statuses.csv"
};
static const unsigned char reference_residence_grounds[] = {
#embed "../Reference/residence-grounds.csv"
};
static const unsigned char reference_payment_approvals[] = {
#embed "../Reference/payment-approvals.csv"
};
static const unsigned char reference_recovery_rules[] = {
#embed "../Reference/recovery-rules.csv"
};
static const unsigned char reference_recovery_waivers[] = {
#embed "../Reference/recovery-waivers.csv"
};
static const unsigned char reference_queue_priorities[] = {
#embed "../Reference/queue-priorities.csv"
};
static const unsigned char reference_quota_terms[] = {
#embed "../Reference/quota-terms.csv"
};

static const unsigned char reference_region_names[] = {
#embed "../Reference/region-names.csv"
};

static const unsigned char reference_regions[] = {
#embed "../Reference/regions.csv"
};

static const unsigned char reference_settlement_regions[] = {
#embed "../Reference/settlement-regions.csv"
};

static const unsigned char reference_tiles[] = {
#embed "../Reference/tiles.csv"
};

static const unsigned char reference_zones[] = {
#embed "../Reference/zones.csv"
};

static const unsigned char matching_settings[] = {
#embed "../Matching/settings.csv"
};

static const unsigned char matching_weights[] = {
#embed "../Matching/weights.csv"
};

static const unsigned char orders_2007_immigration[] = {
#embed "../Orders/2007-immigration.csv"
};

static const unsigned char budgets_2009_nurly_kosh[] = {
#embed "../Budgets/2009-nurly-kosh.csv"
};
static const unsigned char orders_2009_nurly_kosh[] = {
#embed "../Orders/2009-nurly-kosh.csv"
};

static const unsigned char orders_2020_kandas[] = {
#embed "../Orders/2020-kandas.csv"
};

static const unsigned char orders_2023_kandas[] = {
#embed "../Orders/2023-kandas.csv"
};

static const unsigned char orders_2023_settlers[] = {
#embed "../Orders/2023-settlers.csv"
};

static const unsigned char orders_2024[] = {
#embed "../Orders/2024.csv"
};

static const unsigned char orders_2025_kandas[] = {
#embed "../Orders/2025-kandas.csv"
};

static const unsigned char orders_2025_settlers[] = {
#embed "../Orders/2025-settlers.csv"
};

static const unsigned char orders_2026_kandas[] = {
#embed "../Orders/2026-kandas.csv"
};

static const unsigned char orders_2026_settlers[] = {
#embed "../Orders/2026-settlers.csv"
};

static const unsigned char orders_2021_labour[] = {
#embed "../Orders/2021-labour.csv"
};

static const unsigned char orders_2024_labour[] = {
#embed "../Orders/2024-labour.csv"
};

static const unsigned char orders_2025_labour[] = {
#embed "../Orders/2025-labour.csv"
};

static const unsigned char orders_2026_labour[] = {
#embed "../Orders/2026-labour.csv"
};

static const unsigned char orders_household[] = {
#embed "../Orders/household.csv"
};

static const unsigned char statistics_labour_quota_series[] = {
#embed "../Statistics/labour-quota-series.csv"
};

static const unsigned char statistics_labour_stock[] = {
#embed "../Statistics/labour-stock.csv"
};

static const unsigned char orders_immigration[] = {
#embed "../Orders/immigration.csv"
};

static const unsigned char orders_regional[] = {
#embed "../Orders/regional.csv"
};

static const unsigned char rules_certificate_cap[] = {
#embed "../Rules/certificate/cap.json"
};
static const unsigned char rules_certificate_division[] = {
#embed "../Rules/certificate/division.json"
};
static const unsigned char rules_certificate_mci_purpose[] = {
#embed "../Rules/certificate/mci-purpose.json"
};
static const unsigned char rules_certificate_share[] = {
#embed "../Rules/certificate/share.json"
};
static const unsigned char rules_employer_division[] = {
#embed "../Rules/employer/division.json"
};
static const unsigned char rules_employer_mci_purpose[] = {
#embed "../Rules/employer/mci-purpose.json"
};
static const unsigned char rules_employer_subsidy[] = {
#embed "../Rules/employer/subsidy.json"
};
static const unsigned char rules_employment_2020_division[] = {
#embed "../Rules/employment-2020/division.json"
};
static const unsigned char rules_employment_2020_head[] = {
#embed "../Rules/employment-2020/head.json"
};
static const unsigned char rules_employment_2020_mci_purpose[] = {
#embed "../Rules/employment-2020/mci-purpose.json"
};
static const unsigned char rules_employment_2020_member[] = {
#embed "../Rules/employment-2020/member.json"
};
static const unsigned char rules_certificate_apply_within[] = {
#embed "../Rules/certificate/apply-within.json"
};
static const unsigned char rules_education_child[] = {
#embed "../Rules/education/child.json"
};
static const unsigned char rules_education_division[] = {
#embed "../Rules/education/division.json"
};
static const unsigned char rules_education_mci_purpose[] = {
#embed "../Rules/education/mci-purpose.json"
};
static const unsigned char rules_housing_loan_cap[] = {
#embed "../Rules/housing-loan/cap.json"
};
static const unsigned char rules_housing_loan_division[] = {
#embed "../Rules/housing-loan/division.json"
};
static const unsigned char rules_housing_loan_interest[] = {
#embed "../Rules/housing-loan/interest.json"
};
static const unsigned char rules_housing_loan_mci_purpose[] = {
#embed "../Rules/housing-loan/mci-purpose.json"
};
static const unsigned char rules_housing_loan_share[] = {
#embed "../Rules/housing-loan/share.json"
};
static const unsigned char rules_housing_loan_term[] = {
#embed "../Rules/housing-loan/term.json"
};
static const unsigned char rules_relocation_apply_within[] = {
#embed "../Rules/relocation/apply-within.json"
};
static const unsigned char rules_rent_apply_within[] = {
#embed "../Rules/rent/apply-within.json"
};
static const unsigned char rules_rent_most_months[] = {
#embed "../Rules/rent/most-months.json"
};
static const unsigned char rules_tariff_1997_apply_within[] = {
#embed "../Rules/tariff-1997/apply-within.json"
};
static const unsigned char rules_rent_division[] = {
#embed "../Rules/rent/division.json"
};
static const unsigned char rules_rent_mci_purpose[] = {
#embed "../Rules/rent/mci-purpose.json"
};
static const unsigned char rules_rent_rural_few[] = {
#embed "../Rules/rent/rural-few.json"
};
static const unsigned char rules_rent_rural_many[] = {
#embed "../Rules/rent/rural-many.json"
};
static const unsigned char rules_rent_rural_one[] = {
#embed "../Rules/rent/rural-one.json"
};
static const unsigned char rules_rent_urban_few[] = {
#embed "../Rules/rent/urban-few.json"
};
static const unsigned char rules_rent_urban_many[] = {
#embed "../Rules/rent/urban-many.json"
};
static const unsigned char rules_rent_urban_one[] = {
#embed "../Rules/rent/urban-one.json"
};
static const unsigned char rules_relocation_division[] = {
#embed "../Rules/relocation/division.json"
};

static const unsigned char rules_relocation_head[] = {
#embed "../Rules/relocation/head.json"
};

static const unsigned char rules_relocation_mci_purpose[] = {
#embed "../Rules/relocation/mci-purpose.json"
};

static const unsigned char rules_relocation_other_member[] = {
#embed "../Rules/relocation/other-member.json"
};

static const unsigned char rules_relocation_spouse_or_child[] = {
#embed "../Rules/relocation/spouse-or-child.json"
};

static const unsigned char rules_rounding_allowance[] = {
#embed "../Rules/rounding/allowance.json"
};

static const unsigned char rules_tariff_1997_carriage[] = {
#embed "../Rules/tariff-1997/carriage.json"
};

static const unsigned char rules_tariff_1997_division[] = {
#embed "../Rules/tariff-1997/division.json"
};

static const unsigned char rules_tariff_1997_head[] = {
#embed "../Rules/tariff-1997/head.json"
};

static const unsigned char rules_tariff_1997_housing[] = {
#embed "../Rules/tariff-1997/housing.json"
};

static const unsigned char rules_tariff_1997_mci_purpose[] = {
#embed "../Rules/tariff-1997/mci-purpose.json"
};

static const unsigned char rules_tariff_1997_member[] = {
#embed "../Rules/tariff-1997/member.json"
};

static const unsigned char rules_tariff_1997_travel[] = {
#embed "../Rules/tariff-1997/travel.json"
};

static const unsigned char placement_weights[] = {
#embed "../Placement/weights.csv"
};

static const unsigned char demo_families[] = {
#embed "../Demo/families.csv"
};

static const unsigned char demo_names[] = {
#embed "../Demo/names.tsv"
};

static const unsigned char demo_placement_factors[] = {
#embed "../Demo/placement-factors.csv"
};

#define SEED(path, bytes) {path, bytes, sizeof bytes}

static const struct kosh_seed seeds[] = {
  SEED("Reference/budget-programmes.csv", reference_budget_programmes),
  SEED("Reference/age-groups.csv", reference_age_groups),
  SEED("Reference/protection.csv", reference_protection),
  SEED("Reference/calendar.csv", reference_calendar),
  SEED("Reference/countries.csv", reference_countries),
  SEED("Reference/districts.csv", reference_districts),
  SEED("Reference/languages.csv", reference_languages),
  SEED("Reference/mci.csv", reference_mci),
  SEED("Reference/needs.csv", reference_needs),
  SEED("Reference/oked-sections.csv", reference_oked_sections),
  SEED("Reference/commission-rules.csv", reference_commission_rules),
  SEED("Reference/allowance-conditions.csv", reference_allowance_conditions),
  SEED("Reference/law-coverage.csv", reference_law_coverage),
  SEED("Reference/permit-employers.csv", reference_permit_employers),
  SEED("Reference/permit-exemptions.csv", reference_permit_exemptions),
  SEED("Reference/permit-posts.csv", reference_permit_posts),
  SEED("Reference/person-statuses.csv", reference_person_statuses),
  SEED("Reference/residence-grounds.csv", reference_residence_grounds),
  SEED("Reference/payment-approvals.csv", reference_payment_approvals),
  SEED("Reference/queue-priorities.csv", reference_queue_priorities),
  SEED("Reference/recovery-rules.csv", reference_recovery_rules),
  SEED("Reference/recovery-waivers.csv", reference_recovery_waivers),
  SEED("Reference/quota-terms.csv", reference_quota_terms),
  SEED("Reference/region-names.csv", reference_region_names),
  SEED("Reference/regions.csv", reference_regions),
  SEED("Reference/settlement-regions.csv", reference_settlement_regions),
  SEED("Reference/tiles.csv", reference_tiles),
  SEED("Reference/zones.csv", reference_zones),
  SEED("Matching/settings.csv", matching_settings),
  SEED("Matching/weights.csv", matching_weights),
  SEED("Placement/weights.csv", placement_weights),
  SEED("Orders/2007-immigration.csv", orders_2007_immigration),
  SEED("Orders/2009-nurly-kosh.csv", orders_2009_nurly_kosh),
  SEED("Orders/2020-kandas.csv", orders_2020_kandas),
  SEED("Orders/2023-kandas.csv", orders_2023_kandas),
  SEED("Orders/2023-settlers.csv", orders_2023_settlers),
  SEED("Orders/2024.csv", orders_2024),
  SEED("Orders/2025-kandas.csv", orders_2025_kandas),
  SEED("Orders/2025-settlers.csv", orders_2025_settlers),
  SEED("Orders/2026-kandas.csv", orders_2026_kandas),
  SEED("Orders/2026-settlers.csv", orders_2026_settlers),
  SEED("Orders/2021-labour.csv", orders_2021_labour),
  SEED("Orders/2024-labour.csv", orders_2024_labour),
  SEED("Orders/2025-labour.csv", orders_2025_labour),
  SEED("Orders/2026-labour.csv", orders_2026_labour),
  SEED("Orders/household.csv", orders_household),
  SEED("Orders/immigration.csv", orders_immigration),
  SEED("Orders/regional.csv", orders_regional),
  SEED("Budgets/2009-nurly-kosh.csv", budgets_2009_nurly_kosh),
  SEED("Rules/certificate/cap.json", rules_certificate_cap),
  SEED("Rules/certificate/division.json", rules_certificate_division),
  SEED("Rules/certificate/mci-purpose.json", rules_certificate_mci_purpose),
  SEED("Rules/certificate/share.json", rules_certificate_share),
  SEED("Rules/employer/division.json", rules_employer_division),
  SEED("Rules/employer/mci-purpose.json", rules_employer_mci_purpose),
  SEED("Rules/employer/subsidy.json", rules_employer_subsidy),
  SEED("Rules/employment-2020/division.json", rules_employment_2020_division),
  SEED("Rules/employment-2020/head.json", rules_employment_2020_head),
  SEED("Rules/employment-2020/mci-purpose.json", rules_employment_2020_mci_purpose),
  SEED("Rules/employment-2020/member.json", rules_employment_2020_member),
  SEED("Rules/certificate/apply-within.json", rules_certificate_apply_within),
  SEED("Rules/education/child.json", rules_education_child),
  SEED("Rules/education/division.json", rules_education_division),
  SEED("Rules/education/mci-purpose.json", rules_education_mci_purpose),
  SEED("Rules/housing-loan/cap.json", rules_housing_loan_cap),
  SEED("Rules/housing-loan/division.json", rules_housing_loan_division),
  SEED("Rules/housing-loan/interest.json", rules_housing_loan_interest),
  SEED("Rules/housing-loan/mci-purpose.json", rules_housing_loan_mci_purpose),
  SEED("Rules/housing-loan/share.json", rules_housing_loan_share),
  SEED("Rules/housing-loan/term.json", rules_housing_loan_term),
  SEED("Rules/relocation/apply-within.json", rules_relocation_apply_within),
  SEED("Rules/rent/apply-within.json", rules_rent_apply_within),
  SEED("Rules/rent/most-months.json", rules_rent_most_months),
  SEED("Rules/tariff-1997/apply-within.json", rules_tariff_1997_apply_within),
  SEED("Rules/rent/division.json", rules_rent_division),
  SEED("Rules/rent/mci-purpose.json", rules_rent_mci_purpose),
  SEED("Rules/rent/rural-few.json", rules_rent_rural_few),
  SEED("Rules/rent/rural-many.json", rules_rent_rural_many),
  SEED("Rules/rent/rural-one.json", rules_rent_rural_one),
  SEED("Rules/rent/urban-few.json", rules_rent_urban_few),
  SEED("Rules/rent/urban-many.json", rules_rent_urban_many),
  SEED("Rules/rent/urban-one.json", rules_rent_urban_one),
  SEED("Rules/relocation/division.json", rules_relocation_division),
  SEED("Rules/relocation/head.json", rules_relocation_head),
  SEED("Rules/relocation/mci-purpose.json", rules_relocation_mci_purpose),
  SEED("Rules/relocation/other-member.json", rules_relocation_other_member),
  SEED("Rules/relocation/spouse-or-child.json", rules_relocation_spouse_or_child),
  SEED("Rules/rounding/allowance.json", rules_rounding_allowance),
  SEED("Rules/tariff-1997/carriage.json", rules_tariff_1997_carriage),
  SEED("Rules/tariff-1997/division.json", rules_tariff_1997_division),
  SEED("Rules/tariff-1997/head.json", rules_tariff_1997_head),
  SEED("Rules/tariff-1997/housing.json", rules_tariff_1997_housing),
  SEED("Rules/tariff-1997/mci-purpose.json", rules_tariff_1997_mci_purpose),
  SEED("Rules/tariff-1997/member.json", rules_tariff_1997_member),
  SEED("Rules/tariff-1997/travel.json", rules_tariff_1997_travel),
  SEED("Statistics/labour-quota-series.csv", statistics_labour_quota_series),
  SEED("Statistics/labour-stock.csv", statistics_labour_stock),
  SEED("Statistics/arrivals-1991-2000.csv", statistics_arrivals_1991_2000),
  SEED("Statistics/arrivals-2019.csv", statistics_arrivals_2019),
  SEED("Statistics/arrivals-series.csv", statistics_arrivals_series),
  SEED("Statistics/checks.csv", statistics_checks),
  SEED("Statistics/education-1991-2013.csv", statistics_education_1991_2013),
  SEED("Statistics/notes.csv", statistics_notes),
  SEED("Statistics/nurly-kosh-dollars.csv", statistics_nurly_kosh_dollars),
  SEED("Statistics/paper-text.csv", statistics_paper_text),
  SEED("Statistics/table-1.csv", statistics_table_1),
  SEED("Statistics/table-2.csv", statistics_table_2),
  SEED("Statistics/table-3.csv", statistics_table_3),
  SEED("Statistics/table-4.csv", statistics_table_4),
  SEED("Statistics/table-5.csv", statistics_table_5),
  SEED("Statistics/table-6.csv", statistics_table_6),
  SEED("Statistics/table-7.csv", statistics_table_7),
  SEED("Statistics/table-8.csv", statistics_table_8),
  SEED("Statistics/table-9.csv", statistics_table_9),
  SEED("Statistics/table-10.csv", statistics_table_10),
  SEED("Statistics/tables.csv", statistics_tables),
  SEED("Statistics/words.csv", statistics_words),
  SEED("Permits/permit-rules.csv", permits_permit_rules),
  SEED("Permits/permit-fees.csv", permits_permit_fees),
  SEED("Permits/content-exemptions.csv", permits_content_exemptions),
  SEED("Permits/grounds.csv", permits_grounds),
  SEED("Permits/transitions.csv", permits_transitions),
  SEED("Demo/families.csv", demo_families),
  SEED("Demo/names.tsv", demo_names),
  SEED("Demo/placement-factors.csv", demo_placement_factors),
};

size_t kosh_seed_count(void) { return sizeof seeds / sizeof *seeds; }
const struct kosh_seed *kosh_seed_at(size_t index) { return &seeds[index]; }
