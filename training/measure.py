"""Span scores on windows: exact F1 of names, and token, soft and exact F1 of cue, source and content."""
from collections import Counter


def decode(scores, allowed):
    """Best label sequence in which every inside label follows its own begin or inside (Viterbi over hard constraints)."""
    import numpy as np
    n, labels = scores.shape
    best, back = scores[0].copy(), np.zeros((n, labels), dtype=int)
    best[[j for j in range(labels) if not allowed[labels][j]]] = -1e9
    ban = np.array([[0.0 if allowed[i][j] else -1e9 for j in range(labels)] for i in range(labels)])
    for t in range(1, n):
        total = best[:, None] + ban
        back[t] = total.argmax(0)
        best = total.max(0) + scores[t]
    path = [int(best.argmax())]
    for t in range(n - 1, 0, -1):
        path.append(int(back[t][path[-1]]))
    return path[::-1]


def allowed_steps(labels):
    """allowed[i][j]: label j may follow label i; row `labels` is the start. Odd labels begin, even ones (not 0) go on."""
    rows = []
    for i in range(labels + 1):
        rows.append([j == 0 or j % 2 == 1 or (i < labels and i in (j - 1, j)) for j in range(labels)])
    return rows


def spans(labels):
    out, start, kind = set(), None, None
    for i, label in enumerate(list(labels) + [0]):
        if start is not None and (label == 0 or label % 2 == 1):
            out.add((start, i, kind))
            start = None
        if label and label % 2 == 1:
            start, kind = i, label
    return out


def f1(right, given, gold):
    return round(200 * right / (given + gold), 1) if given + gold else 0.0


def names_f1(pairs):
    """pairs: (gold labels, predicted labels) of each document; MISC is left out."""
    right, given, gold = Counter(), Counter(), Counter()
    for g, p in pairs:
        a, b = ({s for s in spans(x) if s[2] < 7} for x in (g, p))
        for group, counter in ((a & b, right), (b, given), (a, gold)):
            counter.update(s[2] for s in group)
    out = {name: f1(right[k], given[k], gold[k]) for name, k in (("PER", 1), ("ORG", 3), ("LOC", 5))}
    out["ALL"] = f1(sum(right.values()), sum(given.values()), sum(gold.values()))
    return out


def role_f1(pairs):
    token, exact, soft = [0, 0, 0], [0, 0, 0], [0.0, 0, 0.0, 0]
    for g, p in pairs:
        token[0] += sum(1 for a, b in zip(g, p) if a and b); token[1] += sum(map(bool, p)); token[2] += sum(map(bool, g))
        a, b = spans(g), spans(p)
        exact[0] += len(a & b); exact[1] += len(b); exact[2] += len(a)
        soft[0] += sum(sum(1 for i in range(s, e) if g[i]) / (e - s) for s, e, _ in b); soft[1] += len(b)
        soft[2] += sum(sum(1 for i in range(s, e) if p[i]) / (e - s) for s, e, _ in a); soft[3] += len(a)
    precision, recall = soft[0] / max(1, soft[1]), soft[2] / max(1, soft[3])
    return {"token": f1(*token), "exact": f1(*exact), "soft": round(200 * precision * recall / max(1e-9, precision + recall), 1)}
