package org.abate.process;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.ibatis.ognl.ObjectPropertyAccessor;
import org.apache.ibatis.ognl.OgnlContext;
import org.apache.ibatis.ognl.OgnlException;
import org.apache.ibatis.ognl.OgnlRuntime;
import org.camunda.bpm.engine.impl.AbstractQuery;

/**
 * The switches of the engine's queries, {@code isTenantIdSet} and its like. Whoever writes the SQL of a query asks for
 * some of them each time, and they are no bean properties: without this their methods are sought anew each time, by name
 * among all of the query's, which took a twelfth of the processor time of walked cases.
 */
final class QuerySwitches extends ObjectPropertyAccessor {

    private final Map<Class<?>, Map<String, Optional<Method>>> methods = new ConcurrentHashMap<>();

    private QuerySwitches() {}

    /** For all engines of this application's class path. */
    static void find() {
        OgnlRuntime.setPropertyAccessor(AbstractQuery.class, new QuerySwitches());
    }

    @Override
    public Object getPossibleProperty(OgnlContext context, Object query, String name) throws OgnlException {
        Optional<Method> method = name.startsWith("is")
                ? methods.computeIfAbsent(query.getClass(), type -> new ConcurrentHashMap<>())
                        .computeIfAbsent(name, asked -> switchOf(query.getClass(), asked))
                : Optional.empty();
        if (method.isEmpty()) {
            return super.getPossibleProperty(context, query, name);
        }
        try {
            return method.orElseThrow().invoke(query);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new OgnlException(name, e);
        }
    }

    private static Optional<Method> switchOf(Class<?> type, String name) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getName().equals(name))
                .filter(method -> method.getParameterCount() == 0)
                .filter(method -> Set.of(boolean.class, Boolean.class).contains(method.getReturnType()))
                .filter(method -> Modifier.isPublic(method.getDeclaringClass().getModifiers()))
                .findFirst();
    }
}
