package demo;

import dev.netwright.annotations.*;
import dev.netwright.runtime.*;

@OnnxModel("policy.onnx")
//         ^ error: [Onnx.Layers] OnnxAndLayers: the interface has @OnnxModel, and @Input and @Layer besides, but a network is declared by layers or by a file.
// |  Hint: remove the one, or the others.
@Input(4)
@Layer(size = 3)
public interface OnnxAndLayers extends Regressor<float[]> {}
//     ^ error: [Onnx.Task] OnnxAndLayers: the interface extends Regressor, but what the samples and classes of a file are is not known.
// |  Hint: write: interface OnnxAndLayers extends Network, and call predict(...).
