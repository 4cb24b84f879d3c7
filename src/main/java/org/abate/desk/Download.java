package org.abate.desk;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A file as an answer: no cache keeps it, and no browser takes it for anything but what it says it is. */
public final class Download {

    /** The type of comma-separated values. */
    public static final String CSV = "text/csv;charset=UTF-8";

    private static final MediaType WORD =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
    private static final String NOT_GUESSED = "X-Content-Type-Options";

    private Download() {}

    /** Shown by the browser; what a file's name cannot hold of the title is left out. */
    public static ResponseEntity<byte[]> pdf(String title, byte[] content) {
        return of(MediaType.APPLICATION_PDF, ContentDisposition.inline().filename(fileName(title) + ".pdf"), content);
    }

    /** Saved by the browser. */
    public static ResponseEntity<byte[]> csv(String name, byte[] content) {
        return of(MediaType.parseMediaType(CSV), ContentDisposition.attachment().filename(name), content);
    }

    /** For Word, saved by the browser; what a file's name cannot hold of the title is left out. */
    public static ResponseEntity<byte[]> word(String title, byte[] content) {
        return of(WORD, ContentDisposition.attachment().filename(fileName(title) + ".docx"), content);
    }

    /** Saved by the browser, and written as it comes. */
    public static void begin(HttpServletResponse answer, String type, String name) {
        answer.setContentType(type);
        answer.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
        answer.setHeader(NOT_GUESSED, "nosniff");
        answer.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
    }

    private static String fileName(String title) {
        return title.replaceAll("[^A-Za-z0-9 ,.-]", "_");
    }

    private static ResponseEntity<byte[]> of(MediaType type, ContentDisposition.Builder disposition, byte[] content) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.build().toString())
                .header(NOT_GUESSED, "nosniff")
                .cacheControl(CacheControl.noStore())
                .body(content);
    }
}
