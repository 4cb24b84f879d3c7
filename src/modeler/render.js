// Draws every diagram and decision table under processes/ into docs/processes/, as Camunda Modeler shows them, and writes
// into processes/README.md, the managers' guide, what they say of themselves.
//
//   npm run render                        the guide, and what changed since its picture was drawn
//   npm run render -- --check             draws nothing; fails when a picture is missing, outdated or left over, or the guide is outdated
//   npm run render -- --force             everything
//   npm run render -- --png --to DIR FILE the given files or folders, diagrams also as PNG
//
// A picture carries the fingerprint of its model: another browser or font draws a model a little differently, and
// pictures must change only when their model does. CHROMIUM names the browser, /usr/bin/chromium by default.
import { existsSync, mkdirSync, readdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';

import { chromium } from 'playwright-core';

import { find, fingerprint, guide, nameOf, pictures, processes, read, shown } from './files.js';
import { writtenGuide } from './guide.js';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    check: { type: 'boolean' },
    force: { type: 'boolean' },
    png: { type: 'boolean' },
    to: { type: 'string', default: pictures }
  }
});

const MARGIN = 20;
const dist = name => join(dirname(createRequire(import.meta.url).resolve(`${ name }/package.json`)), 'dist');

const sources = find(positionals.length ? positionals : [ processes ], '.bpmn', '.dmn')
  .map(path => ({ path, xml: read(path), name: nameOf(path), isDiagram: path.endsWith('.bpmn') }))
  .map(source => ({ ...source, mark: `drawn from ${ source.name }, ${ fingerprint(source.xml) }` }))
  .map(source => ({ ...source, picture: join(options.to, source.name + (source.isDiagram ? '.svg' : '.png')) }));

const isCurrent = ({ picture, mark }) => existsSync(picture) && readFileSync(picture).includes(mark);
const outdated = sources.filter(source => options.force || !isCurrent(source));
const leftOver = positionals.length || !existsSync(options.to) ? [] : readdirSync(options.to)
  .filter(name => /\.(svg|png)$/.test(name))
  .map(name => join(options.to, name))
  .filter(path => !sources.some(source => source.picture === path) && !(options.png && path.endsWith('.png')));

const page = read(guide);
const current = positionals.length ? page : await writtenGuide(page).catch(error => {
  console.error(`${ shown(guide) }:\n${ error.message }`);
  process.exit(1);
});

if (options.check) {
  outdated.forEach(({ picture, path }) => console.error(`${ shown(picture) } does not show ${ shown(path) } as it is`));
  leftOver.forEach(path => console.error(`${ shown(path) } shows a model that is gone`));
  if (page !== current) {
    console.error(`${ shown(guide) } does not say what the models say`);
  }
  if (outdated.length || leftOver.length || page !== current) {
    console.error('Run npm run render in src/modeler and commit the pictures and the guide.');
    process.exit(1);
  }
  console.log(`${ sources.length } pictures and the guide, all current`);
  process.exit(0);
}

leftOver.forEach(unlinkSync);
if (page !== current) {
  writeFileSync(guide, current);
  console.log(shown(guide));
}
const toDraw = options.png ? sources : outdated;

if (toDraw.length) {
  mkdirSync(options.to, { recursive: true });
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
    args: [
      '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync', '--font-render-hinting=none', '--force-color-profile=srgb'
    ]
  });

  try {
    for (const source of toDraw) {
      const page = await browser.newPage({ deviceScaleFactor: 2, offline: true });

      try {
        await (source.isDiagram ? drawDiagram : drawDecision)(page, source);
        console.log(shown(source.picture));
      } catch (error) {
        console.error(`${ shown(source.path) }: ${ error.message }`);
        process.exitCode = 1;
      }
      await page.close();
    }
  } finally {
    await browser.close();
  }
}

async function drawDiagram(page, { xml, picture, mark }) {
  await page.setContent('<div id="canvas" style="width: 1000px; height: 1000px"></div>');
  await page.addScriptTag({ path: join(dist('bpmn-js'), 'bpmn-viewer.production.min.js') });

  const drawn = await page.evaluate(async xml => {
    const viewer = new window.BpmnJS({ container: '#canvas' });
    const { warnings } = await viewer.importXML(xml);

    if (warnings.length) {
      throw new Error(warnings.map(warning => warning.message).join('; '));
    }
    return (await viewer.saveSVG()).svg;
  }, xml);
  const svg = onWhite(numbered(drawn), mark);

  writeFileSync(picture, svg);
  if (options.png) {
    await page.setContent(`<body style="margin: 0">${ svg.slice(svg.indexOf('<svg')) }</body>`);
    await page.locator('svg').first().screenshot({ path: picture.replace(/svg$/, 'png') });
  }
}

