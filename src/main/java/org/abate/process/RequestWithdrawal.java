package org.abate.process;

import static org.abate.process.CaseVariables.REASON;
import static org.abate.process.CaseVariables.WITHDRAWN_BY;
import static org.abate.process.CaseVariables.WITHDRAWN_ON;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.abate.casefile.Fault;
import org.abate.casefile.WaterRequest;
import org.abate.casefile.WaterSystem.Standing;

/**
 * The withdrawal of a request before it is decided on: by its applicant, in writing, as the request was made (10 CSR
 * 60-6.010(2), 60-6.020(2), 60-6.060(1)); or of an evaluation that the department has begun itself. A grant is not
 * withdrawn: it is terminated (10 CSR 60-6.010(4)(B)3, 4, 60-6.020(4)(B); interpretation VE21).
 */
final class RequestWithdrawal {

    private static final int LONGEST_NAME = 200;

    private RequestWithdrawal() {}

    /** Whether the request of a case can still be withdrawn; a case without one has none. */
    static boolean isOpen(WaterRequest request) {
        return request != null && request.system().standing() != Standing.GRANTED;
    }

    /** What to do instead where a grant is in effect. */
    static String notOf(WaterRequest grant) {
        return "The " + grant.matter().words()
                + " is granted: a grant is not withdrawn but terminated. Where the supplier of"
                + " water gives it up, record that in the task Record finding; the director decides on it, and the"
                + " termination is noticed in writing (10 CSR 60-6.010(4)(B), 60-6.020(4)(B))";
    }

    static List<Fault> faults(WaterRequest request, ReportedEvent reported) {
        List<Fault> faults = new ArrayList<>();
        String by = reported.withdrawnBy();
        if (own(request)) {
            if (by != null) {
                faults.add(new Fault("withdrawnBy", "is not asked: the department withdraws its own evaluation"));
            }
            return faults;
        }
        if (by == null || by.isBlank()) {
            faults.add(new Fault("withdrawnBy", "is missing: say who withdrew the request, name and capacity"));
        } else if (by.length() > LONGEST_NAME || by.lines().count() > 1) {
            faults.add(new Fault("withdrawnBy", "must be one line of at most " + LONGEST_NAME + " characters"));
        }
        if (!reported.inWriting()) {
            faults.add(
                    new Fault(
                            "inWriting",
                            "must be confirmed: a request is withdrawn in writing; ask the applicant for it and file it first"));
        }
        return faults;
    }

    /** "withdrawn by J. Roe, manager, in writing". */
    static String inWords(WaterRequest request, ReportedEvent reported) {
        return " by " + by(request, reported) + (own(request) ? "" : ", in writing");
    }

    /** What the letter that confirms it says. */
    static Map<String, Object> data(WaterRequest request, ReportedEvent reported) {
        return Map.of(
                REASON.getName(), reported.note(),
                WITHDRAWN_BY.getName(), by(request, reported),
                WITHDRAWN_ON.getName(), reported.date().toString());
    }

    private static String by(WaterRequest request, ReportedEvent reported) {
        return Optional.ofNullable(reported.withdrawnBy()).map(String::strip).orElse("the department");
    }

    private static boolean own(WaterRequest request) {
        return request.initiatedBy() == WaterRequest.Initiator.DEPARTMENT;
    }
}
