"""Self-test without data: python3 -m unittest (seconds)."""
import os
import random
import signal
import struct
import subprocess
import sys
import tempfile
import unittest

import numpy as np
import torch

import check
import checkpoint
import data
import encoder
import labels
import quantise
import score
import tokens
import train

VOCABULARY = """[PAD] [UNK] [CLS] [SEP] [MASK] . , ' " - ( ) “ ” ’ – — ` D U Va led Ray ##mond said The Po ##ros ##hen ##ko cafe n ##s do
RAY house of Bonn Lima was there He 1 NAT ##O""".split()


class Tokenisation(unittest.TestCase):
    def test_words(self):
        for text, words in [
                ("the U.S.-led plan", "the U.S. - led plan"),
                ("(D-Va.)", "( D - Va. )"),
                ("Scott's and Scott’s", "Scott 's and Scott ’s"),
                ("the players' union", "the players ' union"),
                ("I don't, he CAN’T", "I do n't , he CA N’T"),
                ("I don't. He left.", "I do n't . He left ."),
                ("Mr. J. O'Brien of Sen. Poe", "Mr. J. O ' Brien of Sen. Poe"),
                ("He left Washington. At 10 a.m.", "He left Washington . At 10 a.m."),
                ("$1,000.50, in the 1990s", "$ 1,000.50 , in the 1990s"),
                ("“We [all]—you, too—go…”", "“ We [ all ] — you , too — go … ”"),
                ("``Yes,'' she said -- twice...", "`` Yes , '' she said -- twice ..."),
                ("see https://t.co/a-b(c) now", "see https://t.co/a-b(c) now"),
                (" \u00a0 ", "")]:
            self.assertEqual(words.split(), tokens.words(text), text)

    def test_offsets_cover_every_visible_character(self):
        text = "“Jeb!” @real 3-2 (U.S.) it's\n\nDr. Poe—\"no\" ..."
        covered = "".join(text[b:e] for b, e in tokens.tokenize(text))
        self.assertEqual("".join(text.split()), covered)

    def test_word_pieces_are_spark_nlps(self):
        pieces = vocabulary()
        names = lambda *a: [pieces.pieces[i] for i in pieces.of_word(*a)]
        self.assertEqual(["U"], names("U.S."))                  # only the head of the basic tokens
        self.assertEqual(["U", ".", "[UNK]", "."], names("U.S.", False))
        self.assertEqual(["Po", "##ros", "##hen", "##ko"], names("Poroshenko"))
        self.assertEqual(["cafe"], names("café"))               # accents go, case stays
        self.assertEqual(["’", "##s"], names("’s"))             # curly marks do not split
        self.assertEqual(["[UNK]"], names("Raymonq"))
        self.assertEqual([], names("\u0301"))


class Labels(unittest.TestCase):
    def test_bio(self):
        self.assertEqual([(0, 2, "PER"), (2, 3, "PER"), (4, 5, "ORG")], data.spans(["I-PER", "I-PER", "B-PER", "O", "I-ORG"]))
        self.assertEqual(["B-PER", "I-PER", "O", "B-LOC"], data.bio(4, [(0, 2, "PER"), (3, 4, "LOC")]))

    def test_conll_tokens_become_words(self):
        path = temporary("-DOCSTART- O\n\nThe O\nU.S.-led I-MISC\nplan O\n\nRaymond I-PER\n")
        d, = data.read_conll(path)
        self.assertEqual("The U.S. - led plan Raymond".split(), d.words)
        self.assertEqual(["O", "B-MISC", "I-MISC", "I-MISC", "O", "B-PER"], d.entities)
        self.assertEqual(([0, 5], [0, 1, 4, 5]), (d.sentences, d.first_words))

    def test_brat(self):
        text = '"It works," Ann Lee said, "and well."'
        d = data.brat_document(text, [(0, 11, "CONTENT"), (26, 37, "CONTENT"), (12, 19, "SOURCE"), (20, 24, "CUE")])
        self.assertEqual([(0, 5, "CONTENT"), (5, 7, "SOURCE"), (7, 8, "CUE"), (9, 14, "CONTENT")], data.spans(d.attributions))

    def test_brat_takes_the_first_annotator(self):
        with tempfile.TemporaryDirectory() as folder:
            for sub in ("text", "attributions"):
                os.mkdir(os.path.join(folder, sub))
            write(os.path.join(folder, "text", "a.txt"), "Ann said no.")
            write(os.path.join(folder, "attributions", "a_0b.ann"), "T1\tSource 0 3\tAnn\nT2\tCue 4 8\tsaid\nE1\tAttribution:T9 Source:T1 Cue:T2\n")
            write(os.path.join(folder, "attributions", "a_0c.ann"), "T1\tCue 0 3\tAnn\nE1\tAttribution:T9 Cue:T1\n")
            d, = data.read_brat(folder)
        self.assertEqual([(0, 1, "SOURCE"), (1, 2, "CUE")], data.spans(d.attributions))

    def test_labels_stand_on_all_pieces(self):
        d = data.Document(["The", "Poroshenko", "house"], ["O", "B-PER", "O"], None, [0])
        e = data.example(d, vocabulary())
        self.assertEqual([data.IGNORE, 0, 1, 2, 2, 2, 0, data.IGNORE], e.entity.tolist())
        self.assertEqual([1, 2, 6], e.first)


