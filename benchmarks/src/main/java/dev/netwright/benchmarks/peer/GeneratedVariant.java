package dev.netwright.benchmarks.peer;

import dev.netwright.annotations.Initializer;
import dev.netwright.annotations.Merge;
import dev.netwright.benchmarks.work.Shape;
import dev.netwright.benchmarks.work.Task;
import dev.netwright.processor.emit.GeneratedSource;
import dev.netwright.processor.emit.NetworkEmitter;
import dev.netwright.processor.model.InputModel;
import dev.netwright.processor.model.LayerModel;
import dev.netwright.processor.model.NetworkModel;
import dev.netwright.processor.model.Source;
import dev.netwright.processor.model.Weights;
import dev.netwright.processor.plan.CostModel;
import dev.netwright.processor.plan.NetworkPlan;
import dev.netwright.runtime.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Networks that the processor plans with a cost model of ours, so that both of its choices are measured. */
final class GeneratedVariant {
    private static final String PACKAGE = "dev.netwright.benchmarks.variant";
    private static final String NAME = "Variant";

    private GeneratedVariant() {}

    /** Every layer as a call of a kernel. */
    static Network byKernel(Task task) {
        return compile(task, new CostModel(0));
    }

    /** Every layer as straight-line arithmetic. */
    static Network writtenOut(Task task) {
        return compile(task, new CostModel(Integer.MAX_VALUE));
    }

    private static Network compile(Task task, CostModel costs) {
        GeneratedSource source = new NetworkEmitter(Optional.empty())
                .emit(NetworkPlan.of(model(task.work().shape()), costs));
        String declaration =
                "package " + PACKAGE + "; public interface " + NAME + " extends " + Network.class.getName() + " {}";
        try {
            Class<?> type = SourceCompiler.load(
                    List.of(
                            new SourceCompiler.Source(PACKAGE + "." + NAME, declaration),
                            new SourceCompiler.Source(PACKAGE + "." + NAME + "Network", source.text())),
                    PACKAGE + "." + NAME + "Network");
            return (Network) type.getMethod("of", float[].class).invoke(null, (Object) task.parameters());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static NetworkModel model(Shape shape) {
        List<LayerModel> layers = new ArrayList<>();
        for (int layer = 0; layer < shape.layers(); layer++) {
            boolean isLast = layer == shape.layers() - 1;
            layers.add(new LayerModel(
                    isLast ? "output" : "hidden" + (layer + 1),
                    List.of(layer == 0 ? Source.input(0) : Source.layer(layer - 1)),
                    Merge.CONCATENATE,
                    shape.inputs(layer),
                    shape.units(layer),
                    Optional.of(new Weights(true, Initializer.GLOROT_UNIFORM, Float.NaN)),
                    shape.activation(layer),
                    Float.NaN,
                    Optional.empty()));
        }
        List<InputModel> inputs = List.of(new InputModel(InputModel.DEFAULT_NAME, shape.inputSize()));
        return new NetworkModel(PACKAGE, NAME, List.of(), true, List.of(), inputs, layers, List.of(layers.size() - 1));
    }
}
