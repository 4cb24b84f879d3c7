package org.abate.process;

import java.util.AbstractMap;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.BeanFactory;

/**
 * The beans that an expression of the engine can name at all: the delegates and the questions of the diagrams. Whatever
 * way an expression comes in (a diagram, a query, a filter), the rest of the application is not within its reach.
 */
class DiagramBeans extends AbstractMap<Object, Object> {

    private static final Set<String> NAMES = Set.of(
            "openCase",
            "sendLetter",
            "assessPenalty",
            "recordOutcome",
            "startCase",
            "notify",
            "openInventoryYear",
            "inventoryWork",
            "recordSubmission",
            "serviceWatch",
            "record",
            "deadlines");

    private final BeanFactory beans;

    DiagramBeans(BeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public boolean containsKey(Object name) {
        return name instanceof String && NAMES.contains(name);
    }

    @Override
    public Object get(Object name) {
        return containsKey(name) ? beans.getBean((String) name) : null;
    }

    @Override
    public Set<Entry<Object, Object>> entrySet() {
        return NAMES.stream()
                .map(name -> new SimpleImmutableEntry<Object, Object>(name, get(name)))
                .collect(Collectors.toUnmodifiableSet());
    }
}
