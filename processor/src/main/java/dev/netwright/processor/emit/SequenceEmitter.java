package dev.netwright.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import dev.netwright.processor.plan.LayerPlan;
import dev.netwright.processor.plan.MethodGroups;
import dev.netwright.processor.plan.NetworkPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Writes the methods that go through all layers, forward and backward. */
final class SequenceEmitter {
    /** What every method that computes gradients of parameters takes. */
    private static final List<ParameterSpec> GRADIENT_PARAMETERS = List.of(
            ParameterSpec.builder(float[].class, "gradients").build(),
            ParameterSpec.builder(int.class, "rows").build(),
            ParameterSpec.builder(RuntimeTypes.GRADIENT_SHARE, "share").build());

    private static final List<ParameterSpec> INPUT_GRADIENT_PARAMETERS = List.of(
            ParameterSpec.builder(float[].class, "inputGradients").build(),
            ParameterSpec.builder(int.class, "rows").build());

    private static final List<ParameterSpec> ROWS =
            List.of(ParameterSpec.builder(int.class, "rows").build());

    /** What the method takes that computes the gradients of one layer: those of a frozen one are 0 whatever the rows are. */
    static List<ParameterSpec> gradientParameters(LayerPlan layer) {
        return layer.layer().isFrozen()
                ? GRADIENT_PARAMETERS.stream()
                        .filter(parameter -> !parameter.name().equals("rows"))
                        .toList()
                : GRADIENT_PARAMETERS;
    }

    private final NetworkPlan plan;

    SequenceEmitter(NetworkPlan plan) {
        this.plan = plan;
    }

    /*
     * @Override
     * protected void computeForward(int rows) {
     *     forwardHidden1(rows);
     *     forwardOutput(rows);
     * }
     */
    List<MethodSpec> forward() {
        MethodSpec.Builder method = override("computeForward");
        if (!plan.inputs().isEmpty()) {
            method.addStatement("splitInputs(rows)");
        }
        Stages stages = Stages.of(plan.layers(), ForwardEmitter.FORWARD, ForwardEmitter.ACTIVATE);
        CodeBlock end = plan.model().hasOneHead()
                ? CodeBlock.of("")
                : CodeBlock.builder().addStatement("joinHeads(rows)").build();
        boolean isWhole = stages.others().isEmpty();
        List<MethodSpec> methods = sequence(method, ROWS, stages.first(), isWhole ? end : CodeBlock.of(""));
        if (!plan.model().hasOneHead()) {
            methods.add(1, new HeadsEmitter(plan).join());
        }
        if (!isWhole) {
            methods.addAll(stages.choice("continueForward", i -> i));
        }
        for (int i = 0; i < stages.others().size(); i++) {
            boolean isLast = i == stages.others().size() - 1;
            Stages.Stage stage = stages.others().get(i);
            MethodSpec.Builder further = member("continueForward" + i)
                    .addJavadoc(
                            "Forward from layer $L, whose mean and variance are there, to $L.\n",
                            stage.layer().layer().name(),
                            isLast
                                    ? "the outputs"
                                    : "u of layer "
                                            + stages.others()
                                                    .get(i + 1)
                                                    .layer()
                                                    .layer()
                                                    .name());
            methods.addAll(sequence(further, ROWS, stage.methods(), isLast ? end : CodeBlock.of("")));
        }
        return methods;
    }

    /*
     * private void backpropagate(int rows) {
     *     backwardOutput(rows);
     *     backwardHidden1(rows);
     * }
     */
    List<MethodSpec> backward() {
        boolean hasOneHead = plan.model().hasOneHead();
        List<MethodSpec> methods = new ArrayList<>(
                hasOneHead
                        ? new SingleHeadEmitter(plan.outputLayer()).deltas(goThroughLayers())
                        : new HeadsEmitter(plan).deltas(goThroughLayers()));
        if (!layersWithDeltas().isEmpty()) {
            MethodSpec.Builder method = member("backpropagate")
                    .addJavadoc(
                            "From dL/dz of $L, layer by layer, to dL/dz of the first.\n",
                            hasOneHead ? "the last layer" : "the heads");
            Stages stages = Stages.of(layersWithDeltas(), BackwardEmitter.BACKWARD, BackwardEmitter.HAND_BACK);
            methods.addAll(sequence(method, ROWS, stages.first(), CodeBlock.of("")));
            methods.addAll(backwardFrom(stages));
        }
        return methods;
    }

    private List<MethodSpec> backwardFrom(Stages stages) {
        List<MethodSpec> methods = new ArrayList<>();
        int last = stages.others().size() - 1;
        if (last >= 0) {
            methods.addAll(stages.choice("continueBackward", i -> last - i));
        }
        for (int i = 0; i <= last; i++) {
            Stages.Stage stage = stages.others().get(i);
            MethodSpec.Builder further = member("continueBackward" + (last - i))
                    .addJavadoc(
                            "Back from layer $L, whose sums over the batch are there, to dL/dz of $L.\n",
                            stage.layer().layer().name(),
                            i == last
                                    ? "the first layer"
                                    : "layer "
                                            + stages.others()
                                                    .get(i + 1)
                                                    .layer()
                                                    .layer()
                                                    .name());
            methods.addAll(sequence(further, ROWS, stage.methods(), CodeBlock.of("")));
        }
        return methods;
    }

    /*
     * /** From dL/dz of every layer to the gradients of all parameters. *\/
     * @Override
     * protected void computeGradients(float[] gradients, int rows, GradientShare share) {
     *     gradientsOutput(gradients, rows, share);
     *     gradientsHidden1(gradients, rows, share);
     * }
     */
    List<MethodSpec> gradients() {
        MethodSpec.Builder method = override("computeGradients")
                .addJavadoc("From dL/dz of every layer to the gradients of all parameters.\n");
        List<String> calls = plan.fromTheLast().stream()
                .filter(LayerPlan::hasParameters)
                .map(layer -> call("gradients" + layer.names().method(), gradientParameters(layer)))
                .toList();
        return calling(method, GRADIENT_PARAMETERS, calls, CodeBlock.of(""));
    }

