"""Writes the models beside this file, as PyTorch exports them, as scikit-learn's converter writes them, and by hand.

Run with PyTorch 1.13, onnx 1.12 and NumPy: python3 models.py
"""
import csv
import io
import os

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from torch import nn

FOLDER = os.path.dirname(os.path.abspath(__file__))
torch.manual_seed(1)
RANDOM = np.random.RandomState(2)


def keep(name, model):
    model.producer_version = ""
    with open(os.path.join(FOLDER, name + ".onnx"), "wb") as file:
        file.write(model.SerializeToString())


def export(name, module, *shape, opset=13, **options):
    module.eval()
    for part in module.modules():
        if isinstance(part, (nn.BatchNorm1d, nn.BatchNorm2d)):
            nn.init.normal_(part.weight, 1, 0.3)
            nn.init.normal_(part.bias, 0, 0.3)
            nn.init.normal_(part.running_mean, 0, 0.3)
            nn.init.uniform_(part.running_var, 0.5, 2)
        if isinstance(part, nn.LayerNorm):
            nn.init.normal_(part.weight, 1, 0.3)
            nn.init.normal_(part.bias, 0, 0.3)
    out = io.BytesIO()
    torch.onnx.export(module, torch.randn(1, *shape), out, opset_version=opset, input_names=["x"],
                      output_names=["y"], dynamic_axes={"x": {0: "n"}, "y": {0: "n"}}, **options)
    keep(name, onnx.load_from_string(out.getvalue()))


class Fold(nn.Module):
    """Runs a function of the module, for what is no sequence."""

    def __init__(self, forward, **parts):
        super().__init__()
        for name, part in parts.items():
            (self.register_buffer if isinstance(part, torch.Tensor) else self.add_module)(name, part)
        self.run = forward

    def forward(self, x):
        return self.run(self, x)


def mlp(activation, opset):
    return Fold(lambda m, x: m.fc3(m.act2(m.fc2(m.act1(m.fc1(x))))), fc1=nn.Linear(6, 9), act1=activation,
                fc2=nn.Linear(9, 7), act2=nn.ReLU(), fc3=nn.Linear(7, 3))


