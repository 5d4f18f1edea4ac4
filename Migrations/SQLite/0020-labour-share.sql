-- What an order sets for the permits of the country, in percent of the labour force; as the order
-- writes it, so that 0.20 stays 0.20. NULL: the order does not say.
ALTER TABLE quota_order ADD COLUMN labour_share TEXT CHECK (length(labour_share) BETWEEN 1 AND 12);
CREATE TRIGGER quota_order_keeps_share BEFORE UPDATE OF labour_share ON quota_order
BEGIN SELECT RAISE(ABORT, 'append-only: quota_order'); END;
