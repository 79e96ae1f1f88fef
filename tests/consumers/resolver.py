"""Takes a resolver file of `nutgraf judge RUN --resolver FILE` through nomenklatura and back.

python tests/consumers/resolver.py ENTITIES.ftm.json RESOLVER OUT

Loads both, checks that every line came through, decides the strongest suggestion as a person would in
`nomenklatura dedupe`, and writes OUT for `nutgraf run … --judgements OUT`.
"""

import json
import sys
import tempfile
from pathlib import Path

from nomenklatura.db import make_session
from nomenklatura.judgement import Judgement
from nomenklatura.resolver import Resolver
from nomenklatura.store import load_entity_file_store


def main(entities, resolver_file, out):
    lines = [json.loads(line) for line in Path(resolver_file).read_text("utf8").splitlines()]
    with tempfile.TemporaryDirectory() as folder, make_session(f"sqlite:///{folder}/resolver.db") as session:
        resolver = Resolver(session, create=True)
        resolver.load(Path(resolver_file))
        # Suggestions are not among the edges that a resolver holds in memory or dumps: they are asked for one by one.
        edges = [resolver.get_edge(*line[:2]) for line in lines]
        lost = [line for line, edge in zip(lines, edges) if edge is None or edge.judgement.value != line[2]]
        scores = [line for line, edge in zip(lines, edges) if edge is not None and edge.score != line[3]]
        store = load_entity_file_store(Path(entities), resolver=resolver)
        view = store.default_view()
        suggestions = list(resolver.get_candidates())
        missing = [(left, right) for left, right, _ in suggestions if not view.get_entity(left) or not view.get_entity(right)]
        print(f"{len(lines)} lines in, {len(lost)} lost, {len(scores)} scores changed")
        print(f"{len(suggestions)} suggestions, {len(missing)} on entities that the ftm export lacks")
        left, right, score = suggestions[0]
        names = [view.get_entity(one).caption for one in (left, right)]
        canonical = resolver.decide(left, right, Judgement.POSITIVE, user="person")
        print(f"decided: {names[0]} ({left}) is {names[1]} ({right}), {score}: {canonical}")
        resolver.dump(Path(out))
    return 1 if lost or scores or missing else 0


sys.exit(main(*sys.argv[1:4]))