    /*
     * /** From dL/dz of the first layer to the gradient of the network's input. *\/
     * @Override
     * protected void computeInputGradients(float[] inputGradients, int rows) {
     *     // dL/dx = dL/dz·Wᵀ
     *     ...
     * }
     */
    List<MethodSpec> inputGradients() {
        List<LayerPlan> readers =
                plan.fromTheLast().stream().filter(LayerPlan::readsInput).toList();
        if (!plan.inputs().isEmpty()) {
            return gradientsOfInputs(readers);
        }
        if (readers.size() == 1) {
            LayerPlan reader = readers.get(0);
            MethodSpec.Builder method = override("computeInputGradients")
                    .addJavadoc(
                            "From dL/dz of $L to the gradient of the network's input.\n",
                            plan.model().isSequence()
                                    ? "the first layer"
                                    : "layer " + reader.layer().name())
                    .addParameters(INPUT_GRADIENT_PARAMETERS);
            return new BackwardEmitter(reader).inputGradients(method);
        }
        MethodSpec.Builder method = override("computeInputGradients")
                .addJavadoc(
                        "The gradient of the network's input: the sum of what the layers that read it hand back.\n");
        List<MethodSpec> methods =
                new ArrayList<>(sequence(method, INPUT_GRADIENT_PARAMETERS, "inputGradients", readers));
        for (LayerPlan reader : readers) {
            MethodSpec.Builder part = member("inputGradients" + reader.names().method())
                    .addJavadoc(
                            "What layer $L hands back to the network's input.\n",
                            reader.layer().name())
                    .addParameters(INPUT_GRADIENT_PARAMETERS);
            methods.addAll(new BackwardEmitter(reader).inputGradients(part));
        }
        return methods;
    }

    /*
     * protected void computeInputGradients(float[] inputGradients, int rows) {
     *     backwardToInputs(rows);
     *     Merging.copyColumns(xDa, ...);
     *     ...
     * }
     */
    private List<MethodSpec> gradientsOfInputs(List<LayerPlan> readers) {
        List<MethodSpec> methods = new ArrayList<>();
        methods.add(override("computeInputGradients")
                .addJavadoc("The gradients of all inputs, side by side as their features are.\n")
                .addParameters(INPUT_GRADIENT_PARAMETERS)
                .addStatement("backwardToInputs(rows)")
                .addCode(new InputsEmitter(plan).joinGradients())
                .build());
        MethodSpec.Builder backward = member("backwardToInputs")
                .addJavadoc("The gradient of each input: the sum of what the layers that read it hand back.\n");
        methods.addAll(sequence(backward, ROWS, "inputGradients", readers));
        for (LayerPlan reader : readers) {
            MethodSpec.Builder part = member("inputGradients" + reader.names().method())
                    .addJavadoc(
                            "What layer $L hands back to inputs.\n",
                            reader.layer().name())
                    .addParameters(ROWS);
            methods.addAll(new BackwardEmitter(reader).inputGradients(part));
        }
        return methods;
    }

    private List<LayerPlan> layersWithDeltas() {
        return plan.fromTheLast().stream().filter(BackwardEmitter::hasDeltas).toList();
    }

    private CodeBlock goThroughLayers() {
        return layersWithDeltas().isEmpty()
                ? CodeBlock.of("")
                : CodeBlock.builder().addStatement("backpropagate(rows)").build();
    }

    /** A method that calls one of every layer's, and the methods that it is split into where there are too many. */
    private List<MethodSpec> sequence(
            MethodSpec.Builder method, List<ParameterSpec> parameters, String name, List<LayerPlan> layers) {
        List<String> methods =
                layers.stream().map(layer -> name + layer.names().method()).toList();
        return sequence(method, parameters, methods, CodeBlock.of(""));
    }

    private List<MethodSpec> sequence(
            MethodSpec.Builder method, List<ParameterSpec> parameters, List<String> methods, CodeBlock end) {
        List<String> calls =
                methods.stream().map(called -> call(called, parameters)).toList();
        return calling(method, parameters, calls, end);
    }

    private static String call(String method, List<ParameterSpec> parameters) {
        return parameters.stream().map(ParameterSpec::name).collect(Collectors.joining(", ", method + "(", ")"));
    }

    private List<MethodSpec> calling(
            MethodSpec.Builder method, List<ParameterSpec> parameters, List<String> calls, CodeBlock end) {
        MethodSpec part =
                member(method.build().name()).addParameters(parameters).build();
        method.addParameters(parameters);
        if (calls.isEmpty()) {
            method.addCode("// No layer has weights.\n");
            return List.of(method.build());
        }
        List<MethodSpec> methods = new ArrayList<>(MethodParts.add(
                method,
                part,
                MethodGroups.ofCalls(calls.size()),
                group -> statements(calls.subList(group.from(), group.to()))));
        methods.add(0, method.addCode(end).build());
        return methods;
    }

    private static CodeBlock statements(List<String> calls) {
        CodeBlock.Builder code = CodeBlock.builder();
        calls.forEach(call -> code.addStatement("$L", call));
        return code.build();
    }

    private static MethodSpec.Builder member(String name) {
        return MethodSpec.methodBuilder(name).addModifiers(Modifier.PRIVATE);
    }

    private static MethodSpec.Builder override(String name) {
        return MethodSpec.methodBuilder(name).addAnnotation(Override.class).addModifiers(Modifier.PROTECTED);
    }
}
