// Writes into processes/README.md what the models say of themselves, between the markers that a person has set:
//
//   <!-- contents -->…<!-- end -->             the headings of the page
//   <!-- facts: tank-enforcement -->…<!-- end --> picture, source, deadlines and work of that model
//
// Everything outside the markers is written by hand and stays.
import { facts } from './facts.js';

const MARKED = /<!-- (?:(contents)|facts: ([\w-]+)) -->\n[\s\S]*?<!-- end -->/g;
const HEADING = /^(##|###) (.+)$/gm;

/** The page with its generated parts as the models are now. Throws an error that names every model without its section. */
export async function writtenGuide(page, models) {
  models ??= await facts();
  const faults = [
    ...models.filter(({ id }) => !page.includes(`<!-- facts: ${ id } -->`))
      .map(({ id, title }) => `no section for ${ title }: add a heading, what it is for, and <!-- facts: ${ id } --> with <!-- end -->`),
    ...[ ...page.matchAll(MARKED) ].map(([ , , id ]) => id)
      .filter(id => id && !models.some(model => model.id === id))
      .map(id => `the section of ${ id } describes a model that is gone`),
    ...models.filter(({ id, title }) => page.includes(`<!-- facts: ${ id } -->`) && headingAbove(page, id) !== title)
      .map(({ id, title }) => `the heading above <!-- facts: ${ id } --> is not "${ title }"`)
  ];

  if (faults.length) {
    throw new Error(faults.join('\n'));
  }
  return page.replace(MARKED, (marked, contents, id) => [
    marked.slice(0, marked.indexOf('\n')),
    contents ? contentsOf(page) : section(models.find(model => model.id === id), models),
    '<!-- end -->'
  ].join('\n'));
}

const headingAbove = (page, id) => [ ...page.slice(0, page.indexOf(`<!-- facts: ${ id } -->`)).matchAll(HEADING) ].at(-1)?.[2];

const contentsOf = page => [ ...page.matchAll(HEADING) ]
  .map(([ , level, title ]) => `${ level === '##' ? '' : '  ' }- ${ link(title) }`).join('\n');

function section(model, models) {
  const picture = `../docs/processes/${ model.picture }`;
  const titleOf = id => models.find(model => model.id === id)?.title ?? id;
  const uses = grouped(model.uses ?? []);

  return [
    `[![${ model.title }](${ picture })](${ picture })`,
    [
      [ 'Source', model.source ],
      [ 'File', `[${ model.file }](${ model.file })` ],
      [ 'Uses', [ ...uses ].map(([ id, steps ]) => `${ link(titleOf(id)) } in ${ steps.map(({ step }) => `“${ step }”`).join(', ') }`).join('; ') ],
      [ 'Used by', model.usedBy.map(link).join(', ') ]
    ].filter(([ , value ]) => value).map(([ name, value ]) => `- **${ name }:** ${ value }`).join('\n'),
    ...deadlines(model),
    ...work(model),
    ...model.table ? [ table(model.table.names, model.table.rows) ] : []
  ].join('\n\n');
}

const grouped = uses => uses.reduce((all, use) => all.set(use.id, [ ...all.get(use.id) ?? [], use ]), new Map());

const deadlines = ({ deadlines }) => !deadlines ? [] : deadlines.length
  ? [ table([ 'Awaited', 'How long', 'Counted from', 'Rule' ], deadlines.map(({ awaited, howLong, countsFrom, rule }) =>
    [ awaited, howLong, countsFrom, rule === 'office target' ? '*office target*' : rule ?? '*not named in the diagram*' ])) ]
  : [ 'No deadline of its own.' ];

const work = ({ work }) => !work?.length ? [] : [ table([ 'Group', 'Tasks, with the *office target* of each' ], work.map(({ group, tasks }) =>
  [ group, tasks.map(({ task, target }) => target ? `${ task } (${ target })` : task).join(', ') ])) ];

const table = (names, rows) => [ names, names.map(() => '---'), ...rows ].map(cells => `| ${ cells.join(' | ') } |`).join('\n');

/** A link to a heading of this page, as GitHub names it. */
const link = title => `[${ title }](#${ title.toLowerCase().replace(/[^\w -]/g, '').replaceAll(' ', '-') })`;
