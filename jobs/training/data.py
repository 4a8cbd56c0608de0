"""CoNLL files and brat folders -> labelled word windows -> examples of word pieces."""
import dataclasses
import glob
import os
import random

import numpy as np

import tokens
from encoder import ATTRIBUTION_LABELS, ENTITY_LABELS

IGNORE = -100                                                  # no label here: PyTorch's cross-entropy skips it
_ENTITY_ID = {l: i for i, l in enumerate(ENTITY_LABELS)}
_ATTRIBUTION_ID = {l[2:]: i for i, l in enumerate(ATTRIBUTION_LABELS)}


@dataclasses.dataclass
class Document:
    """Words with BIO labels; a list of labels is None where nobody annotated that layer. sentences: index of each first word.
    habit: the number of the gold set whose annotators marked the entities, from 1; 0: nobody did.
    soft [words, 16]: a teacher's log-probabilities, or None."""
    words: list
    entities: list
    attributions: list
    sentences: list
    name: str = ""
    habit: int = 0
    soft: np.ndarray = None

    def window(self, begin, end):
        cut = lambda labels: None if labels is None else labels[begin:end]
        return Document(self.words[begin:end], cut(self.entities), cut(self.attributions),
                        [s - begin for s in self.sentences if begin <= s < end], self.name, self.habit, cut(self.soft))


# ---------------------------------------------------------------- BIO

def spans(labels):
    """BIO labels (any of IOB1, IOB2) -> [(begin, end, type)]; a type change or I- after O begins a span (the conlleval rule)."""
    out, begin, kind = [], None, None
    for i, label in enumerate(list(labels) + ["O"]):
        prefix, _, now = label.partition("-")
        if kind is not None and (prefix != "I" or now != kind):
            out.append((begin, i, kind))
            kind = None
        if prefix != "O" and kind is None:
            begin, kind = i, now
    return out


def bio(length, spans_):
    """[(begin, end, type)] -> IOB2 labels."""
    labels = ["O"] * length
    for begin, end, kind in spans_:
        labels[begin:end] = ["B-" + kind] + ["I-" + kind] * (end - begin - 1)
    return labels


# ---------------------------------------------------------------- CoNLL

def read_conll_sentences(path):
    """-> list of documents, each a list of sentences, each a pair (tokens, tags); -DOCSTART- parts documents."""
    documents, sentence = [[]], []
    with open(path, encoding="utf-8") as f:
        for line in list(f) + [""]:
            columns = line.split()
            if columns and columns[0] != "-DOCSTART-":
                sentence.append((columns[0], columns[-1]))
                continue
            if sentence:
                documents[-1].append(tuple(map(list, zip(*sentence))))
                sentence = []
            if columns:
                documents.append([])
    return [d for d in documents if d]


def read_conll(path, habit=0):
    """-> documents in Hearsay's words: a CoNLL token such as "U.S.-led" becomes several words with one label run.
    Document.first_words is set: the index of the first word of every CoNLL token."""
    out = []
    for sentences in read_conll_sentences(path):
        words, labels, starts, firsts = [], [], [], []
        for tokens_, tags in sentences:
            starts.append(len(words))
            parts = [tokens.words(t) or [t] for t in tokens_]
            begins = np.cumsum([len(words)] + [len(p) for p in parts])
            firsts.extend(begins[:-1].tolist())
            words.extend(w for p in parts for w in p)
            labels.extend(bio(len(words) - int(begins[0]),
                              [(int(begins[b] - begins[0]), int(begins[e] - begins[0]), k) for b, e, k in spans(tags)]))
        document = Document(words, labels, None, starts, habit=habit)
        document.first_words = firsts
        out.append(document)
    return out


# ---------------------------------------------------------------- brat standoff

def read_brat(folder, only=None, skip=None):
    """Articles of `folder`/text with the annotation of their alphabetically first annotator in `folder`/attributions.

    Source, Cue and Content spans become BIO labels; the parts of a discontinuous span are spans of their own.
    A word belongs to a span that it overlaps; where spans overlap, the shorter one has the word.
    """
    files = {}
    for path in sorted(glob.glob(os.path.join(folder, "attributions", "*.ann"))):
        name = os.path.basename(path)[:-4]
        files.setdefault(name.rpartition("_")[0], path)
        files.setdefault(name, path)
    out = []
    for path in sorted(glob.glob(os.path.join(folder, "text", "*.txt"))):
        name = os.path.basename(path)[:-4]
        if name not in files or only is not None and name not in only or skip and name in skip:
            continue
        with open(path, "rb") as f:
            text = f.read().decode("utf-8")
        out.append(brat_document(text, _brat_spans(files[name]), name))
    return out


