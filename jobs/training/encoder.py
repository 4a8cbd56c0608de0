"""The BERT encoder (Devlin et al. 2019) with one linear layer for two tag sets, and the ways to make it smaller.

Parameters may be bfloat16: on CPUs with AMX a bfloat16 matrix product is several times as fast as float32.

A model has one entity head or several ("habits"): the first follows all gold sets together, each other one set alone. The sets share
the encoder and differ in what they call a name.
"""
import copy
import os

import torch
import torch.nn.functional as F
from torch import nn

import checkpoint

ENTITY_LABELS = ["O"] + [p + t for t in ("PER", "ORG", "LOC", "MISC") for p in ("B-", "I-")]
ATTRIBUTION_LABELS = ["Q:O"] + ["Q:" + p + t for t in ("SOURCE", "CUE", "CONTENT") for p in ("B-", "I-")]
LABELS = ENTITY_LABELS + ATTRIBUTION_LABELS
N_ENTITY = len(ENTITY_LABELS)
N_ATTRIBUTION = len(ATTRIBUTION_LABELS)


class CheapDropout(nn.Module):
    """Dropout whose mask is a random slice of one fixed random pool: drawing fresh random numbers costs a CPU more than the layer."""
    POOL = 1 << 24

    def __init__(self, p):
        super().__init__()
        self.p, self.pool = p, None

    def forward(self, x):
        if not self.training or self.p == 0:
            return x
        if x.is_cuda:
            return F.dropout(x, self.p)
        if self.pool is None:
            own = torch.Generator().manual_seed(1)             # a training that goes on must not draw other numbers for this
            self.pool = (torch.rand(self.POOL, generator=own) >= self.p).to(x.dtype) / (1 - self.p)
        begin = int(torch.randint(self.POOL - x.numel(), ()))
        return x * self.pool[begin:begin + x.numel()].view_as(x)


class LayerNorm(nn.LayerNorm):
    """Computed in float32: PyTorch 1.13 takes five times as long in bfloat16."""

    def forward(self, x):
        return F.layer_norm(x.float(), self.normalized_shape, self.weight.float(), self.bias.float(), self.eps).to(x.dtype)


class Layer(nn.Module):
    def __init__(self, width, heads, feed_forward, dropout):
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * width)
        self.attended = nn.Linear(width, width)
        self.norm1 = LayerNorm(width, eps=1e-12)
        self.up = nn.Linear(width, feed_forward)
        self.down = nn.Linear(feed_forward, width)
        self.norm2 = LayerNorm(width, eps=1e-12)
        self.dropout = dropout

    def forward(self, x, bias):
        """x [batch, seq, width], bias [batch, 1, 1, seq] (0, or very negative at padding) -> as x"""
        batch, seq, width = x.shape
        head = width // self.heads
        q, k, v = self.qkv(x).view(batch, seq, 3, self.heads, head).permute(2, 0, 3, 1, 4)
        weights = torch.softmax((q * head ** -0.5) @ k.transpose(-1, -2) + bias, -1)     # no dropout here: too dear on a CPU
        x = self.norm1(x + self.dropout(self.attended((weights @ v).transpose(1, 2).reshape(batch, seq, width))))
        return self.norm2(x + self.dropout(self.down(self.hidden(x))))

    def hidden(self, x):
        return F.gelu(self.up(x))