class Windows(unittest.TestCase):
    def setUp(self):
        self.document = data.Document(["The", "house", "."] * 40, ["B-LOC", "I-LOC", "O"] * 40, None, list(range(0, 120, 3)))

    def test_packed_windows_hold_whole_sentences(self):
        bounds = list(data.packed_windows(self.document, 32))
        self.assertEqual((0, 120), (bounds[0][0], bounds[-1][1]))
        for (b, e), (following, _) in zip(bounds, bounds[1:] + [(120, 0)]):
            self.assertEqual(e, following)
            self.assertTrue(e - b <= 32 and b % 3 == 0)

    def test_random_windows_cover_the_document_once(self):
        got = [w for window in data.random_windows(self.document, vocabulary(), random.Random(3), 50) for w in window.words]
        self.assertEqual(self.document.words, got)

    def test_swapped_entities_keep_labels_in_step(self):
        rng = random.Random(1)
        d = data.Document("He saw the house".split(), ["O", "O", "B-LOC", "I-LOC"], ["B-SOURCE", "B-CUE", "B-CONTENT", "I-CONTENT"], [0])
        s = data.swap_entities(d, {"LOC": [["Bonn", "of", "Lima"]]}, rng, 1.0)
        self.assertEqual("He saw Bonn of Lima".split(), s.words)
        self.assertEqual(["O", "O", "B-LOC", "I-LOC", "I-LOC"], s.entities)
        self.assertEqual(["B-SOURCE", "B-CUE", "B-CONTENT", "I-CONTENT", "I-CONTENT"], s.attributions)

    def test_augmented_windows_keep_their_length_without_swapping(self):
        d = data.Document('" The house , " he said -- there \'s'.split(), ["O"] * 10, None, [0])
        for seed in range(50):
            self.assertEqual(10, len(data.augment(d, random.Random(seed)).words))


