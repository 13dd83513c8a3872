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
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
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
    private final boolean isChannelsFirst;

    /** @param isChannelsFirst whether the file has channels before pixels */
    OnnxSession(Path model, boolean isChannelsFirst) throws OrtException {
        this.isChannelsFirst = isChannelsFirst;
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

    /** All real outputs of a sample, one after the other. */
    float[] predict(float[] sample) throws OrtException {
        Map<String, OnnxTensor> inputs = new LinkedHashMap<>();
        int start = 0;
        for (Map.Entry<String, NodeInfo> input : session.getInputInfo().entrySet()) {
            TensorInfo info = (TensorInfo) input.getValue().getInfo();
            long[] shape = shape(info);
            float[] values = new float[size(shape)];
            for (int i = 0; i < values.length; i++) {
                values[i] = sample[start + lastFromFirst(i, shape)];
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
        float[] values = new float[sample.length * copies];
        for (int copy = 0; copy < copies; copy++) {
            System.arraycopy(sample, 0, values, copy * sample.length, sample.length);
        }
        if (info.type == OnnxJavaType.INT64) {
            long[] wholes = new long[values.length];
            for (int i = 0; i < wholes.length; i++) {
                wholes[i] = (long) values[i];
            }
            return OnnxTensor.createTensor(environment, LongBuffer.wrap(wholes), shape);
        }
        return OnnxTensor.createTensor(environment, FloatBuffer.wrap(values), shape);
    }

    private void add(OnnxValue value, List<Float> outputs) throws OrtException {
        if (value instanceof OnnxTensor tensor && tensor.getInfo().type == OnnxJavaType.FLOAT) {
            long[] shape = tensor.getInfo().getShape();
            float[] values = new float[tensor.getFloatBuffer().remaining() / (int) shape[0]];
            shape[0] = 1;
            tensor.getFloatBuffer().get(values);
            float[] placed = new float[values.length];
            for (int i = 0; i < values.length; i++) {
                placed[lastFromFirst(i, shape)] = values[i];
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
    private int lastFromFirst(int element, long[] shape) {
        if (!isChannelsFirst || shape.length < 3) {
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
