package org.abate.process;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.abate.casefile.NewCase;
import org.abate.casefile.NewViolation;
import org.springframework.stereotype.Service;

/** The cases' way through their diagrams: opened, told what happened, looked at. */
@Service
public class CaseProcesses {

    /**
     * Opens the case in the record and starts its program's process, in one transaction. The caller's right to work in
     * the office is checked.
     *
     * @param facts what the program's start form asks besides the case itself, by field name
     * @throws org.abate.casefile.CaseRefused with every fault of the input, by path; nothing is stored
     */
    public OpenedCase open(NewCase newCase, Map<String, Object> facts) {
        throw new UnsupportedOperationException();
    }

    /**
     * Tells the case's process what has happened.
     *
     * @param date the day it happened, from the discovery to today
     * @param violations for a new violation only
     * @throws org.abate.casefile.CaseRefused with every fault of the input
     * @throws EventRefused where the case does not take the event now
     */
    public void raise(String caseNumber, CaseEvent event, LocalDate date, String note, List<NewViolation> violations) {
        throw new UnsupportedOperationException();
    }

    /** Where the case stands; empty lists when its process has ended. */
    public CaseProgress progress(String caseNumber) {
        throw new UnsupportedOperationException();
    }

    /** The diagram of a process definition as BPMN 2.0 XML. */
    public String diagram(String definitionId) {
        throw new UnsupportedOperationException();
    }
}
