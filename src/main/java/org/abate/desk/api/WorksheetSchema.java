package org.abate.desk.api;

import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.NumberSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.abate.penalty.RuleTables;

/** What the worksheet of a rule takes, as a JSON schema made from the fields of the rule's file. */
final class WorksheetSchema {

    private static final String DOLLARS = "^-?[0-9]{1,12}(\\.[0-9]{1,2})?$";
    private static final String SHARE = "^[0-9]{1,12}(\\.[0-9]{1,10})?$";

    /** Filled in where it is missing, though no rule file says so. */
    private static final String VIOLATION_DATE = "violationDate";

    private final RuleTables rule;

    WorksheetSchema(RuleTables rule) {
        this.rule = rule;
    }

    /** {@code CleanWaterWorksheet}. */
    String name() {
        return Stream.of(rule.rule().split("[-/]"))
                        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                        .collect(Collectors.joining())
                + "Worksheet";
    }

    Schema<?> reference() {
        return new Schema<>().$ref("#/components/schemas/" + name());
    }

    Schema<?> schema() {
        return object(rule.worksheet()).description(rule.title() + " (" + rule.citation() + ")");
    }

    private static Schema<?> object(List<RuleTables.Field> fields) {
        Schema<?> object = new ObjectSchema().additionalProperties(false);
        for (RuleTables.Field field : fields) {
            object.addProperty(field.name(), property(field));
            if (isRequired(field)) {
                object.addRequiredItem(field.name());
            }
        }
        return object;
    }

    private static boolean isRequired(RuleTables.Field field) {
        return !field.mayBeLeftOut() && field.when() == null && !field.name().equals(VIOLATION_DATE);
    }

    private static Schema<?> property(RuleTables.Field field) {
        Schema<?> schema =
                switch (field.kind()) {
                    case MONEY -> new StringSchema().pattern(DOLLARS).example("1250.00");
                    case RATE -> new StringSchema().pattern(SHARE).example("0.08");
                    case WHOLE, PERCENT -> limited(new IntegerSchema().format("int32"), field);
                    case QUANTITY -> limited(new NumberSchema(), field);
                    case DATE -> new StringSchema().format("date").example("2024-06-03");
                    case FLAG -> flag(field);
                    case TEXT -> new StringSchema().minLength(1).maxLength(whole(field.max()));
                    case CHOICE -> choice(field);
                    case CHOICES -> list(field, choice(field)).uniqueItems(true).maxItems(null);
                    case NUMBERS -> numbers(field);
                    case ENTRY -> object(field.fields());
                    case ENTRIES -> list(field, object(field.fields()));
                };
        return schema.title(field.label()).description(description(field));
    }

    private static Schema<?> limited(Schema<?> number, RuleTables.Field field) {
        number.minimum(field.min()).maximum(field.max());
        if (field.ifAbsent() != null) {
            number.setDefault(new BigDecimal(field.ifAbsent()));
        }
        return number;
    }

    private static Schema<?> flag(RuleTables.Field field) {
        BooleanSchema flag = new BooleanSchema();
        if (field.mustBe() != null) {
            flag.addEnumItem(field.mustBe());
        }
        if (field.ifAbsent() != null) {
            flag.setDefault(Boolean.valueOf(field.ifAbsent()));
        }
        return flag;
    }

    private static Schema<?> choice(RuleTables.Field field) {
        return new StringSchema()
                ._enum(field.options().stream().map(RuleTables.Row::value).toList());
    }

    private static Schema<?> list(RuleTables.Field field, Schema<?> items) {
        return new ArraySchema().items(items).minItems(whole(field.min())).maxItems(whole(field.max()));
    }

    private static Schema<?> numbers(RuleTables.Field field) {
        return new ArraySchema()
                .items(new IntegerSchema().format("int32").minimum(field.min()).maximum(field.max()))
                .uniqueItems(true);
    }

    private static Integer whole(BigDecimal limit) {
        return limit == null ? null : limit.intValueExact();
    }

    /** Help, limits that a schema of texts cannot say, when the property belongs, what its options mean, and the source. */
    private static String description(RuleTables.Field field) {
        boolean text = field.kind() == RuleTables.Kind.MONEY || field.kind() == RuleTables.Kind.RATE;
        return Stream.of(
                        field.help(),
                        text && field.min() != null ? "From " + field.min() + " to " + field.max() + "." : null,
                        text && field.ifAbsent() != null ? field.ifAbsent() + " where it is left out." : null,
                        field.when() == null
                                ? null
                                : "Belongs to a worksheet, and is required unless it has a default, where "
                                        + field.when().field() + " is "
                                        + String.join(" or ", field.when().values()) + ".",
                        field.because() == null ? null : "It " + field.because() + ".",
                        options(field),
                        field.citation() + (field.verified() ? "." : " (no printed source at hand)."))
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n\n"));
    }

    private static String options(RuleTables.Field field) {
        if (field.options() == null || field.kind() == RuleTables.Kind.ENTRY) {
            return null;
        }
        return field.options().stream()
                .map(option -> "- `" + option.value() + "`"
                        + (option.points() == null ? "" : " (" + option.points() + ")") + ": " + option.text())
                .collect(Collectors.joining("\n"));
    }
}
