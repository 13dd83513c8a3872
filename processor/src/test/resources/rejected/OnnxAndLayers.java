package demo;

import dev.netwright.annotations.*;
import dev.netwright.runtime.*;

@OnnxModel("policy.onnx")
//         ^ error: [Onnx.Layers] OnnxAndLayers: the interface has @OnnxModel, and @Input and @Layer besides, but a network is declared by layers or by a file.
// |  Hint: remove the one, or the others; the record of the samples and the enum of the classes are type arguments, interface OnnxAndLayers extends Classifier<Flower, Species>.
@Input(4)
@Layer(size = 3)
public interface OnnxAndLayers extends Regressor<float[]> {}
