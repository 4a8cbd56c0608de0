"""Trains an encoder: the optimiser, the loss, and a loop that goes on where it was stopped. `run` is the command."""
import math
import os
import random
import signal
import time

import numpy as np
import torch
import torch.nn.functional as F

import data
import encoder
import score


class AdamW:
    """AdamW (Loshchilov and Hutter 2019) for bfloat16 parameters: float32 master weights and moments; linear warm-up and decay."""

    def __init__(self, model, rate, warm_up=0.08, decay=0.01, beta1=0.9, beta2=0.98, eps=1e-6):
        named = [(n, p) for n, p in model.named_parameters() if p.requires_grad]
        self.names, self.parameters = [n for n, _ in named], [p for _, p in named]
        self.master = [p.detach().float().clone() for p in self.parameters]
        self.mean = [torch.zeros_like(m) for m in self.master]
        self.square = [torch.zeros_like(m) for m in self.master]
        self.rate, self.warm_up, self.decay = rate, warm_up, decay
        self.beta1, self.beta2, self.eps, self.step_number = beta1, beta2, eps, 0
        self.loss_scale = 1.0                                  # float16 gradients: halved after an overflow

    @torch.no_grad()
    def step(self, done, longest=1.0):
        """One update; done: share of the training behind us, which sets the rate. The gradient is scaled to a norm of at most `longest`.
        Done in chunks that stay in the cache: memory is the limit."""
        norm = self._gradient_norm() / self.loss_scale
        if not math.isfinite(norm):
            self.loss_scale = max(1.0, self.loss_scale / 2)
            for p in self.parameters:
                p.grad = None
            return
        k = self.step_number = self.step_number + 1
        rate = self.rate * min(done / self.warm_up, max(0.0, (1 - done) / (1 - self.warm_up)))
        scale = min(1.0, longest / (norm + 1e-6)) / self.loss_scale
        correct1, correct2 = 1 - self.beta1 ** k, math.sqrt(1 - self.beta2 ** k)
        for p, master, mean, square in zip(self.parameters, self.master, self.mean, self.square):
            shrink = 1 - rate * self.decay if master.dim() > 1 else 1.0
            if p.grad is None:
                continue
            for p_, g, w, m, s in zip(*(self._chunks(t) for t in (p.data, p.grad, master, mean, square))):
                g = g.float().mul_(scale)
                m.mul_(self.beta1).add_(g, alpha=1 - self.beta1)
                s.mul_(self.beta2).addcmul_(g, g, value=1 - self.beta2)
                w.mul_(shrink).addcdiv_(m, s.sqrt().div_(correct2).add_(self.eps), value=-rate / correct1)
                p_.copy_(w)
            p.grad = None

    def _gradient_norm(self):
        parts = []
        for p in self.parameters:
            for g in self._chunks(p.grad) if p.grad is not None else ():
                g = g.float()
                parts.append(torch.dot(g, g))
        return math.sqrt(float(torch.stack(parts).sum())) if parts else 0.0

    @staticmethod
    def _chunks(tensor, size=1 << 17):
        flat = tensor.contiguous().view(-1)
        return (flat,) if flat.is_cuda else flat.split(size)

    @torch.no_grad()
    def full_precision(self, model):
        """A float32 copy of the model with the master weights in it."""
        copy = encoder.Encoder(**model.shape)
        copy.load_state_dict({k: v.float() for k, v in model.state_dict().items()})
        parameters = dict(copy.named_parameters())
        for name, master in zip(self.names, self.master):
            parameters[name].copy_(master)
        return copy

    def state(self):
        return {"names": self.names, "master": self.master, "mean": self.mean, "square": self.square, "step": self.step_number,
                "loss_scale": self.loss_scale}

    @torch.no_grad()
    def restore(self, state):
        self.step_number, self.loss_scale = state["step"], state["loss_scale"]
        for mine, saved in ((self.master, "master"), (self.mean, "mean"), (self.square, "square")):
            for to, value in zip(mine, state[saved]):
                to.copy_(value)
        for p, master in zip(self.parameters, self.master):
            p.copy_(master)


