"""Scores a run on the dev sets, window by window: `python training/evaluate.py RUN --base BASE [--length 192]`."""
import argparse
import json
import os

import torch

from corpus import WordPiece, load, windows
from encoder import Reader
from measure import allowed_steps, decode, names_f1, role_f1

NAME_DEV = ["cleanconll-detok.dev", "crossner-politics-detok.dev", "ieer.developers", "finer-ord.dev"]


def padded(batch, ids_of=lambda w: w["ids"], casing_of=lambda w: w["casing"]):
    """ids, casing and mask of windows set side by side."""
    size = max(len(w["ids"]) for w in batch)
    ids, casing, mask = torch.zeros(len(batch), size, dtype=torch.long), torch.full((len(batch), size), 6), torch.zeros(len(batch), size)
    for row, window in enumerate(batch):
        n = len(window["ids"])
        ids[row, :n] = torch.tensor(ids_of(window))
        casing[row, :n] = torch.tensor(casing_of(window))
        mask[row, :n] = 1
    return ids, casing, mask


@torch.no_grad()
def predicted(model, docs, wordpiece, length, heads):
    """For each head (first column, labels): label sequences of the documents, decoded window by window."""
    model.eval()
    out = [[[0] * len(d["tokens"]) for d in docs] for _ in heads]
    found = sorted(windows(docs, wordpiece, length), key=lambda w: len(w["ids"]))
    for at in range(0, len(found), 16):
        batch = found[at:at + 16]
        scores = model(*padded(batch)).numpy()
        for row, window in enumerate(batch):
            for labels, (first, count) in zip(out, heads):
                chosen = decode(scores[row][window["first"]][:, first:first + count], allowed_steps(count))
                for (number, token), label in zip(window["at"], chosen):
                    labels[number][token] = label
    return out


def evaluate(model, tokens, wordpiece, length):
    """F1 by set of names, and of cue, source and content on PolNeAR's dev articles."""
    result = {}
    for name in NAME_DEV:
        docs = load(tokens, name)
        [labels] = predicted(model, docs, wordpiece, length, [(0, 9)])
        result[name] = names_f1([(d["names"], p) for d, p in zip(docs, labels)])
    docs = load(tokens, "polnear.dev")
    for i, labels in enumerate(predicted(model, docs, wordpiece, length, [(9, 3), (12, 3), (15, 3)])):
        result[("cue", "source", "content")[i]] = role_f1([(d["quotes"][i], p) for d, p in zip(docs, labels)])
    return result


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("run")
    parser.add_argument("--base", required=True)
    parser.add_argument("--tokens", default="training/runs/tokens")
    parser.add_argument("--length", type=int, default=192)
    parser.add_argument("--threads", type=int, default=1)
    A = parser.parse_args()
    torch.set_num_threads(A.threads)
    state = torch.load(os.path.join(A.run, "last.pt"), weights_only=False)
    reader = Reader(**state["config"])
    reader.load_state_dict(state["model"])
    print(json.dumps(evaluate(reader, A.tokens, WordPiece(os.path.join(A.base, "vocab.txt")), A.length)))
