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
}