def of_pytorch():
    activations = dict(relu=nn.ReLU(), leaky=nn.LeakyReLU(0.2), prelu=nn.PReLU(), prelu_channels=nn.PReLU(9),
                       elu=nn.ELU(0.7), selu=nn.SELU(), celu=nn.CELU(0.6), gelu=nn.GELU(), gelu_tanh=nn.GELU("tanh"),
                       silu=nn.SiLU(), mish=Fold(lambda m, x: x * torch.tanh(nn.functional.softplus(x))), hardswish=nn.Hardswish(), hardsigmoid=nn.Hardsigmoid(),
                       hardtanh=nn.Hardtanh(), relu6=nn.ReLU6(), sigmoid=nn.Sigmoid(), tanh=nn.Tanh(),
                       softplus=nn.Softplus(), softsign=nn.Softsign())
    for name, activation in activations.items():
        export("mlp_" + name, mlp(activation, 13), 6)
    for opset in (9, 10, 11, 12, 14, 15, 16, 17):
        export("mlp_opset%d" % opset, nn.Sequential(nn.Linear(5, 8), nn.Hardswish() if opset > 13 else nn.GELU(),
                                                    nn.Linear(8, 4), nn.Softmax(1)), 5, opset=opset)
    export("mlp_log_softmax", nn.Sequential(nn.Linear(5, 4), nn.LogSoftmax(-1)), 5)
    export("mlp_batch_norm", nn.Sequential(nn.Linear(5, 8), nn.BatchNorm1d(8, eps=1e-3), nn.ReLU(), nn.Linear(8, 3)), 5)
    export("mlp_batch_norm_kept", nn.Sequential(nn.Linear(5, 8), nn.BatchNorm1d(8), nn.ReLU(), nn.Linear(8, 3)), 5,
           do_constant_folding=False, training=torch.onnx.TrainingMode.PRESERVE)
    export("norm_first", nn.Sequential(nn.BatchNorm1d(5), nn.Linear(5, 3), nn.Tanh()), 5)
    lenet = nn.Sequential(nn.Conv2d(1, 3, 5), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(3, 4, 3), nn.ReLU(), nn.MaxPool2d(2),
                          nn.Flatten(), nn.Linear(4 * 2 * 2, 8), nn.ReLU(), nn.Linear(8, 3))
    export("conv_lenet", lenet, 1, 18, 18)
    export("conv_batch_norm", nn.Sequential(nn.Conv2d(2, 4, 3, padding=1, bias=False), nn.BatchNorm2d(4), nn.ReLU(),
                                            nn.Conv2d(4, 3, 3, stride=2, padding=1), nn.AdaptiveAvgPool2d(1),
                                            nn.Flatten(), nn.Linear(3, 2)), 2, 8, 6)
    export("conv_view", Fold(lambda m, x: m.fc(m.conv(x).view(x.size(0), -1)), conv=nn.Conv2d(2, 3, 3),
                             fc=nn.Linear(3 * 4 * 3, 2)), 2, 6, 5)
    export("conv_groups", nn.Sequential(nn.Conv2d(4, 4, 3, padding=1, groups=4), nn.ReLU(), nn.Conv2d(4, 6, 1),
                                        nn.Conv2d(6, 2, 3, dilation=2, padding=2), nn.AvgPool2d(2), nn.Flatten(),
                                        nn.Linear(2 * 3 * 3, 2)), 4, 6, 6)
    export("conv_sequence", nn.Sequential(nn.Conv1d(2, 3, 3, padding=1), nn.ReLU(), nn.MaxPool1d(2), nn.Flatten(),
                                          nn.Linear(3 * 5, 2)), 2, 10)
    export("conv_strided_pool", nn.Sequential(nn.Conv2d(1, 2, 3), nn.ReLU(), nn.MaxPool2d(3, 2), nn.Flatten(),
                                              nn.Linear(2 * 3 * 2, 2)), 1, 9, 8)
    export("conv_pixels_out", nn.Sequential(nn.Conv2d(2, 3, 3, padding=1), nn.ReLU(), nn.Conv2d(3, 2, 1)), 2, 5, 4)
    export("conv_flat_norm", nn.Sequential(nn.Conv2d(2, 3, 3), nn.ReLU(), nn.Flatten(), nn.BatchNorm1d(3 * 3 * 2),
                                           nn.Linear(3 * 3 * 2, 2)), 2, 5, 4)
    export("conv_layer_norm", nn.Sequential(nn.Conv2d(2, 3, 3), nn.LayerNorm([3, 3, 2]), nn.ReLU(), nn.Flatten(),
                                            nn.Linear(3 * 3 * 2, 2)), 2, 5, 4)
    export("conv_prelu", nn.Sequential(nn.Conv2d(2, 3, 3), nn.PReLU(3), nn.Flatten(), nn.Linear(3 * 3 * 2, 2)), 2, 5, 4)
    block = dict(norm1=nn.LayerNorm(6), up=nn.Linear(6, 12), down=nn.Linear(12, 6), norm2=nn.LayerNorm(6, eps=1e-6),
                 head=nn.Linear(6, 3))
    for opset in (13, 17):
        export("transformer_mlp_opset%d" % opset,
               Fold(lambda m, x: m.head(m.norm2(x + m.down(nn.functional.gelu(m.up(m.norm1(x)))))), **block), 6, opset=opset)
    export("transformer_post_norm", Fold(lambda m, x: m.head(m.norm2(x + m.down(nn.functional.silu(m.up(x))))), **block), 6)
    export("residual", Fold(lambda m, x: m.c(torch.relu(m.b(torch.relu(m.a(x))) + x)), a=nn.Linear(5, 7),
                            b=nn.Linear(7, 5), c=nn.Linear(5, 2)), 5)
    export("conv_residual", Fold(lambda m, x: m.fc((torch.relu(m.a(x)) + m.b(torch.relu(m.a(x)))).flatten(1)),
                                 a=nn.Conv2d(2, 3, 3, padding=1), b=nn.Conv2d(3, 3, 3, padding=1), fc=nn.Linear(60, 2)), 2, 5, 4)
    export("gated", Fold(lambda m, x: m.c(torch.sigmoid(m.a(x)) * torch.tanh(m.b(x))), a=nn.Linear(4, 6), b=nn.Linear(4, 6),
                         c=nn.Linear(6, 2)), 4)
    export("glu", Fold(lambda m, x: m.b(nn.functional.glu(m.a(x))), a=nn.Linear(4, 6), b=nn.Linear(3, 2)), 4)
    export("joined", Fold(lambda m, x: m.c(torch.cat([torch.relu(m.a(x)), m.b(x), x[:, 1:3]], 1)), a=nn.Linear(4, 3),
                          b=nn.Linear(4, 2), c=nn.Linear(7, 2)), 4)
    export("conv_joined", Fold(lambda m, x: m.c(torch.cat([torch.relu(m.a(x)), m.b(x)], 1)), a=nn.Conv2d(2, 3, 1),
                               b=nn.Conv2d(2, 2, 3, padding=1), c=nn.Conv2d(5, 2, 3)), 2, 5, 4)
    export("scaled_input", Fold(lambda m, x: m.a((x - torch.tensor([1.0, 2.0, 3.0])) / torch.tensor([0.5, 4.0, 0.25])),
                                a=nn.Linear(3, 2)), 3)
    export("scaled_between", Fold(lambda m, x: m.b(torch.tanh(m.a(x)) * 3 - torch.tensor([1.0, 2.0, 3.0, 0.5])),
                                  a=nn.Linear(3, 4), b=nn.Linear(4, 2)), 3)
    export("scaled_output", Fold(lambda m, x: torch.tanh(m.a(x)) * 2 + 1, a=nn.Linear(3, 4)), 3)
    export("images_flat", Fold(lambda m, x: m.fc(m.conv(x.view(-1, 1, 6, 5)).flatten(1)), conv=nn.Conv2d(1, 2, 3),
                               fc=nn.Linear(2 * 4 * 3, 2)), 30)
    export("images_last", Fold(lambda m, x: m.fc(m.conv(x.permute(0, 3, 1, 2)).permute(0, 2, 3, 1).flatten(1)),
                               conv=nn.Conv2d(3, 2, 3), fc=nn.Linear(2 * 3 * 2, 2)), 5, 4, 3)
    export("matmul_rows", nn.Sequential(nn.Linear(4, 6), nn.GELU(), nn.Linear(6, 2)), 3, 4)
    several = Fold(lambda m, x: (torch.softmax(m.policy(torch.tanh(m.body(x))), 1), m.value(torch.tanh(m.body(x)))),
                   body=nn.Linear(4, 5), policy=nn.Linear(5, 3), value=nn.Linear(5, 1))
    out = io.BytesIO()
    torch.onnx.export(several, torch.randn(1, 4), out, opset_version=13, input_names=["x"], output_names=["policy", "value"],
                      dynamic_axes={"x": {0: "n"}, "policy": {0: "n"}, "value": {0: "n"}})
    keep("two_heads", onnx.load_from_string(out.getvalue()))
    # What the page of the documentation names.
    export("../guide/models/policy", nn.Sequential(nn.Linear(4, 16), nn.Tanh(), nn.Linear(16, 2), nn.Softmax(1)), 4)


def weights(name, *shape):
    return numpy_helper.from_array((RANDOM.randn(*shape) * 0.5).astype(np.float32), name)


def graph(name, nodes, inputs, outputs, constants, opset=15, ml=False):
    ends = lambda all: [helper.make_tensor_value_info(end, kind, shape) if kind else end for end, kind, shape in all]
    made = helper.make_graph(nodes, name, ends(inputs), [end if not isinstance(end, tuple) else ends([end])[0] for end in outputs], constants)
    sets = [helper.make_opsetid("", opset)] + ([helper.make_opsetid("ai.onnx.ml", 1)] if ml else [])
    keep(name, helper.make_model(made, opset_imports=sets, ir_version=8))


