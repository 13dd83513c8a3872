package dev.netwright.processor.onnx;

import dev.netwright.annotations.Merge;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Adds or multiplies data element by element, and puts it side by side. */
final class Combining {
    private final Layers layers;
    private final Scaling scaling;

    Combining(Layers layers, Scaling scaling) {
        this.layers = layers;
        this.scaling = scaling;
    }

    /**
     * A sum. It ends the layer that gives one of the two where that can have the other as its residual.
     *
     * @param goesOn whether a function or a normalisation follows, which then belongs to the layer that adds
     */
    Flow sum(Flow one, Flow other, boolean goesOn) throws UnsupportedException {
        Flow a = scaling.settled(one);
        Flow b = scaling.settled(other);
        if (!goesOn && areAlike(a, b)) {
            Optional<Flow> added = added(a, b).or(() -> added(b, a));
            if (added.isPresent()) {
                return added.get();
            }
        }
        return combined(a, b, Merge.ADD);
    }

    Flow product(Flow one, Flow other) throws UnsupportedException {
        return combined(scaling.settled(one), scaling.settled(other), Merge.MULTIPLY);
    }

    private Optional<Flow> added(Flow to, Flow residual) {
        Port port = residual.ports().get(0);
        Optional<Draft> open = layers.openBefore(Draft.Stage.CLOSED, to)
                .filter(draft -> draft != port && layers.isBefore(port, draft))
                .filter(draft -> draft.output().matches(port.output()));
        open.ifPresent(draft -> draft.add(port));
        return open.map(draft -> to);
    }

    private Flow combined(Flow a, Flow b, Merge merge) throws UnsupportedException {
        if (areAlike(a, b)) {
            return made(a, b, merge);
        }
        if (!isWhole(a) && !isWhole(b)) {
            Optional<Flow> image = scaling.image(a);
            Flow whole = image.isPresent() ? image.get() : scaling.image(b).orElse(a);
            return combined(whole == a ? scaling.output(a) : whole, image.isPresent() || whole == a ? b : a, merge);
        }
        boolean leads = isWhole(a) && (hasPixels(a) || !(isWhole(b) && hasPixels(b)));
        Flow first = leads ? a : b;
        Flow second = leads ? b : a;
        return made(first, scaling.arranged(second, first), merge);
    }

    /** Whether it is all that one port gives, so that other data can come in the order of its columns. */
    private static boolean isWhole(Flow x) {
        return x.ports().size() == 1 && x.isComplete();
    }

    private static boolean hasPixels(Flow x) {
        return !x.ports().get(0).output().isFlat();
    }

    private Flow made(Flow a, Flow b, Merge merge) throws UnsupportedException {
        Port x = a.ports().get(0);
        Port y = b.ports().get(0);
        boolean isSecond = x.output().isFlat() && !y.output().isFlat();
        // What has pixels comes first, for its shape is that of the layer.
        List<Port> sources = isSecond ? List.of(y, x) : List.of(x, y);
        Draft draft = layers.add(Draft.combined(sources, merge, sources.get(0).output(), ""));
        return a.from(draft);
    }

    private static boolean areAlike(Flow a, Flow b) {
        return a.ports().size() == 1
                && b.ports().size() == 1
                && a.ports().get(0).columns() == b.ports().get(0).columns()
                && a.isComplete()
                && a.ports().get(0).output().matches(b.ports().get(0).output())
                && Arrays.equals(a.columns(), b.columns());
    }

    /** Side by side along an axis. */
    static Flow joined(List<Flow> flows, int axis) {
        List<Port> ports =
                flows.stream().flatMap(flow -> flow.ports().stream()).distinct().toList();
        int[] shape = flows.get(0).shape().clone();
        int outer = 1;
        for (int i = 0; i < axis; i++) {
            outer *= shape[i];
        }
        shape[axis] = flows.stream().mapToInt(flow -> flow.shape()[axis]).sum();
        int size = flows.stream().mapToInt(Flow::size).sum();
        int[] columns = new int[size];
        double[] scale = new double[size];
        double[] shift = new double[size];
        int before = 0;
        for (Flow flow : flows) {
            int[] places = places(flow.ports(), ports);
            int block = flow.size() / outer;
            for (int i = 0; i < flow.size(); i++) {
                int at = i / block * (size / outer) + before + i % block;
                columns[at] = places[flow.columns()[i]];
                scale[at] = flow.scale(i);
                shift[at] = flow.shift(i);
            }
            before += block;
        }
        Flow joined = Flow.of(ports, shape, columns);
        boolean isShared = flows.stream().anyMatch(Flow::isShared);
        Flow kept = isShared ? joined.shared() : joined;
        return flows.stream().anyMatch(Flow::isScaled) ? kept.scaled(scale, shift) : kept;
    }

    /** Where the columns of some ports are among those of more. */
    private static int[] places(List<Port> some, List<Port> all) {
        int[] places = new int[some.stream().mapToInt(Port::columns).sum()];
        int next = 0;
        for (Port port : some) {
            int start = all.subList(0, all.indexOf(port)).stream()
                    .mapToInt(Port::columns)
                    .sum();
            for (int column = 0; column < port.columns(); column++) {
                places[next++] = start + column;
            }
        }
        return places;
    }
}
