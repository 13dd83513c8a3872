package dev.netwright.onnx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What an input or a layer gives, once for each form in which somebody reads it. */
final class Value {
    private final GraphNodes graph;
    private final String scope;
    private final Form form;
    private final Map<Form, String> tensors = new LinkedHashMap<>();

    /**
     * A tensor of the graph.
     *
     * @param scope the input or layer that nodes are named after which bring it into other forms
     */
    Value(GraphNodes graph, String scope, Form form, String tensor) {
        this.graph = graph;
        this.scope = scope;
        this.form = form;
        tensors.put(form, tensor);
    }

    /** The form in which it was computed. */
    Form form() {
        return form;
    }

    /** Its tensor as it was computed. */
    String tensor() {
        return in(form);
    }

    /** Its tensor in a form of as many columns. */
    String in(Form wanted) {
        String known = tensors.get(wanted);
        if (known == null) {
            known = converted(wanted);
            tensors.put(wanted, known);
        }
        return known;
    }

    /** Gives a tensor the name that readers of the file know. */
    void rename(Form which, String name) {
        graph.rename(in(which), name);
        tensors.put(which, name);
    }

    private String converted(Form wanted) {
        Form at = form;
        String tensor = tensor();
        if (at.planes() != wanted.planes() && at.planes() > 1) {
            List<Integer> sizes = at.sizes().size() > 1 ? at.sizes() : List.of(at.columns() / at.planes(), at.planes());
            tensor = reshaped(tensor, at.sizes(), sizes);
            List<Integer> last = new ArrayList<>(sizes.subList(1, sizes.size()));
            last.add(sizes.get(0));
            tensor = transposed(tensor, channelsToTheEnd(sizes.size()));
            at = new Form(last, 1);
        }
        if (at.planes() != wanted.planes()) {
            int channels = wanted.columns() / wanted.planes();
            List<Integer> pixels = wanted.sizes().size() > 1 ? wanted.pixels() : List.of(wanted.planes());
            List<Integer> last = new ArrayList<>(pixels);
            last.add(channels);
            tensor = reshaped(tensor, at.sizes(), last);
            tensor = transposed(tensor, channelsToTheFront(last.size()));
            at = Form.channelsFirst(pixels, channels);
        }
        return reshaped(tensor, at.sizes(), wanted.sizes());
    }

    private String reshaped(String tensor, List<Integer> from, List<Integer> to) {
        return from.equals(to) ? tensor : graph.reshape(scope, tensor, to);
    }

    private String transposed(String tensor, List<Integer> order) {
        return graph.add(scope, "Transpose", List.of(tensor), Attributes.ints("perm", order));
    }

    /** Rows, then all but the channels, then these. */
    private static List<Integer> channelsToTheEnd(int sizes) {
        return IntStream.concat(IntStream.of(0), IntStream.concat(IntStream.rangeClosed(2, sizes), IntStream.of(1)))
                .boxed()
                .toList();
    }

    /** Rows, then the channels, then all others. */
    private static List<Integer> channelsToTheFront(int sizes) {
        return IntStream.concat(IntStream.of(0, sizes), IntStream.range(1, sizes))
                .boxed()
                .toList();
    }
}