def of_hand():
    """One operator with attributes that exporters seldom write, behind a layer."""
    one = lambda name, nodes, constants=(), opset=15, size=4: graph(
        name, [helper.make_node("Gemm", ["x", "w", "b"], ["z"], transB=1, alpha=0.5, beta=2.0)] + nodes
        + [helper.make_node("MatMul", ["a", "v"], ["y"])],
        [("x", TensorProto.FLOAT, ["n", 3])], [("y", TensorProto.FLOAT, ["n", 2])],
        [weights("w", size, 3), weights("b", size), weights("v", size, 2)] + list(constants), opset)
    for operator, options, opset in [("ThresholdedRelu", dict(alpha=0.3), 15), ("HardSigmoid", dict(alpha=0.3, beta=0.4), 15),
                                     ("HardSwish", {}, 15), ("Celu", dict(alpha=2.0), 15), ("Erf", {}, 15), ("Exp", {}, 15),
                                     ("Selu", dict(alpha=1.2, gamma=0.8), 15), ("Elu", dict(alpha=0.4), 15),
                                     ("Clip", dict(min=-0.3, max=0.6), 7), ("Abs", {}, 15), ("Neg", {}, 15), ("Mish", {}, 18),
                                     ("Gelu", dict(approximate="tanh"), 20), ("Softsign", {}, 15), ("Softmax", {}, 11),
                                     ("LogSoftmax", {}, 11), ("Softmax", {}, 13)]:
        one("node_%s_opset%d" % (operator.lower(), opset), [helper.make_node(operator, ["z"], ["a"], **options)], opset=opset)
    one("node_identity", [helper.make_node("Identity", ["z"], ["i"]), helper.make_node("Dropout", ["i"], ["d"]),
                          helper.make_node("Cast", ["d"], ["a"], to=TensorProto.FLOAT)])
    axes = numpy_helper.from_array(np.array([2], np.int64), "axes")
    one("node_squeeze", [helper.make_node("Unsqueeze", ["z", "axes"], ["u"]), helper.make_node("Transpose", ["u"], ["t"], perm=[0, 2, 1]),
                         helper.make_node("Transpose", ["t"], ["r"], perm=[0, 2, 1]), helper.make_node("Squeeze", ["r", "axes"], ["s"]),
                         helper.make_node("Relu", ["s"], ["a"])], [axes])
    parts = numpy_helper.from_array(np.array([1, 3], np.int64), "parts")
    one("node_split", [helper.make_node("Split", ["z", "parts"], ["p", "q"], axis=1), helper.make_node("Sigmoid", ["p"], ["ps"]),
                       helper.make_node("Concat", ["q", "ps"], ["a"], axis=1)], [parts])
    index = numpy_helper.from_array(np.array([3, 1, 0, 2], np.int64), "index")
    one("node_gather", [helper.make_node("Gather", ["z", "index"], ["a"], axis=1)], [index])
    for name, number in [("reduce_mean", 13), ("reduce_mean_18", 18)]:
        kept = dict(axes=[1]) if number < 18 else {}
        first = numpy_helper.from_array(np.array([1], np.int64), "first")
        one("node_" + name, [helper.make_node("ReduceMean", ["z"] + (["first"] if number == 18 else []), ["m"], keepdims=1, **kept),
                             helper.make_node("Sub", ["z", "m"], ["a"])], [first] if number == 18 else [], opset=number)
    rows = numpy_helper.from_array(RANDOM.randn(7, 3).astype(np.float32), "names.weight")
    graph("table", [helper.make_node("Gather", ["names.weight", "i"], ["e"]), helper.make_node("Flatten", ["e"], ["f"]),
                    helper.make_node("Concat", ["f", "x"], ["c"], axis=1), helper.make_node("MatMul", ["c", "w"], ["y"])],
          [("x", TensorProto.FLOAT, ["n", 2]), ("i", TensorProto.INT64, ["n", 2])], [("y", TensorProto.FLOAT, ["n", 3])],
          [rows, weights("w", 8, 3)])
    for ceil in (0, 1):
        graph("pool_ceil%d" % ceil, [helper.make_node("MaxPool", ["x"], ["p"], kernel_shape=[2, 2], strides=[2, 2], ceil_mode=ceil),
                                     helper.make_node("GlobalMaxPool", ["p"], ["g"]), helper.make_node("Flatten", ["g"], ["f"]),
                                     helper.make_node("MatMul", ["f", "w"], ["y"])],
              [("x", TensorProto.FLOAT, [1, 3, 4, 6])], [("y", TensorProto.FLOAT, [1, 2])], [weights("w", 3, 2)])
    for pad in ("SAME_UPPER", "SAME_LOWER", "VALID"):
        graph("conv_" + pad.lower(), [helper.make_node("Conv", ["x", "k", "b"], ["c"], auto_pad=pad, strides=[2, 1]),
                                      helper.make_node("Relu", ["c"], ["r"]), helper.make_node("ReduceMean", ["r"], ["y"], axes=[2, 3], keepdims=0)],
              [("x", TensorProto.FLOAT, [1, 2, 7, 6])], [("y", TensorProto.FLOAT, [1, 3])], [weights("k", 3, 2, 4, 3), weights("b", 3)])
    graph("conv_pads", [helper.make_node("Conv", ["x", "k"], ["c"], pads=[1, 0, 0, 2]), helper.make_node("Flatten", ["c"], ["f"]),
                        helper.make_node("MatMul", ["f", "w"], ["y"])],
          [("x", TensorProto.FLOAT, [1, 2, 5, 4])], [("y", TensorProto.FLOAT, [1, 2])], [weights("k", 3, 2, 2, 3), weights("w", 60, 2)])
    half = numpy_helper.from_array(RANDOM.randn(3, 2).astype(np.float16), "h")
    graph("types", [helper.make_node("Cast", ["h"], ["w"], to=TensorProto.FLOAT), helper.make_node("MatMul", ["x", "w"], ["z"]),
                    helper.make_node("Constant", [], ["one"], value_float=1.0), helper.make_node("Add", ["z", "one"], ["y"])],
          [("x", TensorProto.FLOAT, ["n", 3])], [("y", TensorProto.FLOAT, ["n", 2])], [half])


