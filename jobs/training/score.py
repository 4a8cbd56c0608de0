"""Scores a model as Hearsay runs it: packed windows, the first piece of each word. Span F1, exact, per type.

usage: score.py MODEL --vocabulary VOCAB.txt [--conll FILE ...] [--brat FOLDER [--only NAMES.txt]] [--int8] [--all-pieces] [--words 160]
                [--habit N] [--errors N]
"""
import argparse
import collections

import numpy as np
import torch

import data
import encoder
import tokens


ATTRIBUTION = [label[2:] for label in encoder.ATTRIBUTION_LABELS]


@torch.no_grad()
def word_log_probabilities(model, windows, pieces, head_only=True, batch_pieces=4096):
    """windows: Documents -> per window [words, 16], those of each word's first piece."""
    examples = [data.example(w, pieces, head_only) for w in windows]
    order = sorted(range(len(examples)), key=lambda i: len(examples[i].ids))
    out, batch = [None] * len(examples), []
    model.eval()

    def flush():
        with encoder.fast(model):
            found = model(*pad([examples[i].ids for i in batch], device=encoder.device_of(model))).cpu().numpy()
        for row, i in enumerate(batch):
            first = np.array(examples[i].first, int)
            out[i] = found[row, np.maximum(first, 0)]
            out[i][first < 0] = -100.0                         # a word without pieces is O
            out[i][np.ix_(first < 0, encoder.outside(model))] = 0.0
        batch.clear()

    for i in order:
        if batch and (len(batch) + 1) * len(examples[i].ids) > batch_pieces:
            flush()
        batch.append(i)
    if batch:
        flush()
    return out


def decode(rows, habit=0):
    """[words, columns] -> (entity labels, attribution labels), one per word."""
    return (best_path(rows[:, encoder.entity_columns(habit)], encoder.ENTITY_LABELS),
            best_path(rows[:, -encoder.N_ATTRIBUTION:], ATTRIBUTION))


def predict(model, windows, pieces, habit=0, **how):
    """windows: Documents -> per window (entity labels, attribution labels)."""
    return [decode(rows, habit) for rows in word_log_probabilities(model, windows, pieces, **how)]


def best_path(log_probabilities, labels):
    """The likeliest sequence among those in which I-X follows B-X or I-X (Viterbi). log_probabilities [words, labels] -> labels"""
    if not len(log_probabilities):
        return []
    forbidden = np.array([[0.0 if not to.startswith("I-") or fro[1:] == to[1:] else -1e4 for to in labels] for fro in labels])
    total = log_probabilities[0] + np.array([-1e4 if l.startswith("I-") else 0.0 for l in labels])
    back = []
    for row in log_probabilities[1:]:
        ways = total[:, None] + forbidden
        back.append(ways.argmax(0))
        total = ways.max(0) + row
    path = [int(total.argmax())]
    for step in reversed(back):
        path.append(int(step[path[-1]]))
    return [labels[i] for i in reversed(path)]


def pad(rows, value=0, device="cpu"):
    """-> ids [batch, longest], mask [batch, longest]"""
    ids = torch.full((len(rows), max(map(len, rows))), value, dtype=torch.long)
    for i, row in enumerate(rows):
        ids[i, :len(row)] = torch.from_numpy(np.asarray(row))
    mask = torch.zeros_like(ids)
    for i, row in enumerate(rows):
        mask[i, :len(row)] = 1
    return ids.to(device), mask.to(device)


def f1(gold, predicted):
    """Sets of (..., type) -> {type or "ALL": (precision, recall, F1, number of gold spans)}"""
    out = {}
    for kind in sorted({s[-1] for s in gold}) + ["ALL"]:
        g = {s for s in gold if kind in (s[-1], "ALL")}
        p = {s for s in predicted if kind in (s[-1], "ALL")}
        hit = len(g & p)
        out[kind] = (hit / max(len(p), 1), hit / max(len(g), 1), 2 * hit / max(len(g) + len(p), 1), len(g))
    return out


def score_conll(model, path, pieces, words=160, habit=0, **how):
    return score_habits(model, path, pieces, [habit], words, **how)[habit]


def score_habits(model, path, pieces, habits, words=160, **how):
    """-> {habit: scores}, the text read once."""
    return {habit: f1(gold, predicted) for habit, (gold, predicted, _) in conll_spans(model, path, pieces, habits, words, **how).items()}


