// What the diagrams under processes/ say of themselves, in the words people use: sources, deadlines, work, calls.
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';

import { BpmnModdle } from 'bpmn-moddle';

import { decisionFacts } from './decisions.js';
import { find, processes, read } from './files.js';
import { distinct, either, groupInWords } from './words.js';

const bpmn = new BpmnModdle({ camunda: createRequire(import.meta.url)('camunda-bpmn-moddle/resources/camunda.json') });

/** The days from which a deadline counts, other than that of a letter: the variable is what the diagram names. */
const DAYS = {
  discoveredOn: 'discovery of the violation',
  finalComplianceDate: 'final compliance date',
  publicNoticeIssuedOn: 'issuance of the public notice',
  hearingEndedOn: 'end of the hearing',
  noticeIssuedOn: 'issuance of the order or notice',
  orderIssuedOn: 'issuance of the order',
  shouldHaveBeenDiscoveredOn: 'the day the violation was, or should have been, discovered',
  lastViolationDiscoveredOn: 'the day the violation found last was, or should have been, discovered'
};

/**
 * All models under the folder, diagrams and decision tables. Throws an error that names every deadline for whose length or
 * first day there are no words. A deadline that names neither its rule nor that it is an office target has no rule.
 */
export async function facts(folder = processes, templates = join(processes, '.camunda', 'element-templates')) {
  const forms = new Map(find([ folder ], '.form').map(read).map(JSON.parse).map(form => [ form.id, fieldsOf(form) ]));
  const diagrams = await Promise.all(find([ folder ], '.bpmn').map(async path => opened(path, await bpmn.fromXML(read(path)))));
  const tables = await Promise.all(find([ folder ], '.dmn').map(async path => ({ file: relative(folder, path), ...await decisionFacts(read(path)) })));
  // A process and a decision may share an id: the guide calls the decision's section -table then
  const tableId = id => diagrams.some(({ process }) => process.id === id) ? `${ id }-table` : id;
  const context = { diagrams, forms, letters: lettersOf(templates), tableId, faults: [] };
  const models = [
    ...diagrams.map(diagram => ({ file: relative(folder, diagram.path), ...diagramFacts(diagram, context) })),
    ...tables.map(table => ({ ...table, id: tableId(table.id) }))
  ];

  if (context.faults.length) {
    throw new Error(context.faults.join('\n'));
  }
  return models.map(model => ({
    ...model,
    usedBy: models.filter(({ uses }) => uses?.some(({ id }) => id === model.id)).map(({ title }) => title)
  }));
}

function opened(path, { rootElement }) {
  const process = rootElement.rootElements.find(element => element.$type === 'bpmn:Process');
  const inside = scope => (scope.flowElements ?? []).flatMap(element => [ element, ...inside(element) ]);

  return { path, process, elements: inside(process) };
}

function diagramFacts(diagram, context) {
  const { process, elements } = diagram;
  const tasks = elements.filter(element => element.$type === 'bpmn:UserTask');

  return {
    id: process.id,
    title: process.name,
    picture: `${ process.id }.svg`,
    source: textOf(process).split('Source: ')[1]?.replace(/\.$/, '') ?? citations(textOf(process)),
    deadlines: distinct(elements.flatMap(element => deadlinesOf(element, diagram, context))),
    work: workOf(tasks, diagram, context),
    uses: distinct(elements.flatMap(element => {
      const decision = element.get('camunda:decisionRef');
      const id = element.calledElement ?? (decision && context.tableId(decision));

      return id ? [ { id, step: element.name } ] : [];
    }))
  };
}

/** A timer is a deadline; so is a due date that counts from a day its rule names. Other due dates are targets. */
function deadlinesOf(element, diagram, context) {
  const timer = timerOf(element);
  const dueDate = element.get('camunda:dueDate');

  if (!timer && !(dueDate && isDeadline(element))) {
    return [];
  }
  const awaiting = element.attachedToRef ?? (element.$type === 'bpmn:StartEvent' ? element.$parent : element);
  const deadline = {
    awaited: awaiting.name,
    howLong: lengthOf(timer ?? dueDate, element, diagram, context),
    countsFrom: firstDayOf(timer ?? dueDate, element, awaiting, diagram, context),
    rule: isTarget(element) ? 'office target' : [ element, element.attachedToRef ].filter(Boolean).map(textOf).map(citations).find(Boolean)
  };

  Object.entries(deadline).filter(([ , words ]) => words === '').forEach(([ column ]) => context.faults.push(
    `${ diagram.process.name }: no words for "${ column }" of "${ element.name }" (${ element.id })`));
  return [ deadline ];
}

const isDeadline = task => Boolean(setting(task, 'countsFrom')) || task.get('camunda:dueDate').includes('${');

const isTarget = element => /office target|(target|reminder) of the office/i.test(textOf(element));

function timerOf(element) {
  const timer = element.eventDefinitions?.find(definition => definition.$type === 'bpmn:TimerEventDefinition');

  return timer && (timer.timeDuration ?? timer.timeDate)?.body;
}

