package dev.netwright.processor.emit;

import com.palantir.javapoet.ClassName;
import dev.netwright.processor.plan.LayerPlan;
import dev.netwright.processor.plan.NetworkPlan;
import dev.netwright.processor.plan.RecordPlan;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What several output heads are called where callers name them: components of the record of outputs, parameters, and methods; and the enums
 * that they stand for.
 */
final class HeadNames {
    /** What no component of a record may be called, JLS 8.10.3, and the classes that its methods need, with the start of their packages. */
    private static final Set<String> NO_COMPONENTS = Set.of(
            "Arrays",
            "GeneratedNetwork",
            "clone",
            "dev",
            "finalize",
            "getClass",
            "hashCode",
            "java",
            "notify",
            "notifyAll",
            "toString",
            "wait");

    private final NetworkPlan plan;

    HeadNames(NetworkPlan plan) {
        this.plan = plan;
    }

    /** Of the record of outputs. */
    String component(LayerPlan head) {
        String name = head.layer().name();
        while (NO_COMPONENTS.contains(name) || isTaken(name, head) || isLabelMethod(name)) {
            name += "_";
        }
        return name;
    }

    /** Which a component's accessor would take the place of. */
    private boolean isLabelMethod(String name) {
        return IntStream.range(0, plan.heads().size())
                .filter(i -> labels(i).isPresent())
                .anyMatch(i -> labelMethod(plan.heads().get(i)).equals(name));
    }

    /** Whether another head has a name, or a constant that methods use beside it. */
    private boolean isTaken(String name, LayerPlan head) {
        return plan.heads().stream()
                .anyMatch(other -> (!other.equals(head) && other.layer().name().equals(name))
                        || other.names().units().equals(name)
                        || other.names().labels().equals(name));
    }

    /** Of a method that takes samples too. */
    String parameter(LayerPlan head) {
        String name = component(head);
        // The classes that the method names are out of sight where a parameter has their name.
        Set<String> others = new HashSet<>(Set.of("samples", "Targets", "TOPOLOGY", "dev"));
        RecordPlan.of(plan.model()).forEach(record -> others.add(record.className()));
        InputParameters inputs = new InputParameters(plan);
        plan.model().givenInputs().forEach(input -> others.add(inputs.of(input)));
        while (others.contains(name) || isTaken(name, head)) {
            name += "_";
        }
        return name;
    }

    /** Of the method that gives the constant for the largest output. */
    static String labelMethod(LayerPlan head) {
        return "labelOf" + head.names().method();
    }

    /** What the units of a head stand for. */
    Optional<ClassName> labels(int head) {
        return plan.model().task().labelsOf(head).map(UserTypes::name);
    }
}
