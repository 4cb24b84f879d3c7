package org.abate.cycletime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The engine's history is cleaned up: every figure of cycle times comes from the record of finished stages. */
class FiguresFromTheRecordTest {

    @Test
    void onlyWhatWritesTheRecordAndWhatInventsHistoryNamesTheEnginesHistory() throws IOException {
        Path sources = Path.of("src", "main", "java", "org", "abate");
        try (Stream<Path> files =
                Stream.concat(Files.walk(sources.resolve("cycletime")), Files.walk(sources.resolve("desk")))) {
            Set<String> readers = files.filter(Files::isRegularFile)
                    .filter(FiguresFromTheRecordTest::namesHistory)
                    .map(file -> file.getFileName().toString())
                    .collect(Collectors.toSet());

            assertThat(readers).containsExactlyInAnyOrder("FinishedStages.java", "InventedRows.java");
        }
    }

    private static boolean namesHistory(Path file) {
        try {
            String source = Files.readString(file).toLowerCase(Locale.ROOT);
            return source.contains("act_hi_") || source.contains("historyservice");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
