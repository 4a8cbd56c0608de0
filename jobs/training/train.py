"""Trains the teacher and the student.

usage:
  train.py teacher --google PREFIX ... --out TEACHER.pt            fine-tunes BERT-base on the gold labels
  train.py shrink  --from MODEL.pt|--google PREFIX ... --out SMALL.pt   cuts a small encoder out of a large one (no training)
  train.py label   --from TEACHER.pt ... --out LABELLED.npz        a teacher's soft labels for the brat articles, freshly cut and augmented
  train.py student --from SMALL.pt [--labelled LABELLED.npz ...] ... --out STUDENT.pt
                                                                   trains on gold labels and, where given, on soft labels
Common: --vocabulary VOCAB.txt --conll TRAIN.conll --brat FOLDER --held-out NAMES.txt [--dev FILE.conll ...] [--names NAMES.json]
"""
import argparse
import json
import math
import random
import time

import numpy as np
import torch
import torch.nn.functional as F

import data
import encoder
import score
import tokens


class AdamW:
    """AdamW (Loshchilov and Hutter 2019) for bfloat16 parameters: float32 master weights and moments; linear warm-up and decay."""

    def __init__(self, model, rate, warm_up=0.08, decay=0.01, beta1=0.9, beta2=0.98, eps=1e-6):
        self.parameters = [p for p in model.parameters() if p.requires_grad]
        self.master = [p.detach().float().clone() for p in self.parameters]
        self.mean = [torch.zeros_like(m) for m in self.master]
        self.square = [torch.zeros_like(m) for m in self.master]
        self.rate, self.warm_up, self.decay = rate, warm_up, decay
        self.beta1, self.beta2, self.eps, self.step_number = beta1, beta2, eps, 0

    @torch.no_grad()
    def step(self, done, longest=1.0):
        """One update; done: share of the training behind us, which sets the rate. The gradient is scaled to a norm of at most `longest`.
        Done in chunks that stay in the cache: memory is the limit."""
        k = self.step_number = self.step_number + 1
        rate = self.rate * min(done / self.warm_up, max(0.0, (1 - done) / (1 - self.warm_up)))
        scale = min(1.0, longest / (self._gradient_norm() + 1e-6))
        correct1, correct2 = 1 - self.beta1 ** k, math.sqrt(1 - self.beta2 ** k)
        for p, master, mean, square in zip(self.parameters, self.master, self.mean, self.square):
            shrink = 1 - rate * self.decay if master.dim() > 1 else 1.0
            for p_, g, w, m, s in zip(*(self._chunks(t) for t in (p.data, p.grad, master, mean, square))):
                g = g.float().mul_(scale)
                m.mul_(self.beta1).add_(g, alpha=1 - self.beta1)
                s.mul_(self.beta2).addcmul_(g, g, value=1 - self.beta2)
                w.mul_(shrink).addcdiv_(m, s.sqrt().div_(correct2).add_(self.eps), value=-rate / correct1)
                p_.copy_(w)
            p.grad = None

    def _gradient_norm(self):
        total = 0.0
        for p in self.parameters:
            for g in self._chunks(p.grad):
                g = g.float()
                total += float(torch.dot(g, g))
        return math.sqrt(total)

    @staticmethod
    def _chunks(tensor, size=1 << 17):
        return tensor.contiguous().view(-1).split(size)

    @torch.no_grad()
    def full_precision(self, model):
        """A float32 copy of the model with the master weights in it."""
        copy = encoder.Encoder(**model.shape)
        copy.load_state_dict({k: v.float() for k, v in model.state_dict().items()})
        name_of = {id(p): n for n, p in model.named_parameters()}
        parameters = dict(copy.named_parameters())
        for p, master in zip(self.parameters, self.master):
            parameters[name_of[id(p)]].copy_(master)
        return copy


def loss_of(log_probabilities, batch, soft_weight):
    """Cross-entropy on gold labels plus, weighted, the Kullback-Leibler divergence from a teacher's distribution (Hinton et al. 2015,
    temperature 1) where a teacher labelled the piece. Per head the mean over its pieces; the two heads added."""
    n, total = encoder.N_ENTITY, 0.0
    for field, columns in (("entity", slice(0, n)), ("attribution", slice(n, None))):
        mine = log_probabilities[..., columns]
        total = total + _nll(mine, _labels(batch, field, mine.shape[1]))
        soft, known = _soft(batch, columns, mine.shape)
        if soft_weight and known.any():
            total = total + soft_weight * ((soft.exp() * (soft - mine)).sum(-1) * known).sum() / known.sum()
    return total


