/** Its own module: a dynamic import of a CommonJS package from a bundle would yield only its `default`. */
export { RecaptchaEnterpriseServiceClient } from '@google-cloud/recaptcha-enterprise';
