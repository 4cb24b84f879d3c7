// Where the models and their pictures are.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { basename, extname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(fileURLToPath(new URL('../../', import.meta.url)));
export const processes = join(root, 'processes');
export const pictures = join(root, 'docs', 'processes');
export const guide = join(processes, 'README.md');

/** Every file with one of the extensions at or under the paths, in a fixed order. */
export function find(paths, ...extensions) {
  const walk = path => statSync(path).isDirectory()
    ? readdirSync(path).filter(name => name !== 'node_modules').flatMap(name => walk(join(path, name)))
    : [ path ];

  return paths.flatMap(walk).filter(path => extensions.includes(extname(path))).sort();
}

export const read = path => readFileSync(path, 'utf8');

export const nameOf = path => basename(path, extname(path));

/** The path as people say it: from the project's root, or as it is when it lies elsewhere. */
export const shown = path => {
  const fromRoot = relative(root, resolve(path));

  return fromRoot.startsWith('..') ? path : fromRoot;
};

export const fingerprint = text => createHash('sha256').update(text).digest('hex').slice(0, 16);
