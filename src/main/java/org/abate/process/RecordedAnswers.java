package org.abate.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.abate.casefile.FacilityIdentifier;
import org.abate.casefile.Fault;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;

/** What the record refuses of a start form, said of the fields that a person has filled in, by their labels. */
final class RecordedAnswers {

    private final Form form;
    private final Map<String, String> keys = new LinkedHashMap<>();

    private RecordedAnswers(Form form, List<String> violations) {
        this.form = form;
        keys.put("facility.name", "facilityName");
        keys.put("facility.address", "facilityAddress");
        keys.put("facility.county", "facilityCounty");
        keys.put("facility.region", "facilityRegion");
        keys.put("responsibleParty.name", "responsiblePartyName");
        keys.put("responsibleParty.address", "responsiblePartyAddress");
        keys.put("request.subject", "requestSubject");
        keys.put("request.system.name", "facilityName");
        keys.put("request.system.county", "facilityCounty");
        keys.put("request.system.pwsid", "pwsid");
        keys.put("request.contaminant", "contaminant");
        keys.put("request.group", "contaminantGroup");
        keys.put("request.jointWith", "jointWith");
        keys.put("request.system.personsServed", "peopleServed");
        keys.put("request.system.complianceDueOn", "complianceDueOn");
        for (FacilityIdentifier identifier : FacilityIdentifier.values()) {
            keys.put("facility.identifiers." + identifier.key(), identifier.key());
        }
        for (int i = 0; i < violations.size(); i++) {
            String path = "violations[" + i + "]";
            keys.put(path, "citation" + violations.get(i));
            keys.put(path + ".citation", "citation" + violations.get(i));
            keys.put(path + ".description", "description" + violations.get(i));
            keys.put(path + ".observedOn", "observedOn" + violations.get(i));
            keys.put(path + ".observedOn[0]", "observedOn" + violations.get(i));
        }
    }

    /**
     * @param start a process at its start, whose form was filled in
     * @param violations what the names of each violation's fields end with, in the order of the record
     */
    static RecordedAnswers of(ExecutionEntity start, List<String> violations) {
        Form form = new Forms(Context.getProcessEngineConfiguration()).ofStart(start.getProcessDefinition());
        return new RecordedAnswers(form, violations);
    }

    /** A fault of the record as one of the form; one that is about no field of it stays as it is. */
    Fault inForm(Fault fault) {
        String key = keys.getOrDefault(fault.field(), fault.field());
        return form.field(key)
                .map(field -> new Fault(key, "\"" + field.label() + "\" " + fault.message()))
                .orElse(new Fault(key, fault.message()));
    }
}
