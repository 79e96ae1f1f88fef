"""What larger or other readers say of a window, for a smaller one to learn: soft labels for every head, in sets of any kind."""
import os

import torch
import torch.nn.functional as F

from encoder import HEADS, Reader


class Teachers:
    """The mean of what several runs' last checkpoints say."""

    def __init__(self, runs):
        self.models = []
        for run in runs:
            state = torch.load(os.path.join(run, "last.pt"), weights_only=False)
            model = Reader(**state["config"])
            model.load_state_dict(state["model"])
            self.models.append(model.eval().requires_grad_(False))

    @torch.inference_mode()
    def say(self, ids, casing, mask):
        """[probabilities of each head], each (batch, length, labels of the head)."""
        said = [model(ids, casing, mask).split(list(HEADS.values()), -1) for model in self.models]
        return [sum(torch.softmax(scores, -1) for scores in head) / len(said) for head in zip(*said)]


def distance(out, said, rows, pieces):
    """Cross-entropy of the student's heads against the teachers', at the pieces that begin a token; the mean over tokens."""
    heads = out[rows, pieces].split(list(HEADS.values()), -1)
    return sum(-(target[rows, pieces] * F.log_softmax(scores, -1)).sum(-1).mean() for scores, target in zip(heads, said))
