package org.abate.desk.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.abate.cycletime.Heat;

/** What a heat map is coloured by, and the five steps of its colour. */
enum HeatColor {
    TIME("Median time", task -> task.figures().total().median()),
    COUNT("Finished", task -> (double) task.figures().total().count()),
    OVERDUE("Overdue share", task -> task.figures().overdueShare());

    private static final int STEPS = 5;

    private final String title;
    private final Function<Heat.Task, Double> value;

    HeatColor(String title, Function<Heat.Task, Double> value) {
        this.title = title;
        this.value = value;
    }

    static HeatColor of(String name) {
        return name == null ? TIME : valueOf(name.toUpperCase(Locale.ROOT));
    }

    public String title() {
        return title;
    }

    /** The name in an address. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * A task and its colour.
     *
     * @param step from 0, the palest, to 4; -1 where the task has no value
     * @param shown the value in words
     * @param brief the value as it stands on the diagram
     */
    record Colored(Heat.Task task, int step, String shown, String brief) {}

    /**
     * The whole map.
     *
     * @param tasks the darkest first
     * @param legend what each step stands for, the palest first
     */
    record Scale(List<Colored> tasks, List<String> legend) {}

    /** Five equal steps up to the greatest value, which is rounded up. */
    Scale scale(List<Heat.Task> tasks) {
        double greatest = tasks.stream()
                .map(value)
                .filter(Objects::nonNull)
                .mapToDouble(each -> each)
                .max()
                .orElse(0);
        double width = rounded(greatest / STEPS);
        List<String> legend = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            legend.add(range(step * width, (step + 1) * width));
        }
        return new Scale(
                tasks.stream()
                        .sorted(Comparator.comparing(value, Comparator.nullsLast(Comparator.reverseOrder())))
                        .map(task -> colored(task, width))
                        .toList(),
                legend);
    }

    private Colored colored(Heat.Task task, double width) {
        Double of = value.apply(task);
        if (of == null) {
            return new Colored(task, -1, "never due", "–");
        }
        int step = (int) Math.min(STEPS - 1, Math.floor(of / width));
        return switch (this) {
            case TIME -> new Colored(task, step, number("%,.1f", of) + " days", number("%,.1f d", of));
            case COUNT -> new Colored(task, step, number("%,.0f", of) + " finished", number("%,.0f", of));
            case OVERDUE -> new Colored(task, step, number("%.1f %% overdue", 100 * of), number("%.0f %%", 100 * of));
        };
    }

    /** Up to the next width that is easily read. */
    private double rounded(double least) {
        if (this == OVERDUE || least <= 0) {
            return 0.2;
        }
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        for (double factor : new double[] {1, 1.5, 2, 2.5, 3, 4, 5, 6, 8}) {
            if (factor * power >= least) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    private String range(double from, double to) {
        String unit = this == TIME ? " days" : this == OVERDUE ? " %" : "";
        double times = this == OVERDUE ? 100 : 1;
        return plain(from * times) + "–" + plain(to * times) + unit;
    }

    private static String plain(double value) {
        return number("%,.2f", value).replaceAll("\\.?0+$", "");
    }

    private static String number(String form, double value) {
        return String.format(Locale.US, form, value);
    }
}