def _brat_spans(path):
    spans_, used = {}, set()
    with open(path, encoding="utf-8", newline="\n") as f:
        for line in f:
            columns = line.rstrip("\r\n").split("\t")
            if columns[0].startswith("T") and len(columns) > 2:
                kind, offsets = columns[1].split(" ", 1)
                spans_[columns[0]] = (kind.rstrip("0123456789"), [tuple(map(int, p.split())) for p in offsets.split(";")])
            elif columns[0].startswith("E"):
                used.update(role.split(":")[1] for role in columns[1].split())
    return [(b, e, kind.upper()) for t, (kind, parts) in spans_.items() for b, e in parts
            if t in used and kind in ("Source", "Cue", "Content")]


def brat_document(text, character_spans, name=""):
    offsets = tokens.tokenize(text)
    begins, ends = np.array([b for b, _ in offsets]), np.array([e for _, e in offsets])
    labels = ["O"] * len(offsets)
    for begin, end, kind in sorted(character_spans, key=lambda s: s[0] - s[1]):        # longest first: shorter ones overwrite
        first, last = int(np.searchsorted(ends, begin, "right")), int(np.searchsorted(begins, end, "left"))
        labels[first:last] = ["B-" + kind] + ["I-" + kind] * (last - first - 1) if last > first else []
    document = Document([text[b:e] for b, e in offsets], None, labels, _sentence_starts(text, offsets), name)
    document.offsets, document.text = offsets, text
    return document


def article_document(title, text, name=""):
    """An article nobody labelled; its title is its first sentence."""
    text = (title.strip() + "\n" if title and title.strip() else "") + text
    offsets = tokens.tokenize(text)
    return Document([text[b:e] for b, e in offsets], None, None, _sentence_starts(text, offsets) if offsets else [], name)


def _sentence_starts(text, offsets):
    """Rough sentences: a new one after a line break, or after . ! ? (and closing marks) before a capital or an opening mark."""
    starts = [0]
    for i in range(1, len(offsets)):
        gap = text[offsets[i - 1][1]:offsets[i][0]]
        if "\n" in gap:
            starts.append(i)
        elif gap and (text[offsets[i][0]].isupper() or text[offsets[i][0]] in "\"“‘'([`"):
            last = i - 1
            while last > starts[-1] and text[slice(*offsets[last])] in ("\"", "”", "''", "’", "'", ")", "]"):
                last -= 1
            if text[slice(*offsets[last])] in (".", "!", "?", "..."):
                starts.append(i)
    return starts


# ---------------------------------------------------------------- windows

def random_windows(document, pieces, rng, longest=250):
    """Cuts a document into runs of whole sentences of random size, from one sentence to about `longest` pieces."""
    sizes = [len(pieces.of_word(w)) for w in document.words]
    at, bounds = 0, document.sentences[1:] + [len(document.words)]
    begin = 0
    while begin < len(document.words):
        wanted = 1 if rng.random() < 0.15 else rng.randint(min(60, longest), longest)
        end, total = begin, 0
        for bound in bounds:
            if bound <= begin:
                continue
            more = sum(sizes[end:bound])
            if end > begin and total + more > wanted:
                break
            end, total = bound, total + more
        yield from _at_most(document, begin, end, sizes, longest)
        begin = end


def packed_windows(document, words=160, pieces=None, longest=500):
    """Consecutive sentences packed into windows of at most `words` words, as Hearsay does when it reads an article."""
    bounds, begin, end = document.sentences[1:] + [len(document.words)], 0, 0
    for bound in bounds:
        if bound - begin > words and end > begin:
            yield begin, end
            begin = end
        end = bound
        while end - begin > words * 2:                         # a sentence far too long: cut it
            yield begin, begin + words
            begin += words
    if end > begin:
        yield begin, end


def _at_most(document, begin, end, sizes, longest):
    while end > begin:
        stop, total = begin, 0
        while stop < end and (total + sizes[stop] <= longest or stop == begin):
            total += sizes[stop]
            stop += 1
        yield document.window(begin, stop)
        begin = stop


# ---------------------------------------------------------------- augmentation

_DOUBLE = {'"': '"', "“": '"', "”": '"', "``": '"', "''": '"'}


def augment(window, rng, names=None, swap=0.5):
    """Variants of a window that leave its labels true: other quotation marks and dashes, upper-case and title-case lines, and
    (names: type -> list of word lists) entities exchanged for others of their type (Dai and Adel 2020, "mention replacement")."""
    window = window.window(0, len(window.words))
    if names and window.entities is not None and rng.random() < 0.6:
        window = swap_entities(window, names, rng, swap)
    window.words = other_marks(window.words, rng)
    return as_headlines(window, rng)


_SMALL = frozenset("a an the and or nor but as at by for from in into of off on over per to up via vs with 's ’s n't n’t".split())


