// Finds in processes/ what Camunda Modeler would: diagrams, decisions, forms, element templates.
//
//   npm run lint [-- FILE ...]
//
// Any finding of any level fails.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';

import { validate } from '@bpmn-io/element-templates-validator';
import { BpmnModdle } from 'bpmn-moddle';
import { DmnModdle } from 'dmn-moddle';
import { build } from 'esbuild';

import { find, nameOf, processes, read, shown } from './files.js';
import { againstTemplates, catalogue } from './templates.js';

const require = createRequire(import.meta.url);
const bpmnlint = { Linter: require('bpmnlint').Linter, Resolver: require('bpmnlint/lib/resolver/node-resolver') };
const dmnlint = { Linter: require('dmnlint').Linter, Resolver: require('dmnlint/lib/resolver/node-resolver') };
const { Linter: ModelerLinter, FormLinter } = await modelerLinters();

const PLATFORM = { executionPlatform: 'Camunda Platform', executionPlatformVersion: '7.24.0' };

// Forms stand still on Camunda 7 since 7.22, and so does Modeler's linter for them: it is silent about later versions.
const FORM_LINTER_VERSION = '7.22.0';

const moddle = new BpmnModdle({
  camunda: require('camunda-bpmn-moddle/resources/camunda.json'),
  modeler: require('modeler-moddle/resources/modeler.json')
});

const linters = { '.bpmn': lintDiagram, '.dmn': lintDecision, '.form': lintForm, '.json': lintTemplates };

/** Findings of all models at or under the paths: [ { file, element, message, rule } ]. */
export async function lint(paths, templateFolder = join(processes, '.camunda', 'element-templates')) {
  const templates = catalogue(find([ templateFolder ], '.json').flatMap(path => templatesIn(read(path))));
  const findings = [];

  for (const path of find(paths, ...Object.keys(linters))) {
    const reports = await linters[path.slice(path.lastIndexOf('.'))](read(path), path, templates)
      .catch(error => [ { message: `cannot be read: ${ error.message.split('\n')[0] }` } ]);

    findings.push(...reports.map(({ id, message, rule }) => ({ file: shown(path), element: id, message, rule })));
  }
  return findings;
}

async function lintDiagram(xml, path, templates) {
  const { rootElement, warnings } = await moddle.fromXML(xml);
  const recommended = new bpmnlint.Linter({
    config: { extends: [ 'bpmnlint:recommended', 'plugin:camunda-compat/camunda-platform-7-24' ] },
    resolver: new bpmnlint.Resolver()
  });
  const asModeler = new ModelerLinter({ modeler: 'desktop', type: 'platform' });
  const reports = [
    ...warnings.map(({ message, element }) => ({ id: element?.id, message, rule: 'import' })),
    ...onPlatform(name => rootElement.get(`modeler:${ name }`)),
    ...byRule(await recommended.lint(rootElement)),
    ...await asModeler.lint(rootElement),
    ...againstTemplates(rootElement, templates).map(report => ({ ...report, rule: 'element-template' }))
  ];

  return once(reports);
}

async function lintDecision(xml) {
  const { rootElement, warnings } = await new DmnModdle().fromXML(xml);
  const linter = new dmnlint.Linter({ config: { extends: 'dmnlint:recommended' }, resolver: new dmnlint.Resolver() });

  return [
    ...warnings.map(({ message, element }) => ({ id: element?.id, message, rule: 'import' })),
    ...onPlatform(name => rootElement.get(`modeler:${ name }`)),
    ...byRule(await linter.lint(rootElement))
  ];
}

async function lintForm(json) {
  const form = JSON.parse(json);

  return [
    ...onPlatform(name => form[name]),
    ...new FormLinter().lint({ ...form, executionPlatformVersion: FORM_LINTER_VERSION })
      .map(report => ({ ...report, rule: 'form' }))
  ];
}

async function lintTemplates(json, path) {
  return templatesIn(json).flatMap(template => {
    const { errors, warnings } = validate(template);

    return [ ...errors ?? [], ...warnings ?? [] ]
      .map(({ message, instancePath, dataPath }) => ({ id: template.id, message: `${ instancePath ?? dataPath ?? '' } ${ message }`.trim(), rule: 'schema' }))
      .concat(template.id?.endsWith(nameOf(path)) ? [] : [ { id: template.id, message: 'is not named after its file', rule: 'name' } ]);
  });
}

const templatesIn = json => [ JSON.parse(json) ].flat();

/** Modeler's linters say nothing about a file that does not name the platform it is for. */
const onPlatform = valueOf => Object.entries(PLATFORM)
  .filter(([ name, expected ]) => valueOf(name) !== expected)
  .map(([ name, expected ]) => ({ message: `${ name } is ${ valueOf(name) ?? 'missing' }, not ${ expected }`, rule: 'platform' }));

const byRule = reports => Object.entries(reports).flatMap(([ rule, found ]) => found.map(report => ({ ...report, rule })));

/** Two linters share rules: one finding for each element and rule. */
const once = reports => [ ...new Map(reports.map(report => {
  const rule = report.rule.replace('bpmnlint-plugin-', '').replace('bpmnlint/', '');

  return [ `${ report.id } ${ rule } ${ rule === 'import' ? report.message : '' }`, { ...report, rule } ];
})).values() ];

/** Modeler's own linters are written for a bundler. */
async function modelerLinters() {
  const { outputFiles: [ bundle ] } = await build({
    stdin: {
      contents: 'export { Linter } from "@camunda/linting"; export { FormLinter } from "@camunda/form-linting";',
      resolveDir: fileURLToPath(new URL('.', import.meta.url))
    },
    bundle: true,
    format: 'esm',
    logLevel: 'error',
    platform: 'browser',
    write: false
  });

  return import(`data:text/javascript;base64,${ Buffer.from(bundle.contents).toString('base64') }`);
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const paths = argv.length > 2 ? argv.slice(2) : [ processes ];
  const findings = await lint(paths);

  findings.forEach(({ file, element, message, rule }) => console.error(`${ file }: ${ element ?? 'the file' }: ${ message } (${ rule })`));
  if (findings.length) {
    console.error(`${ findings.length } findings`);
    process.exitCode = 1;
  } else {
    console.log(`${ find(paths, ...Object.keys(linters)).length } models, no finding`);
  }
}
