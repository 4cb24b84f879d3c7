package org.abate.cycletime;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.abate.casefile.Program;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The diagrams whose tasks have finished, programs' and blocks', and how each of their versions is drawn. */
@Service
public class Diagrams {

    private final RememberedStages stages;
    private final JdbcClient database;

    Diagrams(RememberedStages stages, JdbcClient database) {
        this.stages = stages;
        this.database = database;
    }

    /**
     * A diagram in which tasks have finished.
     *
     * @param id for example {@code tank-enforcement}
     * @param versions those in which they did, the highest first
     */
    public record Diagram(String id, String title, SortedSet<Integer> versions) {}

    /** Those in which tasks of the programs' cases have finished, by title. */
    @Transactional(readOnly = true)
    public List<Diagram> of(Set<Program> programs) {
        Map<String, SortedSet<Integer>> found = new TreeMap<>();
        Function<StageKey, Void> look = key -> {
            if (key.isTask()) {
                found.computeIfAbsent(key.diagram(), added -> new TreeSet<>(Comparator.reverseOrder()))
                        .add(key.diagramVersion());
            }
            return null;
        };
        stages.each(new StageQuery(programs, null, null, null, null, null, null), look, (nobody, numbers) -> {});
        Map<String, String> titles = titles();
        return found.entrySet().stream()
                .map(each ->
                        new Diagram(each.getKey(), titles.getOrDefault(each.getKey(), each.getKey()), each.getValue()))
                .sorted(Comparator.comparing(Diagram::title))
                .toList();
    }

    /** The names of all diagrams that are deployed, by id; each as its newest version has it. */
    public Map<String, String> titles() {
        Map<String, String> titles = new TreeMap<>();
        database.sql("SELECT key_, name_ FROM act_re_procdef WHERE name_ IS NOT NULL ORDER BY version_")
                .query(row -> {
                    titles.put(row.getString("key_"), row.getString("name_"));
                });
        return titles;
    }

    /** The highest version that is deployed; nothing for a diagram that is not. */
    public Optional<Integer> newest(String id) {
        return database.sql("SELECT version_ FROM act_re_procdef WHERE key_ = :id ORDER BY version_ DESC LIMIT 1")
                .param("id", id)
                .query(Integer.class)
                .optional();
    }

    /** The BPMN of a version, where it is deployed. */
    @Transactional(readOnly = true)
    public Optional<String> xml(String id, int version) {
        return database.sql("""
                        SELECT b.bytes_ FROM act_re_procdef d
                        JOIN act_ge_bytearray b ON b.deployment_id_ = d.deployment_id_ AND b.name_ = d.resource_name_
                        WHERE d.key_ = :id AND d.version_ = :version""")
                .param("id", id)
                .param("version", version)
                .query((row, number) -> new String(row.getBytes(1), StandardCharsets.UTF_8))
                .optional();
    }
}
