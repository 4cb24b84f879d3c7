package org.abate.desk.pages;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.abate.access.Group;
import org.abate.casefile.County;
import org.springframework.stereotype.Component;

/** How days, moments and dollars read on the pages; days and hours are Central Time. */
@Component("shown")
class Shown {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.US);
    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("MMM d, uuuu", Locale.US);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("MMM d, uuuu, h:mm a", Locale.US);
    private static final int SOON = 7;

    private final Clock clock;

    Shown(Clock clock) {
        this.clock = clock;
    }

    /**
     * A deadline in words.
     *
     * @param tone {@code overdue}, {@code soon}, or {@code later}; never the only sign
     */
    record Due(String words, String tone) {
        public boolean isOverdue() {
            return "overdue".equals(tone);
        }
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** October 1, 2026. */
    public String day(LocalDate day) {
        return day == null ? "" : DAY.format(day);
    }

    /** October 1, 2026, of a day as the rule files have it: 2026-10-01. */
    public String isoDay(String day) {
        return day(LocalDate.parse(day));
    }

    /** Oct 1, 2026. */
    public String shortDay(LocalDate day) {
        return day == null ? "" : SHORT_DAY.format(day);
    }

    /** Oct 1, 2026. */
    public String shortDay(Instant moment) {
        return moment == null ? "" : SHORT_DAY.format(moment.atZone(clock.getZone()));
    }

    /** Oct 1, 2026; Oct 2, 2026. */
    public String days(List<LocalDate> days) {
        return String.join("; ", days.stream().map(this::shortDay).toList());
    }

    /** Oct 1, 2026, 4:05 PM. */
    public String moment(Instant moment) {
        return moment == null ? "" : MOMENT.format(moment.atZone(clock.getZone()));
    }

    /** When something is due, seen from today; null where it is not due. */
    public Due due(Instant dueAt) {
        if (dueAt == null) {
            return null;
        }
        LocalDate day = dueAt.atZone(clock.getZone()).toLocalDate();
        long left = ChronoUnit.DAYS.between(today(), day);
        if (dueAt.isBefore(clock.instant())) {
            return new Due(overdue(-left, day), "overdue");
        }
        if (left == 0) {
            return new Due("Due today", "soon");
        }
        if (left == 1) {
            return new Due("Due tomorrow", "soon");
        }
        return new Due("Due in " + left + " days, " + shortDay(day), left <= SOON ? "soon" : "later");
    }

    private String overdue(long days, LocalDate day) {
        if (days == 0) {
            return "Overdue since today";
        }
        return "Overdue by " + days + (days == 1 ? " day, since " : " days, since ") + shortDay(day);
    }

    /** $1,250.00. */
    public String dollars(BigDecimal amount) {
        return amount == null
                ? ""
                : new DecimalFormat("$#,##0.00;-$#,##0.00", DecimalFormatSymbols.getInstance(Locale.US)).format(amount);
    }

    /** 3,300. */
    public String count(long number) {
        return String.format(Locale.US, "%,d", number);
    }

    /** Lines as one, with commas between; null for null. */
    public String oneLine(String lines) {
        return lines == null ? null : lines.lines().map(String::strip).collect(Collectors.joining(", "));
    }

    /** The name that a letter is addressed to. */
    public String firstLine(String lines) {
        return lines.lines().findFirst().orElse("");
    }

    /** 12.5; nothing for null. */
    public String tenths(Double number) {
        return number == null ? "" : String.format(Locale.US, "%,.1f", number).replace('-', '\u2212');
    }

    /** 12.5 % of a share from 0 to 1; nothing for null. */
    public String percent(Double share) {
        return share == null ? "" : tenths(100 * share) + " %";
    }

    /** Cole County; City of St. Louis. */
    public String county(String name) {
        return County.title(name);
    }

    /** What the department calls its groups, in one text. */
    public String groups(List<String> ids) {
        Map<String, String> titles = Group.all();
        return ids.stream().map(id -> titles.getOrDefault(id, id)).collect(Collectors.joining(" or "));
    }

    /** A name in capitals as words: DOCUMENT_SENT is "Document sent". */
    public String words(String name) {
        String words = name.replace('_', ' ').toLowerCase(Locale.ROOT);
        return words.isEmpty() ? "" : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