def looks_like_heading(words):
    """Short, no full stop, and nearly every longer word with a capital."""
    long = [w for w in words if w[:1].isalpha() and w.lower() not in _SMALL]
    return 2 <= len(long) and len(words) <= 25 and words[-1] not in (".", "!", "?", ",", ":") and (
        sum(w[0].isupper() for w in long) >= 0.9 * len(long))


class Case:
    """How words are written within sentences of a text collection: what a heading's capitals hide."""

    def __init__(self, counts=None, pairs=None):
        self.counts = counts or {}                             # lower-case form -> [times in lower case, times with a capital, in capitals]
        self.pairs = pairs or {}                               # "wall street" -> how often both have a capital

    def add(self, document):
        starts = set(document.sentences)
        bounds = sorted(starts) + [len(document.words)]
        for begin, end in zip(bounds, bounds[1:]):
            if end - begin > 4 and not looks_like_heading(document.words[begin:end]):
                for i in range(begin + 1, end):
                    word = document.words[i]
                    if word.isalpha() and document.words[i - 1] not in _OPENING:
                        at = 0 if word.islower() else 2 if word.isupper() and len(word) > 1 else 1
                        self.counts.setdefault(word.lower(), [0, 0, 0])[at] += 1
                        if at and i > begin + 1 and document.words[i - 1][0].isupper():
                            pair = document.words[i - 1].lower() + " " + word.lower()
                            self.pairs[pair] = self.pairs.get(pair, 0) + 1

    def usual(self, words):
        """A heading's words as they are written within sentences."""
        out, low = [], [w.lower() for w in words]
        names = {i + k for i, pair in enumerate(zip(low, low[1:])) if self.pairs.get(" ".join(pair), 0) >= 3 for k in (0, 1)}
        for i, w in enumerate(words):
            seen = self.counts.get(low[i])
            if seen and w[:1].isupper() and i not in names and seen[0] > 2 * (seen[1] + seen[2]):
                w = low[i]
            elif i in names and w.isupper() and len(w) > 1 and (not seen or seen[0] + seen[1] > seen[2]):
                w = w.capitalize()
            elif seen and w.isupper() and len(w) > 1 and seen[1] > seen[2]:
                w = w.capitalize()
            out.append(w)
        return out


_OPENING = frozenset(("“", '"', "``", "‘", "'", ":", "(", "[", "—", "-", "–", "--"))


def as_headlines(window, rng, probability=0.25):
    """One or two short sentences in capitals or in title case, as headings are; the labels stay."""
    if rng.random() >= probability:
        return window
    starts = sorted({0, *window.sentences}) + [len(window.words)]
    short = [(b, e) for b, e in zip(starts, starts[1:]) if 2 <= e - b <= 25]
    for begin, end in rng.sample(short, min(len(short), rng.choice((1, 1, 2)))):
        dice = rng.random()
        for i in range(begin, end):
            word = window.words[i]
            if dice < 0.35:
                window.words[i] = word.upper()
            elif dice < 0.55 or i == begin or word not in _SMALL:      # a fifth of headings: every word begins with a capital
                window.words[i] = word[:1].upper() + word[1:]
    return window


def other_marks(words, rng):
    """Straight marks for curly ones and the reverse, `` '' of wire copy, typographic dashes; one style for the whole window."""
    if rng.random() < 0.5:
        return list(words)
    opening, closing = rng.choice([("“", "”"), ('"', '"'), ("``", "''"), ("“", "”")])
    apostrophe, dash = rng.choice("'’’"), rng.choice(["-", "–", "—", "--"])
    out, inside = [], False
    for w in words:
        if w in _DOUBLE:
            opens = w in "“``" if w in ("“", "”", "``", "''") else not inside
            w, inside = opening if opens else closing, opens
        elif w in ("--", "—", "–"):
            w = dash
        elif "'" in w or "’" in w:
            w = w.replace("’", "'").replace("'", apostrophe)
        out.append(w)
    return out


def swap_entities(window, names, rng, probability=0.5):
    words, entities, attributions, at = [], [], [] if window.attributions is not None else None, 0
    where = {}                                                 # old word index -> new
    chosen = {}                                                # the same name gets the same stand-in throughout the window
    found = {b: (e, k) for b, e, k in spans(window.entities)}
    while at < len(window.words):
        where[at] = len(words)
        end, kind = found.get(at, (at + 1, None))
        old = window.words[at:end]
        key = (kind, tuple(old))
        if kind in names and key not in chosen:
            chosen[key] = rng.choice(names[kind]) if rng.random() < probability else old
        new = chosen[key] if kind in names else old
        if kind in names and old[0].isupper() and len(old[0]) > 3 and new is not old:
            new = [w.upper() for w in new]
        words.extend(new)
        entities.extend(window.entities[at:end] if kind is None else bio(len(new), [(0, len(new), kind)]))
        if attributions is not None:
            part = window.attributions[at:end]
            inside = "I" + part[0][1:] if part[0] != "O" else "O"
            attributions.extend([part[0]] + [inside] * (len(new) - 1))
        at = end
    return Document(words, entities, attributions, [where[s] for s in window.sentences if s in where] or [0], window.name,
                    window.habit)


