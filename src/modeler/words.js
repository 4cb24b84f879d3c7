// Ids and lists as people say them.

const ROLES = { staff: 'staff', enforcement: 'enforcement', chief: 'section chief', director: 'director' };

/** "Tanks: section chief" for tanks-chief; in a building block the office is that of the case. */
export function groupInWords(group) {
  if (group === '${approvalStep.approver}') {
    return 'The approvers, in the order of “Penalty approval”';
  }
  const [ , office, role ] = group.match(/^(.+)-(\w+)$/) ?? [];

  return role in ROLES && !/^(division|department)$/.test(office)
    ? `${ office === '${office}' ? 'The case’s office' : capital(office) }: ${ ROLES[role] }`
    : capital(group).replace('Attorney general', 'Attorney General');
}

/** Every item once, in the order of their first appearance. */
export const distinct = items => [ ...new Map(items.map(item => [ JSON.stringify(item), item ])).values() ];

/** "a, b or c", each once. */
export const either = items => distinct(items).join(', ').replace(/, ([^,]*)$/, ' or $1');

export const plain = text => text.replaceAll('-', ' ');

export const capital = text => plain(text.charAt(0).toUpperCase() + text.slice(1));
