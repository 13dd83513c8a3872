package dev.netwright.verification.bits;

import dev.netwright.runtime.Network;
import dev.netwright.runtime.kernel.Kernels;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Trains every case and prints a hash of the bits of all that results, one line each. {@link SameBitsTest} runs it in many
 * JVMs.
 */
final class BitsProgram {
    /** What the line with the kernels in use starts with. */
    static final String KERNELS = "kernels: ";

    private BitsProgram() {}

    /** Arguments: the number of threads, and {@code full} or {@code brief}. */
    public static void main(String[] arguments) {
        int threads = Integer.parseInt(arguments[0]);
        boolean brief = arguments[1].equals("brief");
        System.out.println(KERNELS + Kernels.description());
        for (TrainingCase given : TrainingCase.all()) {
            TrainingCase trained = brief ? given.brief() : given;
            trained.train(threads);
            System.out.println(hash(trained) + "  " + trained.name());
        }
    }

    /** Of the parameters, predictions for a batch and for one sample, and the gradients of parameters and inputs. */
    private static String hash(TrainingCase trained) {
        Network network = trained.network();
        float[] features = trained.data().features();
        MessageDigest digest = sha256();
        add(digest, network.parameters());
        add(digest, network.statistics());
        add(digest, network.predict(features, trained.rows()));
        add(digest, network.predict(trained.data().sample(0)));
        var pass = network.newPass(trained.rows());
        pass.forward(features, trained.rows());
        pass.backward(pass.outputs().clone());
        add(digest, pass.gradients());
        add(digest, pass.inputGradients());
        return HexFormat.of().formatHex(digest.digest(), 0, 8);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void add(MessageDigest digest, float[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES);
        for (float value : values) {
            if (!Float.isFinite(value)) {
                throw new IllegalStateException("A result is " + value + "; it proves nothing.");
            }
            bytes.putFloat(value);
        }
        digest.update(bytes.array());
    }
}
