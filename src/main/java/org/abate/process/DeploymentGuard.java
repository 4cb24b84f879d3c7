package org.abate.process;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.abate.casefile.DocumentKind;
import org.abate.correspondence.Correspondence;
import org.abate.penalty.RuleBook;
import org.abate.penalty.RuleSummary;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;

/**
 * Checks what is deployed before the engine sees it, and refuses it whole, with every element and reason: what a
 * diagram may call and say is a closed set, so that a manager's edit can be wrong but never dangerous, and is never
 * wrong in silence. What runs already is not checked again: a case is not stranded by a rule that came later.
 */
class DeploymentGuard implements Deployer {

    private final ProcessEngineConfigurationImpl engine;
    private final Correspondence letters;
    private final RuleBook rules;
    private final LatestDeployed latest;

    /** @param letters the letters that can be written, asked when something is deployed */
    DeploymentGuard(ProcessEngineConfigurationImpl engine, Correspondence letters, RuleBook rules) {
        this.engine = engine;
        this.letters = letters;
        this.rules = rules;
        this.latest = new LatestDeployed(engine, this::needs);
    }

    /** The variables without which a letter cannot be written. */
    private Set<String> needs(String letter) {
        return letters.kinds().stream()
                .filter(kind -> kind.name().equals(letter))
                .findFirst()
                .map(kind -> LetterParticulars.fromTheProcess(letters.required(kind)))
                .orElse(Set.of());
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        if (!deployment.isNew()) {
            return;
        }
        Map<String, byte[]> resources = new LinkedHashMap<>();
        for (ResourceEntity resource : deployment.getResources().values()) {
            resources.put(resource.getName(), resource.getBytes());
        }
        Known known = new Known(engine, resources, this::needs);
        List<String> sentences = new ArrayList<>();
        if (deployment.getTenantId() != null) {
            throw new BadUserRequestException(
                    "Nothing is deployed: leave the tenant empty, what is deployed is for every office.");
        }
        Map<String, List<Problem>> problems = new LinkedHashMap<>();
        resources.forEach((name, content) -> add(name, check(name, content, known), sentences, problems));
        new FittingCheck(known, latest, rules).check().forEach((name, found) -> add(name, found, sentences, problems));
        if (!sentences.isEmpty()) {
            String faulty = problems.keySet().iterator().next();
            throw new ParseException(
                    "Nothing is deployed. " + String.join(". ", sentences) + ".",
                    faulty,
                    problems.get(faulty),
                    List.of());
        }
    }

    private static void add(
            String file, List<Objection> found, List<String> sentences, Map<String, List<Problem>> problems) {
        for (Objection objection : found) {
            sentences.add(file + ", " + objection.sentence());
            problems.computeIfAbsent(file, name -> new ArrayList<>()).add(objection);
        }
    }

    private List<Objection> check(String name, byte[] content, Known known) {
        try {
            if (name.endsWith(".bpmn")) {
                return new DiagramCheck(known, named(letters.kinds()), ids(rules), engine.getExpressionManager())
                        .check(Xml.parse(content));
            }
            if (name.endsWith(".dmn")) {
                return new DecisionCheck(engine.getDmnEngineConfiguration().getFeelEngine()).check(content);
            }
            if (name.endsWith(".form")) {
                return new DrawnFormCheck(engine.getDmnEngineConfiguration().getFeelEngine())
                        .check(new String(content, StandardCharsets.UTF_8));
            }
        } catch (BadUserRequestException e) {
            return List.of(Objection.to(name, e.getMessage()));
        }
        return List.of(Objection.to(
                name, "only diagrams (.bpmn), decisions (.dmn) and forms (.form) are deployed; this is none of them"));
    }

    private static Set<String> named(Set<DocumentKind> kinds) {
        return kinds.stream().map(Enum::name).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> ids(RuleBook rules) {
        return rules.rules().stream().map(RuleSummary::rule).collect(Collectors.toCollection(TreeSet::new));
    }
}
