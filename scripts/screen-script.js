import { svelte } from '@sveltejs/vite-plugin-svelte';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import svelteConfig from '../svelte.config.js';
import { pseudoLocale } from './pseudo-locale.js';

const entry = 'src/lib/screen/open.ts';
const name = 'virtual:screen-script';

/**
 * The program of a TV: one file of its own in each language, built beside Kit's pages, with nothing of Kit's in it. The module
 * `virtual:screen-script` says where they lie, by language: the source in dev, names made from their content in a build.
 *
 * @returns {import('vite').Plugin}
 */
export function screenScript() {
  let dev = false;
  return {
    name: 'screen-script',
    configResolved(config) {
      dev = config.command === 'serve';
    },
    resolveId: (source) => (source === name ? `\0${name}` : undefined),
    async load(id) {
      if (id !== `\0${name}`) return;
      if (dev) {
        const paths = languages().map((language) => [language, `/${entry}`]);
        return `export default ${JSON.stringify(Object.fromEntries(paths))};`;
      }
      // Only the server names it; Kit copies what the server's build emits here to what browsers get.
      if (!this.environment.config.build.ssr) return `export default {};`;
      /** @type {Record<string, string>} */
      const paths = {};
      for (const language of languages()) {
        const files = await bundle(language);
        // They name each other: one name for all, made from the content of all.
        const hash = createHash('sha256');
        for (const code of Object.values(files)) hash.update(code);
        const mark = `${language}.${hash.digest('base64url').slice(0, 8)}`;
        const fileName = (/** @type {string} */ file) => `_app/immutable/assets/${file}.${mark}.js`;
        const known = new RegExp(`(["'\`])\\./(${Object.keys(files).join('|')})\\.js\\1`, 'g');
        for (const [file, code] of Object.entries(files))
          this.emitFile({
            type: 'asset',
            fileName: fileName(file),
            source: code.replace(known, `$1./$2.${mark}.js$1`),
          });
        paths[language] = `/${fileName('screen')}`;
      }
      return `export default ${JSON.stringify(paths)};`;
    },
  };
}

/** The languages that there are messages in, as the project of messages names them. @returns {string[]} */
const languages = () =>
  JSON.parse(readFileSync(join(process.env.MESSAGES_PROJECT ?? 'project.inlang', 'settings.json'), 'utf8'))
    .locales;

/**
 * Scenes that not every wall needs, in files of their own that are loaded when one of their scenes is first needed: the moments that
 * only come by a word of the server, and what playlists are offered and none has by default. Each is named as the registry imports it.
 */
const late = {
  moments: ['./huddle/Huddle.svelte', './relaunch/Relaunch.svelte', './celebration/Celebration.svelte'],
  offered: [
    './chain/Chain.svelte',
    './recognition/Recognition.svelte',
    './declaration/Declaration.svelte',
    './this-week/ThisWeek.svelte',
    './journey/Journey.svelte',
    './sponsor/Sponsor.svelte',
  ],
};
/** The files beside `screen`; what both of them say, a few words, is in one more, `both`. */
export const lateFiles = /** @type {(keyof typeof late)[]} */ (Object.keys(late));
const lateFile = 'virtual:late-';

/**
 * Everything that a screen needs without a server in one file, so that no panel can fail to load later, and the late scenes in files of
 * their own; all with the words of one language.
 *
 * @param {string} language
 * @returns {Promise<Record<string, string>>} the code of each file by its name
 */
export async function bundle(language) {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    plugins: [
      panelsAtHand(),
      svelte({
        configFile: false,
        preprocess: svelteConfig.preprocess,
        compilerOptions: svelteConfig.compilerOptions,
      }),
      process.env.PSEUDO_LOCALE ? pseudoLocale() : [],
      leanMessages(language),
      withoutSpread(),
      plainFields(),
    ],
    resolve: { alias: { $lib: resolve('src/lib') } },
    build: {
      write: false,
      copyPublicDir: false,
      cssCodeSplit: false,
      target: ['chrome69'],
      modulePreload: false,
      reportCompressedSize: false,
      rollupOptions: {
        input: { screen: resolve(entry) },
        preserveEntrySignatures: 'allow-extension',
        transform: { assumptions: { setPublicClassFields: true } },
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          chunkFileNames: '[name].js',
        },
      },
    },
  });
  const { output } = /** @type {import('vite').Rolldown.RolldownOutput} */ (built);
  // What else comes are the styles, which the page links already.
  const chunks = output.filter((part) => part.type === 'chunk');
  const nameOf = (/** @type {string} */ file) =>
    file === 'screen.js' ? 'screen' : (lateFiles.find((name) => file.includes(name)) ?? 'both');
  /** @type {Record<string, string>} */
  const files = {};
  for (const { fileName, code } of chunks) {
    const name = nameOf(fileName);
    if (name in files)
      throw new Error(`the screen's program came in ${chunks.map(({ fileName }) => fileName).join(', ')}`);
    files[name] = code.replace(
      /(["'`])\.\/([\w.-]+\.js)\1/g,
      (_, sign, file) => `${sign}./${nameOf(file)}.js${sign}`,
    );
  }
  return files;
}

/**
 * A list in Svelte that no wall uses stays in the file, because a spread could do something: joined otherwise, it goes.
 *
 * @returns {import('vite').Plugin}
 */
function withoutSpread() {
  return {
    name: 'without-spread',
    transform: (code, id) =>
      id.endsWith('/svelte/src/utils.js')
        ? code.replace(
            /= \[\s*\.\.\.(DOM_BOOLEAN_ATTRIBUTES),([^\]]*)\]/,
            '= /* @__PURE__ */ $1.concat([$2])',
          )
        : undefined,
  };
}