def of_scikit_learn():
    """StandardScaler and MLPClassifier as their converter writes them, for three classes and for two."""
    for name, classes in (("sklearn_three", 3), ("sklearn_two", 2)):
        count = classes if classes > 2 else 1
        scaler = helper.make_node("Scaler", ["X"], ["scaled"], domain="ai.onnx.ml", offset=[5.8, 3.1, 3.7, 1.2], scale=[1.2, 2.3, 0.57, 1.31])
        nodes = [scaler, helper.make_node("Cast", ["scaled"], ["cast_input"], to=TensorProto.FLOAT),
                 helper.make_node("MatMul", ["cast_input", "coefficient"], ["mul_result"]),
                 helper.make_node("Add", ["mul_result", "intercepts"], ["add_result"]),
                 helper.make_node("Relu", ["add_result"], ["next_activations"]),
                 helper.make_node("MatMul", ["next_activations", "coefficient1"], ["mul_result1"]),
                 helper.make_node("Add", ["mul_result1", "intercepts1"], ["add_result1"])]
        if classes > 2:
            nodes.append(helper.make_node("Softmax", ["add_result1"], ["probabilities"], axis=1))
        else:
            nodes += [helper.make_node("Sigmoid", ["add_result1"], ["out_activations_result"]),
                      helper.make_node("Sub", ["unity", "out_activations_result"], ["negative"]),
                      helper.make_node("Concat", ["negative", "out_activations_result"], ["probabilities"], axis=1)]
        nodes += [helper.make_node("ArgMax", ["probabilities"], ["argmax_output"], axis=1),
                  helper.make_node("ArrayFeatureExtractor", ["classes", "argmax_output"], ["extracted"], domain="ai.onnx.ml"),
                  helper.make_node("Reshape", ["extracted", "shape_tensor"], ["output_label"]),
                  helper.make_node("ZipMap", ["probabilities"], ["output_probability"], domain="ai.onnx.ml",
                                   classlabels_strings=["setosa", "versicolor", "virginica"][:classes])]
        label = helper.make_tensor_value_info("output_label", TensorProto.STRING, ["n"])
        maps = onnx.ValueInfoProto()
        maps.name = "output_probability"
        maps.type.sequence_type.elem_type.map_type.key_type = TensorProto.STRING
        maps.type.sequence_type.elem_type.map_type.value_type.tensor_type.elem_type = TensorProto.FLOAT
        constants = [weights("coefficient", 4, 6), weights("intercepts", 1, 6), weights("coefficient1", 6, count), weights("intercepts1", 1, count),
                     numpy_helper.from_array(np.array([1], np.float32), "unity"),
                     numpy_helper.from_array(np.array([-1], np.int64), "shape_tensor"),
                     helper.make_tensor("classes", TensorProto.STRING, [classes], [b"setosa", b"versicolor", b"virginica"][:classes])]
        graph(name, nodes, [("X", TensorProto.FLOAT, ["n", 4])], [label, maps], constants, ml=True)


def of_pools():
    """Windows that reach over the edges."""
    def one(name, pool, *sides):
        graph(name, [pool, helper.make_node("Flatten", ["p"], ["f"]), helper.make_node("ReduceMean", ["p"], ["m"], axes=list(range(2, 2 + len(sides))), keepdims=0),
                     helper.make_node("MatMul", ["m", "w"], ["z"]), helper.make_node("Concat", ["f", "z"], ["y"], axis=1)],
              [("x", TensorProto.FLOAT, [1, 3] + list(sides))], [("y", TensorProto.FLOAT, [1, None])], [weights("w", 3, 2)])
    one("pool_padded", helper.make_node("MaxPool", ["x"], ["p"], kernel_shape=[3, 3], strides=[2, 2], pads=[1, 1, 1, 1]), 8, 7)
    one("pool_padded_mean", helper.make_node("AveragePool", ["x"], ["p"], kernel_shape=[3, 2], strides=[2, 1], pads=[2, 0, 1, 1]), 5, 6)
    one("pool_same_upper", helper.make_node("AveragePool", ["x"], ["p"], kernel_shape=[2, 3], strides=[1, 2], auto_pad="SAME_UPPER"), 4, 6)
    one("pool_same_lower", helper.make_node("MaxPool", ["x"], ["p"], kernel_shape=[4, 2], strides=[2, 1], auto_pad="SAME_LOWER"), 5, 4)
    one("pool_rounded_up", helper.make_node("MaxPool", ["x"], ["p"], kernel_shape=[3, 2], strides=[2, 2], ceil_mode=1), 6, 5)
    one("pool_padded_sequence", helper.make_node("MaxPool", ["x"], ["p"], kernel_shape=[5], strides=[2], pads=[2, 2]), 11)


def of_constants():
    """Constants that other constants are made of, and slopes of what is scaled."""
    random = np.random.RandomState(3)
    of = lambda name, *shape: numpy_helper.from_array((random.randn(*shape) * 0.5).astype(np.float32), name)
    for name, before in (("slopes_scaled", helper.make_node("Mul", ["x", "c"], ["s"])), ("slopes_negated", helper.make_node("Neg", ["x"], ["s"]))):
        graph(name, [before, helper.make_node("PRelu", ["s", "slopes"], ["r"]), helper.make_node("Flatten", ["r"], ["f"]), helper.make_node("MatMul", ["f", "w"], ["y"])],
              [("x", TensorProto.FLOAT, ["n", 3, 2, 4])], [("y", TensorProto.FLOAT, ["n", 2])], [of("c", 3, 1, 1), of("slopes", 3, 1, 1), of("w", 24, 2)])
    numbers = [of(name, 4) for name in "abc"] + [numpy_helper.from_array(np.array([-7.5, 7.5, 1e-7, 70000], np.float32), "d"),
                                                 numpy_helper.from_array(np.array([0.3, -0.3, 2000.7, 0], np.float32), "h"),
                                                 numpy_helper.from_array(np.array([2, 2, 0.3, 3], np.float32), "m")]
    nodes = [helper.make_node("Max", ["a", "b", "c"], ["most"]), helper.make_node("Min", ["a", "b", "c"], ["least"]),
             helper.make_node("Mod", ["d", "m"], ["left"], fmod=1),
             helper.make_node("Cast", ["h"], ["logical"], to=TensorProto.BOOL), helper.make_node("Cast", ["logical"], ["one"], to=TensorProto.FLOAT),
             helper.make_node("Cast", ["h"], ["half"], to=TensorProto.FLOAT16), helper.make_node("Cast", ["half"], ["coarse"], to=TensorProto.FLOAT),
             helper.make_node("Mul", ["x", "most"], ["x1"]), helper.make_node("Add", ["x1", "least"], ["x2"]), helper.make_node("Add", ["x2", "left"], ["x3"]),
             helper.make_node("Mul", ["x3", "one"], ["x4"]), helper.make_node("Sub", ["h", "coarse"], ["rest"]), helper.make_node("Mul", ["rest", "large"], ["shown"]),
             helper.make_node("Add", ["x4", "shown"], ["x5"]), helper.make_node("Relu", ["x5"], ["y"])]
    graph("constants", nodes, [("x", TensorProto.FLOAT, ["n", 4])], [("y", TensorProto.FLOAT, ["n", 4])],
          numbers + [numpy_helper.from_array(np.array([1000, 1000, 1, 1], np.float32), "large")])
    for name, classes in (("sklearn_linear_three", 3), ("sklearn_linear_two", 2)):
        rows = random.randn(classes, 4) if classes > 2 else [[-1], [1]] * random.randn(1, 4)
        intercepts = [0.3, -0.1, 0.2] if classes > 2 else [-0.3, 0.3]
        nodes = [helper.make_node("LinearClassifier", ["x"], ["label", "raw"], domain="ai.onnx.ml", classlabels_ints=list(range(classes)),
                                  coefficients=[float(number) for number in np.ravel(rows)], intercepts=intercepts, multi_class=1,
                                  post_transform="SOFTMAX" if classes > 2 else "LOGISTIC"),
                 helper.make_node("Normalizer", ["raw"], ["y"], domain="ai.onnx.ml", norm="L1")]
        graph(name, nodes, [("x", TensorProto.FLOAT, ["n", 4])], [("y", TensorProto.FLOAT, ["n", classes])], [], ml=True)


