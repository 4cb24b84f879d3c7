package org.abate.process;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The models under a folder, and which of them there are by id. */
record Models(Path folder) {

    /** What managers own. */
    static final Path PROCESSES = Path.of("processes");

    private static final Map<String, Form> FORMS = new ConcurrentHashMap<>();

    /** Whether there is a model with the id; an expression in it stands for anything. */
    boolean have(String id, String extension) {
        Pattern wanted = Pattern.compile(
                Stream.of(id.split("[$#]\\{.*?}", -1)).map(Pattern::quote).collect(joining(".+")));
        return in(folder, extension).stream()
                .anyMatch(file -> wanted.matcher(nameOf(file)).matches());
    }

    /** Every file with the extension under a folder, in a fixed order. */
    static List<Path> in(Path folder, String extension) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(extension))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The form with the id, as the manager has drawn it. */
    static Form form(String id) {
        return FORMS.computeIfAbsent(id, Models::parsed);
    }

    private static Form parsed(String id) {
        return in(PROCESSES, ".form").stream()
                .filter(file -> nameOf(file).equals(id))
                .findFirst()
                .map(file -> new Forms(null).parse(read(file).getBytes(StandardCharsets.UTF_8)))
                .orElseThrow(() -> new AssertionError("There is no form " + id));
    }

    /** The file's name without folder and extension. */
    static String nameOf(Path file) {
        return file.getFileName().toString().replaceFirst("\\.[a-z]+$", "");
    }

    static String folderOf(Path file) {
        return file.getParent().getFileName().toString();
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
