package dev.netwright.processor.declaration;

import dev.netwright.processor.diagnostic.Code;
import dev.netwright.processor.diagnostic.Finding;
import dev.netwright.processor.diagnostic.Origin;
import dev.netwright.processor.model.NetworkModel;
import dev.netwright.processor.model.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** Checks of the sequence as a whole: that it begins with an input, has layers, and that its parameters fit an array. */
final class ShapeChecks {
    /** The longest array that common JVMs allocate. */
    static final int MOST_ELEMENTS = Integer.MAX_VALUE - 8;

    private final NetworkDeclaration declaration;
    private final Graph graph;
    private final List<Finding> findings = new ArrayList<>();

    ShapeChecks(NetworkDeclaration declaration, Graph graph) {
        this.declaration = declaration;
        this.graph = graph;
    }

    List<Finding> findings() {
        String place = declaration.simpleName();
        if (declaration.inputs().isEmpty()) {
            findings.add(Finding.of(Code.NETWORK_NO_INPUT, declaration.origin(), place, Finding.INPUT));
        }
        checkInputs();
        if (declaration.layers().isEmpty()) {
            findings.add(Finding.of(Code.NETWORK_NO_LAYER, declaration.origin(), place, Finding.NOT_A_LAYER));
        }
        checkCount();
        checkParameters();
        return findings;
    }

    private void checkInputs() {
        List<InputDeclaration> inputs = declaration.inputs();
        long together = 0;
        for (int i = 0; i < inputs.size(); i++) {
            InputDeclaration input = inputs.get(i);
            checkName(i, input.name());
            checkSize(i, input);
            long size = input.shape().size();
            // What does not even fit a number is as much as one input of an array can have.
            together += Math.min(size, Integer.MAX_VALUE + 1L);
            if (together > MOST_ELEMENTS && (inputs.size() > 1 || !input.size().isWritten())) {
                addOfInput(i, placeOfSize(input), Code.INPUT_COLUMNS, Math.max(size, together), MOST_ELEMENTS);
                return;
            }
        }
        if (inputs.size() > NetworkModel.MOST_INPUTS) {
            Origin firstTooMany = inputs.get(NetworkModel.MOST_INPUTS).origin();
            addOfInput(
                    NetworkModel.MOST_INPUTS, firstTooMany, Code.INPUT_COUNT, inputs.size(), NetworkModel.MOST_INPUTS);
        }
    }

    private void checkSize(int i, InputDeclaration input) {
        Declared<Integer> size = input.size();
        Declared<List<Declared<Integer>>> arrangement = input.arrangement();
        if (input.isSaidTwice()) {
            String one = size.isWritten() ? "value is " + size.value() : "shape is " + input.text();
            String other = size.isWritten() && arrangement.isWritten() ? "shape" : "record";
            addOfInput(i, placeOfSize(input), Code.INPUT_SIZE_TWICE, one, other);
        } else if (arrangement.isWritten()) {
            checkArrangement(i, arrangement);
        } else if (!size.isWritten() && !input.record().isWritten()) {
            addOfInput(i, input.origin(), Code.INPUT_SIZE_MISSING);
        } else if (size.isWritten() && size.value() < 1) {
            addOfInput(i, size.origin(), Code.INPUT_SIZE, size.value());
        }
    }

    /** Of a record the class. */
    private static Origin placeOfSize(InputDeclaration input) {
        if (input.size().isWritten()) {
            return input.size().origin();
        }
        return input.arrangement().isWritten()
                ? input.arrangement().origin()
                : input.record().origin();
    }

    private void checkArrangement(int i, Declared<List<Declared<Integer>>> arrangement) {
        int count = arrangement.value().size();
        if (count < 2 || count > 3) {
            String found = count == 1 ? "one number" : count == 0 ? "no number" : count + " numbers";
            addOfInput(i, arrangement.origin(), Code.INPUT_SHAPE, found);
            return;
        }
        arrangement.value().stream()
                .filter(side -> side.value() < 1)
                .forEach(side -> addOfInput(i, side.origin(), Code.INPUT_SHAPE_SIZE, side.value()));
    }

    private void checkName(int input, Declared<String> name) {
        if (!name.isWritten()) {
            return;
        }
        String text = name.value();
        if (!LayerName.isValid(text)) {
            addOfInput(
                    input,
                    name.origin(),
                    Code.INPUT_NAME,
                    LayerName.quoted(text),
                    LayerName.fault(text),
                    LayerName.suggestion(text, "input", input),
                    LayerName.cure(text));
            return;
        }
        for (int other = 0; other < declaration.inputs().size(); other++) {
            boolean isDefault = !declaration.inputs().get(other).name().isWritten();
            // Of two written names the second is the one too many.
            boolean isFirst = isDefault ? other != input : other < input;
            if (isFirst && declaration.nameOfInput(other).equals(text)) {
                addOfInput(
                        input,
                        name.origin(),
                        Code.INPUT_DUPLICATE_NAME,
                        text,
                        other + 1,
                        isDefault ? " by default" : "",
                        distinction(input, other));
                return;
            }
        }
    }