/** A length as people say it; what a task's form asks for is named after the form, anything else as documented. */
function lengthOf(length, element, { elements }, { forms }) {
  if (!length.includes('${')) {
    return inWords(length);
  }
  const variable = length.match(/(\w+)\)*\}/)[1];
  const asked = elements.filter(task => forms.get(task.get('camunda:formRef'))?.has(variable));

  if (asked.length) {
    return `“${ forms.get(asked[0].get('camunda:formRef')).get(variable) }” in ${ either(asked.map(task => `“${ task.name }”`)) }`;
  }
  const step = elements.find(rule => rule.get('camunda:decisionRef') && outputsOf(rule).includes(variable));

  return step ? `as the decision table of “${ step.name }” says` : firstSentence(textOf(element));
}

function inWords(duration) {
  const [ , count, unit ] = duration.match(/^P(\d+)([DWMY])$/) ?? [];

  return count ? `${ count } ${ { D: 'day', W: 'week', M: 'month', Y: 'year' }[unit] }${ count === '1' ? '' : 's' }` : '';
}

/** The letter that names the timer, in the diagram or in those that call it; else the day that the element names. */
function firstDayOf(length, element, awaiting, diagram, { diagrams, letters }) {
  if (!length.startsWith('P')) {
    return '—';
  }
  const sends = ({ elements }) => elements.filter(letter => setting(letter, 'deadlineTimer') === element.id);
  const callers = diagrams.filter(({ elements }) => elements.some(call => call.calledElement === diagram.process.id));
  const naming = [ sends(diagram), callers.flatMap(sends) ].find(found => found.length);

  if (naming) {
    return either(naming.map(letter => letters.get(setting(letter, 'letter'))));
  }
  const day = setting(element, 'countsFrom') ?? setting(awaiting, 'countsFrom');

  return day ? DAYS[day] ?? '' : 'opening of the task';
}

function workOf(tasks, { process }, context) {
  const work = new Map();

  for (const task of tasks) {
    const dueDate = task.get('camunda:dueDate');
    const target = dueDate && !isDeadline(task) ? inWords(dueDate) : undefined;

    if (target === '') {
      context.faults.push(`${ process.name }: no words for the due date ${ dueDate } of "${ task.name }" (${ task.id })`);
    }
    for (const group of groupsOf(task, process, context)) {
      work.set(group, [ ...work.get(group) ?? [], { task: task.name, target } ]);
    }
  }
  return [ ...work ].map(([ group, done ]) => ({ group, tasks: distinct(done) }));
}

function groupsOf(task, process, { diagrams }) {
  return (task.get('camunda:candidateGroups') ?? '').split(',').filter(Boolean).flatMap(group => {
    const variable = group.match(/^\$\{(\w+)\}$/)?.[1];

    return variable ? passedTo(process.id, variable, diagrams) : [ group ];
  }).map(groupInWords);
}

/** The groups that the calling diagrams pass to the block. */
const passedTo = (block, variable, diagrams) => distinct(diagrams
  .flatMap(({ elements }) => elements.filter(call => call.calledElement === block))
  .flatMap(call => extensions(call, 'camunda:In').filter(({ target }) => target === variable))
  .map(({ sourceExpression }) => sourceExpression?.match(/'(.+)'/)?.[1] ?? variable));

/** The key and the label of every field that a form asks for. */
const fieldsOf = form => new Map((form.components ?? []).flatMap(field => [
  [ field.key, field.label ?? field.dateLabel ],
  ...fieldsOf(field)
]));

const lettersOf = templates => new Map(find([ templates ], '.json').map(read).map(JSON.parse).flat()
  .flatMap(template => template.properties)
  .filter(({ binding }) => binding.name === 'letter')
  .flatMap(({ choices }) => choices.map(({ name, value }) => [ value, name.charAt(0).toLowerCase() + name.slice(1) ])));

const extensions = (element, type) => (element.extensionElements?.values ?? []).filter(({ $type }) => $type === type);

const setting = (element, name) => extensions(element, 'camunda:Properties')
  .flatMap(properties => properties.values ?? []).find(property => property.name === name)?.value;

const outputsOf = element => extensions(element, 'camunda:InputOutput')
  .flatMap(({ outputParameters }) => outputParameters ?? []).map(({ name }) => name);

const textOf = element => element.documentation?.[0]?.text ?? '';

const IN_BRACKETS = /\s*\(((?:[^()]|\([^()]*\))*)\)/g;
const isCitation = text => /Manual|CSR|RSMo/.test(text);

/** What a text cites in brackets: "Manual 3.3 Tanks". */
const citations = text => distinct([ ...text.matchAll(IN_BRACKETS) ].map(([ , cited ]) => cited).filter(isCitation)).join('; ');

const firstSentence = text => text.replace(IN_BRACKETS, (whole, cited) => isCitation(cited) ? '' : whole).split(/\.(?: |$)/)[0];
