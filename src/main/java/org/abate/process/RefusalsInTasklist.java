package org.abate.process;

import jakarta.annotation.Priority;
import jakarta.servlet.ServletRegistration;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import org.camunda.bpm.engine.rest.dto.ExceptionDto;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.server.ConfigurableServletWebServerFactory;
import org.springframework.stereotype.Component;

/**
 * What is refused in Tasklist is said to the person who typed it: a line for each fault, under the label that stands over
 * the field, without the engine's words and numbers before it. Tasklist, Cockpit and Admin have a REST interface of their
 * own inside the web applications; {@link RefusalsOverRest} answers programs.
 */
@Component
class RefusalsInTasklist implements WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> {

    /** The name under which the web applications register their interface to the engine. */
    private static final String SERVLET = "Engine Api";

    @Override
    public void customize(ConfigurableServletWebServerFactory server) {
        server.addInitializers(context -> {
            ServletRegistration webApplications = context.getServletRegistration(SERVLET);
            if (webApplications == null) {
                throw new IllegalStateException("Camunda's web applications register no \"" + SERVLET
                        + "\" any more: correct RefusalsInTasklist");
            }
            webApplications.setInitParameter(
                    "jersey.config.server.provider.classnames", Wrapped.class.getName() + "," + Plain.class.getName());
        });
    }

    private static Response badRequest(Refusal refusal) {
        ExceptionDto answer = ExceptionDto.fromException(refusal);
        answer.setMessage(String.join("\n", refusal.sentences()));
        return RefusalsOverRest.badRequest(answer);
    }

    /** As most paths throw it; asked before the interface's own. */
    @Priority(1)
    public static class Wrapped extends RefusalsOverRest.Wrapped {

        @Override
        Response badRequest(Refusal refusal) {
            return RefusalsInTasklist.badRequest(refusal);
        }
    }

    /** As it was thrown. */
    public static class Plain implements ExceptionMapper<Refusal> {

        @Override
        public Response toResponse(Refusal refusal) {
            return badRequest(refusal);
        }
    }
}
