"""
Teaches the reader to link pronouns to names: `python training/coreference/links.py --base BASE`, five minutes, after
`npx tsx training/coreference/links.ts`.

The encoder stays as it is. From what its last two layers make of a word a projection learns a query (of a pronoun), a key
(of a name's word) and a number for nobody; the likelier a name is meant, the larger is query · key. The projection becomes
an output of the ONNX file, `links`, beside `scores`, whose nodes are not touched. Also one such file for each fold, of a
projection that never saw the fold's texts: `measure.ts` judges by them.
"""
import argparse
import hashlib
import json
import math
import os
import random
import sys

import numpy as np
import onnx
import onnxruntime
import torch
import torch.nn as nn
import torch.nn.functional as F
from onnx import TensorProto, helper, numpy_helper

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, ".."))
from corpus import WordPiece  # noqa: E402

LINK = 48  # numbers of a query, and of a key; `src/reader/listen.ts` knows it too
WINDOW = 128
STATES = ["/model/layers.1/norm_2/LayerNormalization_output_0", "/model/layers.2/norm_2/LayerNormalization_output_0"]
COPIES = 3  # of every example, with other names, one with the other gender as well
EPOCHS, BATCH, RATE, DECAY, DROPOUT = 4, 32, 5e-4, 0.1, 0.3
FOLDS = 5
PAIRS = """he she, his her, him her, himself herself, man woman, men women, boy girl, boys girls, father mother, fathers mothers, son daughter, sons daughters,
brother sister, brothers sisters, husband wife, uncle aunt, nephew niece, grandfather grandmother, king queen, prince princess, actor actress, mr mrs, mr. mrs., sir lady,
lord lady, boyfriend girlfriend, gentleman lady, hero heroine, waiter waitress, dad mom, widower widow, duke duchess, male female, stepfather stepmother, stepson
stepdaughter, grandson granddaughter, policeman policewoman, chairman chairwoman, businessman businesswoman, spokesman spokeswoman, emperor empress, groom bride"""
#: after one of these "her" is "him", elsewhere "his"
NO_NOUN = set("in on at to for of by with from as and or but that when while who which after before because the a an into about over out up down off if is was were are had has".split())

parser = argparse.ArgumentParser()
parser.add_argument("--base", required=True, help="folder of the MiniLM package's model: vocab.txt")
parser.add_argument("--data", default=os.path.join(HERE, "../runs/links"), help="what links.ts wrote; the folds' models go there too")
parser.add_argument("--model", default=os.path.join(HERE, "../../src/reader/model"))
A = parser.parse_args()
torch.set_num_threads(1)
wordpiece = WordPiece(os.path.join(A.base, "vocab.txt"))


class Swaps:
    """Other names for a text's people, each word of one kind for another of it; `flip`: of the other gender, pronouns as well."""

    def __init__(self, lexicons):
        read = lambda file: json.load(open(os.path.join(lexicons, file), encoding="utf8"))
        word = lambda name: name.isalpha() and name[0].isupper() and len(name) > 2
        self.gender = {name.lower(): group["gender"] for group in read("given-names.json") for name in group["names"]}
        self.given = {gender: sorted({name for group in read("given-names.json") if group["gender"] == gender and group["weight"] >= 1 for name in group["names"] if word(name)})
                      for gender in ("male", "female")}
        self.family = sorted({name for group in read("family-names.json") for name in group["names"] if word(name)})
        self.other = {"male": "female", "female": "male"}
        self.pairs = {"hers": "his"}
        for pair in PAIRS.replace("\n", " ").split(","):
            man, woman = pair.split()
            self.pairs[man] = woman
            self.pairs.setdefault(woman, man)

    def of(self, text, flip):
        tokens = text["tokens"]
        names = {tokens[i][0] for i in text["people"]}
        names = {name for name in names if name[:1].isupper() and name.isalpha() and len(name) > 2 and name.lower() not in self.pairs}
        new, out = {}, []
        for i, (form, casing) in enumerate(tokens):
            low = form.lower()
            if form in names:
                if low not in new:
                    gender = self.gender.get(low)
                    new[low] = random.choice(self.given[self.other[gender] if flip else gender]) if gender in self.other else form if gender else random.choice(self.family)
                form = like(new[low], form)
            elif flip and low in self.pairs:
                after = tokens[i + 1][0].lower() if i + 1 < len(tokens) else "."
                him = low == "her" and (after in NO_NOUN or not after[:1].isalnum())
                form = like("him" if him else "his" if low == "her" else self.pairs[low], form)
            out.append([form, casing])
        return {**text, "tokens": out}


def like(new, old):
    return new.upper() if old.isupper() and len(old) > 1 else new[:1].upper() + new[1:] if old[:1].isupper() else new


