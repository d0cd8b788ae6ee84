import './api-docs.css';
import SwaggerUI from 'swagger-ui-dist/swagger-ui-es-bundle.js';
import { referenceSaying } from './reference.ts';

const place = document.getElementById('api-docs');
if (place?.dataset.document === undefined) throw new Error('The page has no place for the API reference.');
SwaggerUI({
  url: place.dataset.document,
  domNode: place,
  plugins: [referenceSaying(place.dataset.failed ?? '')],
  layout: 'Reference',
  deepLinking: true,
  docExpansion: 'list',
  defaultModelExpandDepth: 2,
  defaultModelsExpandDepth: -1,
  supportedSubmitMethods: [],
  syntaxHighlight: { activated: false },
  validatorUrl: null,
});