def of_repeated():
    """Values that are repeated for pixels, as where a network weighs its channels or its pixels, and pixels that are scaled."""
    torch.manual_seed(3)

    def weighed(m, x):
        a = m.conv(x)
        return a * torch.sigmoid(m.fc(a.mean((2, 3)))).unsqueeze(2).unsqueeze(3)

    def both(m, x):
        return m.last(torch.cat([torch.tanh(m.conv(x)), torch.tanh(m.other(x)) * m.factor + 1], 1))

    def net(forward, **parts):
        return Fold(forward, conv=nn.Conv2d(3, 4, 3, padding=1), **parts)

    export("image_times_vector", net(weighed, fc=nn.Linear(4, 4)), 3, 6, 5)
    export("image_times_vector_mean", net(lambda m, x: m.last(weighed(m, x).mean((2, 3))), fc=nn.Linear(4, 4), last=nn.Linear(4, 2)), 3, 6, 5)
    export("image_plus_vector", net(lambda m, x: (lambda a: a + m.fc(a.mean((2, 3)))[:, :, None, None])(m.conv(x)), fc=nn.Linear(4, 4)), 3, 6, 5)
    export("image_times_map", net(lambda m, x: (lambda a: a * torch.sigmoid(m.map(a)))(m.conv(x)), map=nn.Conv2d(4, 1, 1)), 3, 6, 5)
    export("map_times_image", net(lambda m, x: (lambda a: m.last(torch.sigmoid(m.map(a)) * a))(m.conv(x)), map=nn.Conv2d(4, 1, 1),
                                  last=nn.Conv2d(4, 2, 3)), 3, 6, 5)
    channels = net(both, other=nn.Conv2d(3, 4, 1), last=nn.Conv2d(8, 2, 3, padding=1))
    channels.register_buffer("factor", torch.randn(4, 1, 1))
    export("channels_scaled", channels, 3, 6, 5)
    pixels = net(lambda m, x: torch.tanh(m.conv(x)) * m.factor)
    pixels.register_buffer("factor", torch.randn(4, 6, 5))
    export("pixels_scaled", pixels, 3, 6, 5)


def of_chains():
    """Functions one after the other, which are one function, and limits that are swapped."""
    torch.manual_seed(5)

    def net(function):
        return Fold(lambda m, x: m.fc2(function(m.fc1(x))), fc1=nn.Linear(6, 5), fc2=nn.Linear(5, 3))

    export("chain_exp_log", net(lambda z: torch.log(torch.exp(z) + 1)), 6)
    export("chain_sigmoid", net(lambda z: 1 / (1 + torch.exp(-z))), 6)
    export("chain_relu6", net(lambda z: torch.clamp(torch.relu(z), 0, 6)), 6)
    export("chain_gauss", net(lambda z: torch.exp(-0.5 * z.pow(2))), 6)
    export("chain_shared", Fold(lambda m, x: (lambda a: m.fc2(torch.cat([a, torch.tanh(2 * a + 1)], 1)))(torch.exp(m.fc1(x))),
                                fc1=nn.Linear(6, 5), fc2=nn.Linear(10, 3)), 6)
    export("constant_over_data", Fold(lambda m, x: torch.tensor([2., -1, 3]) / (torch.sigmoid(m.fc1(x)) + 1), fc1=nn.Linear(6, 3)), 6)
    graph("clip_swapped", [helper.make_node("Gemm", ["x", "w", "b"], ["z"]), helper.make_node("Clip", ["z", "most", "least"], ["c"]),
                           helper.make_node("Add", ["c", "z"], ["y"])],
          [("x", TensorProto.FLOAT, ["n", 4])], [("y", TensorProto.FLOAT, ["n", 3])],
          [weights("w", 4, 3), weights("b", 3), numpy_helper.from_array(np.array(1, np.float32), "most"),
           numpy_helper.from_array(np.array(-1, np.float32), "least")])


def of_layouts():
    """Inputs whose first reader does not say how they are arranged."""
    torch.manual_seed(7)
    export("sequence_leaky", Fold(lambda m, x: m.conv(nn.functional.leaky_relu(x, 0.1)), conv=nn.Conv1d(3, 2, 3)), 3, 8)
    export("sequence_two_readers", Fold(lambda m, x: torch.cat([m.fc(x.flatten(1)), m.conv(x ** 2).flatten(1)], 1), fc=nn.Linear(24, 2),
                                        conv=nn.Conv1d(3, 2, 3)), 3, 8)
    export("image_two_readers", Fold(lambda m, x: torch.cat([m.fc(x.flatten(1)), m.conv(x).flatten(1)], 1), fc=nn.Linear(60, 2),
                                     conv=nn.Conv2d(3, 2, 3)), 3, 4, 5)
    export("images_flat_last", Fold(lambda m, x: m.fc2(torch.relu(m.fc1(x.flatten(1)))), fc1=nn.Linear(60, 4), fc2=nn.Linear(4, 2)), 4, 5, 3)


def of_fixed_rows():
    """Exported without dynamic axes, so that the number of samples of the example is a constant in the shapes."""
    torch.manual_seed(8)
    net = Fold(lambda m, x: m.fc(m.conv(x).relu().view(x.size(0), -1).reshape(4, 6, -1).mean(1)), conv=nn.Conv2d(2, 3, 2), fc=nn.Linear(6, 3))
    out = io.BytesIO()
    torch.onnx.export(net.eval(), torch.randn(4, 2, 4, 5), out, opset_version=13, input_names=["x"], output_names=["y"])
    keep("rows_fixed", onnx.load_from_string(out.getvalue()))


