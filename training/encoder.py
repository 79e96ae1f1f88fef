"""The reader's network: a small BERT encoder whose token-type table holds casing classes, and one linear layer of heads."""
import torch
import torch.nn as nn
import torch.nn.functional as F
from safetensors.torch import load_file

HEADS = {"names": 9, "cue": 3, "source": 3, "content": 3}
NAME_LABELS = ["O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC", "B-MISC", "I-MISC"]
CASINGS = 7


class Layer(nn.Module):
    def __init__(self, width, heads, inner, dropout):
        super().__init__()
        self.heads = heads
        self.query, self.key, self.value, self.out = (nn.Linear(width, width) for _ in range(4))
        self.norm_1 = nn.LayerNorm(width, eps=1e-12)
        self.up, self.down = nn.Linear(width, inner), nn.Linear(inner, width)
        self.norm_2 = nn.LayerNorm(width, eps=1e-12)
        self.dropout = dropout

    def forward(self, x, mask, plain):
        batch, length, width = x.shape
        q, k, v = (f(x).view(batch, length, self.heads, -1).transpose(1, 2) for f in (self.query, self.key, self.value))
        if plain:  # for export: spelled out, and no mask, since a window stands alone
            weights = torch.softmax(torch.matmul(q, k.transpose(-1, -2)) * (q.shape[-1] ** -0.5), -1)
            a = torch.matmul(weights, v)
        else:
            a = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        a = a.transpose(1, 2).reshape(batch, length, width)
        x = self.norm_1(x + F.dropout(self.out(a), self.dropout, self.training))
        return self.norm_2(x + F.dropout(self.down(F.gelu(self.up(x))), self.dropout, self.training))


class Reader(nn.Module):
    """ids, casing: (batch, length); mask: 1 for a piece, 0 for padding. Gives (batch, length, 18): all heads side by side."""

    def __init__(self, layers=3, width=384, heads=12, inner=1536, vocabulary=30522, positions=512, dropout=0.1):
        super().__init__()
        self.config = dict(layers=layers, width=width, heads=heads, inner=inner, vocabulary=vocabulary, positions=positions, dropout=dropout)
        self.word = nn.Embedding(vocabulary, width, sparse=True)
        self.position = nn.Embedding(positions, width)
        self.casing = nn.Embedding(CASINGS, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(width, heads, inner, dropout) for _ in range(layers))
        self.out = nn.Linear(width, sum(HEADS.values()))
        nn.init.normal_(self.out.weight, std=0.02)
        nn.init.zeros_(self.out.bias)
        self.dropout, self.plain = dropout, False

    def start_from(self, file, keep):
        """Takes the embeddings and the layers `keep` of a BERT checkpoint; every casing row starts as token type 0."""
        old = {name.removeprefix("bert."): value for name, value in load_file(file).items()}
        table = "embeddings."
        self.word.weight.data.copy_(old[table + "word_embeddings.weight"])
        self.position.weight.data.copy_(old[table + "position_embeddings.weight"])
        first = old[table + "token_type_embeddings.weight"][0]
        self.casing.weight.data.copy_(first + torch.randn_like(self.casing.weight) * 0.01)
        for part in ("weight", "bias"):
            getattr(self.norm, part).data.copy_(old[f"{table}LayerNorm.{part}"])
        names = {"query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value", "out": "attention.output.dense",
                 "norm_1": "attention.output.LayerNorm", "up": "intermediate.dense", "down": "output.dense", "norm_2": "output.LayerNorm"}
        for layer, source in zip(self.layers, keep):
            for mine, theirs in names.items():
                for part in ("weight", "bias"):
                    getattr(getattr(layer, mine), part).data.copy_(old[f"encoder.layer.{source}.{theirs}.{part}"])

    def start_from_run(self, state, keep):
        """Takes the weights of an earlier run: its layers `keep` in order, and of wider inner layers the units with the largest weights."""
        own = self.state_dict()
        for name in own:
            old = name
            if name.startswith("layers."):
                _, number, part = name.split(".", 2)
                old = f"layers.{list(keep)[int(number)]}.{part}"
                if ".up." in name or ".down." in name:
                    prefix = old.rsplit(".", 2)[0]
                    strength = state[f"{prefix}.up.weight"].norm(dim=1) * state[f"{prefix}.down.weight"].norm(dim=0)
                    units = strength.topk(self.config["inner"]).indices.sort().values
                    value = state[old]
                    own[name].copy_(value[:, units] if name.endswith("down.weight") else value if name.endswith("down.bias") else value[units])
                    continue
            own[name].copy_(state[old])

    def forward(self, ids, casing, mask):
        x = self.word(ids) + self.position(torch.arange(ids.shape[1], device=ids.device))[None] + self.casing(casing)
        x = F.dropout(self.norm(x), self.dropout, self.training)
        bias = (1.0 - mask[:, None, None, :]) * -1e4
        for layer in self.layers:
            x = layer(x, bias, self.plain)
        return self.out(x)
