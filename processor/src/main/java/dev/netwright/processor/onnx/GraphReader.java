package dev.netwright.processor.onnx;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.netwright.onnx.schema.AttributeProto;
import dev.netwright.onnx.schema.FunctionProto;
import dev.netwright.onnx.schema.GraphProto;
import dev.netwright.onnx.schema.ModelProto;
import dev.netwright.onnx.schema.NodeProto;
import dev.netwright.onnx.schema.OperatorSetIdProto;
import dev.netwright.onnx.schema.TensorProto;
import dev.netwright.onnx.schema.TensorProto.DataType;
import dev.netwright.onnx.schema.TensorShapeProto.Dimension;
import dev.netwright.onnx.schema.TypeProto;
import dev.netwright.onnx.schema.ValueInfoProto;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a file into a graph. Nothing in it is trusted: a name that means nothing, or two things, is a problem of the file. */
final class GraphReader {
    private static final int FIRST_VERSION = 7;
    private static final int LAST_VERSION = 26;
    private static final String GRAPH = "the graph";

    private final ModelProto model;
    private final Map<String, Long> versions = new HashMap<>();
    private final Set<String> known = new HashSet<>();

    private GraphReader(ModelProto model) {
        this.model = model;
    }

    /** The graph of a file. */
    static OnnxGraph read(byte[] file) throws OnnxException {
        try {
            return new GraphReader(ModelProto.parseFrom(file)).graph();
        } catch (InvalidProtocolBufferException e) {
            throw OnnxException.ofFile(
                    "", "it is no ONNX file, or a damaged one: " + firstSentence(String.valueOf(e.getMessage())));
        }
    }

    /** Without its full stop. */
    private static String firstSentence(String text) {
        return text.split("\\.(\\s|$)", 2)[0];
    }

    private OnnxGraph graph() throws OnnxException {
        GraphProto graph = model.getGraph();
        if (!model.hasGraph() || graph.getNodeCount() == 0) {
            throw OnnxException.ofFile("", "it has no graph with a node in it, so it is no ONNX file or is damaged");
        }
        readVersions();
        Map<String, TensorProto> initial = new HashMap<>();
        for (TensorProto tensor : graph.getInitializerList()) {
            add(tensor.getName(), "constants");
            initial.put(tensor.getName(), tensor);
        }
        List<OnnxEnd> inputs = new ArrayList<>();
        for (ValueInfoProto input : graph.getInputList()) {
            // Before the fourth release of the format constants are inputs too.
            if (!initial.containsKey(input.getName())) {
                add(input.getName(), "inputs");
                inputs.add(end(input));
            }
        }
        List<OnnxNode> nodes = new ArrayList<>();
        for (int index : NodeOrder.of(graph.getNodeList())) {
            nodes.add(node(graph.getNode(index), index + 1));
        }
        List<OnnxEnd> outputs = new ArrayList<>();
        for (ValueInfoProto output : graph.getOutputList()) {
            if (!known.contains(output.getName())) {
                throw OnnxException.ofFile(GRAPH, "no node gives its output " + Quotes.of(output.getName()));
            }
            outputs.add(end(output));
        }
        if (outputs.isEmpty()) {
            throw OnnxException.ofFile(GRAPH, "it has no output");
        }
        Map<String, String> metadata = new HashMap<>();
        model.getMetadataPropsList().forEach(entry -> metadata.put(entry.getKey(), entry.getValue()));
        return new OnnxGraph(nodes.size(), nodes, initial, inputs, outputs, metadata);
    }

    private void readVersions() throws OnnxException {
        for (OperatorSetIdProto set : model.getOpsetImportList()) {
            versions.put(domain(set.getDomain()), set.getVersion());
        }
        long version = versions.getOrDefault("", (long) LAST_VERSION);
        boolean usesOthers = versions.containsKey("") || !versions.isEmpty();
        if (!usesOthers) {
            throw OnnxException.ofFile("", "it does not say which opset it uses, so it is no ONNX file or is damaged");
        }
        if (version < FIRST_VERSION || version > LAST_VERSION) {
            throw OnnxException.ofFile(
                    "",
                    "it uses opset " + version + ", but those from " + FIRST_VERSION + " to " + LAST_VERSION
                            + " are read",
                    version < FIRST_VERSION
                            ? "export the model with opset 17"
                            : "export the model with opset 17, or use a newer release of this library");
        }
    }