# ---------------------------------------------------------------- the loss

def loss_of(log_probabilities, batch, soft_weight=1.0, attribution_weight=1.0):
    """Cross-entropy on gold labels plus, weighted, the Kullback-Leibler divergence from a teacher's distribution (Hinton et al. 2015,
    temperature 1) where a teacher labelled the piece. Per head the mean over its pieces; the heads added.
    Several entity heads: the first learns from every gold set, head n from the set of habit n alone; their losses are averaged."""
    seq, columns = log_probabilities.shape[1], log_probabilities.shape[2]
    habits = (columns - encoder.N_ATTRIBUTION) // encoder.N_ENTITY
    device = log_probabilities.device
    entity = _labels(batch, "entity", seq).to(device)
    heads = [(encoder.entity_columns(0), entity, 1.0 / min(habits, 2))]
    for habit in range(1, habits):
        theirs = [i for i, e in enumerate(batch) if e.habit == habit]
        if theirs:
            only = torch.full_like(entity, data.IGNORE)
            only[theirs] = entity[theirs]
            heads.append((encoder.entity_columns(habit), only, 0.5 / (habits - 1)))
    heads.append((slice(columns - encoder.N_ATTRIBUTION, None), _labels(batch, "attribution", seq).to(device), attribution_weight))
    total = 0.0
    for where, labels, weight in heads:
        total = total + weight * _nll(log_probabilities[..., where], labels)
    if soft_weight and any(e.soft is not None for e in batch):
        for where, weight in ((encoder.entity_columns(0), 1.0), (slice(columns - encoder.N_ATTRIBUTION, None), attribution_weight)):
            mine = log_probabilities[..., where]
            soft, known = (t.to(device) for t in _soft(batch, where, mine.shape))
            if known.any():
                total = total + soft_weight * weight * ((soft.exp() * (soft - mine)).sum(-1) * known).sum() / known.sum()
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


# ---------------------------------------------------------------- a loop that can be stopped

class Stopped(Exception):
    """A signal asked for an end; the checkpoint is written."""


class Stop:
    """SIGTERM and SIGINT end the running step, not the process."""

    def __enter__(self):
        self.asked, self.before = False, {}
        for number in (signal.SIGTERM, signal.SIGINT):
            self.before[number] = signal.signal(number, self._ask)
        return self

    def _ask(self, *_):
        self.asked = True

    def __exit__(self, *_):
        for number, handler in self.before.items():
            signal.signal(number, handler)


