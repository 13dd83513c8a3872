package demo;

import dev.netwright.annotations.OnnxModel;
import dev.netwright.runtime.Network;

@OnnxModel("policy.onnx")
public interface OnnxMethods extends Network {
    default void load() {}
    //           ^ error: [Method.Clash] OnnxMethods: the method load() has the signature of a method that the generated class has itself.

    interface Other {}
}
