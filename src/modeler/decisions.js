// What a decision table under processes/ says, as a table in words.
import { DmnModdle } from 'dmn-moddle';

import { capital, distinct, groupInWords, plain } from './words.js';

const moddle = new DmnModdle();

/** Title, picture and source of the table, and its rows in words: { names, rows }. */
export async function decisionFacts(xml) {
  const { rootElement } = await moddle.fromXML(xml);
  const { id, name, description, decisionLogic: table } = rootElement.drgElement.find(({ $type }) => $type === 'dmn:Decision');
  const columns = [ ...table.input, ...table.output ].map(({ label }) => label);
  const rows = table.rule.map(rule => {
    const texts = [ ...rule.inputEntry, ...rule.outputEntry ].map(({ text }) => text.replaceAll('"', ''));

    return Object.fromEntries(columns.map((column, index) => [ column, texts[index] ]));
  });

  return {
    id,
    title: name,
    picture: `${ id }.png`,
    source: description?.match(/Manual .+?(?=:|\.( |$))/)?.[0],
    table: IN_WORDS[columns.find(column => column in IN_WORDS)]?.(rows)
  };
}

/** How a table reads, by the column that only it has. */
const IN_WORDS = {
  Path: rows => ({
    names: [ 'Program', 'When', 'Path', 'Rule' ],
    rows: rows.map(row => [ programs(row.Program), conditions(row), PATHS[row.Path] ?? plain(row.Path), row.Citation ])
  }),
  Approver: rows => ({
    names: [ 'Program', 'Approvers, one after the other' ],
    rows: distinct(rows.map(({ Program }) => Program)).map(program => [
      programs(program),
      rows.filter(({ Program }) => Program === program).map(approver).join(' → ')
    ])
  }),
  'Most days': rows => ({
    names: [ 'Program', 'Action', 'Time', 'Rule' ],
    rows: rows.map(row => [
      programs(row.Program),
      capital(row['Required action'].toLowerCase().replaceAll('_', ' ')),
      time(row),
      row.Citation.replace('office target', '*office target*')
    ])
  })
};

const PATHS = { ccp: 'conference, conciliation and persuasion' };

/** "Tanks, hazardous waste", "All but water, coal" where the table excepts them, or "Any". */
const programs = entry => capital(entry.replace(/^not\((.+)\)$/, 'all but $1')) || 'Any';

const conditions = row => Object.keys(row).filter(column => row[column] === 'true').join(' and ')
  || (row.Program ? 'always' : 'otherwise');

const approver = row => groupInWords(row.Approver) + row['Amount in dollars']
  .replace(/^> *(\d+)$/, (entry, dollars) => ` (over $${ Number(dollars).toLocaleString('en-US') })`);

function time(row) {
  const days = row.Kind === 'RANGE' ? `${ row['Least days'] } to ${ row['Most days'] } days` : `${ row['Most days'] } days`;

  return { IMMEDIATELY: 'at once', NEXT_INSPECTION: 'by the next inspection' }[row.Kind] ?? days;
}
