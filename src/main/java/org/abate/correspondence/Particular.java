package org.abate.correspondence;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * One thing that a letter is given, as {@code letters/letters.yaml} declares it.
 *
 * @param required whether the letter cannot be issued without it
 * @param requiredWhen other particulars and the values with which this one is required too
 * @param oneOf the values of a {@code CHOICE}
 * @param words what it is, for whoever has to supply it
 */
record Particular(Type type, boolean required, Map<String, String> requiredWhen, List<String> oneOf, String words) {

    Particular {
        requiredWhen = requiredWhen == null ? Map.of() : requiredWhen;
        oneOf = oneOf == null ? List.of() : oneOf;
    }

    /** What a particular is, what it may be given as, and what the template finds. */
    enum Type {
        /** Text on one line. */
        PHRASE("text") {
            @Override
            Object read(Object given) {
                return given.toString().replaceAll("\\s+", " ").strip();
            }
        },
        /** Text in paragraphs, one a line. The template finds a list. */
        TEXT("text") {
            @Override
            Object read(Object given) {
                return lines(given.toString());
            }
        },
        /** A list of texts, or a text with one item a line. */
        LINES("a list, or text with one item a line") {
            @Override
            Object read(Object given) {
                if (given instanceof Collection<?> items) {
                    return items.stream()
                            .filter(Objects::nonNull)
                            .map(item -> String.join(" ", lines(item.toString())))
                            .filter(item -> !item.isEmpty())
                            .toList();
                }
                return lines(given.toString());
            }
        },
        /** Whole numbers: a list, or a text like "1, 3". */
        NUMBERS("numbers, separated by commas") {
            @Override
            Object read(Object given) {
                Stream<?> numbers = given instanceof Collection<?> items
                        ? items.stream()
                        : Stream.of(given.toString().split(","));
                return numbers.map(number -> Integer.valueOf(number.toString().strip()))
                        .toList();
            }
        },
        /** Yes or no: a Boolean, or "true" or "false". */
        YES_NO("true or false") {
            @Override
            Object read(Object given) {
                return switch (given.toString()) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw new IllegalArgumentException();
                };
            }
        },
        /** Dollars: a number, or its decimal string. The template finds {@link Money}. */
        MONEY("an amount in dollars, such as 12500.00, with no more than two decimals and not below zero") {
            @Override
            Object read(Object given) {
                Money money = Money.of(given);
                if (money.amount().signum() < 0
                        || money.amount().stripTrailingZeros().scale() > 2) {
                    throw new IllegalArgumentException();
                }
                return money;
            }
        },
        /** A {@link LocalDate}, or its ISO string. The template finds "November 22, 2026". */
        DATE("a date, such as 2026-11-22") {
            @Override
            Object read(Object given) {
                return Words.date(localDate(given));
            }
        },
        /** A date somebody must keep. The template finds "Wednesday, January 6, 2027". */
        DAY("a date, such as 2026-11-22") {
            @Override
            Object read(Object given) {
                return Words.day(localDate(given));
            }
        },
        /** One of the declared values. */
        CHOICE("one of the values") {
            @Override
            Object read(Object given) {
                return given.toString();
            }
        },
        /** A list of maps of {@code action} (text) and {@code due} (date), in the order of their dates. */
        MILESTONES("a list of milestones, each with action and due") {
            @Override
            Object read(Object given) {
                if (!(given instanceof Collection<?> items)) {
                    throw new IllegalArgumentException();
                }
                return items.stream().map(Milestone::of).sorted().toList();
            }
        },
        /** A list of maps of {@code name}, {@code number} and {@code county}: public water systems. */
        SYSTEMS("a list of public water systems, each with name, number and county") {
            @Override
            Object read(Object given) {
                if (!(given instanceof Collection<?> items)) {
                    throw new IllegalArgumentException();
                }
                return items.stream().map(CaseExcerpt.Covered::of).toList();
            }
        },
        /** The assessment of a penalty rule: the map of the rule book's result, or its JSON. */
        WORKSHEET("an assessment with its total and its lines") {
            @Override
            Object read(Object given) {
                return Worksheet.of(given);
            }
        };

        private final String form;

        Type(String form) {
            this.form = form;
        }

        /** Whether it is text that somebody writes. */
        boolean isFreeText() {
            return this == PHRASE || this == TEXT || this == LINES || this == MILESTONES;
        }

        /** @throws RuntimeException if it is not what this type may be given as */
        abstract Object read(Object given);

        private static List<String> lines(String text) {
            return text.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
        }

        private static LocalDate localDate(Object given) {
            return given instanceof LocalDate date
                    ? date
                    : LocalDate.parse(given.toString().strip());
        }
    }

    /** A step of a compliance schedule and the day it is due. */
    record Milestone(String action, LocalDate dueOn) implements Comparable<Milestone> {

        static Milestone of(Object given) {
            if (!(given instanceof Map<?, ?> milestone)
                    || milestone.get("action") == null
                    || milestone.get("due") == null) {
                throw new IllegalArgumentException();
            }
            String action = String.valueOf(Type.PHRASE.read(milestone.get("action")));
            if (action.isEmpty()) {
                throw new IllegalArgumentException();
            }
            return new Milestone(action, Type.localDate(milestone.get("due")));
        }

        public String due() {
            return Words.day(dueOn);
        }

        @Override
        public int compareTo(Milestone other) {
            return dueOn.compareTo(other.dueOn);
        }
    }

    /** What it is and how a text prints it, for whoever writes the text. */
    String inWords() {
        String how =
                switch (type) {
                    case TEXT, LINES, NUMBERS -> " (a list)";
                    case YES_NO -> " (yes or no)";
                    case CHOICE -> " (one of " + String.join(", ", oneOf) + ")";
                    case MILESTONES, SYSTEMS, WORKSHEET -> " (printed by a part)";
                    case PHRASE, MONEY, DATE, DAY -> "";
                };
        return words + how;
    }

    /** What stands in a letter that is looked at before this is known. */
    Object unknown(LocalDate today) {
        String inBrackets = "[" + words + "]";
        return switch (type) {
            case PHRASE, MONEY, DATE, DAY -> inBrackets;
            case TEXT, LINES -> List.of(inBrackets);
            case NUMBERS -> null;
            case YES_NO -> true;
            case CHOICE -> oneOf.get(0);
            case MILESTONES -> List.of(new Milestone(inBrackets, today));
            case SYSTEMS -> List.of(new CaseExcerpt.Covered(inBrackets, "[number]", "[county]"));
            case WORKSHEET -> Worksheet.unknown(inBrackets);
        };
    }

    /**
     * As the template finds it; null if it is not given.
     *
     * @throws IllegalArgumentException if it cannot be what it says it is, with what would be right
     */
    Object read(Object given) {
        if (given == null || given.toString().isBlank()) {
            return null;
        }
        Object value;
        try {
            value = type.read(given);
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new IllegalArgumentException("must be " + type.form, e);
        }
        if (type == Type.CHOICE && !oneOf.contains(value)) {
            throw new IllegalArgumentException("must be one of " + String.join(", ", oneOf));
        }
        boolean nothing = value instanceof Collection<?> items
                ? items.isEmpty()
                : value.toString().isBlank();
        return nothing ? null : value;
    }
}
