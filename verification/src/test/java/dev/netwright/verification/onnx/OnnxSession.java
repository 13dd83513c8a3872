package dev.netwright.verification.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxMap;
import ai.onnxruntime.OnnxSequence;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import ai.onnxruntime.platform.Fp16Conversions;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A model in ONNX Runtime, fed with one sample after the other, as a network of ours has them: with the channels last. */
final class OnnxSession implements AutoCloseable {
    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final boolean isFirst;
    private final boolean isOutputFirst;

    /** @param isFirst whether the file has channels before pixels */
    OnnxSession(Path model, boolean isFirst) throws OrtException {
        this(model, isFirst, isFirst);
    }

    /**
     * Loads a file.
     *
     * @param isFirst       whether its inputs have channels before pixels
     * @param isOutputFirst whether its outputs have
     */
    OnnxSession(Path model, boolean isFirst, boolean isOutputFirst) throws OrtException {
        this.isFirst = isFirst;
        this.isOutputFirst = isOutputFirst;
        OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.NO_OPT);
        session = environment.createSession(model.toString(), options);
    }

    /** Features of one sample. */
    int inputSize() throws OrtException {
        int size = 0;
        for (NodeInfo input : session.getInputInfo().values()) {
            size += size(shape((TensorInfo) input.getInfo()));
        }
        return size;
    }

    /** Of one sample. */
    private static long[] shape(TensorInfo info) {
        long[] shape = info.getShape().clone();
        shape[0] = 1;
        return shape;
    }

    /** As many samples as the file wants at once; 1 where it leaves that open. */
    private static int copies(TensorInfo info) {
        return (int) Math.max(1, info.getShape()[0]);
    }

    private static int size(long[] shape) {
        int size = 1;
        for (long side : shape) {
            size *= (int) side;
        }
        return size;
    }

    /** The same features as the numbers that the inputs have. */
    float[] fitting(float[] sample) throws OrtException {
        float[] fitting = sample.clone();
        int next = 0;
        for (NodeInfo input : session.getInputInfo().values()) {
            TensorInfo info = (TensorInfo) input.getInfo();
            for (int end = next + size(shape(info)); next < end; next++) {
                fitting[next] = switch (info.type) {
                    case FLOAT, DOUBLE -> sample[next];
                    case FLOAT16 -> Math.round(sample[next] * 64) / 64f;
                    case UINT8 -> Math.min(255, Math.round(Math.abs(sample[next]) * 80));
                    case BOOL -> sample[next] > 0 ? 1 : 0;
                    default -> Math.round(sample[next]);
                };
            }
        }
        return fitting;
    }

    /** All real outputs of a sample, one after the other. */
    float[] predict(float[] sample) throws OrtException {
        Map<String, OnnxTensor> inputs = new LinkedHashMap<>();
        int start = 0;
        for (Map.Entry<String, NodeInfo> input : session.getInputInfo().entrySet()) {
            TensorInfo info = (TensorInfo) input.getValue().getInfo();
            long[] shape = shape(info);
            float[] values = new float[size(shape)];
            for (int i = 0; i < values.length; i++) {
                values[i] = sample[start + (isFirst ? lastFromFirst(i, shape) : i)];
            }
            start += values.length;
            inputs.put(input.getKey(), tensor(info, shape, values));
        }
        List<Float> outputs = new ArrayList<>();
        try (OrtSession.Result result = session.run(inputs)) {
            for (Map.Entry<String, OnnxValue> output : result) {
                add(output.getValue(), outputs);
            }
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
        float[] all = new float[outputs.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = outputs.get(i);
        }
        return all;
    }

    private OnnxTensor tensor(TensorInfo info, long[] shapeOfOne, float[] sample) throws OrtException {
        int copies = copies(info);
        long[] shape = shapeOfOne.clone();
        shape[0] = copies;
        ByteBuffer bytes = ByteBuffer.allocateDirect(sample.length * copies * info.type.size)
                .order(ByteOrder.nativeOrder());
        for (int i = 0; i < sample.length * copies; i++) {
            // Samples of a file that wants several are others, so that one that reads another shows.
            float value = sample[(i % sample.length + i / sample.length) % sample.length];
            switch (info.type) {
                case FLOAT -> bytes.putFloat(value);
                case DOUBLE -> bytes.putDouble(value);
                case FLOAT16 -> bytes.putShort(Fp16Conversions.floatToFp16(value));
                case INT64 -> bytes.putLong((long) value);
                case INT32 -> bytes.putInt((int) value);
                case UINT8, INT8, BOOL -> bytes.put((byte) value);
                default -> throw new AssertionError(info.type);
            }
        }
        return OnnxTensor.createTensor(environment, bytes.flip(), shape, info.type);
    }

    private static boolean isReal(OnnxJavaType type) {
        return type == OnnxJavaType.FLOAT || type == OnnxJavaType.DOUBLE;
    }

    private void add(OnnxValue value, List<Float> outputs) throws OrtException {
        if (value instanceof OnnxTensor tensor && isReal(tensor.getInfo().type)) {
            long[] shape = tensor.getInfo().getShape();
            boolean isDouble = tensor.getInfo().type == OnnxJavaType.DOUBLE;
            // Of copies of one sample the first is enough.
            shape[0] = 1;
            float[] values = new float[size(shape)];
            for (int i = 0; i < values.length; i++) {
                values[i] = isDouble
                        ? (float) tensor.getDoubleBuffer().get(i)
                        : tensor.getFloatBuffer().get(i);
            }
            float[] placed = new float[values.length];
            for (int i = 0; i < values.length; i++) {
                placed[isOutputFirst ? lastFromFirst(i, shape) : i] = values[i];
            }
            for (float one : placed) {
                outputs.add(one);
            }
        } else if (value instanceof OnnxSequence sequence) {
            for (OnnxValue map : sequence.getValue()) {
                // The labels of the models are in alphabetical order.
                for (Object one : new TreeMap<>(((OnnxMap) map).getValue()).values()) {
                    outputs.add((Float) one);
                }
            }
        }
    }

    /** Where an element of {@code [1, channels, pixels]} is in {@code [pixels][channels]}. */
    private static int lastFromFirst(int element, long[] shape) {
        if (shape.length < 3) {
            return element;
        }
        int channels = (int) shape[1];
        int pixels = size(shape) / channels;
        return element % pixels * channels + element / pixels;
    }

    @Override
    public void close() throws OrtException {
        session.close();
    }
}
