package org.abate.cycletime;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.abate.casefile.CaseRefused;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Filters under a name, to look at again or to show to a colleague. They hold no figures: who opens one sees his own. */
@Service
public class SavedViews {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_QUERY = 2000;
    private static final int MOST = 100;

    private final JdbcClient database;
    private final Clock clock;

    SavedViews(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The page that a view opens. */
    public enum Page {
        FIGURES,
        HEAT_MAP,
        COMPARE,
        CONFORMANCE,
        BOTTLENECKS
    }

    /**
     * A saved view.
     *
     * @param owner the user id of who saved it
     * @param query the page's filters as its address has them
     */
    public record View(String id, String owner, String name, Page page, String query) {}

    /** Those of a person, by name. */
    public List<View> of(String owner) {
        return database.sql("SELECT * FROM cycle_time_view WHERE owner = :owner ORDER BY LOWER(name), id")
                .param("owner", owner)
                .query((row, number) -> view(row))
                .list();
    }

    /** The view at an address, whoever saved it. */
    public Optional<View> find(String id) {
        return database.sql("SELECT * FROM cycle_time_view WHERE id = :id")
                .param("id", id)
                .query((row, number) -> view(row))
                .optional();
    }

    /**
     * @return its id
     * @throws CaseRefused for a name that is missing, too long or that the owner has already, and for too many views
     */
    public String save(String owner, String name, Page page, String query) {
        String checked = checked(name);
        if (query.length() > LONGEST_QUERY) {
            throw new CaseRefused("query", "is too long; choose fewer filters");
        }
        if (of(owner).size() >= MOST) {
            throw new CaseRefused("name", "would be that of view " + (MOST + 1) + "; delete one you no longer need");
        }
        String id = UUID.randomUUID().toString();
        try {
            database.sql("INSERT INTO cycle_time_view (id, owner, name, page, query, created_at)"
                            + " VALUES (:id, :owner, :name, :page, :query, :now)")
                    .param("id", id)
                    .param("owner", owner)
                    .param("name", checked)
                    .param("page", page.name())
                    .param("query", query)
                    .param("now", OffsetDateTime.ofInstant(clock.instant(), clock.getZone()))
                    .update();
        } catch (DuplicateKeyException e) {
            throw taken(checked);
        }
        return id;
    }

    /**
     * @return whether the owner has such a view
     * @throws CaseRefused likewise
     */
    public boolean rename(String owner, String id, String name) {
        String checked = checked(name);
        try {
            return database.sql("UPDATE cycle_time_view SET name = :name WHERE id = :id AND owner = :owner")
                            .param("name", checked)
                            .param("id", id)
                            .param("owner", owner)
                            .update()
                    == 1;
        } catch (DuplicateKeyException e) {
            throw taken(checked);
        }
    }

    /** @return whether the owner had such a view */
    public boolean delete(String owner, String id) {
        return database.sql("DELETE FROM cycle_time_view WHERE id = :id AND owner = :owner")
                        .param("id", id)
                        .param("owner", owner)
                        .update()
                == 1;
    }

    private static String checked(String name) {
        String text = name == null ? "" : name.strip();
        if (text.isEmpty()) {
            throw new CaseRefused("name", "is missing; say what this view shows");
        }
        if (text.length() > LONGEST_NAME) {
            throw new CaseRefused("name", "is longer than " + LONGEST_NAME + " characters");
        }
        if (text.codePoints().anyMatch(Character::isISOControl)) {
            throw new CaseRefused("name", "must not contain control characters");
        }
        return text;
    }

    private static CaseRefused taken(String name) {
        return new CaseRefused("name", "is that of another view of yours: \"" + name + "\"");
    }

    private static View view(ResultSet row) throws SQLException {
        return new View(
                row.getString("id"),
                row.getString("owner"),
                row.getString("name"),
                Page.valueOf(row.getString("page")),
                row.getString("query"));
    }
}
