package dev.netwright.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a network by an ONNX file, as PyTorch, TensorFlow or scikit-learn export what has been trained there, instead of by {@link Input} and
 * {@link Layer}. The file is read while the interface is compiled, and the generated class is that of the same network declared by layers,
 * forward and backward. It has a method {@code load()} besides, which gives the network with the numbers of the file; these are in a
 * resource beside the class.
 *
 * <p>The interface extends {@code Network}, or {@code Classifier} or {@code Regressor} of the runtime. Of these the type arguments say what the file does not: the
 * components of the record are the columns of its only input, and the constants of the enum its classes, both in the order of the file.
 *
 * <pre>{@code
 * record Flower(float sepalLength, float sepalWidth, float petalLength, float petalWidth) {}
 * enum Species { SETOSA, VERSICOLOR, VIRGINICA }
 *
 * @OnnxModel("models/iris.onnx")
 * public interface Iris extends Classifier<Flower, Species> {}
 * }</pre>
 *
 * Where a file names features or classes, they must be these. The outputs of a classifier are probabilities: of scores for each class the network gives the
 * softmax, of their logarithms the probabilities, and of one probability, behind a sigmoid, those of both classes, of which it is the second's.
 *
 * <p>A sample has its channels last, as that of every network has, though ONNX mostly has them first: the features of an image are
 * {@code [height][width][channels]}, row-major, and so are outputs that are pixels. What the file does to an input before the first
 * layer, moving and scaling by constants, becomes the network's standardizer. What no layer can do is a compile error that names the node.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface OnnxModel {
    /**
     * The file: from the folder of the interface's source, or from the root of sources, resources or compiled classes, such as {@code
     * models/policy.onnx} in {@code src/main/resources}. The compiler's option {@code -Anetwright.models=DIR} names a further folder.
     */
    String value();

    /**
     * The outputs that the network has, in this order, by their names in the file; none for all of them. A name may also be that of a value on the way to an
     * output, where the network is to end sooner: before the scores become a class, or where a model of one's own goes on. What only other outputs
     * depend on is not read, and may be what no layer can do.
     */
    String[] outputs() default {};
}
