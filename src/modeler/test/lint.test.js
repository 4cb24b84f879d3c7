import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';

import { read } from '../files.js';
import { lint } from '../lint.js';

const models = new URL('./models/', import.meta.url).pathname;
const template = new URL('../../../processes/.camunda/element-templates/send-letter.json', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'lint-'));

after(() => rmSync(folder, { recursive: true }));

/** Findings in a good model in which one text stands for another, as "element: rule". */
async function findingsAfter(name, model, text, replacement) {
  const path = join(folder, name);
  const good = read(model);

  assert.ok(good.includes(text), `${ model } does not contain ${ text }`);
  writeFileSync(path, good.replaceAll(text, replacement));
  return (await lint([ path ])).map(({ element, rule }) => `${ element }: ${ rule }`);
}

test('good models and the element templates have no finding', async () => {
  assert.deepEqual(await lint([ models, template ]), []);
});

const mistakes = [
  [ 'a start event without a name', 'good.bpmn', ' name="Violation identified"', '', 'Start: label-required' ],
  [ 'an element that is not drawn', 'good.bpmn', 'bpmnElement="End"', 'bpmnElement="Gone"', 'End: no-bpmndi' ],
  [ 'a process without a time to live', 'good.bpmn', ' camunda:historyTimeToLive="P3650D"', '', 'good: camunda-compat/history-time-to-live' ],
  [ 'a diagram for another platform', 'good.bpmn', '"7.24.0"', '"8.8.0"', 'undefined: platform' ],
  [ 'a reference to nothing', 'good.bpmn', 'targetRef="End"', 'targetRef="Gone"', 'Send_to_End: import' ],
  [ 'a letter that the template does not offer', 'good.bpmn', '"LETTER_OF_WARNING"', '"POSTCARD"', 'Send: element-template' ],
  [ 'a letter that is not chosen', 'good.bpmn', 'value="LETTER_OF_WARNING"', '', 'Send: element-template' ],
  [ 'an attribute the template sets', 'good.bpmn', ' camunda:asyncBefore="true"', '', 'Send: element-template' ],
  [ 'a template version that is not there', 'good.bpmn', 'TemplateVersion="1"', 'TemplateVersion="9"', 'Send: element-template' ],
  [ 'a delegate without its template', 'good.bpmn', 'camunda:modelerTemplate="org.abate.send-letter" camunda:modelerTemplateVersion="1" ', '', 'Send: element-template' ],
  [ 'a decision without a name', 'good.dmn', 'id="good" name="Good"', 'id="good"', 'good: label-required' ],
  [ 'a form field that Tasklist cannot show', 'good.form', '"textfield"', '"filepicker"', 'Field_note: form' ],
  [ 'a form for no platform', 'good.form', '"Camunda Platform"', '"Paper"', 'undefined: platform' ]
];

for (const [ mistake, model, text, replacement, finding ] of mistakes) {
  test(`finds ${ mistake }`, async () => {
    const found = await findingsAfter(model, join(models, model), text, replacement);

    assert.ok(found.includes(finding), `${ finding } is not among ${ found }`);
  });
}

test('finds an element template that Modeler could not read', async () => {
  const found = await findingsAfter('send-letter.json', template, '"Dropdown"', '"Menu"');

  assert.ok(found.includes('org.abate.send-letter: schema'), found.join());
});

test('finds a file that cannot be read', async () => {
  assert.deepEqual(await findingsAfter('good.form', join(models, 'good.form'), '"id": "good",', ''), []);
  assert.deepEqual(await findingsAfter('good.form', join(models, 'good.form'), '{\n', '\n'), [ 'undefined: undefined' ]);
});
