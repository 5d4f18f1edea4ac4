package enum ReportsLayer {}
