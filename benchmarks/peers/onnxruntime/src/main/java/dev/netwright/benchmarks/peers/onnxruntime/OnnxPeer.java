package dev.netwright.benchmarks.peers.onnxruntime;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.netwright.benchmarks.peer.Peer;
import dev.netwright.benchmarks.peer.Refusal;
import dev.netwright.benchmarks.peer.Session;
import dev.netwright.benchmarks.work.Kind;
import dev.netwright.benchmarks.work.Task;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Map;

/** ONNX Runtime with all its optimizations, one thread as asked, and direct buffers that it reads and writes in place. */
public final class OnnxPeer implements Peer {
    /** For the service loader. */
    public OnnxPeer() {}

    @Override
    public String id() {
        return "onnxruntime";
    }

    @Override
    public Session open(Task task) throws OrtException {
        if (task.work().kind() == Kind.TRAINING) {
            throw new Refusal("this artifact has inference alone");
        }
        return new OnnxSession(task);
    }

    /** A model of one work. */
    private static final class OnnxSession implements Session {
        private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
        private final OrtSession session;
        private final OnnxTensor input;
        private final OnnxTensor output;
        private final FloatBuffer outputValues;
        private final Map<String, OnnxTensor> inputs;
        private final Map<String, OnnxTensor> pinned;

        OnnxSession(Task task) throws OrtException {
            OnnxModel model = new OnnxModel(task);
            byte[] bytes = model.bytes();
            try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
                options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
                options.setExecutionMode(OrtSession.SessionOptions.ExecutionMode.SEQUENTIAL);
                options.setIntraOpNumThreads(task.work().threads());
                options.setInterOpNumThreads(1);
                session = environment.createSession(bytes, options);
            }
            int rows = task.work().rows();
            FloatBuffer inputValues =
                    direct(task.inputs().length).put(task.inputs()).rewind();
            outputValues = direct(task.targets().length);
            input = OnnxTensor.createTensor(environment, inputValues, new long[] {
                rows, task.work().shape().inputSize()
            });
            output = OnnxTensor.createTensor(environment, outputValues, new long[] {
                rows, task.work().shape().outputSize()
            });
            inputs = Map.of(OnnxModel.INPUT, input);
            pinned = Map.of(model.output(), output);
        }

        private static FloatBuffer direct(int count) {
            return ByteBuffer.allocateDirect(Float.BYTES * count)
                    .order(ByteOrder.nativeOrder())
                    .asFloatBuffer();
        }

        @Override
        public float run() throws OrtException {
            session.run(inputs, pinned).close();
            return outputValues.get(0);
        }

        @Override
        public float[] outputs() {
            float[] values = new float[outputValues.capacity()];
            outputValues.rewind().get(values);
            return values;
        }

        @Override
        public float[] parameters() {
            throw new IllegalStateException("Nothing is trained.");
        }

        @Override
        public void close() {
            try {
                input.close();
                output.close();
                session.close();
            } catch (OrtException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
