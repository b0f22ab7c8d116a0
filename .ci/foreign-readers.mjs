// What readers from npm make of the exports in a folder: node readers.mjs BASE FOLDER
import fs from 'node:fs';
import path from 'node:path';
import { JSDOM } from 'jsdom';
import jsonld from 'jsonld';
import N3 from 'n3';
import graphology from 'graphology';
import graphml from 'graphology-graphml';
import argdown from '@argdown/core';

const [base, work] = process.argv.slice(2);
let failed = false;
const read = name => fs.readFileSync(path.join(work, name), 'utf8');
const write = (name, text) => fs.writeFileSync(path.join(work, name), text);
const check = (what, good, found = '') => {
  failed ||= !good;
  console.log(`${good ? 'ok   ' : 'FAIL '} ${what}${found === '' ? '' : `: ${found}`}`);
};
const attempt = async (what, act) => {
  try {
    await act();
  } catch (error) {
    check(what, false, String(error.message ?? error).split('\n')[0]);
  }
};

const graph = JSON.parse(read('graph.json'));
const json = url => fetch(url).then(response => response.json());

await attempt('jsonld', async () => {
  const documentLoader = async url => ({ document: await json(url), documentUrl: url, contextUrl: null });
  write('jsonld.nq', await jsonld.toRDF(JSON.parse(read('graph.jsonld')), { format: 'application/n-quads', documentLoader, safe: true }));
  check('jsonld reads JSON-LD over the served context', true);
});
for (const [name, format] of [['turtle', 'text/turtle'], ['ntriples', 'application/n-triples']]) {
  await attempt(`n3 ${name}`, () => {
    const quads = new N3.Parser({ format, baseIRI: `${base}/api/v1/` }).parse(read(`graph.${name}`));
    write(`n3-${name}.nq`, new N3.Writer({ format: 'N-Triples' }).quadsToString(quads));
    check(`n3, triples of ${name}`, quads.length > 0, quads.length);
  });
}

await attempt('graphology-graphml', () => {
  const { window } = new JSDOM('');
  globalThis.DOMParser = window.DOMParser;
  globalThis.Document = window.Document;
  const parse = graphml.parse ?? graphml.default?.parse;
  const found = parse(graphology.MultiDirectedGraph ?? graphology, read('graph.graphml'));
  check('graphology-graphml, nodes', found.order === graph.nodes.length, found.order);
  check('graphology-graphml, edges', found.size === graph.edges.length, found.size);
});

const maps = fs.readdirSync(work).filter(name => name.startsWith('map.'));
await attempt('argdown', () => {
  const app = new argdown.ArgdownApplication();
  app.addPlugin(new argdown.ParserPlugin(), 'parse-input');
  app.addPlugin(new argdown.ModelPlugin(), 'build-model');
  for (const name of maps.filter(name => name.endsWith('.argdown'))) {
    const result = app.run({ process: ['parse-input', 'build-model'], input: read(name), logLevel: 'error' });
    const wrong = [...(result.lexerErrors ?? []), ...(result.parserErrors ?? [])];
    const map = JSON.parse(read(name.replace('.argdown', '.xaif'))).AIF;
    const expected = map.nodes.filter(node => node.type === 'I' && !node.nodeID.startsWith('i.')).length + (read(name).includes('[Proposition]: ') ? 1 : 0);
    const found = Object.keys(result.statements ?? {}).length + Object.keys(result.arguments ?? {}).length;
    check(`argdown, ${name}: statements and arguments`, wrong.length === 0 && found === expected, wrong[0]?.message ?? `${found} of ${expected}`);
  }
});

await attempt('mermaid', async () => {
  const { window } = new JSDOM('<body></body>', { pretendToBeVisual: true });
  globalThis.window = window;
  globalThis.document = window.document;
  const mermaid = (await import('mermaid')).default;
  for (const name of fs.readdirSync(work).filter(name => name.endsWith('.mermaid'))) {
    await mermaid.parse(read(name));
    const diagram = await mermaid.mermaidAPI.getDiagramFromText(read(name));
    const vertices = diagram.db.getVertices();
    const expected = (read(name).match(/^  click /gm) ?? []).length;
    const found = vertices.size ?? Object.keys(vertices).length;
    check(`mermaid, ${name}: nodes`, found === expected, found);
  }
});

process.exit(failed ? 1 : 0);