/** Arrow heads are named at random; here they are numbered. */
function numbered(svg) {
  const ids = [ ...new Set([ ...svg.matchAll(/<marker id="([^"]+)"/g) ].map(match => match[1])) ];

  return ids.reduce((text, id, index) => text.replaceAll(id, `marker-${ index + 1 }`), svg);
}

/** A margin, a white ground and the fingerprint. */
function onWhite(svg, mark) {
  const [ x, y, width, height ] = svg.match(/viewBox="([^"]+)"/)[1].split(/\s+/).map(Number);
  const box = [ Math.floor(x) - MARGIN, Math.floor(y) - MARGIN, Math.ceil(width) + 2 * MARGIN, Math.ceil(height) + 2 * MARGIN ];

  return svg
    .replace(/<svg [^>]*>/, tag => tag
      .replace(/ width="[^"]*"/, ` width="${ box[2] }"`)
      .replace(/ height="[^"]*"/, ` height="${ box[3] }"`)
      .replace(/viewBox="[^"]*"/, `viewBox="${ box.join(' ') }"`)
      + `<!-- ${ mark } --><rect x="${ box[0] }" y="${ box[1] }" width="${ box[2] }" height="${ box[3] }" fill="white"/>`)
    .trimEnd() + '\n';
}

async function drawDecision(page, { xml, picture, mark }) {
  const assets = join(dist('dmn-js'), 'assets');

  await page.setViewportSize({ width: 1600, height: 1200 });
  await page.setContent('<body style="margin: 0; background: white"><div id="table" style="display: inline-block"></div></body>');
  for (const sheet of [ 'dmn-js-shared.css', 'dmn-js-decision-table.css', 'dmn-js-literal-expression.css' ]) {
    await page.addStyleTag({ path: join(assets, sheet) });
  }
  await page.addStyleTag({ content: `
    .view-drd { display: none !important }
    #table { padding: ${ MARGIN }px; padding-bottom: ${ MARGIN + 30 }px; position: relative }
    #table * { max-height: none !important; overflow: visible !important }
    .dmn-js-parent, .dmn-decision-table-container, .tjs-container { height: auto !important }
    .input-label, .output-label { -webkit-line-clamp: none !important; padding-bottom: 8px }
    a[href*="bpmn.io"] { bottom: -35px !important }` });
  await page.addScriptTag({ path: join(dist('dmn-js'), 'dmn-viewer.production.min.js') });
  await page.evaluate(async xml => {
    const viewer = new window.DmnJS({ container: '#table' });
    const { warnings } = await viewer.importXML(xml);

    if (warnings.length) {
      throw new Error(warnings.map(warning => warning.message).join('; '));
    }
    await viewer.open(viewer.getViews().find(view => view.type !== 'drd'));

    // The viewer leaves out the widths that Modeler keeps with the columns
    const widths = [ ...new DOMParser().parseFromString(xml, 'text/xml').querySelectorAll('decisionTable > input, decisionTable > output') ]
      .map(column => column.getAttribute('biodi:width'));

    document.querySelectorAll('th.input-cell, th.output-cell').forEach((header, index) => {
      header.style.width = widths[index] ? `${ widths[index] }px` : '';
    });
  }, xml);

  const png = await page.locator('#table').screenshot({ animations: 'disabled' });

  writeFileSync(picture, withText(png, mark));
}

/** The PNG with a comment of its own, after the header chunk. */
function withText(png, text) {
  const data = Buffer.from(`tEXtComment\0${ text }`, 'latin1');
  const length = Buffer.alloc(4);
  const checksum = Buffer.alloc(4);
  const afterHeader = 33;

  length.writeUInt32BE(data.length - 4);
  checksum.writeUInt32BE(crc32(data));
  return Buffer.concat([ png.subarray(0, afterHeader), length, data, checksum, png.subarray(afterHeader) ]);
}

function crc32(bytes) {
  let crc = ~0;

  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) {
      crc = crc & 1 ? crc >>> 1 ^ 0xEDB88320 : crc >>> 1;
    }
  }
  return ~crc >>> 0;
}