def conll_spans(model, path, pieces, habits, words=160, **how):
    """-> {habit: (gold spans, predicted spans, sentences)}; a span is (number of its sentence, begin, end, type) in CoNLL tokens."""
    documents, out = data.read_conll(path), {}
    raw = data.read_conll_sentences(path)
    rows = _rows(model, documents, pieces, words, **how)
    for habit in habits:
        gold, predicted, sentences = set(), set(), []
        for document, theirs, (entities, _) in zip(documents, raw, _decode(rows, len(documents), habit)):
            at = 0
            for tokens_, tags in theirs:                       # spans never cross a gold sentence
                found = [entities[f] for f in document.first_words[at:at + len(tokens_)]]
                gold |= {(len(sentences),) + s for s in data.spans(tags)}
                predicted |= {(len(sentences),) + s for s in data.spans(found)}
                at += len(tokens_)
                sentences.append(tokens_)
        out[habit] = gold, predicted, sentences
    return out


def errors(gold, predicted, sentences, most):
    """The commonest differences -> [(times, gold type or -, predicted type or -, text)]; - : no such span."""
    kinds = lambda spans: {s[:3]: s[3] for s in spans}
    g, p = kinds(gold), kinds(predicted)
    counts = collections.Counter((g.get(s, "-"), p.get(s, "-"), " ".join(sentences[s[0]][s[1]:s[2]])) for s in {*g, *p} if g.get(s) != p.get(s))
    return [(n, *what) for what, n in sorted(counts.items(), key=lambda c: (-c[1], c[0]))[:most]]


def score_brat(model, folder, pieces, only=None, words=160, **how):
    documents, gold, predicted = data.read_brat(folder, only), set(), set()
    found = _decode(_rows(model, documents, pieces, words, **how), len(documents))
    for n, (document, (_, labels)) in enumerate(zip(documents, found)):
        gold |= {(n,) + s for s in data.spans(document.attributions)}
        predicted |= {(n,) + s for s in data.spans(labels)}
    return f1(gold, predicted)


def _rows(model, documents, pieces, words, **how):
    """-> (document's number, log-probabilities of the words) of each window."""
    where = [(n, b, e) for n, d in enumerate(documents) for b, e in data.packed_windows(d, words)]
    rows = word_log_probabilities(model, [documents[n].window(b, e) for n, b, e in where], pieces, **how)
    return [(n, r) for (n, _, _), r in zip(where, rows)]


def _decode(rows, documents, habit=0):
    """-> per document (entity labels, attribution labels) of all its words."""
    out = [([], []) for _ in range(documents)]
    for n, r in rows:
        entities, attributions = decode(r, habit)
        out[n][0].extend(entities)
        out[n][1].extend(attributions)
    return out


def line(scores):
    return "  ".join("%s %.2f" % (kind, 100 * s[2]) for kind, s in scores.items())


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model")
    parser.add_argument("--vocabulary", required=True)
    parser.add_argument("--conll", nargs="*", default=[])
    parser.add_argument("--brat")
    parser.add_argument("--only", help="file of article names")
    parser.add_argument("--int8", action="store_true", help="simulate the quantised model")
    parser.add_argument("--fp32", action="store_true", help="compute in float32 (default: bfloat16)")
    parser.add_argument("--all-pieces", action="store_true", help="feed all basic tokens of a word, not its head alone")
    parser.add_argument("--words", type=int, default=160)
    parser.add_argument("--habit", type=int, default=0, help="a teacher's entity head: 0 all sets, 1 the first gold set, 2 the second")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="list the N commonest differences from the CoNLL gold")
    a = parser.parse_args()
    pieces, model = tokens.WordPieces(a.vocabulary), encoder.load(a.model)
    if a.int8:
        import quantise
        quantise.simulate(model)
    elif not a.fp32:
        model.bfloat16()
    how = dict(words=a.words, head_only=not a.all_pieces)
    for path in a.conll:
        found = conll_spans(model, path, pieces, [a.habit], **how)[a.habit]
        print(path.rsplit("/", 1)[-1], line(f1(*found[:2])), flush=True)
        for n, gold, predicted, text in errors(*found, a.errors):
            print("%5d  %-4s -> %-4s  %s" % (n, gold, predicted, text))
    if a.brat:
        only = set(open(a.only, encoding="utf-8").read().split()) if a.only else None
        print(a.brat.rstrip("/").rsplit("/", 1)[-1], line(score_brat(model, a.brat, pieces, only, **how)), flush=True)


if __name__ == "__main__":
    main()
