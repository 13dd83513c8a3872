package dev.netwright.verification.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.netwright.onnx.schema.AttributeProto;
import dev.netwright.onnx.schema.GraphProto;
import dev.netwright.onnx.schema.ModelProto;
import dev.netwright.onnx.schema.NodeProto;
import dev.netwright.onnx.schema.OperatorSetIdProto;
import dev.netwright.onnx.schema.StringStringEntryProto;
import dev.netwright.onnx.schema.TensorProto;
import dev.netwright.onnx.schema.TensorProto.DataType;
import dev.netwright.onnx.schema.TensorShapeProto.Dimension;
import dev.netwright.onnx.schema.ValueInfoProto;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rules of the ONNX format: every value is defined once, before it is read, nodes are in the order of their computation and use
 * operators of the set that the file names, with the inputs and attributes that these have, and constants have as many numbers as their
 * shape says. And those of our own files: every constant is read, and only the number of rows is free.
 */
public final class OnnxRules {
    private static final Map<Integer, Integer> BYTES =
            Map.of(DataType.FLOAT.getNumber(), 4, DataType.INT64.getNumber(), 8, DataType.DOUBLE.getNumber(), 8);

    private final Set<String> defined = new HashSet<>();
    private final Set<String> read = new HashSet<>();

    private OnnxRules() {}

    /** The file, which breaks none. */
    public static ModelProto check(byte[] file) {
        try {
            ModelProto model = ModelProto.parseFrom(file);
            // Set 17 came with version 8 of the format.
            assertThat(model.getIrVersion()).isEqualTo(8);
            assertThat(model.getOpsetImportList())
                    .containsExactly(
                            OperatorSetIdProto.newBuilder().setVersion(17).build());
            assertThat(model.getMetadataPropsList())
                    .extracting(StringStringEntryProto::getKey)
                    .doesNotHaveDuplicates();
            new OnnxRules().check(model.getGraph());
            return model;
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError("No message of protobuf", e);
        }
    }

    private void check(GraphProto graph) {
        assertThat(graph.getName()).isNotEmpty();
        graph.getInputList().forEach(input -> {
            define(input.getName());
            checkType(input);
        });
        graph.getInitializerList().forEach(this::checkConstant);
        Set<String> names = new HashSet<>();
        for (NodeProto node : graph.getNodeList()) {
            assertThat(node.getName())
                    .isNotEmpty()
                    .satisfies(name ->
                            assertThat(names.add(name)).as("the name %s", name).isTrue());
            checkNode(node);
        }
        assertThat(graph.getOutputList()).isNotEmpty().allSatisfy(output -> {
            assertThat(defined).contains(output.getName());
            checkType(output);
        });
        assertThat(read).containsAll(constants(graph));
    }

    private static List<String> constants(GraphProto graph) {
        return graph.getInitializerList().stream().map(TensorProto::getName).toList();
    }

    private void define(String value) {
        assertThat(value).isNotEmpty();
        assertThat(defined.add(value)).as("%s once", value).isTrue();
    }

    private static void checkType(ValueInfoProto value) {
        assertThat(BYTES).containsKey(value.getType().getTensorType().getElemType());
        List<Dimension> sizes = value.getType().getTensorType().getShape().getDimList();
        assertThat(sizes).hasSizeGreaterThan(1);
        assertThat(sizes.get(0).getDimParam()).isEqualTo("rows");
        assertThat(sizes.subList(1, sizes.size()))
                .allSatisfy(size -> assertThat(size.getDimValue()).isPositive());
    }

    private void checkConstant(TensorProto constant) {
        define(constant.getName());
        long count = constant.getDimsList().stream().reduce(1L, (a, b) -> a * b);
        assertThat(constant.getRawData().size())
                .as("bytes of %s", constant.getName())
                .isEqualTo(Math.toIntExact(count * BYTES.get(constant.getDataType())));
    }

    private void checkNode(NodeProto node) {
        OnnxOperators.Operator operator = OnnxOperators.ALL.get(node.getOpType());
        assertThat(operator).as(node.getOpType()).isNotNull();
        assertThat(node.getDomain()).isEmpty();
        assertThat(node.getInputCount())
                .as("inputs of %s", node.getName())
                .isBetween(operator.least(), operator.most());
        // An input that is left out has no name.
        List<String> inputs =
                node.getInputList().stream().filter(name -> !name.isEmpty()).toList();
        assertThat(defined).as("read by %s", node.getName()).containsAll(inputs);
        read.addAll(inputs);
        assertThat(node.getOutputList()).hasSize(1).allSatisfy(this::define);
        Map<String, AttributeProto.AttributeType> found = new HashMap<>();
        for (AttributeProto attribute : node.getAttributeList()) {
            assertThat(found.put(attribute.getName(), attribute.getType())).isNull();
        }
        assertThat(found).as("attributes of %s", node.getName()).containsAllEntriesOf(operator.needs());
        found.keySet().removeAll(operator.needs().keySet());
        assertThat(operator.may()).as("attributes of %s", node.getName()).containsAllEntriesOf(found);
    }
}