class States:
    """What the shipped encoder makes of a text's tokens, in windows as `src/reader/windows.ts` packs them."""

    def __init__(self, model):
        model = onnx.load_from_string(model.SerializeToString())
        model.graph.output.extend(helper.make_tensor_value_info(name, TensorProto.FLOAT, None) for name in STATES)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self.session = onnxruntime.InferenceSession(model.SerializeToString(), options, providers=["CPUExecutionProvider"])

    def of(self, text, needed):
        """{token: vector} for the tokens that are needed."""
        found, current = {}, ([wordpiece.cls], [6], {})

        def close():
            ids, casing, first = current
            if first:
                rows = self.session.run(STATES, {"ids": np.array([ids + [wordpiece.sep]]), "casing": np.array([casing + [6]])})
                found.update({token: np.concatenate([row[0, at] for row in rows]).astype(np.float16) for token, at in first.items() if token in needed})
            return [wordpiece.cls], [6], {}

        for begin, end in text["sentences"]:
            pieces = [wordpiece.pieces(text["tokens"][i][0]) for i in range(begin, end)]
            if len(current[0]) + sum(map(len, pieces)) + 1 > WINDOW:
                current = close()
            for token, own in zip(range(begin, end), pieces):
                if len(current[0]) + len(own) + 1 > WINDOW:
                    current = close()
                current[2][token] = len(current[0])
                current[0].extend(own)
                current[1].extend([text["tokens"][token][1]] * len(own))
        close()
        return found


class Set:
    """Examples side by side: a pronoun's state each, the states of all namings, and whose each is."""

    def __init__(self, examples, states):
        self.pronoun, self.naming, self.owner, self.start = [], [], [], [0]
        self.most = max(len(e["namings"]) for e in examples)
        self.right = torch.zeros(len(examples), self.most + 1)
        self.weight = torch.tensor([float(e["weight"]) for e in examples])
        self.fold = torch.tensor([e["fold"] for e in examples])
        for row, (e, state) in enumerate(zip(examples, states)):
            self.pronoun.append(state[e["at"]])
            for candidate, namings in enumerate(e["namings"]):
                for first, last in namings:
                    self.naming.append((state[first].astype(np.float32) + state[last - 1]) / 2)
                    self.owner.append(candidate)
                self.right[row, candidate] = e["right"][candidate]
            self.right[row, self.most] = e["right"][-1]
            self.start.append(len(self.naming))
        self.pronoun = torch.from_numpy(np.stack(self.pronoun)).float()
        self.naming = torch.from_numpy(np.stack(self.naming)).half()
        self.owner = torch.tensor(self.owner)


