package org.abate.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.ibatis.ognl.OgnlException;
import org.apache.ibatis.ognl.OgnlRuntime;
import org.apache.ibatis.scripting.xmltags.OgnlCache;
import org.camunda.bpm.engine.impl.ExecutionQueryImpl;
import org.camunda.bpm.engine.impl.ProcessInstanceQueryImpl;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the engine's SQL asks of a query is answered as the query has it. */
class QuerySwitchesTest {

    @BeforeAll
    static void find() {
        QuerySwitches.find();
    }

    @Test
    void theyAnswerForEveryQuery() throws OgnlException {
        assertThat(OgnlRuntime.getPropertyAccessor(TaskQueryImpl.class)).isInstanceOf(QuerySwitches.class);
        assertThat(OgnlRuntime.getPropertyAccessor(ExecutionQueryImpl.class)).isInstanceOf(QuerySwitches.class);
    }

    @Test
    void eachQueryAnswersForItself() {
        ProcessInstanceQueryImpl ofAnOffice = new ProcessInstanceQueryImpl();
        ofAnOffice.tenantIdIn("tanks");
        TaskQueryImpl assigned = new TaskQueryImpl();
        assigned.taskAssigned();
        assertThat(OgnlCache.getValue("isTenantIdSet", ofAnOffice)).isEqualTo(true);
        assertThat(OgnlCache.getValue("isTenantIdSet", new ProcessInstanceQueryImpl()))
                .isEqualTo(false);
        assertThat(OgnlCache.getValue("isTenantIdSet", new ExecutionQueryImpl()))
                .isEqualTo(false);
        assertThat(OgnlCache.getValue("isAssigned", assigned)).isEqualTo(true);
    }

    @Test
    void everythingElseIsReadAsBefore() {
        TaskQueryImpl query = new TaskQueryImpl();
        query.taskAssignee("tanks-staff");
        assertThat(OgnlCache.getValue("assignee", query)).isEqualTo("tanks-staff");
        assertThatThrownBy(() -> OgnlCache.getValue("isNoSwitch", query)).hasMessageContaining("isNoSwitch");
    }
}
