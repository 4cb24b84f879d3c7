-- A comparison, the deadlines and the bottlenecks are looked at again as well.
ALTER TABLE cycle_time_view DROP CONSTRAINT cycle_time_view_page_known;
ALTER TABLE cycle_time_view ADD CONSTRAINT cycle_time_view_page_known
  CHECK (page IN ('FIGURES', 'HEAT_MAP', 'COMPARE', 'CONFORMANCE', 'BOTTLENECKS'));
COMMENT ON COLUMN cycle_time_view.page IS 'The page it opens: FIGURES, HEAT_MAP, COMPARE, CONFORMANCE or BOTTLENECKS';
