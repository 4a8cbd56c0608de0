"""Words as Hearsay cuts them, and word pieces as Spark NLP 5.5.3 makes them from those words.

Both must equal what runs in Java, or the model meets other input than it was trained on.
"""
import functools
import re
import unicodedata

# Abbreviations that keep their full stop; any single capital letter (an initial) keeps it too.
ABBREVIATIONS = frozenset("""Mr Mrs Ms Dr Rep Reps Sen Sens Gov Gen Lt Col Sgt Capt Cmdr Maj Adm Prof Rev Hon Pres St Ste Mt Ft Jr Sr
Inc Corp Co Cos Ltd Bros Assn Dept Univ No Nos vs etc al Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec
Mon Tue Tues Wed Thu Thurs Fri Sat Sun
Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo
""".split())

_TOKEN = re.compile(r"""
    https?://\S+ | www\.\S+                                   # an address stays whole
  | (?:[^\W\d_]\.){2,}                                        # U.S.  D.C.  a.m.
  | (?:Ph\.D\.)
  | (?P<abbreviation>[^\W\d_]+)\.(?=(?P<after>.?))            # Mr.  Va.  J.   (checked below)
  | \d+(?:[.,]\d+)*[^\W\d_]*                                  # 1,000.5  1990s  10th
  | (?P<negated>[^\W_]+?)(?=n['’]t\b)                         # do | n't
  | n['’]t\b
  | ['’](?:s|re|ve|ll|d|m)\b                                  # Ray | 's
  | [^\W_]+
  | '' | `` | -{2,} | \.{2,} | \*{2,} | _+
  | \S
""", re.VERBOSE | re.IGNORECASE)


def tokenize(text):
    """-> list of (begin, end), offsets in `text`."""
    spans, at = [], 0
    while at < len(text):
        match = _TOKEN.match(text, at)
        if not match:                                         # white space
            at += 1
            continue
        begin, end = match.span()
        word = match.group("abbreviation")
        if word is not None and not _keeps_full_stop(word):
            end = begin + len(word)
            contraction = re.match(r"[^\W_]+?(?=n['’]t\b)", text[begin:end + 2], re.I)
            end = begin + contraction.end() if contraction else end
        spans.append((begin, end))
        at = end
    return spans


def _keeps_full_stop(word):
    return word in ABBREVIATIONS or len(word) == 1 and word.isupper() and word != "I" or (
        word.isupper() and len(word) > 1 and word.capitalize() in ABBREVIATIONS and word not in ("NO", "MISS", "SUN", "SAT", "MASS", "WASH"))


def words(text):
    return [text[b:e] for b, e in tokenize(text)]


# ---------------------------------------------------------------- word pieces, the way Spark NLP makes them

def _is_punctuation(c):
    """ASCII punctuation, or a name that says so. Curly quotes and dashes are none (Spark NLP's rule, not Google's)."""
    code = ord(c)
    return 33 <= code <= 47 or 58 <= code <= 64 or 91 <= code <= 96 or 123 <= code <= 126 or (
        code > 126 and "PUNCTUATION" in unicodedata.name(c, ""))


def _is_chinese(c):
    code = ord(c)
    return 0x3400 <= code <= 0x4DBF or 0x4E00 <= code <= 0x9FFF or 0xF900 <= code <= 0xFAFF


def _is_filtered(c):
    return c in "\0�" or unicodedata.category(c) == "Cc" and c not in "\t\n\r"


def _without_accents(text):
    return "".join(c for c in unicodedata.normalize("NFD", text) if not "\u0300" <= c <= "\u036f")


def basic_tokens(word):
    """BERT's basic tokenisation of one word: split around punctuation, accents stripped, case kept."""
    out, i = [], 0
    while i < len(word):
        end = i
        while end < len(word) and not (_is_filtered(word[end]) or _is_punctuation(word[end]) or _is_chinese(word[end])
                                       or word[end].isspace()):
            end += 1
        if end > i:
            out.append(word[i:end])
        if end < len(word) and (_is_punctuation(word[end]) or _is_chinese(word[end])):
            out.append(word[end])
        i = end + 1
    plain = (_without_accents(t.strip()) for t in out)
    return [t for t in ("".join(c for c in t if not _is_filtered(c)) for t in plain) if t]


class WordPieces:
    """Greedy longest-match word pieces over a BERT vocabulary (Wu et al. 2016; Devlin et al. 2019)."""

    def __init__(self, vocabulary_path):
        with open(vocabulary_path, encoding="utf-8") as f:
            self.pieces = [line.rstrip("\n") for line in f]
        self.ids = {p: i for i, p in enumerate(self.pieces)}
        self.pad, self.unk, self.cls, self.sep, self.mask = (self.ids[p] for p in ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"))
        self.of_word = functools.lru_cache(maxsize=200_000)(self._of_word)

    def _of_word(self, word, head_only=True):
        """Ids of one word. Spark NLP keeps only the first basic token of a word ("U.S." -> "U"); head_only=False keeps all."""
        basic = basic_tokens(word)
        return tuple(i for t in (basic[:1] if head_only else basic) for i in self._greedy(t))

    def _greedy(self, token):
        out, begin = [], 0
        while begin < len(token):
            end = len(token)
            while end > begin:
                piece = self.ids.get(("##" if begin else "") + token[begin:end])
                if piece is not None:
                    break
                end -= 1
            else:
                return [self.unk]
            out.append(piece)
            begin = end
        return out
