package dev.netwright.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import dev.netwright.processor.plan.Contribution;
import dev.netwright.processor.plan.LayerPlan;
import dev.netwright.processor.plan.MethodGroups;
import dev.netwright.processor.plan.Range;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes the backward methods of one layer: dL/dz from dL/da and dL/da of the layers that it reads, then the gradients. */
final class BackwardEmitter {
    /** How the names of its methods begin: of the first, and where it is normalised over the batch of what comes then. */
    static final String BACKWARD = "backward";

    static final String HAND_BACK = "handBack";

    private final LayerPlan plan;

    BackwardEmitter(LayerPlan plan) {
        this.plan = plan;
    }

    /** Whether a layer has anything to do on the way back: an activation that is not the last, a pool, a treatment, or a layer that it reads. */
    static boolean hasDeltas(LayerPlan plan) {
        boolean activates = !plan.startsAtDz() && !plan.isLinear();
        boolean isTreated = plan.dropsOut() || plan.normalizes();
        return !plan.toLayers().isEmpty() || isTreated || plan.pools() || activates;
    }

    /*
     * private void backwardHidden1(int rows) {
     *     // a = max(0, z), f'(z) = z > 0 ? 1 : 0
     *     // dL/dz = dL/da·f'(z)
     *     ...
     *     // dL/dx = dL/dz·Wᵀ, which is dL/da of layer ...
     *     ...
     * }
     */
    List<MethodSpec> deltas() {
        MethodSpec.Builder method = method(BACKWARD)
                .addJavadoc(
                        "Backward through layer $L$L.\n",
                        plan.description(),
                        plan.normalizesBatch() ? ", as far as dL/dz" : "");
        if (!plan.startsAtDz()) {
            method.addCode(DropoutEmitter.backward(plan))
                    .addCode(PoolEmitter.backward(plan))
                    .addCode(ActivationEmitter.backward(plan, plan.arrays().da()));
        }
        if (plan.arrays().ownsGiven()) {
            method.addCode("// dL/dz += the caller's part\n")
                    .addStatement(
                            "$T.add($L, 0, $L, 0,$W$L, 0, rows * $L)",
                            RuntimeTypes.MERGING,
                            plan.arrays().dz(),
                            plan.arrays().given(),
                            plan.arrays().dz(),
                            plan.names().units());
        }
        if (!plan.normalizesBatch()) {
            return handBack(method.addCode(NormalizationEmitter.backward(plan)), plan.toLayers(), computesDx());
        }
        MethodSpec.Builder from = method(HAND_BACK)
                .addJavadoc(
                        "Backward through layer $L from its normalisation on.\n",
                        plan.layer().name())
                .addCode(NormalizationEmitter.backward(plan));
        List<MethodSpec> methods = new ArrayList<>();
        methods.add(method.addCode(NormalizationEmitter.beforeBackward(plan)).build());
        methods.addAll(handBack(from, plan.toLayers(), computesDx()));
        return methods;
    }

    private MethodSpec.Builder method(String prefix) {
        return MethodSpec.methodBuilder(prefix + plan.names().method())
                .addModifiers(Modifier.PRIVATE)
                .addParameter(int.class, "rows");
    }

    /*
     * private void gradientsHidden1(float[] gradients, int rows, GradientShare share) {
     *     // dW = xᵀ·dL/dz
     *     ...
     *     // db = Σ dL/dz
     *     ...
     * }
     */
    MethodSpec gradients() {
        return MethodSpec.methodBuilder("gradients" + plan.names().method())
                .addJavadoc("The gradients of layer $L.\n", plan.layer().name())
                .addModifiers(Modifier.PRIVATE)
                .addParameters(SequenceEmitter.gradientParameters(plan))
                .addCode(plan.hasWeights() ? KernelEmitter.parameterGradients(plan) : CodeBlock.of(""))
                .addCode(NormalizationEmitter.parameterGradients(plan))
                .build();
    }

    /*
     * /** What layer hidden1 adds to the gradient of the network's input. *\/
     * private void inputGradientsHidden1(float[] inputGradients, int rows) {
     *     // dL/dx = dL/dz·Wᵀ
     *     ...
     * }
     */
    List<MethodSpec> inputGradients(MethodSpec.Builder method) {
        return handBack(method, plan.toInputs(), !computesDx());
    }

    /** Whether dL/dx is an array of its own, computed on the way back since a layer has a part of it. */
    private boolean computesDx() {
        return plan.toLayers().stream().anyMatch(part -> !part.isResidual());
    }

    /** Adds the code to a method, and gives it with those that it is split into where there is too much. */
    private List<MethodSpec> handBack(MethodSpec.Builder method, List<Contribution> parts, boolean computesDx) {
        boolean isThroughWeights =
                plan.hasWeights() && !plan.embeds() && parts.stream().anyMatch(part -> !part.isResidual());
        List<Contribution> stored = new ArrayList<>(parts);
        if (isThroughWeights && !plan.arrays().ownsDx()) {
            Contribution only = parts.get(parts.size() - 1);
            stored.remove(only);
            stored.forEach(part -> method.addCode(MergeEmitter.contribution(plan, part)));
            method.addCode("// $L\n", Formulas.inputGradients(plan, only.to()))
                    .addCode(KernelEmitter.inputGradients(plan, only.to().gradients()));
            return List.of(method.build());
        }
        if (isThroughWeights && computesDx) {
            method.addCode("// $L\n", Formulas.inputGradients(plan))
                    .addCode(KernelEmitter.inputGradients(plan, plan.arrays().dx()));
        }
        if (stored.isEmpty()) {
            return List.of(method.build());
        }
        MethodSpec.Builder part =
                MethodSpec.methodBuilder(method.build().name()).addModifiers(Modifier.PRIVATE);
        for (ParameterSpec parameter : method.build().parameters()) {
            part.addParameter(parameter);
        }
        List<MethodSpec> methods = new ArrayList<>(MethodParts.add(
                method,
                part.build(),
                MethodGroups.ofContributions(plan, stored.size()),
                group -> contributions(stored, group)));
        methods.add(0, method.build());
        return methods;
    }

    private CodeBlock contributions(List<Contribution> parts, Range group) {
        CodeBlock.Builder code = CodeBlock.builder();
        parts.subList(group.from(), group.to()).forEach(part -> code.add(contribution(part)));
        return code.build();
    }

    private CodeBlock contribution(Contribution part) {
        return plan.embeds() && !part.isResidual()
                ? EmbeddingEmitter.inputGradients(plan, part)
                : MergeEmitter.contribution(plan, part);
    }
}
