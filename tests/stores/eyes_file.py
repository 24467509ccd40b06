"""A classifier file that a test can write: it looks at nothing but how red, green and blue the whole picture is."""

from pathlib import Path

import numpy as np
from onnx import TensorProto, helper, numpy_helper, save

CLASSES = ("dress", "hat", "longsleeve", "outwear", "pants", "shirt", "shoes", "shorts", "skirt", "t-shirt")
SIDE, EMBEDDING = 32, 128


def write_eyes(file: Path, scores: dict[str, tuple[float, float, float]], classes: tuple[str, ...] = CLASSES) -> Path:
    """`scores`: for a class, how much the mean red, green and blue (0..1) speak for it."""
    weights = np.array([scores.get(name, (0.0, 0.0, 0.0)) for name in classes], np.float32).T
    spread = np.random.default_rng(1).normal(size=(3, EMBEDDING)).astype(np.float32)
    nodes = [
        helper.make_node("GlobalAveragePool", ["picture"], ["pooled"]),
        helper.make_node("Flatten", ["pooled"], ["means"]),
        helper.make_node("MatMul", ["means", "weights"], ["scores"]),
        helper.make_node("Softmax", ["scores"], ["probabilities"]),
        helper.make_node("MatMul", ["means", "spread"], ["embedding"]),
    ]
    picture = helper.make_tensor_value_info("picture", TensorProto.FLOAT, [1, 3, SIDE, SIDE])
    outputs = [
        helper.make_tensor_value_info("probabilities", TensorProto.FLOAT, [1, len(classes)]),
        helper.make_tensor_value_info("embedding", TensorProto.FLOAT, [1, EMBEDDING]),
    ]
    held = [numpy_helper.from_array(weights, "weights"), numpy_helper.from_array(spread, "spread")]
    model = helper.make_model(
        helper.make_graph(nodes, "eyes", [picture], outputs, held),
        ir_version=9,
        opset_imports=[helper.make_opsetid("", 20)],
    )
    helper.set_model_props(model, {"classes": ",".join(classes)})
    save(model, str(file))
    return file
