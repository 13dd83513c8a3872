package dev.netwright.processor.testing;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.ActivationFunction;
import dev.netwright.annotations.Initializer;
import dev.netwright.annotations.Merge;
import dev.netwright.processor.emit.NetworkEmitter;
import dev.netwright.processor.model.InputModel;
import dev.netwright.processor.model.LayerModel;
import dev.netwright.processor.model.NetworkModel;
import dev.netwright.processor.model.Source;
import dev.netwright.processor.model.Treatment;
import dev.netwright.processor.model.Weights;
import dev.netwright.processor.plan.NetworkPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Networks that tests make without a compiler. */
public final class Models {
    private Models() {}

    /** A public interface of the package demo with layers of these sizes, all of one activation and with biases. */
    public static NetworkModel of(String name, ActivationFunction activation, int inputs, int... units) {
        List<LayerModel> layers = new ArrayList<>();
        int columns = inputs;
        for (int size : units) {
            boolean isLast = layers.size() == units.length - 1;
            String layerName = isLast ? "output" : "hidden" + (layers.size() + 1);
            layers.add(layer(layerName, layers.size(), columns, size, activation, true));
            columns = size;
        }
        return of(name, layers);
    }

    /** A public interface of the package demo with these layers, of which the last is the output. */
    public static NetworkModel of(String name, List<LayerModel> layers) {
        return withHeads(name, layers, List.of(layers.size() - 1));
    }

    /** A public interface of the package demo with these layers, some of them outputs. */
    public static NetworkModel withHeads(String name, List<LayerModel> layers, List<Integer> heads) {
        List<InputModel> inputs =
                List.of(new InputModel(InputModel.DEFAULT_NAME, layers.get(0).inputs()));
        return new NetworkModel("demo", name, List.of(), true, List.of(), inputs, layers, heads);
    }

    /** A public interface of the package demo with inputs of these sizes, {@code input1} and so on. */
    public static NetworkModel of(String name, List<Integer> inputSizes, List<LayerModel> layers) {
        List<InputModel> inputs = new ArrayList<>();
        for (int size : inputSizes) {
            inputs.add(new InputModel(InputModel.DEFAULT_NAME + (inputs.size() + 1), size));
        }
        return new NetworkModel("demo", name, List.of(), true, List.of(), inputs, layers, List.of(layers.size() - 1));
    }

    /** A layer of a graph, with {@code TANH}. */
    public static LayerModel graphLayer(
            String name,
            List<Source> sources,
            Merge merge,
            int inputs,
            int units,
            Optional<Weights> weights,
            Optional<Source> residual) {
        return new LayerModel(name, sources, merge, inputs, units, weights, Activation.TANH, Float.NaN, residual);
    }

    /** The same with a treatment. */
    public static LayerModel treated(LayerModel layer, Treatment treatment) {
        return new LayerModel(
                layer.name(),
                layer.sources(),
                layer.merge(),
                layer.input(),
                layer.size(),
                layer.weights(),
                layer.embedding(),
                layer.convolution(),
                layer.activation(),
                layer.alpha(),
                layer.pool(),
                treatment,
                layer.residual());
    }

    /** A layer that reads the one before, with its activation's own alpha and initializer. */
    public static LayerModel layer(
            String name, int position, int inputs, int units, ActivationFunction activation, boolean bias) {
        return new LayerModel(
                name,
                List.of(position == 0 ? Source.input(0) : Source.layer(position - 1)),
                Merge.CONCATENATE,
                inputs,
                units,
                Optional.of(new Weights(bias, Initializer.AUTO.resolve(activation), Float.NaN)),
                activation,
                activation instanceof Activation known
                        ? known.alpha().map(alpha -> alpha.byDefault()).orElse(Float.NaN)
                        : Float.NaN,
                Optional.empty());
    }

    /** The generated class of a plan, and an interface for it to implement. */
    public static List<SourceFile> sources(NetworkPlan plan) {
        String name = plan.model().simpleName();
        return List.of(
                SourceFile.of(
                        "package demo;\npublic interface " + name + " extends dev.netwright.runtime.Network {}\n"),
                new SourceFile(
                        "demo/" + plan.model().generatedName() + ".java",
                        new NetworkEmitter(Optional.empty()).emit(plan).text()));
    }
}
