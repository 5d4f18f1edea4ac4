-- Whom an order concerns is asked region by region.
CREATE INDEX inclusion_quota ON inclusion (kind, year, region);
