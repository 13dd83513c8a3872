package dev.netwright.processor.onnx;

import dev.netwright.annotations.Initializer;
import dev.netwright.annotations.Merge;
import dev.netwright.annotations.Normalization;
import dev.netwright.processor.model.Ending;
import dev.netwright.processor.model.FunctionModel;
import dev.netwright.processor.model.InputModel;
import dev.netwright.processor.model.LayerModel;
import dev.netwright.processor.model.NetworkModel;
import dev.netwright.processor.model.Source;
import dev.netwright.processor.model.Treatment;
import dev.netwright.processor.model.Weights;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Makes a network of layers that have been put together: those that an output depends on, with names, and their numbers one after the other. */
final class Assembly {
    private static final int MOST_PARAMETERS = Integer.MAX_VALUE - 8;
    /** What the names of metadata with those of features begin with, before that of the input. */
    private static final String FEATURES = "netwright.features.";

    private static final String SMALLER = "make the model smaller, or split it";

    private final OnnxGraph graph;
    private final List<DraftInput> inputs;
    private final List<Draft> drafts;
    private final List<Draft> heads;
    private final Outputs outputs;
    private final List<FunctionModel> functions;
    private final Names names = new Names();

    Assembly(
            OnnxGraph graph,
            List<DraftInput> inputs,
            List<Draft> drafts,
            List<Draft> heads,
            Outputs outputs,
            List<FunctionModel> functions) {
        Set<Port> read = read(heads);
        this.graph = graph;
        this.inputs = inputs.stream().filter(read::contains).toList();
        this.drafts = drafts.stream().filter(read::contains).toList();
        this.heads = heads;
        this.outputs = outputs;
        this.functions = functions;
    }

    private static Set<Port> read(List<Draft> heads) {
        Set<Port> read = new HashSet<>();
        Deque<Port> open = new ArrayDeque<>(heads);
        while (!open.isEmpty()) {
            Port port = open.pop();
            if (read.add(port) && port instanceof Draft draft) {
                open.addAll(draft.sources());
                draft.residual().ifPresent(open::add);
            }
        }
        return read;
    }

