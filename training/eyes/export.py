"""A trained network as an ONNX file: calibrated probabilities and the embedding, its weights kept in eight bits."""

import io
import warnings
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor, nn
from torch.nn import functional as fn

OPSET = 18
LEAST = 256  # values; smaller tensors stay in full precision
INPUT, OUTPUTS = "pixels", ["probabilities", "embedding"]


class Calibrated(nn.Module):
    """A committee with its scores divided by a temperature (Guo et al. 2017)."""

    def __init__(self, committee: nn.Module, temperature: float) -> None:
        super().__init__()
        self.committee, self.temperature = committee, temperature

    def forward(self, pictures: Tensor) -> tuple[Tensor, Tensor]:
        scores, embedding = self.committee(pictures)
        return fn.softmax(scores / self.temperature, 1), embedding


def temperature_for(scores: Tensor, labels: Tensor) -> float:
    """The temperature under which held-out labels are likeliest, to a hundredth."""
    tried = torch.arange(0.3, 3.0, 0.01)
    losses = torch.stack([fn.cross_entropy(scores / value, labels) for value in tried])
    return round(float(tried[losses.argmin()]), 2)


def write_onnx(committee: nn.Module, temperature: float, classes: list[str], side: int, file: Path) -> None:
    """`file` takes one picture (1 x 3 x side x side, 0..1) and names its classes in its metadata."""
    out = io.BytesIO()
    whole = Calibrated(committee, temperature).eval()
    example = torch.zeros(1, 3, side, side)
    names: dict[str, Any] = {"input_names": [INPUT], "output_names": OUTPUTS, "opset_version": OPSET}
    with warnings.catch_warnings():  # the exporter that it recommends needs one package more
        warnings.simplefilter("ignore", DeprecationWarning)
        torch.onnx.export(whole, (example,), out, dynamo=False, **names)
    model = narrowed(onnx.load_from_string(out.getvalue()))
    helper.set_model_props(model, {"classes": ",".join(classes), "temperature": str(temperature)})
    onnx.checker.check_model(model)
    file.write_bytes(model.SerializeToString())


def narrowed(model: Any) -> Any:
    """The same model, its large weights stored as int8 with a scale per channel and widened when the file is opened."""
    graph, widening = model.graph, []
    for tensor in list(graph.initializer):
        values = numpy_helper.to_array(tensor)
        if values.dtype != np.float32 or values.size < LEAST:
            continue
        graph.initializer.remove(tensor)
        name, steps = tensor.name, steps_of(values)
        whole = np.rint(values / steps).astype(np.int8)
        graph.initializer.append(numpy_helper.from_array(whole, f"{name}.whole"))
        graph.initializer.append(numpy_helper.from_array(steps, f"{name}.steps"))
        widening.append(helper.make_node("Cast", [f"{name}.whole"], [f"{name}.wide"], to=TensorProto.FLOAT))
        widening.append(helper.make_node("Mul", [f"{name}.wide", f"{name}.steps"], [name]))
    nodes = list(graph.node)
    del graph.node[:]
    graph.node.extend([*widening, *nodes])
    return model


def steps_of(values: NDArray[np.float32]) -> NDArray[np.float32]:
    """The step of each row of weights under which its largest is 127 steps; it spreads over `values`."""
    largest = abs(values).reshape(len(values), -1).max(1).reshape(-1, *[1] * (values.ndim - 1))
    steps: NDArray[np.float32] = np.maximum(largest, 1e-12).astype(np.float32) / 127
    return steps
