package org.abate.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A sample model in which one text stands for another: how a test makes a mistake to be found. */
record Edited(String text) {

    static Edited copyOf(Path sample) {
        return new Edited(Models.read(sample));
    }

    Edited with(String found, String replacement) {
        assertThat(text).contains(found);
        return new Edited(text.replace(found, replacement));
    }

    Path writeTo(Path file) {
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