class Encoder(nn.Module):
    """rank: width of the factorised word-piece table (Lan et al. 2020), None for BERT's own full table.
    The embedding of token type 0 is part of the position table: Hearsay never uses another type."""

    def __init__(self, vocabulary, layers=12, feed_forward=3072, rank=None, width=768, heads=12, positions=512, dropout=0.1, habits=1):
        super().__init__()
        self.shape = dict(vocabulary=vocabulary, layers=layers, feed_forward=feed_forward, rank=rank, width=width, heads=heads,
                          positions=positions, habits=habits)
        self.dropout = CheapDropout(dropout)
        self.words = nn.Embedding(vocabulary, rank or width)
        self.widen = nn.Linear(rank, width, bias=False) if rank else None
        self.positions = nn.Embedding(positions, width)
        self.norm = LayerNorm(width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(width, heads, feed_forward, self.dropout) for _ in range(layers))
        self.classifier = nn.Linear(width, habits * N_ENTITY + N_ATTRIBUTION)

    def embed(self, ids):
        x = self.words(ids)
        x = self.widen(x) if self.widen is not None else x
        return self.dropout(self.norm(x + self.positions.weight[:ids.shape[1]]))

    def classify(self, x):
        with torch.autocast(x.device.type, enabled=False):     # in bfloat16 near labels would tie
            return F.linear(x.float(), self.classifier.weight.float(), self.classifier.bias.float())

    def forward(self, ids, attention_mask):
        """ids, attention_mask [batch, seq] -> log-probabilities [batch, seq, 16]: a log-softmax over the entity labels (of each
        habit in turn) beside one over the attribution labels."""
        x = self.embed(ids)
        bias = ((1 - attention_mask.to(x.dtype)) * -10000.0)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, bias)
        return log_probabilities(self.classify(self.dropout(x)))


def log_probabilities(logits):
    habits = (logits.shape[-1] - N_ATTRIBUTION) // N_ENTITY
    heads = logits.float().split([N_ENTITY] * habits + [N_ATTRIBUTION], -1)
    return torch.cat([torch.log_softmax(head, -1) for head in heads], -1)


def entity_columns(habit):
    return slice(habit * N_ENTITY, (habit + 1) * N_ENTITY)


def outside(model):
    """The column of O in each head."""
    return [N_ENTITY * i for i in range(model.shape["habits"] + 1)]


def device_of(model):
    return model.classifier.weight.device


def fast(model):
    """A context in which a float32 model on a GPU multiplies in half precision; on a CPU the model's own type rules."""
    device = device_of(model).type
    return torch.autocast(device, torch.bfloat16 if device == "cpu" or torch.cuda.is_bf16_supported() else torch.float16,
                          enabled=device != "cpu")


# ---------------------------------------------------------------- BERT-base from Google's checkpoint

def from_google(prefix, layers=12, habits=1):
    """The first `layers` layers of the checkpoint at `prefix` (".../variables/variables"), a fresh classifier."""
    weights = {k.replace("module/bert/", ""): torch.from_numpy(v.copy()) for k, v in checkpoint.load(prefix).items()}
    words = weights["embeddings/word_embeddings"]
    feed_forward = weights["encoder/layer_0/intermediate/dense/bias"].shape[0]
    model = Encoder(len(words), layers, feed_forward, width=words.shape[1], habits=habits)
    with torch.no_grad():
        model.words.weight.copy_(words)
        model.positions.weight.copy_(weights["embeddings/position_embeddings"] + weights["embeddings/token_type_embeddings"][0])
        _copy_norm(model.norm, weights, "embeddings/LayerNorm")
        for n, layer in enumerate(model.layers):
            at = "encoder/layer_%d/" % n
            parts = [at + "attention/self/" + p for p in ("query", "key", "value")]
            layer.qkv.weight.copy_(torch.cat([weights[p + "/kernel"].T for p in parts]))
            layer.qkv.bias.copy_(torch.cat([weights[p + "/bias"] for p in parts]))
            for linear, name in ((layer.attended, "attention/output/dense"), (layer.up, "intermediate/dense"), (layer.down, "output/dense")):
                linear.weight.copy_(weights[at + name + "/kernel"].T)
                linear.bias.copy_(weights[at + name + "/bias"])
            _copy_norm(layer.norm1, weights, at + "attention/output/LayerNorm")
            _copy_norm(layer.norm2, weights, at + "output/LayerNorm")
        nn.init.normal_(model.classifier.weight, std=0.02)
        nn.init.zeros_(model.classifier.bias)
    return model


def _copy_norm(norm, weights, name):
    norm.weight.copy_(weights[name + "/gamma"])
    norm.bias.copy_(weights[name + "/beta"])


def save(model, path):
    write_whole({"shape": model.shape, "state": {k: v.float().cpu() for k, v in model.state_dict().items()}}, path)


