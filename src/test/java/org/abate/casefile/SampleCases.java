package org.abate.casefile;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** Cases to open in a test, each at a facility of its own, and people to open them. */
final class SampleCases {

    static final LocalDate DISCOVERED = LocalDate.of(2026, 10, 1);

    static final NewParty OWNER = new NewParty("Invented Oil Company", "9 Elm Street\nRolla, MO 65401");

    private static final AtomicInteger NEXT = new AtomicInteger();

    private SampleCases() {}

    static NewCase tanks() {
        return of(Program.TANKS, facility());
    }

    static NewCase of(Program program, NewFacility facility) {
        return new NewCase(program, facility, OWNER, DISCOVERED, List.of(violation()));
    }

    /** A request for an exemption of a water system. */
    static NewCase request() {
        return request(null);
    }

    /** @param jointWith the case of another system of the same request; null for none */
    static NewCase request(String jointWith) {
        String one = "MO" + NEXT.incrementAndGet();
        return new NewCase(
                Program.DRINKING_WATER,
                new NewFacility(null, "Elm Spring", "1 Elm Road, Rolla", "Phelps", "Southeast", Map.of("pwsid", one)),
                OWNER,
                DISCOVERED,
                List.of(),
                new NewWaterRequest(
                        Matter.EXEMPTION,
                        WaterRequest.Subject.MCL,
                        "fluoride",
                        null,
                        WaterRequest.Initiator.SYSTEM,
                        new NewWaterRequest.System(one, "Elm Spring", "Phelps", 800, DISCOVERED),
                        jointWith));
    }

    static NewViolation violation() {
        return new NewViolation("10 CSR 26-2.041(1)(B)1.", "No monthly release detection records", List.of(DISCOVERED));
    }

    /** Found on the day of the first, and another one each time. */
    static NewViolation anotherViolation() {
        return new NewViolation("10 CSR 26-2.034(" + NEXT.incrementAndGet() + ")", "Found later", List.of(DISCOVERED));
    }

    static NewFacility facility() {
        return facility("UST" + NEXT.incrementAndGet());
    }

    static NewFacility facility(String ustFacility) {
        return new NewFacility(
                null,
                "Prairie Stop " + ustFacility,
                "100 Main Street, Rolla",
                "Phelps",
                "Southeast",
                Map.of("ustFacility", ustFacility));
    }

    static final byte[] PDF = "%PDF-1.7 a letter".getBytes(StandardCharsets.US_ASCII);

    static NewDocument letter() {
        return new NewDocument(
                DocumentKind.LETTER_OF_WARNING,
                "Letter of warning",
                PDF,
                false,
                Instant.parse("2026-10-02T15:00:00Z"),
                LocalDate.of(2026, 11, 16),
                "Invented Oil Company\n9 Elm Street");
    }

    static NewAssessment worksheet(Long violationId, String total) {
        return new NewAssessment(
                "underground-storage-tank",
                "2000-03-30",
                violationId,
                "{\"days\": 1}",
                "{\"total\": \"" + total + "\"}",
                new BigDecimal(total));
    }

    /** Signed in as this user. */
    static <T> T as(String user, Supplier<T> work) {
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(user, null, "staff"));
        try {
            return work.get();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }
}
