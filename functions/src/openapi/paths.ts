export const OPEN_API_PATH = '/api/openapi.json';

export const API_DOCS_PATH = '/api/docs';
