package dev.netwright.processor.declaration;

import dev.netwright.annotations.Padding;
import dev.netwright.processor.diagnostic.Code;
import dev.netwright.processor.diagnostic.Finding;
import dev.netwright.processor.diagnostic.Origin;
import dev.netwright.processor.model.Convolution;
import dev.netwright.processor.model.Pool;
import dev.netwright.processor.model.Shape;
import dev.netwright.processor.model.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Checks of kernels and pools: that there are pixels for them, that their numbers are right, and that they fit. */
final class WindowChecks {
    private static final int SHOWN_SOURCES = 3;

    private final NetworkDeclaration declaration;
    private final Graph graph;
    private final List<Finding> findings = new ArrayList<>();

    WindowChecks(NetworkDeclaration declaration, Graph graph) {
        this.declaration = declaration;
        this.graph = graph;
    }

    List<Finding> findings() {
        for (int i = 0; i < declaration.layers().size(); i++) {
            LayerDeclaration layer = declaration.layers().get(i);
            checkUnused(i, layer);
            if (layer.convolves()) {
                checkKernel(i, layer);
            }
            if (layer.pools()) {
                checkPool(i, layer);
            }
            checkSoftmax(i, layer);
        }
        return findings;
    }

    private void checkUnused(int i, LayerDeclaration layer) {
        boolean hasKernel = layer.kernel().isWritten();
        boolean poolsAlone = layer.pool().isWritten() && !layer.isWeighted();
        if (layer.stride().isWritten() && !hasKernel && !poolsAlone) {
            unused(
                    i,
                    layer.stride(),
                    "stride",
                    numbers(layer.stride()),
                    layer.pool().isWritten()
                            ? "the windows of a pool that follows a dense layer or a convolution lie side by side"
                            : "the layer has no kernel that could move",
                    layer.pool().isWritten()
                            ? "remove stride, or pool in a layer of its own."
                            : "remove stride, or write kernel = 3 too.");
        }
        if (layer.padding().isWritten() && !hasKernel && !poolsAlone) {
            unused(
                    i,
                    layer.padding(),
                    "padding",
                    layer.padding().value().toString(),
                    layer.pool().isWritten()
                            ? "the windows of a pool that follows a dense layer or an embedding lie within the pixels"
                            : "the layer has no kernel that could reach over an edge",
                    layer.pool().isWritten()
                            ? "remove padding, or pool in a layer of its own."
                            : "remove padding, or write kernel = 3 too.");
        }
        if (layer.pooling().isWritten() && !layer.pools()) {
            unused(
                    i,
                    layer.pooling(),
                    "pooling",
                    layer.pooling().value().toString(),
                    "the layer has no pool",
                    "write the window too: pool = 2, or remove pooling.");
        }
        if (layer.pool().isWritten() && layer.pooling().value().isGlobal()) {
            unused(
                    i,
                    layer.pool(),
                    "pool",
                    numbers(layer.pool()),
                    "with pooling = " + layer.pooling().value() + " all pixels are one window",
                    "remove pool, or write Pooling.MAXIMUM or Pooling.AVERAGE.");
        }
    }

    private static String numbers(Declared<List<Declared<Integer>>> declared) {
        List<String> numbers = declared.value().stream()
                .map(number -> Integer.toString(number.value()))
                .toList();
        return numbers.size() == 1 ? numbers.get(0) : "{" + String.join(", ", numbers) + "}";
    }

    private void unused(int i, Declared<?> attribute, String name, String value, String why, String cure) {
        add(i, attribute.origin(), Code.LAYER_WINDOW_UNUSED, name, value, why, cure);
    }

    private void checkKernel(int i, LayerDeclaration layer) {
        Shape x = graph.input(i);
        if (!isArranged(i, layer.kernel(), "kernel", x)) {
            return;
        }
        boolean isKernel = areNumbers(i, layer.kernel(), "kernel", x);
        boolean isValid = areNumbers(i, layer.stride(), "stride", x) && isKernel;
        Optional<Convolution> kernel = layer.convolution(x.dimensions());
        if (isValid && kernel.isPresent() && kernel.get().result(x, 1).isUnknown()) {
            boolean isSame = layer.padding().value() == Padding.SAME;
            larger(
                    i,
                    layer.kernel(),
                    "kernel",
                    pixels(x, kernel.get().height(), kernel.get().width()),
                    x,
                    isSame
                            ? "; with padding SAME its outer weights would meet none"
                            : ", or write padding = Padding.SAME");
        }
    }

    private void checkPool(int i, LayerDeclaration layer) {
        Shape a = graph.preactivation(i);
        boolean isGlobal = layer.pooling().value().isGlobal();
        Declared<?> attribute = isGlobal ? layer.pooling() : layer.pool();
        if (a.isUnknown() && layer.convolves() && !isGlobal) {
            // Its kernel is wrong, which says nothing of the numbers of its pool.
            areNumbers(i, layer.pool(), "pool", graph.input(i));
        }
        if (!isArranged(i, attribute, isGlobal ? "pooling" : "pool", a) || isGlobal) {
            return;
        }
        boolean isWindow = areNumbers(i, layer.pool(), "pool", a);
        boolean isValid = (layer.isWeighted() || areNumbers(i, layer.stride(), "stride", a)) && isWindow;
        Optional<Pool> pool = layer.pool(a);
        if (isValid
                && pool.isPresent()
                && (pool.get().height() > a.height() || pool.get().width() > a.width())) {
            larger(
                    i,
                    layer.pool(),
                    "pool",
                    pixels(a, pool.get().height(), pool.get().width()),
                    a,
                    "");
        }
    }

