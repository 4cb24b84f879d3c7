package org.abate.casefile;

import java.time.Clock;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Gives case numbers: without a gap, for the last number is a row that stays locked until the case is there or is not;
 * cases of one program are therefore opened one after the other. The year is that of opening, in the department's zone.
 */
@Component
class CaseNumbers {

    record Number(Program program, int year, int serial) {

        @Override
        public String toString() {
            return "%s-%04d-%05d".formatted(program.prefix(), year, serial);
        }
    }

    private static final Pattern PATTERN = Pattern.compile("[A-Z]{2}-\\d{4}-\\d{5}");

    private final JdbcClient database;
    private final Savepoint savepoint;
    private final Clock clock;

    CaseNumbers(JdbcClient database, Savepoint savepoint, Clock clock) {
        this.database = database;
        this.savepoint = savepoint;
        this.clock = clock;
    }

    static boolean isOne(String text) {
        return text != null && PATTERN.matcher(text).matches();
    }

    Number next(Program program) {
        int year = LocalDate.now(clock).getYear();
        if (!count(program, year)) {
            startYear(program, year);
            count(program, year);
        }
        int serial = database.sql("SELECT last_serial FROM case_number WHERE program = ? AND opening_year = ?")
                .params(program.id(), year)
                .query(Integer.class)
                .single();
        return new Number(program, year, serial);
    }

    private boolean count(Program program, int year) {
        return database.sql(
                                "UPDATE case_number SET last_serial = last_serial + 1 WHERE program = ? AND opening_year = ?")
                        .params(program.id(), year)
                        .update()
                == 1;
    }

    private void startYear(Program program, int year) {
        try {
            savepoint.run(
                    () -> database.sql("INSERT INTO case_number (program, opening_year, last_serial) VALUES (?, ?, 0)")
                            .params(program.id(), year)
                            .update());
        } catch (DuplicateKeyException startedMeanwhile) {
            // Somebody else opened the year's first case: its number is counted on
        }
    }
}