class Numbers(unittest.TestCase):
    def test_quantisation_round_trip(self):
        weight = torch.randn(5, 64) * torch.tensor([1e-3, 1, 10, 1, 1])[:, None]
        error = (quantise.restored(weight) - weight).abs().amax(1)
        self.assertTrue((error <= weight.abs().amax(1) / 254 * 1.01).all())
        x = torch.randn(100) + 3
        self.assertLess(float((quantise.dynamic(x) - x).abs().max()), float(x.max()) / 255)

    def test_model_gives_two_distributions(self):
        p = small()(torch.randint(5, 20, (2, 7)), torch.ones(2, 7, dtype=torch.long)).exp()
        np.testing.assert_allclose(p[..., :9].sum(-1).detach(), np.ones((2, 7)), rtol=1e-4)
        np.testing.assert_allclose(p[..., 9:].sum(-1).detach(), np.ones((2, 7)), rtol=1e-4)

    def test_padding_changes_nothing(self):
        model = small().eval()
        ids, mask = score.pad([np.arange(5, 12), np.arange(5, 9)])
        alone = model(*score.pad([np.arange(5, 9)]))
        np.testing.assert_allclose(model(ids, mask)[1, :4].detach(), alone[0].detach(), atol=1e-5)

    def test_pruning_nothing_away_changes_little_and_half_works(self):
        torch.manual_seed(1)
        model = small()
        batch = (torch.randint(5, 40, (8, 16)), torch.ones(8, 16, dtype=torch.long))
        same = encoder.shrink(model, 2, 32, None, [batch], torch.ones(len(VOCABULARY))).eval()
        np.testing.assert_allclose(same(*batch).detach(), model(*batch).detach(), atol=1e-4)
        near = encoder.shrink(model, 2, 31, None, [batch], torch.ones(len(VOCABULARY))).eval()
        np.testing.assert_allclose(near(*batch).detach(), model(*batch).detach(), atol=0.1)
        less = encoder.shrink(model, 1, 16, 8, [batch], torch.ones(len(VOCABULARY)))
        self.assertEqual((1, 16, (len(VOCABULARY), 8)), (len(less.layers), less.layers[0].up.out_features, tuple(less.words.weight.shape)))

    def test_factorisation_is_exact_at_full_rank(self):
        table = torch.randn(40, 16)
        left, right = encoder.factorise(table, 16, torch.ones(40))
        np.testing.assert_allclose(left @ right.T, table, atol=1e-4)

    def test_training_lowers_the_loss(self):
        torch.manual_seed(1)
        model, pieces = small().bfloat16(), vocabulary()
        d = data.Document("The house of Bonn was there .".split(), ["O", "O", "O", "B-LOC", "O", "O", "O"], ["O"] * 7, [0])
        batch = [data.example(d, pieces)] * 4
        optimiser, losses = train.AdamW(model, 5e-3), []
        for step in range(30):
            loss = train.loss_of(model(*score.pad([e.ids for e in batch])), batch, 0.5)
            loss.backward()
            optimiser.step((step + 1) / 30)
            losses.append(loss.item())
        self.assertLess(losses[-1], losses[0] / 4)

    def test_export_is_well_formed(self):
        try:
            import export
        except ImportError:
            self.skipTest("python3-onnx is not installed")
        graph = export.graph_of(small()).graph
        self.assertEqual(["input_ids", "attention_mask", "token_type_ids"], [i.name for i in graph.input])
        made = {i.name for i in graph.input} | {c.name for c in graph.initializer}
        for node in graph.node:                                 # every input exists before it is used
            self.assertLessEqual(set(node.input), made)
            made |= set(node.output)
        self.assertIn("logits", made)

    def test_f1(self):
        scores = score.f1({(0, 1, "A"), (1, 2, "A"), (3, 4, "B")}, {(0, 1, "A"), (3, 4, "A")})
        self.assertEqual((0.5, 1 / 3, 0.4, 3), tuple(round(x, 9) if x != 1 / 3 else x for x in scores["ALL"]))


    def test_errors_are_counted_by_text(self):
        sentences = [["Ray", "of", "Bonn"], ["Bonn", "won"]]
        gold = {(0, 0, 1, "PER"), (0, 2, 3, "LOC"), (1, 0, 1, "ORG")}
        self.assertEqual([(1, "-", "LOC", "Ray of"), (1, "LOC", "ORG", "Bonn"), (1, "PER", "-", "Ray")],
                         score.errors(gold, {(0, 0, 2, "LOC"), (0, 2, 3, "ORG"), (1, 0, 1, "ORG")}, sentences, 9))


class Checkpoint(unittest.TestCase):
    def test_reads_a_table_with_shared_key_prefixes(self):
        """Written here by hand: two float32 tensors whose names share a prefix."""
        with tempfile.TemporaryDirectory() as folder:
            prefix = os.path.join(folder, "variables")
            a, b = np.arange(6, dtype=np.float32).reshape(2, 3), np.array([7], np.float32)
            write(prefix + ".data-00000-of-00001", a.tobytes() + b.tobytes(), "wb")
            entry = lambda shape, offset, size: bytes([8, 1, 18, 4 * len(shape)]) + b"".join(bytes([18, 2, 8, s]) for s in shape) + bytes(
                [32, offset, 40, size])
            record = lambda shared, key, value: bytes([shared, len(key), len(value)]) + key + value
            block = lambda records: records + struct.pack("<II", 0, 1)
            content = block(record(0, b"", b"") + record(0, b"w/a", entry((2, 3), 0, 24)) + record(2, b"b", entry((1,), 24, 4)))
            index = block(record(0, b"w/b", bytes([0, len(content)])))
            footer = bytes([0, 0, len(content) + 5, len(index)]).ljust(48, b"\0")
            write(prefix + ".index", content + b"\0" * 5 + index + b"\0" * 5 + footer, "wb")
            got = checkpoint.load(prefix)
        np.testing.assert_array_equal(a, got["w/a"])
        np.testing.assert_array_equal(b, got["w/b"])