def _soft(batch, columns, shape):
    """-> the teacher's log-probabilities of one head [batch, seq, labels], and 1 where there are any [batch, seq]"""
    soft, known = torch.zeros(shape), torch.zeros(shape[:2])
    for i, e in enumerate(batch):
        if e.soft is not None and e.soft[:, columns].shape[1] == shape[2]:
            soft[i, :len(e.ids)] = torch.from_numpy(e.soft[:, columns].astype(np.float32))
            known[i, 1:len(e.ids) - 1] = 1
    return soft, known


def _labels(batch, field, longest):
    out = torch.full((len(batch), longest), data.IGNORE)
    for i, e in enumerate(batch):
        out[i, :len(e.ids)] = torch.from_numpy(getattr(e, field))
    return out


def _nll(log_probabilities, labels):
    if not (labels >= 0).any():
        return log_probabilities.sum() * 0.0
    return F.nll_loss(log_probabilities.reshape(-1, log_probabilities.shape[-1]), labels.reshape(-1), ignore_index=data.IGNORE)


def train(model, epochs, a, pieces, evaluate, rng):
    """epochs: list of functions, each giving one epoch's examples."""
    model.bfloat16().train()
    if a.freeze:                                               # the table and the lowest layers stay as they are
        for part in [model.words, model.widen, model.positions, model.norm, *model.layers[:a.freeze]]:
            if part is not None:
                part.requires_grad_(False)
    optimiser, step, began = AdamW(model, a.rate), 0, time.time()
    for number, make in enumerate(epochs):
        batches = data.batches(make(), a.batch_pieces, rng)
        running = None
        for i, batch in enumerate(batches):
            done = (number + (i + 1) / len(batches)) / len(epochs)
            if a.minutes:                                      # the rate falls to zero with the time, if that runs out first
                done = max(done, (time.time() - began) / 60 / a.minutes)
                if done >= 1:
                    break
            ids, mask = score.pad([e.ids for e in batch])
            if a.mask_pieces:                                  # a few pieces hidden: names must be read from context too
                hide = (torch.rand(ids.shape) < a.mask_pieces) & (ids > pieces.mask)
                ids = torch.where(hide, torch.full_like(ids, pieces.mask), ids)
            loss = loss_of(model(ids, mask), batch, a.soft_weight)
            loss.backward()
            optimiser.step(done)
            step += 1
            running = loss.item() if running is None else 0.98 * running + 0.02 * loss.item()
            if step % 50 == 0:
                print("epoch %d step %d (%d %%) loss %.4f %ds" % (number + 1, step, 100 * done, running, time.time() - began), flush=True)
            if a.save_every and step % a.save_every == 0:
                encoder.save(optimiser.full_precision(model), a.out)
        encoder.save(optimiser.full_precision(model), a.out)
        evaluate(model, "epoch %d" % (number + 1))
        model.train()
        if a.minutes and time.time() - began > 60 * a.minutes:
            return


def evaluator(a, pieces):
    def evaluate(model, title):
        for path in a.dev:
            print(title, path.rsplit("/", 1)[-1], score.line(score.score_conll(model, path, pieces)), flush=True)
        if a.held_out:
            print(title, "held-out", score.line(score.score_brat(model, a.brat, pieces, _names(a.held_out))), flush=True)
    return evaluate


def _names(path):
    with open(path, encoding="utf-8") as f:
        return set(f.read().split())


def load_training(a):
    conll = data.read_conll(a.conll)
    brat = data.read_brat(a.brat, skip=_names(a.held_out)) if a.brat else []
    names = data.name_pool(conll)
    if a.names:
        with open(a.names, encoding="utf-8") as f:
            for kind, more in json.load(f).items():
                names[kind] = names.get(kind, []) + [tokens.words(name) for name in more]
    return conll, brat, names


def label(a, pieces):
    """Writes examples of the brat articles with the teacher's log-probabilities; the arrays of all examples laid end to end."""
    model = encoder.load(a.source).bfloat16().eval()
    _, brat, _ = load_training(a)
    examples = data.training_examples(brat[a.part::a.brat_parts], pieces, a.seed)
    began = time.time()
    with torch.no_grad():
        for done, batch in enumerate(data.batches(examples, a.batch_pieces, random.Random(a.seed))):
            soft = model(*score.pad([e.ids for e in batch]))[..., :None if a.heads == "both" else encoder.N_ENTITY].numpy()
            for e, rows in zip(batch, soft):
                e.soft = rows[:len(e.ids)].astype(np.float16)
            if done % 50 == 0:
                print("labelled batch %d %ds" % (done, time.time() - began), flush=True)
    np.savez(a.out, sizes=np.array([len(e.ids) for e in examples]), ids=np.concatenate([e.ids for e in examples]).astype(np.int32),
             entity=np.concatenate([e.entity for e in examples]).astype(np.int8),
             attribution=np.concatenate([e.attribution for e in examples]).astype(np.int8),
             soft=np.concatenate([e.soft for e in examples]))


