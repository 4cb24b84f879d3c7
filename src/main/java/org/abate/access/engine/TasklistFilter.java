package org.abate.access.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.abate.access.Group;
import org.abate.access.Office;
import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.persistence.entity.FilterEntity;
import org.camunda.bpm.engine.task.TaskQuery;

/**
 * The lists of tasks that everybody finds in Tasklist: case number, facility and due date beside each task, the nearest
 * deadline first. They ask about the person who looks, so they hold expressions, which the administrator alone may store.
 *
 * @param readers the groups that are shown the filter
 */
record TasklistFilter(String id, String name, String description, int order, Set<String> readers, TaskQuery query) {

    /** What each task shows besides its due date, by process variable. */
    private static final List<Map<String, String>> COLUMNS =
            List.of(Map.of("name", "caseNumber", "label", "Case"), Map.of("name", "facilityName", "label", "Facility"));

    static List<TasklistFilter> all(ProcessEngine engine) {
        Set<String> everybody = new TreeSet<>(ProcessGrants.caseReaders());
        List<TasklistFilter> filters = new ArrayList<>(List.of(
                new TasklistFilter(
                        "my-tasks",
                        "My tasks",
                        "Tasks you have claimed or been given",
                        10,
                        everybody,
                        tasks(engine).taskAssigneeExpression("${currentUser()}")),
                new TasklistFilter(
                        "my-groups",
                        "My groups",
                        "Tasks that wait for somebody of your groups",
                        20,
                        everybody,
                        tasks(engine).taskUnassigned().taskCandidateGroupInExpression("${currentUserGroups()}")),
                new TasklistFilter(
                        "overdue",
                        "Overdue",
                        "Tasks of your office whose deadline has passed",
                        30,
                        everybody,
                        tasks(engine).dueBeforeExpression("${now()}")),
                new TasklistFilter(
                        "due-within-seven-days",
                        "Due within seven days",
                        "Tasks of your office whose deadline comes in the next seven days",
                        40,
                        everybody,
                        tasks(engine)
                                .dueAfterExpression("${now()}")
                                .dueBeforeExpression("${dateTime().plusDays(7)}"))));
        int order = 100;
        for (ProgramOfCases program : ProgramOfCases.values()) {
            filters.add(new TasklistFilter(
                    "program-" + program.id,
                    program.title,
                    "Open tasks of all its cases",
                    order += 10,
                    Group.readersOf(program.office),
                    tasks(engine)
                            .tenantIdIn(program.office.id())
                            .processInstanceBusinessKeyLike(program.prefix + "-%")));
        }
        return filters;
    }

    private static TaskQuery tasks(ProcessEngine engine) {
        return engine.getTaskService().createTaskQuery();
    }

    /** The filter as the engine stores it, under an id of its own, so that it is there once however many nodes start. */
    FilterEntity toEntity() {
        FilterEntity filter = new FilterEntity(EntityTypes.TASK);
        filter.setId(id);
        filter.setName(name);
        filter.setQuery(query.orderByDueDate().asc());
        filter.setProperties(Map.of(
                "description", description,
                "priority", order,
                "refresh", true,
                "showUndefinedVariable", false,
                "variables", COLUMNS));
        return filter;
    }

    /** The programs by the letters their case numbers begin with: every instance's business key is its case number. */
    private enum ProgramOfCases {
        AIR("air", "Air pollution", "AP", Office.AIR),
        DRINKING_WATER("drinking-water", "Drinking water", "DW", Office.DRINKING_WATER),
        HAZARDOUS_WASTE("hazardous-waste", "Hazardous waste", "HW", Office.HAZARDOUS_WASTE),
        TANKS("tanks", "Storage tanks", "TK", Office.TANKS),
        INDUSTRIAL_MINERALS("industrial-minerals", "Industrial minerals", "IM", Office.LAND_RECLAMATION),
        METALLIC_MINERALS("metallic-minerals", "Metallic minerals", "MM", Office.LAND_RECLAMATION),
        COAL("coal", "Coal", "CL", Office.LAND_RECLAMATION),
        SOLID_WASTE("solid-waste", "Solid waste", "SW", Office.SOLID_WASTE),
        WATER("water", "Water pollution", "WP", Office.WATER);

        private final String id;
        private final String title;
        private final String prefix;
        private final Office office;

        ProgramOfCases(String id, String title, String prefix, Office office) {
            this.id = id;
            this.title = title;
            this.prefix = prefix;
            this.office = office;
        }
    }
}
