package org.abate.penalty;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Reads the rule files: {@code rules/<rule>/<effective date>.yaml}. Adding a rule version is adding a file. The
 * properties that several rules share stand once, in {@code rules/worksheet.yaml}; a rule file takes one with
 * {@code use}.
 */
final class RuleFiles {

    private static final String FOLDER = "rules/";
    private static final String SHARED = FOLDER + "worksheet.yaml";
    private static final String SUFFIX = ".yaml";

    private final ClassLoader classes;
    private final ObjectMapper yaml =
            new ObjectMapper(new YAMLFactory()).enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    private final JsonNode shared;

    RuleFiles(ClassLoader classes) {
        this.classes = classes;
        this.shared = tree(SHARED);
    }

    /** Every version of every rule on the class path. */
    List<RuleVersion> all() {
        List<RuleVersion> versions = new ArrayList<>();
        for (String name : names()) {
            versions.add(read(name));
        }
        return versions;
    }

    private RuleVersion read(String name) {
        try {
            ObjectNode file = (ObjectNode) tree(name);
            complete(file);
            RuleTables tables = yaml.treeToValue(file, RuleTables.class);
            String expected = FOLDER + tables.rule() + "/" + tables.version() + SUFFIX;
            if (!name.equals(expected)) {
                throw new IllegalStateException("its rule and version belong in " + expected);
            }
            return new RuleVersion(tables);
        } catch (IOException | RuntimeException e) {
            throw new IllegalStateException("The rule file " + name + " cannot be used: " + e.getMessage(), e);
        }
    }

    /** Fills in what rows inherit: the citation of their table, the date of the file, verified unless denied. */
    private void complete(ObjectNode file) {
        String effective = file.path("version").asText();
        String citation = file.path("citation").asText();
        file.set("worksheet", fields(file.withArray("worksheet"), citation, effective));
        file.path("tables")
                .forEach(
                        table -> rows(table.path("rows"), table.path("citation").asText(citation), effective));
    }

    private ArrayNode fields(ArrayNode fields, String citation, String effective) {
        ArrayNode complete = fields.arrayNode();
        for (JsonNode given : fields) {
            ObjectNode field = given.has("use") ? borrowed(given) : given.deepCopy();
            if (!field.has("verified")) {
                field.put("verified", true);
            }
            String source = field.path("citation").asText(citation);
            if (!field.has("citation")) {
                field.put("citation", citation);
            }
            rows(field.path("options"), source, effective);
            if (field.has("fields")) {
                field.set("fields", fields((ArrayNode) field.get("fields"), source, effective));
            }
            complete.add(field);
        }
        return complete;
    }

    /** A shared property; what the rule file says beside {@code use} goes before it. */
    private ObjectNode borrowed(JsonNode given) {
        String name = given.get("use").asText();
        if (!shared.has(name)) {
            throw new IllegalStateException(SHARED + " has no property " + name);
        }
        ObjectNode field = shared.get(name).deepCopy();
        if (!field.has("name")) {
            field.put("name", name);
        }
        field.setAll((ObjectNode) given);
        field.remove("use");
        return field;
    }

    private static void rows(JsonNode rows, String citation, String effective) {
        for (JsonNode row : rows) {
            ObjectNode complete = (ObjectNode) row;
            if (!complete.has("citation")) {
                complete.put("citation", citation);
            }
            if (!complete.has("effective")) {
                complete.put("effective", effective);
            }
            if (!complete.has("verified")) {
                complete.put("verified", true);
            }
        }
    }

    private JsonNode tree(String name) {
        try (InputStream file = classes.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("The class path has no " + name);
            }
            return yaml.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The rule file " + name + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** The files' names on the class path, in folders and jars (nested ones too) alike. */
    private TreeSet<String> names() {
        TreeSet<String> names = new TreeSet<>();
        try {
            for (URL folder : Collections.list(classes.getResources(FOLDER))) {
                URLConnection connection = folder.openConnection();
                if (connection instanceof JarURLConnection jar) {
                    jar.getJarFile().stream().map(entry -> entry.getName()).forEach(names::add);
                } else {
                    names.addAll(inFolder(folder.toURI()));
                }
            }
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("The rule files cannot be listed: " + e.getMessage(), e);
        }
        names.removeIf(name -> !name.startsWith(FOLDER) || !name.endsWith(SUFFIX) || name.equals(SHARED));
        return names;
    }

    private static List<String> inFolder(URI folder) throws IOException {
        Path root = Path.of(folder);
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> FOLDER + root.relativize(file).toString().replace('\\', '/'))
                    .toList();
        }
    }
}
