"""A teacher's soft labels for text nobody labelled, word by word, in shards: an interrupted run loses one shard at most."""
import gzip
import hashlib
import json
import os
import time

import numpy as np

import data
import encoder
import score
import train


def read_articles(path):
    """-> (id, title, text) of JSON lines, in the order of a hash of the id: any beginning of it is a fair sample."""
    with (gzip.open(path, "rt", encoding="utf-8") if path.endswith(".gz") else open(path, encoding="utf-8")) as f:
        rows = [json.loads(line) for line in f if line.strip()]
    rows = [(str(r.get("id", n)), r.get("title") or "", r["text"]) for n, r in enumerate(rows) if r.get("text")]
    return sorted(rows, key=lambda r: hashlib.sha1(r[0].encode()).digest())


def average(namers, models, documents, pieces, habit, longest=380, batch_pieces=4096):
    """-> per document [words, 16]: logs of the namers' mean probabilities of entities, by their head of `habit`, and of the models' of
    attribution."""
    where = [(n, b, e) for n, d in enumerate(documents) for b, e in piece_windows(d, pieces, longest)]
    windows = [documents[n].window(b, e) for n, b, e in where]

    def mean(some, columns):
        total = None
        for model in some:
            rows = [np.exp(r[:, columns]) for r in score.word_log_probabilities(model, windows, pieces, batch_pieces=batch_pieces)]
            total = rows if total is None else [a + b for a, b in zip(total, rows)]
        return [np.maximum(np.log(r / len(some) + 1e-9), data.LEAST) for r in total]

    entities = mean(namers, encoder.entity_columns(habit))
    attributions = mean(models, slice(-encoder.N_ATTRIBUTION, None))
    out = [[] for _ in documents]
    for (n, _, _), e, a in zip(where, entities, attributions):
        out[n].append(np.concatenate([e, a], 1).astype(np.float16))
    return [np.concatenate(o) if o else np.zeros((0, len(encoder.LABELS)), np.float16) for o in out]


def piece_windows(document, pieces, longest):
    """Consecutive sentences, at most `longest` pieces together; a longer sentence is cut."""
    sizes = [len(pieces.of_word(w)) for w in document.words]
    ends, begin, total, last = set(document.sentences[1:]), 0, 0, None
    for i, size in enumerate(sizes):
        if i in ends:
            last = i
        if total + size > longest and i > begin:
            cut = last if last is not None and last > begin else i
            yield begin, cut
            begin, last, total = cut, None, sum(sizes[cut:i])
        total += size
    if begin < len(sizes):
        yield begin, len(sizes)


def for_teacher(document, case):
    """An article with its headings written as within sentences: their capitals tell the teacher nothing true. A gold document stays:
    the teacher learnt its headings from its annotators."""
    if document.entities is not None:
        return document
    words, bounds = list(document.words), document.sentences + [len(document.words)]
    for begin, end in zip(bounds, bounds[1:]):
        if data.looks_like_heading(words[begin:end]):
            words[begin:end] = case.usual(words[begin:end])
    return data.Document(words, document.entities, document.attributions, document.sentences, document.name, document.habit)


def make(parts, folder, namers, models, pieces, habit, case, say):
    """parts: [(name of the shard, function -> documents)]. Writes folder/NAME.npz for each that is not there."""
    os.makedirs(folder, exist_ok=True)
    began, words, here = time.time(), 0, 0
    todo = [(name, documents) for name, documents in parts if not os.path.exists(os.path.join(folder, name + ".npz"))]
    with train.Stop() as stop:
        for name, documents in todo:
            documents = documents()
            soft = average(namers, models, [for_teacher(d, case) for d in documents], pieces, habit)
            write(os.path.join(folder, name + ".npz"), documents, soft)
            words, here = words + sum(len(d.words) for d in documents), here + 1
            spent = time.time() - began
            say("labels: shard %d of %d, %d words a second, %s left" % (
                len(parts) - len(todo) + here, len(parts), words / spent, train.duration(spent / here * (len(todo) - here))))
            if stop.asked and here < len(todo):
                raise train.Stopped("stopped after a shard of labels; the same command goes on from here")


_ENTITY = {l: i for i, l in enumerate(encoder.ENTITY_LABELS)}
_ATTRIBUTION = {l: i for i, l in enumerate(score.ATTRIBUTION)}


def write(path, documents, soft):
    numbers = lambda labels, ids, n: np.full(n, -1, np.int8) if labels is None else np.array([ids[l] for l in labels], np.int8)
    with open(path + ".new", "wb") as f:
        np.savez(f, sizes=np.array([len(d.words) for d in documents]),
                 words=np.frombuffer("\n".join(w for d in documents for w in d.words).encode("utf-8", "replace"), np.uint8),
                 sentences=np.concatenate([np.array(d.sentences, np.int32) for d in documents]),
                 sentence_sizes=np.array([len(d.sentences) for d in documents]), habits=np.array([d.habit for d in documents]),
                 entities=np.concatenate([numbers(d.entities, _ENTITY, len(d.words)) for d in documents]),
                 attributions=np.concatenate([numbers(d.attributions, _ATTRIBUTION, len(d.words)) for d in documents]),
                 soft=np.concatenate(soft))
        f.flush()
        os.fsync(f.fileno())
    os.replace(path + ".new", path)


def read(path):
    """-> Documents with soft labels and whatever gold there was."""
    with np.load(path) as f:
        words = f["words"].tobytes().decode("utf-8").split("\n")
        ends, sentence_ends = np.cumsum(f["sizes"]), np.cumsum(f["sentence_sizes"])
        sentences, habits, entities, attributions, soft = (f[k] for k in ("sentences", "habits", "entities", "attributions", "soft"))
    gold = lambda numbers, labels: None if not len(numbers) or numbers[0] < 0 else [labels[i] for i in numbers]
    out = []
    for n, end in enumerate(ends):
        begin, first = (ends[n - 1], sentence_ends[n - 1]) if n else (0, 0)
        out.append(data.Document(words[begin:end], gold(entities[begin:end], encoder.ENTITY_LABELS),
                                 gold(attributions[begin:end], score.ATTRIBUTION), sentences[first:sentence_ends[n]].tolist(), "",
                                 int(habits[n]), soft[begin:end]))
    return out
