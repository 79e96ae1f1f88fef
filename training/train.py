"""
Trains the reader: `python training/train.py OUT --layers 0,1,2 --epochs 3`. Goes on from OUT/last.pt where it is there.

Two kinds of batches in turn: windows with names (several sets) and windows with cue, source and content (PolNeAR).
Casing is shaken (a sentence in capitals, a title-cased line), window lengths vary, and a word that a set leaves
unmarked may be a MISC where the set does not mark those.
"""
import argparse
import json
import math
import os
import random
import time

import torch
import torch.nn.functional as F

from augment import NameSwaps, SpunWords, shaken_casing, shaken_marks
from corpus import SENTENCES, WordPiece, joined, load, windows
from encoder import Reader
from evaluate import evaluate, padded
from teacher import Teachers, distance

NAME_SETS = ["conll2003-clean.train", "crossner-politics-detok.train", "gum-news.train", "wikigold-detok.all", "uner-ewt.dev"]

parser = argparse.ArgumentParser()
parser.add_argument("out")
parser.add_argument("--tokens", default="training/runs/tokens")
parser.add_argument("--base", required=True, help="folder of the MiniLM package's model: vocab.txt and model.safetensors")
parser.add_argument("--layers", default="0,1,2")
parser.add_argument("--epochs", type=float, default=3)
parser.add_argument("--batch", type=int, default=8)
parser.add_argument("--rate", type=float, default=2e-4)
parser.add_argument("--decay", type=float, default=0.85, help="learning rate of each layer against the one above it")
parser.add_argument("--length", type=int, default=128)
parser.add_argument("--threads", type=int, default=1)
parser.add_argument("--seed", type=int, default=7)
parser.add_argument("--without", default="", help="sets to leave out: conll2003-clean.train for the model without Reuters text")
parser.add_argument("--start", help="checkpoint whose weights to start from, instead of the package's")
parser.add_argument("--start-layers", help="layers of --start to keep, where it has more than this run: 0,2")
parser.add_argument("--inner", type=int, default=1536, help="width of the inner layers; a narrower one keeps the strongest units of --start")
parser.add_argument("--teachers", default="", help="runs whose last checkpoints say soft labels, by commas")
parser.add_argument("--teaching", type=float, default=1.0, help="weight of what the teachers say beside the sets' labels")
parser.add_argument("--swaps", type=float, default=0.3, help="share of documents whose names are put in from lists")
parser.add_argument("--spun", type=float, default=0.1, help="share of documents whose words a rewriter's synonyms stand for")
parser.add_argument("--names-weight", type=float, default=1.0)
A = parser.parse_args()

torch.set_num_threads(A.threads)
torch.set_flush_denormal(True)
random.seed(A.seed)
torch.manual_seed(A.seed)
os.makedirs(A.out, exist_ok=True)
wordpiece = WordPiece(os.path.join(A.base, "vocab.txt"))


def documents(name):
    found = load(A.tokens, name)
    return joined(found) if name in SENTENCES else found


name_sets = [name for name in NAME_SETS if name not in A.without.split(",")]
name_documents = [d for name in name_sets for d in documents(name)]
quote_documents = documents("polnear.train")


lexicons = os.path.join(os.path.dirname(__file__), "../src/lexicons")
swaps, spun = NameSwaps(name_documents, lexicons, A.swaps), SpunWords(lexicons, A.spun)
marks, comma = {mark: wordpiece.ids[mark] for mark in ('"', "“", "”")}, wordpiece.ids[","]