def name_pool(documents):
    """type -> list of word lists: the entities of labelled documents; for PER also every first name with every other last name."""
    pool = {}
    for d in documents:
        for b, e, kind in spans(d.entities):
            if e - b <= 6 and not all(w.isupper() for w in d.words[b:e] if len(w) > 3):
                pool.setdefault(kind, []).append(d.words[b:e])
    for kind in pool:                                          # each name once: frequent ones are known anyway
        pool[kind] = [list(w) for w in sorted({tuple(w) for w in pool[kind]})]
    return pool


# ---------------------------------------------------------------- examples

@dataclasses.dataclass
class Example:
    """ids [n] with [CLS] and [SEP]; entity, attribution [n] label ids or IGNORE; first: position of each word's first piece or -1;
    soft [n, 16]: a teacher's log-probabilities, or None."""
    ids: np.ndarray
    entity: np.ndarray
    attribution: np.ndarray
    first: list
    soft: np.ndarray = None
    habit: int = 0


def example(window, pieces, head_only=True):
    """Labels stand on all pieces (B- on the first of a span, I- on the others), so that they do not depend on how words are cut."""
    ids, entity, attribution, first, counts = [pieces.cls], [IGNORE], [IGNORE], [], []
    for i, word in enumerate(window.words):
        found = pieces.of_word(word, head_only)
        first.append(len(ids) if found else -1)
        ids.extend(found)
        counts.append(len(found))
        entity.extend(_piece_labels(window.entities, i, len(found), _ENTITY_ID))
        attribution.extend(_piece_labels(window.attributions, i, len(found), _ATTRIBUTION_ID))
    ids.append(pieces.sep)
    return Example(np.array(ids, np.int64), np.array(entity + [IGNORE], np.int64), np.array(attribution + [IGNORE], np.int64), first,
                   None if window.soft is None else _piece_soft(window.soft, counts), window.habit)


def _piece_labels(labels, i, n, number):
    if labels is None:
        return [IGNORE] * n
    label = labels[i]
    return [number[label], *[number["I" + label[1:] if label != "O" else "O"]] * (n - 1)][:n]


LEAST = -12.0                                                  # a log-probability as good as none
_BEGINNINGS = np.array([i for i, l in enumerate(ENTITY_LABELS + ATTRIBUTION_LABELS) if "B-" in l])


def _piece_soft(soft, counts):
    """A word's row for its first piece; for its other pieces what says B- says I-. Rows for [CLS] and [SEP] are none."""
    rows = np.repeat(np.asarray(soft, np.float32), counts, 0)
    later = np.ones(len(rows), bool)
    later[np.cumsum([0] + counts[:-1])[np.array(counts) > 0]] = False
    inside = rows[later]
    inside[:, _BEGINNINGS + 1] = np.logaddexp(inside[:, _BEGINNINGS], inside[:, _BEGINNINGS + 1])
    inside[:, _BEGINNINGS] = LEAST
    rows[later] = inside
    none = np.zeros((1, rows.shape[1]), np.float32)
    return np.concatenate([none, rows, none]).astype(np.float16)


def training_examples(documents, pieces, seed, names=None, all_pieces=0.25, longest=250, swap=0.5):
    """One epoch's examples: fresh windows, fresh augmentation. On a share `all_pieces` of the windows words keep all their basic tokens.
    names: habit -> type -> list of word lists; swap: the share of names exchanged, in three windows of five."""
    rng = random.Random(seed)
    out = []
    for document in documents:
        for window in random_windows(document, pieces, rng, longest):
            out.append(example(augment(window, rng, (names or {}).get(document.habit), swap), pieces, rng.random() >= all_pieces))
    return [e for e in out if len(e.ids) <= 512]


def batches(examples, pieces_per_batch, rng):
    """Examples of like length together, at most about `pieces_per_batch` pieces with padding; batches in random order."""
    order = sorted(range(len(examples)), key=lambda i: len(examples[i].ids) + rng.random() * 12)
    out, batch = [], []
    for i in order:
        if batch and (len(batch) + 1) * max(len(examples[i].ids), len(examples[batch[-1]].ids)) > pieces_per_batch:
            out.append(batch)
            batch = []
        batch.append(i)
    out.append(batch)
    rng.shuffle(out)
    return [[examples[i] for i in b] for b in out]
