"""Int8 numbers for the exported model, and a PyTorch simulation of how ONNX Runtime computes with them.

Weights: int8, symmetric, one scale per output column (per row in the word-piece table). Activations: uint8 with zero point, one
scale per tensor taken at run time (ONNX DynamicQuantizeLinear).
"""
import torch
import torch.nn.functional as F
from torch import nn


def per_row(weight):
    """weight [rows, n] -> int8 [rows, n], scale [rows] with weight ~ int8 * scale"""
    scale = weight.abs().amax(1) / 127 + 1e-12
    return torch.clamp(torch.round(weight / scale[:, None]), -127, 127).to(torch.int8), scale


def restored(weight):
    q, scale = per_row(weight)
    return q.float() * scale[:, None]


def dynamic(x):
    """x after DynamicQuantizeLinear and back: 256 steps between min(x, 0) and max(x, 0)."""
    steps, scale = _steps(x)
    return steps * scale


def _steps(x):
    low, high = min(float(x.min()), 0.0), max(float(x.max()), 0.0)
    scale = (high - low) / 255 or 1.0
    zero = round(-low / scale)
    return torch.clamp(torch.round(x / scale) + zero, 0, 255) - zero, scale


def product(x, q, scale, bias):
    """What DynamicQuantizeMatMul gives. Whole numbers up to 256 are exact in bfloat16, which a CPU multiplies a hundred times as fast
    as float32 without BLAS; only the sum is rounded, to 8 bits."""
    steps, step = _steps(x)
    out = F.linear(steps.bfloat16(), q.bfloat16()).float() * (scale * step)
    return out if bias is None else out + bias


@torch.no_grad()
def simulate(model):
    """Makes `model` compute as its int8 export does; in place. A linear layer's weight is [out, in]: its rows are ONNX's columns."""
    model.float().eval()
    for table in (model.words, model.positions):
        table.weight.copy_(restored(table.weight))
    for module in model.modules():
        if isinstance(module, nn.Linear) and module is not model.classifier:
            module.forward = (lambda m, q, scale: lambda x: product(x, q, scale, m.bias))(module, *per_row(module.weight))
    return model
