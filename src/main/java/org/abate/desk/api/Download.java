package org.abate.desk.api;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A file as an answer: no cache keeps it, and no browser takes it for anything but what it says it is. */
final class Download {

    private Download() {}

    /** Shown by the browser; what a file's name cannot hold of the title is left out. */
    static ResponseEntity<byte[]> pdf(String title, byte[] content) {
        String name = title.replaceAll("[^A-Za-z0-9 ,.-]", "_") + ".pdf";
        return of(MediaType.APPLICATION_PDF, ContentDisposition.inline().filename(name), content);
    }

    /** Saved by the browser. */
    static ResponseEntity<byte[]> csv(String name, byte[] content) {
        return of(
                MediaType.parseMediaType("text/csv;charset=UTF-8"),
                ContentDisposition.attachment().filename(name),
                content);
    }

    private static ResponseEntity<byte[]> of(MediaType type, ContentDisposition.Builder disposition, byte[] content) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.build().toString())
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.noStore())
                .body(content);
    }
}
