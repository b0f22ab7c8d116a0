"""What Python's own readers make of the exports in a folder."""
import csv
import glob
import json
import os
import sys
import xml.etree.ElementTree as ET

work = sys.argv[1]
failed = False


def check(what, found, expected):
    global failed
    good = found == expected
    failed |= not good
    print(f"ok    {what}: {found}" if good else f"FAIL  {what}: {found}, not {expected}")


def path(name):
    return os.path.join(work, name)


with open(path("graph.json"), encoding="utf-8") as file:
    graph = json.load(file)
names = {node["id"]: node["name"] for node in graph["nodes"]}
attributes = sum(len(node["attributes"]) for node in graph["nodes"])

csv.field_size_limit(10_000_000)
for table, expected in (("entities", len(graph["nodes"])), ("relations", len(graph["edges"])), ("attributes", attributes)):
    with open(path(f"{table}.csv"), encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, strict=True))
    check(f"csv, rows of {table}", len(rows), expected)
    check(f"csv, formulas in {table}", sum(1 for row in rows for cell in row.values() if cell and cell[0] in "=+-@\t\r"), 0)
    if table == "entities":
        check("csv, names", sum(1 for row in rows if row["name"].lstrip("'") != names[row["id"]].lstrip("'")), 0)

ns = "{http://graphml.graphdrawing.org/xmlns}"
root = ET.parse(path("graph.graphml")).getroot()
check("xml, nodes and edges of GraphML", (len(root.findall(f".//{ns}node")), len(root.findall(f".//{ns}edge"))), (len(graph["nodes"]), len(graph["edges"])))

with open(path("graph.cytoscape"), encoding="utf-8") as file:
    elements = json.load(file)["elements"]
check("json, nodes and edges of Cytoscape", (len(elements["nodes"]), len(elements["edges"])), (len(graph["nodes"]), len(graph["edges"])))

with open(path("graph.ndjson"), encoding="utf-8") as file:
    lines = [json.loads(line) for line in file]
check("json, entities of NDJSON", sum(1 for line in lines if line["type"] == "entity"), len(graph["nodes"]))

svg = "{http://www.w3.org/2000/svg}"
for file in sorted(glob.glob(path("*.svg"))):
    name = os.path.basename(file)
    if name == "dot.svg":
        continue
    picture = ET.parse(file).getroot()
    links = picture.findall(f".//{svg}a")
    check(f"xml, {name} is a picture with a title", (picture.tag, picture.find(f"{svg}title") is not None), (f"{svg}svg", True))
    if name == "graph.svg":
        check("xml, a link a node", len(links), len(graph["nodes"]))

for file in sorted(glob.glob(path("map.*.xaif"))):
    with open(file, encoding="utf-8") as text:
        aif = json.load(text)["AIF"]
    ids = {node["nodeID"] for node in aif["nodes"]}
    check(f"json, {os.path.basename(file)}: edges without a node", sum(1 for edge in aif["edges"] if not {edge["fromID"], edge["toID"]} <= ids), 0)

sys.exit(failed)
