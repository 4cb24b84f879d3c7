package org.abate.penalty;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The worked cases of one file of {@code src/test/resources/penalty-cases}; {@link PenaltyCasesTest} says what they look like.
 *
 * @param rule the rule they are worked by
 * @param book the rules, with the file's own settings where it has any
 * @param all the cases
 */
record WorkedCases(String rule, RuleBook book, List<JsonNode> all) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path FOLDER = Path.of("src/test/resources/penalty-cases");
    private static final String SUFFIX = ".yaml";

    /** Read once: the rules are tested many times over when changes are made to them on purpose. */
    private static final Map<String, WorkedCases> READ = new ConcurrentHashMap<>();

    /** The names of the files, without their suffix. */
    static List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString().replace(SUFFIX, ""))
                    .sorted()
                    .toList();
        }
    }

    static WorkedCases of(String file) {
        return READ.computeIfAbsent(file, WorkedCases::read);
    }

    /** The worksheet of a case, read from its text, as it arrives over REST. */
    static JsonNode input(JsonNode worked) {
        return Worksheets.parse(worked.get("input").toString());
    }

    /** The day it is for a case. */
    static LocalDate today(JsonNode worked) {
        return worked.has("today") ? LocalDate.parse(worked.get("today").asText()) : Samples.TODAY;
    }

    private static WorkedCases read(String name) {
        JsonNode content = read(FOLDER.resolve(name + SUFFIX));
        String rule = content.path("rule").asText(name);
        List<JsonNode> cases =
                StreamSupport.stream(content.get("cases").spliterator(), false).toList();
        if (cases.isEmpty()) {
            throw new IllegalStateException(name + " has no case");
        }
        return new WorkedCases(
                rule,
                content.has("settings") ? withSettings(rule, content.get("settings")) : RuleBook.standard(),
                cases);
    }

    private static JsonNode read(Path file) {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(10_000);
        options.setAllowDuplicateKeys(false);
        try {
            Map<String, Object> content = new Yaml(new SafeConstructor(options)).load(Files.readString(file));
            return JSON.valueToTree(content);
        } catch (IOException e) {
            throw new IllegalStateException(file.toString(), e);
        }
    }

    /** The rules as a department would have them that set another policy in the rule's file. */
    private static RuleBook withSettings(String rule, JsonNode settings) {
        return RuleBook.from(new ClassLoader(WorkedCases.class.getClassLoader()) {
            @Override
            public InputStream getResourceAsStream(String name) {
                InputStream file = super.getResourceAsStream(name);
                return name.startsWith("rules/" + rule + "/") ? changed(file, settings) : file;
            }
        });
    }

    private static InputStream changed(InputStream file, JsonNode settings) {
        try (file) {
            String content = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            for (Map.Entry<String, JsonNode> setting : settings.properties()) {
                String before = "value: " + setting.getKey() + ", text: ";
                if (!content.contains(before)) {
                    throw new IllegalStateException("No setting " + setting.getKey());
                }
                content = content.replaceAll(
                        before + "[^,]*", before + setting.getValue().asText());
            }
            return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
