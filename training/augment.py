"""Changes that news may show and the sets do not: names of every origin, words spun by a rewriter, lost casing, broken marks."""
import json
import os
import random

PERSON, ORGANIZATION, PLACE = 1, 3, 5  # labels that begin a name; the label after each goes on with it
LOWER, TITLE, UPPER = 0, 1, 2


def name_words(lexicons, file):
    """The single words of a list of names that weigh enough to be sure: `given-names.json`, `family-names.json`."""
    groups = json.load(open(os.path.join(lexicons, file), encoding="utf8"))
    return sorted({name for group in groups for name in group["names"] if name.isalpha() and name[0].isupper() and len(name) > 2})


class NameSwaps:
    """Puts other names into labelled documents, the same one everywhere in a document."""

    def __init__(self, documents, lexicons, share):
        self.share = share
        self.given, self.family = name_words(lexicons, "given-names.json"), name_words(lexicons, "family-names.json")
        self.bodies = {label: self._names(documents, label) for label in (ORGANIZATION, PLACE)}

    @staticmethod
    def _names(documents, label):
        """Distinct names of a kind as lists of tokens, those in title case apart from those in capitals."""
        found = {TITLE: {}, UPPER: {}}
        for document in documents:
            for start, end in spans(document["names"], label):
                tokens = document["tokens"][start:end]
                if tokens[0][3] in found and len(tokens) < 8:
                    found[tokens[0][3]][" ".join(t[2] for t in tokens)] = tokens
        return {casing: list(names.values()) for casing, names in found.items()}

    def of(self, document):
        """The document, or at `share` of the calls a copy of it with other names."""
        if random.random() >= self.share:
            return document
        others = {}
        starts = {s: (e, label) for label in (PERSON, ORGANIZATION, PLACE) for s, e in spans(document["names"], label)}
        tokens, names, at, moved = [], [], 0, [0]
        while at < len(document["tokens"]):
            end, label = starts.get(at, (at + 1, 0))
            old = document["tokens"][at:end]
            new = old if label == 0 else self._person(old, others) if label == PERSON else self._body(old, label, others)
            tokens += new
            names += document["names"][at:end] if label == 0 else [label] + [label + 1] * (len(new) - 1)
            moved += [len(tokens)] * (end - at)
            at = end
        return {**document, "tokens": tokens, "names": names, "sentences": [[moved[a], moved[b]] for a, b in document["sentences"]]}

    def _person(self, tokens, others):
        words = [i for i, t in enumerate(tokens) if t[3] in (TITLE, UPPER) and len(t[2]) > 2 and t[2].isalpha()]
        new = list(tokens)
        for i in words:
            key = tokens[i][2].lower()
            if key not in others:
                others[key] = random.choice(self.family if i == words[-1] else self.given)
            name = others[key].upper() if tokens[i][3] == UPPER else others[key]
            new[i] = [tokens[i][0], tokens[i][1], name, tokens[i][3]]
        return new

    def _body(self, tokens, label, others):
        key, casing = " ".join(t[2] for t in tokens), tokens[0][3]
        if casing not in (TITLE, UPPER) or random.random() < 0.5 and key not in others:
            return others.setdefault(key, tokens)
        return others.setdefault(key, random.choice(self.bodies[label][casing] or [tokens]))


class SpunWords:
    """Puts synonyms for words as a rewriter's program does, in names of bodies too: "Division of Homeland Safety"."""

    def __init__(self, lexicons, share):
        self.share = share
        table = json.load(open(os.path.join(lexicons, "synonyms.json"), encoding="utf8"))
        singles = {word: [s for s in f"{close} {near}".split() if "_" not in s] for word, close, near, _ in table if len(word) > 3}
        self.synonyms = {word: others for word, others in singles.items() if others}

    def of(self, document):
        """The document, or at `share` of the calls a copy whose every third known word is another, the same one everywhere."""
        if random.random() >= self.share:
            return document
        others, tokens = {}, []
        for token in document["tokens"]:
            start, end, form, casing = token
            word = form.lower()
            if word not in others:
                known = word in self.synonyms and casing in (LOWER, TITLE, UPPER)
                others[word] = random.choice(self.synonyms[word]) if known and random.random() < 0.33 else None
            other = others[word]
            tokens.append([start, end, written_as(other, casing), casing] if other else token)
        return {**document, "tokens": tokens}


def written_as(word, casing):
    return word.upper() if casing == UPPER else word.capitalize() if casing == TITLE else word


def spans(labels, begin):
    """(start, end) of the names that begin with label `begin`."""
    found, start = [], None
    for i, label in enumerate([*labels, 0]):
        if start is not None and label != begin + 1:
            found.append((start, i))
            start = None
        if label == begin:
            start = i
    return found


def shaken_casing(window):
    """Casing classes with now and then a sentence all in capitals, title case or lower case: the pieces stay the same."""
    casing = list(window["casing"])
    changed = {}
    for token, sentence in enumerate(window["sentence"]):
        if sentence not in changed:
            dice = random.random()
            changed[sentence] = "upper" if dice < 0.04 else "title" if dice < 0.07 else "lower" if dice < 0.08 else None
        how = changed[sentence]
        if how is None:
            continue
        end = window["first"][token + 1] if token + 1 < len(window["first"]) else len(casing) - 1
        for piece in range(window["first"][token], end):
            if casing[piece] in (0, 1, 2, 4):
                casing[piece] = {"upper": 2, "title": 1, "lower": 0}[how]
    return casing


def shaken_marks(window, marks, comma):
    """Piece ids with the quotation marks of another house (straight for curved), or now and then one lost to a comma."""
    dice = random.random()
    if dice > 0.25:
        return window["ids"]
    ids = list(window["ids"])
    at = [i for i in window["first"] if ids[i] in marks.values()]
    if dice < 0.20:
        for number, i in enumerate(at):
            ids[i] = marks['"'] if ids[i] != marks['"'] else marks["“"] if number % 2 == 0 else marks["”"]
    elif at:
        ids[random.choice(at)] = comma
    return ids
