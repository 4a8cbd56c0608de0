"""Writes a trained encoder as an int8 ONNX model in the layout that Spark NLP's BertForTokenClassification.loadSavedModel reads.

usage: export.py MODEL.pt VOCAB.txt OUT_DIR        -> OUT_DIR/model.onnx, OUT_DIR/assets/vocab.txt, OUT_DIR/assets/labels.txt

The graph is written node by node with the operators that ONNX Runtime's own optimiser would fuse to (domain com.microsoft:
QAttention, DynamicQuantizeMatMul, SkipLayerNormalization, Gelu), so that speed does not hang on pattern matching at load time.
"""
import argparse
import os
import shutil

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

import encoder
import quantise

MICROSOFT = "com.microsoft"


class Graph:
    def __init__(self):
        self.nodes, self.constants, self.n = [], [], 0

    def constant(self, name, value):
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def add(self, op, inputs, outputs=1, domain="", **attributes):
        """-> name of the first output, or of all."""
        self.n += 1
        names = ["%s_%d%s" % (op, self.n, "" if i == 0 else "_%d" % i) for i in range(outputs)]
        self.nodes.append(helper.make_node(op, inputs, names, name=names[0], domain=domain, **attributes))
        return names[0] if outputs == 1 else names

    def int8(self, name, weight):
        """weight [out, in] (PyTorch's order) -> names of the int8 matrix [in, out], its column scales and its zero point."""
        q, scale = quantise.per_row(weight)
        return (self.constant(name + "_q", q.T.numpy()), self.constant(name + "_scale", scale.numpy().astype(np.float32)),
                self.constant(name + "_zero", np.zeros(len(scale), np.int8)))

    def linear(self, name, x, module):
        """x [batch, seq, in] -> [batch, seq, out], in int8"""
        inputs = [x, *self.int8(name, module.weight.detach())]
        if module.bias is not None:
            inputs.append(self.constant(name + "_bias", module.bias.detach().numpy()))
        return self.add("DynamicQuantizeMatMul", inputs, domain=MICROSOFT)

    def rows(self, name, table, ids):
        """Rows `ids` of an int8 table, back in float32."""
        q, scale = quantise.per_row(table.detach())
        q, scale = self.constant(name + "_q", q.numpy()), self.constant(name + "_scale", scale.numpy().astype(np.float32)[:, None])
        return self.add("Mul", [self.add("Cast", [self.add("Gather", [q, ids])], to=TensorProto.FLOAT), self.add("Gather", [scale, ids])])

    def norm_sum(self, name, x, y, norm):
        """LayerNorm(x + y)"""
        gamma, beta = (self.constant(name + p, v.detach().numpy()) for p, v in (("_gamma", norm.weight), ("_beta", norm.bias)))
        return self.add("SkipLayerNormalization", [x, y, gamma, beta], domain=MICROSOFT, epsilon=1e-12)


def graph_of(model):
    g = Graph()
    ids, attention_mask = "input_ids", "attention_mask"
    x = g.rows("words", model.words.weight, ids)
    if model.widen is not None:
        x = g.linear("widen", x, model.widen)
    length = g.add("Gather", [g.add("Shape", [ids]), g.constant("one", np.int64(1))])
    numbers = g.add("Range", [g.constant("zero", np.int64(0)), length, "one"])
    positions = g.add("Unsqueeze", [g.rows("positions", model.positions.weight, numbers), g.constant("axis0", np.array([0], np.int64))])
    batch = g.add("Expand", [positions, g.add("Shape", [x])])            # SkipLayerNormalization wants equal shapes
    x = g.norm_sum("norm", x, batch, model.norm)
    mask = g.add("Cast", [attention_mask], to=TensorProto.INT32)
    for n, layer in enumerate(model.layers):
        at = "layer%d_" % n
        x_q, x_scale, x_zero = g.add("DynamicQuantizeLinear", [x], outputs=3)
        weight, scale, zero = g.int8(at + "qkv", layer.qkv.weight.detach())
        attended = g.add("QAttention", [x_q, weight, g.constant(at + "qkv_bias", layer.qkv.bias.detach().numpy()), x_scale, scale, mask,
                                        x_zero, zero], domain=MICROSOFT, num_heads=layer.heads)
        x = g.norm_sum(at + "norm1", g.linear(at + "attended", attended, layer.attended), x, layer.norm1)
        hidden = g.add("Gelu", [g.linear(at + "up", x, layer.up)], domain=MICROSOFT)
        x = g.norm_sum(at + "norm2", g.linear(at + "down", hidden, layer.down), x, layer.norm2)
    weight = g.constant("classifier", model.classifier.weight.detach().numpy().T)       # 768 x 16: stays float32
    logits = g.add("Add", [g.add("MatMul", [x, weight]), g.constant("classifier_bias", model.classifier.bias.detach().numpy())])
    sizes = g.constant("heads", np.array([encoder.N_ENTITY, len(encoder.LABELS) - encoder.N_ENTITY], np.int64))
    entity, attribution = g.add("Split", [logits, sizes], outputs=2, axis=-1)
    g.nodes.append(helper.make_node("Concat", [g.add("LogSoftmax", [entity], axis=-1), g.add("LogSoftmax", [attribution], axis=-1)],
                                    ["logits"], axis=-1))
    # token_type_ids stays unread (type 0 is inside the positions), but Spark NLP feeds it, so it is declared
    inputs = [helper.make_tensor_value_info(n, TensorProto.INT64, ["batch", "seq"]) for n in (ids, attention_mask, "token_type_ids")]
    output = helper.make_tensor_value_info("logits", TensorProto.FLOAT, ["batch", "seq", len(encoder.LABELS)])
    graph = helper.make_graph(g.nodes, "hearsay_tagger", inputs, [output], g.constants)
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17), helper.make_opsetid(MICROSOFT, 1)], ir_version=8,
                             producer_name="hearsay")


def write(model, vocabulary, folder):
    os.makedirs(os.path.join(folder, "assets"), exist_ok=True)
    path = os.path.join(folder, "model.onnx")
    onnx.save(graph_of(model.float().eval()), path)
    shutil.copyfile(vocabulary, os.path.join(folder, "assets", "vocab.txt"))
    with open(os.path.join(folder, "assets", "labels.txt"), "w", encoding="utf-8") as f:
        f.write("\n".join(encoder.LABELS) + "\n")
    return os.path.getsize(path)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model")
    parser.add_argument("vocabulary")
    parser.add_argument("folder")
    a = parser.parse_args()
    print("%.1f MB" % (write(encoder.load(a.model), a.vocabulary, a.folder) / 1e6))


if __name__ == "__main__":
    main()