    /** How to tell two inputs of one name apart: what an index is called is up to its record. */
    private String distinction(int input, int other) {
        Optional<ComponentDeclaration> index = declaration.inputs().get(input).index();
        Optional<RecordDeclaration> record =
                declaration.inputs().get(other).record().value();
        if (index.isPresent() && record.isPresent()) {
            String type = record.get().type().getSimpleName().toString();
            String lower = type.substring(0, 1).toLowerCase(Locale.ROOT) + type.substring(1);
            boolean isFree =
                    LayerName.isValid(lower) && !lower.equals(index.get().name());
            return "give the record a name of its own: @Input(record = " + type + ".class, name = \""
                    + (isFree ? lower : "features") + "\")";
        }
        return index.isPresent()
                ? "an index is an input with the name of its component: rename one of the two, or let a record that has one be one input alone"
                : "give each input a name of its own";
    }

    private void addOfInput(int input, Origin place, Code code, Object... arguments) {
        findings.add(Finding.of(code, place, declaration.placeOfInput(input), Finding.INPUT + input, arguments));
    }

    private void checkCount() {
        List<Integer> windows = IntStream.range(0, declaration.layers().size())
                .filter(i -> declaration.layers().get(i).convolves()
                        || declaration.layers().get(i).pools())
                .boxed()
                .toList();
        if (windows.size() > NetworkModel.MOST_WINDOWS) {
            int firstTooMany = windows.get(NetworkModel.MOST_WINDOWS);
            Origin place = declaration.layers().get(firstTooMany).origin();
            add(firstTooMany, place, Code.NETWORK_WINDOWS, windows.size(), NetworkModel.MOST_WINDOWS);
        }
        int count = declaration.layers().size();
        if (count > NetworkModel.MOST_LAYERS) {
            Origin firstTooMany =
                    declaration.layers().get(NetworkModel.MOST_LAYERS).origin();
            add(NetworkModel.MOST_LAYERS, firstTooMany, Code.NETWORK_LAYERS, count, NetworkModel.MOST_LAYERS);
        }
    }

    /** A size that is wrong itself has its own finding and counts for nothing, so that nothing is said of it twice. */
    private void checkParameters() {
        long sum = 0;
        for (int i : graph.order()) {
            LayerDeclaration layer = declaration.layers().get(i);
            long columns = graph.inputs(i);
            if (columns > MOST_ELEMENTS && graph.sources(i).size() > 1) {
                add(i, layer.from().origin(), Code.LAYER_COLUMNS, columns, MOST_ELEMENTS);
                return;
            }
            if ((layer.convolves() || layer.embeds()) && graph.preactivation(i).size() > MOST_ELEMENTS) {
                String cure = layer.embeds() ? "fewer columns of the table" : "fewer filters or a larger stride";
                addAtSize(i, Code.LAYER_RESULT, graph.preactivation(i).description(), MOST_ELEMENTS, cure);
                return;
            }
            boolean isValid =
                    layer.isWeighted() && columns >= 1 && graph.preactivation(i).size() >= 1;
            long size = layer.size().value();
            long rows = isValid ? weightRows(i, layer) : 0;
            long biases = layer.hasBiases() ? size : 0;
            Shape z = graph.preactivation(i);
            long gains = layer.normalizesBatch() ? z.channels() : layer.normalizes() ? z.size() : 0;
            long parameters = (isValid ? rows * size + biases : 0) + 2 * gains;
            if (isValid && parameters > MOST_ELEMENTS) {
                String andOthers = (biases > 0 ? String.format(Locale.ROOT, " and %,d biases", biases) : "")
                        + (gains > 0 ? String.format(Locale.ROOT, " and %,d gains and shifts", 2 * gains) : "");
                addAtSize(i, Code.LAYER_PARAMETERS, rows, size, andOthers, parameters, MOST_ELEMENTS);
            } else if (sum + parameters > MOST_ELEMENTS) {
                Declared<?> place = layer.isWeighted() ? layer.size() : layer.normalize();
                add(i, place.origin(), Code.NETWORK_PARAMETERS, sum + parameters, MOST_ELEMENTS);
                return;
            } else {
                sum += parameters;
            }
        }
    }

    /** Inputs that one unit sees, or rows of a table. */
    private long weightRows(int index, LayerDeclaration layer) {
        if (layer.embeds()) {
            return Math.max(0, layer.embedding().value());
        }
        Shape x = graph.input(index);
        return layer.convolution(x.dimensions())
                .map(kernel -> (long) kernel.height() * kernel.width() * x.channels())
                .orElse(x.size());
    }

    private void addAtSize(int layer, Code code, Object... arguments) {
        add(layer, declaration.layers().get(layer).size().origin(), code, arguments);
    }

    private void add(int layer, Origin place, Code code, Object... arguments) {
        findings.add(Finding.of(code, place, declaration.placeOf(layer), layer, arguments));
    }
}
