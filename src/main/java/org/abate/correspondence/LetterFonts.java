package org.abate.correspondence;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.springframework.core.io.ClassPathResource;

/**
 * The fonts of the letters. Reading them anew takes a quarter of the time that a letter takes, so they are kept as they
 * were read, and lent to one letter at a time: two cannot read from one font at once. There are as many sets of them as
 * letters were ever written at the same moment.
 */
final class LetterFonts {

    private static final String FILES = "com/mpobjects/jasperreports/fonts/liberation/";
    /** Where a TrueType file says how many tables it has, and where its directory of them begins, in bytes. */
    private static final int TABLE_COUNT = 4;

    private static final int DIRECTORY = 12;
    private static final int DIRECTORY_ENTRY = 16;
    private static final String SUBSTITUTIONS = "GSUB";

    private final List<Font> fonts = Stream.of("Serif", "Sans")
            .flatMap(family -> Stream.of(
                    Font.of(family, "Regular", 400, FontStyle.NORMAL),
                    Font.of(family, "Bold", 700, FontStyle.NORMAL),
                    Font.of(family, "Italic", 400, FontStyle.ITALIC),
                    Font.of(family, "BoldItalic", 700, FontStyle.ITALIC)))
            .toList();
    private final Queue<Map<Font, TrueTypeFont>> idle = new ConcurrentLinkedQueue<>();

    /** Which signs each of the fonts has. */
    static List<CmapLookup> signs() {
        return new LetterFonts()
                .fonts.stream().map(Font::read).map(LetterFonts::signs).toList();
    }

    private static CmapLookup signs(TrueTypeFont font) {
        try {
            return font.getUnicodeCmapLookup();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The fonts for one letter; closed, they are there for the next. */
    Lent lend() {
        return new Lent(Optional.ofNullable(idle.poll()).orElseGet(HashMap::new));
    }

    /** Fonts that one letter reads from, each read when the letter first uses it. */
    final class Lent implements AutoCloseable {

        private final Map<Font, TrueTypeFont> read;

        private Lent(Map<Font, TrueTypeFont> read) {
            this.read = read;
        }

        void to(PdfRendererBuilder builder, PDDocument letter) {
            builder.usePDDocument(letter);
            fonts.forEach(font -> builder.useFont(
                    new PDFontSupplier(null) {
                        @Override
                        public PDFont supply() {
                            return embedded(font, letter);
                        }
                    },
                    font.family(),
                    font.weight(),
                    font.style(),
                    true));
        }

        private PDFont embedded(Font font, PDDocument letter) {
            try {
                return PDType0Font.load(letter, read.computeIfAbsent(font, Font::read), true);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            idle.add(read);
        }
    }

    private record Font(String family, int weight, FontStyle style, byte[] file) {

        static Font of(String family, String cut, int weight, FontStyle style) {
            try (InputStream in =
                    new ClassPathResource(FILES + "Liberation" + family + "-" + cut + ".ttf").getInputStream()) {
                return new Font("Letter " + family, weight, style, withoutSubstitutions(in.readAllBytes()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        TrueTypeFont read() {
            try {
                return new TTFParser().parse(new RandomAccessReadBuffer(file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /**
         * The font without its table of glyph substitutions: looking for ligatures takes longer than all the rest of a
         * letter, and a text without them can be searched and copied as it was written. A table whose tag nobody knows
         * is passed over.
         */
        private static byte[] withoutSubstitutions(byte[] file) {
            int tables = ByteBuffer.wrap(file).getShort(TABLE_COUNT);
            for (int entry = 0; entry < tables; entry++) {
                int at = DIRECTORY + entry * DIRECTORY_ENTRY;
                if (new String(file, at, SUBSTITUTIONS.length(), StandardCharsets.US_ASCII).equals(SUBSTITUTIONS)) {
                    file[at] = 'x';
                }
            }
            return file;
        }
    }
}
