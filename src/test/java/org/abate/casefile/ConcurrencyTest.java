package org.abate.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.abate.ApplicationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ApplicationTest
class ConcurrencyTest {

    private static final int THREADS = 16;
    private static final int TIMES = 200;

    @Autowired
    private CaseRecord record;

    @Test
    void casesOpenedAtTheSameTimeHaveNumbersWithoutGapOrDouble() throws Exception {
        List<String> numbers =
                atTheSameTime(() -> record.open(SampleCases.of(Program.METALLIC_MINERALS, SampleCases.facility()))
                        .caseNumber());

        assertThat(numbers).doesNotHaveDuplicates();
        int first = numbers.stream().mapToInt(ConcurrencyTest::serial).min().orElseThrow();
        int last = numbers.stream().mapToInt(ConcurrencyTest::serial).max().orElseThrow();
        assertThat(last - first + 1).isEqualTo(TIMES);
    }

    @Test
    void aFacilityReportedByManyAtTheSameTimeIsThereOnce() throws Exception {
        Program[] programs = Program.values();
        AtomicInteger turn = new AtomicInteger();

        List<Long> facilities = atTheSameTime(() -> record.open(SampleCases.of(
                        programs[turn.incrementAndGet() % programs.length], SampleCases.facility("SHARED")))
                .facility()
                .id());

        assertThat(facilities).containsOnly(facilities.get(0));
    }

    @Test
    void violationsAddedAtTheSameTimeAreCountedOneByOne() throws Exception {
        String caseNumber = record.open(SampleCases.tanks()).caseNumber();

        List<Integer> numbers =
                atTheSameTime(() -> record.addViolations(caseNumber, List.of(SampleCases.anotherViolation()))
                        .get(0)
                        .number());

        assertThat(numbers).doesNotHaveDuplicates().contains(2, TIMES + 1);
    }

    private static int serial(String caseNumber) {
        return Integer.parseInt(caseNumber.substring(8));
    }

    private static <T> List<T> atTheSameTime(Callable<T> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(Collections.nCopies(TIMES, work))) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdown();
        }
    }
}
