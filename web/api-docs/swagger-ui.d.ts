/**
 * What we use of Swagger UI, which comes without types
 * (swagger.io/docs/open-source-tools/swagger-ui/usage/configuration, and customization/plugin-api).
 */
declare module 'swagger-ui-dist/swagger-ui-es-bundle.js' {
  interface Element {
    readonly type: string | Component;
  }

  /** What a component gets of Swagger UI's own. */
  interface Props {
    getComponent(name: string, isContainer: true): Component;
    specSelectors: {
      /** Of the document; `undefined` before it is asked for. */
      loadingStatus(): 'loading' | 'success' | 'failed' | undefined;
      taggedOperations(): { keySeq(): { toArray(): string[] } };
    };
    /** Of a `DeepLink`. */
    text?: string;
  }

  /** A function component of React. */
  export type Component = (props: Props) => Element | null;

  interface System {
    React: {
      createElement(
        type: string | Component,
        attributes: Readonly<Record<string, string>> | null,
        ...children: readonly (Element | string | undefined)[]
      ): Element;
    };
  }

  export type Plugin = (system: System) => {
    components: Readonly<Record<string, Component>>;
    wrapComponents: Readonly<Record<string, (original: Component) => Component>>;
  };

  interface Configuration {
    /** Of the document. */
    url: string;
    domNode: HTMLElement;
    plugins: readonly Plugin[];
    /** The component that holds all others. */
    layout: string;
    /** Whether the address names the operation that is open. */
    deepLinking: boolean;
    docExpansion: 'list' | 'full' | 'none';
    /** How many levels of a schema are open. */
    defaultModelExpandDepth: number;
    /** -1 leaves the list of schemas out. */
    defaultModelsExpandDepth: number;
    /** Methods of the operations that can be tried out. */
    supportedSubmitMethods: readonly string[];
    syntaxHighlight: { activated: boolean };
    /** A service that checks the document; `null` for none. */
    validatorUrl: string | null;
  }

  export default function SwaggerUI(configuration: Configuration): unknown;
}
