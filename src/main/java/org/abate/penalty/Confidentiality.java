package org.abate.penalty;

import java.math.BigDecimal;

/** The label of a penalty worksheet and its file (Compliance and Enforcement Manual 8). */
public enum Confidentiality {
    WORK_PRODUCT("CONFIDENTIAL: Work Product Privileged"),
    ATTORNEY_CLIENT("CONFIDENTIAL: Attorney-Client Privileged");

    private static final BigDecimal ATTORNEY_CLIENT_OVER = new BigDecimal("20000");

    private final String label;

    Confidentiality(String label) {
        this.label = label;
    }

    /** The words printed on every page. */
    public String label() {
        return label;
    }

    /** "Penalties over $20,000": exactly $20,000 stays in the lower class (interpretation P7). */
    public static Confidentiality of(BigDecimal total) {
        return total.compareTo(ATTORNEY_CLIENT_OVER) > 0 ? ATTORNEY_CLIENT : WORK_PRODUCT;
    }
}
