/** The parts of Swagger UI that we use. It has no types: swagger.io/docs/open-source-tools/swagger-ui (configuration, plugin-api). */
declare module 'swagger-ui-dist/swagger-ui-es-bundle.js' {
  interface Element {
    readonly type: string | Component;
  }

  /** The props that Swagger UI gives to a component. */
  interface Props {
    getComponent(name: string, isContainer: true): Component;
    specSelectors: {
      /** Of the document; `undefined` before it is requested. */
      loadingStatus(): 'loading' | 'success' | 'failed' | undefined;
      taggedOperations(): { keySeq(): { toArray(): string[] } };
    };
    /** For a `DeepLink`. */
    text?: string;
  }

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
    url: string;
    domNode: HTMLElement;
    plugins: readonly Plugin[];
    /** The name of the root component. */
    layout: string;
    /** Whether the address includes the open operation. */
    deepLinking: boolean;
    docExpansion: 'list' | 'full' | 'none';
    /** How many levels of a schema are expanded. */
    defaultModelExpandDepth: number;
    /** -1 hides the list of schemas. */
    defaultModelsExpandDepth: number;
    /** Methods of the operations with a form for requests. */
    supportedSubmitMethods: readonly string[];
    syntaxHighlight: { activated: boolean };
    /** A service that validates the document; `null` for none. */
    validatorUrl: string | null;
  }

  export default function SwaggerUI(configuration: Configuration): unknown;
}