    /** @param ending what has become of the output of a classifier */
    ImportedNetwork network(Ending ending) throws OnnxException {
        checkCounts();
        checkTables();
        List<InputModel> inputModels = new ArrayList<>();
        for (DraftInput input : inputs) {
            boolean isUnnamed = input.name().contains("::");
            String name = names.unique(isUnnamed ? "" : input.name(), InputModel.DEFAULT_NAME);
            inputModels.add(new InputModel(name, input.output()));
        }
        List<String> layerNames = layerNames();
        List<LayerModel> layers = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            layers.add(layer(drafts.get(i), layerNames.get(i)));
        }
        checkSizes(layers);
        return new ImportedNetwork(
                inputModels,
                layers,
                heads.stream().map(drafts::indexOf).toList(),
                functions,
                inputs.stream().map(this::end).toList(),
                outputEnds(),
                ending,
                numbers(layers));
    }

    private ImportedEnd end(DraftInput input) {
        String said = graph.metadata().getOrDefault(FEATURES + input.name(), "");
        String shape = graph.inputs().stream()
                .filter(end -> end.name().equals(input.name()))
                .map(end -> end.shape().text())
                .findFirst()
                .orElseThrow();
        return new ImportedEnd(Quotes.of(input.name()), shape, fitting(LabelText.parse(said), input));
    }

    private List<ImportedEnd> outputEnds() {
        List<ImportedEnd> ends = new ArrayList<>();
        for (int i = 0; i < heads.size(); i++) {
            Draft head = heads.get(i);
            ends.add(new ImportedEnd(
                    Quotes.of(outputs.ends().get(i)),
                    Shapes.ofData(new int[] {1, head.columns()}),
                    fitting(outputs.labels().get(i), head)));
        }
        return ends;
    }

    /** A file may say anything; what does not fit says nothing. */
    private static List<String> fitting(List<String> names, Port port) {
        return names.size() == port.columns() ? names : List.of();
    }

    private void checkCounts() throws OnnxException {
        long windows = drafts.stream()
                .filter(draft -> draft.convolution().isPresent() || draft.pool().isPresent())
                .count();
        check(windows, NetworkModel.MOST_WINDOWS, "layers with a kernel or a pool");
        check(inputs.size(), NetworkModel.MOST_INPUTS, "inputs");
        check(heads.size(), NetworkModel.MOST_HEADS, "outputs");
        if (inputs.isEmpty()) {
            throw OnnxException.ofEnd("the graph", "no output depends on an input", "export the model again");
        }
        check(inputs.stream().mapToLong(Port::columns).sum(), MOST_PARAMETERS, "features");
        check(heads.stream().mapToLong(Port::columns).sum(), MOST_PARAMETERS, "outputs of a sample");
    }

    private static void check(long count, int most, String what) throws OnnxException {
        if (count > most) {
            throw OnnxException.ofEnd(
                    "the graph",
                    "it becomes a network with " + count + " " + what + ", but one class holds " + most,
                    SMALLER);
        }
    }

    /** What picks rows of a table is nothing else. */
    private void checkTables() throws OnnxException {
        for (DraftInput input : inputs) {
            boolean picks = false;
            boolean counts = false;
            for (Draft draft : drafts) {
                boolean reads = draft.sources().contains(input);
                picks |= reads && draft.embedding().isPresent();
                counts |= (reads && draft.embedding().isEmpty())
                        || draft.residual().equals(Optional.of(input));
            }
            if (picks && counts) {
                throw OnnxException.ofEnd(
                        "the input " + Quotes.of(input.name()),
                        "its numbers pick rows of a table, and count as magnitudes elsewhere",
                        "give the model an input for each of the two");
            }
        }
    }

    private static void checkSizes(List<LayerModel> layers) throws OnnxException {
        long parameters = 0;
        for (LayerModel layer : layers) {
            parameters += layer.weights().isPresent() ? (long) layer.weightRows() * layer.size() : 0;
            parameters += 2L * layer.gainCount() + layer.size();
        }
        check(parameters, MOST_PARAMETERS, "parameters");
    }

    /** What the file calls them; of several outputs, each as the file calls the output. */
    private List<String> layerNames() {
        List<String> chosen = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            Draft draft = drafts.get(i);
            int head = heads.indexOf(draft);
            String hint = head >= 0 && heads.size() > 1 ? outputs.ends().get(head) : draft.hint();
            String otherwise = head >= 0 && heads.size() == 1 ? "output" : byWork(draft, i);
            chosen.add(names.unique(hint, otherwise));
        }
        return chosen;
    }

    private static String byWork(Draft draft, int number) {
        if (draft.isWeighted()) {
            return "hidden" + (number + 1);
        }
        if (draft.sources().size() > 1) {
            return draft.merge() == Merge.ADD ? "sum" : draft.merge() == Merge.MULTIPLY ? "product" : "joined";
        }
        return draft.normalization() != Normalization.NONE
                ? "norm"
                : draft.pool().isPresent() ? "pool" : "activated";
    }

    private LayerModel layer(Draft draft, String name) {
        Initializer initializer =
                draft.embedding().isPresent() ? Initializer.LECUN_NORMAL : Initializer.AUTO.resolve(draft.activation());
        return new LayerModel(
                name,
                draft.sources().stream().map(this::source).toList(),
                draft.merge(),
                draft.input(),
                draft.size(),
                draft.isWeighted()
                        ? Optional.of(new Weights(draft.biases().length > 0, initializer, Float.NaN))
                        : Optional.empty(),
                draft.embedding(),
                draft.convolution(),
                draft.activation(),
                draft.alpha(),
                draft.pool(),
                new Treatment(draft.normalization(), draft.epsilon(), 0f),
                draft.residual().map(this::source));
    }

    private Source source(Port port) {
        return port instanceof Draft draft
                ? Source.layer(drafts.indexOf(draft))
                : Source.input(inputs.indexOf((DraftInput) port));
    }

    private NetworkNumbers numbers(List<LayerModel> layers) throws OnnxException {
        int count = layers.stream().mapToInt(LayerModel::parameterCount).sum();
        float[] parameters = new float[count];
        float[] statistics =
                new float[layers.stream().mapToInt(LayerModel::statisticsCount).sum()];
        int next = 0;
        int nextStatistic = 0;
        for (int i = 0; i < drafts.size(); i++) {
            Draft draft = drafts.get(i);
            for (double[] part : List.of(draft.weights(), draft.biases(), draft.gains(), draft.shifts())) {
                next = append(part, parameters, next, layers.get(i).name());
            }
            for (double[] part : List.of(draft.means(), draft.variances())) {
                nextStatistic =
                        append(part, statistics, nextStatistic, layers.get(i).name());
            }
        }
        double[] means = all(inputs.stream().map(DraftInput::means));
        double[] deviations = all(inputs.stream().map(DraftInput::deviations));
        boolean isScaled = DoubleStream.of(means).anyMatch(mean -> mean != 0)
                || DoubleStream.of(deviations).anyMatch(deviation -> deviation != 1);
        return isScaled
                ? new NetworkNumbers(parameters, statistics, means, deviations)
                : new NetworkNumbers(parameters, statistics, new double[0], new double[0]);
    }

    private static double[] all(Stream<double[]> parts) {
        return parts.flatMapToDouble(DoubleStream::of).toArray();
    }

    private static int append(double[] part, float[] to, int at, String layer) throws OnnxException {
        int next = at;
        for (double number : part) {
            float rounded = (float) number;
            if (!Float.isFinite(rounded)) {
                throw OnnxException.ofFile(
                        "the layer " + layer,
                        "one of its weights is " + number,
                        "see that all numbers of the model are finite: training may have diverged, or the model divides by 0");
            }
            to[next++] = rounded;
        }
        return next;
    }
}
