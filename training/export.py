"""
Writes the model that nutgraf ships: `python training/export.py training/runs/three src/reader/model --base BASE`.
ONNX, dynamic int8 with weights in 7 bits (processors without VNNI add pairs of products in 16 bits, which 8 bits can
overflow), and the vocabulary beside it. Also the fixture that holds `src/reader/wordpiece.ts` to this folder's twin.
"""
import argparse
import hashlib
import json
import os
import shutil
import tempfile

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from corpus import WordPiece
from encoder import HEADS, NAME_LABELS, Reader

FORMS = ["Saldaña", "O'Neil", "“", "”", "U.S.", "20,800", "$", "don't", "https://example.org/a?b=1", "ICE", "Jean", "naïve", "Zürich", "antidisestablishmentarianism",
         "北京", "…", "—", "@ann_lee", "R&D", "'s", "ﬁnance", "Ω", "", "x" * 120, "co-operate", "Łódź", "İstanbul", "🙂"]

parser = argparse.ArgumentParser()
parser.add_argument("run")
parser.add_argument("out")
parser.add_argument("--base", required=True)
parser.add_argument("--date", required=True, help="of the training, for the manifest")
parser.add_argument("--fixture", default="tests/reader/pieces.json")
A = parser.parse_args()

state = torch.load(os.path.join(A.run, "last.pt"), weights_only=False)
model = Reader(**state["config"])
model.load_state_dict(state["model"])
model.eval()
model.plain = True


class Alone(torch.nn.Module):
    """One window without padding: no mask."""

    def __init__(self):
        super().__init__()
        self.model = model

    def forward(self, ids, casing):
        return self.model(ids, casing, torch.ones(1, 1))


os.makedirs(A.out, exist_ok=True)
ids = torch.randint(5, 1000, (1, 16))
with tempfile.TemporaryDirectory() as folder:
    full = os.path.join(folder, "full.onnx")
    axes = {name: {0: "batch", 1: "length"} for name in ("ids", "casing", "scores")}
    torch.onnx.export(Alone(), (ids, torch.zeros_like(ids)), full, input_names=["ids", "casing"], output_names=["scores"],
                      dynamic_axes=axes, opset_version=17, dynamo=False)
    file = os.path.join(A.out, "reader.onnx")
    quantize_dynamic(full, file, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True, extra_options={"DefaultTensorType": 1})
shutil.copy(os.path.join(A.base, "vocab.txt"), os.path.join(A.out, "vocab.txt"))
digest = lambda path: hashlib.sha256(open(path, "rb").read()).hexdigest()
manifest = {"schema": "nutgraf/reader@1", "config": state["config"], "heads": HEADS, "nameLabels": NAME_LABELS, "trainedOn": ["polnear.train", *state["sets"]],
            "steps": state["step"], "seed": state.get("seed"), "date": A.date,
            "scores": state.get("scores", {}), "digests": {name: digest(os.path.join(A.out, name)) for name in ("reader.onnx", "vocab.txt")}}
json.dump(manifest, open(os.path.join(A.out, "manifest.json"), "w"), indent=2)
wordpiece = WordPiece(os.path.join(A.base, "vocab.txt"))
os.makedirs(os.path.dirname(A.fixture), exist_ok=True)
with open(A.fixture, "w", encoding="utf8") as f:
    json.dump([[form, wordpiece.pieces(form)] for form in FORMS], f, ensure_ascii=False)
print(os.path.getsize(file) / 1e6, "MB")
