"""The mean of the weights of several runs of one lineage: `python training/average.py OUT RUN RUN…` writes OUT/last.pt."""
import os
import sys

import torch

out, *runs = sys.argv[1:]
states = [torch.load(os.path.join(run, "last.pt"), weights_only=False) for run in runs]
mean = {name: sum(state["model"][name] for state in states) / len(states) for name in states[0]["model"]}
os.makedirs(out, exist_ok=True)
state = {"model": mean, "config": states[0]["config"], "sets": sorted({name for s in states for name in s["sets"]}), "step": sum(s["step"] for s in states)}
torch.save(state, os.path.join(out, "last.pt"))
