package org.abate.process;

import jakarta.annotation.Priority;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import org.camunda.bpm.engine.rest.dto.ExceptionDto;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.camunda.bpm.engine.rest.exception.RestExceptionHandler;
import org.camunda.bpm.spring.boot.starter.rest.CamundaJerseyResourceConfig;
import org.springframework.stereotype.Component;

/**
 * A {@link Refusal} is the caller's fault (400) on every path of the engine's REST interface; by itself the interface
 * knows that of forms only, and takes the same refusal for a fault of its own (500) elsewhere.
 */
@Component
class RefusalsOverRest extends CamundaJerseyResourceConfig {

    @Override
    protected void registerAdditionalResources() {
        super.registerAdditionalResources();
        register(Wrapped.class);
        register(Plain.class);
    }

    static Response badRequest(ExceptionDto answer) {
        return Response.status(Response.Status.BAD_REQUEST)
                .entity(answer)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    /** As most paths throw it; asked before the interface's own. */
    @Priority(1)
    public static class Wrapped implements ExceptionMapper<RestException> {

        private final RestExceptionHandler otherwise = new RestExceptionHandler();

        @Override
        public Response toResponse(RestException thrown) {
            return Refusal.unwrapped(thrown) instanceof Refusal refusal
                    ? badRequest(refusal)
                    : otherwise.toResponse(thrown);
        }

        Response badRequest(Refusal refusal) {
            return RefusalsOverRest.badRequest(ExceptionDto.fromException(refusal));
        }
    }

    /** As it was thrown. */
    public static class Plain implements ExceptionMapper<Refusal> {

        @Override
        public Response toResponse(Refusal refusal) {
            return badRequest(ExceptionDto.fromException(refusal));
        }
    }
}
