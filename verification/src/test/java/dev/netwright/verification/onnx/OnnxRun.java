package dev.netwright.verification.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import dev.netwright.runtime.topology.NetworkInput;
import dev.netwright.runtime.topology.OutputHead;
import dev.netwright.runtime.topology.Topology;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

/** An ONNX file in ONNX Runtime, fed with features as a network takes them. */
public final class OnnxRun implements AutoCloseable {
    private static final OrtEnvironment ENVIRONMENT = OrtEnvironment.getEnvironment();

    private final Topology topology;
    private final OrtSession session;

    /** Loads a file of a network. */
    public OnnxRun(Topology topology, byte[] file) {
        this.topology = topology;
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            // What it refuses it says in an exception too.
            options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
            session = ENVIRONMENT.createSession(file, options);
        } catch (OrtException e) {
            throw new AssertionError("ONNX Runtime refuses the file: " + e.getMessage(), e);
        }
    }

    /** What ONNX Runtime knows of the file. */
    public OrtSession session() {
        return session;
    }

    /**
     * The outputs of some rows.
     *
     * @param features {@code rows x inputSize}
     * @return {@code rows x outputSize}
     */
    public float[] predict(float[] features, int rows) {
        Map<String, OnnxTensor> given = new LinkedHashMap<>();
        try {
            for (NetworkInput input : topology.inputs()) {
                given.put(input.name(), tensor(input, features, rows));
            }
            try (OrtSession.Result result = session.run(given)) {
                return outputs(result, rows);
            }
        } catch (OrtException e) {
            throw new AssertionError("ONNX Runtime cannot run the file: " + e.getMessage(), e);
        } finally {
            given.values().forEach(OnnxTensor::close);
        }
    }

    private OnnxTensor tensor(NetworkInput input, float[] features, int rows) throws OrtException {
        float[] columns = new float[rows * input.size()];
        int first = topology.firstColumn(input.name());
        for (int row = 0; row < rows; row++) {
            System.arraycopy(features, row * topology.inputSize() + first, columns, row * input.size(), input.size());
        }
        TensorInfo info = info(session.getInputInfo().get(input.name()));
        long[] shape = info.getShape().clone();
        shape[0] = rows;
        if (info.type == OnnxJavaType.FLOAT) {
            return OnnxTensor.createTensor(ENVIRONMENT, FloatBuffer.wrap(columns), shape);
        }
        long[] indices = new long[columns.length];
        for (int i = 0; i < indices.length; i++) {
            indices[i] = (long) columns[i];
        }
        return OnnxTensor.createTensor(ENVIRONMENT, LongBuffer.wrap(indices), shape);
    }

    private static TensorInfo info(NodeInfo node) {
        return (TensorInfo) node.getInfo();
    }

    private float[] outputs(OrtSession.Result result, int rows) {
        float[] outputs = new float[rows * topology.outputSize()];
        for (OutputHead head : topology.heads()) {
            OnnxTensor tensor = (OnnxTensor) result.get(head.name()).orElseThrow();
            FloatBuffer columns = tensor.getFloatBuffer();
            for (int row = 0; row < rows; row++) {
                columns.get(
                        row * head.units(), outputs, row * topology.outputSize() + head.firstColumn(), head.units());
            }
        }
        return outputs;
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new AssertionError(e);
        }
    }
}