def of_formulas():
    """Functions that the table of activations lacks, of PyTorch and of users."""
    torch.manual_seed(8)
    functions = dict(softshrink=nn.Softshrink(0.3), hardshrink=nn.Hardshrink(0.3), log_sigmoid=nn.LogSigmoid(), tanhshrink=nn.Tanhshrink(),
                     tanh_scaled=lambda z: 2 * torch.tanh(z / 3 + 0.1), clamp=lambda z: torch.clamp(3 * z, -20, 2),
                     exp_clamped=lambda z: torch.exp(torch.clamp(z, -20, 2)), leaky_steep=nn.LeakyReLU(1.5),
                     squareplus=lambda z: 0.5 * (z + torch.sqrt(z * z + 4)), square=lambda z: z ** 2,
                     where=lambda z: torch.where(z > 0, torch.log(z.abs() + 1), 0.5 * z),
                     step=lambda z: z * (z > 0.1).float(), band=lambda z: torch.where((z >= -0.5) & ~(z >= 0.5), z * z, z.sigmoid()),
                     gelu_scaled=lambda z: 1.5 * nn.functional.gelu(z) - 0.3 * z)
    for name, function in functions.items():
        export("formula_" + name, Fold(lambda m, x: m.fc2(m.run2(m.fc1(x))), fc1=nn.Linear(6, 5), fc2=nn.Linear(5, 3),
                                       run2=function if isinstance(function, nn.Module) else Fold(lambda m, x, f=function: f(x))), 6)
    relu6 = nn.ReLU6()
    export("mobile_blocks", nn.Sequential(nn.Conv2d(3, 4, 3, stride=2, padding=1, bias=False), nn.BatchNorm2d(4), relu6,
                                          nn.Conv2d(4, 4, 3, padding=1, groups=4, bias=False), nn.BatchNorm2d(4), relu6,
                                          nn.Conv2d(4, 6, 1), nn.BatchNorm2d(6), nn.Hardswish(), nn.AdaptiveAvgPool2d(1), nn.Flatten(),
                                          nn.Linear(6, 3)), 3, 8, 8)
    graph("step_at_zero", [helper.make_node("Greater", ["zero", "x"], ["l"]), helper.make_node("Not", ["l"], ["g"]),
                           helper.make_node("Where", ["g", "one", "x"], ["a"]), helper.make_node("MatMul", ["a", "w"], ["y"])],
          [("x", TensorProto.FLOAT, ["n", 3])], [("y", TensorProto.FLOAT, ["n", 2])],
          [weights("w", 3, 2), numpy_helper.from_array(np.array(0, np.float32), "zero"), numpy_helper.from_array(np.array(1, np.float32), "one")])


def of_irises():
    """Networks that have learnt Fisher's irises, for interfaces that say what samples and classes are."""
    with open(os.path.join(FOLDER, "../../../../../examples/src/test/resources/iris.csv")) as file:
        rows = list(csv.DictReader(file))
    species = ["setosa", "versicolor", "virginica"]
    x = torch.tensor([[float(row[name]) for name in list(row)[:4]] for row in rows])
    y = torch.tensor([species.index(row["species"]) for row in rows])
    torch.manual_seed(11)

    def learn(x, units, loss):
        """Of features in cm the mean is taken off and the deviation is one."""
        net = Fold(lambda m, x: m.last(torch.relu(m.first((x - m.mean) / m.deviation))), first=nn.Linear(x.shape[1], 8), last=nn.Linear(8, units))
        net.register_buffer("mean", x.mean(0))
        net.register_buffer("deviation", x.std(0))
        optimizer = torch.optim.Adam(net.parameters(), lr=0.02, weight_decay=1e-3)
        for _ in range(300):
            optimizer.zero_grad()
            loss(net(x)).backward()
            optimizer.step()
        return net

    net = learn(x, 3, lambda z: nn.functional.cross_entropy(z, y))
    export("iris_logits", net, 4)
    export("iris_logarithms", nn.Sequential(net, nn.LogSoftmax(1)), 4)
    is_virginica = (y == 2).float()[:, None]
    export("iris_virginica", nn.Sequential(learn(x, 1, lambda z: nn.functional.binary_cross_entropy_with_logits(z, is_virginica)), nn.Sigmoid()), 4)
    export("iris_petal_width", learn(x[:, :3], 1, lambda z: nn.functional.mse_loss(z, x[:, 3:])), 3)

    def constant(name, tensor):
        return numpy_helper.from_array(tensor.detach().numpy(), name)

    nodes = [helper.make_node("Scaler", ["X"], ["scaled"], domain="ai.onnx.ml", offset=net.mean.tolist(), scale=(1 / net.deviation).tolist()),
             helper.make_node("MatMul", ["scaled", "coefficient"], ["mul_result"]), helper.make_node("Add", ["mul_result", "intercepts"], ["add_result"]),
             helper.make_node("Relu", ["add_result"], ["next_activations"]), helper.make_node("MatMul", ["next_activations", "coefficient1"], ["mul_result1"]),
             helper.make_node("Add", ["mul_result1", "intercepts1"], ["add_result1"]), helper.make_node("Softmax", ["add_result1"], ["probabilities"], axis=1),
             helper.make_node("ZipMap", ["probabilities"], ["output_probability"], domain="ai.onnx.ml", classlabels_strings=species)]
    maps = onnx.ValueInfoProto()
    maps.name = "output_probability"
    maps.type.sequence_type.elem_type.map_type.key_type = TensorProto.STRING
    maps.type.sequence_type.elem_type.map_type.value_type.tensor_type.elem_type = TensorProto.FLOAT
    graph("iris_sklearn", nodes, [("X", TensorProto.FLOAT, ["n", 4])], [maps],
          [constant("coefficient", net.first.weight.T), constant("intercepts", net.first.bias[None]), constant("coefficient1", net.last.weight.T),
           constant("intercepts1", net.last.bias[None])], ml=True)


