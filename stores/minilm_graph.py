"""Writes `minilm.onnx`, the graph of all-MiniLM-L6-v2 without its weights: `python -m stores.minilm_graph`.

For developers only: it needs `onnx`, which the running service does not. Each weight is a reference, by byte offset,
into the safetensors file of the installed package, so the graph is bound to that one file (see `check_weights`).
The architecture is BERT's encoder (Devlin et al. 2019) with mean pooling over the tokens and a unit norm.
"""

from collections.abc import Iterator
from typing import Any

from stores.embeddings import DIMENSIONS, GRAPH, load_safetensors_header, weights_file

LAYERS, HEADS = 6, 12
HEAD_WIDTH = DIMENSIONS // HEADS

HEAD = """
<ir_version: 9, opset_import: ["" : 20]>
minilm (int64[batch, tokens] ids, int64[batch, tokens] mask) => (float[batch, {dimensions}] vectors)
<int64 zero = {{0}}, int64 one = {{1}}, int64[1] middle = {{1}}, int64[2] ahead = {{1, 2}}, int64[1] last = {{-1}},
 float scale = {{{scale}}}, float lowest = {{-1e9}}, float unit = {{1}}, int64[4] split = {{0, 0, {heads}, {width}}},
 int64[3] joined = {{0, 0, {dimensions}}}>
{{
    shape = Shape(ids)
    length = Gather(shape, one)
    positions = Range(zero, length, one)
    of_word = Gather(word_embeddings_weight, ids)
    of_position = Gather(position_embeddings_weight, positions)
    of_type = Gather(token_type_embeddings_weight, zero)
    placed = Add(of_word, of_position)
    embedded = Add(placed, of_type)
    h0 = LayerNormalization<axis = -1, epsilon = 1e-12>(embedded, LayerNorm_weight, LayerNorm_bias)
    present = Cast<to = 1>(mask)
    absent = Sub(unit, present)
    hidden = Mul(absent, lowest)
    bias = Unsqueeze(hidden, ahead)
"""

PROJECTION = """
    {out}_t = Transpose<perm = [1, 0]>({weights}_weight)
    {out}_m = MatMul({into}, {out}_t)
    {out} = Add({out}_m, {weights}_bias)
"""

ATTENTION = """
    {l}qs = Reshape({l}q, split)
    {l}ks = Reshape({l}k, split)
    {l}vs = Reshape({l}v, split)
    {l}qh = Transpose<perm = [0, 2, 1, 3]>({l}qs)
    {l}kh = Transpose<perm = [0, 2, 3, 1]>({l}ks)
    {l}vh = Transpose<perm = [0, 2, 1, 3]>({l}vs)
    {l}raw = MatMul({l}qh, {l}kh)
    {l}scaled = Mul({l}raw, scale)
    {l}masked = Add({l}scaled, bias)
    {l}weights = Softmax<axis = -1>({l}masked)
    {l}mixed = MatMul({l}weights, {l}vh)
    {l}back = Transpose<perm = [0, 2, 1, 3]>({l}mixed)
    {l}context = Reshape({l}back, joined)
"""

RESIDUAL = """
    {out}_sum = Add({a}, {b})
    {out} = LayerNormalization<axis = -1, epsilon = 1e-12>({out}_sum, {norm}_weight, {norm}_bias)
"""

TAIL = """
    column = Unsqueeze(present, last)
    kept = Mul({last}, column)
    total = ReduceSum<keepdims = 0>(kept, middle)
    count = ReduceSum<keepdims = 1>(present, middle)
    mean = Div(total, count)
    vectors = LpNormalization<axis = -1, p = 2>(mean)
}}
"""


def build_layer(number: int) -> Iterator[str]:
    """The text of one encoder layer: self-attention, then two dense steps, each with its residual."""
    layer, into, weights = f"l{number}_", f"h{number}", f"layer_{number}"
    for short, name in (("q", "query"), ("k", "key"), ("v", "value")):
        yield PROJECTION.format(out=layer + short, into=into, weights=f"{weights}_attention_self_{name}")
    yield ATTENTION.format(l=layer)
    yield PROJECTION.format(out=f"{layer}o", into=f"{layer}context", weights=f"{weights}_attention_output_dense")
    yield RESIDUAL.format(out=f"{layer}a", a=f"{layer}o", b=into, norm=f"{weights}_attention_output_LayerNorm")
    yield PROJECTION.format(out=f"{layer}f", into=f"{layer}a", weights=f"{weights}_intermediate_dense")
    yield f"    {layer}g = Gelu({layer}f)\n"
    yield PROJECTION.format(out=f"{layer}d", into=f"{layer}g", weights=f"{weights}_output_dense")
    yield RESIDUAL.format(out=f"h{number + 1}", a=f"{layer}d", b=f"{layer}a", norm=f"{weights}_output_LayerNorm")


def build_text() -> str:
    """The whole graph in ONNX's textual form, its weights not yet bound."""
    head = HEAD.format(dimensions=DIMENSIONS, heads=HEADS, width=HEAD_WIDTH, scale=HEAD_WIDTH**-0.5)
    layers = "".join(text for number in range(LAYERS) for text in build_layer(number))
    return head + layers + TAIL.format(last=f"h{LAYERS}")


def build_reference(name: str, entry: dict[str, Any], base: int) -> Any:
    """An ONNX initializer whose values lie in the safetensors file; `base` is where its data begins, in bytes."""
    from onnx import TensorProto

    start, end = entry["data_offsets"]
    tensor = TensorProto(
        name=name, data_type=TensorProto.FLOAT, dims=entry["shape"], data_location=TensorProto.EXTERNAL
    )
    for key, value in (("location", weights_file().name), ("offset", base + start), ("length", end - start)):
        tensor.external_data.add(key=key, value=str(value))
    return tensor


def build_model() -> Any:
    """The ONNX model: each weight that the graph reads is bound to one tensor of the file."""
    from onnx import parser

    model = parser.parse_model(build_text())
    entries, base = load_safetensors_header()
    read = {name for node in model.graph.node for name in node.input}
    for key, entry in entries.items():
        name = key.removeprefix("embeddings.").removeprefix("encoder.").replace(".", "_")
        if name in read:
            model.graph.initializer.append(build_reference(name, entry, base))
    return model


def main() -> None:
    """Writes the graph beside this module."""
    GRAPH.write_bytes(build_model().SerializeToString())


if __name__ == "__main__":
    main()
