"""The mean of several runs' weights, as a run to start from: `python training/mean.py OUT RUN RUN…`."""
import os
import sys

import torch

out, *runs = sys.argv[1:]
states = [torch.load(os.path.join(run, "last.pt"), weights_only=False) for run in runs]
last = states[-1]
last["model"] = {
    name: sum(state["model"][name] for state in states) / len(states) if weights.is_floating_point() else weights
    for name, weights in last["model"].items()
}
# What the optimizer knew belongs to none of them.
del last["optimizer"], last["word_optimizer"]
os.makedirs(out, exist_ok=True)
torch.save(last, os.path.join(out, "last.pt"))