class Inputs(unittest.TestCase):
    """What is wrong with a file is one sentence with file and line."""

    def refused(self, function, path, *wanted):
        with self.assertRaises(check.Bad) as caught:
            function(path)
        said = str(caught.exception)
        for part in (path, *wanted):
            self.assertIn(part, said)
        self.assertNotIn("\n", said)

    def test_conll(self):
        check.conll(temporary("-DOCSTART- O\n\nThe O\nU.S.-led B-MISC\n\nRay I-PER\n"))
        for text, wanted in [
                ("Ann B-PER\nwent O\nto O\nBonn B-GPE\n", ("line 4", '"B-GPE"')),
                ("Ann PER\n", ("line 1", '"PER"')),
                ("Ann X-PER\n", ("line 1", '"X-PER"')),
                ("Ann NNP B-PER\nwent O\n", ("line 2", "2 columns", "line 1 has 3")),
                ("Ann\n", ("line 1", "no tag")),
                ("", ("line 1", "no documents")),
                ("-DOCSTART- O\n\n-DOCSTART- O\n", ("line 1", "no documents"))]:
            self.refused(check.conll, temporary(text), *wanted)
        self.refused(check.conll, "/no/such/file", "no such file")

    def test_bytes_that_are_no_text(self):
        path = temporary("")
        write(path, b"Ann B-PER\n\xff\xfe O\n", "wb")
        self.refused(check.conll, path, "line 2", "UTF-8")

    def test_articles(self):
        check.articles(temporary('{"id": 1, "text": "Ann said no."}\n'))
        for text, wanted in [("{}\n", "line 1"), ('{"text": "a"}\n{"text"\n', "line 2"), ("[1]\n", "line 1"), ("", "no documents"),
                             ('{"text": ""}\n', "no documents")]:
            self.refused(check.articles, temporary(text), wanted)
        self.refused(check.articles, "/no/such/file.gz", "no such file")
        broken = temporary("") + ".gz"
        write(broken, b"this is not compressed", "wb")
        self.refused(check.articles, broken, "compression")

    def test_brat(self):
        with tempfile.TemporaryDirectory() as folder:
            with self.assertRaises(check.Bad):
                check.brat(folder)
            for sub in ("text", "attributions"):
                os.mkdir(os.path.join(folder, sub))
            with self.assertRaisesRegex(check.Bad, "no documents"):
                check.brat(folder)
            write(os.path.join(folder, "text", "a.txt"), "Ann said no.")
            with self.assertRaisesRegex(check.Bad, "no documents"):
                check.brat(folder)
            ann = os.path.join(folder, "attributions", "a_0.ann")
            write(ann, "T1\tSource 0 3\tAnn\nT2\tContent 4 12\tsaid\nThe rest of a text of two lines\n")
            check.brat(folder)
            for line, wanted in [("T1\tSource 0 99\tAnn\n", "line 1: offsets 0 99"), ("T1\tCue 0 1\tA\nT2\tSource zero 3\tAnn\n", "line 2"),
                                 ("T1 Source 0 3 Ann\n", "line 1")]:
                write(ann, line)
                with self.assertRaisesRegex(check.Bad, wanted):
                    check.brat(folder)

    def test_the_command_says_it_in_one_sentence_and_ends_with_2(self):
        path = temporary("Ann B-PER\nBonn B-GPE\n")
        command = [os.path.join(os.path.dirname(os.path.abspath(__file__)), "run"), "/no/such/folder", "--gold", path, "--brat", "/none"]
        ended = subprocess.run(command, capture_output=True, text=True, env=dict(os.environ, PYTHON=sys.executable))
        self.assertEqual((2, 'run: %s, line 2: "B-GPE" is no tag of this set; it knows O and B- or I- of PER ORG LOC MISC.\n' % path),
                         (ended.returncode, ended.stderr))


