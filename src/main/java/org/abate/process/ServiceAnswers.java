package org.abate.process;

import java.time.LocalDate;
import org.abate.casefile.NewService;
import org.abate.casefile.ServiceEvent;
import org.abate.casefile.ServiceManner;

/** What a task's form says of the service of an order or a notice (10 CSR 20-3.010(1)(C), 40-10.070(7)(A)). */
final class ServiceAnswers {

    private ServiceAnswers() {}

    static NewService read(Answers answers, LocalDate day) {
        return new NewService(
                ServiceEvent.valueOf(answers.text("serviceResult")),
                answers.find("serviceManner").map(ServiceManner::valueOf).orElse(null),
                answers.take("serviceReference").orElse(null),
                day,
                answers.find("servedUpon").orElse(null),
                null,
                null);
    }
}