    private static String domain(String name) {
        return name.equals("ai.onnx") ? "" : name;
    }

    private void add(String name, String what) throws OnnxException {
        if (!known.add(name) || name.isEmpty()) {
            throw OnnxException.ofFile(
                    GRAPH,
                    "of its " + what + (name.isEmpty() ? " one has no name" : " two are called " + Quotes.of(name)));
        }
    }

    private OnnxNode node(NodeProto node, int number) throws OnnxException {
        String place = "node " + number + " (" + Quotes.plain(node.getOpType()) + ")";
        for (String input : node.getInputList()) {
            if (!input.isEmpty() && !known.contains(input)) {
                boolean isGiven = model.getGraph().getNodeList().stream()
                        .anyMatch(other -> other.getOutputList().contains(input));
                throw OnnxException.ofFile(
                        place,
                        "it reads " + Quotes.of(input)
                                + (isGiven ? ", which is computed in a circle" : ", which nothing gives"));
            }
        }
        for (String output : node.getOutputList()) {
            if (!output.isEmpty() && !known.add(output)) {
                throw OnnxException.ofFile(place, "it gives " + Quotes.of(output) + ", which there is already");
            }
        }
        Map<String, AttributeProto> attributes = new HashMap<>();
        for (AttributeProto attribute : node.getAttributeList()) {
            if (attributes.put(attribute.getName(), attribute) != null) {
                throw OnnxException.ofFile(place, "it has the attribute " + Quotes.of(attribute.getName()) + " twice");
            }
        }
        String domain = domain(node.getDomain());
        boolean isForeign = !Operators.isKnown(domain, node.getOpType());
        // An operator of somebody else's may have the name of one that is read.
        String operator = isForeign ? domain + "." + node.getOpType() : node.getOpType();
        return new OnnxNode(
                number,
                node.getName(),
                isDefinedByModel(node) ? "function " + Quotes.plain(node.getOpType()) : operator,
                isForeign ? "" : domain,
                versions.getOrDefault(domain, 1L),
                node.getInputList(),
                node.getOutputList(),
                attributes,
                Optional.empty());
    }

    private boolean isDefinedByModel(NodeProto node) {
        for (FunctionProto function : model.getFunctionsList()) {
            if (function.getName().equals(node.getOpType())
                    && function.getDomain().equals(node.getDomain())) {
                return true;
            }
        }
        return false;
    }

    private static OnnxEnd end(ValueInfoProto value) throws OnnxException {
        TypeProto type = value.getType();
        boolean isTensor = type.hasTensorType();
        if (!isTensor) {
            return new OnnxEnd(value.getName(), OnnxEnd.Kind.OTHER, new OnnxEnd.Sizes(), false);
        }
        List<Dimension> dimensions = type.getTensorType().getShape().getDimList();
        long[] sizes = new long[dimensions.size()];
        for (int axis = 0; axis < sizes.length; axis++) {
            sizes[axis] =
                    dimensions.get(axis).hasDimValue() ? dimensions.get(axis).getDimValue() : -1;
            if (sizes[axis] > Integer.MAX_VALUE) {
                throw OnnxException.ofFile(
                        Quotes.of(value.getName()), "its axis " + axis + " has the size " + sizes[axis]);
            }
        }
        OnnxEnd.Kind kind = switch (Optional.ofNullable(
                        DataType.forNumber(type.getTensorType().getElemType()))
                .orElse(DataType.UNDEFINED)) {
            case UNDEFINED, FLOAT, DOUBLE, FLOAT16, BFLOAT16 -> OnnxEnd.Kind.REAL;
            case STRING -> OnnxEnd.Kind.OTHER;
            default -> OnnxEnd.Kind.WHOLE;
        };
        return new OnnxEnd(
                value.getName(),
                kind,
                new OnnxEnd.Sizes(sizes),
                type.getTensorType().hasShape());
    }
}