class Headings(unittest.TestCase):
    def test_what_looks_like_one(self):
        for words, heading in [("Defense of Military Actions in Lima", True), ("RAY WINS IN BONN", True), ("Ray went to Bonn .", False),
                               ("Ray Poe Wins .", False), ("The council said it would vote", False), ("Ray", False)]:
            self.assertEqual(heading, data.looks_like_heading(words.split()), words)

    def test_capitals_go_where_sentences_have_none(self):
        case = data.Case()
        text = "Lawyers for the state said that a defense of these actions would fail in Bonn . Many defense lawyers in Bonn left NATO ."
        for _ in range(4):
            case.add(data.Document(text.split(), None, None, [0, 16]))
        self.assertEqual("defense of these actions in Bonn".split(), case.usual("Defense of These Actions in Bonn".split()))
        self.assertEqual("state and NATO in Bonn".split(), case.usual("STATE and NATO in BONN".split()))
        self.assertEqual(["Poe"], case.usual(["Poe"]))
        for _ in range(3):
            case.add(data.Document("She left the Defense Lawyers of Bonn .".split(), None, None, [0]))
        self.assertEqual("defense and Defense Lawyers of Bonn".split(), case.usual("DEFENSE and DEFENSE LAWYERS of BONN".split()))

    def test_the_teacher_reads_an_articles_headings_as_sentences(self):
        case = data.Case({"house": [9, 1, 0], "bonn": [0, 9, 0]})
        heading, none = data.Document("The House of Bonn".split(), None, None, [0]), ["O"] * 4
        self.assertEqual("The house of Bonn".split(), labels.for_teacher(heading, case).words)
        self.assertEqual("The House of Bonn".split(), heading.words)
        gold = data.Document("The House of Bonn".split(), none, None, [0])
        self.assertEqual("The House of Bonn".split(), labels.for_teacher(gold, case).words)

    def test_made_headings_keep_labels_and_length(self):
        words = "the house of Bonn was there".split()
        seen = set()
        for seed in range(80):
            d = data.as_headlines(data.Document(list(words), ["O"] * 6, None, [0]), random.Random(seed))
            self.assertEqual([w.lower() for w in words], [w.lower() for w in d.words])
            seen.add(" ".join(d.words))
        self.assertEqual({"the house of Bonn was there", "THE HOUSE OF BONN WAS THERE", "The House Of Bonn Was There",
                          "The House of Bonn Was There"}, seen)


class Habits(unittest.TestCase):
    def test_each_set_has_a_head_beside_the_common_one(self):
        torch.manual_seed(1)
        model, pieces = small(habits=3).bfloat16(), vocabulary()
        words, none = "The house of Bonn was there .".split(), ["O"] * 7
        first = data.example(data.Document(words, ["O", "O", "O", "B-LOC", "O", "O", "O"], none, [0], habit=1), pieces)
        second = data.example(data.Document(words, ["O", "B-ORG", "I-ORG", "I-ORG", "O", "O", "O"], none, [0], habit=2), pieces)
        batch, optimiser = [first, second] * 2, train.AdamW(model, 5e-3)
        for step in range(60):
            train.loss_of(model(*score.pad([e.ids for e in batch])), batch).backward()
            optimiser.step((step + 1) / 60)
        window = data.Document(words, None, None, [0])
        self.assertEqual((9 * 3 + 7,), score.word_log_probabilities(model, [window], pieces)[0][0].shape)
        for habit, label in ((1, "B-LOC"), (2, "I-ORG")):
            self.assertEqual(label, score.predict(model, [window], pieces, habit)[0][0][3])

    def test_a_teachers_labels_come_from_the_head_asked_for(self):
        torch.manual_seed(1)
        namer, model, pieces = small(habits=2).eval(), small(habits=2).eval(), vocabulary()
        d = data.Document(["The", "Poroshenko", "house", "."] * 20, None, None, list(range(0, 80, 4)))
        soft, = labels.average([namer, namer], [model], [d], pieces, 1, longest=30)
        self.assertEqual((80, 16), soft.shape)
        begin, end = next(labels.piece_windows(d, pieces, 30))
        entities, attributions = (score.word_log_probabilities(m, [d.window(begin, end)], pieces)[0] for m in (namer, model))
        np.testing.assert_allclose(soft[begin:end], np.concatenate([entities[:, 9:18], attributions[:, 18:]], 1), atol=2e-2)

    def test_windows_of_pieces_hold_whole_sentences_or_cut_a_long_one(self):
        pieces = vocabulary()
        d = data.Document(["Poroshenko"] * 10, None, None, [0, 3, 6])
        self.assertEqual([(0, 3), (3, 6), (6, 9), (9, 10)], list(labels.piece_windows(d, pieces, 15)))
        self.assertEqual([(0, 6), (6, 10)], list(labels.piece_windows(d, pieces, 24)))
        self.assertEqual([(0, 2), (2, 3), (3, 5), (5, 6), (6, 8), (8, 10)], list(labels.piece_windows(d, pieces, 9)))

    def test_soft_labels_of_a_words_later_pieces_say_inside(self):
        soft = np.full((1, 16), data.LEAST, np.float32)
        soft[0, 1], soft[0, 9] = 0, 0                          # B-PER, and no attribution
        e = data.example(data.Document(["Poroshenko"], None, None, [0], soft=soft), vocabulary())
        self.assertEqual([1, 2, 2, 2], e.soft[1:-1, :9].argmax(1).tolist())
        self.assertEqual([0, 0, 0, 0], e.soft[1:-1, 9:].argmax(1).tolist())

    def test_shards_come_back_as_they_were(self):
        soft = np.random.RandomState(1).rand(3, 16).astype(np.float16)
        gold = data.Document(["The", "“", "Bonn"], ["O", "O", "B-LOC"], None, [0, 2], habit=2)
        plain = data.Document(["Ray"], None, ["B-SOURCE"], [0])
        path = temporary("") + ".npz"
        labels.write(path, [gold, plain], [soft, soft[:1]])
        a, b = labels.read(path)
        self.assertEqual((gold.words, gold.entities, None, [0, 2], 2), (a.words, a.entities, a.attributions, a.sentences, a.habit))
        self.assertEqual((["Ray"], None, ["B-SOURCE"], [0], 0), (b.words, b.entities, b.attributions, b.sentences, b.habit))
        np.testing.assert_array_equal(soft, a.soft)


