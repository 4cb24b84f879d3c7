-- Figures are counted in memory (docs/decisions/0012): nothing looks for stages by their process or kind any more. As long
-- as the database knows nothing of a new table's contents, it would take these for the quickest way to the tasks of a case,
-- and read all of the process for each case.
DROP INDEX finished_stage_of_process;
DROP INDEX finished_stage_of_kind;
