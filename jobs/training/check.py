"""Looks through every input before anything long begins. What is wrong is one sentence with file and line."""
import gzip
import itertools
import json
import os
import re

TYPES = ("PER", "ORG", "LOC", "MISC")
KINDS = ("Source", "Cue", "Content")


class Bad(ValueError):
    """An input that cannot be trained on."""


def conll(path):
    """Columns of equal number, the token first, a tag of PER ORG LOC MISC last; -DOCSTART- parts documents."""
    columns, sentences = None, 0
    for number, line in _lines(path):
        parts = line.split()
        if not parts or parts[0] == "-DOCSTART-":
            continue
        if len(parts) < 2:
            raise Bad('%s, line %d: "%s" has no tag; a line is a token and, last, its tag.' % (path, number, _short(line)))
        if columns is None:
            columns, first = len(parts), number
        if len(parts) != columns:
            raise Bad("%s, line %d: %d columns, but line %d has %d." % (path, number, len(parts), first, columns))
        prefix, _, kind = parts[-1].partition("-")
        if parts[-1] != "O" and (prefix not in ("B", "I") or kind not in TYPES):
            raise Bad('%s, line %d: "%s" is no tag of this set; it knows O and B- or I- of %s.' % (
                path, number, _short(parts[-1]), " ".join(TYPES)))
        sentences += 1
    if not sentences:
        raise Bad("%s, line 1: no documents; a line is a token and, last, its tag." % path)


def brat(folder):
    """text/*.txt, each with attributions/*.ann of its name, whose offsets lie in the text."""
    texts = sorted(_listed(os.path.join(folder, "text"), ".txt"))
    annotations = sorted(_listed(os.path.join(folder, "attributions"), ".ann"))
    if not texts:
        raise Bad("%s: no documents; it needs text/*.txt." % os.path.join(folder, "text"))
    files, used = {}, 0
    for name in annotations:
        files.setdefault(name.rpartition("_")[0], name)
        files.setdefault(name, name)
    for name in texts:
        if name not in files:
            continue
        used += 1
        with open(os.path.join(folder, "text", name + ".txt"), "rb") as f:
            try:
                length = len(f.read().decode("utf-8"))
            except UnicodeDecodeError as problem:
                raise Bad("%s: byte %d is no UTF-8." % (f.name, problem.start)) from None
        _ann(os.path.join(folder, "attributions", files[name] + ".ann"), length)
    if not used:
        raise Bad("%s: no documents; none of %d texts has an .ann file of its name." % (os.path.join(folder, "attributions"), len(texts)))


def _ann(path, length):
    for number, line in _lines(path):
        columns = line.rstrip("\r\n").split("\t")
        if not re.match(r"T\d+\s", line):                     # a text may go on over several lines
            continue
        try:
            kind, offsets = columns[1].split(" ", 1)
            parts = [tuple(map(int, p.split())) for p in offsets.split(";")]
            fits = all(0 <= b <= e <= length for b, e in parts)
        except (IndexError, ValueError):
            raise Bad('%s, line %d: "%s" is no text annotation; it needs an id, a kind with two offsets, and text, parted by tabs.' % (
                path, number, _short(line))) from None
        if kind.rstrip("0123456789") in KINDS and not fits:
            raise Bad("%s, line %d: offsets %s lie outside the text, which has %d characters." % (path, number, offsets, length))


def articles(path, look_at=200):
    """JSON lines (.gz or not) with a text each; the first `look_at` are read."""
    number = texts = 0
    for number, line in itertools.islice(_lines(path), look_at):
        if not line.strip():
            continue
        try:
            texts += bool(json.loads(line)["text"])
        except (ValueError, KeyError, TypeError):
            raise Bad('%s, line %d: no JSON object with a "text".' % (path, number)) from None
    if not texts:
        raise Bad("%s, line %d: no documents; a line is a JSON object with a \"text\"." % (path, max(number, 1)))


def _lines(path):
    try:
        with (gzip.open(path, "rb") if path.endswith(".gz") else open(path, "rb")) as f:
            for number, line in enumerate(f, 1):
                try:
                    yield number, line.decode("utf-8")
                except UnicodeDecodeError:
                    raise Bad("%s, line %d: no UTF-8." % (path, number)) from None
    except (FileNotFoundError, IsADirectoryError):
        raise Bad("%s: no such file." % path) from None
    except (EOFError, gzip.BadGzipFile):
        raise Bad("%s: its compression is broken." % path) from None


def _listed(folder, ending):
    try:
        return [n[:-len(ending)] for n in os.listdir(folder) if n.endswith(ending)]
    except (FileNotFoundError, NotADirectoryError):
        raise Bad("%s: no such folder." % folder) from None


def _short(text, most=40):
    text = text.strip()
    return text if len(text) <= most else text[:most] + "..."
