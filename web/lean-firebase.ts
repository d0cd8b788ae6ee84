import type { Plugin } from 'vite';

/**
 * Firestore's client includes an engine that evaluates pipelines in the browser, with one for their regular expressions: 43 kB of the 133
 * that a live thread needed. Our queries are lists by fields and times, on either side, and `toEvaluable` is the engine's only entrance
 * (docs/decisions/047-firebase-without-unused-parts.md).
 */
const withoutPipelines: Plugin = {
  name: 'without-pipelines',
  transform: {
    filter: { id: /@firebase\/firestore\/dist\/common-[\w-]+\.esm\.js/ },
    handler(code) {
      const entrance = 'function __PRIVATE_toEvaluable(e) {';
      if (!code.includes(entrance)) throw new Error('Firestore’s pipelines are evaluated by another function now.');
      return {
        code: code.replace(entrance, `${entrance} throw new Error('no pipelines here'); }\nfunction unusedEvaluables(e) {`),
        map: null,
      };
    },
  },
};

/**
 * Auth sets constants of its classes below them (`PhoneAuthProvider.PROVIDER_ID = 'phone'`), so the bundler keeps every class and all that
 * it uses. As static fields they go with their class: another 1.6 kB of providers, popups and storage that a thread never uses.
 */
const withStaticFields: Plugin = {
  name: 'with-static-fields',
  transform: {
    filter: { id: /@firebase\/auth\/dist\/esm\/index-[\w-]+\.js/ },
    handler(code) {
      const lean = [...code.matchAll(CONSTANT)].reduce((before, [line, name = '', field, value]) => {
        const head = new RegExp(`^class ${name}(?: extends \\w+)? \\{`, 'm');
        return head.test(before) ? before.replace(line, '').replace(head, (start) => `${start} static ${field} = ${value};`) : before;
      }, code);
      return { code: lean, map: null };
    },
  },
};

/** A text, `null` or an empty list, so it doesn't matter when it is set. */
const CONSTANT = /^(\w+)\.(\w+) = ("[^"]*"|'[^']*'|null|\[\])(?: \/\*.*\*\/)?;$/gm;

export const leanFirebase: readonly Plugin[] = [withoutPipelines, withStaticFields];
