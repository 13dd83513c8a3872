package dev.netwright.processor.plan;

import dev.netwright.processor.model.ComponentModel;
import dev.netwright.processor.model.InputModel;
import dev.netwright.processor.model.NetworkModel;
import dev.netwright.processor.model.RecordModel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What is decided about a record that is an input: a nested class writes it.
 *
 * @param record     what is planned
 * @param className  the nested class
 * @param components its components
 */
public record RecordPlan(RecordModel record, String className, List<ComponentPlan> components) {
    /** The constant with the number of all columns. */
    public static final String COLUMNS = "COLUMNS";

    /** The constant with the only instance. */
    public static final String INSTANCE = "INSTANCE";

    /** Copies the list. */
    public RecordPlan {
        components = List.copyOf(components);
    }

    /** The records of a network, each once. */
    public static List<RecordPlan> of(NetworkModel model) {
        List<RecordModel> records = model.inputs().stream()
                .flatMap(input -> input.record().stream())
                .distinct()
                .toList();
        Set<String> taken = new HashSet<>(model.shadowed());
        model.types().forEach(type -> taken.addAll(List.of(type.simpleName(), type.firstName())));
        List<RecordPlan> plans = new ArrayList<>();
        for (RecordModel record : records) {
            String base = record.type().simpleName() + "Features";
            String name = base;
            for (int i = 2; !taken.add(name); i++) {
                name = base + i;
            }
            plans.add(new RecordPlan(record, name, new Components(record).plan()));
        }
        return plans;
    }

    /** The plan for an input that is a record. */
    public static RecordPlan of(InputModel input, List<RecordPlan> plans) {
        return plans.stream()
                .filter(plan -> plan.record().equals(input.record().orElseThrow()))
                .findFirst()
                .orElseThrow();
    }

    /** Every component, each after the one that it is inside of. */
    public List<ComponentPlan> all() {
        return components.stream().flatMap(ComponentPlan::all).toList();
    }

    /** So many components in groups for which one method each can write every one. */
    public static List<Range> writingGroups(int components) {
        return MethodBudget.layers(components, MethodBudget.COMPONENT);
    }

    /** So many components in groups for which one method each can say what they are. */
    public static List<Range> descriptionGroups(int components) {
        return MethodBudget.layers(components, MethodBudget.COMPONENT_DESCRIPTION);
    }

    /** Gives every component names that no other has. */
    private static final class Components {
        private final RecordModel record;
        private final LayerNames.Registry registry = new LayerNames.Registry();
        private final Set<String> types = new HashSet<>();

        Components(RecordModel record) {
            this.record = record;
            registry.register(COLUMNS);
            registry.register(INSTANCE);
            record.types().forEach(type -> types.addAll(List.of(type.simpleName(), type.firstName())));
        }

        List<ComponentPlan> plan() {
            return plan(record, "", COLUMNS);
        }

        /** Each ends where the next starts. */
        private List<ComponentPlan> plan(RecordModel of, String prefix, String end) {
            List<LayerNames> names = new ArrayList<>();
            for (ComponentModel component : of.components()) {
                names.add(registry.register(camelCase(prefix + component.name())));
            }
            List<ComponentPlan> plans = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                ComponentModel component = of.components().get(i);
                String path = prefix + component.name();
                String next = i + 1 < names.size() ? constant(names.get(i + 1)) : end;
                List<ComponentPlan> nested = component
                        .nested()
                        .map(inner -> plan(inner, path + ".", next))
                        .orElse(List.of());
                plans.add(new ComponentPlan(
                        component,
                        path,
                        constant(names.get(i)),
                        next,
                        names.get(i).method(),
                        nested));
            }
            return plans;
        }

        /** A constant called as an enum is would hide it. */
        private String constant(LayerNames names) {
            String constant = names.constant();
            while (types.contains(constant)) {
                constant += "_";
            }
            return constant;
        }

        /** {@code addressZip}. */
        private static String camelCase(String path) {
            StringBuilder name = new StringBuilder();
            for (String part : path.split("\\.")) {
                name.append(
                        name.isEmpty()
                                ? part
                                : part.substring(0, part.offsetByCodePoints(0, 1))
                                                .toUpperCase(Locale.ROOT)
                                        + part.substring(part.offsetByCodePoints(0, 1)));
            }
            return name.toString();
        }
    }
}
