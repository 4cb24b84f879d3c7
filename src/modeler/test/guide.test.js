import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';

import { facts } from '../facts.js';
import { read } from '../files.js';
import { writtenGuide } from '../guide.js';

const models = new URL('./guide/', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'guide-'));
const page = [
  '# Guide', '', '<!-- contents -->', '<!-- end -->', '', '## Diagrams', '',
  '### The ladder', '', 'By hand.', '', '<!-- facts: ladder -->', 'old', '<!-- end -->', '',
  '### Review', '', '<!-- facts: review -->', '<!-- end -->', '',
  '## Decisions', '', '### Limits', '', '<!-- facts: limits -->', '<!-- end -->', ''
].join('\n');

after(() => rmSync(folder, { recursive: true }));

const written = async () => writtenGuide(page, await facts(models));

/** The facts of the models in which one text stands for another. */
async function factsAfter(name, text, replacement) {
  const path = join(folder, name);

  cpSync(models, folder, { recursive: true });
  assert.ok(read(path).includes(text), `${ name } does not contain ${ text }`);
  writeFileSync(path, read(path).replaceAll(text, replacement));
  return facts(folder);
}

const lines = [
  [ 'a deadline counts from the letter that names its timer', '| Record response | 45 days | letter of warning | 10 CSR 60-6.070(1)(G) |' ],
  [ 'a due date that counts from the day of its rule is a deadline', '| Inspect site | 24 months | discovery of the violation | Manual 8.3 |' ],
  [ 'days that a form asks for are named after the form', '| Inspect site | “Days allowed” in “Set time limit” | discovery of the violation | Manual 8.3 |' ],
  [ 'days that a decision table gives are named after its step', '| Review case | as the decision table of “Determine time” says | opening of the task | Manual 8.1 |' ],
  [ 'a day that neither gives is told as documented, and a target said to be one', '| Record payment | The day the agreement names | — | *office target* |' ],
  [ 'a group has its tasks, with the target of each', '| Tanks: staff | Record response, Set time limit (5 days) |' ],
  [ 'every group of a task is told', '| Tanks: section chief | Set time limit (5 days) |' ],
  [ 'a group that callers pass is named', '| Tanks: director | Review case |' ],
  [ 'a block works for the office of the case', '| The case’s office: enforcement | Record payment |' ],
  [ 'a source is that of the documentation', '- **Source:** Manual 3.3' ],
  [ 'a decision’s source is that of its description', '- **Source:** Manual 3.1, 3.5' ],
  [ 'a caller names its block and the step', '- **Uses:** [Review](#review) in “Review the case”' ],
  [ 'a block names its callers', '- **Used by:** [The ladder](#the-ladder)' ],
  [ 'a decision names who asks it', '- **Used by:** [Review](#review)' ],
  [ 'a range reads as such', '| Solid waste | Clean up dump | 30 to 90 days | Manual 3.5 |' ],
  [ 'excepted programs are named, and a target of the table is one', '| All but water, coal | Cease burning | at once | Manual 3.1 (*office target*) |' ],
  [ 'the contents lead to the headings', '  - [The ladder](#the-ladder)' ],
  [ 'what is written by hand stays', 'By hand.' ]
];

for (const [ promise, line ] of lines) {
  test(promise, async () => {
    const text = await written();

    assert.ok(text.split('\n').includes(line), text);
  });
}

test('writing a current guide again changes nothing', async () => {
  const text = await written();

  assert.equal(await writtenGuide(text, await facts(models)), text);
  assert.ok(!text.includes('\nold\n'), text);
});

test('a change of a diagram changes the guide', async () => {
  const text = await writtenGuide(page, await factsAfter('ladder.bpmn', 'P45D', 'P1M'));

  assert.ok(text.includes('| Record response | 1 month |'), text);
});

test('a deadline without a rule does not borrow one', async () => {
  const text = await writtenGuide(page, await factsAfter('review.bpmn', ' (Manual 8.1)', ''));

  assert.match(text, /\| Review case .*\| \*not named in the diagram\* \|/);
});

test('names every deadline that it has no words for', async () => {
  await assert.rejects(
    factsAfter('ladder.bpmn', 'P24M', 'P24MT1H'),
    /The ladder: no words for "howLong" of "Inspect site" \(InspectSite\)/);
  await assert.rejects(
    factsAfter('ladder.bpmn', 'discoveredOn', 'ponderedOn'),
    /"countsFrom" of "Inspect site" \(InspectSite\)\n.*"countsFrom" of "Days allowed passed" \(DaysPassed\)/);
  await assert.rejects(factsAfter('ladder.bpmn', '"P5D"', '"PT5H"'), /no words for the due date PT5H of "Set time limit"/);
});

test('names every section that is missing, misnamed or left over', async () => {
  const wrong = page
    .replace('<!-- facts: review -->', '<!-- facts: preview -->')
    .replace('### Limits', '### Time limits');

  await assert.rejects(writtenGuide(wrong, await facts(models)), ({ message }) => {
    assert.match(message, /no section for Review/);
    assert.match(message, /preview describes a model that is gone/);
    assert.match(message, /is not "Limits"/);
    return true;
  });
});