def of_orders():
    """Outputs of pixels that no layer gives as they are: products of channels with pixels, parts of images, pixels from units."""
    torch.manual_seed(11)

    def of_gates(combine):
        def run(m, x):
            a = m.conv(x)
            return combine(m, torch.sigmoid(m.fc(a.mean((2, 3))))[:, :, None, None], torch.sigmoid(m.map(a)))
        return Fold(run, conv=nn.Conv2d(3, 4, 3, padding=1), fc=nn.Linear(4, 4), map=nn.Conv2d(4, 1, 1), head=nn.Linear(80, 2),
                    last=nn.Conv2d(4, 2, 1))

    def of_conv(run, **parts):
        return Fold(lambda m, x: run(m, m.conv(x)), conv=nn.Conv2d(3, 4, 3, padding=1), **parts)

    for name, combine in [("times", lambda m, c, p: c * p), ("times_swapped", lambda m, c, p: p * c), ("plus", lambda m, c, p: c + p),
                          ("minus", lambda m, c, p: c - p), ("times_flat", lambda m, c, p: m.head((c * p).flatten(1))),
                          ("times_conv", lambda m, c, p: m.last(p * c))]:
        export("channels_%s_pixels" % name, of_gates(combine), 3, 5, 4)
    export("rows_times_columns", of_conv(lambda m, a: torch.sigmoid(a.mean(2, keepdim=True)) * torch.sigmoid(a.mean(3, keepdim=True))), 3, 5, 4)
    export("pixels_cropped", of_conv(lambda m, a: a[:, :, 1:-1, 1:]), 3, 5, 4)
    export("pixels_cropped_last", of_conv(lambda m, a: a.permute(0, 2, 3, 1)[:, 1:-1, 1:]), 3, 5, 4)
    export("pixels_of_one_channel", of_conv(lambda m, a: a[:, 1]), 3, 5, 4)
    export("pixels_in_a_row", of_conv(lambda m, a: a.flatten(2)), 3, 5, 4)
    export("channels_chosen", of_conv(lambda m, a: m.other(a[:, 1:3]) * torch.sigmoid(a[:, ::2]), other=nn.Conv2d(2, 2, 3, padding=1)), 3, 5, 4)
    export("pixels_of_units", of_conv(lambda m, a: torch.sigmoid(m.fc(a.flatten(1)).view(-1, 3, 5, 4)), fc=nn.Linear(80, 60)), 3, 5, 4)
    export("pixels_of_units_alone", Fold(lambda m, x: torch.sigmoid(m.fc(x)).view(-1, 3, 5, 4), fc=nn.Linear(6, 60)), 6)
    export("pixels_fewer_than_kernel", nn.Sequential(nn.Conv2d(3, 4, 3, stride=2, padding=1), nn.ReLU(), nn.Conv2d(4, 4, 3, padding=1),
                                                     nn.Conv2d(4, 2, 5, padding=2)), 3, 2, 3)


def of_numbers():
    """Inputs and weights that are no floats."""
    random = np.random.RandomState(13)
    of = lambda name, *shape: numpy_helper.from_array((random.randn(*shape) * 0.5).astype(np.float32), name)
    for kind in ("UINT8", "FLOAT16"):
        graph("numbers_" + kind.lower(), [helper.make_node("Cast", ["x"], ["c"], to=TensorProto.FLOAT), helper.make_node("Div", ["c", "most"], ["d"]),
                                          helper.make_node("Conv", ["d", "k"], ["z"]), helper.make_node("Flatten", ["z"], ["f"]),
                                          helper.make_node("MatMul", ["f", "w"], ["y"])],
              [("x", getattr(TensorProto, kind), ["n", 2, 4, 5])], [("y", TensorProto.FLOAT, ["n", 2])],
              [numpy_helper.from_array(np.array(255 if kind == "UINT8" else 3, np.float32), "most"), of("k", 3, 2, 3, 3), of("w", 18, 2)])
    for kind in ("INT8", "INT32", "INT64", "BOOL"):
        graph("numbers_" + kind.lower(), [helper.make_node("Reshape", ["x", "s"], ["r"]), helper.make_node("Transpose", ["r"], ["t"], perm=[0, 2, 1]),
                                          helper.make_node("Cast", ["t"], ["c"], to=TensorProto.FLOAT), helper.make_node("Flatten", ["c"], ["f"]),
                                          helper.make_node("MatMul", ["f", "w"], ["y"])],
              [("x", getattr(TensorProto, kind), ["n", 6])], [("y", TensorProto.FLOAT, ["n", 2])],
              [numpy_helper.from_array(np.array([0, 2, 3], np.int64), "s"), of("w", 6, 2)])
    double = lambda name, *shape: numpy_helper.from_array(random.randn(*shape) * 0.5, name)
    graph("numbers_double", [helper.make_node("Gemm", ["x", "w", "b"], ["z"]), helper.make_node("Relu", ["z"], ["r"]), helper.make_node("MatMul", ["r", "v"], ["y"])],
          [("x", TensorProto.DOUBLE, ["n", 4])], [("y", TensorProto.DOUBLE, ["n", 2])], [double("w", 4, 3), double("b", 3), double("v", 3, 2)])
    coarse = ((random.randn(4, 3) * 0.5).astype(np.float32).view(np.uint32) >> 16).astype(np.uint16)
    graph("numbers_bfloat16", [helper.make_node("Cast", ["h"], ["w"], to=TensorProto.FLOAT), helper.make_node("MatMul", ["x", "w"], ["y"])],
          [("x", TensorProto.FLOAT, ["n", 4])], [("y", TensorProto.FLOAT, ["n", 3])],
          [helper.make_tensor("h", TensorProto.BFLOAT16, [4, 3], coarse.tobytes(), raw=True)])


