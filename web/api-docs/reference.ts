import type { Component, Plugin } from 'swagger-ui-dist/swagger-ui-es-bundle.js';

/**
 * Our own frame around Swagger UI's parts: a table of contents, and nothing to sign in to or send from. An operation's path is plain text,
 * since a link cannot be in the button that opens the operation.
 */
export const reference: Plugin = ({ React: { createElement } }) => {
  const Reference: Component = ({ getComponent, specSelectors }) => {
    const status = specSelectors.loadingStatus();
    if (status === 'failed') return createElement('main', null, 'We couldn’t load the API reference. Reload the page to try again.');
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
