import type { Component, Plugin } from 'swagger-ui-dist/swagger-ui-es-bundle.js';

/**
 * Our own layout of Swagger UI's parts: with a table of contents, and without authorization or sending requests. An operation's path is
 * plain text, since the button that opens the operation can't contain a link. `failed` is shown if the document can't be loaded.
 */
export const referenceSaying =
  (failed: string): Plugin =>
  ({ React: { createElement } }) => {
    const Reference: Component = ({ getComponent, specSelectors }) => {
      const status = specSelectors.loadingStatus();
      if (status === 'failed') return createElement('main', { lang: document.documentElement.lang }, failed);
      if (status !== 'success') return null;
      const part = (name: string) => createElement(getComponent(name, true), null);
      return createElement(
        'div',
        { className: 'swagger-ui reference' },
        part('Contents'),
        createElement('main', null, part('InfoContainer'), part('operations')),
      );
    };

    const Contents: Component = ({ specSelectors }) => {
      const groups = specSelectors.taggedOperations().keySeq().toArray();
      const items = groups.map((name) => createElement('li', { key: name }, createElement('a', { href: `#operations-tag-${name}` }, name)));
      return createElement('nav', { className: 'contents', 'aria-label': 'Contents' }, createElement('ul', null, ...items));
    };

    const DeepLink: Component = ({ text }) => createElement('span', null, text);

    return {
      components: { Reference, Contents, DeepLink },
      wrapComponents: { authorizeOperationBtn: () => () => null },
    };
  };