def of_pads():
    """Numbers around data, and means that count them."""
    torch.manual_seed(17)
    pad = nn.functional.pad

    def padded(name, run, *shape, opsets=(13,), **parts):
        for opset in opsets:
            export("pad_" + name + ("_opset%d" % opset if len(opsets) > 1 else ""), Fold(run, **parts), *shape, opset=opset)

    first = nn.Conv2d(3, 4, 3, padding=1)
    padded("all", lambda m, x: m.b(pad(torch.relu(m.a(x)), (1, 1, 1, 1))), 3, 6, 5, opsets=(9, 13, 17), a=first, b=nn.Conv2d(4, 2, 3))
    padded("end", lambda m, x: m.b(pad(torch.relu(m.a(x)), (0, 1, 0, 1))), 3, 6, 4, a=first, b=nn.Conv2d(4, 2, 3, stride=2))
    padded("begin", lambda m, x: m.b(pad(torch.relu(m.a(pad(x, (2, 0)))), (4, 0))), 3, 7, a=nn.Conv1d(3, 4, 3), b=nn.Conv1d(4, 2, 3, dilation=2))
    padded("last", lambda m, x: m.b(pad(x, (0, 0, 1, 1, 1, 1)).permute(0, 3, 1, 2)).permute(0, 2, 3, 1).flatten(1), 6, 5, 3, b=nn.Conv2d(3, 2, 3))
    padded("maximum", lambda m, x: nn.functional.max_pool2d(pad(torch.relu(m.a(x)), (1, 1, 1, 1)), 3, 2), 3, 6, 5, a=first)
    padded("mean", lambda m, x: nn.functional.avg_pool2d(pad(m.a(x), (1, 1, 1, 1)), 3, 1), 3, 6, 5, a=first)
    padded("counted", lambda m, x: m.b(nn.functional.avg_pool2d(torch.relu(m.a(x)), 3, 1, padding=1)), 3, 6, 5, a=first, b=nn.Conv2d(4, 2, 1))
    padded("counted_strided", lambda m, x: nn.functional.avg_pool2d(torch.relu(m.a(x)), 3, 2, padding=1), 3, 6, 5, a=first)
    padded("channels", lambda m, x: torch.relu(m.a(x) + pad(x[:, :, ::2, ::2], (0, 0, 0, 0, 1, 1))), 3, 6, 5,
           a=nn.Conv2d(3, 5, 3, stride=2, padding=1))
    padded("features", lambda m, x: m.b(pad(torch.relu(m.a(x)), (2, 1), value=0.5)), 4, a=nn.Linear(4, 3), b=nn.Linear(6, 2))
    padded("negative", lambda m, x: m.b(pad(torch.relu(m.a(x)), (-1, -1, 1, 1))), 3, 6, 5, a=first, b=nn.Conv2d(4, 2, (3, 1)))
    padded("output", lambda m, x: pad(m.a(x), (1, 0, 0, 2)), 3, 3, 4, a=first)
    padded("none_but_cropped", lambda m, x: m.b(m.a(x)[:, :, 1:-1, 1:]), 3, 6, 5, a=first, b=nn.Conv2d(4, 2, 2))
    padded("none_but_sliced", lambda m, x: m.b(torch.cat([x[:, :, i::2, j::2] for j in (0, 1) for i in (0, 1)], 1)), 3, 6, 4, b=nn.Conv2d(12, 2, 2))
    whole = lambda name, numbers: numpy_helper.from_array(np.array(numbers, np.int64), name)
    random = np.random.RandomState(17)
    graph("pad_axes", [helper.make_node("Pad", ["x", "pads", "", "axes"], ["p"]), helper.make_node("Conv", ["p", "k"], ["y"])],
          [("x", TensorProto.FLOAT, ["n", 2, 4, 5])], [("y", TensorProto.FLOAT, ["n", 3, 4, 5])],
          [whole("pads", [1, 1, 1, 1]), whole("axes", [2, -1]), numpy_helper.from_array(random.randn(3, 2, 3, 3).astype(np.float32), "k")], 18)


def of_rows():
    """The same weights for rows that are no pixels, means of channels, and convolutions whose padding is cut off again."""
    torch.manual_seed(19)
    export("rows_over_time", Fold(lambda m, x: (lambda last: m.fc((x - last).permute(0, 2, 1)).permute(0, 2, 1) + last)(x[:, -1:, :]), fc=nn.Linear(8, 3)), 8, 4)
    export("rows_mixed", Fold(lambda m, x: (x + m.b(torch.relu(m.a(x.transpose(1, 2)))).transpose(1, 2)).flatten(1), a=nn.Linear(6, 5), b=nn.Linear(5, 6)), 6, 4)
    export("rows_of_image", Fold(lambda m, x: torch.relu(m.fc(torch.relu(m.conv(x)))), conv=nn.Conv2d(3, 4, 3, padding=1), fc=nn.Linear(5, 2)), 3, 4, 5)
    export("rows_of_units", Fold(lambda m, x: m.b(torch.tanh(m.a(m.fc(x).view(-1, 3, 4))).flatten(1)), fc=nn.Linear(5, 12), a=nn.Linear(4, 2), b=nn.Linear(6, 2)), 5)
    for opset in (9, 13):
        export("causal_opset%d" % opset, Fold(lambda m, x: torch.relu(m.c(x) + m.b(torch.relu(m.a(x)[:, :, :-4]))[:, :, :-4]), a=nn.Conv1d(3, 4, 3, padding=4, dilation=2),
                                              b=nn.Conv1d(4, 2, 3, padding=4, dilation=2), c=nn.Conv1d(3, 2, 1)), 3, 9, opset=opset)
    export("cut_but_not_padding", Fold(lambda m, x: m.conv(x)[:, :, 1:-1, :-1], conv=nn.Conv2d(3, 4, 3, padding=1)), 3, 5, 6)
    export("channels_mean", Fold(lambda m, x: (lambda a: a * torch.sigmoid(m.map(a.mean(1, keepdim=True))))(m.conv(x)), conv=nn.Conv2d(3, 4, 3, padding=1),
                                 map=nn.Conv2d(1, 1, 3, padding=1)), 3, 5, 6)
    export("pixels_scaled_twice", Fold(lambda m, x: torch.tanh(torch.tanh(m.conv(x)) * m.factor)[:, 1:], conv=nn.Conv1d(3, 4, 3, padding=1), factor=torch.randn(4, 8)), 3, 8)
    export("channels_sum", Fold(lambda m, x: m.fc(torch.relu(m.conv(x)).sum(1).flatten(1)), conv=nn.Conv2d(3, 4, 3, padding=1), fc=nn.Linear(30, 2)), 3, 5, 6)


def of_agents():
    """An agent as toolkits for games export it: what it does, a try at random, and a number of the version."""
    graph("../guide/models/agent", [helper.make_node("Gemm", ["state", "fc.weight", "fc.bias"], ["z"]), helper.make_node("Tanh", ["z"], ["continuous_actions"]),
                                    helper.make_node("RandomNormalLike", ["continuous_actions"], ["noise"]),
                                    helper.make_node("Add", ["continuous_actions", "noise"], ["tried_actions"]),
                                    helper.make_node("Identity", ["version"], ["version_number"])],
          [("state", TensorProto.FLOAT, ["n", 4])],
          [("version_number", TensorProto.FLOAT, [1]), ("tried_actions", TensorProto.FLOAT, ["n", 2]), ("continuous_actions", TensorProto.FLOAT, ["n", 2])],
          [weights("fc.weight", 4, 2), weights("fc.bias", 2), numpy_helper.from_array(np.array([3], np.float32), "version")])


of_pytorch()
of_hand()
of_scikit_learn()
of_pools()
of_constants()
of_repeated()
of_chains()
of_layouts()
of_fixed_rows()
of_formulas()
of_irises()
of_orders()
of_numbers()
of_pads()
of_rows()
of_agents()
