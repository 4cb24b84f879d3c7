package org.abate.casefile;

import java.time.LocalDate;

/**
 * The public water system that a request is for: the facility of the case.
 *
 * @param pwsid public water system number
 * @param personsServed persons served
 * @param complianceDueOn of an exemption: the compliance date otherwise applicable; else null
 * @param latestComplianceOn of a granted exemption: the last day for compliance (10 CSR 60-6.030(2)(C), (D)); else null
 * @param endsOn of a grant: the last day of its period, the termination date of an exemption (10 CSR 60-6.010(4)(B)2,
 *     60-6.020(4)(A)); null without one
 * @param renewals of an exemption, two years each
 */
public record WaterSystem(
        String pwsid,
        String name,
        String county,
        int personsServed,
        LocalDate complianceDueOn,
        Standing standing,
        LocalDate latestComplianceOn,
        LocalDate endsOn,
        int renewals) {

    /** What became of the request for a system. */
    public enum Standing {
        REQUESTED("Requested"),
        GRANTED("Granted"),
        DENIED("Denied"),
        RESCINDED("Rescinded after the hearing"),
        WITHDRAWN("Withdrawn"),
        COMPLIED("Terminated: the system complies"),
        TERMINATED("Terminated");

        private final String title;

        Standing(String title) {
            this.title = title;
        }

        /** The name for people. */
        public String title() {
            return title;
        }
    }

    /** As letters name it: name, number and county. */
    public String inWords() {
        return name + ", public water system " + pwsid + ", " + County.title(county);
    }
}
