package org.abate.desk;

import java.util.ArrayList;
import java.util.List;
import org.abate.casefile.CaseRefused;
import org.abate.casefile.Fault;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings what is wrong with the form of an input and with its content into one list, so that all is named at once. */
@Component
public class Faults {

    private final TransactionTemplate transactions;

    Faults(TransactionTemplate transactions) {
        this.transactions = transactions;
    }

    /** The faults of the form, and those of the content at other places. */
    public static List<Fault> merged(List<Fault> form, List<Fault> content) {
        List<Fault> all = new ArrayList<>(form);
        content.stream()
                .filter(fault -> form.stream().noneMatch(known -> isSamePlace(known.field(), fault.field())))
                .forEach(all::add);
        return all;
    }

    /** What a change would be refused for: it is tried, and undone whatever comes of it. */
    public List<Fault> of(Runnable change) {
        return transactions.execute(transaction -> {
            transaction.setRollbackOnly();
            try {
                change.run();
                return List.of();
            } catch (CaseRefused e) {
                return e.faults();
            }
        });
    }

    /** Equal, or one within the other: {@code violations[0]} and {@code violations[0].citation}. */
    private static boolean isSamePlace(String one, String other) {
        return one.equals(other) || isWithin(one, other) || isWithin(other, one);
    }

    private static boolean isWithin(String outer, String inner) {
        return inner.startsWith(outer + ".") || inner.startsWith(outer + "[");
    }
}
