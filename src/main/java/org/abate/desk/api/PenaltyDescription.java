package org.abate.desk.api;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import org.abate.penalty.RuleBook;
import org.abate.penalty.RuleSummary;
import org.abate.penalty.RuleTables;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Describes each rule's worksheet in the OpenAPI document, from the rule's own tables: what they hold is what is taken. */
@Component
@Order(PenaltyDescription.BEFORE_THE_SHARED_REFUSALS)
class PenaltyDescription implements OpenApiCustomizer {

    static final int BEFORE_THE_SHARED_REFUSALS = 0;

    private static final String ADDRESS = "/api/penalties/";
    private static final String ANY_RULE = ADDRESS + "{rule}";
    private static final String JSON = org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

    private final RuleBook rules;

    PenaltyDescription(RuleBook rules) {
        this.rules = rules;
    }

    @Override
    public void customise(OpenAPI api) {
        PathItem any = api.getPaths().get(ANY_RULE);
        MediaType anyWorksheet = new MediaType().schema(new Schema<>());
        StringSchema names = new StringSchema();
        for (RuleSummary summary : rules.rules()) {
            RuleTables rule = rules.tables(summary.rule());
            WorksheetSchema worksheet = new WorksheetSchema(rule);
            api.getComponents().addSchemas(worksheet.name(), worksheet.schema());
            PathItem own = api.getPaths().computeIfAbsent(ADDRESS + rule.rule(), address -> new PathItem());
            if (own.getPost() == null) {
                own.post(assessing(rule, any.getPost()));
                anyWorksheet.getSchema().addOneOfItem(worksheet.reference());
                anyWorksheet.addExamples(rule.rule(), new Example().value(rule.example()));
                names.addEnumItem(rule.rule());
            }
            own.getPost()
                    .requestBody(body(
                            rule, new MediaType().schema(worksheet.reference()).example(rule.example())));
        }
        any.getPost()
                .requestBody(new RequestBody()
                        .required(true)
                        .description("The worksheet of the rule")
                        .content(new Content().addMediaType(JSON, anyWorksheet)));
        any.getPost().getParameters().get(0).schema(names);
        any.getGet().getParameters().get(0).schema(new StringSchema()._enum(names(rules.rules())));
    }

    /** Assessing by one rule: as by any, but with a body of its own. */
    private static Operation assessing(RuleTables rule, Operation any) {
        ApiResponse answer = any.getResponses().get("200");
        return new Operation()
                .addTagsItem(PenaltiesController.TAG)
                .operationId("assess-" + rule.rule())
                .summary("Assesses a worksheet: " + rule.title())
                .description(rule.citation() + ". Nothing is stored.")
                .responses(new ApiResponses().addApiResponse("200", answer));
    }

    private static RequestBody body(RuleTables rule, MediaType worksheet) {
        return new RequestBody()
                .required(true)
                .description("The worksheet, by " + rule.citation())
                .content(new Content().addMediaType(JSON, worksheet));
    }

    private static List<String> names(List<RuleSummary> rules) {
        return rules.stream()
                .map(RuleSummary::rule)
                .filter(rule -> !rule.contains("/"))
                .toList();
    }
}