class Links(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.query, self.key, self.nobody = nn.Linear(width, LINK), nn.Linear(width, LINK), nn.Linear(width, 1)

    def forward(self, data, rows):
        spans = [range(data.start[i], data.start[i + 1]) for i in rows.tolist()]
        index = torch.tensor([i for span in spans for i in span])
        row = torch.tensor([r for r, span in enumerate(spans) for _ in span])
        slot = row * data.most + data.owner[index]
        pronoun = F.dropout(data.pronoun[rows], DROPOUT, self.training)
        naming = F.dropout(data.naming[index].float(), DROPOUT, self.training)
        # Half of the network's scale on either side, so that both vectors are of like size.
        score = (self.query(pronoun)[row] * self.key(naming)).sum(-1) * (SCALE * SCALE)
        # The logarithm of the sum over the namings of a candidate; scores are far from overflow.
        sums = torch.zeros(len(rows) * data.most).index_add(0, slot, torch.exp(score.clamp(-30, 30)))
        each = torch.where(sums > 0, torch.log(sums.clamp(min=1e-13)), torch.full_like(sums, -1e9)).view(len(rows), data.most)
        return torch.cat([each, self.nobody(pronoun)], -1)

    def matrix(self):
        """One matrix and bias for query, key and nobody; the dot product of query and key is the score."""
        parts = [(self.query, SCALE), (self.key, SCALE), (self.nobody, 1)]
        weight = torch.cat([part.weight * scale for part, scale in parts]).detach().numpy()
        return weight.T.copy(), torch.cat([part.bias * scale for part, scale in parts]).detach().numpy()


SCALE = math.sqrt(3 / math.sqrt(LINK))


def learn(data, rows, seed=7):
    torch.manual_seed(seed)
    links = Links(data.pronoun.shape[1])
    optimizer = torch.optim.AdamW(links.parameters(), lr=RATE, weight_decay=DECAY)
    steps, step = EPOCHS * math.ceil(len(rows) / BATCH), 0
    for _ in range(EPOCHS):
        for batch in rows[torch.randperm(len(rows))].split(BATCH):
            step += 1
            optimizer.param_groups[0]["lr"] = RATE * (1 - step / (steps + 1))
            log = torch.log_softmax(links(data, batch), -1)
            right = torch.logsumexp(log.masked_fill(data.right[batch] == 0, -1e9), -1)
            loss = -(right * data.weight[batch]).mean()
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
    return links.eval()


def with_links(model, links):
    """The model with the projection as an output: int8 (7 bits, a scale for each column) on states quantised as for its own layers."""
    model = onnx.load_from_string(model.SerializeToString())
    graph, (weight, bias) = model.graph, links.matrix()
    scale = np.maximum(np.abs(weight).max(0), 1e-9) / 63
    whole = np.clip(np.round(weight / scale), -63, 63).astype(np.int8)
    constant = lambda name, value: graph.initializer.append(numpy_helper.from_array(value, name))
    constant("links/scale", scale.astype(np.float32))
    constant("links/zero", np.zeros(len(scale), np.int8))
    constant("links/bias", bias.astype(np.float32))
    parts = []
    for number, state in enumerate(STATES):
        part, width = f"links/{number}", len(whole) // len(STATES)
        constant(f"{part}/weight", whole[number * width:(number + 1) * width])
        graph.node.extend([
            helper.make_node("DynamicQuantizeLinear", [state], [f"{part}/state", f"{part}/state_scale", f"{part}/state_zero"], f"{part}/quantize"),
            helper.make_node("Mul", [f"{part}/state_scale", "links/scale"], [f"{part}/scale"], f"{part}/scales"),
            helper.make_node("MatMulInteger", [f"{part}/state", f"{part}/weight", f"{part}/state_zero", "links/zero"], [f"{part}/sum"], f"{part}/product"),
            helper.make_node("Cast", [f"{part}/sum"], [f"{part}/float"], f"{part}/cast", to=TensorProto.FLOAT),
            helper.make_node("Mul", [f"{part}/float", f"{part}/scale"], [f"{part}/out"], f"{part}/scaled"),
        ])
        parts.append(f"{part}/out")
    graph.node.extend([helper.make_node("Add", parts, ["links/both"], "links/add"), helper.make_node("Add", ["links/both", "links/bias"], ["links"], "links/last")])
    graph.output.append(helper.make_tensor_value_info("links", TensorProto.FLOAT, ["batch", "length", len(bias)]))
    onnx.checker.check_model(model)
    return model


def without_links(model):
    """The model as `export.py` wrote it."""
    for field in (model.graph.node, model.graph.initializer, model.graph.output):
        for item in [item for item in field if item.name.startswith("links")]:
            field.remove(item)
    return model


def main():
    random.seed(5)
    read = lambda file: [json.loads(line) for line in open(os.path.join(A.data, file), encoding="utf8")]
    texts, examples = {text["key"]: text for text in read("texts.jsonl")}, read("examples.jsonl")
    model = without_links(onnx.load(os.path.join(A.model, "reader.onnx")))
    encoder, swaps = States(model), Swaps(os.path.join(HERE, "../../src/lexicons"))
    needed = {}
    for e in examples:
        needed.setdefault(e["key"], set()).update([e["at"]] + [token for namings in e["namings"] for first, last in namings for token in (first, last - 1)])
    states = []
    for copy in range(COPIES + 1):
        known = {key: encoder.of(text if copy == 0 else swaps.of(text, copy == 2), needed[key]) for key, text in texts.items()}
        states += [known[e["key"]] for e in examples]
        print(f"copy {copy} read", flush=True)
    data = Set(examples * (COPIES + 1), states)
    for fold in [*range(FOLDS), None]:
        rows = torch.arange(len(data.fold)) if fold is None else (data.fold != fold).nonzero()[:, 0]
        links = learn(data, rows)
        if fold is not None:
            own = (data.fold[:len(examples)] == fold).nonzero()[:, 0]
            with torch.no_grad():
                best = links(data, own).argmax(-1)
            print(f"fold {fold}: right {100 * float(data.right[own, best].mean()):.1f}", flush=True)
        write(with_links(model, links), A.model if fold is None else os.path.join(A.data, f"fold-{fold}"))


def write(model, folder):
    os.makedirs(folder, exist_ok=True)
    file = os.path.join(folder, "reader.onnx")
    onnx.save(model, file)
    vocabulary, manifest = os.path.join(folder, "vocab.txt"), os.path.join(folder, "manifest.json")
    if not os.path.exists(vocabulary):
        open(vocabulary, "w", encoding="utf8").write(open(os.path.join(A.base, "vocab.txt"), encoding="utf8").read())
    if os.path.exists(manifest):
        known = json.load(open(manifest, encoding="utf8"))
        known["digests"]["reader.onnx"] = hashlib.sha256(open(file, "rb").read()).hexdigest()
        known["links"] = LINK
        json.dump(known, open(manifest, "w", encoding="utf8"), indent=2)


main()