class GoingOn(unittest.TestCase):
    SETTINGS = dict(epochs=2, rate=1e-3, batch_pieces=60, freeze=0, mask_pieces=0.1, soft_weight=1.0, attribution_weight=1.0, seed=3,
                    evaluations=1, minutes_between=1000)

    def train(self, out, stop_after=None, **other):
        torch.manual_seed(1)
        pieces, asked = vocabulary(), [0]
        d = data.Document("The house of Bonn was there . He said the Poroshenko cafe led".split(), ["O"] * 13, ["O"] * 13, [0, 7])
        model = small(dropout=0.1)

        def say(text):
            asked[0] += 1

        real = train.one_step

        def step(*a):
            loss = real(*a)
            if a[1].step_number == stop_after:
                os.kill(os.getpid(), signal.SIGTERM)
            return loss

        train.one_step = step
        try:
            train.fit(model, lambda epoch: data.training_examples([d] * 20, pieces, epoch), dict(self.SETTINGS, **other), out, pieces, None, say)
        finally:
            train.one_step = real
        return encoder.load(out).state_dict()

    def test_a_stopped_training_ends_as_one_that_was_not(self):
        with tempfile.TemporaryDirectory() as folder:
            whole = self.train(os.path.join(folder, "whole.pt"))
            out = os.path.join(folder, "stopped.pt")
            for step in (2, 9):
                with self.assertRaises(train.Stopped):
                    self.train(out, step)
                self.assertFalse(os.path.exists(out))
            parts = self.train(out)
            self.assertEqual(["stopped.pt", "whole.pt"], sorted(os.listdir(folder)))
        for name, value in whole.items():
            self.assertTrue(torch.equal(value, parts[name]), name)

    def test_other_settings_are_refused(self):
        with tempfile.TemporaryDirectory() as folder:
            out = os.path.join(folder, "stopped.pt")
            with self.assertRaises(train.Stopped):
                self.train(out, 2)
            with self.assertRaisesRegex(ValueError, "rate 0.001, not 0.1"):
                self.train(out, rate=0.1)


def vocabulary():
    return tokens.WordPieces(temporary("\n".join(VOCABULARY) + "\n"))


def small(**other):
    return encoder.Encoder(len(VOCABULARY), **dict(dict(layers=2, feed_forward=32, width=16, heads=2, positions=64, dropout=0.0), **other))


def temporary(text):
    f = tempfile.NamedTemporaryFile("w", suffix=".txt", delete=False, encoding="utf-8")
    with f:
        f.write(text)
    return f.name


def write(path, content, mode="w"):
    with open(path, mode, **({} if "b" in mode else {"encoding": "utf-8"})) as f:
        f.write(content)


if __name__ == "__main__":
    unittest.main()