/**
 * The registry as a screen needs it: each component at hand, and no definition, which is for the server alone.
 *
 * @returns {import('vite').Plugin}
 */
function panelsAtHand() {
  return {
    name: 'panels-at-hand',
    enforce: 'pre',
    resolveId: (source) => (source.startsWith(lateFile) ? `\0${source}` : undefined),
    load(id) {
      const file = lateFiles.find((name) => id === `\0${lateFile}${name}`);
      return (
        file &&
        late[file]
          .map((path, at) => `export * as scene${at} from '${resolve('src/lib/panels', path)}';`)
          .join('\n')
      );
    },
    transform(code, id) {
      if (!id.endsWith('/src/lib/panels/registry.ts')) return;
      /** @type {string[]} */
      const imports = [];
      const registry = code
        .replace(/panel: \(\) => import\('[^']+'\),/g, '')
        .replace(/import\(('[^']+\.svelte')\)/g, (_, path) => {
          const file = lateFiles.find((name) => late[name].includes(path.slice(1, -1)));
          if (file)
            return `import('${lateFile}${file}').then((scenes) => scenes.scene${late[file].indexOf(path.slice(1, -1))})`;
          imports.push(`import * as panel${imports.length} from ${path};`);
          return `panel${imports.length - 1}`;
        });
      return { code: [...imports, registry].join('\n'), map: null };
    },
  };
}

/**
 * Messages as the screens of one language call them: those of that language alone, with their inputs always given (types hold that) and
 * without asking which. Each stays a module of its own, so that words which only rare scenes say lie in the second file with them.
 *
 * @param {string} language
 * @returns {import('vite').Plugin}
 */
export function leanMessages(language) {
  return {
    name: 'lean-messages',
    enforce: 'pre',
    transform: (code, id) =>
      /\/paraglide\/messages\/(?!_index\.js$)[^/]+\.js$/.test(id) ? lean(code, language) : undefined,
  };
}

/** A compiled message that says itself in one language; what it says in others is left without a caller. */
function lean(/** @type {string} */ body, /** @type {string} */ language) {
  return body
    .replace(/^export const (\w+) = [^]*/m, (whole, name) => {
      const own = new RegExp(`\\b(${language}_\\w+)\\(`).exec(whole)?.[1];
      if (!own) throw new Error(`The message ${name} says nothing in "${language}".`);
      return `export { ${own} as ${name} };`;
    })
    .replaceAll('i?.', 'i.');
}

/**
 * Private fields as plain ones with a name of their own. Old browsers have none, and a WeakMap for each field, as the
 * compiler would have it, makes the program a tenth larger and slower on a weak TV. Lint and types hold the privacy.
 *
 * @returns {import('vite').Plugin}
 */
function plainFields() {
  /** @type {Map<string, string>} */
  const short = new Map();
  return {
    name: 'plain-fields',
    enforce: 'post',
    transform(code) {
      if (!/#[a-z_$]/i.test(code)) return;
      /** @type {PrivateName[]} */
      const found = [];
      collect(this.parse(code), found);
      if (found.length === 0) return;
      let plain = '';
      let end = 0;
      for (const field of found.sort((a, b) => a.start - b.start)) {
        const name = short.get(field.name) ?? `_${short.size}`;
        short.set(field.name, name);
        plain += code.slice(end, field.start) + (field.asked ? `'${name}'` : name);
        end = field.end;
      }
      return { code: plain + code.slice(end), map: null };
    },
  };
}

/** @typedef {{ start: number, end: number, name: string, asked: boolean }} PrivateName */

/** Finds every `#name`; `asked` where it stands before `in`. */
function collect(/** @type {unknown} */ node, /** @type {PrivateName[]} */ found, asked = false) {
  if (!node || typeof node !== 'object') return;
  if ('type' in node && node.type === 'PrivateIdentifier') {
    found.push({ .../** @type {Omit<PrivateName, 'asked'>} */ (/** @type {unknown} */ (node)), asked });
    return;
  }
  const asks = 'type' in node && node.type === 'BinaryExpression';
  for (const [key, part] of Object.entries(node)) collect(part, found, asks && key === 'left');
}
