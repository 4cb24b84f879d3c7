package org.abate.cycletime;

/** How tasks that are open now are read from the engine's running state. */
final class OpenTasks {

    private static final String TASKS = """
             FROM act_ru_task t
            JOIN act_ru_execution e ON e.id_ = t.proc_inst_id_
            JOIN act_ru_execution root ON root.id_ = e.root_proc_inst_id_
            JOIN case_file c ON c.case_number = root.business_key_
            JOIN facility f ON f.id = c.facility_id
            JOIN act_re_procdef d ON d.id_ = root.proc_def_id_
            JOIN act_re_procdef b ON b.id_ = t.proc_def_id_
            WHERE t.task_def_key_ IS NOT NULL AND\s""";

    /** Whom a task {@code t} waits on is told by its name, finished or not; see docs/decisions/0011. */
    static final String WAITS_ON = """
            CASE WHEN POSITION('Record response' IN t.name_) = 1 OR POSITION('Record answer' IN t.name_) = 1
                OR POSITION('Record acknowledgment' IN t.name_) = 1 OR POSITION('Record payment' IN t.name_) = 1
                OR POSITION('Record abatement' IN t.name_) = 1 OR POSITION('Record milestone' IN t.name_) = 1
              THEN 'RESPONSIBLE_PARTY'
              WHEN POSITION('Record decision on appeal' IN t.name_) = 1 THEN 'STAY'
              ELSE 'DEPARTMENT' END""";

    /** The group that a task {@code t} asks, the first by name of several. */
    static final String INBOX =
            "(SELECT MIN(l.group_id_) FROM act_ru_identitylink l WHERE l.task_id_ = t.id_ AND l.type_ = 'candidate')";

    private OpenTasks() {}

    /**
     * Tasks {@code t} with their case {@code c}, its facility {@code f}, the definition of its process {@code d} and that of
     * the diagram {@code b}.
     *
     * @param condition on these, as {@link StageFilter#ofRunning} makes it
     */
    static String from(String condition) {
        return TASKS + condition;
    }
}
