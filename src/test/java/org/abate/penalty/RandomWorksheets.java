package org.abate.penalty;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/** Worksheets for any rule, made up from the fields its form offers; what contradicts itself is taken out again. */
final class RandomWorksheets {

    private static final int REPAIRS = 4;
    private static final int TRIES = 500;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Random random;

    RandomWorksheets(long seed) {
        this.random = new Random(seed);
    }

    /** A worksheet the rule accepts. */
    ObjectNode next(String rule) {
        for (int i = 0; i < TRIES; i++) {
            ObjectNode worksheet = entry(RuleBook.standard().tables(rule).worksheet());
            if (isRepaired(rule, worksheet)) {
                return worksheet;
            }
        }
        throw new AssertionError("No sound worksheet for " + rule + " came about");
    }

    private static boolean isRepaired(String rule, ObjectNode worksheet) {
        for (int i = 0; i < REPAIRS; i++) {
            try {
                RuleBook.standard().calculate(rule, worksheet, Samples.TODAY);
                return true;
            } catch (WorksheetRefused refused) {
                refused.faults().forEach(fault -> takeOut(worksheet, fault.field()));
            }
        }
        return false;
    }

    private static void takeOut(ObjectNode worksheet, String path) {
        JsonNode parent = worksheet;
        String[] steps = path.replaceAll("\\[(\\d+)]", ".$1").split("\\.");
        for (int i = 0; i < steps.length - 1; i++) {
            parent = parent.isArray() ? parent.path(Integer.parseInt(steps[i])) : parent.path(steps[i]);
        }
        String last = steps[steps.length - 1];
        if (parent instanceof ObjectNode object && object.remove(last) == null && last.equals("selectionReason")) {
            object.remove(List.of("selectedAmount", "selectedDailyAmount"));
        }
    }

    private ObjectNode entry(List<RuleTables.Field> fields) {
        ObjectNode entry = JSON.objectNode();
        for (RuleTables.Field field : fields) {
            boolean belongs = field.when() == null
                    || field.when()
                            .values()
                            .contains(entry.path(field.when().field()).asText());
            boolean leaveOut = (field.optional() || field.ifAbsent() != null) && random.nextInt(3) == 0;
            if (belongs && !leaveOut) {
                entry.set(field.name(), value(field));
            }
        }
        return entry;
    }

    private JsonNode value(RuleTables.Field field) {
        return switch (field.kind()) {
            case MONEY ->
                JSON.textNode(decimal(field, new BigDecimal(20_000))
                        .setScale(2, RoundingMode.HALF_UP)
                        .toPlainString());
            case RATE ->
                JSON.textNode(decimal(field, BigDecimal.ONE)
                        .setScale(4, RoundingMode.HALF_UP)
                        .toPlainString());
            case WHOLE, PERCENT -> JSON.numberNode(whole(field, 60));
            case QUANTITY ->
                JSON.numberNode(decimal(field, new BigDecimal(2_000_000)).setScale(2, RoundingMode.HALF_UP));
            case DATE ->
                JSON.textNode(
                        LocalDate.of(2025, 1, 1).plusDays(random.nextInt(600)).toString());
            case FLAG -> JSON.booleanNode(field.mustBe() != null ? field.mustBe() : random.nextBoolean());
            case TEXT -> JSON.textNode("Reason " + random.nextInt(100));
            case CHOICE -> JSON.textNode(option(field));
            case CHOICES -> JSON.arrayNode().add(option(field));
            case NUMBERS -> numbers(field);
            case ENTRY -> entry(field.fields());
            case ENTRIES -> entries(field);
        };
    }

    private BigDecimal decimal(RuleTables.Field field, BigDecimal most) {
        BigDecimal high = most.min(field.max() == null ? most : field.max());
        BigDecimal low = field.min() == null || field.min().signum() >= 0 ? BigDecimal.ZERO : high.negate();
        return low.add(high.subtract(low).multiply(BigDecimal.valueOf(random.nextDouble())));
    }

    private int whole(RuleTables.Field field, int most) {
        int low = field.min().intValueExact();
        int high = Math.min(field.max().intValueExact(), Math.max(low, 0) + most);
        return low + random.nextInt(high - low + 1);
    }

    private String option(RuleTables.Field field) {
        return field.options().get(random.nextInt(field.options().size())).value();
    }

    private ArrayNode numbers(RuleTables.Field field) {
        ArrayNode numbers = JSON.arrayNode();
        for (int i = field.min().intValueExact() + random.nextInt(2);
                i <= field.max().intValueExact();
                i++) {
            numbers.add(i);
        }
        return numbers;
    }

    private ArrayNode entries(RuleTables.Field field) {
        ArrayNode entries = JSON.arrayNode();
        int count = field.min().intValueExact() + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            entries.add(entry(field.fields()));
        }
        return entries;
    }
}
