/** Where the API describes itself to programs. */
export const OPEN_API_PATH = '/api/openapi.json';

/** And to people. */
export const API_DOCS_PATH = '/api/docs';