def epoch_windows(docs):
    docs = [spun.of(swaps.of(d) if d["names"] is not None else d) for d in docs]
    length = random.choice([A.length, A.length, A.length * 3 // 4])
    return windows(docs, wordpiece, length, random.randint(length // 3, length))


def batches(docs):
    """Batches of windows of like length, in random order."""
    found = epoch_windows(docs)
    random.shuffle(found)
    out = []
    for at in range(0, len(found), A.batch * 20):
        group = sorted(found[at:at + A.batch * 20], key=lambda w: len(w["ids"]))
        out += [group[i:i + A.batch] for i in range(0, len(group), A.batch)]
    random.shuffle(out)
    return out


def firsts(batch):
    """Row and piece of every token of a batch."""
    rows = torch.cat([torch.full((len(w["first"]),), row, dtype=torch.long) for row, w in enumerate(batch)])
    return rows, torch.cat([torch.tensor(w["first"]) for w in batch])


def loss_of(out, batch, rows, pieces):
    scores = out[rows, pieces]
    if batch[0]["quotes"] is not None:
        gold = torch.cat([torch.tensor(w["quotes"]) for w in batch])
        return sum(F.cross_entropy(scores[:, 9 + 3 * i:12 + 3 * i], gold[:, i]) for i in range(3))
    gold = torch.cat([torch.tensor(w["names"]) for w in batch])
    log = F.log_softmax(scores[:, :9], -1)
    right = log.gather(1, gold[:, None])[:, 0]
    open_misc = torch.cat([torch.full((len(w["first"]),), not w["misc"]) for w in batch]) & (gold == 0)
    right = torch.where(open_misc, torch.logsumexp(log[:, [0, 7, 8]], -1), right)
    return -right.mean() * A.names_weight


keep = [int(layer) for layer in A.layers.split(",")]
model = Reader(layers=len(keep), inner=A.inner)
if A.start:
    model.start_from_run(torch.load(A.start, weights_only=False)["model"], A.start_layers.split(",") if A.start_layers else range(len(keep)))
else:
    model.start_from(os.path.join(A.base, "model.safetensors"), keep)
teachers = Teachers(A.teachers.split(",")) if A.teachers else None
groups = []
for name, parameter in model.named_parameters():
    if name == "word.weight":
        continue
    depth = len(keep) if not name.startswith("layers.") else len(keep) - 1 - int(name.split(".")[1])
    scale = 4.0 if name.startswith("out.") else 3.0 if name.startswith("casing") else A.decay ** depth
    plain = "norm" in name or name.endswith("bias")
    groups.append({"params": [parameter], "lr": A.rate, "base": A.rate * scale, "weight_decay": 0.0 if plain else 0.01})
optimizer = torch.optim.AdamW(groups, betas=(0.9, 0.98), fused=True)
word_rate = A.rate * A.decay ** len(keep)
word_optimizer = torch.optim.SparseAdam([model.word.weight], lr=word_rate, betas=(0.9, 0.98))
dense = [p for g in groups for p in g["params"]]

quote_count, name_count = len(batches(quote_documents)), len(batches(name_documents))
total = int(A.epochs * (quote_count + name_count))
share = name_count / (quote_count + name_count)
step, spent, scores = 0, 0.0, {}
last = os.path.join(A.out, "last.pt")
if os.path.exists(last):
    state = torch.load(last, weights_only=False)
    model.load_state_dict(state["model"])
    optimizer.load_state_dict(state["optimizer"])
    word_optimizer.load_state_dict(state["word_optimizer"])
    step, spent = state["step"], state["spent"]
    print(f"goes on from step {step}", flush=True)
print(f"{total} steps, {quote_count} batches of quotes and {name_count} of names an epoch, sets {name_sets}", flush=True)


def save():
    state = {"model": model.state_dict(), "optimizer": optimizer.state_dict(), "word_optimizer": word_optimizer.state_dict(),
             "step": step, "spent": spent + time.time() - began, "config": model.config, "sets": name_sets, "seed": A.seed, "scores": scores}
    torch.save(state, last + ".new")
    os.replace(last + ".new", last)


began, pieces, losses = time.time(), 0, {"names": [], "quotes": []}
waiting = {"names": [], "quotes": []}
while step < total:
    kind = "names" if int((step + 1) * share) > int(step * share) else "quotes"
    if not waiting[kind]:
        waiting[kind] = batches(name_documents if kind == "names" else quote_documents)
    batch = waiting[kind].pop()
    rate = min(1, (step + 1) / (0.05 * total)) * max(0.02, 1 - step / total)
    for group in optimizer.param_groups:
        group["lr"] = group["base"] * rate
    word_optimizer.param_groups[0]["lr"] = word_rate * rate
    model.train()
    inputs = padded(batch, lambda w: shaken_marks(w, marks, comma), shaken_casing)
    out, (rows, at) = model(*inputs), firsts(batch)
    loss = loss_of(out, batch, rows, at)
    if teachers:
        loss = loss + A.teaching * distance(out, teachers.say(*inputs), rows, at)
    optimizer.zero_grad()
    model.word.weight.grad = None
    loss.backward()
    torch.nn.utils.clip_grad_norm_(dense, 1.0)
    optimizer.step()
    word_optimizer.step()
    step += 1
    pieces += int(inputs[2].sum())
    losses[kind].append(loss.item())
    if step % 100 == 0:
        means = {k: round(sum(v) / max(1, len(v)), 4) for k, v in losses.items()}
        print(f"{step}/{total} {means} {pieces / (time.time() - began):.0f} pieces/s", flush=True)
        losses = {"names": [], "quotes": []}
    if step % 500 == 0 or step == total:
        save()
    if step % 1500 == 0 or step == total:
        scores = evaluate(model, A.tokens, wordpiece, A.length)
        save()
        print(step, json.dumps(scores), flush=True)
