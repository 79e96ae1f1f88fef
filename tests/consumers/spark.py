"""Runs the worker under Spark on one machine and compares with `nutgraf run`: the same records, the same judgements.

python tests/consumers/spark.py ARTICLES RUN    (RUN: the output of `nutgraf run ARTICLES --engine rules --out RUN`)
"""

import json
import pathlib
import sys

from pyspark import SparkContext

CLI = pathlib.Path(__file__).resolve().parents[2] / "dist/src/cli/main.js"


def worker(stage):
    return f"node {CLI} worker --engine rules --stage {stage}"


def dumps(value):
    return json.dumps(value, ensure_ascii=False)


def main(articles, run):
    folder = pathlib.Path(articles)
    files = sorted(path for path in folder.rglob("*") if path.suffix in (".md", ".txt", ".html"))
    lines = [dumps({"path": str(one.relative_to(folder)), "raw": one.read_text("utf8")}) for one in files]
    lines.append("no JSON")
    spark = SparkContext("local[2]", "nutgraf")
    spark.setLogLevel("ERROR")
    answers = spark.parallelize(lines, 4).pipe(worker("each")).map(json.loads).cache()
    errors = answers.filter(lambda one: "error" in one).collect()
    records = answers.filter(lambda one: "error" not in one).cache()
    items = records.map(dumps).pipe(worker("keys")).map(json.loads).flatMap(lambda line: line["items"])
    blocks = items.flatMap(lambda one: [(key, one["item"]) for key in one["keys"]]).groupByKey()
    pairs = blocks.filter(lambda block: len(block[1]) > 1)
    lines_of_pairs = pairs.map(lambda block: dumps({"key": block[0], "items": list(block[1])}))
    judged = lines_of_pairs.pipe(worker("pairs")).map(json.loads).flatMap(lambda line: line["judgements"])
    found = {(one["left"], one["right"]): one for one in judged.collect()}

    output = pathlib.Path(run)
    kept = [json.loads(path.read_text("utf8")) for path in (output / "records").rglob("*.json")]
    expected = {one["article"]["path"]: one for one in kept}
    got = {one["article"]["path"]: one for one in records.collect()}
    # Which article repeats another is known only when all are read.
    for one in [*expected.values(), *got.values()]:
        one["article"]["duplicateOf"] = None
    unlike = [path for path in expected.keys() | got.keys() if expected.get(path) != got.get(path)]
    judgements = [json.loads(line) for line in (output / "judgements.ndjson").read_text("utf8").splitlines()]
    wanted = {(one["left"], one["right"]): one for one in judgements}
    # A run leaves pairs of large blocks out that only a finer key would bring together; Spark judges every pair of a block.
    differing = [pair for pair in wanted if wanted[pair] != found.get(pair)]
    print(f"{len(got)} records, {len(unlike)} unlike those of the run {unlike[:3]}; {len(errors)} error line: {errors}")
    print(f"{len(found)} judgements, {len(wanted)} of the run, of which {len(differing)} differ {differing[:3]}")
    return 0 if not unlike and not differing and len(errors) == 1 else 1


sys.exit(main(*sys.argv[1:3]))
