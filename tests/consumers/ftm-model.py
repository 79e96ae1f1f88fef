"""Prints what tests/export/ftm-model.json holds: the schemas of followthemoney that the export uses.

python tests/consumers/ftm-model.py > tests/export/ftm-model.json
"""

import json

import followthemoney
from followthemoney import model

SCHEMAS = "Person PublicBody Organization Address Article Documentation Employment Membership Note UnknownLink".split()


def describe(schema):
    """What a schema is, and its properties: `name:type`, or `name:entity=range`."""
    properties = [
        f"{name}:{prop.type.name}" + (f"={prop.range.name}" if prop.range else "")
        for name, prop in sorted(schema.properties.items())
        if not prop.stub
    ]
    kinds = sorted(one.name for one in schema.schemata)
    return {"is": " ".join(kinds), "required": " ".join(sorted(schema.required)), "properties": " ".join(properties)}


described = {name: describe(model.get(name)) for name in sorted(SCHEMAS)}
print(json.dumps({"version": followthemoney.__version__, "schemas": described}, indent=2))
