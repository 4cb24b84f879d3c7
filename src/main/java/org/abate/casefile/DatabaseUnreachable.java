package org.abate.casefile;

import com.zaxxer.hikari.pool.HikariPool;
import java.sql.SQLException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

/** Says in a sentence what to do where the application cannot start because its database does not answer. */
class DatabaseUnreachable extends AbstractFailureAnalyzer<Exception> {

    private final Environment environment;

    DatabaseUnreachable(Environment environment) {
        this.environment = environment;
    }

    @Override
    protected FailureAnalysis analyze(Throwable failure, Exception cause) {
        if (!isConnectionFailure(failure)) {
            return null;
        }
        String url = environment.getProperty("spring.datasource.url", "");
        String lowest = lowestMessage(failure);
        return new FailureAnalysis(
                "The database " + url.replaceAll("\\?.*", "") + " cannot be used: " + lowest,
                "Start the database, or name another with SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME and"
                        + " SPRING_DATASOURCE_PASSWORD; an H2 file can be open in one application only.",
                failure);
    }

    private static boolean isConnectionFailure(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof CannotGetJdbcConnectionException
                    || each instanceof HikariPool.PoolInitializationException
                    || each instanceof SQLException sql && isConnectionState(sql)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isConnectionState(SQLException sql) {
        String state = sql.getSQLState();
        return state != null && (state.startsWith("08") || state.startsWith("28") || state.startsWith("90020"));
    }

    private static String lowestMessage(Throwable failure) {
        Throwable lowest = failure;
        while (lowest.getCause() != null) {
            lowest = lowest.getCause();
        }
        return String.valueOf(lowest.getMessage()).lines().findFirst().orElse("no reason given");
    }
}
