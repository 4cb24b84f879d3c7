-- What an analyst looks at again, or shows to a colleague: the filters of a page of cycle times under a name.
CREATE TABLE cycle_time_view (
  id         VARCHAR(36)   NOT NULL,
  owner      VARCHAR(255)  NOT NULL,
  name       VARCHAR(100)  NOT NULL,
  page       VARCHAR(20)   NOT NULL,
  query      VARCHAR(2000) NOT NULL,
  created_at TIMESTAMP WITH TIME ZONE NOT NULL,
  CONSTRAINT cycle_time_view_pk PRIMARY KEY (id),
  CONSTRAINT cycle_time_view_named_once UNIQUE (owner, name),
  CONSTRAINT cycle_time_view_name_given CHECK (TRIM(name) <> ''),
  CONSTRAINT cycle_time_view_page_known CHECK (page IN ('FIGURES', 'HEAT_MAP'))
);
COMMENT ON TABLE cycle_time_view IS 'Saved views of cycle times: filters under a name, no figures';
COMMENT ON COLUMN cycle_time_view.id IS 'Random, so that nobody finds a view without its address';
COMMENT ON COLUMN cycle_time_view.owner IS 'User id of who saved it, and alone renames and deletes it';
COMMENT ON COLUMN cycle_time_view.name IS 'What its owner calls it';
COMMENT ON COLUMN cycle_time_view.page IS 'The page it opens: FIGURES or HEAT_MAP';
COMMENT ON COLUMN cycle_time_view.query IS 'The filters as the page''s address has them: process=tank-enforcement&by=week';
COMMENT ON COLUMN cycle_time_view.created_at IS 'When it was saved';