def fit(model, make, settings, out, pieces, evaluate=None, say=print):
    """Trains `model` and writes it to `out`. Goes on from `out`.checkpoint where there is one: weights, moments, random state and place
    in the data are as they were.

    make(epoch) -> that epoch's examples, the same on every call. evaluate(model, title) is called `evaluations` times an epoch; what it
    gave last is returned.
    settings: epochs, rate, batch_pieces, freeze, mask_pieces, soft_weight, attribution_weight, seed, evaluations, minutes_between;
    a checkpoint that was begun with others is refused.
    """
    s, checkpoint = settings, out + ".checkpoint"
    torch.manual_seed(s["seed"])
    if encoder.device_of(model).type == "cpu":
        model.bfloat16()
    model.train()
    if s["freeze"]:                                            # the table and the lowest layers stay as they are
        for part in [model.words, model.widen, model.positions, model.norm, *model.layers[:s["freeze"] - 1]]:
            if part is not None:
                part.requires_grad_(False)
    optimiser = AdamW(model, s["rate"])
    if encoder.device_of(model).type == "cuda" and not torch.cuda.is_bf16_supported():
        optimiser.loss_scale = 1024.0
    epoch = at = 0
    running = last_score = None
    if os.path.exists(checkpoint):
        saved = torch.load(checkpoint, map_location="cpu")
        differs = sorted(k for k in s if k in saved["settings"] and saved["settings"][k] != s[k] and k != "minutes_between")
        if differs:
            raise ValueError("%s was begun with %s; begin anew elsewhere or give the same again" % (
                checkpoint, ", ".join("%s %s, not %s" % (k, saved["settings"][k], s[k]) for k in differs)))
        optimiser.restore(saved["optimiser"])
        epoch, at, running = saved["epoch"], saved["at"], saved["loss"]
        torch.set_rng_state(saved["random"])
        if saved.get("cuda") is not None and encoder.device_of(model).type == "cuda":
            torch.cuda.set_rng_state(saved["cuda"])
        say("goes on from step %d (epoch %d, batch %d)" % (optimiser.step_number, epoch + 1, at))
        del saved

    def save():
        encoder.write_whole({"settings": dict(s), "optimiser": optimiser.state(), "epoch": epoch, "at": at, "loss": running,
                             "random": torch.get_rng_state(),
                             "cuda": torch.cuda.get_rng_state() if encoder.device_of(model).type == "cuda" else None}, checkpoint)

    began = last_save = last_word = time.time()
    seen = since_word = 0
    done_at_start = None
    with Stop() as stop:
        while epoch < s["epochs"]:
            batches = data.batches(make(epoch), s["batch_pieces"], random.Random("%s %s" % (s["seed"], epoch)))
            marks = {len(batches) * (i + 1) // s["evaluations"] for i in range(s["evaluations"])} if evaluate else set()
            if done_at_start is None:
                done_at_start = (epoch + at / len(batches)) / s["epochs"]
                say("%d batches an epoch, %d pieces" % (len(batches), sum(len(e.ids) for b in batches for e in b)))
                began = last_save = last_word = time.time()
            while at < len(batches):
                batch, at = batches[at], at + 1
                done = (epoch + at / len(batches)) / s["epochs"]
                value = one_step(model, optimiser, batch, s, pieces, done)
                running = value if running is None else 0.98 * running + 0.02 * value
                n = sum(len(e.ids) for e in batch)
                seen, since_word, now = seen + n, since_word + n, time.time()
                if optimiser.step_number % 20 == 0 or now - last_word > 60:
                    left = (now - began) / max(done - done_at_start, 1e-9) * (1 - done)
                    say("epoch %d/%d step %d (%.1f %%) loss %.4f, %d pieces a second, %s left" % (
                        epoch + 1, s["epochs"], optimiser.step_number, 100 * done, running, since_word / (now - last_word), duration(left)))
                    last_word, since_word = now, 0
                if stop.asked:
                    save()
                    raise Stopped("stopped at step %d; the same command goes on from here" % optimiser.step_number)
                if now - last_save > 60 * s["minutes_between"]:
                    save()
                    last_save = time.time()
                if at in marks:
                    save()
                    last_score = evaluate(model, "step %d" % optimiser.step_number)
                    model.train()
                    last_word, since_word, last_save = time.time(), 0, time.time()
            epoch, at = epoch + 1, 0
    encoder.save(optimiser.full_precision(model), out)
    if os.path.exists(checkpoint):
        os.remove(checkpoint)
    return last_score


def one_step(model, optimiser, batch, s, pieces, done):
    device = encoder.device_of(model)
    ids, mask = score.pad([e.ids for e in batch])
    if s["mask_pieces"]:                                       # a few pieces hidden: names must be read from context too
        hide = (torch.rand(ids.shape) < s["mask_pieces"]) & (ids > pieces.mask)
        ids = torch.where(hide, torch.full_like(ids, pieces.mask), ids)
    with encoder.fast(model):
        found = model(ids.to(device), mask.to(device))
    loss = loss_of(found, batch, s["soft_weight"], s["attribution_weight"])
    (loss * optimiser.loss_scale).backward()
    optimiser.step(done)
    return loss.item()


def duration(seconds):
    return "%d:%02d h" % (seconds // 3600, seconds % 3600 // 60) if seconds >= 3600 else "%d min" % math.ceil(seconds / 60)
