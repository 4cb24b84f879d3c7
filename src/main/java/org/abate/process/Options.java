package org.abate.process;

import java.util.Collection;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;
import org.camunda.spin.plugin.variable.SpinValues;

/**
 * What a form's list offers to choose from: a variable {@code [{"label": "Thursday, February 18, 2027", "value":
 * "2027-02-18"}]}, in the order of the list.
 */
final class Options {

    private static final String VALUE = "value";

    private Options() {}

    static <T> TypedValue of(Collection<T> choices, Function<T, String> label, Function<T, String> value) {
        SpinJsonNode options = Spin.JSON("[]");
        choices.forEach(choice -> options.append(
                Spin.JSON("{}").prop("label", label.apply(choice)).prop(VALUE, value.apply(choice))));
        return SpinValues.jsonValue(options).create();
    }

    static Set<String> values(SpinJsonNode options) {
        return options.elements().stream()
                .map(option -> option.prop(VALUE).stringValue())
                .collect(Collectors.toSet());
    }
}
