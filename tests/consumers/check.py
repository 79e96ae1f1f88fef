"""Reads every export of a run with the programs that it is for, and compares with what went in.

python tests/consumers/check.py RUN    (RUN: a folder after `nutgraf export RUN --format ftm,gexf,graphml,jsonld`)
"""

import collections
import json
import sys
from pathlib import Path

import networkx
import rdflib
from followthemoney import model
from pyld import jsonld
from rdflib.namespace import RDF, SDO

SCHEMA = "https://schema.org/"
# What https://schema.org/ answers says more; these terms are those that the export uses with a type.
CONTEXT = {"@vocab": SCHEMA, "sameAs": {"@type": "@id"}, "url": {"@type": "@id"}, "datePublished": {"@type": "Date"}}
KNOWN = {str(SDO[name]) for name in SDO.__annotations__}


class Faults(collections.Counter):
    """Faults by kind, with the first of each."""

    def __init__(self):
        super().__init__()
        self.first = {}

    def add(self, kind, what):
        self[kind] += 1
        self.first.setdefault(kind, what)

    def report(self, name, counted):
        print(f"{name}: {counted}; faults: {sum(self.values())}")
        for kind, count in self.items():
            print(f"  {count} × {kind}: {self.first[kind]}")
        return sum(self.values())


def ftm(run):
    """What comes out of followthemoney is what went in, and both ends of every edge are there and of the right kind."""
    faults = Faults()
    lines = [json.loads(line) for line in (run / "entities.ftm.json").read_text("utf8").splitlines()]
    by_id = {line["id"]: line for line in lines}
    if len(by_id) != len(lines):
        faults.add("an id twice", len(lines) - len(by_id))
    for line in lines:
        proxy = model.get_proxy(line, cleaned=False)
        out = proxy.to_dict()
        for name in line["properties"].keys() | out["properties"].keys():
            before, after = (sorted(one["properties"].get(name, [])) for one in (line, out))
            if before != after:
                faults.add(f"{line['schema']}.{name} changed", (line["id"], before[:1], after[:1]))
        for name in proxy.schema.required:
            if not proxy.get(name):
                faults.add(f"{line['schema']} lacks {name}", line["id"])
        for prop, value in proxy.itervalues():
            if prop.type.max_length and len(value) > prop.type.max_length:
                faults.add(f"{prop} too long", line["id"])
            if prop.type.name == "entity":
                end = by_id.get(value)
                if end is None or not model.get(end["schema"]).is_a(prop.range):
                    faults.add(f"{prop} without its end", (line["id"], value))
    return faults.report("followthemoney", f"{len(lines)} entities")


def graphs(run):
    """networkx reads the nodes and edges of graph.json."""
    graph = json.loads((run / "graph.json").read_text("utf8"))
    nodes = {one["key"]: (one["attributes"]["kind"], one["attributes"]["label"]) for one in graph["nodes"]}
    edges = {one["key"]: (one["source"], one["target"], one["attributes"]["kind"]) for one in graph["edges"]}
    total = 0
    for name, read in (
        ("gexf", networkx.read_gexf(run / "graph.gexf")),
        ("graphml", networkx.read_graphml(run / "graph.graphml", force_multigraph=True)),
    ):
        faults = Faults()
        got = {key: (data.get("kind"), data.get("label")) for key, data in read.nodes(data=True)}
        for key in nodes.keys() | got.keys():
            if nodes.get(key) != got.get(key):
                faults.add("node", (key, nodes.get(key), got.get(key)))
        # A graph without two edges between the same nodes is no multigraph there.
        lines = networkx.MultiDiGraph(read).edges(keys=True, data=True)
        ends = {data.get("id", key): (left, right, data.get("kind")) for left, right, key, data in lines}
        for key in edges.keys() | ends.keys():
            if edges.get(key) != ends.get(key):
                faults.add("edge", (key, edges.get(key), ends.get(key)))
        total += faults.report(f"networkx, {name}", f"{len(got)} nodes, {len(ends)} edges")
    return total


def ids_in(value):
    if isinstance(value, dict):
        yield from [value["@id"]] if "@id" in value else []
        value = list(value.values())
    if isinstance(value, list):
        for inner in value:
            yield from ids_in(inner)


def linked_data(run):
    """PyLD and rdflib read the same triples; each term is one of schema.org's, each id that is referred to is there."""
    context = {"document": {"@context": CONTEXT}, "contextUrl": None, "contentType": "application/ld+json"}
    jsonld.set_document_loader(lambda url, options=None: {**context, "documentUrl": url})
    faults = Faults()
    files = sorted((run / "jsonld").rglob("*.jsonld"))
    triples = 0
    for file in files:
        document = json.loads(file.read_text("utf8"))
        graph = rdflib.Graph().parse(data=jsonld.to_rdf(document, {"format": "application/n-quads"}), format="nt")
        other = rdflib.Graph().parse(data=json.dumps({**document, "@context": CONTEXT}), format="json-ld")
        triples += len(graph)
        if len(graph) != len(other):
            faults.add("PyLD and rdflib differ", (file.name, len(graph), len(other)))
        defined = {str(one) for one in graph.subjects(RDF.type)}
        for subject, predicate, thing in graph:
            term = str(thing if predicate == RDF.type else predicate)
            if term not in KNOWN:
                faults.add(f"no {term}", file.name)
            is_own = str(thing).startswith("urn:nutgraf:") and predicate != rdflib.URIRef(SCHEMA + "isBasedOn")
            if is_own and str(thing) not in defined:
                faults.add("an id without its node", (file.name, str(thing)))
        if set(ids_in(document)) - {str(one) for triple in graph for one in triple}:
            faults.add("an id lost", file.name)
        if len(list(graph.subjects(RDF.type, SDO.Quotation))) != len(document.get("hasPart", [])):
            faults.add("a quotation lost", file.name)
    return faults.report("PyLD, rdflib", f"{len(files)} articles, {triples} triples")


def main(run):
    return sum(check(Path(run)) for check in (ftm, graphs, linked_data))


sys.exit(1 if main(sys.argv[1]) else 0)
