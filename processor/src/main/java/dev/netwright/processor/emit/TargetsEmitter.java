package dev.netwright.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import dev.netwright.processor.plan.LayerPlan;
import dev.netwright.processor.plan.NetworkPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Writes what a network of several output heads is told that each should say: labels, constants of an enum, or values. */
final class TargetsEmitter {
    private final NetworkPlan plan;
    private final HeadNames names;

    TargetsEmitter(NetworkPlan plan) {
        this.plan = plan;
        names = new HeadNames(plan);
    }

    /** The constants of the enums that outputs stand for. */
    List<FieldSpec> labels() {
        List<FieldSpec> fields = new ArrayList<>();
        for (int i = 0; i < plan.heads().size(); i++) {
            LayerPlan head = plan.heads().get(i);
            plan.model()
                    .task()
                    .labelsOf(i)
                    .ifPresent(type -> fields.add(FieldSpec.builder(
                                    ArrayTypeName.of(UserTypes.name(type)),
                                    head.names().labels(),
                                    Modifier.PRIVATE,
                                    Modifier.STATIC,
                                    Modifier.FINAL)
                            .addJavadoc(
                                    "What the outputs of head $L stand for, in their order.\n",
                                    head.layer().name())
                            .initializer(UserTypes.constants(type))
                            .build()));
        }
        return fields;
    }

    /*
     * HouseFeatures.INSTANCE.dataset(samples, Targets.ofLabels(kind, KIND_LABELS), Targets.ofValues(price, PRICE_UNITS))
     */
    void addTargets(MethodSpec.Builder dataset, CodeBlock start) {
        List<CodeBlock> targets = new ArrayList<>();
        for (int i = 0; i < plan.heads().size(); i++) {
            LayerPlan head = plan.heads().get(i);
            String parameter = names.parameter(head);
            Optional<ClassName> labels = names.labels(i);
            if (labels.isPresent()) {
                dataset.addJavadoc(
                                "@param $L what head $L should say of each\n",
                                parameter,
                                head.layer().name())
                        .addParameter(ParameterizedTypeName.get(ClassName.get(List.class), labels.get()), parameter);
                targets.add(CodeBlock.of(
                        "$T.ofLabels($L, $L)",
                        RuntimeTypes.TARGETS,
                        parameter,
                        head.names().labels()));
            } else {
                dataset.addJavadoc(
                                "@param $L what head $L should give for each, {@code samples x $L}\n",
                                parameter,
                                head.layer().name(),
                                head.layer().units())
                        .addParameter(float[].class, parameter);
                targets.add(CodeBlock.of(
                        "$T.ofValues($L, $L)",
                        RuntimeTypes.TARGETS,
                        parameter,
                        head.names().units()));
            }
        }
        dataset.addStatement(
                SamplesEmitter.returned(plan.model(), CodeBlock.of("$L$L)", start, CodeBlock.join(targets, ",$W"))));
    }
}
