package org.abate.casefile;

import java.util.Locale;

/** What a case is about: the violations it enforces against, or what a supplier of water asks for. */
public enum Matter {
    ENFORCEMENT("Enforcement"),
    /** 10 CSR 60-6.010. */
    VARIANCE("Variance"),
    /** 10 CSR 60-6.020. */
    EXEMPTION("Exemption"),
    /** 10 CSR 60-6.060. */
    MONITORING_WAIVER("Monitoring waiver");

    private final String title;

    Matter(String title) {
        this.title = title;
    }

    /** The name for people. */
    public String title() {
        return title;
    }

    /** As it stands within a sentence. */
    public String words() {
        return title.toLowerCase(Locale.ROOT);
    }

    /** Likewise, with its article. */
    public String withArticle() {
        return (words().startsWith("e") ? "an " : "a ") + words();
    }
}
