"""Documents as `tokens.ts` wrote them → windows of word pieces with labels. `reader/` cuts windows in the same way."""
import json
import os
import unicodedata
from functools import lru_cache

TYPES = {
    "PER": "PER PERSON Person person politician",
    "ORG": "ORG ORGANIZATION Organisation organisation organization politicalparty",
    "LOC": "LOC LOCATION Location location country place",
    "MISC": "MISC misc event election",
}
TYPE = {name: kind for kind, names in TYPES.items() for name in names.split()}
#: sets in which "no name" may be a MISC that they do not mark
WITHOUT_MISC = {"uner-ewt.dev", "gum-news.train", "gum-news.dev", "ieer.developers", "finer-ord.dev", "re3d.developers"}
#: sets of single sentences, which share windows
SENTENCES = {"uner-ewt.dev", "crossner-politics-detok.train", "crossner-politics-detok.dev"}
LONGEST_WORD = 12  # pieces of one token; the rest of a web address says nothing


class WordPiece:
    """Uncased BERT word pieces of one token. `src/reader/wordpiece.ts` is its twin: tests/reader holds them together."""

    def __init__(self, vocabulary):
        self.ids = {line.rstrip("\n"): number for number, line in enumerate(open(vocabulary, encoding="utf8"))}
        self.cls, self.sep, self.unknown = self.ids["[CLS]"], self.ids["[SEP]"], self.ids["[UNK]"]
        self.pieces = lru_cache(1 << 20)(self._pieces)

    def _pieces(self, form):
        pieces = [piece for part in self._parts(form) for piece in self._greedy(part)]
        return (pieces or [self.unknown])[:LONGEST_WORD]

    @staticmethod
    def _parts(form):
        """Lower case without accents, cut at punctuation: every mark is a part of its own."""
        plain = "".join(c for c in unicodedata.normalize("NFD", form.lower()) if unicodedata.category(c) != "Mn")
        parts, current = [], ""
        for c in plain:
            code = ord(c)
            is_mark = 33 <= code <= 47 or 58 <= code <= 64 or 91 <= code <= 96 or 123 <= code <= 126 or unicodedata.category(c)[0] == "P"
            if is_mark or c.isspace():
                if current:
                    parts.append(current)
                current = ""
                if is_mark:
                    parts.append(c)
            else:
                current += c
        return parts + [current] if current else parts

    def _greedy(self, part):
        if len(part) > 100:
            return [self.unknown]
        found, start = [], 0
        while start < len(part):
            end = len(part)
            while end > start and ("##" if start else "") + part[start:end] not in self.ids:
                end -= 1
            if end == start:
                return [self.unknown]
            found.append(self.ids[("##" if start else "") + part[start:end]])
            start = end
        return found


def bio(tokens, spans, begin, inside):
    """One label a token; spans are (start, end) in characters, the outermost wins."""
    labels = [0] * len(tokens)
    for start, end in sorted(spans, key=lambda s: (s[0] - s[1], s[0])):
        index = [i for i, t in enumerate(tokens) if t[0] < end and t[1] > start]
        if index and not any(labels[i] for i in index):
            labels[index[0]] = begin
            for i in index[1:]:
                labels[i] = inside
    return labels


def name_labels(document):
    labels = [0] * len(document["tokens"])
    order = ["PER", "ORG", "LOC", "MISC"]
    for span in sorted(document["spans"] or [], key=lambda s: (s["end"] - s["start"]), reverse=True):
        kind = TYPE.get(span["type"])
        if kind is None or span.get("named", True) is False:
            continue
        index = [i for i, t in enumerate(document["tokens"]) if t[0] < span["end"] and t[1] > span["start"]]
        if not index or any(labels[i] for i in index):
            continue
        begin = 1 + 2 * order.index(kind)
        for i in index:
            labels[i] = begin + (i != index[0])
    return labels


def quote_labels(document):
    spans = {"cue": set(), "source": set(), "content": set()}
    for quote in document["quotes"] or []:
        for role, found in spans.items():
            found.update(tuple(s) for s in quote.get(role) or [])
    return [bio(document["tokens"], spans[role], 1, 2) for role in ("cue", "source", "content")]


def load(folder, name):
    """Documents with labels: {tokens, sentences, names: [..] | None, quotes: [cue, source, content] | None, misc: bool}."""
    documents = []
    for line in open(os.path.join(folder, name + ".jsonl"), encoding="utf8"):
        document = json.loads(line)
        is_quotes = name.startswith("polnear")
        documents.append({
            "id": document["id"], "set": name, "tokens": document["tokens"], "sentences": document["sentences"],
            "names": None if is_quotes else name_labels(document), "quotes": quote_labels(document) if is_quotes else None,
            "misc": name not in WITHOUT_MISC,
        })
    return documents


def windows(documents, wordpiece, length, first_length=None):
    """
    Sentences packed into windows of at most `length` pieces. A longer sentence is cut where it must be.
    A window: {ids, casing, first: piece of each token, at: (document, token) of each, names, quotes, misc}.
    """
    out = []
    for number, document in enumerate(documents):
        limit = first_length or length
        current, sentence_start = None, {}
        for first, last in document["sentences"]:
            size = sum(len(wordpiece.pieces(document["tokens"][i][2])) for i in range(first, last))
            if current and len(current["ids"]) + size + 1 > limit:
                out.append(current)
                current, limit = None, length
            for i in range(first, last):
                _, _, form, casing = document["tokens"][i]
                pieces = wordpiece.pieces(form)
                if current and len(current["ids"]) + len(pieces) + 1 > max(limit, 8):
                    out.append(current)
                    current, limit = None, length
                if current is None:
                    current = {"ids": [wordpiece.cls], "casing": [6], "first": [], "at": [], "sentence": [], "set": document["set"], "misc": document["misc"],
                               "names": [] if document["names"] else None, "quotes": [] if document["quotes"] else None}
                current["first"].append(len(current["ids"]))
                current["at"].append((number, i))
                current["sentence"].append(first)
                current["ids"] += pieces
                current["casing"] += [casing] * len(pieces)
                if current["names"] is not None:
                    current["names"].append(document["names"][i])
                if current["quotes"] is not None:
                    current["quotes"].append([labels[i] for labels in document["quotes"]])
        if current:
            out.append(current)
    for window in out:
        window["ids"].append(wordpiece.sep)
        window["casing"].append(6)
    return out


def joined(documents, size=12):
    """Single sentences set side by side, so that windows are full."""
    out = []
    for at in range(0, len(documents), size):
        group = documents[at:at + size]
        whole = {**group[0], "tokens": [], "sentences": [], "names": []}
        for document in group:
            offset = len(whole["tokens"])
            whole["tokens"] += document["tokens"]
            whole["sentences"] += [[a + offset, b + offset] for a, b in document["sentences"]]
            whole["names"] += document["names"]
        out.append(whole)
    return out