def read_labelled(path):
    with np.load(path) as f:
        ends = np.cumsum(f["sizes"])
        ids, entity, attribution, soft = f["ids"].astype(np.int64), f["entity"].astype(np.int64), f["attribution"].astype(np.int64), f["soft"]
    return [data.Example(ids[b:e], entity[b:e], attribution[b:e], None, np.maximum(soft[b:e], -30))
            for b, e in zip(np.concatenate([[0], ends[:-1]]), ends)]


def shrink(a, pieces):
    model = encoder.load(a.source) if a.source else encoder.from_google(a.google)
    conll, brat, _ = load_training(a)
    examples = data.training_examples(conll + brat, pieces, a.seed, None)
    counts = torch.bincount(torch.from_numpy(np.concatenate([e.ids for e in examples])), minlength=model.shape["vocabulary"])
    sample = random.Random(a.seed).sample(examples, 120)
    batches = [score.pad([e.ids for e in sample[i:i + 8]]) for i in range(0, len(sample), 8)]
    encoder.save(encoder.shrink(model, a.layers, a.feed_forward, a.rank, batches, counts), a.out)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("teacher", "shrink", "label", "student"))
    parser.add_argument("--google", help="prefix of Google's checkpoint")
    parser.add_argument("--from", dest="source", help="a saved encoder")
    parser.add_argument("--vocabulary", required=True)
    parser.add_argument("--conll", required=True)
    parser.add_argument("--brat")
    parser.add_argument("--held-out", help="file of article names kept from training")
    parser.add_argument("--dev", nargs="*", default=[])
    parser.add_argument("--names", help="JSON: type -> list of names, for entity swapping")
    parser.add_argument("--labelled", nargs="*", default=[], help="the brat articles with soft labels, one file an epoch in turn")
    parser.add_argument("--heads", choices=("entity", "both"), default="both", help="which of its heads the teacher was trained for")
    parser.add_argument("--out", required=True)
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--feed-forward", type=int, default=1536)
    parser.add_argument("--rank", type=int, default=256)
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--conll-times", type=int, default=1, help="how often CoNLL comes in one epoch")
    parser.add_argument("--minutes", type=float, help="stop after so long, the rate decayed to zero by then")
    parser.add_argument("--rate", type=float, default=6e-5)
    parser.add_argument("--batch-pieces", type=int, default=4096)
    parser.add_argument("--soft-weight", type=float, default=1.0, help="weight of the teacher's labels beside gold ones")
    parser.add_argument("--mask-pieces", type=float, default=0.03)
    parser.add_argument("--freeze", type=int, default=0, metavar="N", help="keep the embeddings and the lowest N layers as they are")
    parser.add_argument("--brat-parts", type=int, default=1, help="each epoch sees one of so many parts of the brat articles")
    parser.add_argument("--part", type=int, default=0, help="label: which of the --brat-parts")
    parser.add_argument("--save-every", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    a = parser.parse_args()
    torch.set_num_threads(a.threads)
    torch.set_flush_denormal(True)
    torch.manual_seed(a.seed)
    pieces = tokens.WordPieces(a.vocabulary)
    if a.what in ("label", "shrink"):
        return {"label": label, "shrink": shrink}[a.what](a, pieces)
    model = encoder.from_google(a.google) if a.google else encoder.load(a.source)
    conll, brat, names = load_training(a)

    def epoch(n):
        out = [e for k in range(a.conll_times) for e in data.training_examples(conll, pieces, a.seed + n + 100 * k, names)]
        if a.labelled:
            return out + read_labelled(a.labelled[n % len(a.labelled)])
        return out + data.training_examples(brat[n % a.brat_parts::a.brat_parts], pieces, a.seed + n)

    epochs = [lambda n=n: epoch(n) for n in range(a.epochs)]
    train(model, epochs, a, pieces, evaluator(a, pieces), random.Random(a.seed))


if __name__ == "__main__":
    main()
