// Does an element that was made from an element template still keep to it?

/** Every template by id and version, from the parsed files. */
export const catalogue = templates => new Map(templates.map(template => [ key(template.id, template.version), template ]));

/** What is wrong with the elements of a diagram, as [ { id, message } ]. */
export function againstTemplates(definitions, templates) {
  return elementsOf(definitions).flatMap(element => {
    const id = element.get('camunda:modelerTemplate');

    if (!id) {
      return withoutTemplate(element, templates);
    }
    const version = element.get('camunda:modelerTemplateVersion');
    const template = templates.get(key(id, version));

    if (!template) {
      return [ { id: element.id, message: `uses element template ${ id } version ${ version ?? 'none' }, which is not there` } ];
    }
    return [ ...misplaced(element, template), ...template.properties.flatMap(property => unmet(element, property)) ]
      .map(message => ({ id: element.id, message: `${ message } (element template "${ template.name }")` }));
  });
}

const key = (id, version) => `${ id } ${ version ?? '' }`;

function elementsOf(definitions) {
  const inside = scope => (scope.flowElements ?? []).flatMap(element => [ element, ...inside(element) ]);

  return (definitions.rootElements ?? []).flatMap(inside);
}

/** A delegate that a template offers is chosen through the template, or its parameters go unchecked. */
function withoutTemplate(element, templates) {
  const delegate = element.$type === 'bpmn:ServiceTask' && element.get('camunda:delegateExpression');
  const offered = [ ...templates.values() ].find(template => template.properties.some(
    ({ binding, value }) => binding.name === 'camunda:delegateExpression' && value === delegate
  ));

  return delegate && offered
    ? [ { id: element.id, message: `calls ${ delegate } without its element template "${ offered.name }"` } ]
    : [];
}

const misplaced = (element, template) => template.appliesTo.includes(element.$type)
  ? []
  : [ `is a ${ element.$type }, the template is for ${ template.appliesTo.join(', ') }` ];

function unmet(element, { type, label, value: wanted, binding, choices = [], constraints = {} }) {
  const name = label ?? binding.name;
  const value = read(element, binding);

  if (type === 'Hidden') {
    return value === wanted ? [] : [ `${ binding.name } is ${ value ?? 'missing' }, not ${ wanted }` ];
  }
  if (constraints.notEmpty && !value) {
    return [ `${ name } is missing` ];
  }
  if (type === 'Dropdown' && value && !choices.some(choice => choice.value === value)) {
    return [ `${ name } is ${ value }, which the template does not offer` ];
  }
  const pattern = constraints.pattern?.value ?? constraints.pattern;

  return pattern && value && !new RegExp(pattern).test(value)
    ? [ `${ name } is ${ value }: ${ constraints.pattern.message ?? `must match ${ pattern }` }` ]
    : [];
}

function read(element, { type, name }) {
  const extension = kind => element.extensionElements?.values.find(value => value.$type === kind);
  const named = (list = []) => list.find(item => item.name === name);
  const parameter = found => found && (found.value ?? '');

  switch (type) {
  case 'property': return element.get(name);
  case 'camunda:property': return parameter(named(extension('camunda:Properties')?.values));
  case 'camunda:inputParameter': return parameter(named(extension('camunda:InputOutput')?.inputParameters));
  default: throw new Error(`Element templates with a binding of type ${ type } are not checked yet: teach templates.js`);
  }
}
