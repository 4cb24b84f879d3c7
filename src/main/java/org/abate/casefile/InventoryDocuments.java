package org.abate.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** The filed late invoices and lists. */
@Component
class InventoryDocuments {

    private static final String SELECT =
            "SELECT id, inventory_year, kind, title, addressee, sent_at FROM inventory_document WHERE inventory_year = ?";

    private final JdbcClient database;
    private final Clock clock;

    InventoryDocuments(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    long file(int year, EmissionInventory.NewInventoryDocument given) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        database.sql("""
                        INSERT INTO inventory_document (inventory_year, kind, title, addressee, created_at, created_by, sent_at,
                          text_version)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        year,
                        given.kind().name(),
                        given.title(),
                        given.addressee(),
                        Sql.of(clock.instant()),
                        Actor.current(),
                        Sql.of(clock.instant()),
                        given.textVersion())
                .update(key, "id");
        long id = key.getKeyAs(Long.class);
        database.sql("INSERT INTO inventory_document_content (document_id, content) VALUES (?, ?)")
                .params(id, given.pdf())
                .update();
        return id;
    }

    List<InventoryDocument> lists(int year) {
        return database.sql(SELECT + " AND kind = 'NONCOMPLIANT_SOURCES' ORDER BY id DESC")
                .param(year)
                .query((row, n) -> read(row))
                .list();
    }

    InventoryDocument get(int year, long id) {
        return database.sql(SELECT + " AND id = ?")
                .params(year, id)
                .query((row, n) -> read(row))
                .optional()
                .orElseThrow(() -> new NoSuchInventory("document " + id + " in the emission inventory " + year));
    }

    byte[] content(long id) {
        return database.sql("SELECT content FROM inventory_document_content WHERE document_id = ?")
                .param(id)
                .query((row, n) -> row.getBytes("content"))
                .single();
    }

    private static InventoryDocument read(ResultSet row) throws SQLException {
        return new InventoryDocument(
                row.getLong("id"),
                row.getInt("inventory_year"),
                DocumentKind.valueOf(row.getString("kind")),
                row.getString("title"),
                row.getString("addressee"),
                Sql.instant(row, "sent_at"));
    }
}
