"""
CoNLL-2003 train with the labels that cross-checking shows to be wrong put right: a team that is written as its town or
country is an organization. What a span links to (AIDA, the same texts) tells: a title of a team or club, or one that is
an organization wherever it is written out. `python training/clean.py [DATA [OUT]]` writes OUT/conll2003-clean.train.jsonl
in the shape of the sets, for tokens.ts.
"""
import json
import os
import re
import sys
from collections import Counter, defaultdict

TEAM = re.compile(r"national_.*team|_team\b|F\.?C\.?(_|$)|Football_Club|Cricket_Club|_Club|_cricket|national_(football|rugby|cricket)|Hockey")


def plain(title):
    return re.sub(r"_\(.*|,.*", "", title).replace("_", " ").lower()


def main(data="../shared/data", out="training/runs"):
    load = lambda path: [json.loads(line) for line in open(os.path.join(data, path), encoding="utf8")]
    marked, linked = load("names/conll2003-detok.train.jsonl"), load("linking/aida-detok.train.jsonl")
    types = defaultdict(Counter)
    for document in linked:
        for span in document["spans"]:
            if span.get("link"):
                types[span["link"]][span["type"]] += 1
    changed = 0
    for document, links in zip(marked, linked):
        link_of = {(s["start"], s["end"]): s.get("link") for s in links["spans"]}
        for span in document["spans"]:
            link = link_of.get((span["start"], span["end"]))
            if span["type"] != "LOC" or not link or plain(link) == span["text"].lower():
                continue
            if TEAM.search(link) or types[link]["ORG"] > 0 and span["text"].lower() in plain(link) or types[link]["ORG"] > types[link]["LOC"]:
                span["type"] = "ORG"
                changed += 1
    os.makedirs(out, exist_ok=True)
    with open(os.path.join(out, "conll2003-clean.train.jsonl"), "w", encoding="utf8") as file:
        for document in marked:
            file.write(json.dumps(document, ensure_ascii=False) + "\n")
    print(f"{changed} labels changed")


main(*sys.argv[1:])
