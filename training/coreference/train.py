"""
Trains the ranker of pronouns: `python training/coreference/train.py` reads training/runs/coreference/examples.jsonl (from
`dump.ts`), prints F1 on GAP's dev set in five folds, each by a network that did not see it, and how often a probability
was right there, and writes src/lexicons/coreference-weights.json, learned from everything.
"""
import json
import os

import torch

HERE = os.path.dirname(os.path.abspath(__file__))
EXAMPLES = os.path.join(HERE, "../runs/coreference/examples.jsonl")
WEIGHTS = os.path.join(HERE, "../../src/lexicons/coreference-weights.json")
PEOPLE = set("he him his himself she her hers herself".split())
HIDDEN, EPOCHS, RATE, DECAY, BATCH, FOLDS = 24, 12, 3e-3, 0.02, 32, 5
#: networks whose mean is taken: one alone changes its mind with its seed
SEEDS = range(3)
#: what marks itself says less than what people marked
WEIGHT = {"quotes/polnear.train": 0.3}

torch.set_num_threads(1)
examples = [json.loads(line) for line in open(EXAMPLES, encoding="utf8")]
examples = [e for e in examples if e["pronoun"] in PEOPLE and e["candidates"] and any(e["right"])]
NUMBERS, ABOUT = len(examples[0]["candidates"][0]), len(examples[0]["about"])
MOST = max(len(e["candidates"]) for e in examples)


class Net(torch.nn.Module):
    """A score for each candidate, and last one for nobody; `src/find/coreference/coreference-ranker.ts` is its twin."""

    def __init__(self):
        super().__init__()
        self.hidden, self.out = torch.nn.Linear(NUMBERS + ABOUT, HIDDEN), torch.nn.Linear(HIDDEN, 1)
        self.none = torch.nn.Linear(ABOUT, 1)
        self.drop_in, self.drop = torch.nn.Dropout(0.05), torch.nn.Dropout(0.2)

    def forward(self, numbers, about, mask):
        whole = self.drop_in(torch.cat([numbers, about[:, None, :].expand(-1, MOST, -1)], -1))
        scores = self.out(self.drop(torch.tanh(self.hidden(whole))))[..., 0]
        return torch.cat([scores, self.none(about)], 1).masked_fill(~mask, -1e9)


def packed(rows):
    numbers, about = torch.zeros(len(rows), MOST, NUMBERS), torch.tensor([e["about"] for e in rows])
    mask, right = torch.zeros(len(rows), MOST + 1, dtype=torch.bool), torch.zeros(len(rows), MOST + 1, dtype=torch.bool)
    for i, e in enumerate(rows):
        n = len(e["candidates"])
        numbers[i, :n] = torch.tensor(e["candidates"])
        mask[i, :n], mask[i, MOST] = True, True
        right[i, :n], right[i, MOST] = torch.tensor(e["right"][:-1]), e["right"][-1]
    return numbers, about, mask, right, torch.tensor([WEIGHT.get(e["set"], 1.0) for e in rows])


def trained(rows, seed):
    torch.manual_seed(seed)
    numbers, about, mask, right, weight = packed(rows)
    net, step, steps = Net(), 0, EPOCHS * (len(rows) // BATCH)
    optimizer = torch.optim.AdamW(net.parameters(), lr=RATE, weight_decay=DECAY)
    for _ in range(EPOCHS):
        order = torch.randperm(len(rows))
        for at in range(0, len(rows) - BATCH + 1, BATCH):
            i, step = order[at:at + BATCH], step + 1
            for group in optimizer.param_groups:
                group["lr"] = RATE * (1 - step / steps)
            log = torch.log_softmax(net(numbers[i], about[i], mask[i]), 1)
            loss = -(torch.logsumexp(log.masked_fill(~right[i], -1e9), 1) * weight[i]).mean()
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
    return net.eval()


def scores_of(nets, rows):
    """Probability of each candidate and of nobody: softmax over the mean of what the networks give."""
    numbers, about, mask, _, _ = packed(rows)
    with torch.no_grad():
        return torch.softmax(sum(net(numbers, about, mask) for net in nets) / len(nets), 1)


def report(rows, chances):
    """GAP's F1 with its names given, at several least probabilities; then the share that was right by probability."""
    for least in (0, 0.4, 0.5, 0.6, 0.7):
        right = wrong = missed = 0
        for e, chance in zip(rows, chances):
            best = int(chance[:-1].argmax())
            given = chance[best] >= least and chance[best] > chance[-1]
            meant = not e["right"][-1]
            right += given and meant and e["right"][best]
            wrong += given and e["marked"][best] and not (meant and e["right"][best])
            missed += meant and not (given and e["right"][best])
        print(f"gap.dev, printed from {least}: precision {100 * right / (right + wrong):.1f} recall {100 * right / (right + missed):.1f} F1 {200 * right / (2 * right + wrong + missed):.1f}")
    for low in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9):
        found = [(e["right"][int(c[:-1].argmax())], float(c[:-1].max())) for e, c in zip(rows, chances) if low <= c[:-1].max() < low + 0.1]
        if found:
            print(f"probability {low:.1f} to {low + 0.1:.1f}: {len(found)} pronouns, mean {sum(p for _, p in found) / len(found):.2f}, right {sum(r for r, _ in found) / len(found):.2f}")


dev, rest = [e for e in examples if e["set"] == "linking/gap.dev"], [e for e in examples if e["set"] != "linking/gap.dev"]
chances = [None] * len(dev)
for fold in range(FOLDS):
    held = [i for i in range(len(dev)) if i % FOLDS == fold]
    rows = [dev[i] for i in range(len(dev)) if i % FOLDS != fold] + rest
    for i, chance in zip(held, scores_of([trained(rows, seed) for seed in SEEDS], [dev[i] for i in held])):
        n = len(dev[i]["candidates"])
        chances[i] = torch.cat([chance[:n], chance[-1:]])
report(dev, chances)

nets = [trained(examples, seed) for seed in SEEDS]
rounded = lambda tensor: [round(value, 2) for value in tensor.flatten().tolist()]
mean = lambda tensors: sum(tensors) / len(nets)
# The mean of the networks is one network with the units of all.
weights = {
    "hidden": [rounded(torch.cat([net.hidden.weight[i], net.hidden.bias[i:i + 1]])) for net in nets for i in range(HIDDEN)],
    "out": rounded(torch.cat([*(net.out.weight.flatten() / len(nets) for net in nets), mean([net.out.bias for net in nets])])),
    "none": rounded(torch.cat([mean([net.none.weight.flatten() for net in nets]), mean([net.none.bias for net in nets])])),
}
with open(WEIGHTS, "w", encoding="utf8") as file:
    file.write("[\n" + json.dumps(weights) + "\n]\n")