def write_whole(content, path):
    """Saves to a file beside `path` and then renames it: `path` is never half written."""
    with open(path + ".new", "wb") as f:
        torch.save(content, f)
        f.flush()
        os.fsync(f.fileno())
    os.replace(path + ".new", path)


def load(path):
    saved = torch.load(path, map_location="cpu")
    model = Encoder(**saved["shape"])
    model.load_state_dict(saved["state"])
    return model


# ---------------------------------------------------------------- smaller encoders out of a large one

@torch.no_grad()
def shrink(model, layers, feed_forward, rank, batches, piece_counts):
    """The first `layers` layers of `model`, each feed-forward cut to its `feed_forward` most useful neurons, the word-piece table
    factorised to `rank`.

    batches: [(ids, attention_mask)] of typical text, on which the neurons' use is measured.
    piece_counts [vocabulary]: how often each piece occurs; frequent pieces weigh more in the factorisation.
    """
    model = model.float().eval()
    shape = dict(model.shape, layers=layers, feed_forward=feed_forward, rank=rank, habits=1)
    small = Encoder(**shape)
    state = {k: v for k, v in model.state_dict().items()
             if k in small.state_dict() and v.shape == small.state_dict()[k].shape}
    small.load_state_dict(state, strict=False)
    if rank:
        table, widen = factorise(model.words.weight, rank, piece_counts)
        small.words.weight.copy_(table)
        small.widen.weight.copy_(widen)
    model = copy.deepcopy(model).bfloat16()                    # what follows measures: three digits do, in a hundredth of the time
    streams = [(model.embed(ids), ((1 - mask.bfloat16()) * -10000.0)[:, None, None, :], mask.bool()) for ids, mask in batches]
    for layer, target in zip(model.layers, small.layers):
        captured = []
        hook = layer.up.register_forward_pre_hook(lambda _, inputs: captured.append(inputs[0]))
        streams = [(layer(x, bias), bias, keep) for x, bias, keep in streams]
        hook.remove()
        if feed_forward < layer.up.out_features:
            hidden = torch.cat([layer.hidden(x)[keep] for x, (_, _, keep) in zip(captured, streams)])
            prune_feed_forward(layer, target, hidden, feed_forward)
    return small


def factorise(table, rank, counts):
    """table [vocabulary, width] ~ left [vocabulary, rank] @ right.T, least squares with rows weighted by the root of their frequency."""
    weight = (counts.double() + counts.double().mean()).sqrt()[:, None]
    _, _, basis = torch.linalg.svd((table.double() * weight).T @ (table.double() * weight))
    basis = basis[:rank]                                       # orthonormal rows: the weighted principal directions
    return (table.double() @ basis.T).float(), basis.T.float().contiguous()


def prune_feed_forward(layer, target, hidden, n):
    """Keeps the n neurons whose output varies most (standard deviation times the norm of its outgoing weights) and lets the kept
    ones stand in for the dropped by least squares. hidden [pieces, feed_forward]: activations on sample text."""
    up_weight, up_bias, down_weight, down_bias = (t.float() for t in (layer.up.weight, layer.up.bias, layer.down.weight, layer.down.bias))
    hidden = hidden.float()
    importance = hidden.std(0) * down_weight.norm(dim=0)
    keep = importance.topk(n).indices.sort().values
    mean = hidden.mean(0)
    centred = hidden - mean
    gram = _summed(centred[:, keep], centred[:, keep])
    gram += torch.eye(n, dtype=gram.dtype) * gram.diagonal().mean() * 0.01
    wanted = _summed(centred[:, keep], F.linear(centred.bfloat16(), down_weight.bfloat16()))       # [n, width]
    down = torch.linalg.solve(gram, wanted).float()
    target.up.weight.copy_(up_weight[keep])
    target.up.bias.copy_(up_bias[keep])
    target.down.weight.copy_(down.T)
    target.down.bias.copy_(down_bias + mean @ down_weight.T - mean[keep] @ down)


def _summed(a, b, rows=512):
    """a.T @ b in bfloat16, summed in float64 over so many rows at a time."""
    return sum((x.bfloat16().T @ y.bfloat16()).double() for x, y in zip(a.split(rows), b.split(rows)))
