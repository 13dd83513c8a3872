package dev.netwright.examples.digits;

import dev.netwright.runtime.data.DataFormatException;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.data.Mnist;
import dev.netwright.runtime.data.Split;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * The images of a run, in three parts that share none.
 *
 * @param origin     where they come from, for people
 * @param training   what the network learns from
 * @param validation what tells, after each epoch, how well it reads images that it does not learn from
 * @param test       what is read once, at the end
 */
record DigitImages(String origin, Dataset training, Dataset validation, Dataset test) {
    private static final int DRAWN_TRAINING = 12_000;
    private static final int DRAWN_VALIDATION = 2_000;
    private static final int DRAWN_TEST = 2_000;

    /** Of MNIST's 60,000 training images this leaves 5,000 to validate with; its test images stay for the test. */
    private static final double TRAINING_SHARE = 11.0 / 12;

    private static final int PIXELS = DrawnDigits.SIZE * DrawnDigits.SIZE;

    /** Images that the example draws. */
    static DigitImages draw(long seed) {
        int count = DRAWN_TRAINING + DRAWN_VALIDATION + DRAWN_TEST;
        Dataset all = DrawnDigits.draw(count, seed);
        return new DigitImages(
                "digits that this example draws (--data FOLDER takes MNIST's)",
                all.slice(0, DRAWN_TRAINING),
                all.slice(DRAWN_TRAINING, DRAWN_TRAINING + DRAWN_VALIDATION),
                all.slice(DRAWN_TRAINING + DRAWN_VALIDATION, count));
    }

    /**
     * MNIST's files, or others like them, from a folder.
     *
     * @throws IOException if a file is missing or cannot be read, or does not fit the network
     */
    static DigitImages load(Path folder, long seed) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new NoSuchFileException(folder.toString(), null, "there is no such folder.");
        }
        Mnist mnist = Mnist.load(folder);
        if (mnist.training().inputs() != PIXELS) {
            throw new DataFormatException(
                    folder.toString(),
                    "images",
                    "an image has " + mnist.training().inputs() + " pixels; this network reads images of "
                            + DrawnDigits.SIZE + " x " + DrawnDigits.SIZE + ".");
        }
        if (mnist.training().rows() < 2) {
            throw new DataFormatException(
                    folder.toString(),
                    "training images",
                    "there is one; at least two are needed, one to validate with.");
        }
        Split split = mnist.training().split(TRAINING_SHARE, seed);
        return new DigitImages("the images in " + folder, split.training(), split.heldOut(), mnist.test());
    }
}