    private boolean isArranged(int i, Declared<?> attribute, String name, Shape x) {
        if (x.isUnknown()) {
            return false;
        }
        if (x.isFlat()) {
            boolean isOwn = declaration.layers().get(i).isWeighted() && !name.equals("kernel");
            String columns = String.format(Locale.ROOT, "%,d", x.size());
            String owner = declaration.layers().get(i).embeds() ? "an embedding" : "a dense layer";
            String what = isOwn ? "the " + columns + " units of " + owner : "the " + columns + " columns that it reads";
            Optional<Integer> merge = isOwn ? Optional.empty() : flattening(i);
            String why = merge.map(layer -> reason(i, layer)).orElse("");
            String cure = merge.isPresent()
                    ? "merge what has the same height and width"
                    : "read an input with a shape, such as @Input(shape = {28, 28, 1}), a convolution or a pool";
            add(i, attribute.origin(), Code.LAYER_WINDOW_FLAT, name, what, why, cure);
        }
        return !x.isFlat();
    }

    /** The merge that pixels were lost in, from which only layers without weights lead here. */
    private Optional<Integer> flattening(int layer) {
        int at = layer;
        while (true) {
            List<Source> sources =
                    graph.sources(at).stream().flatMap(Optional::stream).toList();
            if (sources.stream().anyMatch(source -> !graph.shape(source).isFlat())) {
                return Optional.of(at);
            }
            boolean goesOn = sources.size() == 1
                    && !sources.get(0).isInput()
                    && declaration.layers().get(sources.get(0).index()).isWeightless();
            if (!goesOn) {
                return Optional.empty();
            }
            at = sources.get(0).index();
        }
    }

    private String reason(int layer, int merge) {
        String sources = graph.sources(merge).stream()
                .flatMap(Optional::stream)
                .limit(SHOWN_SOURCES)
                .map(source -> "\"" + graph.nameOf(source) + "\" with "
                        + graph.shape(source).description())
                .collect(Collectors.joining(" and "));
        String who = layer == merge ? "it" : "\"" + declaration.nameOf(merge) + "\"";
        return ", because " + who + " merges " + sources;
    }

    private boolean areNumbers(int i, Declared<List<Declared<Integer>>> declared, String name, Shape x) {
        if (!declared.isWritten() || x.isFlat()) {
            return true;
        }
        List<Declared<Integer>> numbers = declared.value();
        if (numbers.isEmpty() || numbers.size() > x.dimensions()) {
            boolean isSequence = x.dimensions() == 1;
            add(
                    i,
                    declared.origin(),
                    Code.LAYER_WINDOW_COUNT,
                    name,
                    numbers.size(),
                    x,
                    isSequence ? "one dimension" : "two dimensions",
                    isSequence
                            ? "one number, " + name + " = 3; of an image the shape has three: {height, width, channels}"
                            : "one number, " + name + " = 3, or two: " + name + " = {3, 5}");
            return false;
        }
        boolean isValid = true;
        for (Declared<Integer> number : numbers) {
            if (number.value() < 1) {
                add(i, number.origin(), Code.LAYER_WINDOW_SIZE, name, number.value());
                isValid = false;
            }
        }
        return isValid;
    }

    private void larger(int i, Declared<?> attribute, String name, String window, Shape x, String cure) {
        String pixels = pixels(x, x.height(), x.width());
        add(i, attribute.origin(), Code.LAYER_WINDOW_LARGER, name, window, pixels, cure + channelsLast());
    }

    /** A cure where the channels of an input seem to come first. */
    private String channelsLast() {
        return declaration.inputs().stream()
                .map(InputDeclaration::shape)
                .filter(PixelChecks::areFirst)
                .findFirst()
                .map(shape -> ", or write the channels last: shape = {%d, %d, %d}"
                        .formatted(shape.width(), shape.channels(), shape.height()))
                .orElse("");
    }

    private static String pixels(Shape x, long height, long width) {
        return x.dimensions() == 1 ? Long.toString(width) : height + "x" + width;
    }

    private void checkSoftmax(int i, LayerDeclaration layer) {
        Shape z = graph.preactivation(i);
        if (!layer.activation().value().isElementwise() && !z.isFlat()) {
            add(
                    i,
                    layer.activation().origin(),
                    Code.LAYER_SOFTMAX_PIXELS,
                    layer.activation().value(),
                    z.description());
        }
    }

    private void add(int layer, Origin origin, Code code, Object... arguments) {
        findings.add(Finding.of(code, origin, declaration.placeOf(layer), layer, arguments));
    }
}
